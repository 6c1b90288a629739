#include "platform/command/rows.h"

#include <algorithm>
#include <numeric>

#include "kernel/csv.h"
#include "platform/command/display_width.h"

namespace sluis::command {
namespace {

constexpr int kGap = 2;        // between columns
constexpr int kNarrowest = 6;  // no column is cut below this
constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kPlain = "\033[0m";

using Cells = std::vector<std::string>;

// The whole table with its headings on top, without control characters.
std::vector<Cells> lines_of(const Grid& grid) {
  std::vector<Cells> lines(1);
  for (const Column& column : grid.columns)
    lines[0].push_back(on_one_line(column.heading));
  for (const Cells& row : grid.rows) {
    Cells& line = lines.emplace_back();
    for (const std::string& cell : row)
      line.push_back(on_one_line(cell));
  }
  return lines;
}

std::vector<int> widths_of(const std::vector<Cells>& lines, int room) {
  std::vector<int> widths(lines[0].size());
  for (const Cells& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(line[i]));
    }
  }
  if (room == 0 || widths.empty()) return widths;
  room -= kGap * static_cast<int>(widths.size() - 1);
  // The widest column gives way until it fits.
  while (std::accumulate(widths.begin(), widths.end(), 0) > room) {
    const auto widest = std::ranges::max_element(widths);
    if (*widest <= kNarrowest) break;
    --*widest;
  }
  return widths;
}

std::string aligned(const Cells& line, const std::vector<int>& widths,
                    const std::vector<Column>& columns) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const std::string cell = cut_to_width(line[i], widths[i]);
    const std::string padding(static_cast<std::size_t>(widths[i] - display_width(cell)), ' ');
    if (i > 0) out.append(kGap, ' ');
    out += columns[i].right ? padding + cell : cell + padding;
  }
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

const void* row_at(const RowSpan& rows, std::size_t i) {
  return static_cast<const char*>(rows.first) + i * rows.size;
}

}  // namespace

std::string table_of(const Grid& grid, const Reader& reader) {
  const std::vector<Cells> lines = lines_of(grid);
  const std::vector<int> widths = widths_of(lines, reader.width);
  std::string out;
  for (const Cells& line : lines) {
    const bool bold = reader.colour && &line == &lines.front();
    if (bold) out += kBold;
    out += aligned(line, widths, grid.columns);
    if (bold) out += kPlain;
    out += '\n';
  }
  return out;
}

std::string csv_of(const Grid& grid) {
  CsvWriter csv(',');
  Cells names;
  for (const Column& column : grid.columns)
    names.push_back(column.name);
  csv.row(names);
  for (const Cells& row : grid.rows)
    csv.row(row);
  return csv.take();
}

Grid grid_of(const RowSpan& rows, Language language) {
  Grid grid;
  for (const RowField& field : rows.fields) {
    const std::size_t i = grid.columns.size();
    std::string heading(rows.headings.empty() ? field.name : rows.headings[i].in(language));
    grid.columns.push_back({std::string(field.name), std::move(heading), field.right});
  }
  for (std::size_t i = 0; i < rows.count; ++i) {
    void* const row = const_cast<void*>(row_at(rows, i));  // it is only looked at
    Cells& cells = grid.rows.emplace_back();
    for (const RowField& field : rows.fields)
      cells.push_back(field.cell(field.in(row)));
  }
  return grid;
}

std::string json_of(const RowSpan& rows) {
  std::string out = "[";
  for (std::size_t i = 0; i < rows.count; ++i) {
    out += i == 0 ? "\n" : ",\n";
    rows.json.write(out, row_at(rows, i));
  }
  return out + "\n]\n";
}

void print_rows(Invocation& args, const RowSpan& rows) {
  const Reader& reader = args.reader();
  switch (args.format()) {
    case Format::json:
      return args.print(json_of(rows));
    case Format::csv:
      return args.print(csv_of(grid_of(rows, reader.language)));
    case Format::table:
      return args.print(table_of(grid_of(rows, reader.language), reader));
  }
}

}  // namespace sluis::command
