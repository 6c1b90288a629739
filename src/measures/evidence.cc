#include "measures/evidence.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "measures/store_evidence.h"

namespace sluis::measures {
namespace {

using analytics::Snapshot;
using methods::Arm;

// Of fewer only the interval is told.
constexpr std::int64_t kContactsForRate = 30;
// What the arm is called that is left alone.
constexpr std::string_view kControls[] = {"held_out", "holdout", "hold_out", "control", "none"};

std::string id_of_segment(const std::string& number) {
  if (number.empty()) return {};
  return to_string(SegmentId(TextForm<std::int64_t>::parse(number).value_or(0)));
}

Micro part_of(Micro amount, double share) {
  return Micro(std::llround(static_cast<double>(amount.units()) * share));
}

// What each channel leaves before its own fixed costs.
std::vector<Dependence> channels_of(const Profit& profit) {
  std::vector<Dependence> all;
  double whole = 0;
  for (const ProfitRow& row : profit.rows) {
    const Micro revenue = row.profit.net_revenue;
    if (revenue <= Micro()) continue;
    whole += static_cast<double>(revenue.units());
    all.push_back({.channel = TextForm<ChannelId>::parse(row.key).value_or(ChannelId{}),
                   .net_revenue = revenue,
                   .contribution = row.profit.contribution});
  }
  for (Dependence& one : all)
    one.share = static_cast<double>(one.net_revenue.units()) / whole;
  return all;
}

void add_buyers(Dependence& one, const std::vector<sql::Buyers>& buyers) {
  const auto found = std::ranges::find(buyers, one.channel, &sql::Buyers::channel);
  if (found == buyers.end()) return;  // nobody knows who bought there
  one.customers = found->customers;
  one.only_here = found->only_here;
  one.moves_low = part_of(one.contribution, found->likely / found->revenue);
  one.moves_high = part_of(one.contribution, found->of_several / found->revenue);
}

const sql::ArmSums* control_of(std::span<const sql::ArmSums> arms) {
  for (const std::string_view name : kControls) {
    const auto found = std::ranges::find(arms, name, &sql::ArmSums::arm);
    if (found != arms.end()) return &*found;
  }
  return nullptr;
}

Lift lift_of(const sql::ArmSums& arm, const sql::ArmSums& control) {
  const auto of = [&](double sql::ArmSums::* sum, double sql::ArmSums::* squares) {
    return methods::lift(Arm::of(arm.customers, arm.*sum, arm.*squares),
                         Arm::of(control.customers, control.*sum, control.*squares));
  };
  return {.arm = arm.arm,
          .control = control.arm,
          .customers = arm.customers,
          .control_customers = control.customers,
          .orders = of(&sql::ArmSums::orders, &sql::ArmSums::orders_squared),
          .net_revenue = of(&sql::ArmSums::revenue, &sql::ArmSums::revenue_squared),
          .margin = of(&sql::ArmSums::margin, &sql::ArmSums::margin_squared)};
}

// Two outcomes in each arm are the least that has a range; with changing probabilities the arms
// hold different people.
bool is_comparable(const sql::ArmSums& arm) {
  return arm.customers > 1 && arm.probabilities == 1;
}

Trial trial_of(std::span<const sql::ArmSums> arms) {
  Trial trial{.experiment = arms.front().experiment, .channel = {}, .lifts = {}};
  const bool one_channel = std::ranges::all_of(arms, [&](const sql::ArmSums& arm) {
    return arm.channels == 1 && arm.channel == arms.front().channel;
  });
  if (one_channel) trial.channel = arms.front().channel;
  const sql::ArmSums* control = control_of(arms);
  if (control == nullptr || !is_comparable(*control)) return trial;
  for (const sql::ArmSums& arm : arms) {
    if (&arm != control && is_comparable(arm)) trial.lifts.push_back(lift_of(arm, *control));
  }
  return trial;
}

// With what can be said of so many contacts.
HitRate told(HitRate of) {
  const methods::Share share = methods::share_of(of.hits, of.contacts);
  of.low = share.low;
  of.high = share.high;
  if (of.contacts >= kContactsForRate) of.rate = share.value;
  return of;
}

}  // namespace

std::vector<HitRate> hit_rates(Snapshot& figures, const Filter& filter, std::int64_t within_days,
                               bool by_segment) {
  std::vector<HitRate> rates;
  for (const sql::Contacts& row : sql::contacts(figures, filter, within_days, by_segment)) {
    rates.push_back(told({.channel = row.channel,
                          .phase = row.phase,
                          .segment = id_of_segment(row.segment),
                          .contacts = row.contacts,
                          .hits = row.hits,
                          .rate = {}}));
  }
  return rates;
}

HitRate together(const std::vector<HitRate>& rates) {
  HitRate sum;
  for (const HitRate& one : rates) {
    sum.contacts += one.contacts;
    sum.hits += one.hits;
  }
  return told(sum);
}

std::vector<HitRate> over_phases(const std::vector<HitRate>& rates) {
  std::map<ChannelId, std::vector<HitRate>> by_channel;
  for (const HitRate& one : rates)
    by_channel[one.channel].push_back(one);
  std::vector<HitRate> channels;
  for (const auto& [channel, own] : by_channel) {
    channels.push_back(together(own));
    channels.back().channel = channel;
  }
  return channels;
}

Result<Concentration> concentration(Snapshot& figures, const Filter& filter, Currency currency,
                                    const Channels& worksheet) {
  Filter all_channels = filter;
  all_channels.channel.reset();
  const Profit found = TRY(profit(figures, {all_channels, {}}, Cut::channel, currency, worksheet));
  const auto buyers = sql::buyers(figures, all_channels, currency);
  Concentration answer{.channels = channels_of(found)};
  for (Dependence& one : answer.channels) {
    add_buyers(one, buyers);
    answer.herfindahl += one.share * one.share;
  }
  if (answer.channels.empty()) return answer;
  answer.largest = answer.channels.front().channel;
  answer.largest_share = answer.channels.front().share;
  return answer;
}

std::vector<Trial> trials(Snapshot& figures, const Filter& filter, Currency currency,
                          std::int64_t within_days) {
  const auto arms = sql::arms(figures, filter, currency, within_days);
  std::vector<Trial> trials;
  for (auto first = arms.begin(); first != arms.end();) {
    const auto end = std::find_if(first, arms.end(), [&](const sql::ArmSums& arm) {
      return arm.experiment != first->experiment;
    });
    trials.push_back(trial_of(std::span(first, end)));
    first = end;
  }
  return trials;
}

}  // namespace sluis::measures
