#include "measures/fit.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "measures/store_fit.h"
#include "methods/trial.h"

namespace sluis::measures {
namespace {

using analytics::Snapshot;
using channels::Phase;

// Of fewer only the range is told, and nothing is said of mismatches.
constexpr std::int64_t kFewPeople = 30;
// Where no more than this part of those in a phase may be, next to nobody is.
constexpr double kHardlyAnybody = 0.02;

PartOf told_part(std::int64_t some, std::int64_t all) {
  const methods::Share share = methods::share_of(some, all);
  PartOf part{.n = all, .value = {}, .low = share.low, .high = share.high};
  if (all >= kFewPeople) part.value = share.value;
  return part;
}

Micro share_of_money(Micro money, double share) {
  return Micro(std::llround(static_cast<double>(money.units()) * share));
}

// Before they buy. Of buying itself many channels tell the order alone, so that nobody drops there.
bool leads_to_orders(Phase phase) {
  return phase == Phase::awareness || phase == Phase::evaluation;
}

bool is_planned(const channels::Channel& channel, Phase phase) {
  return channel.state == channels::State::live && std::ranges::count(channel.phases, phase) > 0;
}

// What the worksheet says of a channel, with what it costs in the period.
struct Planned {
  const channels::Channel* channel = nullptr;
  Micro cost;
};
using Plans = std::map<ChannelId, Planned>;

Result<Plans> plans_of(Snapshot& figures, const Filter& filter, Currency currency,
                       const Channels& worksheet) {
  Plans plans;
  for (const channels::Channel& channel : worksheet)
    plans[channel.id].channel = &channel;
  for (const ChannelCost& one :
       TRY(costs_beside_orders(figures, filter.from, filter.to, currency, worksheet))) {
    if (const auto found = plans.find(one.channel); found != plans.end())
      found->second.cost = one.cost;
  }
  return plans;
}

// The cells of one segment and phase: all that is seen in it, with what is planned.
class PhaseFit {
 public:
  PhaseFit(std::optional<SegmentId> segment, Phase phase) : segment_(segment), phase_(phase) {}

  void add(const sql::Presence& presence) {
    if (presence.channel == ChannelId{}) {
      people_ = presence.customers;
    } else {
      seen_[presence.channel] = presence;
      customers_ += presence.customers;
      bought_ += presence.bought;
      margin_ = margin_ + presence.margin;
    }
  }
  // Channels that are planned are there though nobody is seen on them.
  void add(const Plans& plans) {
    for (const auto& [id, planned] : plans) {
      if (is_planned(*planned.channel, phase_)) seen_.try_emplace(id);
    }
  }

  std::int64_t people() const { return people_; }

  void put_cells(const Plans& plans, std::vector<FitCell>& cells) const {
    for (const auto& [channel, seen] : seen_) {
      cells.push_back({.segment = segment_,
                       .phase = phase_,
                       .channel = channel,
                       .planned = planned(plans, channel),
                       .people = people_,
                       .customers = seen.customers,
                       .share = told_part(seen.customers, people_),
                       .bought_here = seen.bought_here,
                       .bought = told_part(seen.bought, seen.customers),
                       .margin = seen.margin});
    }
  }

  // `everybody` are in this phase, whatever their segment.
  void put_misfits(const Plans& plans, std::int64_t everybody, std::vector<Misfit>& misfits) const {
    for (const auto& [channel, seen] : seen_) {
      if (seen.customers > 0 && !planned(plans, channel))
        misfits.push_back(misfit(seen, channel, Mismatch::unplanned, seen.margin));
      if (planned(plans, channel) && is_unused(seen)) {
        const Planned& plan = plans.at(channel);
        const double part = static_cast<double>(people_) / static_cast<double>(everybody) /
                            static_cast<double>(plan.channel->phases.size());
        misfits.push_back(misfit(seen, channel, Mismatch::unused, share_of_money(plan.cost, part)));
      }
      if (const auto found = dropping(seen, channel)) misfits.push_back(*found);
    }
  }

