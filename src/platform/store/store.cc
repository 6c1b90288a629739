#include "platform/store/store.h"

#include <future>

#include "kernel/assert.h"
#include "platform/store/postgres_store.h"
#include "platform/store/sqlite_store.h"

namespace sluis::store {

const RefusalKind& kind_of(OpenRefusal refusal) {
  static constexpr RefusalKind newer_version{
      "newer_version",
      Category::conflict,
      Retry::useless,
      {"This data was written by a newer Sluis ({1}): it knows the migration {0}, this program "
       "does "
       "not. Start that version or a later one, or restore a backup that was made before it.",
       "Deze gegevens zijn geschreven door een nieuwere Sluis ({1}): die kent de migratie {0}, dit "
       "programma niet. Start die versie of een latere, of zet een back-up van daarvoor terug."}};
  static constexpr RefusalKind changed_migration{
      "changed_migration",
      Category::conflict,
      Retry::useless,
      {"The migration {0} was applied by Sluis {1} with another text than this program has. Use "
       "that program; a migration is never changed after its release.",
       "De migratie {0} is door Sluis {1} met een andere tekst toegepast dan dit programma heeft. "
       "Gebruik dat programma; een migratie verandert nooit meer na haar uitgave."}};
  static constexpr RefusalKind damaged{
      "store_damaged",
      Category::unavailable,
      Retry::useless,
      {"The database {0} cannot be opened: {1}. Restore a backup, or ask `sluis doctor`.",
       "De database {0} is niet te openen: {1}. Zet een back-up terug, of vraag het "
       "`sluis doctor`."}};
  static constexpr RefusalKind unreachable{
      "store_unreachable",
      Category::unavailable,
      Retry::may_help,
      {"No connection to the database: {0}. Is the server running, and is the address right?",
       "Geen verbinding met de database: {0}. Draait de server, en klopt het adres?"}};
  switch (refusal) {
    case OpenRefusal::newer_version:
      return newer_version;
    case OpenRefusal::changed_migration:
      return changed_migration;
    case OpenRefusal::damaged:
      return damaged;
    case OpenRefusal::unreachable:
      return unreachable;
  }
  assertion_failed("an OpenRefusal");
}

Result<std::unique_ptr<Store>> Store::open(const Location& location, const Options& options,
                                           const Registry& registry) {
  if (!location.embedded()) return PostgresStore::open(location.url, options, registry);
  SLUIS_ASSERT(location.folder != nullptr);
  return SqliteStore::open(*location.folder, options, registry);
}

std::optional<Failure> Store::write_and_wait(Priority priority,
                                             std::move_only_function<bool(Tx&)> run) {
  std::promise<std::optional<Failure>> outcome;
  write(priority, {std::move(run), [&](auto failure) { outcome.set_value(failure); }});
  return outcome.get_future().get();
}

std::optional<Failure> Store::read_and_wait(std::move_only_function<void(Snapshot&)> run) {
  std::promise<std::optional<Failure>> outcome;
  read({std::move(run), [&](auto failure) { outcome.set_value(failure); }});
  return outcome.get_future().get();
}

}  // namespace sluis::store
