#include "connectors/ingest/amount.h"

#include <charconv>

#include "kernel/decimal.h"

namespace sluis::connectors::ingest {
namespace {

using Wide = __int128;

constexpr std::int64_t kMost = 1'000'000'000'000 * Micro::kPerUnit;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Digits with or without a point.
Decimal take_digits(std::string_view& text) {
  Decimal decimal;
  for (; !text.empty(); text.remove_prefix(1)) {
    const char c = text.front();
    if (is_digit(c)) {
      decimal.digit(c);
    } else if (c == '.' && !decimal.has_point()) {
      decimal.point();
    } else {
      break;
    }
  }
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

std::optional<Micro> within_limit(Wide micros) {
  if (micros > kMost || micros < -kMost) return std::nullopt;
  return Micro(static_cast<std::int64_t>(micros));
}

}  // namespace

std::optional<Micro> amount_of(std::string_view decimal) {
  const bool negative = decimal.starts_with('-');
  if (negative) decimal.remove_prefix(1);
  const Decimal digits = take_digits(decimal);
  if (!digits.has_digit()) return std::nullopt;
  const auto exponent = take_exponent(decimal);
  if (!exponent || !decimal.empty()) return std::nullopt;
  return digits.micro(negative, *exponent);
}

std::optional<Micro> product_of(Micro a, Micro b) {
  const Wide product = static_cast<Wide>(a.units()) * b.units();
  const Wide half = product < 0 ? -Micro::kPerUnit / 2 : Micro::kPerUnit / 2;
  return within_limit((product + half) / Micro::kPerUnit);
}

std::optional<Micro> Total::value() const {
  return within_limit(micros_);
}

}  // namespace sluis::connectors::ingest
