// For tests: a server on this machine that answers as it is told.
#pragma once

#include <atomic>
#include <charconv>
#include <functional>
#include <string>
#include <thread>
#include <tuple>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <fmt/format.h>

namespace sluis::client::testing {

namespace asio = boost::asio;

// Answers each request with what it is told; an empty answer hangs up.
class Server {
 public:
  using Answers = std::function<std::string(const std::string& request)>;
  explicit Server(Answers answers, asio::ssl::context* tls = nullptr)
      : answers_(std::move(answers)), tls_(tls), thread_([this] { accept(); }) {}
  ~Server() {
    stopping_ = true;
    boost::system::error_code ignored;
    std::ignore = asio::ip::tcp::socket(io_).connect(acceptor_.local_endpoint(), ignored);
    thread_.join();
    serving_.clear();
  }
  std::string at(std::string_view path, std::string_view host = "127.0.0.1") const {
    return fmt::format("{}://{}:{}{}", tls_ != nullptr ? "https" : "http", host,
                       acceptor_.local_endpoint().port(), path);
  }
  int connections() const { return connections_; }

 private:
  void accept() {
    for (;;) {
      auto socket = std::make_shared<asio::ip::tcp::socket>(acceptor_.accept());
      if (stopping_) return;
      ++connections_;
      serving_.emplace_back([this, socket](const std::stop_token& stop) {
        const std::stop_callback hang_up(stop, [&] {
          boost::system::error_code ignored;
          std::ignore = socket->shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
        });
        if (tls_ == nullptr) return serve(*socket);
        asio::ssl::stream<asio::ip::tcp::socket&> stream(*socket, *tls_);
        boost::system::error_code error;
        std::ignore = stream.handshake(asio::ssl::stream_base::server, error);
        if (!error) serve(stream);
      });
    }
  }
  template <class Stream>
  void serve(Stream& stream) {
    std::string read;
    boost::system::error_code error;
    for (;;) {
      const std::size_t head =
          asio::read_until(stream, asio::dynamic_buffer(read), "\r\n\r\n", error);
      if (error) return;
      const std::size_t whole = head + body_bytes(read.substr(0, head));
      if (read.size() < whole)
        asio::read(stream, asio::dynamic_buffer(read), asio::transfer_exactly(whole - read.size()),
                   error);
      if (error) return;
      const std::string answer = answers_(std::exchange(read, {}));
      if (answer.empty()) return;
      asio::write(stream, asio::buffer(answer), error);
    }
  }

  static std::size_t body_bytes(const std::string& head) {
    const auto at = head.find("Content-Length: ");
    std::size_t bytes = 0;
    if (at != std::string::npos)
      std::from_chars(head.data() + at + 16, head.data() + head.size(), bytes);
    return bytes;
  }

  const Answers answers_;
  asio::ssl::context* const tls_;
  asio::io_context io_;
  asio::ip::tcp::acceptor acceptor_{io_, {asio::ip::make_address("127.0.0.1"), 0}};
  std::atomic<bool> stopping_{false};
  std::atomic<int> connections_{0};
  std::vector<std::jthread> serving_;
  std::thread thread_;
};

}  // namespace sluis::client::testing
