#include "platform/store/table_copy.h"

#include "platform/store/migrate.h"

namespace sluis::store {
namespace {

constexpr std::int64_t kRowsBetweenLooks = 256;

std::string column_list(const Table& table) {
  std::string list;
  for (const std::string& column : table.columns)
    list += (list.empty() ? "" : ", ") + column;
  return list;
}

std::string placeholders(std::size_t count) {
  std::string list;
  for (std::size_t i = 1; i <= count; ++i)
    list += fmt::format("{}${}", i == 1 ? "" : ", ", i);
  return list;
}

std::vector<Parameter> parameters_of(const Rows& rows) {
  std::vector<Parameter> parameters;
  for (std::size_t column = 0; column < rows.width(); ++column) {
    parameters.push_back(
        std::visit([](auto value) -> Parameter { return value; }, rows.value(column)));
  }
  return parameters;
}

std::int64_t count_rows(Engine& engine, const Table& table) {
  const auto rows = engine.query_text("select count(*) from " + table.name, {});
  rows->next();
  return read_integer(rows->value(0));
}

struct AddValue {
  Sha256& digest;

  void operator()(Null) { add("n", ""); }
  void operator()(std::int64_t number) { add("i", std::to_string(number)); }
  void operator()(double number) { add("d", fmt::format("{}", number)); }
  void operator()(std::string_view text) { add("t", text); }
  void operator()(BytesView bytes) { add("b", bytes.data); }
  // The length keeps two values from reading as two others.
  void add(std::string_view type, std::string_view text) {
    digest.add(fmt::format("{}{}:", type, text.size()));
    digest.add(text);
  }
};

}  // namespace

std::vector<Table> tables_of(Engine& sqlite) {
  std::vector<Table> tables;
  const auto names = sqlite.query_text(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' "
      "and name <> 'backup_manifest' order by rowid",
      {});
  while (names->next())
    tables.push_back({std::string(read_text(names->value(0))), {}});
  for (Table& table : tables) {
    const auto columns = sqlite.query_text(
        fmt::format("select name from pragma_table_info('{}') order by cid", table.name), {});
    while (columns->next())
      table.columns.emplace_back(read_text(columns->value(0)));
  }
  return tables;
}

void make_empty_schema(Engine& engine, const std::vector<const Migration*>& migrations) {
  make_record_table(engine);
  for (const Migration* migration : migrations) {
    engine.execute(in_dialect(*migration, engine.dialect()));
  }
}

void remove_rows(Engine& engine, const std::vector<Table>& tables) {
  for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
    engine.execute("delete from " + table->name);
  }
}

void add_rows(Sha256& digest, Engine& sqlite, const std::vector<Table>& tables) {
  for (const Table& table : tables) {
    digest.add(table.name);
    const auto rows = sqlite.stream(
        fmt::format("select {} from {} order by rowid", column_list(table), table.name));
    while (rows->next()) {
      for (std::size_t column = 0; column < rows->width(); ++column) {
        std::visit(AddValue{digest}, rows->value(column));
      }
    }
  }
}

TableCopy::TableCopy(Engine& from, Engine& to, StatementSet& registered, OnTheWay on_the_way)
    : from_(from), to_(to), registered_(registered), on_the_way_(std::move(on_the_way)) {}

Result<std::vector<TableCount>> TableCopy::run(const std::vector<Table>& tables,
                                               const BackupProgress& progress,
                                               const std::stop_token& stop) {
  for (const Table& table : tables)
    total_ += count_rows(from_, table);
  std::vector<TableCount> counts;
  for (const Table& table : tables) {
    const std::int64_t rows = TRY(copy(table, progress, stop));
    counts.push_back({table.name, rows});
  }
  progress(done_, total_);
  return counts;
}

Result<std::int64_t> TableCopy::copy(const Table& table, const BackupProgress& progress,
                                     const std::stop_token& stop) {
  const Statement& insert = insert_into(table);
  const auto rows = from_.stream(fmt::format("select {} from {}", column_list(table), table.name));
  std::int64_t copied = 0;
  while (rows->next()) {
    std::vector<Parameter> row = parameters_of(*rows);
    TRY_VOID(on_the_way_(table, row));
    to_.change(insert, row);
    ++copied;
    if (++done_ % kRowsBetweenLooks != 0) continue;
    if (stop.stop_requested()) return refuse(BackupRefusal::cancelled);
    progress(done_, total_);
  }
  return copied;
}

const Statement& TableCopy::insert_into(const Table& table) {
  texts_.push_back(fmt::format("insert into {} ({}) values ({})", table.name, column_list(table),
                               placeholders(table.columns.size())));
  inserts_.push_back({"store.copy", texts_.back()});
  registered_.insert(&inserts_.back());
  return inserts_.back();
}

}  // namespace sluis::store
