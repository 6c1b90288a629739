#include "measures/bearing.h"

#include <algorithm>

namespace sluis::measures {
namespace {

using channels::Cost;
using channels::CostKind;
using channels::ExactCost;
using channels::Period;

constexpr std::int64_t kSecondsPerHour = 3'600;

bool is_people(CostKind kind) {
  return kind == CostKind::people;
}
bool is_media(CostKind kind) {
  return kind == CostKind::media;
}
bool is_fixed(CostKind kind) {
  return !is_people(kind) && !is_media(kind);
}

template <class Holds>
std::optional<Micro> cost_of(const channels::Channel& channel, Currency currency, Period period,
                             Holds holds) {
  ExactCost sum;
  for (const Cost& line : channel.costs) {
    if (line.currency == currency && holds(line.kind)) sum += cost_over(line, period);
  }
  return sum.rounded();
}

}  // namespace

Channels without(Channels worksheet, ChannelId channel, CostKind kind, Currency currency,
                 Date since) {
  const auto found = std::ranges::find(worksheet, channel, &channels::Channel::id);
  if (found == worksheet.end()) return worksheet;
  for (Cost& line : found->costs) {
    if (line.kind != kind || line.currency != currency) continue;
    line.to = std::max(line.from, std::min(line.to.value_or(since), since));
  }
  return worksheet;
}

std::optional<ChannelCosts> ChannelCosts::of(const channels::Channel& channel, Currency currency,
                                             Period period, std::int64_t seconds) {
  ChannelCosts costs(channel, currency, period, seconds);
  const auto people = cost_of(channel, currency, period, is_people);
  const auto all = cost_of(channel, currency, period, [](CostKind) { return true; });
  if (!people || !all) return std::nullopt;
  costs.people_ = *people;
  return costs;
}

Micro ChannelCosts::agents(std::int64_t seconds) {
  if (seconds == 0 || seconds_ == 0) return {};
  const Micro before = scaled(people_, charged_s_, seconds_);
  charged_s_ += seconds;
  return scaled(people_, charged_s_, seconds_) - before;
}

template <class Holds>
Micro ChannelCosts::until(Date day, Holds holds) const {
  return cost_of(channel_, currency_, {period_.from, day}, holds).value_or(Micro());
}

template <class Holds>
Micro ChannelCosts::part(Period part, Holds holds) const {
  return until(part.to, holds) - until(part.from, holds);
}

Burden ChannelCosts::within(Period part) const {
  return {.agents = {},
          .media = this->part(part, is_media),
          .people = seconds_ == 0 ? this->part(part, is_people) : Micro(),
          .fixed = this->part(part, is_fixed)};
}

AgentHour ChannelCosts::hour() const {
  return {channel_.id, seconds_, scaled(people_, kSecondsPerHour, seconds_)};
}

}  // namespace sluis::measures
