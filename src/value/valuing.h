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
  // Its series may need a million terms for each customer where hardly anybody leaves.
  bool pareto_nbd = true;
};

// What came after the last day that counted, beside what was expected.
struct HoldOutClass {        // customers by how often they had come back
  std::int64_t repeats = 0;  // the last class holds those with more, too
  double buyers = 0;
  double actual = 0;  // purchases of one of them, on average
  double expected = 0;
};
BOOST_DESCRIBE_STRUCT(HoldOutClass, (), (repeats, buyers, actual, expected))

struct TrackedWeek {  // all repeat purchases from the first day in the file to the end of a week
  double week = 0;
  double actual = 0;
  double expected = 0;
};
BOOST_DESCRIBE_STRUCT(TrackedWeek, (), (week, actual, expected))

struct HoldOut {
  double weeks = 0;
  double actual = 0;
  double expected = 0;
  std::optional<double> expected_pareto_nbd;
  double within_range = 0;  // the part of the customers whose orders lay in their range of 90 %
  std::vector<HoldOutClass> classes;
  std::vector<TrackedWeek> tracking;
};

// Those that have an answer.
struct Models {
  std::optional<methods::BgNbd> bg_nbd;
  std::optional<methods::ParetoNbd> pareto_nbd;
  std::optional<methods::GammaGamma> gamma_gamma;
};
BOOST_DESCRIBE_STRUCT(Models, (), (bg_nbd, pareto_nbd, gamma_gamma))

// What the models are shown, and what came after.
struct Seen {
  Date first;  // the first and the last day on which anybody bought
  Date last;
  Histories histories;  // up to and including Valuing::until
  bool has_amounts = false;
  // Repeat purchases of those in the histories, on each day from the first to the last; nothing
  // where none came after.
  std::vector<double> repeats_by_day;
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
  Models models;           // one that has no answer says why in `problems`
  double correlation = 0;  // of repeats and mean amount
  std::vector<Message> problems;
  std::optional<Message> no_money;  // why nothing is told in money, where amounts are known
  std::optional<HoldOut> hold_out;  // when something came after `until`

  Histories histories;
  methods::BuyerGroups groups;
  std::vector<methods::Lifetime> lifetimes;  // per group; empty without BG/NBD
};

// Refused when nobody can be valued at all.
Result<Valuation> value(Seen seen, const Valuing& how);
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
// Of each of these, by models that were fitted before, BG/NBD among them.
std::vector<CustomerValue> values_of(const Models& models, const Valuing& how,
                                     std::span<const methods::Buyer> buyers);

}  // namespace sluis::value
