#include "identities/store.h"

#include <algorithm>

#include "kernel/assert.h"

namespace sluis::identities::sql {
namespace {

using store::Statement;

constexpr Statement kOfferPepper{"identities.offer_pepper",
                                 "insert into identities_pepper (id, pepper) values (1, $1) "
                                 "on conflict (id) do nothing"};
constexpr Statement kPepper{"identities.pepper", "select pepper from identities_pepper"};
// A replay, or an import of the past, comes late: the row widens to both sides.
constexpr Statement kRemember{
    "identities.remember",
    "insert into identities_identity (identity, kind, value, first_seen, last_seen, verified) "
    "values ($1, $2, $3, $4, $5, $6) on conflict (identity) do update set "
    "first_seen = case when excluded.first_seen < identities_identity.first_seen "
    "then excluded.first_seen else identities_identity.first_seen end, "
    "last_seen = case when excluded.last_seen > identities_identity.last_seen "
    "then excluded.last_seen else identities_identity.last_seen end, "
    "verified = identities_identity.verified or excluded.verified "
    "where excluded.first_seen < identities_identity.first_seen "
    "or excluded.last_seen > identities_identity.last_seen "
    "or (excluded.verified and not identities_identity.verified)"};
constexpr Statement kFind{"identities.find",
                          "select identity as id, kind, value, first_seen, last_seen, verified "
                          "from identities_identity where identity = $1"};
constexpr Statement kAny{"identities.any", "select identity from identities_identity limit 1"};
constexpr Statement kForget{"identities.forget",
                            "delete from identities_identity where identity = $1"};
constexpr Statement kForgetMerged{"identities.forget_merged",
                                  "delete from identities_merged where identity = $1"};
constexpr Statement kMergedInto{"identities.merged_into",
                                "select customer from identities_merged where identity = $1"};
constexpr Statement kMergedIdentities{
    "identities.merged_identities",
    "select identity from identities_merged where customer = $1 order by identity"};
constexpr Statement kEachMerged{"identities.each_merged",
                                "select identity, customer from identities_merged"};
constexpr Statement kMap{"identities.map",
                         "insert into identities_merged (identity, customer, since) "
                         "values ($1, $2, $3) on conflict (identity) do nothing"};
constexpr Statement kMove{"identities.move",
                          "update identities_merged set customer = $3, since = $4 "
                          "where identity = $1 and customer = $2"};
constexpr Statement kUnmap{"identities.unmap",
                           "delete from identities_merged where identity = $1 and customer = $2"};

constexpr Statement kClear{"identities.clear",
                           "delete from identities_identity where identity in "
                           "(select identity from identities_identity limit 5000)"};
constexpr Statement kClearMerged{"identities.clear_merged",
                                 "delete from identities_merged where identity in "
                                 "(select identity from identities_merged limit 5000)"};

constexpr const Statement* kStatements[] = {
    &kOfferPepper, &kPepper,           &kRemember,   &kFind, &kForget, &kForgetMerged,
    &kMergedInto,  &kMergedIdentities, &kEachMerged, &kMap,  &kMove,   &kUnmap,
    &kClear,       &kClearMerged,      &kAny};

struct Merged {
  IdentityId identity;
  CustomerId customer;
};
BOOST_DESCRIBE_STRUCT(Merged, (), (identity, customer))

std::string_view bytes_of(const Pepper& pepper) {
  return {reinterpret_cast<const char*>(pepper.key.data()), pepper.key.size()};
}

}  // namespace

std::span<const Statement* const> statements() {
  return kStatements;
}

void offer_pepper(store::Tx& tx, const Pepper& pepper) {
  tx.change(kOfferPepper, store::Bytes{std::string(bytes_of(pepper))});
}

std::optional<Pepper> pepper(store::Snapshot& snapshot) {
  const auto stored = snapshot.one<store::Bytes>(kPepper);
  if (!stored) return std::nullopt;
  Pepper pepper;
  SLUIS_ASSERT(stored->data.size() == pepper.key.size());
  std::ranges::copy(stored->data, pepper.key.begin());
  return pepper;
}

void remember(store::Tx& tx, const Identity& identity) {
  std::apply([&](const auto&... fields) { tx.change(kRemember, fields...); }, tie_fields(identity));
}

bool any(store::Snapshot& snapshot) {
  return snapshot.one<IdentityId>(kAny).has_value();
}

std::optional<Identity> find(store::Snapshot& snapshot, IdentityId id) {
  return snapshot.one<Identity>(kFind, id);
}

void forget(store::Tx& tx, IdentityId id) {
  tx.change(kForget, id);
  tx.change(kForgetMerged, id);
}

std::int64_t clear(store::Tx& tx) {
  return tx.change(kClear) + tx.change(kClearMerged);
}

std::optional<CustomerId> merged_into(store::Snapshot& snapshot, IdentityId id) {
  return snapshot.one<CustomerId>(kMergedInto, id);
}

std::vector<IdentityId> merged_identities(store::Snapshot& snapshot, CustomerId customer) {
  return snapshot.all<IdentityId>(kMergedIdentities, customer);
}

void each_merged(store::Snapshot& snapshot,
                 const std::function<void(IdentityId, CustomerId)>& take) {
  snapshot.each<Merged>(kEachMerged, [&](Merged&& row) { take(row.identity, row.customer); });
}

bool map(store::Tx& tx, IdentityId id, CustomerId to, Instant now) {
  return tx.change(kMap, id, to, now) == 1;
}

bool move(store::Tx& tx, IdentityId id, CustomerId from, CustomerId to, Instant now) {
  return tx.change(kMove, id, from, to, now) == 1;
}

bool unmap(store::Tx& tx, IdentityId id, CustomerId from) {
  return tx.change(kUnmap, id, from) == 1;
}

}  // namespace sluis::identities::sql
