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

Source source_of(const Condition& condition, bool is_last) {
  if (condition.kind) return Source::events;
  return is_last && !condition.days ? Source::figures : Source::days;
}

// Never having bought is longer ago than any number of days; all else is 0.
bool holds_for_nobody(const Condition& condition) {
  const bool at_least = condition.is == Comparison::at_least;
  if (condition.measure == Measure::days_since_order) return at_least;
  return at_least ? threshold(condition) <= 0 : threshold(condition) >= 0;
}

}  // namespace

std::string compiled(const std::vector<Condition>& conditions, Date day, bool is_last) {
  const std::string end = to_string(day + std::chrono::days(1));
  std::string rows;
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    const Condition& one = conditions[i];
    fmt::format_to(std::back_inserter(rows), "{}{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", i == 0 ? "" : ";",
                   i, enum_name(one.measure), to_string(first_day(one, day)), end,
                   one.channel ? one.channel->text : "", one.kind ? one.kind->text : "",
                   enum_name(one.is), threshold(one), enum_name(source_of(one, is_last)),
                   holds_for_nobody(one) ? "held" : "");
  }
  return rows;
}

std::uint64_t held_by_nobody(const std::vector<Condition>& conditions) {
  std::uint64_t mask = 0;
  for (std::size_t i = 0; i < conditions.size(); ++i)
    mask |= std::uint64_t{holds_for_nobody(conditions[i])} << i;
  return mask;
}

}  // namespace sluis::segments
