#include <sys/resource.h>

#include <fcntl.h>
#include <future>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

#include <gtest/gtest.h>

#include "platform/http/serving.h"

namespace sluis::http {
namespace {

using namespace std::chrono_literals;

class ServerTest : public Serving {};

constexpr std::string_view kGet = "GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n";

// Takes every file descriptor that this process may still open.
class NoMoreFiles {
 public:
  NoMoreFiles() {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    rlimit less = before_;
    less.rlim_cur = std::min<rlim_t>(before_.rlim_cur, 512);
    ::setrlimit(RLIMIT_NOFILE, &less);
    for (int file = open(); file >= 0; file = open())
      taken_.push_back(file);
  }
  ~NoMoreFiles() {
    while (!taken_.empty())
      free_one();
    ::setrlimit(RLIMIT_NOFILE, &before_);
  }
  void free_one() {
    ::close(taken_.back());
    taken_.pop_back();
  }

 private:
  static int open() { return ::open("/dev/null", O_RDONLY | O_CLOEXEC); }

  rlimit before_{};
  std::vector<int> taken_;
};

TEST_F(ServerTest, answers_a_request_with_exactly_these_bytes) {
  start();
  BlockingClient peer = client();
  peer.send("GET /a?b=c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(peer.receive_rest(),
            "HTTP/1.1 200 OK\r\n"
            "Date: Sun, 22 Nov 2026 05:13:27 GMT\r\n"
            "Content-Type: text/plain\r\n"
            "Content-Length: 11\r\n"
            "Connection: close\r\n"
            "\r\n"
            "GET /a?b=c ");
}

TEST_F(ServerTest, keeps_the_connection_for_the_next_request) {
  start();
  BlockingClient peer = client();
  for (int i = 0; i < 3; ++i) {
    peer.send(kGet);
    EXPECT_EQ(peer.receive().body, "GET /a?b=c ");
  }
  EXPECT_EQ(server->stats().connections_accepted, 1);
  EXPECT_EQ(server->stats().requests, 3);
}

TEST_F(ServerTest, answers_a_thousand_pipelined_requests_in_order) {
  start();
  BlockingClient peer = client();
  std::string all;
  for (int i = 0; i < 1000; ++i)
    all += "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi";
  std::thread sender([&] { peer.send(all); });
  for (int i = 0; i < 1000; ++i)
    ASSERT_EQ(peer.receive().body, "POST /" + std::to_string(i) + " hi");
  sender.join();
}

TEST_F(ServerTest, understands_requests_that_arrive_byte_by_byte) {
  start();
  BlockingClient peer = client();
  for (const char c : std::string_view("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n"
                                       "hello"
                                       "POST /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
                                       "chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"))
    peer.send({&c, 1});
  EXPECT_EQ(peer.receive().body, "POST /p hello");
  EXPECT_EQ(peer.receive().body, "POST /c hello");
}

TEST_F(ServerTest, answers_from_another_thread) {
  std::vector<std::thread> threads;
  service.on_serve = [&](const Request&, Responder responder) {
    threads.emplace_back([responder = std::move(responder)]() mutable {
      responder.reply(text_reply("from elsewhere"));
    });
  };
  start();
  BlockingClient peer = client();
  peer.send(std::string(kGet) + std::string(kGet));
  EXPECT_EQ(peer.receive().body, "from elsewhere");
  EXPECT_EQ(peer.receive().body, "from elsewhere");
  for (std::thread& thread : threads)
    thread.join();
}

TEST_F(ServerTest, answers_500_when_nobody_answered) {
  service.on_serve = [](const Request&, Responder) {};
  start();
  BlockingClient peer = client();
  peer.send(kGet);
  EXPECT_EQ(peer.receive().status, 500);
}

TEST_F(ServerTest, answers_500_when_the_service_throws) {
  service.on_serve = [](const Request&, Responder) { throw std::runtime_error("lost"); };
  start();
  BlockingClient peer = client();
  peer.send(kGet);
  EXPECT_EQ(peer.receive().status, 500);
  EXPECT_EQ(server->stats().requests_failed, 1);
}

TEST_F(ServerTest, answers_500_when_the_service_throws_before_the_body) {
  service.on_admit = [](const Head& head) -> Admission {
    if (head.path == "/bad") throw std::runtime_error("lost");
    return {};
  };
  start();
  BlockingClient peer = client();
  peer.send("POST /bad HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi");
  EXPECT_EQ(peer.receive().status, 500);
  peer.send(kGet);
  EXPECT_EQ(peer.receive().status, 200);
  EXPECT_EQ(server->stats().requests_failed, 1);
}

TEST_F(ServerTest, sends_no_body_to_head) {
  start();
  BlockingClient peer = client();
  peer.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(peer.receive(true).header("Content-Length"), "8");
  peer.send(kGet);
  EXPECT_EQ(peer.receive().body, "GET /a?b=c ");
}

TEST_F(ServerTest, speaks_http_1_0) {
  start();
  BlockingClient once = client();
  once.send("GET / HTTP/1.0\r\n\r\n");
  EXPECT_EQ(once.receive().header("Connection"), "close");
  EXPECT_TRUE(once.closed());
  BlockingClient again = client();
  again.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(again.receive().header("Connection"), "keep-alive");
  again.send("GET / HTTP/1.0\r\n\r\n");
  EXPECT_EQ(again.receive().status, 200);
}

TEST_F(ServerTest, asks_for_the_body_when_the_client_waits_for_that) {
  start();
  BlockingClient peer = client();
  peer.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(peer.receive_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  peer.send("abc");
  EXPECT_EQ(peer.receive().body, "POST / abc");
}

TEST_F(ServerTest, refuses_a_body_before_it_is_sent) {
  service.on_admit = [](const Head&) { return Admission{.body_bytes_max = 10}; };
  start();
  BlockingClient peer = client();
  peer.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(peer.receive().status, 413);
  EXPECT_TRUE(peer.closed());
}

TEST_F(ServerTest, goes_on_after_a_refusal_when_the_body_was_small) {
  service.on_admit = [](const Head& head) {
    Admission admission;
    if (head.path == "/no") admission.refusal = text_reply("not there", 404);
    return admission;
  };
  start();
  BlockingClient peer = client();
  peer.send("POST /no HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhel");
  peer.send("lo");
  peer.send(kGet);
  EXPECT_EQ(peer.receive().status, 404);
  EXPECT_EQ(peer.receive().status, 200);
}

TEST_F(ServerTest, keeps_large_bodies_whole_in_both_directions) {
  service.on_admit = [](const Head&) { return Admission{.body_bytes_max = 1 << 24}; };
  service.on_serve = [](const Request& request, Responder responder) {
    responder.reply(text_reply(std::string(request.body)));
  };
  start();
  std::string large;
  for (int i = 0; large.size() < 3'000'000; ++i)
    large += std::to_string(i);
  BlockingClient peer = client();
  std::thread sender([&] {
    peer.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(large.size()) +
              "\r\n\r\n" + large);
    peer.send(kGet);
  });
  EXPECT_TRUE(peer.receive().body == large);
  EXPECT_EQ(peer.receive().status, 200);
  sender.join();
}

TEST_F(ServerTest, answers_a_client_that_has_stopped_sending) {
  start();
  BlockingClient peer = client();
  peer.send(kGet);
  peer.end_sending();
  EXPECT_EQ(peer.receive().body, "GET /a?b=c ");
  EXPECT_TRUE(peer.closed());
}

TEST_F(ServerTest, survives_clients_that_vanish_before_and_during_their_answer) {
  std::vector<std::thread> threads;
  std::promise<void> vanished;
  std::shared_future<void> after = vanished.get_future().share();
  service.on_serve = [&](const Request& request, Responder responder) {
    if (request.head.path == "/ok") return responder.reply(text_reply("ok"));
    threads.emplace_back([after, responder = std::move(responder)]() mutable {
      after.wait();
      responder.reply(text_reply(std::string(10'000'000, 'x')));
    });
  };
  start();
  BlockingClient before = client();
  before.send(kGet);
  ASSERT_TRUE(eventually([&] { return server->stats().requests == 1; }));
  before.vanish();
  BlockingClient during(server->port(), "127.0.0.1", 4096);
  during.send(kGet);
  ASSERT_TRUE(eventually([&] { return server->stats().requests == 2; }));
  vanished.set_value();
  EXPECT_EQ(during.receive_until("\r\n").substr(0, 12), "HTTP/1.1 200");
  during.vanish();
  EXPECT_TRUE(eventually([&] { return server->stats().connections_open == 0; }));
  BlockingClient peer = client();
  peer.send("GET /ok HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(peer.receive().body, "ok");
  for (std::thread& thread : threads)
    thread.join();
}

TEST_F(ServerTest, tells_slow_senders_to_go) {
  options.limits.header_timeout = 100ms;
  options.limits.body_timeout = 100ms;
  start();
  BlockingClient head = client();
  head.send("GET / HT");
  EXPECT_EQ(head.receive().status, 408);
  EXPECT_TRUE(head.closed());
  BlockingClient body = client();
  body.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
  EXPECT_EQ(body.receive().status, 408);
  EXPECT_TRUE(body.closed());
}

TEST_F(ServerTest, closes_idle_connections_without_a_word) {
  options.limits.idle_timeout = 100ms;
  start();
  BlockingClient silent = client();
  EXPECT_TRUE(silent.closed());
  BlockingClient peer = client();
  peer.send(kGet);
  EXPECT_EQ(peer.receive().status, 200);
  EXPECT_TRUE(peer.closed());
}

TEST_F(ServerTest, cuts_off_slow_readers) {
  options.limits.write_timeout = 100ms;
  options.limits.bytes_per_s_min = 1 << 30;
  service.on_serve = [](const Request&, Responder responder) {
    responder.reply(text_reply(std::string(50'000'000, 'x')));
  };
  start();
  BlockingClient peer = client();
  peer.send(kGet);
  EXPECT_TRUE(eventually([&] { return server->stats().requests == 1; }));
  EXPECT_TRUE(eventually([&] { return server->stats().connections_open == 0; }));
}

TEST_F(ServerTest, turns_away_what_exceeds_the_limits) {
  options.limits.connections_per_address = 2;
  start();
  BlockingClient first = client();
  BlockingClient second = client();
  EXPECT_TRUE(eventually([&] { return server->stats().connections_open == 2; }));
  BlockingClient third = client();
  EXPECT_EQ(third.receive().status, 503);
  EXPECT_TRUE(third.closed());
  EXPECT_EQ(server->stats().connections_refused, 1);
  first.close();
  EXPECT_TRUE(eventually([&] { return server->stats().connections_open == 1; }));
  BlockingClient fourth = client();
  fourth.send(kGet);
  EXPECT_EQ(fourth.receive().status, 200);
}

TEST_F(ServerTest, stays_within_its_connections_in_a_flood) {
  constexpr std::size_t kServed = 20;
  constexpr std::size_t kFlood = 300;
  options.limits.connections = kServed;
  start();
  {
    std::vector<BlockingClient> flood;
    for (std::size_t i = 0; i < kFlood; ++i)
      flood.push_back(client());
    for (std::size_t i = kServed; i < kFlood; ++i)
      ASSERT_EQ(flood[i].receive().status, 503);
    EXPECT_EQ(server->stats().connections_open, kServed);
    EXPECT_EQ(server->stats().connections_refused, kFlood - kServed);
    for (std::size_t i = 0; i < kServed; ++i) {
      flood[i].send(kGet);
      ASSERT_EQ(flood[i].receive().status, 200);
    }
  }
  ASSERT_TRUE(eventually([&] { return server->stats().connections_open == 0; }));
  BlockingClient later = client();
  later.send(kGet);
  EXPECT_EQ(later.receive().status, 200);
}

TEST_F(ServerTest, goes_on_when_it_was_out_of_file_descriptors) {
  start();
  BlockingClient before = client();
  before.send(kGet);
  EXPECT_EQ(before.receive().status, 200);
  {
    NoMoreFiles none;
    none.free_one();
    BlockingClient in_vain = client();
    EXPECT_TRUE(in_vain.closed());
    before.send(kGet);
    EXPECT_EQ(before.receive().status, 200);
  }
  BlockingClient after = client();
  after.send(kGet);
  EXPECT_EQ(after.receive().status, 200);
}

TEST_F(ServerTest, answers_clients_over_ipv6) {
  service.on_serve = [](const Request& request, Responder responder) {
    responder.reply(text_reply(std::string(request.head.peer)));
  };
  start();
  BlockingClient peer(server->port(), "::1");
  peer.send("GET / HTTP/1.1\r\nHost: [::1]\r\n\r\n");
  EXPECT_EQ(peer.receive().body, "::1");
}

TEST_F(ServerTest, finishes_requests_under_way_when_it_stops) {
  std::promise<Responder> held;
  service.on_serve = [&](const Request&, Responder responder) {
    held.set_value(std::move(responder));
  };
  start();
  BlockingClient idle = client();
  BlockingClient busy = client();
  busy.send(kGet);
  Responder responder = held.get_future().get();
  std::thread stopping([&] { server->stop(10s); });
  EXPECT_TRUE(idle.closed());
  responder.reply(text_reply("at last"));
  const Received last = busy.receive();
  EXPECT_EQ(last.body, "at last");
  EXPECT_EQ(last.header("Connection"), "close");
  EXPECT_TRUE(busy.closed());
  busy.close();
  stopping.join();
}

TEST_F(ServerTest, stops_after_the_grace_even_if_a_request_is_not_answered) {
  std::promise<Responder> held;
  service.on_serve = [&](const Request&, Responder responder) {
    held.set_value(std::move(responder));
  };
  start();
  BlockingClient peer = client();
  peer.send(kGet);
  Responder responder = held.get_future().get();
  server->stop(50ms);
  EXPECT_TRUE(peer.closed());
  server.reset();
  responder.reply(text_reply("too late"));
}

TEST_F(ServerTest, refuses_to_start_where_another_listens) {
  start();
  Options same;
  same.port = server->port();
  const auto second = Server::start(same, service, clock);
  ASSERT_FALSE(second.has_value());
  EXPECT_TRUE(is(second.error(), StartRefusal::port_in_use));
  EXPECT_EQ(second.error().message().in(Language::en),
            "Port " + std::to_string(same.port) +
                " on 127.0.0.1 is in use by another program; stop that or choose another port.");
}

TEST_F(ServerTest, refuses_to_start_with_wrong_options) {
  const auto refusal = [&](Options wrong) {
    const auto started = Server::start(std::move(wrong), service, clock);
    return started ? std::string("started") : std::string(started.error().kind().name);
  };
  EXPECT_EQ(refusal({.addresses = {"example.org"}}), "address_unknown");
  EXPECT_EQ(refusal({.addresses = {"203.0.113.1"}}), "cannot_listen");
  EXPECT_EQ(refusal({.certificate_file = "/nowhere.pem"}), "certificate_unreadable");
  EXPECT_EQ(refusal({.trusted_proxies = {"10.0.0.0/33"}}), "proxy_unknown");
  EXPECT_EQ(refusal({.staging_folder = "/nowhere"}), "staging_unusable");
}

TEST_F(ServerTest, serves_on_several_threads) {
  options.threads = 3;
  start();
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&] {
      for (int j = 0; j < 20; ++j) {
        BlockingClient peer = client();
        peer.send(kGet);
        EXPECT_EQ(peer.receive().status, 200);
      }
    });
  }
  for (std::thread& thread : clients)
    thread.join();
  EXPECT_EQ(server->stats().requests, 160);
}

}  // namespace
}  // namespace sluis::http
