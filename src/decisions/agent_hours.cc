// What an hour more of somebody in a team is worth.

#include <algorithm>
#include <map>
#include <set>

#include "decisions/decisions.h"
#include "decisions/explaining.h"
#include "methods/queue_price.h"
#include "methods/trial.h"

namespace sluis::decisions {
namespace {

using contacts::TeamId;

constexpr double kHour_s = 3'600;

// What the log tells of a team.
struct TeamTold {
  std::set<OfferId> offers;
  methods::Arm given;
  methods::Arm held_out;
  double queue = 0;
  std::int64_t invited = 0;
  std::int64_t visitors = 0;
  std::int64_t turned_away = 0;
  std::int64_t hours = 0;
};

void add_drawn(TeamTold& team, const sql::Sum& sum) {
  const auto arm = methods::Arm::of(sum.decisions, sum.margin, sum.margin_squares);
  (sum.held_out ? team.held_out : team.given).add(arm);
  if (sum.held_out) return;
  team.queue += sum.queue;
  team.invited += sum.accepted;
}

void add_place(TeamTold& team, const std::vector<OfferId>& offers, const sql::TurnedAway& place) {
  const bool theirs =
      std::ranges::any_of(offers, [&](OfferId offer) { return team.offers.contains(offer); });
  if (!theirs) return;
  team.visitors += place.visitors;
  team.turned_away += place.turned_away;
  team.hours = std::max(team.hours, place.hours);
}

double share(double part, std::int64_t all) {
  return all == 0 ? 0 : part / static_cast<double>(all);
}

// Of one who accepted: what all to whom it was given brought more, over those.
void set_added(TeamHour& hour, const TeamTold& team) {
  if (team.given.size() < 2 || team.held_out.size() < 2 || team.invited == 0) return;
  const methods::Estimate added = methods::lift(team.given, team.held_out);
  const double given = share(static_cast<double>(team.given.size()), team.invited);
  hour.added_low = added.low * given;
  hour.added_high = added.high * given;
  if (std::min(hour.decisions, hour.held_out) >= kToldFrom) hour.added = added.value * given;
}

void set_worth(TeamHour& hour, const TeamTold& team, const sql::TeamSum& busy,
               Micro waiting_hour_cost) {
  if (busy.handled == 0 || busy.handled_s == 0) return;
  const double accepted = share(static_cast<double>(team.invited), team.given.size());
  const methods::Desk desk{
      .handling_s = share(static_cast<double>(busy.handled_s), busy.handled),
      .turned_away = share(static_cast<double>(team.turned_away), team.visitors),
      .contacts_missed_per_h = share(static_cast<double>(team.turned_away) * accepted, team.hours),
      .queue_price = hour.queue_price,
      .own_wait = share(static_cast<double>(busy.waited_s), busy.contacts) / kHour_s *
                  in_units(waiting_hour_cost)};
  const auto worth_of = [&](const std::optional<double>& added) {
    return added ? std::optional(methods::agent_hour(desk, *added)) : std::nullopt;
  };
  hour.worth = worth_of(hour.added);
  hour.worth_low = worth_of(hour.added_low);
  hour.worth_high = worth_of(hour.added_high);
}

std::map<TeamId, TeamTold> told_of(store::Snapshot& snapshot, const ResultsQuery& query,
                                   std::span<const sql::Sum> sums) {
  std::map<TeamId, TeamTold> teams;
  std::map<OfferId, TeamId> team_of;
  for (const Offer& offer : offers(snapshot)) {
    if (!offer.team) continue;
    team_of.emplace(offer.id, *offer.team);
    teams[*offer.team].offers.insert(offer.id);
  }
  for (const sql::Sum& sum : sums) {
    const auto found = sum.offer ? team_of.find(*sum.offer) : team_of.end();
    if (found != team_of.end()) add_drawn(teams[found->second], sum);
  }
  std::map<PlacementId, std::vector<OfferId>> offers_at;
  for (Placement& place : placements(snapshot))
    offers_at.emplace(place.id, std::move(place.offers));
  for (const sql::TurnedAway& place :
       sql::turned_away(snapshot, query.from, query.until, query.placement)) {
    for (auto& [id, team] : teams)
      add_place(team, offers_at[place.placement], place);
  }
  return teams;
}

}  // namespace

std::vector<TeamHour> agent_hours(store::Snapshot& snapshot, const ResultsQuery& query,
                                  std::span<const sql::Sum> sums) {
  const Micro waiting_hour_cost = settings(snapshot).waiting_hour_cost;
  std::map<TeamId, sql::TeamSum> busy;
  for (const sql::TeamSum& one : sql::team_sums(snapshot, query.from, query.until))
    busy.emplace(one.team, one);
  std::vector<TeamHour> hours;
  for (const auto& [id, told] : told_of(snapshot, query, sums)) {
    const sql::TeamSum& sum = busy[id];
    const auto team = contacts::team(snapshot, id);
    TeamHour& hour = hours.emplace_back(
        TeamHour{.team = id,
                 .name = team ? team->name.text : std::string(),
                 .contacts = sum.contacts,
                 .contact_minutes = static_cast<double>(sum.handled_s) / kMinute_s,
                 .invited = told.invited,
                 .decisions = told.given.size(),
                 .held_out = told.held_out.size(),
                 .queue_price = share(told.queue, told.invited),
                 .visitors = told.visitors,
                 .turned_away = told.turned_away});
    set_added(hour, told);
    set_worth(hour, told, sum, waiting_hour_cost);
  }
  return hours;
}

std::vector<TeamHour> agent_hours(store::Snapshot& snapshot, Instant from, Instant until) {
  return results(snapshot, {.from = from, .until = until, .placement = {}}).teams;
}

}  // namespace sluis::decisions
