// Moments and dates. Moments are microseconds since 1970-01-01T00:00:00Z; periods run from their
// start (inclusive) to their end (exclusive). What time it is now is always an argument.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sluis {

using Duration = std::chrono::microseconds;

class Instant {
 public:
  constexpr Instant() = default;
  constexpr explicit Instant(std::int64_t micros_since_epoch) : micros_(micros_since_epoch) {}

  constexpr std::int64_t micros() const { return micros_; }
  constexpr std::int64_t millis() const { return micros_ / 1000; }
  constexpr auto operator<=>(const Instant&) const = default;
  friend constexpr Instant operator+(Instant a, Duration d) {
    return Instant(a.micros_ + d.count());
  }
  friend constexpr Instant operator-(Instant a, Duration d) {
    return Instant(a.micros_ - d.count());
  }
  friend constexpr Duration operator-(Instant a, Instant b) {
    return Duration(a.micros_ - b.micros_);
  }

 private:
  std::int64_t micros_ = 0;
};

// RFC 3339 with at most six decimals, always UTC: "2026-11-22T05:13:27.123456Z".
std::string to_string(Instant instant);
// Reads RFC 3339 with any offset. Years 1970 to 9999.
std::optional<Instant> parse_instant(std::string_view text);

// A day on the calendar, without a zone.
class Date {
 public:
  constexpr Date() = default;
  constexpr explicit Date(std::chrono::sys_days day) : day_(day) {}
  constexpr Date(int year, unsigned month, unsigned day)
      : day_(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)) {}

  constexpr std::chrono::sys_days days() const { return day_; }
  constexpr int year() const { return static_cast<int>(std::chrono::year_month_day(day_).year()); }
  constexpr unsigned month() const {
    return static_cast<unsigned>(std::chrono::year_month_day(day_).month());
  }
  constexpr unsigned day() const {
    return static_cast<unsigned>(std::chrono::year_month_day(day_).day());
  }
  constexpr auto operator<=>(const Date&) const = default;
  friend constexpr Date operator+(Date date, std::chrono::days n) { return Date(date.day_ + n); }
  // Days from b to a.
  friend constexpr std::int64_t operator-(Date a, Date b) { return (a.day_ - b.day_).count(); }

 private:
  std::chrono::sys_days day_{};
};

inline constexpr std::int64_t kSecondsOfDay = 86'400;

// "2026-11-22".
std::string to_string(Date date);
// Exactly YYYY-MM-DD, a day that exists, years 1 to 9999.
std::optional<Date> parse_date(std::string_view text);
// The UTC day in which a moment falls.
Date utc_day(Instant instant);

// What tells the time. The program has one; tests set their own.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

}  // namespace sluis
