// The rule of a segment, as people compose it: conditions on what customers do, joined by all, any
// and none. It is data: stored, sent and shown as it is here.
#pragma once

#include <optional>
#include <vector>

#include "kernel/describe.h"
#include "kernel/fields.h"
#include "kernel/money.h"
#include "kernel/result.h"

namespace sluis::segments {

// What is measured of a customer, over a period.
enum class Measure : std::uint8_t {
  net_revenue,      // money: refunds, cancellations and adjustments taken off
  margin,           // money: net revenue less the cost of what was sold
  orders,           //
  units,            //
  events,           //
  channels,         // how many different ones
  days_since_order  // since the last one; never bought is longer than any number
};
BOOST_DESCRIBE_ENUM(Measure, net_revenue, margin, orders, units, events, channels, days_since_order)

enum class Comparison : std::uint8_t { at_least, at_most };
BOOST_DESCRIBE_ENUM(Comparison, at_least, at_most)

struct Condition {
  Measure measure = Measure::orders;
  Comparison is = Comparison::at_least;
  Micro value;  // money in the company's currency; anything else is a whole number
  std::optional<Whole<1, 3'660>> days;  // only the last so many; else all there ever were
  std::optional<Slug> channel;          // only on this one, by its code
  std::optional<Line<1, 64>> kind;      // only events of this kind: "store_visited"
  bool operator==(const Condition&) const = default;
};
BOOST_DESCRIBE_STRUCT(Condition, (), (measure, is, value, days, channel, kind))

// Exactly one of these is said.
struct Rule {
  std::optional<std::vector<Rule>> all;   // each of them holds
  std::optional<std::vector<Rule>> any;   // one of them holds
  std::optional<std::vector<Rule>> none;  // none of them holds
  std::optional<Condition> where;
  bool operator==(const Rule&) const;
};
BOOST_DESCRIBE_STRUCT(Rule, (), (all, any, none, where))

inline constexpr std::size_t kConditionsMost = 30;
inline constexpr std::size_t kDepthMost = 8;

// Everything that is wrong with it at once. Which channels there are is asked elsewhere.
std::vector<FieldProblem> problems_of(const Rule& rule);

// Its conditions from left to right; each holds or not for a customer: bit i of a mask is the i-th.
std::vector<Condition> conditions_of(const Rule& rule);
bool holds(const Rule& rule, std::uint64_t mask);

}  // namespace sluis::segments
