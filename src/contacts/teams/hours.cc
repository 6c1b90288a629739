#include "contacts/teams/hours.h"

#include <algorithm>

#include <fmt/format.h>

namespace sluis::contacts {
namespace {

constexpr std::int64_t kMinutesADay = 24 * 60;
constexpr Duration kDay = std::chrono::hours(24);
constexpr int kDaysAhead = 8 * 7;

Instant start_of(Date day) {
  return Instant(day.days().time_since_epoch().count() * kDay.count());
}

bool is_on(const Opening& opening, Date day) {
  const std::chrono::weekday weekday{day.days()};
  return opening.weekday.number == static_cast<std::int64_t>(weekday.iso_encoding());
}

bool is_closed(const Hours& hours, Date day) {
  return std::ranges::find(hours.closed, day) != hours.closed.end();
}

std::chrono::minutes minutes(ClockTime time) {
  return std::chrono::minutes(time.minutes);
}

}  // namespace

bool is_open(const Hours& hours, Instant shown) {
  return opens(hours, shown) == shown;
}

std::optional<Instant> opens(const Hours& hours, Instant shown) {
  const Opening always[] = {{{1}, {0}, {kMinutesADay}}, {{2}, {0}, {kMinutesADay}},
                            {{3}, {0}, {kMinutesADay}}, {{4}, {0}, {kMinutesADay}},
                            {{5}, {0}, {kMinutesADay}}, {{6}, {0}, {kMinutesADay}},
                            {{7}, {0}, {kMinutesADay}}};
  const auto openings = hours.openings.empty() ? std::span<const Opening>(always) : hours.openings;
  const Date today = utc_day(shown);
  for (int ahead = 0; ahead <= kDaysAhead; ++ahead) {
    const Date day = today + std::chrono::days(ahead);
    if (is_closed(hours, day)) continue;
    std::optional<Instant> first;
    for (const Opening& one : openings) {
      if (!is_on(one, day) || start_of(day) + minutes(one.to) <= shown) continue;
      const Instant from = std::max(shown, start_of(day) + minutes(one.from));
      if (!first || from < *first) first = from;
    }
    if (first) return first;
  }
  return std::nullopt;
}

}  // namespace sluis::contacts

namespace sluis {

using contacts::ClockTime;

std::optional<ClockTime> TextForm<ClockTime>::parse(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = TextForm<Whole<0, 24>>::parse(text.substr(0, 2));
  const auto minute = TextForm<Whole<0, 59>>::parse(text.substr(3));
  if (!hour || !minute) return std::nullopt;
  const std::int64_t minutes = hour->number * 60 + minute->number;
  if (minutes > contacts::kMinutesADay) return std::nullopt;
  return ClockTime{minutes};
}

std::string TextForm<ClockTime>::print(const ClockTime& value) {
  return fmt::format("{:02}:{:02}", value.minutes / 60, value.minutes % 60);
}

Message TextForm<ClockTime>::expected() {
  static constexpr Text kText{"a time of the day such as 09:30, at most 24:00",
                              "een tijd zoals 09:30, hoogstens 24:00"};
  return Message(kText);
}

}  // namespace sluis
