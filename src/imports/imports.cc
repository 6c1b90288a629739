#include "imports/imports.h"

#include "imports/store.h"
#include "kernel/assert.h"
#include "platform/api/refusal.h"

namespace sluis::imports {
namespace {

constexpr std::string_view kEntity = "import mapping";

constexpr RefusalKind kImportUnknown{"import_unknown", Category::not_found, Retry::useless,
                                     Text{"There is no such import.", "Die import is er niet."}};
constexpr RefusalKind kRunning{
    "import_running", Category::conflict, Retry::may_help,
    Text{"This file is being brought in with this mapping at this moment.",
         "Dit bestand wordt op dit moment met deze koppeling ingelezen."}};
constexpr RefusalKind kFileUnknown{"import_file_unknown", Category::not_found, Retry::useless,
                                   Text{"There is no such file any more; send it again.",
                                        "Dat bestand is er niet meer; stuur het opnieuw."}};
constexpr RefusalKind kMappingUnknown{
    "mapping_unknown", Category::not_found, Retry::useless,
    Text{"There is no such mapping.", "Die koppeling is er niet."}};
constexpr RefusalKind kMappingTaken{
    "mapping_taken", Category::conflict, Retry::useless,
    Text{"There is a mapping named {0} already; choose another name or change that one.",
         "Er is al een koppeling {0}; kies een andere naam of wijzig die."}};
constexpr RefusalKind kNothingReadable{
    "nothing_readable", Category::invalid, Retry::useless,
    Text{"None of the first {0} rows of {1} gives an event with this mapping; nothing was brought "
         "in.",
         "Geen van de eerste {0} rijen van {1} geeft met deze koppeling een gebeurtenis; er is "
         "niets ingelezen."}};

void record(store::Tx& tx, const access::Actor& actor, std::string_view action,
            const std::optional<KeptMapping>& before, const std::optional<KeptMapping>& after) {
  access::audit(tx, actor,
                {.entity = kEntity,
                 .id = to_string(after ? after->id : before->id),
                 .action = action,
                 .before = before ? Json{to_json(before->mapping)} : Json{},
                 .after = after ? Json{to_json(after->mapping)} : Json{}});
}

}  // namespace

const RefusalKind& kind_of(ImportRefusal refusal) {
  switch (refusal) {
    case ImportRefusal::import_unknown:
      return kImportUnknown;
    case ImportRefusal::import_running:
      return kRunning;
    case ImportRefusal::import_file_unknown:
      return kFileUnknown;
    case ImportRefusal::mapping_unknown:
      return kMappingUnknown;
    case ImportRefusal::mapping_taken:
      return kMappingTaken;
    case ImportRefusal::nothing_readable:
      return kNothingReadable;
  }
  assertion_failed("a named refusal");
}

std::vector<Import> imports(store::Snapshot& snapshot, std::optional<ImportId> before, int limit) {
  return sql::imports(snapshot, before, limit);
}

Result<Import> find(store::Snapshot& snapshot, ImportId id) {
  auto import = sql::import(snapshot, id);
  if (!import) return refuse(ImportRefusal::import_unknown);
  return *std::move(import);
}

std::int64_t clear(store::Tx& tx) {
  return sql::clear(tx);
}

Result<void> usable(const Mapping& mapping) {
  auto problems = problems_of(mapping);
  if (problems.empty()) return {};
  for (FieldProblem& problem : problems)
    problem.pointer = "/mapping" + problem.pointer;
  return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(std::move(problems)));
}

std::vector<KeptMapping> mappings(store::Snapshot& snapshot) {
  return sql::mappings(snapshot);
}

Result<KeptMapping> find_mapping(store::Snapshot& snapshot, MappingId id) {
  auto mapping = sql::mapping(snapshot, id);
  if (!mapping) return refuse(ImportRefusal::mapping_unknown);
  return *std::move(mapping);
}

Result<KeptMapping> add_mapping(store::Tx& tx, const access::Actor& actor, const Mapping& mapping) {
  TRY_VOID(usable(mapping));
  KeptMapping kept{.id = actor.ids.next<MappingId>(),
                   .version = 1,
                   .mapping = mapping,
                   .created = actor.now,
                   .changed = actor.now,
                   .changed_by = actor.name};
  if (!sql::insert(tx, kept)) return refuse(ImportRefusal::mapping_taken, mapping.name.text);
  record(tx, actor, "added", {}, kept);
  return kept;
}

Result<KeptMapping> change_mapping(store::Tx& tx, const access::Actor& actor, MappingId id,
                                   std::int64_t version, const Mapping& mapping) {
  TRY_VOID(usable(mapping));
  const KeptMapping before = TRY(find_mapping(tx, id));
  if (sql::name_is_taken(tx, mapping.name, id)) {
    return refuse(ImportRefusal::mapping_taken, mapping.name.text);
  }
  KeptMapping after = before;
  after.version = version + 1;
  after.mapping = mapping;
  after.changed = actor.now;
  after.changed_by = actor.name;
  if (!sql::update(tx, after, version)) return refuse(api::ApiRefusal::version_changed);
  record(tx, actor, "changed", before, after);
  return after;
}

Result<void> remove_mapping(store::Tx& tx, const access::Actor& actor, MappingId id,
                            std::int64_t version) {
  const KeptMapping before = TRY(find_mapping(tx, id));
  if (!sql::remove_mapping(tx, id, version)) return refuse(api::ApiRefusal::version_changed);
  record(tx, actor, "removed", before, {});
  return {};
}

}  // namespace sluis::imports
