#include "kernel/text_form.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "kernel/fields.h"

namespace sluis {
namespace {

constexpr Text kText{"text in UTF-8 without a zero byte", "tekst in UTF-8 zonder nulteken"};
constexpr Text kBool{"true or false", "true of false"};
constexpr Text kWholeNumber{"a whole number, for example 42", "een geheel getal, bijvoorbeeld 42"};
constexpr Text kNumber{"a number, for example 3.5", "een getal, bijvoorbeeld 3.5"};
constexpr Text kInstant{"a moment like 2026-11-22T09:30:00Z",
                        "een moment zoals 2026-11-22T09:30:00Z"};
constexpr Text kDate{"a date like 2026-11-22", "een datum zoals 2026-11-22"};
constexpr Text kDuration{"a length of time like 250ms, 90s, 15m, 2h or 7d",
                         "een tijdsduur zoals 250ms, 90s, 15m, 2h of 7d"};
constexpr Text kId{"an id that starts with {0}_", "een id dat begint met {0}_"};
constexpr Text kOneOf{"one of: {0}", "een van: {0}"};

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  Number value{};
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || at != end) return std::nullopt;
  return value;
}

struct Unit {
  std::string_view name;
  std::int64_t micros;
};
constexpr std::array kUnits = {
    Unit{"d", 86'400'000'000}, Unit{"h", 3'600'000'000}, Unit{"m", 60'000'000},
    Unit{"s", 1'000'000},      Unit{"ms", 1'000},        Unit{"us", 1},
};

}  // namespace

std::string join_names(const std::vector<std::string_view>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string enum_schema(const std::vector<std::string_view>& names) {
  return fmt::format(R"("type":"string","enum":["{}"])", fmt::join(names, R"(",")"));
}

std::string id_schema(std::string_view prefix) {
  return fmt::format(R"("type":"string","pattern":"^{}_[0-9a-hjkmnp-tv-z]{{13}}$")", prefix);
}

Message expected_id(std::string_view prefix) {
  return {kId, prefix};
}
Message expected_one_of(const std::vector<std::string_view>& names) {
  return {kOneOf, join_names(names)};
}

std::optional<std::string> TextForm<std::string>::parse(std::string_view text) {
  if (!utf8_length(text) || text.find('\0') != std::string_view::npos) return std::nullopt;
  return std::string(text);
}
Message TextForm<std::string>::expected() {
  return kText;
}

std::optional<bool> TextForm<bool>::parse(std::string_view text) {
  if (text == "true") return true;
  if (text == "false") return false;
  return std::nullopt;
}
Message TextForm<bool>::expected() {
  return kBool;
}

std::optional<std::int64_t> TextForm<std::int64_t>::parse(std::string_view text) {
  return parse_number<std::int64_t>(text);
}
Message TextForm<std::int64_t>::expected() {
  return kWholeNumber;
}

std::optional<double> TextForm<double>::parse(std::string_view text) {
  const auto value = parse_number<double>(text);
  return value && std::isfinite(*value) ? value : std::nullopt;
}
std::string TextForm<double>::print(const double& value) {
  return fmt::format("{}", value);
}
Message TextForm<double>::expected() {
  return kNumber;
}

Message TextForm<Instant>::expected() {
  return kInstant;
}
Message TextForm<Date>::expected() {
  return kDate;
}

std::optional<Duration> TextForm<Duration>::parse(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto number = parse_number<std::int64_t>(text.substr(0, digits));
  if (!number) return std::nullopt;
  for (const Unit& unit : kUnits) {
    if (text.substr(digits) != unit.name) continue;
    std::int64_t micros = 0;
    if (__builtin_mul_overflow(*number, unit.micros, &micros)) return std::nullopt;
    return Duration(micros);
  }
  return std::nullopt;
}
std::string TextForm<Duration>::print(const Duration& value) {
  for (const Unit& unit : kUnits) {
    if (value.count() % unit.micros != 0 || value.count() == 0) continue;
    return fmt::format("{}{}", value.count() / unit.micros, unit.name);
  }
  return "0s";
}
Message TextForm<Duration>::expected() {
  return kDuration;
}

}  // namespace sluis
