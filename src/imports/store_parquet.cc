// Parquet, read by a database of its own in memory, which reaches nothing of the company's. Every
// column comes as text, as the other formats give it.
#include "imports/rows.h"
#include "platform/analytics/duckdb.h"
#include "platform/store/failure.h"

namespace sluis::imports {
namespace {

constexpr analytics::DuckSettings kSettings{.threads = 1, .memory_mb = 512, .reaches_files = true};

// A path as a literal of SQL.
std::string quoted(const std::filesystem::path& file) {
  std::string out = "'";
  for (const char c : file.string())
    out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

class ParquetRows : public Rows {
 public:
  ParquetRows(const std::filesystem::path& file, std::uint64_t size)
      : database_({}, kSettings), connection_(database_, nullptr), size_(size) {
    const auto count = connection_.query_text(
        fmt::format("select count(*) from read_parquet({})", quoted(file)), {});
    if (count->next()) total_ = store::Stored<std::uint64_t>::read(count->value(0));
    rows_ = connection_.stream(
        fmt::format("select columns(*)::varchar from read_parquet({})", quoted(file)));
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < rows_->width(); ++i)
      names.push_back(rows_->name(i));
    columns_ = column_names(names);
  }

  const std::vector<std::string>& columns() const override { return columns_; }
  std::uint64_t taken() const override { return total_ == 0 ? size_ : size_ * row_ / total_; }
  std::uint64_t size() const override { return size_; }

  Result<bool> next(Row& row) override {
    if (!rows_->next()) return false;
    row.line = ++row_;
    row.flaw = Flaw::none;
    row.cells.clear();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const store::Value value = rows_->value(i);
      const auto* text = std::get_if<std::string_view>(&value);
      row.cells.push_back(text ? *text : std::string_view());
    }
    return true;
  }

 private:
  analytics::DuckDatabase database_;
  analytics::DuckDb connection_;
  std::unique_ptr<store::Rows> rows_;
  std::vector<std::string> columns_;
  const std::uint64_t size_;
  std::uint64_t total_ = 0;
  std::uint64_t row_ = 0;
};

// What the database says of a file it cannot read is about the file.
class GuardedRows : public Rows {
 public:
  GuardedRows(std::unique_ptr<Rows> rows, std::string name)
      : rows_(std::move(rows)), name_(std::move(name)) {}

  const std::vector<std::string>& columns() const override { return rows_->columns(); }
  std::uint64_t taken() const override { return rows_->taken(); }
  std::uint64_t size() const override { return rows_->size(); }
  Result<bool> next(Row& row) override {
    try {
      return rows_->next(row);
    } catch (const store::Error& error) {
      return refuse(FileRefusal::file_broken, name_, std::string_view(error.what()));
    }
  }

 private:
  std::unique_ptr<Rows> rows_;
  std::string name_;
};

}  // namespace

Result<std::unique_ptr<Rows>> parquet_rows(const std::filesystem::path& file,
                                           const std::string& name) {
  std::error_code ignored;
  const std::uint64_t size = std::filesystem::file_size(file, ignored);
  try {
    auto rows = std::make_unique<ParquetRows>(file, size);
    if (rows->columns().size() > kColumnsMax) {
      return refuse(FileRefusal::file_too_wide, name, std::to_string(kColumnsMax));
    }
    return std::make_unique<GuardedRows>(std::move(rows), name);
  } catch (const store::Error& error) {
    return refuse(FileRefusal::file_broken, name, std::string_view(error.what()));
  }
}

}  // namespace sluis::imports