 private:
  bool planned(const Plans& plans, ChannelId channel) const {
    const auto found = plans.find(channel);
    return found != plans.end() && is_planned(*found->second.channel, phase_);
  }

  bool is_unused(const sql::Presence& seen) const {
    return people_ >= kFewPeople &&
           methods::share_of(seen.customers, people_).high < kHardlyAnybody;
  }

  Misfit misfit(const sql::Presence& seen, ChannelId channel, Mismatch mismatch,
                Micro money) const {
    return {.segment = segment_,
            .phase = phase_,
            .channel = channel,
            .mismatch = mismatch,
            .customers = seen.customers,
            .money = money,
            .low = {},
            .high = {}};
  }

  // Only where the range of the difference says that it is one.
  std::optional<Misfit> dropping(const sql::Presence& seen, ChannelId channel) const {
    const std::int64_t others = customers_ - seen.customers;
    if (!leads_to_orders(phase_) || seen.customers < kFewPeople || others < kFewPeople)
      return std::nullopt;
    const auto arm = [](std::int64_t n, std::int64_t some) {
      const auto number = static_cast<double>(some);
      return methods::Arm::of(n, number, number);  // the square of one is one
    };
    const methods::Estimate less =
        methods::lift(arm(others, bought_ - seen.bought), arm(seen.customers, seen.bought));
    if (less.low <= 0 || bought_ == 0) return std::nullopt;
    const double each = static_cast<double>(seen.customers) / static_cast<double>(bought_);
    Misfit found =
        misfit(seen, channel, Mismatch::dropping, share_of_money(margin_, less.value * each));
    found.low = share_of_money(margin_, less.low * each);
    found.high = share_of_money(margin_, less.high * each);
    return found;
  }

  std::optional<SegmentId> segment_;
  Phase phase_;
  std::int64_t people_ = 0;
  std::map<ChannelId, sql::Presence> seen_;
  std::int64_t customers_ = 0;  // added up over the channels
  std::int64_t bought_ = 0;
  Micro margin_;
};

using Phases = std::map<std::pair<SegmentId, Phase>, PhaseFit>;

Phases phases_of(const std::vector<sql::Presence>& presences, const Plans& plans) {
  Phases phases;
  for (const sql::Presence& one : presences) {
    const auto segment = one.segment == SegmentId{} ? std::nullopt : std::optional(one.segment);
    phases.try_emplace({one.segment, one.phase}, segment, one.phase).first->second.add(one);
  }
  for (auto& [key, phase] : phases)
    phase.add(plans);
  return phases;
}

}  // namespace

Result<Fit> fit(Snapshot& figures, const Filter& filter, std::int64_t within_days,
                Currency currency, const Channels& worksheet) {
  const Plans plans = TRY(plans_of(figures, filter, currency, worksheet));
  const Phases phases = phases_of(sql::presences(figures, filter, within_days, currency), plans);
  Fit found;
  for (const auto& [key, phase] : phases) {
    phase.put_cells(plans, found.cells);
    const auto all = phases.find({SegmentId{}, key.second});
    phase.put_misfits(plans, all == phases.end() ? phase.people() : all->second.people(),
                      found.misfits);
  }
  const auto is_other = [&](const auto& one) {
    return (filter.channel && one.channel != *filter.channel) ||
           (filter.segment && one.segment != filter.segment);
  };
  std::erase_if(found.cells, is_other);
  std::erase_if(found.misfits, is_other);
  std::ranges::sort(found.misfits, [](const Misfit& a, const Misfit& b) {
    return std::tie(b.money, a.segment, a.channel, a.phase, a.mismatch) <
           std::tie(a.money, b.segment, b.channel, b.phase, b.mismatch);
  });
  return found;
}

std::vector<FitCustomer> fit_customers(Snapshot& figures, const Filter& filter,
                                       std::int64_t within_days, Currency currency,
                                       const FitPlace& place, CustomerId after,
                                       std::int64_t limit) {
  return sql::present(figures, filter, within_days, currency, place, after, limit);
}

}  // namespace sluis::measures
