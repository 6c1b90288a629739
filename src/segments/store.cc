#include "segments/store.h"

#include "kernel/assert.h"

namespace sluis::segments::sql {
namespace {

using store::Joined;
using store::Statement;

constexpr std::string_view kSelect =
    "select id, version, code, name, description, rule, owner, archived, created, changed "
    "from segments_segment ";
constexpr std::string_view kByCode = "order by code";
constexpr std::string_view kOne = "where id = $1";
constexpr Statement kAll{"segments.all", Joined<kSelect, kByCode>::sql};
constexpr Statement kFind{"segments.find", Joined<kSelect, kOne>::sql};
constexpr Statement kInsert{
    "segments.insert",
    "insert into segments_segment (id, version, code, name, description, rule, owner, archived, "
    "created, changed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
    "on conflict (code) do nothing"};
constexpr Statement kUpdate{
    "segments.update",
    "update segments_segment set version = $2, name = $3, description = $4, rule = $5, owner = $6, "
    "archived = $7, changed = $8 where id = $1 and version = $9"};
constexpr Statement kThresholds{"segments.thresholds",
                                "select version, top, large, medium from segments_thresholds"};
constexpr Statement kSetThresholds{
    "segments.set_thresholds",
    "update segments_thresholds set version = version + 1, top = $1, large = $2, medium = $3 "
    "where version = $4"};

constexpr const Statement* kStatements[] = {&kAll,    &kFind,       &kInsert,
                                            &kUpdate, &kThresholds, &kSetThresholds};

struct Row {
  SegmentId id;
  std::int64_t version = 0;
  Slug code;
  Name name;
  Prose<2000> description;
  std::string rule;
  std::optional<UserId> owner;
  bool archived = false;
  Instant created;
  Instant changed;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, version, code, name, description, rule, owner, archived, created,
                       changed))

struct ThresholdsRow {
  std::int64_t version = 0;
  std::int64_t top = 0;
  std::int64_t large = 0;
  std::int64_t medium = 0;
};
BOOST_DESCRIBE_STRUCT(ThresholdsRow, (), (version, top, large, medium))

Segment segment_of(Row row) {
  auto rule = from_json<Rule>(row.rule);
  SLUIS_ASSERT(rule.has_value());  // as it was written
  return {.id = row.id,
          .version = row.version,
          .code = std::move(row.code),
          .name = std::move(row.name),
          .description = std::move(row.description),
          .rule = *std::move(rule),
          .owner = row.owner,
          .archived = row.archived,
          .created = row.created,
          .changed = row.changed};
}

}  // namespace

std::vector<Segment> all(store::Snapshot& snapshot) {
  std::vector<Segment> segments;
  snapshot.each<Row>(kAll, [&](Row&& row) { segments.push_back(segment_of(std::move(row))); });
  return segments;
}

std::optional<Segment> find(store::Snapshot& snapshot, SegmentId id) {
  auto row = snapshot.one<Row>(kFind, id);
  if (!row) return std::nullopt;
  return segment_of(*std::move(row));
}

bool insert(store::Tx& tx, const Segment& one) {
  return tx.change(kInsert, one.id, one.version, one.code, one.name, one.description,
                   to_json(one.rule), one.owner, one.archived, one.created, one.changed) == 1;
}

bool update(store::Tx& tx, const Segment& one, std::int64_t version) {
  return tx.change(kUpdate, one.id, one.version, one.name, one.description, to_json(one.rule),
                   one.owner, one.archived, one.changed, version) == 1;
}

VersionedThresholds thresholds(store::Snapshot& snapshot) {
  const auto row = snapshot.one<ThresholdsRow>(kThresholds);
  SLUIS_ASSERT(row.has_value());  // made by the migration
  return {.thresholds = {.top = {row->top}, .large = {row->large}, .medium = {row->medium}},
          .version = row->version};
}

bool set_thresholds(store::Tx& tx, const Thresholds& to, std::int64_t version) {
  return tx.change(kSetThresholds, to.top, to.large, to.medium, version) == 1;
}

std::span<const Statement* const> statements() {
  return kStatements;
}

}  // namespace sluis::segments::sql
