#include "conflicts/store.h"

#include "kernel/fold.h"

namespace sluis::conflicts::sql {
namespace {

using store::Joined;
using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kSelect =
    "select kind, variant, product, sku, name, language, about, channel, value, other, "
    "other_value, reported_only, stake, currency, no_stake, id, version, since, state, owner, "
    "reason, changed, closed";
constexpr std::string_view kFrom = " from conflicts_conflicts";
constexpr std::string_view kById = " where id = $1";
constexpr Statement kAll{"conflicts.all", Joined<kSelect, kFrom>::sql};
constexpr Statement kFind{"conflicts.find", Joined<kSelect, kFrom, kById>::sql};

// $1 names the order, $2 is searched for, $3 to $6 filter, empty or 0 for all. Numbers are sorted
// as text of one width; amounts are never negative. The page starts behind sort key $7 and conflict
// $8, if $9 is not 0, and has $10 rows.
constexpr std::string_view kKeyed =
    ", sort_key from (select *, case $1 when 'since' then cast(since as text) "
    "when 'name' then sort_name else cast(2000000000000000000 + coalesce(stake, -1) as text) "
    "end as sort_key from conflicts_conflicts) as keyed where search like $2 escape '\\' "
    "and (kind = $3 or $3 = '') and (state = $4 or $4 = '') "
    "and (channel = $5 or other = $5 or $5 = 0) and (owner = $6 or $6 = 0)";
constexpr std::string_view kUp =
    " and ($9 = 0 or sort_key > $7 or (sort_key = $7 and id > $8)) order by sort_key, id "
    "limit $10";
constexpr std::string_view kDown =
    " and ($9 = 0 or sort_key < $7 or (sort_key = $7 and id < $8)) "
    "order by sort_key desc, id desc limit $10";
constexpr Statement kAscending{"conflicts.ascending", Joined<kSelect, kKeyed, kUp>::sql};
constexpr Statement kDescending{"conflicts.descending", Joined<kSelect, kKeyed, kDown>::sql};

constexpr Statement kTotals{
    "conflicts.totals",
    "select kind, cast(sum(case when state = 'open' then 1 else 0 end) as bigint) as open, "
    "cast(sum(case when state = 'accepted' then 1 else 0 end) as bigint) as accepted, "
    "cast(sum(case when state = 'resolved' then 1 else 0 end) as bigint) as resolved, "
    "cast(sum(case when state = 'open' then coalesce(stake, 0) else 0 end) as bigint) as stake, "
    "cast(sum(case when state = 'open' and stake is null then 1 else 0 end) as bigint) "
    "as without_stake from conflicts_conflicts group by kind"};

constexpr Statement kInsert{
    "conflicts.insert",
    "insert into conflicts_conflicts (kind, variant, product, sku, name, language, about, "
    "channel, value, other, other_value, reported_only, stake, currency, no_stake, id, version, "
    "since, state, owner, reason, changed, closed, key, search, sort_name) values ($1, $2, $3, "
    "$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, "
    "$23, $24, $25, $26) on conflict (key) do nothing"};
// $26: the version that is replaced. What it is a conflict of stays.
constexpr Statement kUpdate{
    "conflicts.update",
    "update conflicts_conflicts set kind = $1, variant = $2, product = $3, sku = $4, name = $5, "
    "language = $6, about = $7, channel = $8, value = $9, other = $10, other_value = $11, "
    "reported_only = $12, stake = $13, currency = $14, no_stake = $15, version = $17, "
    "since = $18, state = $19, owner = $20, reason = $21, changed = $22, closed = $23, "
    "search = $24, sort_name = $25 where id = $16 and version = $26"};

constexpr Statement kBeginNight{
    "conflicts.begin_night",
    "insert into conflicts_look (id, night) values (1, $1) "
    "on conflict (id) do update set night = $1 where conflicts_look.night < $1"};
constexpr Statement kPutLooked{"conflicts.put_looked",
                               "insert into conflicts_look (id, night, looked) values (1, '', $1) "
                               "on conflict (id) do update set looked = $1"};
constexpr Statement kLooked{"conflicts.looked",
                            "select looked from conflicts_look where looked is not null"};

constexpr const Statement* kStatements[] = {&kAll,       &kFind,   &kAscending, &kDescending,
                                            &kTotals,    &kInsert, &kUpdate,    &kBeginNight,
                                            &kPutLooked, &kLooked};

std::string searched(const Conflict& conflict) {
  return folded(fmt::format("{}\n{}\n{}\n{}\n{}", conflict.sku, conflict.name, conflict.about,
                            conflict.value, conflict.other_value));
}
std::string named(const Conflict& conflict) {
  return folded(conflict.name.empty() ? conflict.about : conflict.name);
}

template <class E>
std::string name_of(const std::optional<E>& value) {
  return value ? std::string(enum_name(*value)) : std::string();
}
std::int64_t number_of(const auto& id) {
  return id ? id->number() : 0;
}

}  // namespace

std::vector<Conflict> all(Snapshot& snapshot) {
  return snapshot.all<Conflict>(kAll);
}

std::optional<Conflict> find(Snapshot& snapshot, ConflictId id) {
  return snapshot.one<Conflict>(kFind, id);
}

std::vector<ListedRow> list(Snapshot& snapshot, const Query& query) {
  const Place after = query.after.value_or(Place{});
  return snapshot.all<ListedRow>(
      query.ascending ? kAscending : kDescending, enum_name(query.sort), containing(query.search),
      name_of(query.kind), name_of(query.state), number_of(query.channel), number_of(query.owner),
      after.key, after.id, query.after.has_value(), query.limit + 1);
}

std::vector<Total> totals(Snapshot& snapshot) {
  return snapshot.all<Total>(kTotals);
}

bool insert(Tx& tx, const Conflict& conflict) {
  const auto run = [&](const auto&... field) {
    return tx.change(kInsert, field..., key_of(conflict), searched(conflict), named(conflict)) == 1;
  };
  return std::apply(run, tie_fields(conflict));
}

bool update(Tx& tx, const Conflict& conflict, std::int64_t version) {
  const auto run = [&](const auto&... field) {
    return tx.change(kUpdate, field..., searched(conflict), named(conflict), version) == 1;
  };
  return std::apply(run, tie_fields(conflict));
}

bool begin_night(Tx& tx, Date night) {
  return tx.change(kBeginNight, to_string(night)) == 1;
}

void put_looked(Tx& tx, Instant now) {
  tx.change(kPutLooked, now);
}

std::optional<Instant> looked(Snapshot& snapshot) {
  return snapshot.one<Instant>(kLooked);
}

std::span<const Statement* const> statements() {
  return kStatements;
}

}  // namespace sluis::conflicts::sql
