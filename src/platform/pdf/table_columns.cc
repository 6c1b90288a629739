#include "platform/pdf/table_columns.h"

#include <algorithm>
#include <numeric>

namespace sluis::pdf {
namespace {

constexpr double kNarrowestWords = 60;

// Of the widest word in it: headings are broken between words.
double widest_word(const std::string& text, const Canvas& canvas) {
  double widest = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find(' ', from), text.size());
    widest = std::max(widest, canvas.width_of(text.substr(from, to - from), kColumnFace));
    from = to + 1;
  }
  return widest;
}

double natural_width(const Table& table, std::size_t column, const Canvas& canvas) {
  double width = widest_word(table.columns[column].heading, canvas);
  for (const Row& row : table.rows) {
    const Cell& cell = row.cells[column];
    width = std::max({width, canvas.width_of(cell.text, face_of(row)),
                      canvas.width_of(cell.note, kCellNoteFace)});
  }
  return width + kBetweenColumns;
}

}  // namespace

std::vector<double> widths_of(const Table& table, const Canvas& canvas, double width) {
  std::vector<double> widths;
  double words = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    widths.push_back(natural_width(table, i, canvas));
    if (table.columns[i].align == Align::left) words += widths[i];
  }
  const double left = width - std::accumulate(widths.begin(), widths.end(), 0.0);
  if (left >= 0) {
    // What is over goes to all of them, and to the first, which names the row, twice.
    for (double& one : widths)
      one += left / static_cast<double>(widths.size() + 1);
    widths.front() += left / static_cast<double>(widths.size() + 1);
    return widths;
  }
  // Each column of words gives up the same part of itself.
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (table.columns[i].align == Align::left)
      widths[i] = std::max(kNarrowestWords, widths[i] * (1 + left / words));
  }
  return widths;
}

double height_of(const Row& row, const std::vector<double>& widths, const Canvas& canvas) {
  double high = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const double inner = widths[i] - kBetweenColumns;
    high = std::max(high, canvas.height_of(row.cells[i].text, face_of(row), inner) +
                              canvas.height_of(row.cells[i].note, kCellNoteFace, inner));
  }
  return high + 2 * kAroundRow;
}

}  // namespace sluis::pdf
