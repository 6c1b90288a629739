#include "app/data_commands.h"

#include "app/capabilities.h"
#include "events/events.h"
#include "platform/analytics/store.h"
#include "platform/command/rows.h"
#include "platform/config/config.h"
#include "platform/store/backup.h"
#include "platform/store/check.h"

namespace sluis::app {
namespace {

using command::CommandRefusal;
using command::Invocation;
using command::Kind;
using command::Needs;
using command::Option;
using command::Output;

enum class DataRefusal : std::uint8_t { unsound };
BOOST_DESCRIBE_ENUM(DataRefusal, unsound)

const RefusalKind& kind_of(DataRefusal refusal) {
  switch (refusal) {
    case DataRefusal::unsound: {
      static constexpr RefusalKind kind{
          "unsound",
          Category::conflict,
          Retry::useless,
          {"Something is wrong with the data; the lines above say what to do.",
           "Er is iets mis met de gegevens; de regels hierboven zeggen wat te doen."}};
      return kind;
    }
  }
  __builtin_unreachable();
}

constexpr Text kNoPipe{"A backup is a database file, which a pipe cannot carry; name a file.",
                       "Een back-up is een databasebestand; dat kan niet door een pijp. Noem een "
                       "bestand."};
constexpr Text kBackedUp{"{0}: {1} rows and {2} blobs, sha256 {3}",
                         "{0}: {1} rijen en {2} blobs, sha256 {3}"};

constexpr Text kFiguresThere{"The analytical store can be read.",
                             "De analytische opslag is te lezen."};
constexpr Text kFiguresNotThere{
    "The analytical store cannot be read. Stop Sluis and take it away (analytics.duckdb, or the "
    "schema analytics): it is filled again from the log.",
    "De analytische opslag is niet te lezen. Stop Sluis en haal haar weg (analytics.duckdb, of het "
    "schema analytics): ze wordt weer gevuld uit het logboek."};
constexpr Text kSnapshot{"{0}: every figure of this moment, for any DuckDB client",
                         "{0}: alle cijfers van dit moment, voor elk DuckDB-programma"};

struct FindingRow {
  bool sound = true;
  std::string message;

  static constexpr Text headings[] = {{"Sound", "In orde"}, {"Finding", "Bevinding"}};
};
BOOST_DESCRIBE_STRUCT(FindingRow, (), (sound, message))

Message summary_of(const std::filesystem::path& file, const store::Manifest& manifest) {
  std::int64_t rows = 0;
  for (const store::TableCount& table : manifest.tables)
    rows += table.rows;
  return {kBackedUp, file.string(), std::to_string(rows), std::to_string(manifest.blobs),
          manifest.sha256};
}

store::BackupProgress progress_of(Invocation& args) {
  return [&args](std::int64_t done, std::int64_t total) { args.progress(done, total); };
}

Result<std::filesystem::path> backup_file(const Invocation& args) {
  if (args.text("file") == "-") return refuse(CommandRefusal::misuse, Message(kNoPipe));
  return args.text("file");
}

Result<void> run_backup(Invocation& args) {
  const std::filesystem::path file = TRY(backup_file(args));
  const command::Home& home = args.home();
  const auto manifest = TRY(store::back_up(home.location, home.registry, file, home.clock.now(),
                                           progress_of(args), args.cancel()));
  args.say(summary_of(file, manifest));
  return {};
}

// Ctrl-C leaves nothing behind.
Result<void> run_snapshot(Invocation& args) {
  TRY_VOID(events::ship_all(args.store(), args.analytics(), args.cancel()));
  const std::filesystem::path file = args.text("file");
  TRY_VOID(args.analytics().snapshot_to(file, args.cancel()));
  args.say({kSnapshot, file.string()});
  return {};
}

Result<void> run_restore(Invocation& args) {
  const config::Settings& settings = args.config().settings;
  const std::filesystem::path file = TRY(backup_file(args));
  const store::Folder folder = TRY(store::Folder::claim(settings.data));
  const store::Location location{&folder, settings.store.embedded() ? "" : settings.store.text};
  const auto manifest =
      TRY(store::restore(file, location, registry(), progress_of(args), args.cancel()));
  args.say(summary_of(file, manifest));
  return {};
}

// Asking for the cursor opens the analytical store and looks at its migrations.
store::Finding check_figures(Invocation& args) {
  if (events::shipped_position(args.analytics())) return {true, Message(kFiguresThere)};
  return {false, Message(kFiguresNotThere)};
}

Result<void> run_doctor(Invocation& args) {
  std::vector<FindingRow> rows;
  bool sound = true;
  const command::Home& home = args.home();
  std::vector<store::Finding> findings = store::check(home.location, home.registry);
  findings.push_back(check_figures(args));
  for (const store::Finding& finding : findings) {
    rows.push_back({finding.sound, finding.message.in(args.reader().language)});
    sound = sound && finding.sound;
  }
  print_rows(args, rows);
  if (!sound) return refuse(DataRefusal::unsound);
  return {};
}

Option file_argument(Kind kind, const Text& help) {
  return {.name = "file", .value = "FILE", .help = help, .kind = kind, .required = true};
}

}  // namespace

std::vector<command::Command> data_commands() {
  return {
      {.name = "backup",
       .summary = {"Write all data of one moment into one file, also while serving",
                   "Schrijf alle gegevens van één moment in één bestand, ook tijdens bedrijf"},
       .positionals = {file_argument(Kind::file_out, {"The new file", "Het nieuwe bestand"})},
       .run = run_backup},
      {.name = "snapshot",
       .summary = {"Write all figures of one moment as a DuckDB file, also while serving",
                   "Schrijf alle cijfers van één moment als DuckDB-bestand, ook tijdens bedrijf"},
       .positionals = {file_argument(Kind::file_out, {"The new file", "Het nieuwe bestand"})},
       .run = run_snapshot},
      {.name = "restore",
       .summary = {"Put a backup into an empty data folder or database",
                   "Zet een back-up terug in een lege gegevensmap of database"},
       .positionals = {file_argument(Kind::file_in, {"The backup", "De back-up"})},
       .needs = Needs::nothing,
       .run = run_restore},
      {.name = "doctor",
       .summary = {"Check that the data is sound", "Controleer of de gegevens in orde zijn"},
       .output = Output::rows,
       .run = run_doctor},
  };
}

}  // namespace sluis::app
