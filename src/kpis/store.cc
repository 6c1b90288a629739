#include "kpis/store.h"

namespace sluis::kpis::sql {
namespace {

using store::Statement;

constexpr Statement kOwnDefinitions{
    "kpis.own_definitions",
    "select code, name_en, name_nl, unit, better, source, formula_en, formula_nl, owner, "
    "false as built_in, version from kpis_definitions order by code"};

constexpr Statement kOwnDefinition{
    "kpis.own_definition",
    "select code, name_en, name_nl, unit, better, source, formula_en, formula_nl, owner, "
    "false as built_in, version from kpis_definitions where code = $1"};

constexpr Statement kInsert{
    "kpis.insert",
    "insert into kpis_definitions (code, name_en, name_nl, unit, better, source, formula_en, "
    "formula_nl, owner, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1) "
    "on conflict (code) do nothing"};

constexpr Statement kUpdate{
    "kpis.update",
    "update kpis_definitions set name_en = $3, name_nl = $4, better = $5, source = $6, "
    "formula_en = $7, formula_nl = $8, owner = $9, version = version + 1 "
    "where code = $1 and version = $2"};

constexpr Statement kKept{"kpis.kept",
                          "select code, owner, version from kpis_built_in order by code"};

constexpr Statement kKeep{"kpis.keep",
                          "insert into kpis_built_in (code, owner, version) values ($1, $2, 1) "
                          "on conflict (code) do nothing"};

constexpr Statement kKeepAgain{"kpis.keep_again",
                               "update kpis_built_in set owner = $2, version = version + 1 "
                               "where code = $1 and version = $3"};

constexpr Statement kRemove{"kpis.remove",
                            "delete from kpis_definitions where code = $1 and version = $2 and not "
                            "exists (select 1 from kpis_targets where kpi = $1)"};

constexpr Statement kTargets{
    "kpis.targets",
    "select kpi, from_day as \"from\", to_day as \"to\", value, currency from kpis_targets "
    "where subject = $1 order by position"};

constexpr Statement kInsertTarget{
    "kpis.insert_target",
    "insert into kpis_targets (subject_kind, subject, position, kpi, from_day, to_day, value, "
    "currency) values ($1, $2, $3, $4, $5, $6, $7, $8)"};

constexpr Statement kRemoveTargets{"kpis.remove_targets",
                                   "delete from kpis_targets where subject = $1"};

constexpr const Statement* kStatements[] = {
    &kOwnDefinitions, &kOwnDefinition, &kInsert,  &kUpdate,       &kKept,         &kKeep,
    &kKeepAgain,      &kRemove,        &kTargets, &kInsertTarget, &kRemoveTargets};

}  // namespace

std::vector<Definition> own_definitions(store::Snapshot& snapshot) {
  return snapshot.all<Definition>(kOwnDefinitions);
}

std::optional<Definition> own_definition(store::Snapshot& snapshot, const Slug& code) {
  return snapshot.one<Definition>(kOwnDefinition, code);
}

bool insert(store::Tx& tx, const Draft& draft) {
  const auto insert = [&](const auto&... field) { return tx.change(kInsert, field...); };
  return std::apply(insert, tie_fields(draft)) == 1;
}

std::vector<Kept> kept(store::Snapshot& snapshot) {
  return snapshot.all<Kept>(kKept);
}

bool update(store::Tx& tx, const Definition& after, std::int64_t version) {
  if (after.built_in && version == 0) return tx.change(kKeep, after.code, after.owner) == 1;
  if (after.built_in) return tx.change(kKeepAgain, after.code, after.owner, version) == 1;
  return tx.change(kUpdate, after.code, version, after.name_en, after.name_nl, after.better,
                   after.source, after.formula_en, after.formula_nl, after.owner) == 1;
}

bool remove(store::Tx& tx, const Slug& code, std::int64_t version) {
  return tx.change(kRemove, code, version) == 1;
}

std::vector<Target> targets(store::Snapshot& snapshot, const Subject& subject) {
  return snapshot.all<Target>(kTargets, subject.number);
}

void replace_targets(store::Tx& tx, const Subject& subject, const std::vector<Target>& targets) {
  tx.change(kRemoveTargets, subject.number);
  std::int64_t position = 0;
  for (const Target& target : targets) {
    tx.change(kInsertTarget, subject.kind, subject.number, position++, target.kpi, target.from,
              target.to, target.value, target.currency);
  }
}

std::span<const Statement* const> statements() {
  return kStatements;
}

}  // namespace sluis::kpis::sql
