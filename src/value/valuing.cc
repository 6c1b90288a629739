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
  valuation.models.bg_nbd = kept("BG/NBD", methods::fit_bg_nbd(valuation.groups.groups), problems);
  if (valuation.how.pareto_nbd) {
    valuation.models.pareto_nbd =
        kept("Pareto/NBD", methods::fit_pareto_nbd(valuation.groups.groups), problems);
  }
  if (has_amounts) {
    valuation.models.gamma_gamma = kept("Gamma-Gamma", methods::fit_gamma_gamma(buyers), problems);
    valuation.correlation = methods::correlation_of_amount(buyers);
    if (!valuation.models.gamma_gamma) valuation.no_money = problems.back();
  }
  if (!valuation.models.bg_nbd) return;
  valuation.lifetimes = methods::lifetimes_of(*valuation.models.bg_nbd, valuation.groups.groups,
                                              valuation.how.horizon);
}

// Each group's expectation, and its customers one by one.
void check_buyers(const Valuation& valuation, HoldOut& check) {
  const methods::BgNbd& model = *valuation.models.bg_nbd;
  const auto& groups = valuation.groups;
  std::vector<double> expected(groups.groups.size());
  std::vector<methods::OrderRange> ranges(groups.groups.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const methods::BuyerGroup& group = groups.groups[i];
    expected[i] = methods::expected_orders(model, group, check.weeks);
    ranges[i] = methods::order_range(model, group, expected[i]);
    if (!valuation.models.pareto_nbd) continue;
    check.expected_pareto_nbd =
        check.expected_pareto_nbd.value_or(0) +
        group.buyers * methods::expected_orders(*valuation.models.pareto_nbd, group, check.weeks);
  }
  check.classes.resize(kClassLast + 1);
  double within = 0;
  for (std::size_t i = 0; i < valuation.histories.buyers.size(); ++i) {
    const std::uint32_t group = groups.group_of[i];
    const std::uint32_t repeats = valuation.histories.buyers[i].repeats;
    const double later = valuation.histories.later[i];
    within += later >= ranges[group].low && later <= ranges[group].high;
    HoldOutClass& same = check.classes[std::min(repeats, kClassLast)];
    same.repeats = std::int64_t{std::min(repeats, kClassLast)};
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

// On each day from the first to the last.
std::vector<double> repeats_by_day(const Purchases& purchases, const Histories& histories,
                                   std::int32_t first, std::int32_t last) {
  std::vector<double> repeats(static_cast<std::size_t>(last - first + 1));
  const auto& customers = histories.customers;
  std::size_t at = 0;
  for (const Purchase& purchase : purchases.days) {
    while (at < customers.size() && customers[at] < purchase.customer)
      ++at;
    const bool counts = at < customers.size() && customers[at] == purchase.customer &&
                        purchase.day != histories.first_days[at];
    if (counts) repeats[static_cast<std::size_t>(purchase.day - first)] += 1;
  }
  return repeats;
}

// All repeat purchases week by week, and what the model expects of customers who began when these
// did.
void track(const Valuation& valuation, const std::vector<double>& repeats, HoldOut& check) {
  const std::int32_t first = day_number(valuation.first);
  const std::size_t weeks = repeats.size() / 7;
  std::vector<double> begun(repeats.size());
  for (const std::int32_t day : valuation.histories.first_days)
    begun[static_cast<std::size_t>(day - first)] += 1;
  const std::vector<double> fresh = expected_by_day(*valuation.models.bg_nbd, weeks * 7);
  double sum = 0;
  for (std::size_t week = 1; week <= weeks; ++week) {
    double expected = 0;
    for (std::size_t day = 0; day < week * 7; ++day)
      expected += begun[day] * fresh[week * 7 - 1 - day];
    for (std::size_t day = week * 7 - 7; day < week * 7; ++day)
      sum += repeats[day];
    check.tracking.push_back({static_cast<double>(week), sum, expected});
  }
}

CustomerValue value_of(const Models& models, const Valuing& how, const methods::BuyerGroup& group,
                       const methods::Lifetime& lifetime, const methods::Buyer& buyer) {
  CustomerValue value{.alive = lifetime.alive, .orders = lifetime.orders};
  value.orders_range = order_range(*models.bg_nbd, group, lifetime.orders);
  if (!models.gamma_gamma) return value;
  value.amount = expected_amount(*models.gamma_gamma, buyer);
  const double worth = *value.amount * how.margin;
  const double discount = lifetime.orders > 0 ? lifetime.discounted / lifetime.orders : 0;
  value.clv = worth * lifetime.discounted;
  value.clv_low = worth * discount * value.orders_range.low;
  value.clv_high = worth * discount * value.orders_range.high;
  return value;
}

}  // namespace

Result<Valuation> value(Seen seen, const Valuing& how) {
  if (seen.last - seen.first > kYearsMost * 366) {
    return refuse(methods::MethodRefusal::days_too_far_apart, to_string(seen.first),
                  to_string(seen.last), std::to_string(kYearsMost));
  }
  if (seen.histories.buyers.empty()) return refuse(methods::MethodRefusal::no_buyers);
  Valuation valuation{.how = how, .first = seen.first, .last = seen.last};
  valuation.histories = std::move(seen.histories);
  valuation.groups = methods::grouped(valuation.histories.buyers);
  count(valuation);
  fit(valuation, seen.has_amounts);
  const Models& models = valuation.models;
  if (!models.bg_nbd && !models.pareto_nbd) {
    return std::unexpected(methods::fit_bg_nbd(valuation.groups.groups).error());
  }
  if (!seen.repeats_by_day.empty() && models.bg_nbd) {
    HoldOut check{.weeks = static_cast<double>(valuation.last - how.until) / 7};
    check_buyers(valuation, check);
    track(valuation, seen.repeats_by_day, check);
    valuation.hold_out = std::move(check);
  }
  return valuation;
}

Result<Valuation> value(const Purchases& purchases, const Valuing& how) {
  if (purchases.days.empty()) return refuse(methods::MethodRefusal::no_buyers);
  const auto [first, last] = std::ranges::minmax(
      purchases.days, {}, [](const Purchase& purchase) { return purchase.day; });
  Seen seen{.first = date_of(first.day),
            .last = date_of(last.day),
            .histories = histories_until(purchases, how.until),
            .has_amounts = purchases.has_amounts,
            .repeats_by_day = {}};
  const bool goes_on = how.until < seen.last && last.day - first.day <= kYearsMost * 366;
  if (goes_on) {
    seen.repeats_by_day = repeats_by_day(purchases, seen.histories, first.day, last.day);
  }
  Valuation valuation = TRY(value(std::move(seen), how));
  valuation.rows = purchases.rows;
  valuation.days_refunded = purchases.days_refunded;
  return valuation;
}

CustomerValue value_of(const Valuation& valuation, std::size_t buyer) {
  const std::uint32_t group = valuation.groups.group_of[buyer];
  return value_of(valuation.models, valuation.how, valuation.groups.groups[group],
                  valuation.lifetimes[group], valuation.histories.buyers[buyer]);
}

std::vector<CustomerValue> values_of(const Models& models, const Valuing& how,
                                     std::span<const methods::Buyer> buyers) {
  const methods::BuyerGroups groups = methods::grouped(buyers);
  const auto lifetimes = methods::lifetimes_of(*models.bg_nbd, groups.groups, how.horizon);
  std::vector<CustomerValue> values;
  values.reserve(buyers.size());
  for (std::size_t i = 0; i < buyers.size(); ++i) {
    const std::uint32_t group = groups.group_of[i];
    values.push_back(value_of(models, how, groups.groups[group], lifetimes[group], buyers[i]));
  }
  return values;
}

}  // namespace sluis::value
