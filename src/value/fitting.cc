#include "value/fitting.h"

#include <algorithm>
#include <cmath>

namespace sluis::value {
namespace {

constexpr std::int64_t kCheckDaysMost = 39 * 7;
constexpr std::int64_t kCheckDaysLeast = 28;
// So many say as much as any more would.
constexpr std::int64_t kComparedMost = 200'000;
constexpr double kAlike = 0.1;
constexpr std::size_t kTenthsOfAll = 10;

constexpr Text kTooShort{
    "Sales go from {0} to {1}: too short to check what the models foretell. Eight weeks of sales "
    "are the least.",
    "De verkopen lopen van {0} tot en met {1}: te kort om te toetsen wat de modellen voorspellen. "
    "Acht weken verkopen is het minste."};
constexpr Text kNoMargin{
    "What was sold cost more than it brought, so that value is told in revenue. Look at the costs "
    "of goods.",
    "Wat verkocht is kostte meer dan het opbracht; daarom is de waarde in omzet. Kijk de kostprijs "
    "na."};
constexpr Text kNotChecked{"The models could not be checked on the weeks after {0}: {1}",
                           "De modellen konden niet getoetst worden op de weken na {0}: {1}"};
constexpr Text kNotCompared{
    "One channel and several cannot be compared: after {0} too few customers used the one or the "
    "other.",
    "Eén kanaal en meerdere zijn niet te vergelijken: na {0} gebruikten te weinig klanten het een "
    "of het ander."};

std::int32_t number_of(Date day) {
  return static_cast<std::int32_t>(day.days().time_since_epoch().count());
}

double weeks_between(Date from, Date to) {
  return static_cast<double>(to - from) / 7;
}

double money(Micro amount) {
  return static_cast<double>(amount.units()) / Micro::kPerUnit;
}

Said not_checked(Date after, const Message& why) {
  const auto in = [&](Language language) {
    return Message(kNotChecked, to_string(after), why.in(language)).in(language);
  };
  return {in(Language::en), in(Language::nl)};
}

std::vector<AliveTenth> tenths_of_chances(const std::vector<CustomerValue>& values) {
  std::vector<AliveTenth> tenths(kTenthsOfAll);
  for (const CustomerValue& value : values) {
    const auto tenth = static_cast<std::size_t>(value.alive * kTenthsOfAll);
    ++tenths[std::min(tenth, kTenthsOfAll - 1)].customers;
  }
  return tenths;
}

std::vector<WorthTenth> tenths_of_worth(const std::vector<CustomerValue>& values) {
  std::vector<double> worth;
  for (const CustomerValue& value : values) {
    if (value.clv) worth.push_back(*value.clv);
  }
  std::ranges::sort(worth, std::greater());
  std::vector<WorthTenth> tenths;
  double all = 0;
  for (std::size_t tenth = 0; tenth < kTenthsOfAll; ++tenth) {
    WorthTenth& one = tenths.emplace_back();
    const std::size_t end = worth.size() * (tenth + 1) / kTenthsOfAll;
    for (std::size_t i = worth.size() * tenth / kTenthsOfAll; i < end; ++i) {
      ++one.customers;
      one.clv += worth[i];
    }
    all += one.clv;
  }
  if (all == 0) return {};
  for (WorthTenth& one : tenths)
    one.share = one.clv / all;
  return tenths;
}

// Where customers are much alike in a number or far apart, its logarithm tells them apart better.
float less_apart(double number) {
  return static_cast<float>(std::log1p(std::max(0.0, number)));
}

}  // namespace

Said said(const Message& message) {
  return {message.in(Language::en), message.in(Language::nl)};
}

const std::string& in(const Said& text, Language language) {
  return language == Language::nl ? text.nl : text.en;
}

Range range_of(const methods::Estimate& estimate) {
  return {estimate.value, estimate.low, estimate.high};
}

Valuing valuing_of(const Model& model) {
  return {.until = model.until,
          .horizon = {.weeks = model.horizon_weeks, .discount = model.discount},
          .margin = model.margin,
          .pareto_nbd = false};
}

methods::Buyer buyer_of(const BuyerRow& row, Date until) {
  return {.repeats = static_cast<std::uint32_t>(row.purchases - 1),
          .last_w = weeks_between(row.first_day, row.last_day),
          .age_w = weeks_between(row.first_day, until),
          .spend = money(row.spent_again)};
}

SoldSpan span_of(Date first, Date until) {
  const std::int64_t days = std::min<std::int64_t>((until - first + 1) / 2, kCheckDaysMost);
  SoldSpan span{.first = first, .until = until, .check = {}};
  if (days >= kCheckDaysLeast) span.check = until + std::chrono::days(-days);
  return span;
}

Fitting::Fitting(const SoldSpan& span, std::int64_t buyers)
    : span_(span), every_(buyers / kComparedMost + 1) {
  known_.count = enum_values<Before>().size();
}

void Fitting::add(const BuyerRow& row) {
  const std::size_t number = all_.buyers.size();
  all_.buyers.push_back(buyer_of(row, span_.until));
  last_days_.push_back(number_of(row.last_day));
  purchases_.push_back(row.purchases);
  spent_.push_back(row.spent.units());
  spent_together_ += money(row.spent);
  spent_sum_ += row.spent;
  margin_together_ += money(row.margin);
  if (!span_.check || row.purchases_before == 0) return;
  add_before(row);
  if (row.channels_after == 0 || static_cast<std::int64_t>(number) % every_ != 0) return;
  const methods::Buyer& before = before_.buyers.back();
  compared_.push_back(number);
  many_.push_back(row.channels_after > 1);
  for (const Before known : enum_values<Before>()) {
    known_.numbers.push_back([&] {
      switch (known) {
        case Before::purchases:
          return less_apart(before.repeats);
        case Before::recency:
          return static_cast<float>(before.age_w - before.last_w);
        case Before::age:
          return static_cast<float>(before.age_w);
        case Before::spent:
          return less_apart(before.spend);
        case Before::channels:
          return less_apart(static_cast<double>(row.channels_before));
      }
      __builtin_unreachable();
    }());
  }
}

// As they looked at the end of the day from which the models are checked.
void Fitting::add_before(const BuyerRow& row) {
  before_.buyers.push_back({.repeats = static_cast<std::uint32_t>(row.purchases_before - 1),
                            .last_w = weeks_between(row.first_day, *row.last_before),
                            .age_w = weeks_between(row.first_day, *span_.check),
                            .spend = money(row.spent_again_before)});
  before_.first_days.push_back(number_of(row.first_day));
  before_.later.push_back(static_cast<std::uint32_t>(row.purchases - row.purchases_before));
}

Model Fitting::model(RepeatsByDay repeats) && {
  Model model{.first = span_.first, .until = span_.until};
  model.customers = std::ssize(all_.buyers);
  model.spent = spent_sum_;
  for (const methods::Buyer& buyer : all_.buyers) {
    model.repeat_customers += buyer.repeats > 0;
    model.repeat_purchases += buyer.repeats;
  }
  model.recency = steps_of(std::move(last_days_));
  model.frequency = steps_of(std::move(purchases_));
  model.monetary = steps_of(std::move(spent_));
  const bool costs_told = margin_together_ < spent_together_;
  if (costs_told && margin_together_ > 0) {
    model.worth_in = WorthIn::margin;
    model.margin = margin_together_ / spent_together_;
  } else if (costs_told) {
    model.problems.push_back(said(Message(kNoMargin)));
  }
  fit(model);
  if (span_.check) {
    check(model, std::move(repeats));
  } else {
    model.problems.push_back(
        said(Message(kTooShort, to_string(span_.first), to_string(span_.until))));
  }
  return model;
}

void Fitting::fit(Model& model) {
  Seen seen{.first = span_.first,
            .last = span_.until,
            .histories = std::move(all_),
            .has_amounts = spent_together_ > 0,
            .repeats_by_day = {}};
  const auto found = value(std::move(seen), valuing_of(model));
  if (!found) {
    model.problems.push_back(said(found.error().message()));
    return;
  }
  model.models = found->models;
  model.correlation = found->correlation;
  for (const Message& problem : found->problems)
    model.problems.push_back(said(problem));
  if (found->no_money) model.no_money = said(*found->no_money);
  if (!model.models.bg_nbd) return;
  const auto values = values_of(model.models, valuing_of(model), found->histories.buyers);
  model.alive = tenths_of_chances(values);
  model.worth = tenths_of_worth(values);
  model.orders = 0;
  for (const CustomerValue& value : values)
    *model.orders += value.orders;
  if (span_.check) compare(model, *found);
}

void Fitting::check(Model& model, RepeatsByDay repeats) {
  Seen seen{.first = span_.first,
            .last = span_.until,
            .histories = std::move(before_),
            .has_amounts = spent_together_ > 0,
            .repeats_by_day = std::move(repeats)};
  Valuing how = valuing_of(model);
  how.until = *span_.check;
  const auto found = value(std::move(seen), how);
  if (!found || !found->hold_out) {
    const Message why = found ? found->problems.front() : found.error().message();
    model.problems.push_back(not_checked(*span_.check, why));
    return;
  }
  const HoldOut& made = *found->hold_out;
  model.hold_out = Check{.until = *span_.check,
                         .weeks = made.weeks,
                         .customers = static_cast<std::int64_t>(found->buyers),
                         .actual = made.actual,
                         .expected = made.expected,
                         .within_range = made.within_range,
                         .models = found->models,
                         .classes = made.classes,
                         .tracking = made.tracking};
}

void Fitting::compare(Model& model, const Valuation& valuation) const {
  std::vector<double> expected;
  for (const std::size_t number : compared_) {
    const CustomerValue value = value_of(valuation, number);
    expected.push_back(value.clv.value_or(value.orders));
  }
  const auto found = methods::alike(known_, many_, expected);
  if (!found) {
    model.problems.push_back(said(Message(kNotCompared, to_string(*span_.check))));
    return;
  }
  ManyChannels& shown = model.channels.emplace();
  shown = {.after = *span_.check,
           .compared = model.models.gamma_gamma ? Compared::value : Compared::orders,
           .many = found->treated,
           .one = found->others,
           .left_out = found->left_out,
           .raw_many = range_of(found->raw_treated),
           .raw_one = range_of(found->raw_others),
           .raw_difference = range_of(found->raw_difference),
           .weighted_many = range_of(found->weighted_treated.estimate),
           .weighted_one = range_of(found->weighted_others.estimate),
           .weighted_difference = range_of(found->weighted_difference),
           .balance = {}};
  for (const Before known : enum_values<Before>()) {
    const methods::Balance& one = found->balance[static_cast<std::size_t>(known)];
    shown.balance.push_back({known, one.raw, one.weighted});
  }
  shown.balanced = std::ranges::all_of(
      shown.balance, [](const BalanceOf& one) { return std::abs(one.weighted) <= kAlike; });
}

}  // namespace sluis::value
