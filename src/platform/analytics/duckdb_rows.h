// The rows of a DuckDB result, read from its column vectors chunk by chunk.
#pragma once

#include <cstdint>
#include <duckdb.h>
#include <memory>
#include <string>
#include <vector>

#include "platform/store/connection.h"

namespace sluis::analytics {

// Throws what DuckDB says as Error.
[[noreturn]] void fail(duckdb_error_type type, const char* what, std::string_view doing);

class DuckRows final : public store::Rows {
 public:
  // `statement` is kept until the rows are gone.
  DuckRows(duckdb_result result, std::shared_ptr<void> statement, std::string sql);
  ~DuckRows() override;
  DuckRows(const DuckRows&) = delete;
  DuckRows& operator=(const DuckRows&) = delete;

  bool next() override;
  std::size_t width() const override { return columns_.size(); }
  std::string_view name(std::size_t column) const override { return columns_[column].name; }
  store::Value value(std::size_t column) const override;

 private:
  struct Column {
    std::string name;
    duckdb_type type = DUCKDB_TYPE_INVALID;
    std::uint8_t scale = 0;                    // of a decimal
    duckdb_type stored = DUCKDB_TYPE_INVALID;  // what a decimal is kept in
    void* data = nullptr;
    std::uint64_t* validity = nullptr;
    mutable std::string text;  // what a view of this row points to
  };

  bool fetch();
  store::Value number_of(const Column& column) const;
  store::Value text_of(const Column& column) const;

  duckdb_result result_;
  const std::shared_ptr<void> statement_;
  const std::string sql_;
  std::vector<Column> columns_;
  duckdb_data_chunk chunk_ = nullptr;
  std::uint64_t rows_ = 0;
  std::uint64_t row_ = 0;
};

}  // namespace sluis::analytics
