#include "kpis/kpis.h"

#include <algorithm>

#include "kernel/assert.h"
#include "kpis/rules.h"
#include "kpis/store.h"
#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"

namespace sluis::kpis {
namespace {

constexpr RefusalKind kUnknown{"kpi_unknown", Category::not_found, Retry::useless,
                               Text{"There is no KPI {0}.", "Er is geen KPI {0}."}};
constexpr RefusalKind kCodeTaken{"kpi_code_taken", Category::conflict, Retry::useless,
                                 Text{"There is already a KPI {0}. Choose another code.",
                                      "Er is al een KPI {0}. Kies een andere code."}};
constexpr RefusalKind kBuiltInStays{
    "kpi_built_in", Category::conflict, Retry::useless,
    Text{
        "{0} comes with Sluis and stays as it is, but for its owner. Make a KPI of your own "
        "instead.",
        "{0} hoort bij Sluis en blijft zoals hij is, op de eigenaar na. Maak in plaats daarvan een "
        "eigen KPI."}};
constexpr RefusalKind kInUse{"kpi_in_use", Category::conflict, Retry::useless,
                             Text{"{0} still has targets. Remove those first.",
                                  "{0} heeft nog doelen. Verwijder die eerst."}};

constexpr Text kNoOwner{"There is no active user with this id.",
                        "Er is geen actieve gebruiker met dit id."};

struct KpiFact {
  Slug id;  // its code
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(KpiFact, (), (id, version))

// Tells the trail and those who listen what became of a definition.
void record(store::Tx& tx, const access::Actor& actor, std::string_view action,
            const Definition* before, const Definition* after) {
  const Definition& latest = after != nullptr ? *after : *before;
  access::audit(tx, actor,
                {.entity = "kpi",
                 .id = latest.code.text,
                 .action = action,
                 .before = before != nullptr ? Json{to_json(*before)} : Json{},
                 .after = after != nullptr ? Json{to_json(*after)} : Json{}});
  outbox::append(tx, actor.now, fmt::format("kpis.kpi_{}", action),
                 KpiFact{latest.code, latest.version});
}

// A definition that may be changed, at the version that the caller has seen.
Result<Definition> open_definition(store::Snapshot& snapshot, const Slug& code,
                                   std::int64_t version, bool of_own_only) {
  Definition found = TRY(definition(snapshot, code));
  if (found.built_in && of_own_only) return refuse(KpiRefusal::built_in, code.text);
  if (found.version != version) return refuse(api::ApiRefusal::version_changed);
  return found;
}

bool changes_only_owner(const Change& change) {
  bool others = false;
  for_each_field(change, [&](std::string_view name, const auto& patch) {
    others = others || (patch.present && name != "owner");
  });
  return !others;
}

// An owner who left later is no reason to refuse a change.
Result<void> check_owner(store::Snapshot& snapshot, const std::optional<UserId>& owner) {
  if (!owner) return {};
  const auto person = access::person(snapshot, *owner);
  if (person && person->active) return {};
  return std::unexpected(
      Refusal(kind_of(JsonRefusal::invalid)).with({{"/owner", "unknown", Message(kNoOwner)}}));
}

// Those that come with Sluis, with what the company says of them.
std::vector<Definition> built_in_here(store::Snapshot& snapshot) {
  std::vector<Definition> all = built_in();
  for (const sql::Kept& kept : sql::kept(snapshot)) {
    const auto one = std::ranges::find(all, kept.code, &Definition::code);
    if (one == all.end()) continue;  // comes with Sluis no more
    one->owner = kept.owner;
    one->version = kept.version;
  }
  return all;
}

}  // namespace

const RefusalKind& kind_of(KpiRefusal refusal) {
  switch (refusal) {
    case KpiRefusal::unknown:
      return kUnknown;
    case KpiRefusal::code_taken:
      return kCodeTaken;
    case KpiRefusal::built_in:
      return kBuiltInStays;
    case KpiRefusal::in_use:
      return kInUse;
  }
  assertion_failed("a KpiRefusal");
}

std::vector<Definition> definitions(store::Snapshot& snapshot) {
  return merged(built_in_here(snapshot), sql::own_definitions(snapshot));
}

Result<Definition> definition(store::Snapshot& snapshot, const Slug& code) {
  const auto known = built_in_here(snapshot);
  if (const Definition* found = find(known, code)) return *found;
  auto own = sql::own_definition(snapshot, code);
  if (!own) return refuse(KpiRefusal::unknown, code.text);
  return *std::move(own);
}

Result<Definition> define(store::Tx& tx, const access::Actor& actor, const Draft& draft) {
  TRY_VOID(check_owner(tx, draft.owner));
  if (find(built_in(), draft.code) != nullptr || !sql::insert(tx, draft)) {
    return refuse(KpiRefusal::code_taken, draft.code.text);
  }
  Definition made = TRY(definition(tx, draft.code));
  record(tx, actor, "added", nullptr, &made);
  return made;
}

Result<Definition> redefine(store::Tx& tx, const access::Actor& actor, const Slug& code,
                            std::int64_t version, const Change& change) {
  const Definition before = TRY(open_definition(tx, code, version, !changes_only_owner(change)));
  Definition after = before;
  apply_change(change, after);
  if (after.owner != before.owner) TRY_VOID(check_owner(tx, after.owner));
  if (!sql::update(tx, after, version)) return refuse(api::ApiRefusal::version_changed);
  after.version = version + 1;
  record(tx, actor, "changed", &before, &after);
  return after;
}

Result<void> remove(store::Tx& tx, const access::Actor& actor, const Slug& code,
                    std::int64_t version) {
  const Definition before = TRY(open_definition(tx, code, version, true));
  if (!sql::remove(tx, code, version)) return refuse(KpiRefusal::in_use, code.text);
  record(tx, actor, "removed", &before, nullptr);
  return {};
}

std::vector<Target> targets_of(store::Snapshot& snapshot, const Subject& subject) {
  return sql::targets(snapshot, subject);
}

std::vector<FieldProblem> problems_of(store::Snapshot& snapshot, const std::vector<Target>& targets,
                                      const std::string& pointer) {
  return target_problems(targets, definitions(snapshot), pointer);
}

void set_targets(store::Tx& tx, const Subject& subject, const std::vector<Target>& targets) {
  sql::replace_targets(tx, subject, targets);
}

}  // namespace sluis::kpis
