#include "platform/http/websocket.h"

#include <chrono>
#include <deque>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/stream.hpp>

namespace sluis::http {
namespace {

namespace beast = boost::beast;
namespace websocket = beast::websocket;
using Upgrade = beast::http::request<beast::http::empty_body>;

Upgrade request_of(const Handshake& handshake) {
  Upgrade request(beast::http::verb::get, handshake.target, 11);
  request.set(beast::http::field::host, handshake.host);
  request.set(beast::http::field::connection, "Upgrade");
  request.set(beast::http::field::upgrade, "websocket");
  request.set(beast::http::field::sec_websocket_version, "13");
  request.set(beast::http::field::sec_websocket_key, handshake.key);
  return request;
}

template <class Stream>
class Session {
 public:
  Session(Stream& stream, std::shared_ptr<Socket> socket, Suspension& suspension,
          std::shared_ptr<void> connection)
      : websocket_(stream),
        socket_(std::move(socket)),
        suspension_(suspension),
        connection_(std::move(connection)) {}

  static Task<void> live(std::shared_ptr<Session> self, const Handshake& handshake) {
    self->prepare();
    const Upgrade request = request_of(handshake);
    const auto [error] = co_await self->websocket_.async_accept(request, kAwait);
    if (!error) {
      if (self->handlers().on_open) self->handlers().on_open();
      asio::co_spawn(self->websocket_.get_executor(), read(self), rethrow);
      co_await self->write();
    }
    self->socket_->detach(self->how_it_ended());
  }

 private:
  Socket::Handlers& handlers() { return socket_->handlers(); }

  void prepare() {
    const Socket::Options& options = socket_->options();
    websocket_.set_option(websocket::stream_base::timeout{
        .handshake_timeout = std::chrono::seconds(5),
        .idle_timeout = options.idle_timeout,
        .keep_alive_pings = true,
    });
    websocket_.set_option(
        websocket::stream_base::decorator([this](websocket::response_type& response) {
          const std::string& protocol = socket_->options().protocol;
          response.erase(beast::http::field::server);
          if (!protocol.empty()) response.set(beast::http::field::sec_websocket_protocol, protocol);
        }));
    websocket_.read_message_max(options.message_bytes_max);
    websocket_.auto_fragment(false);
  }

  static Task<void> read(std::shared_ptr<Session> self) {
    beast::flat_buffer buffer;
    while (true) {
      const auto [error, bytes] = co_await self->websocket_.async_read(buffer, kAwait);
      if (error) {
        self->failed(error);
        break;
      }
      const auto kind = self->websocket_.got_text() ? Socket::Kind::text : Socket::Kind::binary;
      const std::string_view message(static_cast<const char*>(buffer.data().data()), bytes);
      if (self->handlers().on_message) self->handlers().on_message(kind, message);
      buffer.clear();
    }
    self->suspension_.wake();
  }

  Task<void> write() {
    std::deque<Socket::Message> messages;
    while (!over_) {
      const Socket::State state = socket_->take(messages);
      while (!messages.empty() && !over_) {
        websocket_.text(messages.front().kind == Socket::Kind::text);
        const auto [error, bytes] =
            co_await websocket_.async_write(asio::buffer(messages.front().bytes), kAwait);
        if (error) failed(error);
        messages.pop_front();
      }
      if (over_) break;
      if (state == Socket::State::open) {
        co_await suspension_.wait();
        continue;
      }
      if (state == Socket::State::closing) co_await say_goodbye();
      break;
    }
    // The reader may still wait for the peer; the connection closes the socket under it.
    over_ = true;
  }

  Task<void> say_goodbye() {
    const Socket::Closing closing = socket_->closing();
    const auto code = static_cast<websocket::close_code>(closing.code);
    const websocket::close_reason reason(code, closing.reason);
    const auto [error] = co_await websocket_.async_close(reason, kAwait);
    if (!error) ended_ = closing;
  }

  void failed(Error error) {
    over_ = true;
    if (error == websocket::error::message_too_big) ended_ = {.code = 1009, .reason = {}};
    if (error != websocket::error::closed || ended_.code != 1006) return;
    const websocket::close_reason& reason = websocket_.reason();
    ended_ = {
        .code = reason.code == websocket::close_code::none ? std::uint16_t{1005} : reason.code,
        .reason = std::string(reason.reason.data(), reason.reason.size())};
  }

  const Socket::Closing& how_it_ended() const { return ended_; }

  websocket::stream<Stream&, false> websocket_;
  const std::shared_ptr<Socket> socket_;
  Suspension& suspension_;
  const std::shared_ptr<void> connection_;
  bool over_ = false;
  Socket::Closing ended_{.code = 1006, .reason = {}};
};

}  // namespace

Handshake::Handshake(const Head& head)
    : target(head.target), host(head.host), key(head.header("Sec-WebSocket-Key")) {}

template <class Stream>
Task<void> serve_socket(Stream& stream, const Handshake& handshake, std::shared_ptr<Socket> socket,
                        Suspension& suspension, std::shared_ptr<void> connection) {
  const auto session = std::make_shared<Session<Stream>>(stream, std::move(socket), suspension,
                                                         std::move(connection));
  co_await Session<Stream>::live(session, handshake);
}

template Task<void> serve_socket(Tcp&, const Handshake&, std::shared_ptr<Socket>, Suspension&,
                                 std::shared_ptr<void>);
template Task<void> serve_socket(asio::ssl::stream<Tcp>&, const Handshake&, std::shared_ptr<Socket>,
                                 Suspension&, std::shared_ptr<void>);

}  // namespace sluis::http
