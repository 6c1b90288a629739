#include <fmt/format.h>

#include "kernel/assert.h"
#include "platform/analytics/duckdb_engine.h"
#include "platform/export/forms.h"
#include "platform/store/failure.h"

namespace sluis::exporting {
namespace {

// Decimals and timestamps are kept as the integers of their cells.
std::string_view type_of(Type type) {
  switch (type) {
    case Type::text:
      return "varchar";
    case Type::whole:
      return "bigint";
    case Type::amount:
      return "decimal(18, 6)";
    case Type::moment:
      return "timestamp";
    case Type::day:
      return "date";
    case Type::flag:
      return "boolean";
  }
  assertion_failed("a known type");
}

// Rows gather in a DuckDB database of their own, in a file beside the target: the company's
// reaches no files.
class ParquetTable final : public TableFile {
 public:
  ParquetTable(const std::filesystem::path& path, const std::vector<Column>& columns)
      : path_(path),
        work_(path.string() + ".work"),
        engine_(std::make_unique<analytics::DuckEngine>(
            std::make_shared<analytics::DuckDatabase>(
                work_, analytics::DuckSettings{.reaches_files = true}),
            nullptr)) {
    std::string sql = "create table exported (";
    analytics::InsertForm form{"exported", {}};
    for (const Column& column : columns) {
      sql += fmt::format("{}\"{}\" {}", form.columns.empty() ? "" : ", ", column.name,
                         type_of(column.type));
      form.columns.push_back(column.name);
    }
    engine_->sql().execute(sql + ")");
    appender_ = engine_->append(form);
  }
  ~ParquetTable() override {
    appender_.reset();
    engine_.reset();
    std::error_code ignored;
    for (const char* ending : {"", ".wal", ".tmp"})
      std::filesystem::remove_all(work_.string() + ending, ignored);
  }
  ParquetTable(const ParquetTable&) = delete;
  ParquetTable& operator=(const ParquetTable&) = delete;

  Result<void> row(const std::vector<Cell>& cells) override {
    return written([&] {
      for (const Cell& cell : cells)
        appender_->add(cell);
      appender_->end_row();
    });
  }
  Result<void> finish() override {
    return written([&] {
      appender_->finish();
      engine_->sql().execute(
          fmt::format("copy exported to '{}' (format parquet, compression zstd)", quoted()));
    });
  }

 private:
  std::string quoted() const {
    std::string text;
    for (const char c : path_.string())
      text += c == '\'' ? std::string("''") : std::string(1, c);
    return text;
  }

  Result<void> written(const auto& work) {
    try {
      work();
      return {};
    } catch (const store::Error& error) {
      return not_written(path_, error.what());
    }
  }

  const std::filesystem::path path_;
  const std::filesystem::path work_;
  std::unique_ptr<analytics::DuckEngine> engine_;
  std::unique_ptr<analytics::Appender> appender_;
};

}  // namespace

std::unique_ptr<TableFile> parquet_file(const std::filesystem::path& path,
                                        std::vector<Column> columns) {
  return std::make_unique<ParquetTable>(path, columns);
}

}  // namespace sluis::exporting
