// The models of customer value over a file of purchases: what they find, how well that foretells
// what came after, and what follows for each customer.
#pragma once

#include "methods/lifetime.h"
#include "methods/pareto_nbd.h"
#include "value/purchase_file.h"

namespace sluis::value {

struct Valuing {
  Date until;
  methods::Horizon horizon;
  double margin = 1;  // the part of an amount that is earned
};

// What came after the last day that counted, beside what was expected.
struct HoldOutClass {         // customers by how often they had come back
  std::uint32_t repeats = 0;  // the last class holds those with more, too
  double buyers = 0;
  double actual = 0;  // purchases of one of them, on average
  double expected = 0;
};

struct TrackedWeek {  // all repeat purchases from the first day in the file to the end of a week
  double week = 0;
  double actual = 0;
  double expected = 0;
};

struct HoldOut {
  double weeks = 0;
  double actual = 0;
  double expected = 0;
  std::optional<double> expected_pareto_nbd;
  double within_range = 0;  // the part of the customers whose orders lay in their range of 90 %
  std::vector<HoldOutClass> classes;
  std::vector<TrackedWeek> tracking;
};

struct Valuation {
  Valuing how;
  Date first;
  Date last;
  std::int64_t rows = 0;
  std::int64_t days_refunded = 0;
  double buyers = 0;
  double repeat_buyers = 0;
  double repeats = 0;
  // A model that has no answer says why in `problems`.
  std::optional<methods::BgNbd> bg_nbd;
  std::optional<methods::ParetoNbd> pareto_nbd;
  std::optional<methods::GammaGamma> gamma_gamma;
  double correlation = 0;  // of repeats and mean amount
  std::vector<Message> problems;
  std::optional<HoldOut> hold_out;  // when the file goes on behind `until`

  Histories histories;
  methods::BuyerGroups groups;
  std::vector<methods::Lifetime> lifetimes;  // per group; empty without BG/NBD
};

// Refused when nobody can be valued at all.
Result<Valuation> value(const Purchases& purchases, const Valuing& how);

// One customer, as the file of all of them has it.
struct CustomerValue {
  double alive = 0;
  double orders = 0;
  methods::OrderRange orders_range;
  std::optional<double> amount;
  std::optional<double> clv;
  std::optional<double> clv_low;
  std::optional<double> clv_high;
};
CustomerValue value_of(const Valuation& valuation, std::size_t buyer);

}  // namespace sluis::value
