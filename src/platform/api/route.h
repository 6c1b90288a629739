// A route as data: what it is called, who may call it, how it runs and what it can refuse. The
// platform applies all of it; the handler only does its work.
#pragma once

#include <chrono>
#include <string_view>
#include <vector>

#include "kernel/result.h"
#include "platform/api/handler.h"

namespace sluis::api {

// Whether a command may be sent again. `by_key` takes an Idempotency-Key: the same key gives the
// same answer for a day, and another request under that key is refused.
enum class Idempotency : std::uint8_t { natural, by_key };

// Whether If-Match must name the version that the caller has seen.
enum class Precondition : std::uint8_t { none, version };

struct Limits {
  std::uint64_t body_bytes = 64 * 1024;
  std::chrono::milliseconds query_time{10'000};  // of the mode query, after which it is stopped
};

struct Route {
  std::string_view operation;  // "channels.list": capability and what is done
  http::Method method;
  std::string_view path;  // "/api/v1/channels/{id}"
  Text summary;           // for the API description
  Allow allow;
  Handler handler;
  Idempotency idempotency = Idempotency::natural;
  Precondition precondition = Precondition::none;
  Limits limits = {};
  std::vector<const RefusalKind*> refusals = {};  // its own; the platform's come by themselves
  std::string_view content_type = {};             // of a raw body or a download, e.g. "text/csv"
  std::string_view answer_type = {};              // of the answer to a foreign request
};

// refuses(StockRefusal::item_unknown, StockRefusal::too_few)
template <RefusalEnum... E>
  requires(sizeof...(E) > 0)
std::vector<const RefusalKind*> refuses(E... these) {
  return {&kind_of(these)...};
}

// All refusals of several enums.
template <RefusalEnum... E>
std::vector<const RefusalKind*> refuses() {
  std::vector<const RefusalKind*> kinds;
  const auto add = [&](const auto& more) { kinds.insert(kinds.end(), more.begin(), more.end()); };
  (add(all_kinds<E>()), ...);
  return kinds;
}

}  // namespace sluis::api
