#include "channels/store.h"

#include <fmt/format.h>

#include "channels/rules.h"
#include "kernel/fold.h"

namespace sluis::channels::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kSelectHead =
    "select id, version, code, name, form, state, own_traits, phases, goal, owner, reach, "
    "reach_note, currency, partner, location, notes, created, changed";

constexpr std::string_view kById = " from channels_channels where id = $1";
constexpr Statement kHead{"channels.head", store::Joined<kSelectHead, kById>::sql};

// $1 and $2: the partner and the location that the reader is bound to, or 0.
constexpr std::string_view kInSight =
    " where (partner = $1 or $1 = 0) and (location = $2 or $2 = 0)";
constexpr std::string_view kFromChannels = " from channels_channels";
constexpr std::string_view kByCode = " order by code";
constexpr Statement kHeads{"channels.heads",
                           store::Joined<kSelectHead, kFromChannels, kInSight, kByCode>::sql};

constexpr Statement kCodes{"channels.codes", "select code from channels_channels"};

constexpr Statement kFindCode{"channels.find_code",
                              "select id from channels_channels where code = $1"};

constexpr Statement kExists{"channels.exists", "select id from channels_channels where id = $1"};

// What a channel costs per month now in currency $13: its lines that are valid on day $14, over a
// month of $15 days in a year of $16. Divided first, so that the largest amount fits; the order may
// be off by some millionths.
constexpr std::string_view kCostPerMonth =
    "(select coalesce(sum(case per when 'day' then amount * $15 when 'month' then amount "
    "else amount / $16 * $15 end), 0) from channels_costs where channel = channels_channels.id "
    "and currency = $13 and from_day <= $14 and (to_day is null or to_day > $14))";

// $3 to $7 filter, empty or 0 for all; $8 names the order. KPIs are counted for the page alone.
// Numbers are sorted as text of one width.
constexpr std::string_view kKeyedByText =
    ", kind, missing, (select count(distinct kpi) from feed_kpis_targets where subject = id) "
    "as kpis, sort_key from (select * from (select *, case $8 when 'code' then code "
    "when 'kind' then kind || ' ' || sort_name when 'state' then state || ' ' || sort_name "
    "when 'reach' then cast(1000000000000 + coalesce(reach, 0) as text) "
    "when 'changed' then cast(changed as text) "
    "when 'missing' then cast(missing_count as text) || ' ' || sort_name "
    "when 'cost' then cast(1000000000000000000 + ";
constexpr std::string_view kKeyedByCost =
    " as text) || ' ' || sort_name else sort_name end as sort_key from channels_channels) as keyed";
constexpr std::string_view kWanted =
    " and search like $3 escape '\\' and (kind = $4 or $4 = '') and phases like $5 "
    "and (state = $6 or $6 = '') and (owner = $7 or $7 = 0)";
// The page starts behind sort key $9 and channel $10, if $11 is not 0, and has $12 rows.
constexpr std::string_view kAscending =
    " and ($11 = 0 or sort_key > $9 or (sort_key = $9 and id > $10)) "
    "order by sort_key, id limit $12) as page order by sort_key, id";
constexpr std::string_view kDescending =
    " and ($11 = 0 or sort_key < $9 or (sort_key = $9 and id < $10)) "
    "order by sort_key desc, id desc limit $12) as page order by sort_key desc, id desc";
constexpr Statement kListAscending{
    "channels.list_ascending", store::Joined<kSelectHead, kKeyedByText, kCostPerMonth, kKeyedByCost,
                                             kInSight, kWanted, kAscending>::sql};
constexpr Statement kListDescending{
    "channels.list_descending", store::Joined<kSelectHead, kKeyedByText, kCostPerMonth,
                                              kKeyedByCost, kInSight, kWanted, kDescending>::sql};

constexpr Statement kInsert{
    "channels.insert",
    "insert into channels_channels (id, version, code, name, form, state, own_traits, phases, "
    "goal, owner, reach, reach_note, currency, partner, location, notes, created, changed, kind, "
    "missing, missing_count, search, sort_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
    "$11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23) "
    "on conflict (code) do nothing"};

