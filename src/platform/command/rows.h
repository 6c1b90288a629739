// Rows of a described struct, for people (an aligned table) and for programs (JSON, CSV).
#pragma once

#include <span>

#include "kernel/json.h"
#include "platform/command/command.h"

namespace sluis::command {

// A row may name its columns for people: `static constexpr Text headings[] = {{"Name", "Naam"},
// …}`, one per field. Programs always get the names of the fields.
template <class Row>
concept HasHeadings = requires { Row::headings[0].in(Language::en); };

struct Column {
  std::string name;     // of the field
  std::string heading;  // for people
  bool right = false;   // numbers
};

struct Grid {
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

// Columns end where the widest cell does; what the reader's width cannot hold is cut with "…".
std::string table_of(const Grid& grid, const Reader& reader);
// RFC 4180, with a heading row of field names; cells that a spreadsheet would run are defused.
std::string csv_of(const Grid& grid);

template <class T>
constexpr bool is_number = (std::is_arithmetic_v<T> && !std::same_as<T, bool>) || is_whole<T>;
template <class T>
constexpr bool is_number<std::optional<T>> = is_number<T>;

template <class T>
std::string cell_of(const T& value) {
  if constexpr (is_optional<T>) {
    return value ? cell_of(*value) : std::string();
  } else if constexpr (HasTextForm<T>) {
    return TextForm<T>::print(value);
  } else if constexpr (is_vector<T>) {
    std::string cell;
    for (const auto& item : value) {
      if (!cell.empty()) cell += ", ";
      cell += cell_of(item);
    }
    return cell;
  } else {
    return to_json(value);
  }
}

// One field of a row, whatever its type.
struct RowField {
  std::string_view name;
  void* (*in)(void* row);
  std::string (*cell)(const void* field);
  bool right;
};

template <class Field>
std::string cell_in(const void* field) {
  return cell_of(*static_cast<const Field*>(field));
}

template <DescribedStruct Row>
inline constexpr auto kRowFields = table_of_fields<RowField, Row>([]<class D>() -> RowField {
  using Field = FieldType<Row, D>;
  return {D::name, field_in<Row, D>, cell_in<Field>, is_number<Field>};
});

// Rows of one described struct, one behind the other in memory.
struct RowSpan {
  const void* first;
  std::size_t count;
  std::size_t size;  // of one, in bytes
  std::span<const RowField> fields;
  std::span<const Text> headings;  // one per field, or none
  const JsonForm& json;
};

template <DescribedStruct Row>
RowSpan row_span(std::span<const Row> rows) {
  RowSpan all{rows.data(), rows.size(), sizeof(Row), kRowFields<Row>, {}, kJsonForm<Row>};
  if constexpr (HasHeadings<Row>) {
    static_assert(std::size(Row::headings) == field_count<Row>());
    all.headings = Row::headings;
  }
  return all;
}

Grid grid_of(const RowSpan& rows, Language language);
std::string json_of(const RowSpan& rows);

// In the format that was asked for.
void print_rows(Invocation& args, const RowSpan& rows);

template <DescribedStruct Row>
void print_rows(Invocation& args, std::span<const Row> rows) {
  print_rows(args, row_span(rows));
}
template <DescribedStruct Row>
void print_rows(Invocation& args, const std::vector<Row>& rows) {
  print_rows(args, row_span(std::span<const Row>(rows)));
}

}  // namespace sluis::command
