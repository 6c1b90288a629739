// The HTTP server: listens, keeps the connections within their limits, and calls a Service. One
// thread has one event loop with its own listening socket; a connection stays on its thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <boost/describe/enum.hpp>

#include "kernel/result.h"
#include "kernel/time.h"
#include "platform/http/service.h"

namespace sluis::http {

struct Limits {
  std::size_t header_bytes = 32 * 1024;  // 431 beyond
  std::size_t header_fields = 100;       // 431 beyond
  std::size_t target_bytes = 8 * 1024;   // 414 beyond
  // No more requests are read from a peer that leaves so many bytes of answers unread.
  std::size_t unsent_bytes = 1 << 20;
  std::size_t connections = 10'000;             // 503 beyond
  std::size_t connections_per_address = 1'000;  // 503 beyond; trusted proxies are exempt

  // From the first byte of a request to the end of its head.
  std::chrono::milliseconds header_timeout{10'000};
  // Between two requests of a connection, and before its first.
  std::chrono::milliseconds idle_timeout{75'000};
  // A body or an answer may take this long, and longer at not less than this rate.
  std::chrono::milliseconds body_timeout{20'000};
  std::chrono::milliseconds write_timeout{20'000};
  std::size_t bytes_per_s_min = 4 * 1024;
};

struct Options {
  std::vector<std::string> addresses{"127.0.0.1", "::1"};  // numeric; "::" is every address
  std::uint16_t port = 0;                                  // 0 takes any that is free
  unsigned threads = 1;
  Limits limits{};
  // PEM files; both empty is without TLS.
  std::filesystem::path certificate_file{};
  std::filesystem::path key_file{};
  // Addresses or networks (10.0.0.0/8) whose X-Forwarded-For and X-Forwarded-Proto are believed.
  std::vector<std::string> trusted_proxies{};
  // Where bodies are streamed to (Admission::to_file); needed only by services that ask for it.
  std::filesystem::path staging_folder{};
};

enum class StartRefusal : std::uint8_t {
  address_unknown,
  port_in_use,
  port_not_allowed,
  cannot_listen,
  certificate_unreadable,
  key_unreadable,
  key_mismatch,
  proxy_unknown,
  staging_unusable,
};
BOOST_DESCRIBE_ENUM(StartRefusal, address_unknown, port_in_use, port_not_allowed, cannot_listen,
                    certificate_unreadable, key_unreadable, key_mismatch, proxy_unknown,
                    staging_unusable)
const RefusalKind& kind_of(StartRefusal refusal);

// Since the start, over all threads.
struct Stats {
  std::uint64_t connections_open = 0;
  std::uint64_t connections_accepted = 0;
  std::uint64_t connections_refused = 0;  // over a limit
  std::uint64_t requests = 0;             // that reached the service
  std::uint64_t requests_refused = 0;     // malformed, too large or too slow
  std::uint64_t requests_failed = 0;      // where the service threw
  std::uint64_t bytes_received = 0;
  std::uint64_t bytes_sent = 0;
};

class Server {
 public:
  // Listens and serves from here on. `service` and `clock` must outlive the server.
  static Result<std::unique_ptr<Server>> start(Options options, Service& service,
                                               const Clock& clock);
  // Stops at once if stop() was not called.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // The port it really listens on.
  std::uint16_t port() const;
  Stats stats() const;
  // Listens no more, closes idle connections, ends streams and sockets, lets requests under way
  // finish for at most `grace`, and returns when every connection is gone.
  void stop(std::chrono::milliseconds grace);

 private:
  class Running;
  explicit Server(std::unique_ptr<Running> running);

  std::unique_ptr<Running> running_;
};

}  // namespace sluis::http
