#include "platform/analytics/duckdb_rows.h"

#include <cmath>

#include <fmt/format.h>

#include "kernel/time.h"
#include "platform/store/failure.h"

namespace sluis::analytics {
namespace {

using store::Error;
using store::Failure;
using store::Value;

Failure failure_of(duckdb_error_type type, std::string_view what) {
  if (what.contains("No space left")) return Failure::full_disk;
  if (what.contains("database has been invalidated")) return Failure::unavailable;
  switch (type) {
    case DUCKDB_ERROR_INTERRUPT:
    case DUCKDB_ERROR_OUT_OF_MEMORY:
      return Failure::over_limit;
    case DUCKDB_ERROR_TRANSACTION:
      return Failure::contended;
    case DUCKDB_ERROR_IO:
    case DUCKDB_ERROR_FATAL:
      return Failure::unavailable;
    default:
      return Failure::internal;
  }
}

// A sum of bigints is a hugeint.
std::int64_t narrowed(const duckdb_hugeint& number) {
  const auto lower = static_cast<std::int64_t>(number.lower);
  if (number.upper != (lower < 0 ? -1 : 0)) {
    throw Error(Failure::internal, "a sum does not fit 64 bits");
  }
  return lower;
}

template <class T>
const T& at(const void* data, std::uint64_t row) {
  return static_cast<const T*>(data)[row];
}

}  // namespace

void fail(duckdb_error_type type, const char* what, std::string_view doing) {
  const std::string_view text = what == nullptr ? "DuckDB does not say why" : what;
  throw Error(failure_of(type, text), fmt::format("{}: {}", text, doing));
}

DuckRows::DuckRows(duckdb_result result, std::shared_ptr<void> statement, std::string sql)
    : result_(result), statement_(std::move(statement)), sql_(std::move(sql)) {
  for (idx_t i = 0; i < duckdb_column_count(&result_); ++i) {
    Column& column = columns_.emplace_back();
    column.name = duckdb_column_name(&result_, i);
    column.type = duckdb_column_type(&result_, i);
    if (column.type != DUCKDB_TYPE_DECIMAL) continue;
    duckdb_logical_type type = duckdb_column_logical_type(&result_, i);
    column.scale = duckdb_decimal_scale(type);
    column.stored = duckdb_decimal_internal_type(type);
    duckdb_destroy_logical_type(&type);
  }
}

DuckRows::~DuckRows() {
  duckdb_destroy_data_chunk(&chunk_);
  duckdb_destroy_result(&result_);
}

bool DuckRows::next() {
  if (++row_ < rows_) return true;
  while (fetch()) {
    if (rows_ > 0) return true;
  }
  return false;
}

bool DuckRows::fetch() {
  duckdb_destroy_data_chunk(&chunk_);
  chunk_ = duckdb_fetch_chunk(result_);
  row_ = 0;
  rows_ = 0;
  if (chunk_ == nullptr) {
    const char* error = duckdb_result_error(&result_);
    if (error != nullptr) fail(duckdb_result_error_type(&result_), error, sql_);
    return false;
  }
  rows_ = duckdb_data_chunk_get_size(chunk_);
  for (idx_t i = 0; i < columns_.size(); ++i) {
    const duckdb_vector vector = duckdb_data_chunk_get_vector(chunk_, i);
    columns_[i].data = duckdb_vector_get_data(vector);
    columns_[i].validity = duckdb_vector_get_validity(vector);
  }
  return rows_ > 0;
}

Value DuckRows::value(std::size_t index) const {
  const Column& column = columns_[index];
  if (column.validity != nullptr && !duckdb_validity_row_is_valid(column.validity, row_)) {
    return store::Null{};
  }
  switch (column.type) {
    case DUCKDB_TYPE_VARCHAR:
    case DUCKDB_TYPE_BLOB:
    case DUCKDB_TYPE_DATE:
      return text_of(column);
    default:
      return number_of(column);
  }
}

Value DuckRows::text_of(const Column& column) const {
  if (column.type == DUCKDB_TYPE_DATE) {
    const std::chrono::days since{at<duckdb_date>(column.data, row_).days};
    column.text = to_string(Date(std::chrono::sys_days(since)));
    return std::string_view(column.text);
  }
  auto* string = static_cast<duckdb_string_t*>(column.data) + row_;
  const std::string_view text(duckdb_string_t_data(string), duckdb_string_t_length(*string));
  if (column.type == DUCKDB_TYPE_BLOB) return store::BytesView{text};
  return text;
}

Value DuckRows::number_of(const Column& column) const {
  const bool decimal = column.type == DUCKDB_TYPE_DECIMAL;
  const auto scaled = [&](std::int64_t number) -> Value {
    if (column.scale == 0) return number;
    return static_cast<double>(number) / std::pow(10.0, column.scale);
  };
  switch (decimal ? column.stored : column.type) {
    case DUCKDB_TYPE_BOOLEAN:
      return std::int64_t{at<bool>(column.data, row_)};
    case DUCKDB_TYPE_TINYINT:
      return std::int64_t{at<std::int8_t>(column.data, row_)};
    case DUCKDB_TYPE_SMALLINT:
      return scaled(at<std::int16_t>(column.data, row_));
    case DUCKDB_TYPE_INTEGER:
      return scaled(at<std::int32_t>(column.data, row_));
    case DUCKDB_TYPE_BIGINT:
      return scaled(at<std::int64_t>(column.data, row_));
    case DUCKDB_TYPE_HUGEINT:
      return scaled(narrowed(at<duckdb_hugeint>(column.data, row_)));
    case DUCKDB_TYPE_FLOAT:
      return static_cast<double>(at<float>(column.data, row_));
    case DUCKDB_TYPE_DOUBLE:
      return at<double>(column.data, row_);
    default:
      throw Error(Failure::internal, fmt::format("the column {} needs a cast to a simple type: {}",
                                                 column.name, sql_));
  }
}

}  // namespace sluis::analytics
