#include "platform/report/chart.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace sluis::report {
namespace {

constexpr std::size_t kBarsRowsMax = 15;
constexpr std::size_t kHeatMax = 24;
constexpr std::size_t kSeries = 8;  // colours that the page has
constexpr int kWidth = 900;
constexpr int kLabelWidth = 150;
constexpr int kBarHeight = 11;
constexpr int kRowGap = 12;
constexpr int kLegendHeight = 26;
constexpr int kCellHeight = 26;
constexpr int kHeadHeight = 74;
constexpr int kLinesHeight = 300;
constexpr int kMargin = 54;
constexpr std::size_t kLabelLetters = 20;

constexpr Text kDrawingOf{"Drawing of the table below: {0}",
                          "Tekening van de tabel hieronder: {0}"};

// A cell as a number to draw; what is none is nothing.
double drawn(const Cell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*whole);
  if (const auto* number = std::get_if<double>(&cell)) return *number;
  return 0;
}

bool is_drawable(const Sheet& sheet, std::size_t column) {
  return std::ranges::any_of(sheet.rows, [&](const auto& row) {
    return std::holds_alternative<double>(row[column]) ||
           std::holds_alternative<std::int64_t>(row[column]);
  });
}

std::vector<std::size_t> series_of(const Sheet& sheet, std::size_t most) {
  if (sheet.drawn > 0) most = std::min(most, sheet.drawn);
  std::vector<std::size_t> columns;
  for (std::size_t i = 1; i < sheet.columns.size() && columns.size() < most; ++i) {
    if (is_drawable(sheet, i)) columns.push_back(i);
  }
  return columns;
}

double largest(const Sheet& sheet, const std::vector<std::size_t>& columns, std::size_t rows) {
  double most = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    for (const std::size_t column : columns)
      most = std::max(most, std::abs(drawn(sheet.rows[row][column])));
  }
  return most;
}

// At most so many letters; a letter of UTF-8 is never cut in two.
std::string label(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (begins && ++letters > kLabelLetters) return escaped(text.substr(0, at)) + "…";
  }
  return escaped(text);
}

std::string open_svg(const Sheet& sheet, int height, Language language) {
  return fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">\n", kWidth, height,
                     escaped(Message(kDrawingOf, sheet.title).in(language)));
}

std::string legend(const Sheet& sheet, const std::vector<std::size_t>& columns, Language language) {
  std::string out;
  int x = kLabelWidth;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string name = sheet.columns[columns[i]].heading.in(language);
    out += fmt::format(
        "<rect class=\"s{}\" x=\"{}\" y=\"4\" width=\"10\" height=\"10\" rx=\"2\"/>"
        "<text x=\"{}\" y=\"13\">{}</text>\n",
        i, x, x + 15, label(name));
    x += 32 + 7 * static_cast<int>(std::min(name.size(), kLabelLetters));
  }
  return out;
}

std::string bars(const Sheet& sheet, Language language) {
  const auto columns = series_of(sheet, kSeries);
  const std::size_t rows = std::min(sheet.rows.size(), kBarsRowsMax);
  const double most = largest(sheet, columns, rows);
  if (columns.empty() || most <= 0) return {};
  const int row_height = kBarHeight * static_cast<int>(columns.size()) + kRowGap;
  std::string out = open_svg(sheet, kLegendHeight + row_height * static_cast<int>(rows), language);
  out += legend(sheet, columns, language);
  constexpr double room = kWidth - kLabelWidth - 80;
  for (std::size_t row = 0; row < rows; ++row) {
    int y = kLegendHeight + row_height * static_cast<int>(row);
    out +=
        fmt::format("<text class=\"label\" x=\"{}\" y=\"{}\">{}</text>\n", kLabelWidth - 8,
                    y + (row_height - kRowGap) / 2 + 4, label(shown(sheet.rows[row][0], language)));
    for (std::size_t i = 0; i < columns.size(); ++i, y += kBarHeight) {
      const Cell& cell = sheet.rows[row][columns[i]];
      const double width = std::abs(drawn(cell)) / most * room;
      out += fmt::format(
          "<rect class=\"s{}{}\" x=\"{}\" y=\"{}\" width=\"{:.1f}\" height=\"{}\" rx=\"2\">"
          "<title>{}: {}</title></rect><text class=\"figure\" x=\"{:.1f}\" y=\"{}\">{}</text>\n",
          i, drawn(cell) < 0 ? " less" : "", kLabelWidth, y, std::max(width, 1.0), kBarHeight - 2,
          escaped(sheet.columns[columns[i]].heading.in(language)), escaped(shown(cell, language)),
          kLabelWidth + width + 5, y + kBarHeight - 2, escaped(shown(cell, language)));
    }
  }
  return out + "</svg>\n";
}

