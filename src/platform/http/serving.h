// A running server for tests, with a service made of two functions.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

#include <gtest/gtest.h>

#include "platform/http/blocking_client.h"
#include "platform/http/server.h"

namespace sluis::http {

class FixedClock final : public Clock {
 public:
  // Sunday.
  Instant now() const override { return *parse_instant("2026-11-22T05:13:27Z"); }
};

class TestService final : public Service {
 public:
  std::function<Admission(const Head&)> on_admit = [](const Head&) { return Admission(); };
  std::function<void(const Request&, Responder)> on_serve = [](const Request& request,
                                                               Responder responder) {
    Reply reply;
    reply.content_type = "text/plain";
    reply.body = std::string(request.head.method_text) + " " + std::string(request.head.target) +
                 " " + std::string(request.body);
    responder.reply(std::move(reply));
  };

  Admission admit(const Head& head) override { return on_admit(head); }
  void serve(const Request& request, Responder responder) override {
    on_serve(request, std::move(responder));
  }
};

inline Reply text_reply(std::string text, int status = 200) {
  Reply reply;
  reply.status = status;
  reply.content_type = "text/plain";
  reply.body = std::move(text);
  return reply;
}

// Starts with start(), after the options and the service have been set.
class Serving : public ::testing::Test {
 protected:
  void start() {
    auto started = Server::start(options, service, clock);
    ASSERT_TRUE(started.has_value()) << started.error().message().in(Language::en);
    server = *std::move(started);
  }
  // While all that a test has is still there: the last connections may tell it that they closed.
  void TearDown() override { server.reset(); }
  BlockingClient client() { return BlockingClient(server->port()); }
  // Waits for what another thread brings about.
  static bool eventually(const std::function<bool()>& holds) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!holds()) {
      if (std::chrono::steady_clock::now() > until) return false;
      std::this_thread::yield();
    }
    return true;
  }

  Options options;
  TestService service;
  FixedClock clock;
  std::unique_ptr<Server> server;
};

}  // namespace sluis::http
