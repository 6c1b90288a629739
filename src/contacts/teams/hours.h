// Opening hours by the clock on the wall of the company, and the days on which it is closed.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "kernel/fields.h"

namespace sluis::contacts {

// What a clock shows: "09:30", up to "24:00".
struct ClockTime {
  std::int64_t minutes = 0;
  auto operator<=>(const ClockTime&) const = default;
};

// On one day of the week, 1 for Monday; open from `from` until before `to`.
struct Opening {
  Whole<1, 7> weekday;
  ClockTime from;
  ClockTime to;
  bool operator==(const Opening&) const = default;
};
BOOST_DESCRIBE_STRUCT(Opening, (), (weekday, from, to))

// None: always open.
struct Hours {
  std::span<const Opening> openings;
  std::span<const Date> closed;
};

// What the wall shows is told as if it stood in UTC.
bool is_open(const Hours& hours, Instant shown);
// From when on it is open: `shown` itself if it is open then; nothing where it stays closed for
// eight weeks.
std::optional<Instant> opens(const Hours& hours, Instant shown);

}  // namespace sluis::contacts

namespace sluis {

template <>
struct TextForm<contacts::ClockTime> {
  static std::optional<contacts::ClockTime> parse(std::string_view text);
  static std::string print(const contacts::ClockTime& value);
  static Message expected();
  static std::string schema() { return R"("type":"string","pattern":"^[0-9]{2}:[0-9]{2}$")"; }
};

}  // namespace sluis
