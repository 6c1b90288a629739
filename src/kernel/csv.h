// CSV by RFC 4180, and as the spreadsheets of people really write it: a byte order mark or none,
// comma, semicolon or tab between cells, decimal comma or point, dates as 2026-01-31 or 31-1-2026.
// What is written here comes back exactly as it was.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/money.h"
#include "kernel/result.h"
#include "kernel/time.h"

namespace sluis {

struct CsvRow {
  std::size_t line = 0;  // of the file, where the row starts; the first is 1
  std::vector<std::string> cells;
};

struct CsvFile {
  char separator = ',';
  std::vector<CsvRow> rows;  // without rows that are empty
};

enum class CsvRefusal : std::uint8_t { not_utf8, zero_byte, quote_misplaced, quote_open };
BOOST_DESCRIBE_ENUM(CsvRefusal, not_utf8, zero_byte, quote_misplaced, quote_open)
const RefusalKind& kind_of(CsvRefusal refusal);

// The separator is the one that the first line has most of.
Result<CsvFile> read_csv(std::string_view bytes);

// Rows with a CRLF behind each. A cell that a spreadsheet would run as a formula gets a ' in front,
// which read_csv takes off again.
class CsvWriter {
 public:
  explicit CsvWriter(char separator) : separator_(separator) {}

  void row(std::span<const std::string> cells);
  std::string take() { return std::move(out_); }

 private:
  char separator_;
  std::string out_;
};

// With `;` between cells the decimal sign is a comma, with `,` it is a point.
std::string csv_amount(Micro amount, char separator);
// Accepts either decimal sign and signs between thousands. What could be read in two ways, like
// 1.234 in a file with semicolons, is not an amount.
std::optional<Micro> parse_csv_amount(std::string_view cell);
// 2026-01-31, or 31-1-2026 as spreadsheets in much of Europe make of it. 1/2/2026 is no date: it
// means two days.
std::optional<Date> parse_csv_date(std::string_view cell);

}  // namespace sluis
