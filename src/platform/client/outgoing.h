// Calls other systems: HTTPS with their certificate and name checked, within limits of time and
// size. Follows no redirects, and reaches private addresses only where the operator names the host.
// Blocking, so never inside a unit; every member may be called from any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/fields.h"
#include "kernel/result.h"
#include "kernel/time.h"

namespace sluis::client {

enum class OutgoingRefusal : std::uint8_t {
  certificates_unreadable,
  address_unfitting,
  address_private,
  host_unknown,
  unreachable,
  certificate_wrong,
  connection_lost,
  answer_malformed,
  answer_too_large,
  too_slow,
  stopped,
};
BOOST_DESCRIBE_ENUM(OutgoingRefusal, certificates_unreadable, address_unfitting, address_private,
                    host_unknown, unreachable, certificate_wrong, connection_lost, answer_malformed,
                    answer_too_large, too_slow, stopped)
const RefusalKind& kind_of(OutgoingRefusal refusal);

struct OutgoingOptions {
  // "shop.local", "127.0.0.1:8099": may have a private address, and may be called without TLS.
  std::vector<std::string> private_hosts;
  std::optional<std::filesystem::path> certificates;  // PEM; believed beside those of the system
  Duration connect_longest = std::chrono::seconds(10);
  Duration whole_longest = std::chrono::seconds(30);
  std::uint64_t answer_bytes = 4 * 1024 * 1024;
  std::size_t kept_per_host = 2;
  Duration kept_longest = std::chrono::seconds(30);
};

struct HeaderField {
  std::string name;
  std::string value;
};

struct OutgoingRequest {
  std::string method = "GET";
  std::string address;  // whole: "https://shop.example/wp-json/wc/v3/products?sku=A"
  std::vector<HeaderField> headers;
  std::string body;
};

struct OutgoingAnswer {
  int status = 0;
  std::vector<HeaderField> headers;
  std::string body;

  // The first of that name; empty if there is none.
  std::string_view header(std::string_view name) const;
};

class Outgoing {
 public:
  static Result<std::unique_ptr<Outgoing>> open(OutgoingOptions options);
  ~Outgoing();

  // Any status is an answer. What went wrong may have happened there or not: after
  // connection_lost, too_slow and what is wrong with the answer nobody here knows.
  Result<OutgoingAnswer> call(const OutgoingRequest& request, const std::stop_token& stop);

 private:
  class Pool;
  explicit Outgoing(std::unique_ptr<Pool> pool);
  std::unique_ptr<Pool> pool_;
};

}  // namespace sluis::client
