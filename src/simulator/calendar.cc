#include "simulator/calendar.h"

#include <algorithm>

#include "simulator/draws.h"

namespace sluis::simulator {
namespace {

constexpr std::int64_t kMicros = 1'000'000;
constexpr std::int64_t kHour_s = 3600;
constexpr std::int64_t kDay_s = 24 * kHour_s;

// Visits an hour, relative; measured shapes differ, this one has two humps as most have.
constexpr std::array<double, 24> kBusy = {1, 1, 1, 1, 1, 1, 2, 4, 6,  8, 9, 9,
                                          8, 8, 8, 8, 7, 6, 7, 9, 10, 9, 6, 3};

constexpr std::array<double, 12> kMonths = {0.9, 0.85, 0.9,  0.95, 0.95, 0.9,
                                            0.8, 0.85, 0.95, 1.0,  1.35, 1.6};

// The last Sunday of a month, at 01:00 UTC, is when clocks change (directive 2000/84/EC).
std::int64_t clock_change_s(int year, std::chrono::month month) {
  const std::chrono::sys_days day =
      std::chrono::year(year) / month / std::chrono::Sunday[std::chrono::last];
  return day.time_since_epoch().count() * kDay_s + kHour_s;
}

std::int64_t ahead_of_utc_s(std::int64_t utc_s) {
  const auto day = std::chrono::sys_days(std::chrono::days(utc_s / kDay_s));
  const int year = Date(day).year();
  const bool summer = utc_s >= clock_change_s(year, std::chrono::March) &&
                      utc_s < clock_change_s(year, std::chrono::October);
  return summer ? 2 * kHour_s : kHour_s;
}

std::int64_t seconds_of(Date day) {
  return day.days().time_since_epoch().count() * kDay_s;
}

}  // namespace

Instant at_local(Date day, std::int64_t second) {
  const std::int64_t local = seconds_of(day) + second;
  return Instant((local - ahead_of_utc_s(local - kHour_s)) * kMicros);
}

Date local_day(Instant instant) {
  return utc_day(instant + Duration(ahead_of_utc_s(instant.micros() / kMicros) * kMicros));
}

const Opening& opening_of(const Week& week, Date day) {
  return week[std::chrono::weekday(day.days()).c_encoding()];
}

std::int64_t coming(Random& random, const Opening& opening, std::int64_t from) {
  const std::int64_t first = std::max<std::int64_t>(opening.opens * 60, from);
  const std::int64_t end = opening.closes * 60;
  if (first >= end) return -1;
  std::array<double, 24> weights{};
  for (std::int64_t hour = first / kHour_s; hour * kHour_s < end; ++hour) {
    const std::int64_t begins = std::max(first, hour * kHour_s);
    const std::int64_t ends = std::min(end, (hour + 1) * kHour_s);
    weights[static_cast<std::size_t>(hour)] =
        kBusy[static_cast<std::size_t>(hour)] * static_cast<double>(ends - begins);
  }
  const auto hour = static_cast<std::int64_t>(pick(random, weights));
  return whole(random, std::max(first, hour * kHour_s), std::min(end, (hour + 1) * kHour_s) - 1);
}

bool is_open(const Opening& opening, std::int64_t second) {
  return second >= opening.opens * 60 && second < opening.closes * 60;
}

double season(Date day) {
  return kMonths[day.month() - 1];
}

}  // namespace sluis::simulator
