#include "platform/client/link.h"

#include <tuple>

#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <fmt/format.h>

#include "platform/client/reach.h"

namespace sluis::client {
namespace {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
namespace beast = boost::beast::http;
using Tcp = asio::ip::tcp;
using Error = boost::system::error_code;

constexpr std::uint32_t kHeaderBytes = 64 * 1024;
constexpr std::size_t kLineBytes = 2'000;

beast::request<beast::string_body> written(const OutgoingRequest& request, const std::string& path,
                                           const std::string& host) {
  beast::request<beast::string_body> message{beast::string_to_verb(request.method), path, 11};
  message.set(beast::field::host, host);
  message.set(beast::field::user_agent, "Sluis");
  message.set(beast::field::accept, "application/json");
  for (const HeaderField& field : request.headers)
    message.set(field.name, field.value);
  message.body() = request.body;
  message.prepare_payload();
  return message;
}

OutgoingAnswer read_from(beast::response<beast::string_body> message) {
  OutgoingAnswer answer{.status = static_cast<int>(message.result_int()),
                        .headers = {},
                        .body = std::move(message.body())};
  for (const auto& field : message)
    answer.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  return answer;
}

OutgoingRefusal why_unread(const Error& error) {
  if (error == beast::error::body_limit || error == beast::error::header_limit)
    return OutgoingRefusal::answer_too_large;
  const bool cut = error == beast::error::end_of_stream || error == beast::error::partial_message;
  if (!cut && error.category() == make_error_code(beast::error::bad_status).category())
    return OutgoingRefusal::answer_malformed;
  return OutgoingRefusal::connection_lost;
}

}  // namespace

std::string Target::name() const {
  const std::string shown = host.contains(':') ? "[" + host + "]" : host;
  return port == (tls ? 443 : 80) ? shown : fmt::format("{}:{}", shown, port);
}

Result<void> believe(ssl::context& context,
                     const std::optional<std::filesystem::path>& certificates) {
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
  Error error;
  std::ignore = context.set_default_verify_paths(error);
  if (!certificates) return {};
  std::ignore = context.load_verify_file(certificates->string(), error);
  if (!error) return {};
  return refuse(OutgoingRefusal::certificates_unreadable, certificates->string(), error.message());
}

class Socket {
 public:
  Socket(Target to, ssl::context& context) : to_(std::move(to)), stream_(io_, context) {}

  Result<void> open(Deadline until, const std::stop_token& stop) {
    const std::vector<Tcp::endpoint> endpoints = TRY(look_up());
    const Error unconnected = run(until, stop, [&](auto handler) {
      asio::async_connect(stream_.next_layer(), endpoints, std::move(handler));
    });
    if (unconnected) return failed(OutgoingRefusal::unreachable, unconnected);
    stream_.next_layer().set_option(Tcp::no_delay(true));
    return to_.tls ? shake_hands(until, stop) : Result<void>();
  }

  Result<Link::Exchange> exchange(const OutgoingRequest& request, const std::string& path,
                                  std::uint64_t answer_bytes, Deadline until,
                                  const std::stop_token& stop) {
    return to_.tls ? exchange_on(stream_, request, path, answer_bytes, until, stop)
                   : exchange_on(stream_.next_layer(), request, path, answer_bytes, until, stop);
  }

  Result<void> secure(Deadline until, const std::stop_token& stop) {
    if (!lines_.empty()) return failed(OutgoingRefusal::connection_lost, {});
    to_.tls = true;
    return shake_hands(until, stop);
  }

  Result<std::string> read_line(Deadline until, const std::stop_token& stop) {
    const Error error = to_.tls ? read_line_from(stream_, until, stop)
                                : read_line_from(stream_.next_layer(), until, stop);
    if (error) return failed(OutgoingRefusal::connection_lost, error);
    const std::size_t end = lines_.find('\n');
    std::string line = lines_.substr(0, end);
    lines_.erase(0, end + 1);
    if (line.ends_with('\r')) line.pop_back();
    return line;
  }

  Result<void> write(std::string_view bytes, Deadline until, const std::stop_token& stop) {
    const Error error = to_.tls ? write_to(stream_, bytes, until, stop)
                                : write_to(stream_.next_layer(), bytes, until, stop);
    if (error) return failed(OutgoingRefusal::connection_lost, error);
    return {};
  }

  bool is_quiet() {
    Tcp::socket& socket = stream_.next_layer();
    Error error;
    std::ignore = socket.non_blocking(true, error);
    char byte = 0;
    socket.receive(asio::buffer(&byte, 1), Tcp::socket::message_peek, error);
    return error == asio::error::would_block && buffer_.size() == 0;
  }

 private:
  // The system's resolver has limits of time of its own.
  Result<std::vector<Tcp::endpoint>> look_up() {
    Error error;
    Tcp::resolver resolver(io_);
    const auto found = resolver.resolve(to_.host, std::to_string(to_.port), error);
    if (error) return refuse(OutgoingRefusal::host_unknown, to_.host, error.message());
    std::vector<Tcp::endpoint> endpoints;
    for (const auto& entry : found) {
      if (to_.may_be_private || is_public(entry.endpoint().address()))
        endpoints.push_back(entry.endpoint());
    }
    if (endpoints.empty()) return refuse(OutgoingRefusal::address_private, to_.host);
    return endpoints;
  }

