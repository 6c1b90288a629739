#include "value/valuing.h"

#include <algorithm>
#include <cmath>

namespace sluis::value {
namespace {

constexpr std::uint32_t kClassLast = 7;
// A longer history is a day that is mistyped; week by week it would be followed for ages.
constexpr std::int32_t kYearsMost = 50;

Date date_of(std::int32_t day) {
  return Date(std::chrono::sys_days(std::chrono::days(day)));
}

constexpr Text kAtLimit{
    "{0}: a parameter stands at its limit, so customers hardly differ in it. What is expected of "
    "them holds; the parameter itself says nothing.",
    "{0}: een parameter staat op zijn grens; klanten verschillen er dus nauwelijks in. Wat van hen "
    "verwacht wordt, geldt; de parameter zelf zegt niets."};

// Keeps the answer, or why there is none.
template <class T>
std::optional<T> kept(std::string_view model, Result<T> found, std::vector<Message>& problems) {
  if (found && found->at_limit) problems.emplace_back(kAtLimit, model);
  if (found) return *std::move(found);
  problems.push_back(found.error().message());
  return std::nullopt;
}

void count(Valuation& valuation) {
  for (const methods::Buyer& buyer : valuation.histories.buyers) {
    valuation.buyers += 1;
    valuation.repeats += buyer.repeats;
    valuation.repeat_buyers += buyer.repeats > 0;
  }
}

void fit(Valuation& valuation, bool has_amounts) {
  auto& problems = valuation.problems;
  const auto& buyers = valuation.histories.buyers;
  valuation.bg_nbd = kept("BG/NBD", methods::fit_bg_nbd(valuation.groups.groups), problems);
  valuation.pareto_nbd =
      kept("Pareto/NBD", methods::fit_pareto_nbd(valuation.groups.groups), problems);
  if (has_amounts) {
    valuation.gamma_gamma = kept("Gamma-Gamma", methods::fit_gamma_gamma(buyers), problems);
    valuation.correlation = methods::correlation_of_amount(buyers);
  }
  if (!valuation.bg_nbd) return;
  valuation.lifetimes =
      methods::lifetimes_of(*valuation.bg_nbd, valuation.groups.groups, valuation.how.horizon);
}

// Each group's expectation, and its customers one by one.
void check_buyers(const Valuation& valuation, HoldOut& check) {
  const methods::BgNbd& model = *valuation.bg_nbd;
  const auto& groups = valuation.groups;
  std::vector<double> expected(groups.groups.size());
  std::vector<methods::OrderRange> ranges(groups.groups.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const methods::BuyerGroup& group = groups.groups[i];
    expected[i] = methods::expected_orders(model, group, check.weeks);
    ranges[i] = methods::order_range(model, group, expected[i]);
    if (!valuation.pareto_nbd) continue;
    check.expected_pareto_nbd =
        check.expected_pareto_nbd.value_or(0) +
        group.buyers * methods::expected_orders(*valuation.pareto_nbd, group, check.weeks);
  }
  check.classes.resize(kClassLast + 1);
  double within = 0;
  for (std::size_t i = 0; i < valuation.histories.buyers.size(); ++i) {
    const std::uint32_t group = groups.group_of[i];
    const std::uint32_t repeats = valuation.histories.buyers[i].repeats;
    const double later = valuation.histories.later[i];
    within += later >= ranges[group].low && later <= ranges[group].high;
    HoldOutClass& same = check.classes[std::min(repeats, kClassLast)];
    same.repeats = std::min(repeats, kClassLast);
    same.buyers += 1;
    same.actual += later;
    same.expected += expected[group];
    check.actual += later;
    check.expected += expected[group];
  }
  check.within_range = within / valuation.buyers;
  std::erase_if(check.classes, [](const HoldOutClass& same) { return same.buyers == 0; });
  for (HoldOutClass& same : check.classes) {
    same.actual /= same.buyers;
    same.expected /= same.buyers;
  }
}

// What the model expects of a customer in the days after the first purchase.
std::vector<double> expected_by_day(const methods::BgNbd& model, std::size_t days) {
  std::vector<double> spans_w(days);
  for (std::size_t day = 0; day < days; ++day)
    spans_w[day] = static_cast<double>(day) / 7;
  std::vector<double> expected(days);
  for (std::size_t at = 0; at < days; at += methods::kSpansMost) {
    const std::size_t some = std::min(methods::kSpansMost, days - at);
    methods::expect_orders(model, {}, std::span(spans_w).subspan(at, some),
                           std::span(expected).subspan(at, some));
  }
  return expected;
}

// All repeat purchases week by week, and what the model expects of customers who began when these
// did.
void track(const Valuation& valuation, const Purchases& purchases, HoldOut& check) {
  const std::int32_t first = day_number(valuation.first);
  const std::int32_t days = day_number(valuation.last) - first + 1;
  const auto weeks = static_cast<std::size_t>(days / 7);
  std::vector<double> actual(static_cast<std::size_t>(days));
  std::vector<double> begun(static_cast<std::size_t>(days));
  for (const std::int32_t day : valuation.histories.first_days)
    begun[static_cast<std::size_t>(day - first)] += 1;
  std::size_t at = 0;
  for (const Purchase& purchase : purchases.days) {
    const auto& customers = valuation.histories.customers;
    while (at < customers.size() && customers[at] < purchase.customer)
      ++at;
    const bool counts = at < customers.size() && customers[at] == purchase.customer &&
                        purchase.day != valuation.histories.first_days[at];
    if (counts) actual[static_cast<std::size_t>(purchase.day - first)] += 1;
  }
  const std::vector<double> fresh = expected_by_day(*valuation.bg_nbd, weeks * 7);
  double sum = 0;
  for (std::size_t week = 1; week <= weeks; ++week) {
    double expected = 0;
    for (std::size_t day = 0; day < week * 7; ++day)
      expected += begun[day] * fresh[week * 7 - 1 - day];
    for (std::size_t day = week * 7 - 7; day < week * 7; ++day)
      sum += actual[day];
    check.tracking.push_back({static_cast<double>(week), sum, expected});
  }
}

}  // namespace

Result<Valuation> value(const Purchases& purchases, const Valuing& how) {
  if (purchases.days.empty()) return refuse(methods::MethodRefusal::no_buyers);
  const auto [first, last] = std::ranges::minmax(
      purchases.days, {}, [](const Purchase& purchase) { return purchase.day; });
  if (last.day - first.day > kYearsMost * 366) {
    return refuse(methods::MethodRefusal::days_too_far_apart, to_string(date_of(first.day)),
                  to_string(date_of(last.day)), std::to_string(kYearsMost));
  }
  Valuation valuation{.how = how,
                      .first = date_of(first.day),
                      .last = date_of(last.day),
                      .rows = purchases.rows,
                      .days_refunded = purchases.days_refunded};
  valuation.histories = histories_until(purchases, how.until);
  if (valuation.histories.buyers.empty()) return refuse(methods::MethodRefusal::no_buyers);
  valuation.groups = methods::grouped(valuation.histories.buyers);
  count(valuation);
  fit(valuation, purchases.has_amounts);
  if (!valuation.bg_nbd && !valuation.pareto_nbd) {
    return std::unexpected(methods::fit_bg_nbd(valuation.groups.groups).error());
  }
  if (how.until < valuation.last && valuation.bg_nbd) {
    HoldOut check{.weeks = static_cast<double>(valuation.last - how.until) / 7};
    check_buyers(valuation, check);
    track(valuation, purchases, check);
    valuation.hold_out = std::move(check);
  }
  return valuation;
}

CustomerValue value_of(const Valuation& valuation, std::size_t buyer) {
  const std::uint32_t group = valuation.groups.group_of[buyer];
  const methods::Lifetime& lifetime = valuation.lifetimes[group];
  CustomerValue value{.alive = lifetime.alive, .orders = lifetime.orders};
  value.orders_range =
      order_range(*valuation.bg_nbd, valuation.groups.groups[group], lifetime.orders);
  if (!valuation.gamma_gamma) return value;
  value.amount = expected_amount(*valuation.gamma_gamma, valuation.histories.buyers[buyer]);
  if (!value.amount || lifetime.orders <= 0) return value;
  const double worth = *value.amount * valuation.how.margin;
  const double discount = lifetime.discounted / lifetime.orders;
  value.clv = worth * lifetime.discounted;
  value.clv_low = worth * discount * value.orders_range.low;
  value.clv_high = worth * discount * value.orders_range.high;
  return value;
}

}  // namespace sluis::value
