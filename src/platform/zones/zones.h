// Time zones of the IANA database, as ICU carries it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "kernel/text.h"
#include "kernel/time.h"

namespace sluis::zones {

// A name like "Europe/Amsterdam" or "UTC"; offsets such as "GMT+1" are no zones.
bool exists(std::string_view name);
// The country in which a zone is: "NL"; empty where it is in none.
std::string region_of(std::string_view zone);

// On which day something happened, by the clocks of a zone. For one thread.
class Calendar {
 public:
  // An unknown zone counts as UTC.
  explicit Calendar(std::string_view zone);
  ~Calendar();
  Calendar(const Calendar&) = delete;
  Calendar& operator=(const Calendar&) = delete;

  Date day_of(Instant moment);
  // What its clocks show, as if they showed UTC.
  Instant shown(Instant moment) const;

 private:
  class Zone;
  std::unique_ptr<Zone> zone_;
  // The day of each quarter of an hour that was asked for: clocks change at quarters at most.
  std::unordered_map<std::int64_t, Date> days_;
};

// "5 January 2026", and with its weekday, "Monday 5 January 2026", in a language.
std::string day_in_words(Date day, Language language);
std::string weekday_and_day(Date day, Language language);

// By the clocks of a zone, which is UTC where there is no such zone: "14:05", and "Monday 5 January
// 2026, 14:05" in a language.
std::string time_of_day(Instant moment, std::string_view zone);
std::string day_and_time(Instant moment, std::string_view zone, Language language);

}  // namespace sluis::zones