// $24: the version that is replaced. The code and the moment of creation stay.
constexpr Statement kUpdate{
    "channels.update",
    "update channels_channels set version = $2, name = $4, form = $5, state = $6, "
    "own_traits = $7, phases = $8, goal = $9, owner = $10, reach = $11, reach_note = $12, "
    "currency = $13, partner = $14, location = $15, notes = $16, changed = $18, kind = $19, "
    "missing = $20, missing_count = $21, search = $22, sort_name = $23 "
    "where id = $1 and version = $24 and code = $3 and created = $17"};

constexpr Statement kRemove{"channels.remove",
                            "delete from channels_channels where id = $1 and version = $2"};

constexpr Statement kCosts{
    "channels.costs",
    "select kind, note, amount, currency, per, from_day as \"from\", to_day as \"to\" "
    "from channels_costs where channel = $1 order by position"};
constexpr Statement kInsertCost{
    "channels.insert_cost",
    "insert into channels_costs (channel, position, kind, note, amount, currency, per, from_day, "
    "to_day) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
constexpr Statement kRemoveCosts{"channels.remove_costs",
                                 "delete from channels_costs where channel = $1"};

constexpr Statement kLinks{
    "channels.links",
    "select to_channel as \"to\", state, shares, note from channels_links where channel = $1 "
    "order by position"};
constexpr Statement kAllLinks{
    "channels.all_links",
    "select links.channel as \"from\", links.to_channel as \"to\", links.state, links.shares, "
    "links.note from channels_links as links "
    "join channels_channels as here on here.id = links.channel "
    "join channels_channels as there on there.id = links.to_channel "
    "where (here.partner = $1 or $1 = 0) and (here.location = $2 or $2 = 0) "
    "and (there.partner = $1 or $1 = 0) and (there.location = $2 or $2 = 0) "
    "order by here.code, links.position"};
constexpr Statement kInsertLink{
    "channels.insert_link",
    "insert into channels_links (channel, position, to_channel, state, shares, note) "
    "values ($1, $2, $3, $4, $5, $6)"};
constexpr Statement kRemoveLinks{"channels.remove_links",
                                 "delete from channels_links where channel = $1"};
constexpr Statement kJoinedWith{
    "channels.joined_with",
    "select channel from channels_links where to_channel = $1 order by channel"};

constexpr Statement kChecks{
    "channels.checks",
    "select name, state, note, decided_by, decided from channels_checks where channel = $1 "
    "order by position"};
constexpr Statement kInsertCheck{
    "channels.insert_check",
    "insert into channels_checks (channel, position, name, state, note, decided_by, decided) "
    "values ($1, $2, $3, $4, $5, $6, $7)"};
constexpr Statement kRemoveChecks{"channels.remove_checks",
                                  "delete from channels_checks where channel = $1"};

constexpr const Statement* kStatements[] = {
    &kHead,           &kHeads,       &kCodes,       &kExists,     &kFindCode,    &kListAscending,
    &kListDescending, &kInsert,      &kUpdate,      &kRemove,     &kCosts,       &kInsertCost,
    &kRemoveCosts,    &kLinks,       &kAllLinks,    &kInsertLink, &kRemoveLinks, &kJoinedWith,
    &kChecks,         &kInsertCheck, &kRemoveChecks};

// The whole row: the head, and what follows from the channel for lists to filter and sort by.
struct Row : Head {
  Kind kind;
  std::vector<Need> missing;
  std::int64_t missing_count;
  std::string search;
  std::string sort_name;
};
BOOST_DESCRIBE_STRUCT(Row, (Head), (kind, missing, missing_count, search, sort_name))

Row row_of(const Channel& channel) {
  Row row;
  static_cast<Head&>(row) = channel;
  row.kind = kind_of(channel.form);
  row.missing = missing(channel);
  row.missing_count = std::ssize(row.missing);
  row.search = folded(fmt::format("{}\n{}\n{}\n{}", channel.name.text, channel.code.text,
                                  channel.goal.text, channel.notes.text));
  row.sort_name = folded(channel.name.text);
  return row;
}

std::int64_t number_or_zero(const auto& id) {
  return id ? id->number() : 0;
}

template <class E>
std::string name_or_empty(const std::optional<E>& value) {
  return value ? std::string(enum_name(*value)) : std::string();
}

template <class Part>
void insert_parts(Tx& tx, const Statement& statement, ChannelId id,
                  const std::vector<Part>& parts) {
  std::int64_t position = 0;
  for (const Part& part : parts) {
    const auto insert = [&](const auto&... field) {
      tx.change(statement, id, position++, field...);
    };
    std::apply(insert, tie_fields(part));
  }
}

}  // namespace

