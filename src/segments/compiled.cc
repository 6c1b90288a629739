#include "segments/compiled.h"

#include <fmt/format.h>

namespace sluis::segments {
namespace {

constexpr Date kEver{1970, 1, 1};

// Money and units are measured in millionths; whatever is counted is counted in ones.
std::int64_t threshold(const Condition& condition) {
  const bool micro = condition.measure == Measure::net_revenue ||
                     condition.measure == Measure::margin || condition.measure == Measure::units;
  return micro ? condition.value.units() : condition.value.units() / Micro::kPerUnit;
}

Date first_day(const Condition& condition, Date day) {
  if (!condition.days) return kEver;
  return day + std::chrono::days(1 - condition.days->number);
}

}  // namespace

std::string compiled(const std::vector<Condition>& conditions, Date day) {
  const std::string end = to_string(day + std::chrono::days(1));
  std::string rows;
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    const Condition& one = conditions[i];
    fmt::format_to(std::back_inserter(rows), "{}{}|{}|{}|{}|{}|{}|{}|{}", i == 0 ? "" : ";", i,
                   enum_name(one.measure), to_string(first_day(one, day)), end,
                   one.channel ? one.channel->text : "", one.kind ? one.kind->text : "",
                   enum_name(one.is), threshold(one));
  }
  return rows;
}

}  // namespace sluis::segments
