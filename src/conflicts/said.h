// What a text says in numbers with a measure behind them: "binnen 2 dagen", "5 years", "1,5 l".
// Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <boost/describe/enum.hpp>

namespace sluis::conflicts {

// Measures that can be told in one another are one: days in hours, years in months, kilos in grams.
enum class Measure : std::uint8_t {
  hours,
  working_days,
  months,
  millimetres,
  grams,
  millilitres,
  watts,
  volts,
  percent,
  pieces,
};
BOOST_DESCRIBE_ENUM(Measure, hours, working_days, months, millimetres, grams, millilitres, watts,
                    volts, percent, pieces)

// By what is said, in thousandths of the measure: how the text puts it.
using Numbers = std::map<std::int64_t, std::string>;
// A number has at most twelve digits; a point or comma before exactly three is one of thousands.
std::map<Measure, Numbers> said_in(std::string_view text);

// Each says something that the other does not.
bool contradict(const Numbers& a, const Numbers& b);

}  // namespace sluis::conflicts