std::optional<Head> head(Snapshot& snapshot, ChannelId id) {
  return snapshot.one<Head>(kHead, id);
}

std::vector<Head> heads(Snapshot& snapshot, const Sight& sight) {
  return snapshot.all<Head>(kHeads, number_or_zero(sight.partner), number_or_zero(sight.location));
}

std::vector<Slug> codes(Snapshot& snapshot) {
  return snapshot.all<Slug>(kCodes);
}

bool exists(Snapshot& snapshot, ChannelId id) {
  return snapshot.one<ChannelId>(kExists, id).has_value();
}

std::optional<ChannelId> find_code(Snapshot& snapshot, const Slug& code) {
  return snapshot.one<ChannelId>(kFindCode, code);
}

std::vector<ListedRow> list(Snapshot& snapshot, const Sight& sight, const Query& query,
                            Currency currency, Date today) {
  const Sort sort = query.sort == Sort::cost && !sight.costs ? Sort::name : query.sort;
  const Place after = query.after.value_or(Place{});
  const std::string phase =
      query.phase ? fmt::format("%\"{}\"%", enum_name(*query.phase)) : std::string("%");
  return snapshot.all<ListedRow>(
      query.descending ? kListDescending : kListAscending, number_or_zero(sight.partner),
      number_or_zero(sight.location), containing(query.search), name_or_empty(query.kind), phase,
      name_or_empty(query.state), number_or_zero(query.owner), enum_name(sort), after.key, after.id,
      query.after.has_value(), query.limit + 1, currency, today, days_in(month_of(today)),
      days_in(year_of(today)));
}

std::vector<Cost> costs(Snapshot& snapshot, ChannelId id) {
  return snapshot.all<Cost>(kCosts, id);
}

std::vector<Link> links(Snapshot& snapshot, ChannelId id) {
  return snapshot.all<Link>(kLinks, id);
}

std::vector<Check> checks(Snapshot& snapshot, ChannelId id) {
  return snapshot.all<Check>(kChecks, id);
}

std::vector<ChannelId> joined_with(Snapshot& snapshot, ChannelId id) {
  return snapshot.all<ChannelId>(kJoinedWith, id);
}

std::vector<Joint> all_links(Snapshot& snapshot, const Sight& sight) {
  return snapshot.all<Joint>(kAllLinks, number_or_zero(sight.partner),
                             number_or_zero(sight.location));
}

bool insert(Tx& tx, const Channel& channel) {
  const Row row = row_of(channel);
  const auto insert = [&](const auto&... field) { return tx.change(kInsert, field...); };
  return std::apply(insert, tie_fields(row)) == 1;
}

bool update(Tx& tx, const Channel& channel, std::int64_t version) {
  const Row row = row_of(channel);
  const auto update = [&](const auto&... field) { return tx.change(kUpdate, field..., version); };
  return std::apply(update, tie_fields(row)) == 1;
}

void replace_parts(Tx& tx, const Channel& before, const Channel& after) {
  if (before.costs != after.costs) {
    tx.change(kRemoveCosts, after.id);
    insert_parts(tx, kInsertCost, after.id, after.costs);
  }
  if (before.links != after.links) {
    tx.change(kRemoveLinks, after.id);
    insert_parts(tx, kInsertLink, after.id, after.links);
  }
  if (before.checks != after.checks) {
    tx.change(kRemoveChecks, after.id);
    insert_parts(tx, kInsertCheck, after.id, after.checks);
  }
}

bool remove(Tx& tx, ChannelId id, std::int64_t version) {
  for (const Statement* parts : {&kRemoveLinks, &kRemoveCosts, &kRemoveChecks})
    tx.change(*parts, id);
  return tx.change(kRemove, id, version) == 1;
}

std::span<const Statement* const> statements() {
  return kStatements;
}

}  // namespace sluis::channels::sql
