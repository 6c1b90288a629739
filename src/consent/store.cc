#include "consent/store.h"

#include "platform/store/asked.h"

namespace sluis::consent::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr Statement kCountOne{
    "consent.count_one",
    "insert into consent_count (identity, evidence) values ($1, 1) "
    "on conflict (identity) do update set evidence = consent_count.evidence + 1 "
    "where consent_count.evidence < $2"};
constexpr Statement kInsert{
    "consent.insert",
    "insert into consent_evidence (identity, id, means, purpose, ground, source, text_version, "
    "ts, expires, proof, recorded, actor) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"};

constexpr std::string_view kSelect =
    "select identity, id, means, purpose, ground, source, text_version, ts, expires, proof, "
    "recorded, actor from consent_evidence";
constexpr std::string_view kByIdentity = " where identity = $1 order by id";
constexpr Statement kOfIdentity{"consent.of_identity", store::Joined<kSelect, kByIdentity>::sql};
constexpr std::string_view kByIdentities =
    " where identity in (select id from asked) order by ts, id";
constexpr Statement kOfIdentities{"consent.of_identities",
                                  store::Joined<store::kAsked, kSelect, kByIdentities>::sql};
// Empty or 0 for all.
constexpr std::string_view kOfPage =
    " where (ground = $1 or $1 = '') and (means = $2 or $2 = '') and (id < $3 or $3 = 0) "
    "order by id desc limit $4";
constexpr Statement kPage{"consent.page", store::Joined<kSelect, kOfPage>::sql};

constexpr Statement kRefusing{
    "consent.refusing",
    "select distinct identity from consent_evidence where ground in ('objection', 'withdrawal')"};

constexpr Statement kForget{
    "consent.forget", "delete from consent_evidence where identity = $1 and ground <> 'objection'"};
constexpr Statement kForgetWords{
    "consent.forget_words",
    "update consent_evidence set source = 'erased', text_version = '', proof = '', actor = '' "
    "where identity = $1"};
constexpr Statement kForgetCount{
    "consent.forget_count",
    "update consent_count set evidence = "
    "(select count(*) from consent_evidence as kept where kept.identity = $1) "
    "where identity = $1"};

constexpr Statement kClear{"consent.clear",
                           "delete from consent_evidence where identity in "
                           "(select identity from consent_evidence limit 2000)"};
constexpr Statement kClearCounts{"consent.clear_counts",
                                 "delete from consent_count where identity in "
                                 "(select identity from consent_count limit 5000)"};

constexpr const Statement* kStatements[] = {&kCountOne,    &kInsert,   &kOfIdentity, &kOfIdentities,
                                            &kPage,        &kRefusing, &kForget,     &kForgetWords,
                                            &kForgetCount, &kClear,    &kClearCounts};

template <class E>
std::string name_or_empty(const std::optional<E>& value) {
  return value ? std::string(enum_name(*value)) : std::string();
}

}  // namespace

bool count_one(Tx& tx, IdentityId identity, std::int64_t most) {
  return tx.change(kCountOne, identity, most) == 1;
}

void insert(Tx& tx, const Evidence& evidence) {
  const auto insert = [&](const auto&... field) { tx.change(kInsert, field...); };
  std::apply(insert, tie_fields(evidence));
}

std::vector<Evidence> of_identity(Snapshot& snapshot, IdentityId identity) {
  return snapshot.all<Evidence>(kOfIdentity, identity);
}

std::vector<Evidence> of_identities(Snapshot& snapshot, std::span<const IdentityId> identities) {
  return snapshot.all<Evidence>(kOfIdentities, store::asked(identities));
}

std::vector<Evidence> page(Snapshot& snapshot, const Filter& filter) {
  return snapshot.all<Evidence>(kPage, name_or_empty(filter.ground), name_or_empty(filter.means),
                                filter.before ? filter.before->number() : 0, filter.limit);
}

std::vector<IdentityId> refusing(Snapshot& snapshot) {
  return snapshot.all<IdentityId>(kRefusing);
}

void forget(Tx& tx, IdentityId identity) {
  for (const Statement* statement : {&kForget, &kForgetWords, &kForgetCount})
    tx.change(*statement, identity);
}

std::int64_t clear(Tx& tx) {
  return tx.change(kClear) + tx.change(kClearCounts);
}

std::span<const Statement* const> statements() {
  return kStatements;
}

}  // namespace sluis::consent::sql