  Result<void> shake_hands(Deadline until, const std::stop_token& stop) {
    Error numeric;
    asio::ip::make_address(to_.host, numeric);
    if (numeric) SSL_set_tlsext_host_name(stream_.native_handle(), to_.host.c_str());
    stream_.set_verify_callback(ssl::host_name_verification(to_.host));
    const Error error = run(until, stop, [&](auto handler) {
      stream_.async_handshake(ssl::stream_base::client, std::move(handler));
    });
    if (!error) return {};
    const long verified = SSL_get_verify_result(stream_.native_handle());
    if (verified == X509_V_OK) return failed(OutgoingRefusal::certificate_wrong, error);
    return refuse(OutgoingRefusal::certificate_wrong, to_.host,
                  X509_verify_cert_error_string(verified));
  }

  template <class Stream>
  Result<Link::Exchange> exchange_on(Stream& stream, const OutgoingRequest& request,
                                     const std::string& path, std::uint64_t answer_bytes,
                                     Deadline until, const std::stop_token& stop) {
    const auto message = written(request, path, to_.name());
    Error error = run(until, stop, [&](auto handler) {
      beast::async_write(stream, message, std::move(handler));
    });
    if (error) return failed(OutgoingRefusal::connection_lost, error);
    beast::response_parser<beast::string_body> parser;
    parser.body_limit(answer_bytes);
    parser.header_limit(kHeaderBytes);
    error = run(until, stop, [&](auto handler) {
      beast::async_read(stream, buffer_, parser, std::move(handler));
    });
    if (error) return failed(why_unread(error), error);
    const bool reusable = parser.keep_alive();
    return Link::Exchange{read_from(parser.release()), reusable};
  }

  template <class Stream>
  Error read_line_from(Stream& stream, Deadline until, const std::stop_token& stop) {
    return run(until, stop, [&](auto handler) {
      asio::async_read_until(stream, asio::dynamic_buffer(lines_, kLineBytes), '\n',
                             std::move(handler));
    });
  }

  template <class Stream>
  Error write_to(Stream& stream, std::string_view bytes, Deadline until,
                 const std::stop_token& stop) {
    return run(until, stop, [&](auto handler) {
      asio::async_write(stream, asio::buffer(bytes), std::move(handler));
    });
  }

  // Runs one operation to its end, which comes at once when it is time or when told to stop.
  template <class Start>
  Error run(Deadline until, const std::stop_token& stop, Start start) {
    std::optional<Error> ended;
    const std::stop_callback on_stop(stop, [this] {
      asio::post(io_, [this] {
        stopped_ = true;
        close();
      });
    });
    start([&ended](const Error& error, auto&&...) { ended = error; });
    io_.restart();
    io_.run_until(until);
    if (!ended) {
      late_ = true;
      close();
      io_.restart();
      io_.run();
    }
    return *ended;
  }

  std::unexpected<Refusal> failed(OutgoingRefusal why, const Error& error) const {
    if (stopped_) return refuse(OutgoingRefusal::stopped);
    if (late_) return refuse(OutgoingRefusal::too_slow, to_.host);
    return refuse(why, to_.host, error.message());
  }

  void close() {
    Error ignored;
    std::ignore = stream_.next_layer().close(ignored);
  }

  Target to_;
  asio::io_context io_{1};
  ssl::stream<Tcp::socket> stream_;
  boost::beast::flat_buffer buffer_;
  std::string lines_;  // that came and were not read yet
  bool stopped_ = false;
  bool late_ = false;
};

Link::Link(Target to, ssl::context& context)
    : socket_(std::make_unique<Socket>(std::move(to), context)) {}
Link::~Link() = default;

Result<void> Link::open(Deadline until, const std::stop_token& stop) {
  return socket_->open(until, stop);
}

Result<Link::Exchange> Link::exchange(const OutgoingRequest& request, const std::string& path,
                                      std::uint64_t answer_bytes, Deadline until,
                                      const std::stop_token& stop) {
  return socket_->exchange(request, path, answer_bytes, until, stop);
}

bool Link::is_quiet() {
  return socket_->is_quiet();
}

class Wire::Open {
 public:
  explicit Open(const Target& to) : socket(to, context) {}

  ssl::context context{ssl::context::tls_client};
  Socket socket;
};

Wire::Wire(std::unique_ptr<Open> open) : open_(std::move(open)) {}
Wire::~Wire() = default;

Result<std::unique_ptr<Wire>> Wire::open(const Target& to,
                                         const std::optional<std::filesystem::path>& certificates,
                                         Deadline until, const std::stop_token& stop) {
  auto open = std::make_unique<Open>(to);
  TRY_VOID(believe(open->context, certificates));
  TRY_VOID(open->socket.open(until, stop));
  return std::unique_ptr<Wire>(new Wire(std::move(open)));
}

Result<void> Wire::secure(Deadline until, const std::stop_token& stop) {
  return open_->socket.secure(until, stop);
}

Result<std::string> Wire::read_line(Deadline until, const std::stop_token& stop) {
  return open_->socket.read_line(until, stop);
}

Result<void> Wire::write(std::string_view bytes, Deadline until, const std::stop_token& stop) {
  return open_->socket.write(bytes, until, stop);
}

}  // namespace sluis::client
