#include <bitset>

#include "conflicts/rules.h"

namespace sluis::conflicts {
namespace {

constexpr std::size_t kDay = 24 * 60;
constexpr std::size_t kWeekdays = 7;

// Of each minute of a week, from Monday on, whether anybody is there.
using Week = std::bitset<kWeekdays * kDay>;

Week week_of(const contacts::Team& team) {
  Week week;
  if (team.hours.empty()) return week.set();
  for (const contacts::Opening& one : team.hours) {
    const auto day = static_cast<std::size_t>(one.weekday.number - 1) * kDay;
    for (std::int64_t minute = one.from.minutes; minute < one.to.minutes; ++minute)
      week.set(day + static_cast<std::size_t>(minute));
  }
  return week;
}

std::string clock(std::size_t minute) {
  return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

// "09:00-12:00 13:00-17:00"; empty when it is closed.
std::string hours_of_day(const Week& week, std::size_t day) {
  std::string hours;
  const std::size_t first = day * kDay;
  for (std::size_t minute = 0; minute < kDay; ++minute) {
    if (!week[first + minute]) continue;
    const std::size_t from = minute;
    while (minute < kDay && week[first + minute])
      ++minute;
    hours += fmt::format("{}{}-{}", hours.empty() ? "" : " ", clock(from), clock(minute));
  }
  return hours;
}

// "1-5 09:00-17:00, 6 10:00-16:00": days with the same hours as one.
std::string hours_of(const Week& week) {
  std::string all;
  for (std::size_t day = 0; day < kWeekdays;) {
    const std::size_t first = day;
    const std::string hours = hours_of_day(week, day);
    while (day < kWeekdays && hours_of_day(week, day) == hours)
      ++day;
    if (hours.empty()) continue;
    const std::string days =
        day - first > 1 ? fmt::format("{}-{}", first + 1, day) : std::to_string(day);
    all += fmt::format("{}{} {}", all.empty() ? "" : ", ", days, hours);
  }
  return all;
}

std::map<ChannelId, Week> weeks_of(const Facts& facts) {
  std::map<ChannelId, Week> weeks;
  for (const contacts::Team& team : facts.teams) {
    const bool live = std::ranges::count(facts.live, team.channel, &channels::Channel::id) > 0;
    if (team.active && live) weeks[team.channel] |= week_of(team);
  }
  return weeks;
}

bool passes_on(const channels::Link& link) {
  const bool done =
      link.state == channels::LinkState::manual || link.state == channels::LinkState::linked;
  return done && (std::ranges::count(link.shares, channels::Shared::customers) > 0 ||
                  std::ranges::count(link.shares, channels::Shared::appointments) > 0);
}

// From which channel to which customers are passed on.
std::set<std::pair<ChannelId, ChannelId>> passed_on(const Facts& facts) {
  std::set<std::pair<ChannelId, ChannelId>> pairs;
  for (const channels::Channel& channel : facts.live) {
    for (const channels::Link& link : channel.links)
      if (passes_on(link)) pairs.emplace(channel.id, link.to);
  }
  for (const contacts::Team& team : facts.teams) {
    const auto to = std::ranges::find(facts.teams, team.overflow_to, &contacts::Team::id);
    if (team.active && to != facts.teams.end()) pairs.emplace(team.channel, to->channel);
  }
  return pairs;
}

}  // namespace

std::vector<Clash> clashing_hours(const Facts& facts) {
  const std::map<ChannelId, Week> weeks = weeks_of(facts);
  std::vector<Clash> all;
  for (const auto& [from, to] : passed_on(facts)) {
    const auto one = weeks.find(from);
    const auto other = weeks.find(to);
    if (one == weeks.end() || other == weeks.end()) continue;
    if ((one->second & ~other->second).none()) continue;
    all.push_back({.kind = Kind::opening_hours,
                   .variant = {},
                   .product = {},
                   .channel = from,
                   .value = hours_of(one->second),
                   .other = to,
                   .other_value = hours_of(other->second),
                   .stake = {},
                   .currency = facts.currency,
                   .no_stake = NoStake::not_from_sales});
  }
  return all;
}

}  // namespace sluis::conflicts
