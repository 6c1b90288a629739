// What a fit of the models on the company's own sales found, as it is kept; the worth of each
// customer stands beside it.
#pragma once

#include "kernel/ids.h"
#include "kernel/money.h"
#include "methods/alike.h"
#include "value/scores.h"
#include "value/valuing.h"

namespace sluis::value {

// The value of a customer is what is expected of them in so many weeks, later ones discounted.
inline constexpr double kHorizonWeeks = 52;
inline constexpr double kDiscount = 0.1;  // a year

// For people, in both languages.
struct Said {
  std::string en;
  std::string nl;
};
BOOST_DESCRIBE_STRUCT(Said, (), (en, nl))
Said said(const Message& message);
const std::string& in(const Said& text, Language language);

struct Range {
  double value = 0;
  double low = 0;
  double high = 0;
};
BOOST_DESCRIBE_STRUCT(Range, (), (value, low, high))
Range range_of(const methods::Estimate& estimate);

// The models fitted on the first days only, and what came after.
struct Check {
  Date until;  // the last day that these models saw
  double weeks = 0;
  std::int64_t customers = 0;  // who had bought by then
  double actual = 0;           // purchases of theirs in the weeks after
  double expected = 0;
  double within_range = 0;  // the part of them whose purchases lay in their range of 90 %
  Models models;
  std::vector<HoldOutClass> classes;
  std::vector<TrackedWeek> tracking;
};
BOOST_DESCRIBE_STRUCT(Check, (),
                      (until, weeks, customers, actual, expected, within_range, models, classes,
                       tracking))

// The customers with one tenth of the chances, from none to one.
struct AliveTenth {
  std::int64_t customers = 0;
};
BOOST_DESCRIBE_STRUCT(AliveTenth, (), (customers))

// One tenth of the customers, the most valuable first.
struct WorthTenth {
  std::int64_t customers = 0;
  double clv = 0;    // together, in units of the currency
  double share = 0;  // of that of all
};
BOOST_DESCRIBE_STRUCT(WorthTenth, (), (customers, clv, share))

// What was known of customers before they used one channel or several.
enum class Before : std::uint8_t { purchases, recency, age, spent, channels };
BOOST_DESCRIBE_ENUM(Before, purchases, recency, age, spent, channels)

struct BalanceOf {
  Before known = Before::purchases;
  double raw = 0;  // standard deviations between the groups
  double weighted = 0;
};
BOOST_DESCRIBE_STRUCT(BalanceOf, (), (known, raw, weighted))

// What is compared: value in money, in units of the currency, or orders where there is none.
enum class Compared : std::uint8_t { value, orders };
BOOST_DESCRIBE_ENUM(Compared, value, orders)

// What is expected of those who used several channels after a day beside those who used one; who
// bought by that day and was seen after it. It is no effect of channels.
struct ManyChannels {
  Date after;
  Compared compared = Compared::value;
  std::int64_t many = 0;
  std::int64_t one = 0;
  std::int64_t left_out = 0;  // of the weighted figures: nobody is like them
  Range raw_many;
  Range raw_one;
  Range raw_difference;
  Range weighted_many;
  Range weighted_one;
  Range weighted_difference;
  std::vector<BalanceOf> balance;
  bool balanced = false;  // all of it within 0.1
};
BOOST_DESCRIBE_STRUCT(ManyChannels, (),
                      (after, compared, many, one, left_out, raw_many, raw_one, raw_difference,
                       weighted_many, weighted_one, weighted_difference, balance, balanced))

// In what the value is: the margin on what is bought where the sales tell what it cost.
enum class WorthIn : std::uint8_t { margin, revenue };
BOOST_DESCRIBE_ENUM(WorthIn, margin, revenue)

struct Model {
  JobId fit;
  Instant made;
  std::optional<Instant> as_of;  // when the last batch arrived that is in it
  Currency currency;
  Date first;  // the first day on which anybody bought
  Date until;  // the last day that counts
  std::int64_t customers = 0;
  std::int64_t repeat_customers = 0;
  std::int64_t repeat_purchases = 0;
  Micro spent;                   // together
  std::optional<double> orders;  // expected of all together within the horizon
  double horizon_weeks = kHorizonWeeks;
  double discount = kDiscount;
  WorthIn worth_in = WorthIn::revenue;
  double margin = 1;  // the part of the revenue that is earned
  Models models;
  double correlation = 0;  // of how often and for how much
  std::optional<Check> hold_out;
  std::vector<AliveTenth> alive;
  std::vector<WorthTenth> worth;
  std::optional<ManyChannels> channels;
  Steps recency;  // by day since 1970
  Steps frequency;
  Steps monetary;  // micro-units
  std::vector<Said> problems;
  std::optional<Said> no_money;  // why nothing is told in money; among the problems, too
};
BOOST_DESCRIBE_STRUCT(Model, (),
                      (fit, made, as_of, currency, first, until, customers, repeat_customers,
                       repeat_purchases, spent, orders, horizon_weeks, discount, worth_in, margin,
                       models, correlation, hold_out, alive, worth, channels, recency, frequency,
                       monetary, problems, no_money))
Valuing valuing_of(const Model& model);

}  // namespace sluis::value