std::string heat(const Sheet& sheet, Language language) {
  const auto columns = series_of(sheet, kHeatMax);
  const std::size_t rows = std::min(sheet.rows.size(), kHeatMax);
  const double most = largest(sheet, columns, rows);
  if (columns.empty() || most <= 0) return {};
  const double width =
      static_cast<double>(kWidth - kLabelWidth) / static_cast<double>(columns.size());
  std::string out = open_svg(sheet, kHeadHeight + kCellHeight * static_cast<int>(rows), language);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const double x = kLabelWidth + width * (static_cast<double>(i) + 0.5);
    out += fmt::format("<text transform=\"translate({:.1f},{}) rotate(-35)\">{}</text>\n", x,
                       kHeadHeight - 6, label(sheet.columns[columns[i]].heading.in(language)));
  }
  for (std::size_t row = 0; row < rows; ++row) {
    const int y = kHeadHeight + kCellHeight * static_cast<int>(row);
    out += fmt::format("<text class=\"label\" x=\"{}\" y=\"{}\">{}</text>\n", kLabelWidth - 8,
                       y + 17, label(shown(sheet.rows[row][0], language)));
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Cell& cell = sheet.rows[row][columns[i]];
      const double part = std::abs(drawn(cell)) / most;
      const double x = kLabelWidth + width * static_cast<double>(i);
      out += fmt::format(
          "<rect class=\"heat\" x=\"{:.1f}\" y=\"{}\" width=\"{:.1f}\" height=\"{}\" "
          "fill-opacity=\"{:.3f}\"><title>{} · {}: {}</title></rect>\n",
          x + 1, y + 1, width - 2, kCellHeight - 2, 0.04 + 0.96 * part,
          escaped(shown(sheet.rows[row][0], language)),
          escaped(sheet.columns[columns[i]].heading.in(language)), escaped(shown(cell, language)));
      if (width < 44) continue;
      out += fmt::format("<text class=\"cell{}\" x=\"{:.1f}\" y=\"{}\">{}</text>\n",
                         part > 0.55 ? " strong" : "", x + width / 2, y + 17,
                         escaped(shown(cell, language)));
    }
  }
  return out + "</svg>\n";
}

std::string lines(const Sheet& sheet, Language language) {
  const auto columns = series_of(sheet, kSeries);
  const double most = largest(sheet, columns, sheet.rows.size());
  if (columns.empty() || most <= 0 || sheet.rows.size() < 2) return {};
  const double first = drawn(sheet.rows.front()[0]);
  const double span = std::max(drawn(sheet.rows.back()[0]) - first, 1e-9);
  const auto x_of = [&](const Cell& cell) {
    return kMargin + (drawn(cell) - first) / span * (kWidth - 2 * kMargin);
  };
  const int bottom = kLegendHeight + kLinesHeight;
  std::string out = open_svg(sheet, bottom + 24, language) + legend(sheet, columns, language);
  out += fmt::format("<line class=\"axis\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>\n", kMargin,
                     kWidth - kMargin, bottom, bottom);
  out += fmt::format("<text class=\"label\" x=\"{}\" y=\"{}\">{}</text>\n", kMargin - 6,
                     kLegendHeight + 10, escaped(shown(most, language)));
  for (const auto* row : {&sheet.rows.front(), &sheet.rows.back()})
    out += fmt::format("<text class=\"cell\" x=\"{:.1f}\" y=\"{}\">{}</text>\n", x_of((*row)[0]),
                       bottom + 16, escaped(shown((*row)[0], language)));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::string points;
    for (const auto& row : sheet.rows) {
      const double y = bottom - std::max(drawn(row[columns[i]]), 0.0) / most * kLinesHeight;
      points += fmt::format("{:.1f},{:.1f} ", x_of(row[0]), y);
    }
    out += fmt::format("<polyline class=\"s{} line\" points=\"{}\"/>\n", i, points);
  }
  return out + "</svg>\n";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string svg_of(const Sheet& sheet, Language language) {
  if (sheet.rows.empty()) return {};
  switch (sheet.drawing) {
    case Drawing::none:
      return {};
    case Drawing::bars:
      return bars(sheet, language);
    case Drawing::heat:
      return heat(sheet, language);
    case Drawing::lines:
      return lines(sheet, language);
  }
  __builtin_unreachable();
}

}  // namespace sluis::report
