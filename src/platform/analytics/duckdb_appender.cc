#include <duckdb.h>

#include "kernel/assert.h"
#include "kernel/time.h"
#include "platform/analytics/duckdb.h"
#include "platform/analytics/duckdb_rows.h"
#include "platform/store/failure.h"

namespace sluis::analytics {

// Fills column vectors; DuckDB takes them over when they are full.
class DuckAppender final : public Appender {
 public:
  DuckAppender(DuckDb& connection, const InsertForm& form) : table_(form.table) {
    const auto made =
        duckdb_appender_create(connection.handle(), nullptr, table_.c_str(), &appender_);
    if (made != DuckDBSuccess) fail_appending();
    for (const std::string& column : form.columns) {
      if (duckdb_appender_add_column(appender_, column.c_str()) != DuckDBSuccess) fail_appending();
    }
    make_chunk(form.columns.size());
  }
  // What was not finished is dropped: its transaction is about to be rolled back.
  ~DuckAppender() override {
    duckdb_destroy_data_chunk(&chunk_);
    duckdb_appender_destroy(&appender_);
  }
  DuckAppender(const DuckAppender&) = delete;
  DuckAppender& operator=(const DuckAppender&) = delete;

  void add(const store::Parameter& value) override {
    Column& column = columns_[filled_++];
    std::visit([&](const auto& given) { put(column, given); }, value);
  }

  void end_row() override {
    SLUIS_ASSERT(filled_ == columns_.size());
    filled_ = 0;
    if (++rows_ == duckdb_vector_size()) hand_over();
  }

  void finish() override {
    hand_over();
    if (duckdb_appender_close(appender_) != DuckDBSuccess) fail_appending();
  }

 private:
  struct Column {
    duckdb_type type;
    duckdb_vector vector;
    void* data;
  };

  void make_chunk(std::size_t width) {
    std::vector<duckdb_logical_type> types;
    for (idx_t i = 0; i < width; ++i) {
      types.push_back(duckdb_appender_column_type(appender_, i));
      columns_.push_back({duckdb_get_type_id(types.back()), nullptr, nullptr});
    }
    chunk_ = duckdb_create_data_chunk(types.data(), types.size());
    for (duckdb_logical_type& type : types)
      duckdb_destroy_logical_type(&type);
    find_vectors();
  }

  void find_vectors() {
    for (idx_t i = 0; i < columns_.size(); ++i) {
      columns_[i].vector = duckdb_data_chunk_get_vector(chunk_, i);
      columns_[i].data = duckdb_vector_get_data(columns_[i].vector);
    }
  }

  void hand_over() {
    if (rows_ == 0) return;
    duckdb_data_chunk_set_size(chunk_, rows_);
    if (duckdb_append_data_chunk(appender_, chunk_) != DuckDBSuccess) fail_appending();
    duckdb_data_chunk_reset(chunk_);
    find_vectors();
    rows_ = 0;
  }

  void put(Column& column, store::Null) const {
    duckdb_vector_ensure_validity_writable(column.vector);
    duckdb_validity_set_row_invalid(duckdb_vector_get_validity(column.vector), rows_);
  }

  void put(Column& column, std::int64_t number) const {
    switch (column.type) {
      case DUCKDB_TYPE_BIGINT:
      case DUCKDB_TYPE_TIMESTAMP:  // microseconds
      case DUCKDB_TYPE_DECIMAL:    // its digits, where up to 18 fit an integer
        return set(column, number);
      case DUCKDB_TYPE_INTEGER:
        return set(column, static_cast<std::int32_t>(number));
      case DUCKDB_TYPE_SMALLINT:
        return set(column, static_cast<std::int16_t>(number));
      case DUCKDB_TYPE_BOOLEAN:
        return set(column, number != 0);
      case DUCKDB_TYPE_DOUBLE:
        return set(column, static_cast<double>(number));
      default:
        wrong_type("an integer");
    }
  }

  void put(Column& column, double number) const {
    if (column.type != DUCKDB_TYPE_DOUBLE) wrong_type("a number");
    set(column, number);
  }

  void put(Column& column, std::string_view text) const {
    if (column.type == DUCKDB_TYPE_DATE) return put_date(column, text);
    if (column.type != DUCKDB_TYPE_VARCHAR) wrong_type("a text");
    assign(column, text);
  }
  void put(Column& column, const std::string& text) const { put(column, std::string_view(text)); }

  void put(Column& column, store::BytesView bytes) const {
    if (column.type != DUCKDB_TYPE_BLOB) wrong_type("bytes");
    assign(column, bytes.data);
  }

  void put_date(Column& column, std::string_view text) const {
    const auto date = parse_date(text);
    if (!date) wrong_type("a date");
    set(column, duckdb_date{static_cast<std::int32_t>(date->days().time_since_epoch().count())});
  }

  template <class T>
  void set(Column& column, T value) const {
    static_cast<T*>(column.data)[rows_] = value;
  }
  void assign(Column& column, std::string_view bytes) const {
    duckdb_vector_assign_string_element_len(
        column.vector, rows_, bytes.data() == nullptr ? "" : bytes.data(), bytes.size());
  }

  [[noreturn]] void wrong_type(std::string_view given) const {
    throw store::Error(store::Failure::internal,
                       fmt::format("{} given for column {} of {}", given, filled_, table_));
  }

  [[noreturn]] void fail_appending() {
    duckdb_error_data error = duckdb_appender_error_data(appender_);
    const std::string what = duckdb_error_data_message(error);
    const duckdb_error_type type = duckdb_error_data_error_type(error);
    duckdb_destroy_error_data(&error);
    fail(type, what.c_str(), "adding rows to " + table_);
  }

  const std::string table_;
  duckdb_appender appender_ = nullptr;
  duckdb_data_chunk chunk_ = nullptr;
  std::vector<Column> columns_;
  std::size_t filled_ = 0;
  idx_t rows_ = 0;
};

std::unique_ptr<Appender> appender_of(DuckDb& connection, const InsertForm& form) {
  return std::make_unique<DuckAppender>(connection, form);
}

}  // namespace sluis::analytics
