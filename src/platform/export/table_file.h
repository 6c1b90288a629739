// Rows of a described struct to a file that others open: CSV, Parquet or XLSX. Any number of rows
// in little memory. Cells that a spreadsheet would run as a formula are defused.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "kernel/json.h"
#include "platform/store/value.h"

namespace sluis::exporting {

enum class Form : std::uint8_t { csv, parquet, xlsx };
BOOST_DESCRIBE_ENUM(Form, csv, parquet, xlsx)

enum class ExportRefusal : std::uint8_t { exists, too_many_rows, not_written };
BOOST_DESCRIBE_ENUM(ExportRefusal, exists, too_many_rows, not_written)
const RefusalKind& kind_of(ExportRefusal refusal);

enum class Type : std::uint8_t { text, whole, amount, moment, day, flag };

struct Column {
  std::string name;
  Type type;
};

// A cell holds what its column's type is stored as: text, integers (micro-units, microseconds), or
// nothing.
using Cell = store::Parameter;

class TableFile {
 public:
  // Refuses a file that is there already; it gets its name with finish().
  static Result<std::unique_ptr<TableFile>> create(Form form, const std::filesystem::path& path,
                                                   std::vector<Column> columns);
  virtual ~TableFile() = default;
  virtual Result<void> row(const std::vector<Cell>& cells) = 0;
  virtual Result<void> finish() = 0;
};

namespace table {  // how a field becomes a cell

template <class T>
struct Kind {
  static constexpr Type type = Type::text;
  static Cell cell(const T& value) {
    if constexpr (HasTextForm<T>) {
      return TextForm<T>::print(value);
    } else {
      return to_json(value);
    }
  }
};
template <class T>
struct Kind<std::optional<T>> {
  static constexpr Type type = Kind<T>::type;
  static Cell cell(const std::optional<T>& value) {
    return value ? Kind<T>::cell(*value) : Cell(store::Null{});
  }
};
template <>
struct Kind<std::int64_t> {
  static constexpr Type type = Type::whole;
  static Cell cell(std::int64_t value) { return value; }
};
template <>
struct Kind<bool> {
  static constexpr Type type = Type::flag;
  static Cell cell(bool value) { return std::int64_t{value}; }
};
template <>
struct Kind<Micro> {
  static constexpr Type type = Type::amount;
  static Cell cell(Micro value) { return value.units(); }
};
template <>
struct Kind<Instant> {
  static constexpr Type type = Type::moment;
  static Cell cell(Instant value) { return value.micros(); }
};
template <>
struct Kind<Date> {
  static constexpr Type type = Type::day;
  static Cell cell(Date value) { return to_string(value); }
};

struct Field {
  std::string_view name;
  Type type;
  void* (*in)(void* row);
  Cell (*cell)(const void* field);
};

template <class T>
Cell cell_in(const void* field) {
  return Kind<T>::cell(*static_cast<const T*>(field));
}

template <DescribedStruct Row>
inline constexpr auto kFields = table_of_fields<Field, Row>([]<class D>() -> Field {
  using T = FieldType<Row, D>;
  return {D::name, Kind<T>::type, field_in<Row, D>, cell_in<T>};
});

std::vector<Column> columns_of(std::span<const Field> fields);
Result<void> write_fields(TableFile& file, std::span<const Field> fields, const void* row);

}  // namespace table

template <DescribedStruct Row>
std::vector<Column> columns_of() {
  return table::columns_of(table::kFields<Row>);
}

template <DescribedStruct Row>
Result<void> write_row(TableFile& file, const Row& row) {
  return table::write_fields(file, table::kFields<Row>, &row);
}

}  // namespace sluis::exporting
