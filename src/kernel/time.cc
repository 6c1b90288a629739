#include "kernel/time.h"

#include <charconv>

#include <fmt/format.h>

namespace sluis {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr std::int64_t kMicrosPerSecond = 1'000'000;
constexpr std::int64_t kMicrosPerDay = kSecondsOfDay * kMicrosPerSecond;

// Reads exactly `digits` decimal digits from the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Date> take_date(std::string_view& text) {
  const auto y = take_number(text, 4);
  if (!y || !take(text, "-")) return std::nullopt;
  const auto m = take_number(text, 2);
  if (!m || !take(text, "-")) return std::nullopt;
  const auto d = take_number(text, 2);
  if (!d || *y < 1) return std::nullopt;
  const auto ymd = year(*y) / month(static_cast<unsigned>(*m)) / day(static_cast<unsigned>(*d));
  if (!ymd.ok()) return std::nullopt;
  return Date(std::chrono::sys_days(ymd));
}

// The fraction after the seconds, in microseconds; more digits than six are cut off.
std::optional<std::int64_t> take_fraction(std::string_view& text) {
  if (!take(text, ".")) return 0;
  std::int64_t micros = 0;
  std::int64_t unit = kMicrosPerSecond / 10;
  std::size_t digits = 0;
  for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; ++digits) {
    micros += (text.front() - '0') * unit;
    unit /= 10;
    text.remove_prefix(1);
  }
  if (digits == 0) return std::nullopt;
  return micros;
}

std::optional<std::int64_t> take_offset_s(std::string_view& text) {
  if (take(text, "Zz")) return 0;
  const bool west = !text.empty() && text.front() == '-';
  if (!take(text, "+-")) return std::nullopt;
  const auto hours = take_number(text, 2);
  if (!hours || !take(text, ":")) return std::nullopt;
  const auto minutes = take_number(text, 2);
  if (!minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  const int seconds = *hours * 3600 + *minutes * 60;
  return west ? -seconds : seconds;
}

std::optional<std::int64_t> take_time_of_day_s(std::string_view& text) {
  const auto h = take_number(text, 2);
  if (!h || !take(text, ":")) return std::nullopt;
  const auto m = take_number(text, 2);
  if (!m || !take(text, ":")) return std::nullopt;
  const auto s = take_number(text, 2);
  if (!s || *h > 23 || *m > 59 || *s > 60) return std::nullopt;
  return *h * 3600 + *m * 60 + *s;
}

}  // namespace

std::string to_string(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
}

std::optional<Date> parse_date(std::string_view text) {
  const auto date = take_date(text);
  return text.empty() ? date : std::nullopt;
}

Date utc_day(Instant instant) {
  using std::chrono::floor;
  const std::chrono::sys_time<Duration> moment{Duration(instant.micros())};
  return Date(floor<std::chrono::days>(moment));
}

std::string to_string(Instant instant) {
  const Date date = utc_day(instant);
  const std::int64_t of_day =
      instant.micros() - date.days().time_since_epoch().count() * kMicrosPerDay;
  const std::int64_t s = of_day / kMicrosPerSecond;
  const std::int64_t fraction = of_day % kMicrosPerSecond;
  std::string out =
      fmt::format("{}T{:02}:{:02}:{:02}", to_string(date), s / 3600, s / 60 % 60, s % 60);
  if (fraction != 0) {
    out += fmt::format(".{:06}", fraction);
    out.erase(out.find_last_not_of('0') + 1);
  }
  return out + "Z";
}

std::optional<Instant> parse_instant(std::string_view text) {
  const auto date = take_date(text);
  if (!date || date->year() < 1970 || !take(text, "Tt ")) return std::nullopt;
  const auto of_day = take_time_of_day_s(text);
  if (!of_day) return std::nullopt;
  const auto fraction = take_fraction(text);
  if (!fraction) return std::nullopt;
  const auto offset = take_offset_s(text);
  if (!offset || !text.empty()) return std::nullopt;
  const std::int64_t days = date->days().time_since_epoch().count();
  const std::int64_t micros =
      days * kMicrosPerDay + (*of_day - *offset) * kMicrosPerSecond + *fraction;
  if (micros < 0) return std::nullopt;
  return Instant(micros);
}

}  // namespace sluis
