#include "decisions/store_log.h"

#include "platform/secrets/secrets.h"

namespace sluis::decisions::sql {
namespace {

using store::Joined;
using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::size_t kSecretBytes = 32;

constexpr Statement kOfferSecret{"decisions.offer_secret",
                                 "insert into decisions_secret (id, secret) values (1, $1) "
                                 "on conflict (id) do nothing"};
constexpr Statement kSecret{"decisions.secret", "select secret from decisions_secret"};

constexpr Statement kInsertLog{
    "decisions.insert_log",
    "insert into decisions_log (identity, id, ts, placement, policy, offer, held_out, reason, "
    "gate, probability, draw, cost, queue, exploration, sure, segment, buyer, phase, learns, "
    "until, details, orders, margin) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
    "$13, $14, $15, $16, $17, $18, $19, $20, $21, 0, 0)"};
constexpr Statement kCount{
    "decisions.count",
    "insert into decisions_totals (placement, day, offer, decisions) values ($1, $2, $3, 1) "
    "on conflict (placement, day, offer) do update set decisions = decisions_totals.decisions + 1"};
constexpr std::string_view kSelectKept =
    "select identity, id, ts, placement, policy, offer, held_out, reason, gate, probability, draw, "
    "cost, queue, exploration, sure, segment, buyer, phase, learns, until, details, shown, "
    "dismissed, accepted, "
    "contact, orders, margin from decisions_log";
constexpr std::string_view kById = " where id = $1";
constexpr std::string_view kSince = " where ts >= $1 and id > $2 order by id limit $3";
constexpr Statement kFind{"decisions.find", Joined<kSelectKept, kById>::sql};
constexpr Statement kKeptSince{"decisions.kept_since", Joined<kSelectKept, kSince>::sql};
constexpr std::string_view kOfOne = " where identity = $1 and id > $2 order by id limit $3";
constexpr Statement kKeptOf{"decisions.kept_of", Joined<kSelectKept, kOfOne>::sql};
constexpr Statement kAny{"decisions.any", "select id from decisions_log limit 1"};

constexpr Statement kShow{"decisions.show",
                          "update decisions_log set shown = $3 where identity = $1 and id = $2 "
                          "and shown is null"};
constexpr Statement kDismiss{"decisions.dismiss",
                             "update decisions_log set dismissed = $3 where identity = $1 "
                             "and id = $2 and dismissed is null and accepted is null"};
constexpr Statement kAccept{"decisions.accept",
                            "update decisions_log set accepted = $3 where identity = $1 "
                            "and id = $2 and accepted is null and dismissed is null "
                            "and until > $3 and reason = 'chosen'"};
constexpr Statement kSetContact{
    "decisions.set_contact",
    "update decisions_log set contact = $3 where identity = $1 and id = $2"};

constexpr std::string_view kSelectOpen =
    "select identity, id, offer, held_out, segment, buyer, phase, orders from decisions_log "
    "where identity = $1 and learns";
constexpr std::string_view kBetween = " and ts >= $2 and ts <= $3 order by id";
constexpr std::string_view kAndId = " and id = $2";
constexpr Statement kOpenBetween{"decisions.open_between", Joined<kSelectOpen, kBetween>::sql};
constexpr Statement kOpen{"decisions.open", Joined<kSelectOpen, kAndId>::sql};
constexpr Statement kInsertOutcome{
    "decisions.insert_outcome",
    "insert into decisions_outcomes (identity, decision, event, ts, sale, margin) "
    "values ($1, $2, $3, $4, $5, $6) on conflict (identity, decision, event) do nothing"};
constexpr Statement kOutcomesOf{
    "decisions.outcomes_of",
    "select identity, decision, event, ts, sale, margin from decisions_outcomes where event = $1"};
constexpr Statement kRemoveOutcome{
    "decisions.remove_outcome",
    "delete from decisions_outcomes where identity = $1 and decision = $2 and event = $3"};
constexpr Statement kAdd{"decisions.add_outcome",
                         "update decisions_log set orders = orders + $3, margin = margin + $4 "
                         "where identity = $1 and id = $2"};

constexpr Statement kForgetLog{"decisions.forget_log",
                               "update decisions_log set identity = $2 where identity = $1"};
constexpr Statement kForgetOutcomes{
    "decisions.forget_outcomes", "update decisions_outcomes set identity = $2 where identity = $1"};

constexpr std::string_view kSelectHead =
    "select number, created, state, reason, visits, sales, margin, compared_rows, gain, gain_low, "
    "gain_high";
constexpr std::string_view kWithDraws = ", design, draws";
constexpr std::string_view kFromVersions = " from decisions_versions";
constexpr std::string_view kInForce = " where state = 'in_force'";
constexpr std::string_view kNumber = " where number = $1";
constexpr std::string_view kNewest = " where number < $1 order by number desc limit $2";
constexpr Statement kVersionInForce{"decisions.version_in_force",
                                    Joined<kSelectHead, kWithDraws, kFromVersions, kInForce>::sql};
constexpr Statement kVersion{"decisions.version",
                             Joined<kSelectHead, kWithDraws, kFromVersions, kNumber>::sql};
constexpr Statement kVersions{"decisions.versions",
                              Joined<kSelectHead, kFromVersions, kNewest>::sql};
constexpr Statement kLastVersion{
    "decisions.last_version", "select coalesce(max(number), 0) as number from decisions_versions"};
constexpr Statement kInsertVersion{
    "decisions.insert_version",
    "insert into decisions_versions (number, created, state, reason, visits, sales, margin, "
    "compared_rows, gain, gain_low, gain_high, design, draws) values ($1, $2, $3, $4, $5, $6, $7, "
    "$8, $9, $10, $11, $12, $13) on conflict (number) do nothing"};
constexpr Statement kRetire{
    "decisions.retire_versions",
    "update decisions_versions set state = 'retired' where state = 'in_force' and number <> $1"};
constexpr Statement kPutInForce{
    "decisions.put_in_force", "update decisions_versions set state = 'in_force' where number = $1"};

constexpr const Statement* kStatements[] = {
    &kOfferSecret,    &kSecret,         &kInsertLog,   &kCount,       &kFind,
    &kKeptSince,      &kKeptOf,         &kAny,         &kShow,        &kDismiss,
    &kAccept,         &kSetContact,     &kOpenBetween, &kOpen,        &kInsertOutcome,
    &kOutcomesOf,     &kRemoveOutcome,  &kAdd,         &kVersions,    &kForgetLog,
    &kForgetOutcomes, &kVersionInForce, &kVersion,     &kLastVersion, &kInsertVersion,
    &kRetire,         &kPutInForce};

}  // namespace

std::string secret(Tx& tx) {
  const std::string fresh = secrets::random_bytes(kSecretBytes);
  tx.change(kOfferSecret, store::BytesView{fresh});
  return tx.one<store::Bytes>(kSecret)->data;
}

void insert(Tx& tx, const Logged& logged) {
  std::apply([&](const auto&... field) { tx.change(kInsertLog, field...); }, tie_fields(logged));
}

void count(Tx& tx, PlacementId placement, Date day, OfferId offer) {
  tx.change(kCount, placement, day, offer);
}

std::optional<Kept> find(Snapshot& snapshot, DecisionId id) {
  return snapshot.one<Kept>(kFind, id);
}

std::vector<Kept> kept_since(Snapshot& snapshot, Instant since, DecisionId after,
                             std::int64_t limit) {
  return snapshot.all<Kept>(kKeptSince, since, after, limit);
}

std::vector<Kept> kept_of(Snapshot& snapshot, IdentityId identity, DecisionId after,
                          std::int64_t limit) {
  return snapshot.all<Kept>(kKeptOf, identity, after, limit);
}

bool any(Snapshot& snapshot) {
  return snapshot.one<DecisionId>(kAny).has_value();
}

bool show(Tx& tx, const Kept& decision, Instant now) {
  return tx.change(kShow, decision.identity, decision.id, now) == 1;
}

bool dismiss(Tx& tx, const Kept& decision, Instant now) {
  return tx.change(kDismiss, decision.identity, decision.id, now) == 1;
}

bool accept(Tx& tx, const Kept& decision, Instant now) {
  return tx.change(kAccept, decision.identity, decision.id, now) == 1;
}

void set_contact(Tx& tx, const Kept& decision, contacts::ContactId contact) {
  tx.change(kSetContact, decision.identity, decision.id, contact);
}

std::vector<Open> open_between(Snapshot& snapshot, IdentityId identity, Instant from, Instant to) {
  return snapshot.all<Open>(kOpenBetween, identity, from, to);
}

std::optional<Open> open(Snapshot& snapshot, IdentityId identity, DecisionId id) {
  return snapshot.one<Open>(kOpen, identity, id);
}

bool insert(Tx& tx, const OutcomeRow& outcome) {
  return std::apply([&](const auto&... field) { return tx.change(kInsertOutcome, field...); },
                    tie_fields(outcome)) == 1;
}

std::vector<OutcomeRow> outcomes_of(Snapshot& snapshot, EventId event) {
  return snapshot.all<OutcomeRow>(kOutcomesOf, event);
}

void remove(Tx& tx, const OutcomeRow& outcome) {
  tx.change(kRemoveOutcome, outcome.identity, outcome.decision, outcome.event);
}

void add(Tx& tx, const Open& decision, std::int64_t orders, Micro margin) {
  tx.change(kAdd, decision.identity, decision.id, orders, margin);
}

void forget(Tx& tx, IdentityId identity, IdentityId fresh) {
  tx.change(kForgetLog, identity, fresh);
  tx.change(kForgetOutcomes, identity, fresh);
}

std::vector<VersionHead> versions(Snapshot& snapshot, std::int64_t before, std::int64_t limit) {
  return snapshot.all<VersionHead>(kVersions, before, limit);
}

std::optional<VersionRow> version_in_force(Snapshot& snapshot) {
  return snapshot.one<VersionRow>(kVersionInForce);
}

std::optional<VersionRow> version(Snapshot& snapshot, std::int64_t number) {
  return snapshot.one<VersionRow>(kVersion, number);
}

std::int64_t last_version(Snapshot& snapshot) {
  return snapshot.one<std::int64_t>(kLastVersion).value_or(0);
}

bool insert(Tx& tx, const VersionRow& version) {
  return std::apply([&](const auto&... field) { return tx.change(kInsertVersion, field...); },
                    tie_fields(version)) == 1;
}

void put_in_force(Tx& tx, std::int64_t number) {
  tx.change(kRetire, number);
  tx.change(kPutInForce, number);
}

std::span<const Statement* const> log_statements() {
  return kStatements;
}

}  // namespace sluis::decisions::sql
