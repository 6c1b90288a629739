#include "platform/report/sheet.h"

#include <cmath>

#include "kernel/csv.h"
#include "kernel/json.h"
#include "platform/command/rows.h"

namespace sluis::report {
namespace {

constexpr Text kVerbatim{"{0}", "{0}"};
constexpr double kWholeFrom = 1000;  // fractions of such numbers are left out for people

std::string plain(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
  if (const auto* number = std::get_if<double>(&cell)) return TextForm<double>::print(*number);
  return {};
}

// 1234567 as 1,234,567 or 1.234.567.
std::string with_thousands(std::string digits, Language language) {
  const char sign = language == Language::nl ? '.' : ',';
  const std::size_t begin = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = digits.size(); at > begin + 3;) {
    at -= 3;
    digits.insert(at, 1, sign);
  }
  return digits;
}

std::string shown_number(double number, Language language) {
  if (std::abs(number) >= kWholeFrom) {
    return with_thousands(fmt::format("{:.0f}", number), language);
  }
  std::string text = fmt::format("{:.4g}", number);
  if (const std::size_t point = text.find('.');
      point != std::string::npos && language == Language::nl) {
    text[point] = ',';
  }
  return text;
}

bool is_numeric(const Sheet& sheet, std::size_t column) {
  for (const auto& row : sheet.rows) {
    if (std::holds_alternative<std::string>(row[column])) return false;
  }
  return true;
}

}  // namespace

Message verbatim(std::string_view name) {
  return Message(kVerbatim, name);
}

std::string shown(const Cell& cell, Language language) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
    return with_thousands(std::to_string(*whole), language);
  }
  if (const auto* number = std::get_if<double>(&cell)) return shown_number(*number, language);
  return {};
}

std::string table_of(const Sheet& sheet, const command::Reader& reader) {
  command::Grid grid;
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    const Column& column = sheet.columns[i];
    grid.columns.push_back({column.name, column.heading.in(reader.language), is_numeric(sheet, i)});
  }
  for (const auto& row : sheet.rows) {
    auto& cells = grid.rows.emplace_back();
    for (const Cell& cell : row)
      cells.push_back(shown(cell, reader.language));
  }
  return command::table_of(grid, reader);
}

std::string csv_of(const Sheet& sheet) {
  CsvWriter csv(',');
  std::vector<std::string> cells;
  for (const Column& column : sheet.columns)
    cells.push_back(column.name);
  csv.row(cells);
  for (const auto& row : sheet.rows) {
    cells.clear();
    for (const Cell& cell : row)
      cells.push_back(plain(cell));
    csv.row(cells);
  }
  return csv.take();
}

std::string json_of(const Sheet& sheet) {
  std::string out = "[";
  for (const auto& row : sheet.rows) {
    out += &row == sheet.rows.data() ? "\n  {" : ",\n  {";
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += ',';
      write_json_string(out, sheet.columns[i].name);
      out += ':';
      if (std::holds_alternative<std::monostate>(row[i])) {
        out += "null";
      } else if (const auto* text = std::get_if<std::string>(&row[i])) {
        write_json_string(out, *text);
      } else {
        out += plain(row[i]);
      }
    }
    out += '}';
  }
  return out + "\n]";
}

}  // namespace sluis::report
