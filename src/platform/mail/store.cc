#include "platform/mail/store.h"

namespace sluis::mail {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr Statement kInsert{
    "mail.insert",
    "insert into platform_mail (id, kind, address, subject, identity, purpose, state, created, "
    "until, not_before, attempts, settled, why, message, message_nl, key, content) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) "
    "on conflict (key) do nothing"};
constexpr std::string_view kSelect =
    "select id, kind, address, subject, identity, purpose, state, created, until, not_before, "
    "attempts, settled, why, message, message_nl from platform_mail";
constexpr std::string_view kNewestFirst = " where id < $1 order by id desc limit $2";
constexpr std::string_view kFirst = " where state = 'waiting' order by not_before, id limit 1";
constexpr std::string_view kOld =
    " where state = 'waiting' and created < $1 order by id limit 1000";
constexpr Statement kItems{"mail.items", store::Joined<kSelect, kNewestFirst>::sql};
constexpr Statement kNext{"mail.next", store::Joined<kSelect, kFirst>::sql};
constexpr Statement kWaitingSince{"mail.waiting_since", store::Joined<kSelect, kOld>::sql};
constexpr Statement kWaiting{"mail.waiting",
                             "select count(*) from platform_mail where state = 'waiting'"};
constexpr Statement kContent{"mail.content", "select content from platform_mail where id = $1"};
constexpr Statement kSettle{
    "mail.settle",
    "update platform_mail set state = $2, not_before = $3, attempts = $4, settled = $5, why = $6, "
    "message = $7, message_nl = $8 where id = $1"};
constexpr Statement kEmpty{"mail.empty", "update platform_mail set content = $2 where id = $1"};
constexpr Statement kHurry{
    "mail.hurry",
    "update platform_mail set not_before = $1 where state = 'waiting' and not_before > $1"};
constexpr Statement kHurryServer{"mail.hurry_server",
                                 "update platform_mail_server set not_before = $1 "
                                 "where id = 1 and not_before > $1"};
constexpr Statement kRemoveWaiting{
    "mail.remove_waiting", "delete from platform_mail where key = $1 and state = 'waiting'"};
constexpr Statement kForget{"mail.forget", "delete from platform_mail where address = $1"};
constexpr Statement kForgetKey{"mail.forget_key", "delete from platform_mail where key = $1"};
constexpr Statement kRemoveSettled{
    "mail.remove_settled", "delete from platform_mail where state <> 'waiting' and settled < $1"};

constexpr Statement kServer{
    "mail.server",
    "select server, address, name, per_minute, origin, next_turn, not_before, busy_until, "
    "failures, why, message, message_nl from platform_mail_server where id = 1"};
constexpr Statement kEquip{
    "mail.equip",
    "update platform_mail_server set server = $1, address = $2, name = $3, per_minute = $4, "
    "origin = $5, not_before = 0, failures = 0 where id = 1"};
constexpr Statement kTakeTurn{"mail.take_turn",
                              "update platform_mail_server set busy_until = $2, next_turn = $3 "
                              "where id = 1 and busy_until = $1"};
constexpr Statement kNote{
    "mail.note_server",
    "update platform_mail_server set not_before = $1, busy_until = 0, failures = $2, why = $3, "
    "message = $4, message_nl = $5 where id = 1"};

constexpr const Statement* kStatements[] = {
    &kInsert,        &kItems,  &kNext,          &kWaitingSince, &kWaiting,  &kContent,
    &kSettle,        &kEmpty,  &kHurry,         &kHurryServer,  &kForget,   &kForgetKey,
    &kRemoveWaiting, &kServer, &kRemoveSettled, &kEquip,        &kTakeTurn, &kNote};

}  // namespace

std::span<const Statement* const> statements() {
  return kStatements;
}

namespace sql {

bool insert(Tx& tx, const Item& item, std::string_view key, std::string_view content) {
  return std::apply(
             [&](const auto&... field) {
               return tx.change(kInsert, field..., key, store::BytesView{content});
             },
             tie_fields(item)) == 1;
}

std::vector<Item> items(Snapshot& snapshot, std::optional<MailId> before, std::int64_t limit) {
  const MailId newest(std::numeric_limits<std::int64_t>::max());
  return snapshot.all<Item>(kItems, before.value_or(newest), limit);
}

std::int64_t waiting(Snapshot& snapshot) {
  return *snapshot.one<std::int64_t>(kWaiting);
}

std::optional<Item> next(Snapshot& snapshot) {
  return snapshot.one<Item>(kNext);
}

std::string content(Snapshot& snapshot, MailId id) {
  return snapshot.one<store::Bytes>(kContent, id).value_or(store::Bytes{}).data;
}

void settle(Tx& tx, const Item& after) {
  tx.change(kSettle, after.id, after.state, after.not_before, after.attempts, after.settled,
            after.why, after.message, after.message_nl);
  if (after.state != State::waiting) tx.change(kEmpty, after.id, store::BytesView{});
}

void hurry(Tx& tx, Instant now) {
  tx.change(kHurry, now);
  tx.change(kHurryServer, now);
}

void remove_waiting(Tx& tx, std::string_view key) {
  tx.change(kRemoveWaiting, key);
}

void forget_key(Tx& tx, std::string_view key) {
  tx.change(kForgetKey, key);
}

void forget_address(Tx& tx, std::string_view address) {
  tx.change(kForget, address);
}

std::vector<Item> waiting_since(Snapshot& snapshot, Instant before) {
  return snapshot.all<Item>(kWaitingSince, before);
}

std::int64_t remove_settled(Tx& tx, Instant before) {
  return tx.change(kRemoveSettled, before);
}

Server server(Snapshot& snapshot) {
  return *snapshot.one<Server>(kServer);
}

void equip(Tx& tx, const Server& server) {
  tx.change(kEquip, server.server, server.address, server.name, server.per_minute, server.origin);
}

bool take_turn(Tx& tx, const Server& before, Instant busy_until, Instant next_turn) {
  return tx.change(kTakeTurn, before.busy_until, busy_until, next_turn) == 1;
}

void note(Tx& tx, const Server& after) {
  tx.change(kNote, after.not_before, after.failures, after.why, after.message, after.message_nl);
}

}  // namespace sql
}  // namespace sluis::mail
