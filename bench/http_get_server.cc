// The HTTP server alone, answering every request with the same few bytes: what bench/http_get
// measures against nginx. Runs until it is interrupted.
#include <signal.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "platform/http/server.h"

namespace {

using namespace sluis;

class SameAnswer final : public http::Service {
 public:
  http::Admission admit(const http::Head&) override { return {}; }
  void serve(const http::Request&, http::Responder responder) override {
    http::Reply reply;
    reply.content_type = "application/json";
    reply.headers = {{"Server", "sluis"}, {"Cache-Control", "no-store"}};
    reply.body = R"({"status":"ok"})";
    responder.reply(std::move(reply));
  }
};

class SystemClock final : public Clock {
 public:
  Instant now() const override {
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    return Instant(std::chrono::duration_cast<Duration>(since_epoch).count());
  }
};

}  // namespace

int main(int argc, char** argv) {
  sigset_t interrupts;
  sigemptyset(&interrupts);
  sigaddset(&interrupts, SIGINT);
  sigaddset(&interrupts, SIGTERM);
  sigprocmask(SIG_BLOCK, &interrupts, nullptr);

  SameAnswer service;
  SystemClock clock;
  http::Options options;
  options.port = static_cast<std::uint16_t>(argc > 1 ? std::atoi(argv[1]) : 0);
  const auto server = http::Server::start(options, service, clock);
  if (!server) {
    std::fprintf(stderr, "%s\n", server.error().message().in(Language::en).c_str());
    return 1;
  }
  std::printf("%u\n", unsigned{(*server)->port()});
  std::fflush(stdout);
  int signal = 0;
  sigwait(&interrupts, &signal);
  (*server)->stop(std::chrono::milliseconds(100));
  return 0;
}
