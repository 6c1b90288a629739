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

template <DescribedStruct Row>
Grid grid_of(std::span<const Row> rows, Language language) {
  Grid grid;
  for_each_field_type<Row>([&]<class F>(std::string_view name, Type<F>) {
    std::string heading(name);
    if constexpr (HasHeadings<Row>) {
      static_assert(std::size(Row::headings) == field_count<Row>());
      heading = Row::headings[grid.columns.size()].in(language);
    }
    grid.columns.push_back({std::string(name), std::move(heading), is_number<F>});
  });
  for (const Row& row : rows) {
    auto& cells = grid.rows.emplace_back();
    for_each_field(row,
                   [&](std::string_view, const auto& field) { cells.push_back(cell_of(field)); });
  }
  return grid;
}

template <DescribedStruct Row>
std::string json_of(std::span<const Row> rows) {
  std::string out = "[";
  for (const Row& row : rows) {
    out += &row == rows.data() ? "\n" : ",\n";
    write_json(out, row);
  }
  return out + "\n]\n";
}

// In the format that was asked for.
template <DescribedStruct Row>
void print_rows(Invocation& args, std::span<const Row> rows) {
  switch (args.format()) {
    case Format::json:
      return args.print(json_of(rows));
    case Format::csv:
      return args.print(csv_of(grid_of(rows, args.reader().language)));
    case Format::table:
      return args.print(table_of(grid_of(rows, args.reader().language), args.reader()));
  }
}

template <DescribedStruct Row>
void print_rows(Invocation& args, const std::vector<Row>& rows) {
  print_rows(args, std::span<const Row>(rows));
}

}  // namespace sluis::command
