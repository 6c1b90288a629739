#include "kernel/ids.h"

#include <algorithm>
#include <array>

#include "kernel/assert.h"

namespace sluis {
namespace {

constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kDigitCount = 13;                   // 13 x 5 bits >= 64
constexpr std::int64_t kEpochMillis = 1'577'836'800'000;  // 2020-01-01T00:00:00Z
constexpr unsigned kNodeBits = 6;
constexpr unsigned kCounterBits = 16;

int digit_value(char c) {
  if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (c == 'o') c = '0';
  if (c == 'i' || c == 'l') c = '1';
  const auto at = kDigits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

std::uint64_t millis_since_2020(Instant instant) {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(0, instant.millis() - kEpochMillis));
}

}  // namespace

std::string id_digits(std::int64_t number) {
  std::string out(kDigitCount, '0');
  auto rest = static_cast<std::uint64_t>(number);
  for (std::size_t i = kDigitCount; i-- > 0; rest >>= 5)
    out[i] = kDigits[rest & 31];
  return out;
}

std::optional<std::int64_t> parse_id_digits(std::string_view digits) {
  if (digits.size() != kDigitCount) return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : digits) {
    const int value = digit_value(c);
    if (value < 0 || number >> 59 != 0) return std::nullopt;  // no digit, or more than 64 bits
    number = number << 5 | static_cast<std::uint64_t>(value);
  }
  if (number >> 63 != 0) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

IdSource::IdSource(const Clock& clock, unsigned node, Instant not_before)
    : clock_(clock), node_(node), last_(millis_since_2020(not_before) << kCounterBits) {
  SLUIS_ASSERT(node < 1u << kNodeBits);
}

std::int64_t IdSource::next_number() {
  const std::uint64_t now = millis_since_2020(clock_.now()) << kCounterBits;
  std::uint64_t last = last_.load(std::memory_order_relaxed);
  std::uint64_t next;
  do {
    // When the counter of a millisecond is used up this runs on into the next one.
    next = std::max(now, last + 1);
  } while (!last_.compare_exchange_weak(last, next, std::memory_order_relaxed));
  const std::uint64_t millis = next >> kCounterBits;
  const std::uint64_t counter = next & ((1u << kCounterBits) - 1);
  return static_cast<std::int64_t>(millis << (kNodeBits + kCounterBits) | node_ << kCounterBits |
                                   counter);
}

Instant IdSource::moment_of(std::int64_t number) {
  const auto millis = number >> (kNodeBits + kCounterBits);
  return Instant((millis + kEpochMillis) * 1000);
}

}  // namespace sluis
