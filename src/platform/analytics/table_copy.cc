#include "platform/analytics/table_copy.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sluis::analytics {
namespace {

// The record of migrations was written with them.
constexpr const char* kTables =
    "select table_name from information_schema.tables where table_type = 'BASE TABLE' and "
    "table_schema = current_schema() and table_name <> 'platform_migration' order by table_name";
constexpr const char* kColumns =
    "select column_name from information_schema.columns where table_name = $1 and "
    "table_schema = current_schema() order by ordinal_position";
constexpr int kRowsBetweenLooks = 10'000;

std::vector<std::string> names(store::Engine& engine, const std::string& sql,
                               std::span<const store::Parameter> parameters) {
  std::vector<std::string> all;
  const auto rows = engine.query_text(sql, parameters);
  while (rows->next())
    all.emplace_back(read_text(rows->value(0)));
  return all;
}

// What a column holds, as a parameter: its views last until the next row.
struct AsParameter {
  template <class T>
  store::Parameter operator()(const T& value) const {
    return value;
  }
};

bool copy(Engine& from, Engine& to, const std::string& table, const std::stop_token& stop) {
  const store::Parameter name[] = {std::string_view(table)};
  const auto columns = names(to.sql(), kColumns, name);
  const auto rows =
      from.sql().stream(fmt::format("select {} from {}", fmt::join(columns, ", "), table));
  const auto appender = to.append(InsertForm{table, columns});
  for (std::int64_t count = 1; rows->next(); ++count) {
    for (std::size_t column = 0; column < columns.size(); ++column)
      appender->add(std::visit(AsParameter{}, rows->value(column)));
    appender->end_row();
    if (count % kRowsBetweenLooks == 0 && stop.stop_requested()) return false;
  }
  appender->finish();
  return true;
}

}  // namespace

bool copy_tables(Engine& from, Engine& to, const std::stop_token& stop) {
  for (const std::string& table : names(to.sql(), kTables, {})) {
    if (!copy(from, to, table, stop)) return false;
  }
  return true;
}

}  // namespace sluis::analytics
