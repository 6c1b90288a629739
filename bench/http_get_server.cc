// The HTTP server alone, answering every request with the same few bytes: what bench/http_get
// measures against nginx. Runs until it is interrupted.
#include <charconv>
#include <cstdio>
#include <signal.h>
#include <string_view>

#include "platform/http/server.h"

namespace sluis {
namespace {

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

std::uint16_t port_of(std::string_view text) {
  std::uint16_t port = 0;
  std::from_chars(text.data(), text.data() + text.size(), port);
  return port;
}

// Until it is told to end.
int serve(std::uint16_t port) {
  sigset_t interrupts;
  sigemptyset(&interrupts);
  sigaddset(&interrupts, SIGINT);
  sigaddset(&interrupts, SIGTERM);
  sigprocmask(SIG_BLOCK, &interrupts, nullptr);

  SameAnswer service;
  SystemClock clock;
  http::Options options;
  options.port = port;
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

}  // namespace
}  // namespace sluis

int main(int argc, char** argv) {
  return sluis::serve(argc > 1 ? sluis::port_of(argv[1]) : std::uint16_t{0});
}
