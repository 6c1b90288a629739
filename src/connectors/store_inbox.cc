#include "connectors/store_inbox.h"

namespace sluis::connectors::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;
using webhooks::Kept;
using webhooks::KeptId;

constexpr std::string_view kSelect =
    "select connection, id, topic, subject, why, message, identity, body, received, missing, "
    "retry, message_nl from connectors_kept where connection = $1";
// $2: the kept one that the page before ended with, or 0.
constexpr std::string_view kPage = " and (id < $2 or $2 = 0) order by id desc limit $3";
constexpr std::string_view kById = " and id = $2";
constexpr Statement kKeptPage{"connectors.kept_page", store::Joined<kSelect, kPage>::sql};
constexpr Statement kKept{"connectors.kept", store::Joined<kSelect, kById>::sql};
constexpr Statement kCountKept{"connectors.count_kept",
                               "select count(*) from connectors_kept where connection = $1"};
constexpr Statement kKeep{
    "connectors.keep",
    "insert into connectors_kept (connection, id, topic, subject, why, message, identity, body, "
    "received, missing, retry, message_nl) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, "
    "$12) on conflict (connection, id) do update set why = $5, message = $6, missing = $10, "
    "retry = $11, message_nl = $12"};
constexpr std::string_view kRetried =
    "select connection, id, topic, subject, why, message, identity, body, received, missing, "
    "retry, message_nl from connectors_kept where retry is not null order by retry, id limit $1";
constexpr Statement kToRetry{"connectors.to_retry", kRetried};
constexpr Statement kRetryMissing{
    "connectors.retry_missing",
    "update connectors_kept set retry = $2 where missing = $1 and missing <> ''"};
constexpr Statement kRetryAbout{
    "connectors.retry_about",
    "update connectors_kept set retry = $4 where connection = $1 and subject = $2 and why = $3"};
constexpr Statement kDrop{"connectors.drop",
                          "delete from connectors_kept where connection = $1 and id = $2"};
constexpr Statement kForgetKept{"connectors.forget_kept",
                                "delete from connectors_kept where identity = $1"};

constexpr Statement kOurs{
    "connectors.ours",
    "select ours from connectors_orders where connection = $1 and theirs = $2 and ours <> 0"};
constexpr Statement kNewer{
    "connectors.newer",
    "insert into connectors_orders (connection, theirs, ours, updated) values ($1, $2, 0, $3) "
    "on conflict (connection, theirs) do update set updated = $3 "
    "where connectors_orders.updated < $3"};
constexpr Statement kLink{
    "connectors.link",
    "insert into connectors_orders (connection, theirs, ours, updated) values ($1, $2, $3, 0) "
    "on conflict (connection, theirs) do update set ours = $3"};

constexpr const Statement* kStatements[] = {&kToRetry,    &kRetryMissing, &kRetryAbout, &kKeptPage,
                                            &kCountKept,  &kKept,         &kKeep,       &kDrop,
                                            &kForgetKept, &kOurs,         &kNewer,      &kLink};

}  // namespace

std::vector<Kept> kept(Snapshot& snapshot, ConnectionId connection, std::optional<KeptId> before,
                       std::int64_t limit) {
  return snapshot.all<Kept>(kKeptPage, connection, before.value_or(KeptId()), limit);
}

std::optional<Kept> kept(Snapshot& snapshot, ConnectionId connection, KeptId id) {
  return snapshot.one<Kept>(kKept, connection, id);
}

std::int64_t count_kept(Snapshot& snapshot, ConnectionId connection) {
  return *snapshot.one<std::int64_t>(kCountKept, connection);
}

std::vector<Kept> to_retry(Snapshot& snapshot, std::int64_t limit) {
  return snapshot.all<Kept>(kToRetry, limit);
}

void retry_missing(Tx& tx, const std::string& sku, Instant now) {
  tx.change(kRetryMissing, sku, now);
}

void retry_about(Tx& tx, ConnectionId connection, const std::string& subject, std::string_view why,
                 Instant now) {
  tx.change(kRetryAbout, connection, subject, why, now);
}

void keep(Tx& tx, const Kept& kept) {
  std::apply([&](const auto&... field) { tx.change(kKeep, field...); }, tie_fields(kept));
}

bool drop(Tx& tx, ConnectionId connection, KeptId id) {
  return tx.change(kDrop, connection, id) == 1;
}

void forget_kept(Tx& tx, IdentityId identity) {
  tx.change(kForgetKept, identity);
}

std::optional<orders::OrderId> ours(Snapshot& snapshot, ConnectionId connection,
                                    const std::string& theirs) {
  return snapshot.one<orders::OrderId>(kOurs, connection, theirs);
}

bool is_newer(Tx& tx, ConnectionId connection, const std::string& theirs, Instant updated) {
  return tx.change(kNewer, connection, theirs, updated) == 1;
}

void link(Tx& tx, ConnectionId connection, const std::string& theirs, orders::OrderId ours) {
  tx.change(kLink, connection, theirs, ours);
}

std::span<const Statement* const> inbox_statements() {
  return kStatements;
}

}  // namespace sluis::connectors::sql
