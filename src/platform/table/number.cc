#include "platform/table/number.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "kernel/text_form.h"

namespace sluis::table {
namespace {

constexpr std::int64_t kDigitsExact = 15;  // a double holds every whole number of so many digits
constexpr std::array kTens = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                              1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<double> parse_any(std::string_view text, char decimal) {
  std::string plain(text);
  if (decimal != '.') {
    if (plain.find('.') != std::string::npos) return std::nullopt;
    const std::size_t sign = plain.find(decimal);
    if (sign != std::string::npos) plain[sign] = '.';
  }
  double number = 0;
  const char* end = plain.data() + plain.size();
  const auto [at, error] = std::from_chars(plain.data(), end, number);
  if (error != std::errc{} || at != end || !std::isfinite(number)) return std::nullopt;
  return number;
}

}  // namespace

std::optional<double> parse_number(std::string_view text, char decimal) {
  const char* at = text.data();
  const char* end = at + text.size();
  const bool negative = at != end && *at == '-';
  at += negative;
  std::uint64_t whole = 0;  // goes round after more digits than are exact; it is not used then
  const char* begin = at;
  for (; at != end && is_digit(*at); ++at)
    whole = whole * 10 + static_cast<std::uint64_t>(*at - '0');
  const std::int64_t before = at - begin;
  std::int64_t behind = 0;
  if (before <= kDigitsExact && at != end && *at == decimal) {
    const char* fraction = ++at;
    for (; at != end && is_digit(*at) && at - fraction < kDigitsExact; ++at)
      whole = whole * 10 + static_cast<std::uint64_t>(*at - '0');
    behind = at - fraction;
  }
  // A quotient of two numbers that a double holds exactly is rounded once (Clinger 1990).
  const bool is_exact = before > 0 && before + behind <= kDigitsExact && at == end;
  if (!is_exact) return parse_any(text, decimal);
  const double number = static_cast<double>(static_cast<std::int64_t>(whole)) /
                        kTens[static_cast<std::size_t>(behind)];
  return negative ? -number : number;
}

std::optional<std::int64_t> parse_seconds(std::string_view text) {
  std::int64_t seconds = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, seconds);
  if (error == std::errc{} && at == end) return seconds;
  if (const auto date = parse_date(text)) {
    return std::chrono::sys_seconds(date->days()).time_since_epoch().count();
  }
  if (const auto instant = parse_instant(text)) return instant->micros() / 1'000'000;
  return std::nullopt;
}

}  // namespace sluis::table
