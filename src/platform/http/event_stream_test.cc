#include "platform/http/event_stream.h"

#include <future>
#include <thread>

#include <gtest/gtest.h>

#include "platform/http/serving.h"

namespace sluis::http {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kGetLive = "GET /live HTTP/1.1\r\nHost: x\r\nLast-Event-ID: 41\r\n\r\n";

class EventStreamTest : public Serving {
 protected:
  // Every request gets a stream with these options.
  void stream_with(EventStream::Options stream_options) {
    service.on_serve = [this, stream_options](const Request& request, Responder responder) {
      last_id = request.head.header("Last-Event-ID");
      auto stream = std::make_shared<EventStream>(stream_options);
      stream->on_closed([this] { ++closed; });
      responder.stream(stream);
      opened.set_value(stream);
    };
    start();
  }

  std::string last_id;
  std::promise<std::shared_ptr<EventStream>> opened;
  std::atomic<int> closed = 0;
};

TEST_F(EventStreamTest, sends_events_as_they_come) {
  stream_with({});
  BlockingClient peer = client();
  peer.send(kGetLive);
  const auto stream = opened.get_future().get();
  EXPECT_EQ(last_id, "41");
  const std::string head = peer.receive_until("\r\n\r\n");
  EXPECT_NE(head.find("Content-Type: text/event-stream\r\n"), std::string::npos);
  EXPECT_NE(head.find("Cache-Control: no-store\r\n"), std::string::npos);
  EXPECT_TRUE(stream->push("order", "42", "{\"a\":1}"));
  EXPECT_EQ(peer.receive_until("\n\n"), "event: order\nid: 42\ndata: {\"a\":1}\n\n");
  EXPECT_TRUE(stream->push("", "", "two\nlines"));
  EXPECT_EQ(peer.receive_until("\n\n"), "data: two\ndata: lines\n\n");
  EXPECT_TRUE(stream->push("no\nfield", "4\r3", ""));
  EXPECT_EQ(peer.receive_until("\n\n"), "event: no field\nid: 4 3\ndata: \n\n");
  stream->close();
  EXPECT_TRUE(peer.closed());
  EXPECT_TRUE(eventually([&] { return closed == 1; }));
  EXPECT_FALSE(stream->push("", "", "late"));
}

TEST_F(EventStreamTest, takes_events_from_many_threads) {
  stream_with({.queued_bytes_max = 1 << 24});
  BlockingClient peer = client();
  peer.send(kGetLive);
  const auto stream = opened.get_future().get();
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int j = 0; j < 500; ++j)
        stream->push("", "", "x");
    });
  peer.receive_until("\r\n\r\n");
  for (int i = 0; i < 2000; ++i)
    ASSERT_EQ(peer.receive_until("\n\n"), "data: x\n\n");
  for (std::thread& thread : threads)
    thread.join();
  stream->close();
  EXPECT_TRUE(peer.closed());
}

TEST_F(EventStreamTest, shows_that_it_is_alive_when_there_is_no_news) {
  stream_with({.heartbeat = 50ms});
  BlockingClient peer = client();
  peer.send(kGetLive);
  peer.receive_until("\r\n\r\n");
  EXPECT_EQ(peer.receive_until("\n\n").front(), ':');
  EXPECT_EQ(peer.receive_until("\n\n").front(), ':');
}

TEST_F(EventStreamTest, notices_that_the_subscriber_left) {
  stream_with({});
  BlockingClient peer = client();
  peer.send(kGetLive);
  const auto stream = opened.get_future().get();
  peer.receive_until("\r\n\r\n");
  peer.close();
  EXPECT_TRUE(eventually([&] { return closed == 1; }));
  EXPECT_FALSE(stream->push("", "", "x"));
  EXPECT_TRUE(eventually([&] { return server->stats().connections_open == 0; }));
}

TEST_F(EventStreamTest, cuts_off_a_subscriber_who_does_not_read) {
  stream_with({.queued_bytes_max = 100'000});
  BlockingClient peer(server->port(), "127.0.0.1", 4096);
  peer.send(kGetLive);
  const auto stream = opened.get_future().get();
  const std::string large(10'000, 'x');
  EXPECT_TRUE(eventually([&] { return !stream->push("", "", large); }));
  EXPECT_TRUE(eventually([&] { return closed == 1; }));
  EXPECT_TRUE(eventually([&] { return server->stats().connections_open == 0; }));
}

TEST_F(EventStreamTest, ends_when_the_server_stops) {
  stream_with({});
  BlockingClient peer = client();
  peer.send(kGetLive);
  const auto stream = opened.get_future().get();
  stream->push("", "", "last");
  server->stop(10s);
  EXPECT_TRUE(peer.receive_rest().ends_with("data: last\n\n"));
  EXPECT_EQ(closed, 1);
}

TEST_F(EventStreamTest, is_closed_when_nobody_waits_for_it_any_more) {
  std::promise<Responder> held;
  service.on_serve = [&](const Request&, Responder responder) {
    held.set_value(std::move(responder));
  };
  start();
  BlockingClient peer = client();
  peer.send(kGetLive);
  Responder responder = held.get_future().get();
  server->stop(0ms);
  auto stream = std::make_shared<EventStream>();
  stream->on_closed([&] { ++closed; });
  responder.stream(stream);
  EXPECT_EQ(closed, 1);
}

}  // namespace
}  // namespace sluis::http
