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

}  // namespace sluis::command
