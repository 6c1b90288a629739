#include "platform/http/socket.h"

#include <future>
#include <thread>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <gtest/gtest.h>

#include "platform/http/serving.h"

namespace sluis::http {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;

// Boost's WebSocket, as a client that blocks.
class SocketClient {
 public:
  explicit SocketClient(std::uint16_t port) {
    socket_.next_layer().connect({asio::ip::make_address("127.0.0.1"), port});
    socket_.handshake(response, "localhost", "/chat");
  }
  void send(std::string_view bytes, bool text = true) {
    socket_.text(text);
    socket_.write(asio::buffer(bytes));
  }
  std::string receive() {
    boost::beast::flat_buffer buffer;
    socket_.read(buffer, error);
    return boost::beast::buffers_to_string(buffer.data());
  }
  bool got_text() const { return socket_.got_text(); }
  void close(std::uint16_t code, const char* reason) {
    socket_.close({static_cast<websocket::close_code>(code), reason});
  }
  // How the server closed.
  std::uint16_t code() const { return socket_.reason().code; }
  std::string reason() const { return socket_.reason().reason.c_str(); }
  void vanish() { socket_.next_layer().close(); }
  auto& tcp() { return socket_.next_layer(); }

  websocket::response_type response;
  boost::system::error_code error;

 private:
  asio::io_context io_;
  websocket::stream<asio::ip::tcp::socket> socket_{io_};
};

class SocketTest : public Serving {
 protected:
  void socket_with(Socket::Options socket_options) {
    service.on_serve = [this, socket_options](const Request&, Responder responder) {
      auto made = std::make_shared<std::shared_ptr<Socket>>();
      Socket::Handlers handlers;
      handlers.on_open = [this, made] { opened.set_value(*made); };
      handlers.on_message = [made](Socket::Kind kind, std::string_view bytes) {
        (*made)->send(kind, "echo " + std::string(bytes));
      };
      handlers.on_close = [this, made](std::uint16_t code, std::string_view reason) {
        made->reset();
        closed.set_value(std::to_string(code) + " " + std::string(reason));
      };
      *made = std::make_shared<Socket>(socket_options, std::move(handlers));
      responder.upgrade(*made);
    };
    start();
  }

  std::promise<std::shared_ptr<Socket>> opened;
  std::promise<std::string> closed;
};

TEST_F(SocketTest, carries_text_and_bytes_both_ways) {
  socket_with({.protocol = "chat.v1"});
  SocketClient peer(server->port());
  EXPECT_EQ(peer.response["Sec-WebSocket-Protocol"], "chat.v1");
  EXPECT_EQ(peer.response["Sec-WebSocket-Extensions"], "");
  peer.send("hello");
  EXPECT_EQ(peer.receive(), "echo hello");
  EXPECT_TRUE(peer.got_text());
  peer.send(std::string("\0\xff", 2), false);
  EXPECT_EQ(peer.receive(), std::string("echo \0\xff", 7));
  EXPECT_FALSE(peer.got_text());
  peer.close(1000, "done");
  EXPECT_EQ(closed.get_future().get(), "1000 done");
}

TEST_F(SocketTest, sends_from_any_thread_in_order) {
  socket_with({});
  SocketClient peer(server->port());
  const auto socket = opened.get_future().get();
  std::thread sender([&] {
    for (int i = 0; i < 1000; ++i)
      socket->send(Socket::Kind::text, std::to_string(i));
    socket->close(4001, "enough");
  });
  for (int i = 0; i < 1000; ++i)
    ASSERT_EQ(peer.receive(), std::to_string(i));
  peer.receive();
  EXPECT_EQ(peer.code(), 4001);
  EXPECT_EQ(peer.reason(), "enough");
  EXPECT_EQ(closed.get_future().get(), "4001 enough");
  EXPECT_FALSE(socket->send(Socket::Kind::text, "late"));
  sender.join();
}

TEST_F(SocketTest, refuses_messages_that_are_too_large) {
  socket_with({.message_bytes_max = 10});
  SocketClient peer(server->port());
  peer.send("12345678901");
  peer.receive();
  EXPECT_EQ(peer.code(), 1009);
  EXPECT_EQ(closed.get_future().get(), "1009 ");
}

TEST_F(SocketTest, cuts_off_a_peer_who_does_not_read) {
  socket_with({.queued_bytes_max = 200'000});
  SocketClient peer(server->port());
  const auto socket = opened.get_future().get();
  const std::string large(50'000, 'x');
  EXPECT_TRUE(eventually([&] { return !socket->send(Socket::Kind::binary, large); }));
  EXPECT_EQ(closed.get_future().get(), "1006 ");
  EXPECT_TRUE(eventually([&] { return server->stats().connections_open == 0; }));
}

TEST_F(SocketTest, notices_a_peer_that_vanished) {
  socket_with({});
  SocketClient peer(server->port());
  peer.vanish();
  EXPECT_EQ(closed.get_future().get(), "1006 ");
}

TEST_F(SocketTest, gives_up_a_peer_that_answers_no_pings) {
  socket_with({.idle_timeout = 200ms});
  SocketClient peer(server->port());
  EXPECT_EQ(closed.get_future().get(), "1006 ");
}

TEST_F(SocketTest, says_that_the_server_goes_away) {
  socket_with({});
  SocketClient peer(server->port());
  opened.get_future().wait();
  std::thread stopping([&] { server->stop(10s); });
  peer.receive();
  EXPECT_EQ(peer.code(), 1001);
  stopping.join();
  EXPECT_EQ(closed.get_future().get(), "1001 going away");
}

TEST_F(SocketTest, wants_a_proper_handshake) {
  socket_with({});
  BlockingClient plain = client();
  plain.send("GET /chat HTTP/1.1\r\nHost: x\r\n\r\n");
  const Received refused = plain.receive();
  EXPECT_EQ(refused.status, 426);
  EXPECT_EQ(refused.header("Sec-WebSocket-Version"), "13");
  EXPECT_EQ(closed.get_future().get(), "1006 ");
  closed = {};
  plain.send(
      "GET /chat HTTP/1.1\r\nHost: x\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n"
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short\r\n\r\n");
  EXPECT_EQ(plain.receive().status, 400);
}

}  // namespace
}  // namespace sluis::http
