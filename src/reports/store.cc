#include "reports/store.h"

namespace sluis::reports::sql {
namespace {

using store::Statement;

constexpr Statement kAll{"reports.all",
                         "select reader, weekday, hour, zone, language, since, done_until "
                         "from reports_subscriptions order by reader"};
constexpr Statement kOf{"reports.of",
                        "select reader, weekday, hour, zone, language, since, done_until "
                        "from reports_subscriptions where reader = $1"};
constexpr Statement kPut{
    "reports.put",
    "insert into reports_subscriptions (reader, weekday, hour, zone, language, since, done_until) "
    "values ($1, $2, $3, $4, $5, $6, $7) on conflict (reader) do update set "
    "weekday = excluded.weekday, hour = excluded.hour, zone = excluded.zone, "
    "language = excluded.language, done_until = excluded.done_until"};
constexpr Statement kSetDone{
    "reports.set_done",
    "update reports_subscriptions set done_until = $3 where reader = $1 and done_until = $2"};
constexpr Statement kRemove{"reports.remove",
                            "delete from reports_subscriptions where reader = $1"};

}  // namespace

std::vector<Subscription> all(store::Snapshot& snapshot) {
  return snapshot.all<Subscription>(kAll);
}

std::optional<Subscription> of(store::Snapshot& snapshot, UserId reader) {
  return snapshot.one<Subscription>(kOf, reader);
}

void put(store::Tx& tx, const Subscription& one) {
  tx.change(kPut, one.reader, one.weekday, one.hour, one.zone, one.language, one.since,
            one.done_until);
}

bool set_done(store::Tx& tx, const Subscription& before, Instant until) {
  return tx.change(kSetDone, before.reader, before.done_until, until) == 1;
}

bool remove(store::Tx& tx, UserId reader) {
  return tx.change(kRemove, reader) == 1;
}

std::span<const Statement* const> statements() {
  static constexpr const Statement* all[] = {&kAll, &kOf, &kPut, &kSetDone, &kRemove};
  return all;
}

}  // namespace sluis::reports::sql
