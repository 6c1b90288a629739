// When things happen in the sample company: its local time, its opening hours and its seasons. It
// stands in Amsterdam.
#pragma once

#include <array>

#include "kernel/random.h"
#include "kernel/time.h"

namespace sluis::simulator {

// Seconds since local midnight. Nothing happens in the hour of the night that summer time skips or
// repeats.
Instant at_local(Date day, std::int64_t second);
Date local_day(Instant instant);

// Open from `opens` (inclusive) to `closes` (exclusive), in minutes of the day; 0 to 0 is closed.
struct Opening {
  int opens = 0;
  int closes = 0;
};
using Week = std::array<Opening, 7>;  // from Sunday, as std::chrono::weekday counts

const Opening& opening_of(const Week& week, Date day);
// A second at which somebody comes, `from` or later: busier around noon and in the evening. -1 when
// it is closed by then.
std::int64_t coming(Random& random, const Opening& opening, std::int64_t from);
bool is_open(const Opening& opening, std::int64_t second);

// How much more or less is bought on a day than on the average one. Over the twelve months the mean
// is 1: quiet summers, and a peak from Black Friday to Christmas.
double season(Date day);

// What mondays at nine to eighteen look like as a week.
constexpr Week every_day(Opening opening) {
  return {opening, opening, opening, opening, opening, opening, opening};
}
constexpr Week on_workdays(Opening opening, Opening saturday = {}, Opening sunday = {}) {
  return {sunday, opening, opening, opening, opening, opening, saturday};
}

}  // namespace sluis::simulator
