#include "platform/client/pace.h"

#include <algorithm>

namespace sluis::client {

Turn turn_of(Instant next_call, std::int64_t calls_per_minute, Instant now) {
  constexpr Duration minute = std::chrono::minutes(1);
  constexpr std::int64_t share_at_once = 10;
  const std::int64_t at_once = std::max<std::int64_t>(1, calls_per_minute / share_at_once);
  const Duration between = minute / (calls_per_minute - at_once + 1) + Duration(1);
  const Instant earliest = next_call - (at_once - 1) * between;
  if (now < earliest) return {.now = false, .at = earliest, .next_call = next_call};
  return {.now = true, .at = now, .next_call = std::max(now, next_call) + between};
}

Duration wait_after(std::int64_t failures, std::int64_t spread) {
  constexpr Duration first = std::chrono::seconds(2);
  constexpr Duration longest = std::chrono::minutes(15);
  constexpr std::int64_t doublings = 10;
  constexpr std::int64_t parts = 1000;
  const Duration whole = std::min(
      longest, first * (std::int64_t{1} << std::clamp<std::int64_t>(failures, 0, doublings)));
  const std::int64_t part = ((spread % parts) + parts) % parts;
  return whole * 3 / 4 + whole / 2 * part / parts;
}

}  // namespace sluis::client
