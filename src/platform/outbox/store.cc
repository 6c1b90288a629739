#include "platform/outbox/store.h"

namespace sluis::outbox {
namespace {

using store::Statement;

constexpr Statement kAppend{
    "outbox.append", "insert into platform_outbox (topic, payload, created) values ($1, $2, $3)"};
// What comes after a place is the rest of its transaction and then all later ones: asked for as two
// ranges of the index, since SQLite compares a pair with no more than the first column of it.
constexpr std::string_view kFacts =
    "select transaction_id, number, topic, payload, created from platform_outbox_settled ";
constexpr std::string_view kOfThis = "where transaction_id = $1 and number > $2 union all ";
constexpr std::string_view kOfLater = "where transaction_id > $1 ";
constexpr std::string_view kInOrder = "order by transaction_id, number limit $3";
constexpr Statement kAfter{"outbox.after",
                           store::Joined<kFacts, kOfThis, kFacts, kOfLater, kInOrder>::sql};
constexpr Statement kLast{"outbox.last",
                          "select transaction_id, number from platform_outbox_settled "
                          "order by transaction_id desc, number desc limit 1"};
constexpr Statement kCursor{"outbox.cursor",
                            "select transaction_id, number from platform_cursor where name = $1"};
// An update of nothing but the time: it holds the row and tells where the cursor is.
constexpr Statement kHold{
    "outbox.hold",
    "insert into platform_cursor (name, transaction_id, number, moved) values ($1, 0, 0, $2) "
    "on conflict (name) do update set moved = excluded.moved returning transaction_id, number"};
constexpr Statement kMove{
    "outbox.move",
    "update platform_cursor set transaction_id = $2, number = $3, moved = $4 where name = $1"};
constexpr Statement kRemovePassed{
    "outbox.remove_passed",
    "delete from platform_outbox where number in (select number from platform_outbox as fact "
    "where created < $1 and not exists (select 1 from platform_cursor as behind where "
    "(behind.transaction_id, behind.number) < (fact.transaction_id, fact.number)) "
    "order by transaction_id, number limit 1000)"};
constexpr const Statement* kStatements[] = {&kAppend, &kAfter, &kLast,        &kCursor,
                                            &kHold,   &kMove,  &kRemovePassed};

struct PositionRow {
  std::int64_t transaction_id = 0;
  std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(PositionRow, (), (transaction_id, number))

struct FactRow {
  std::int64_t transaction_id = 0;
  std::int64_t number = 0;
  std::string topic;
  Json payload;
  Instant created;
};
BOOST_DESCRIBE_STRUCT(FactRow, (), (transaction_id, number, topic, payload, created))

Position position_of(const std::optional<PositionRow>& row) {
  return row ? Position{row->transaction_id, row->number} : Position{};
}

}  // namespace

std::span<const Statement* const> statements() {
  return kStatements;
}

void append_json(store::Tx& tx, Instant now, std::string_view topic, const Json& payload) {
  tx.change(kAppend, topic, payload, now);
  tx.announce_facts();
}

std::vector<Fact> facts_after(store::Snapshot& snapshot, Position after, int limit) {
  std::vector<Fact> facts;
  snapshot.each<FactRow>(
      kAfter,
      [&](FactRow&& row) {
        facts.push_back({{row.transaction_id, row.number},
                         std::move(row.topic),
                         std::move(row.payload),
                         row.created});
      },
      after.transaction, after.number, limit);
  return facts;
}

Position last_position(store::Snapshot& snapshot) {
  return position_of(snapshot.one<PositionRow>(kLast));
}

Position cursor(store::Snapshot& snapshot, std::string_view name) {
  return position_of(snapshot.one<PositionRow>(kCursor, name));
}

Position hold_cursor(store::Tx& tx, std::string_view name, Instant now) {
  return position_of(tx.one<PositionRow>(kHold, name, now));
}

void move_cursor(store::Tx& tx, std::string_view name, Position position, Instant now) {
  tx.change(kMove, name, position.transaction, position.number, now);
}

std::int64_t remove_passed(store::Tx& tx, Instant moment) {
  return tx.change(kRemovePassed, moment);
}

}  // namespace sluis::outbox
