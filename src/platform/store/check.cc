#include "platform/store/check.h"

#include "platform/store/migrate.h"
#include "platform/store/open.h"

namespace sluis::store {
namespace {

constexpr Text kNotOpened{"The database cannot be read: {0}. Restore a backup.",
                          "De database is niet te lezen: {0}. Zet een back-up terug."};
constexpr Text kIntact{"The database file is intact.", "Het databasebestand is heel."};
constexpr Text kNotIntact{"The database file is damaged: {0}. Stop Sluis and restore a backup.",
                          "Het databasebestand is beschadigd: {0}. Stop Sluis en zet een back-up "
                          "terug."};
constexpr Text kServerAnswers{"The database server answers.", "De databaseserver antwoordt."};
constexpr Text kLinked{"Every reference between tables finds its row.",
                       "Elke verwijzing tussen tabellen vindt zijn rij."};
constexpr Text kNotLinked{"The table {0} refers to rows of {1} that are not there.",
                          "De tabel {0} verwijst naar rijen van {1} die er niet zijn."};
constexpr Text kMigrated{"All {0} migrations are applied.", "Alle {0} migraties zijn toegepast."};
constexpr Text kNotMigrated{"{0} of {1} migrations are applied; `sluis serve` applies the rest.",
                            "{0} van de {1} migraties zijn toegepast; `sluis serve` doet de rest."};
constexpr Text kBlobsThere{"All {0} files are there.", "Alle {0} bestanden zijn er."};
constexpr Text kBlobMissing{
    "The file {0} is missing or has another size; restore it from a backup.",
    "Het bestand {0} ontbreekt of heeft een andere grootte; haal het uit "
    "een back-up."};
constexpr Text kCursorsSane{"All {0} readers of facts are where they can be.",
                            "Alle {0} lezers van feiten staan waar ze kunnen staan."};
constexpr Text kCursorAhead{
    "The reader of facts {0} is ahead of all facts and would skip new ones. The database was "
    "copied without `sluis backup`: move it with backup and restore instead.",
    "De lezer van feiten {0} is verder dan alle feiten en zou nieuwe overslaan. De database is "
    "gekopieerd zonder `sluis backup`: verplaats hem met back-up en terugzetten."};

std::int64_t count(Engine& engine, const std::string& sql) {
  const auto rows = engine.query_text(sql, {});
  return rows->next() ? read_integer(rows->value(0)) : 0;
}

std::size_t sound_or(std::vector<Finding>& findings, std::size_t before, Finding sound) {
  if (findings.size() == before) findings.push_back(std::move(sound));
  return findings.size();
}

void check_file(Engine& engine, std::vector<Finding>& findings) {
  if (engine.dialect() == Dialect::postgres) {
    findings.push_back({true, Message(kServerAnswers)});
    return;
  }
  const auto before = findings.size();
  {
    const auto rows = engine.query_text("pragma integrity_check(10)", {});
    while (rows->next()) {
      const std::string_view text = read_text(rows->value(0));
      if (text != "ok") findings.push_back({false, Message(kNotIntact, text)});
    }
  }
  const auto intact = sound_or(findings, before, {true, Message(kIntact)});
  const auto broken = engine.query_text(
      "select distinct \"table\", parent from pragma_foreign_key_check order by 1, 2", {});
  while (broken->next()) {
    findings.push_back(
        {false, Message(kNotLinked, read_text(broken->value(0)), read_text(broken->value(1)))});
  }
  sound_or(findings, intact, {true, Message(kLinked)});
}

void check_migrated(Engine& engine, const Registry& registry, std::vector<Finding>& findings) {
  const auto applied = applied_migrations(engine);
  if (const auto fits = check_migrations(applied, registry); !fits) {
    findings.push_back({false, fits.error().message()});
    return;
  }
  const std::string done = std::to_string(applied.size());
  const std::size_t all = migrations_of(registry).size();
  if (applied.size() < all) {
    findings.push_back({false, Message(kNotMigrated, done, std::to_string(all))});
  } else {
    findings.push_back({true, Message(kMigrated, done)});
  }
}

bool is_there(const Location& location, std::string_view sha256, std::int64_t size,
              std::int64_t bytes_in_row) {
  if (!location.embedded()) return size == bytes_in_row;
  std::error_code error;
  const auto found = std::filesystem::file_size(location.folder->blobs() / sha256, error);
  return !error && found == static_cast<std::uintmax_t>(size);
}

void check_blobs(Engine& engine, const Location& location, std::vector<Finding>& findings) {
  const auto before = findings.size();
  std::int64_t all = 0;
  const auto rows = engine.query_text(
      "select sha256, size, coalesce(length(bytes), -1) from platform_blob order by sha256", {});
  for (; rows->next(); ++all) {
    const std::string_view sha256 = read_text(rows->value(0));
    if (!is_there(location, sha256, read_integer(rows->value(1)), read_integer(rows->value(2)))) {
      findings.push_back({false, Message(kBlobMissing, sha256)});
    }
  }
  sound_or(findings, before, {true, Message(kBlobsThere, std::to_string(all))});
}

// New facts come after the numbers of the database; a cursor of another database may be beyond.
void check_cursors(Engine& engine, std::vector<Finding>& findings) {
  const auto before = findings.size();
  const bool server = engine.dialect() == Dialect::postgres;
  const std::string ahead =
      server ? "transaction_id >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
             : "transaction_id > 0 or number > "
               "coalesce((select seq from sqlite_sequence where name = 'platform_outbox'), 0)";
  {
    const auto rows =
        engine.query_text("select name from platform_cursor where " + ahead + " order by name", {});
    while (rows->next()) {
      findings.push_back({false, Message(kCursorAhead, read_text(rows->value(0)))});
    }
  }
  const std::string all = std::to_string(count(engine, "select count(*) from platform_cursor"));
  sound_or(findings, before, {true, Message(kCursorsSane, all)});
}

}  // namespace

std::vector<Finding> check(const Location& location, const Registry& registry) {
  std::vector<Finding> findings;
  try {
    const auto engine = open_to_read(location);
    begin_snapshot(*engine);
    check_file(*engine, findings);
    check_migrated(*engine, registry, findings);
    check_blobs(*engine, location, findings);
    check_cursors(*engine, findings);
  } catch (const Error& error) {
    findings.push_back({false, Message(kNotOpened, error.what())});
  }
  return findings;
}

}  // namespace sluis::store
