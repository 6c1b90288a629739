// What something costs per day, month or year while it is valid, and what that makes over any
// period, exactly. On each day of its validity a line costs
//
//   per day     its amount
//   per month   its amount / the days of that month   (28, 29, 30 or 31)
//   per year    its amount / the days of that year    (365 or 366)
//
// so twelve months of a cost per month are twelve times it, and a year of a cost per year is it,
// leap year or not. Every sum of these is a whole number of parts of 1/1,681,363,740 micro-unit,
// the least common multiple of those six lengths: sums are exact and rounded once, at the end.
#pragma once

#include <vector>

#include "kernel/fields.h"
#include "kernel/money.h"

namespace sluis::channels {

enum class CostKind : std::uint8_t { fixed, people, media, tooling, fees, goods, other };
BOOST_DESCRIBE_ENUM(CostKind, fixed, people, media, tooling, fees, goods, other)

enum class Per : std::uint8_t { day, month, year };
BOOST_DESCRIBE_ENUM(Per, day, month, year)

// From a day (inclusive) to a day (exclusive).
struct Period {
  Date from;
  Date to;
};

std::int64_t days_in(Period period);
Period month_of(Date day);
Period year_of(Date day);

// One line of what a channel costs. Lines may overlap: each is a cost of its own.
struct Cost {
  CostKind kind = CostKind::fixed;
  Line<0, 200> note;
  Micro amount;
  Currency currency;
  Per per = Per::month;
  Date from;
  std::optional<Date> to;  // exclusive; without it until further notice
  bool operator==(const Cost&) const = default;
};
BOOST_DESCRIBE_STRUCT(Cost, (), (kind, note, amount, currency, per, from, to))

// An exact amount in a currency that is known elsewhere.
class ExactCost {
 public:
  static constexpr std::int64_t kPartsPerMicro = 1'681'363'740;

  constexpr ExactCost() = default;
  // amount x days / length; length is 1 or that of a month or a year.
  static ExactCost share(Micro amount, std::int64_t days, std::int64_t length);

  friend ExactCost operator+(ExactCost a, ExactCost b) { return ExactCost(a.parts_ + b.parts_); }
  ExactCost& operator+=(ExactCost other) { return *this = *this + other; }
  bool operator==(const ExactCost&) const = default;
  // Half away from zero; nullopt when it does not fit in 64 bits of micro-units.
  std::optional<Micro> rounded() const;

 private:
  constexpr explicit ExactCost(__int128 parts) : parts_(parts) {}

  __int128 parts_ = 0;
};

// The most that a line may cost: 10^9 units a day. A hundred such lines fit in any month.
Micro largest_amount(Per per);

ExactCost cost_over(const Cost& line, Period period);

// Over a period, one total per currency in the order of their codes; nullopt when one does not fit.
std::optional<std::vector<Money>> totals(const std::vector<Cost>& lines, Period period);

// What the lines that are valid today make over the whole of this month: what a channel costs
// "per month now", whichever way it is paid.
std::vector<Money> monthly_totals(const std::vector<Cost>& lines, Date today);

}  // namespace sluis::channels
