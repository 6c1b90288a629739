#include "decisions/store_looking.h"

#include <limits>

namespace sluis::decisions::sql {
namespace {

using store::Joined;
using store::Snapshot;
using store::Statement;

// $1 to $5 filter, 0 or empty for all; the page starts behind $6 and has $7 rows.
constexpr std::string_view kSelect =
    "select identity, id, ts, placement, policy, offer, held_out, reason, gate, probability, "
    "segment, buyer, phase, shown, dismissed, accepted, contact, orders, margin "
    "from decisions_log where ";
constexpr std::string_view kOfOne = "identity = $8 and ";
constexpr std::string_view kWanted =
    "(placement = $1 or $1 = 0) and (offer = $2 or $2 = 0) and (reason = $3 or $3 = '') "
    "and ts >= $4 and ts < $5 and id < $6 order by id desc limit $7";
constexpr Statement kList{"decisions.list", Joined<kSelect, kWanted>::sql};
constexpr Statement kListOfOne{"decisions.list_of_one", Joined<kSelect, kOfOne, kWanted>::sql};

constexpr Statement kOutcomesAfter{
    "decisions.outcomes_after",
    "select identity, decision, event, ts, sale, margin from decisions_outcomes "
    "where identity = $1 and decision = $2 order by ts, event"};

constexpr Statement kSums{
    "decisions.sums",
    "select segment, buyer, phase, offer, held_out, count(*) as decisions, count(shown) as shown, "
    "count(accepted) as accepted, count(case when orders > 0 then 1 end) as buyers, "
    "sum(cast(margin as double precision) / 1000000) as margin, "
    "sum(cast(margin as double precision) * margin / 1000000000000) as margin_squares, "
    "sum(cost) as cost, sum(queue) as queue, "
    "cast(coalesce(sum(talk.handled_s), 0) as bigint) as handled_s "
    "from decisions_log as log left join feed_contact as talk on talk.id = log.contact "
    "where learns and ts >= $1 and ts < $2 and (placement = $3 or $3 = 0) "
    "group by segment, buyer, phase, offer, held_out"};

constexpr Statement kTotals{
    "decisions.totals",
    "select placement, day, offer, decisions from decisions_totals where day >= $1 and day < $2 "
    "order by day, placement, offer"};

constexpr Statement kTeamSums{
    "decisions.team_sums",
    "select team, count(*) as contacts, cast(coalesce(sum(waited_s), 0) as bigint) as waited_s, "
    "count(handled_s) as handled, cast(coalesce(sum(handled_s), 0) as bigint) as handled_s "
    "from feed_contact where created >= $1 and created < $2 group by team"};

constexpr Statement kTurnedAway{
    "decisions.turned_away",
    "select placement, count(distinct identity) as visitors, "
    "count(distinct case when gate in ('wait', 'pacing') then identity end) as turned_away, "
    "count(distinct ts / 3600000000) as hours from decisions_log "
    "where ts >= $1 and ts < $2 and (placement = $3 or $3 = 0) group by placement"};

constexpr Statement kHandled{
    "decisions.handled",
    "select log.offer as offer, count(talk.answered) as answered, cast(coalesce(sum(case when "
    "talk.answered is not null then talk.waited_s end), 0) as bigint) as waited_s "
    "from decisions_log as log join feed_contact as talk on talk.id = log.contact "
    "where log.placement = $1 and log.ts >= $2 and log.ts < $3 group by log.offer"};

constexpr const Statement* kStatements[] = {&kList,   &kListOfOne, &kOutcomesAfter, &kSums,
                                            &kTotals, &kTeamSums,  &kTurnedAway,    &kHandled};

std::int64_t number_or_zero(const auto& id) {
  return id ? id->number() : 0;
}

constexpr Instant kForEver(std::numeric_limits<std::int64_t>::max());
constexpr DecisionId kBehindAll(std::numeric_limits<std::int64_t>::max());

}  // namespace

std::vector<Listed> list(Snapshot& snapshot, const LogQuery& query,
                         std::optional<IdentityId> identity) {
  const std::string reason = query.reason ? std::string(enum_name(*query.reason)) : std::string();
  const auto rows = [&](const Statement& statement, const auto&... more) {
    return snapshot.all<Listed>(statement, number_or_zero(query.placement),
                                number_or_zero(query.offer), reason, query.from.value_or(Instant()),
                                query.until.value_or(kForEver), query.before.value_or(kBehindAll),
                                query.limit, more...);
  };
  return identity ? rows(kListOfOne, *identity) : rows(kList);
}

std::vector<OutcomeRow> outcomes_after(Snapshot& snapshot, IdentityId identity,
                                       DecisionId decision) {
  return snapshot.all<OutcomeRow>(kOutcomesAfter, identity, decision);
}

std::vector<Sum> sums(Snapshot& snapshot, Instant from, Instant until,
                      std::optional<PlacementId> placement) {
  return snapshot.all<Sum>(kSums, from, until, number_or_zero(placement));
}

std::vector<Total> totals(Snapshot& snapshot, Date from, Date until) {
  return snapshot.all<Total>(kTotals, from, until);
}

std::vector<TeamSum> team_sums(Snapshot& snapshot, Instant from, Instant until) {
  return snapshot.all<TeamSum>(kTeamSums, from, until);
}

std::vector<TurnedAway> turned_away(Snapshot& snapshot, Instant from, Instant until,
                                    std::optional<PlacementId> placement) {
  return snapshot.all<TurnedAway>(kTurnedAway, from, until, number_or_zero(placement));
}

std::vector<Handled> handled(Snapshot& snapshot, Instant from, Instant until,
                             PlacementId placement) {
  return snapshot.all<Handled>(kHandled, placement, from, until);
}

std::span<const Statement* const> looking_statements() {
  return kStatements;
}

}  // namespace sluis::decisions::sql
