#include "connectors/ingest/amount.h"

#include <algorithm>
#include <charconv>

namespace sluis::connectors::ingest {
namespace {

using Wide = __int128;

constexpr std::int64_t kMost = 1'000'000'000'000 * Micro::kPerUnit;
constexpr int kDigitsKept = 30;  // more than decide a rounded amount; they fit in 128 bits
constexpr int kMicroDecimals = 6;

// digits x 10^exponent, without sign.
struct Decimal {
  Wide digits = 0;
  int exponent = 0;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Digits with or without a point; what stands behind the last of 30 digits is dropped.
std::optional<Decimal> take_digits(std::string_view& text) {
  Decimal decimal;
  int kept = 0;
  bool any = false;
  bool behind_point = false;
  for (; !text.empty(); text.remove_prefix(1)) {
    const char c = text.front();
    if (c == '.' && !behind_point) {
      behind_point = true;
    } else if (is_digit(c)) {
      any = true;
      const bool keep = kept < kDigitsKept;
      if (keep) decimal.digits = decimal.digits * 10 + (c - '0');
      if (keep && decimal.digits != 0) ++kept;
      decimal.exponent += (keep ? 0 : 1) - (behind_point ? 1 : 0);
    } else {
      break;
    }
  }
  if (!any) return std::nullopt;
  return decimal;
}

std::optional<int> take_exponent(std::string_view& text) {
  if (!text.starts_with('e') && !text.starts_with('E')) return 0;
  text.remove_prefix(1);
  if (text.starts_with('+') && text.size() > 1 && is_digit(text[1])) text.remove_prefix(1);
  int exponent = 0;
  const auto [end, error] = std::from_chars(text.begin(), text.end(), exponent);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
  return exponent;
}

std::optional<std::int64_t> within_limit(Wide magnitude) {
  if (magnitude > kMost) return std::nullopt;
  return static_cast<std::int64_t>(magnitude);
}

std::optional<Micro> signed_within_limit(Wide micros) {
  const auto magnitude = within_limit(micros < 0 ? -micros : micros);
  if (!magnitude) return std::nullopt;
  return Micro(micros < 0 ? -*magnitude : *magnitude);
}

// value x 10^exponent, rounded half away from zero; value >= 0.
std::optional<std::int64_t> shifted(Wide value, int exponent) {
  if (value == 0) return 0;
  for (; exponent > 0; --exponent) {
    if (value > kMost) return std::nullopt;
    value *= 10;
  }
  for (; exponent < -1 && value != 0; ++exponent)
    value /= 10;
  if (exponent < 0) value = (value + 5) / 10;
  return within_limit(value);
}

}  // namespace

std::optional<Micro> amount_of(std::string_view decimal) {
  const bool negative = decimal.starts_with('-');
  if (negative) decimal.remove_prefix(1);
  const auto number = take_digits(decimal);
  if (!number) return std::nullopt;
  const auto exponent = take_exponent(decimal);
  if (!exponent || !decimal.empty()) return std::nullopt;
  const int shift = std::clamp(*exponent, -100'000, 100'000) + number->exponent + kMicroDecimals;
  const auto micros = shifted(number->digits, shift);
  if (!micros) return std::nullopt;
  return Micro(negative ? -*micros : *micros);
}

std::optional<Micro> product_of(Micro a, Micro b) {
  const Wide product = static_cast<Wide>(a.units()) * b.units();
  const Wide half = product < 0 ? -Micro::kPerUnit / 2 : Micro::kPerUnit / 2;
  return signed_within_limit((product + half) / Micro::kPerUnit);
}

std::optional<Micro> Total::value() const {
  return signed_within_limit(micros_);
}

}  // namespace sluis::connectors::ingest
