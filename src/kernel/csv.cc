#include "kernel/csv.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kernel/assert.h"
#include "kernel/fields.h"

namespace sluis {
namespace {

constexpr RefusalKind kNotUtf8{
    "csv_not_utf8", Category::invalid, Retry::useless,
    Text{"Line {0} is not UTF-8. Save the file as \"CSV UTF-8\" and send it again.",
         "Regel {0} is geen UTF-8. Bewaar het bestand als \"CSV UTF-8\" en stuur het opnieuw."}};
constexpr RefusalKind kZeroByte{
    "csv_zero_byte", Category::invalid, Retry::useless,
    Text{"Line {0} has a zero byte, which is no text. Save the file as \"CSV UTF-8\" and send it "
         "again.",
         "Regel {0} heeft een nulteken; dat is geen tekst. Bewaar het bestand als \"CSV UTF-8\" "
         "en stuur het opnieuw."}};
constexpr RefusalKind kQuoteMisplaced{
    "csv_quote_misplaced", Category::invalid, Retry::useless,
    Text{"Line {0} has text behind a closing quote. A quote inside a cell is written twice.",
         "Regel {0} heeft tekst achter een sluitend aanhalingsteken. Schrijf een aanhalingsteken "
         "in een cel dubbel."}};
constexpr RefusalKind kQuoteOpen{
    "csv_quote_open", Category::invalid, Retry::useless,
    Text{"The quote that opens on line {0} is never closed.",
         "Het aanhalingsteken dat op regel {0} opent, wordt nergens gesloten."}};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r'").find(cell[0]) != std::string_view::npos;
}

// "-12.50": begins as a formula would, and is just itself.
bool is_negative_number(std::string_view cell) {
  if (!cell.starts_with('-')) return false;
  const std::size_t whole = cell.find_first_not_of("0123456789", 1);
  if (whole == std::string_view::npos) return cell.size() > 1;
  const bool has_point = whole > 1 && (cell[whole] == '.' || cell[whole] == ',');
  const std::size_t end = cell.find_first_not_of("0123456789", whole + 1);
  return has_point && end == std::string_view::npos && cell.size() > whole + 1;
}

// Takes the ' off again that CsvWriter put in front.
void restore(std::string& cell) {
  if (cell.starts_with('\'') && is_formula(std::string_view(cell).substr(1))) cell.erase(0, 1);
}

std::unexpected<Refusal> refuse_at(CsvRefusal why, std::size_t line) {
  return refuse(why, std::to_string(line));
}

Result<void> check_text(std::string_view text) {
  std::size_t line = 1;
  for (std::size_t start = 0; start < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view content = text.substr(start, end - start);
    if (!utf8_length(content)) return refuse_at(CsvRefusal::not_utf8, line);
    if (content.find('\0') != std::string_view::npos) {
      return refuse_at(CsvRefusal::zero_byte, line);
    }
    start = end + 1;
  }
  return {};
}

char separator_of(std::string_view text) {
  constexpr std::array<char, 3> separators = {',', ';', '\t'};
  std::array<int, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '\n' || c == '\r')) break;
    const auto found = std::find(separators.begin(), separators.end(), c);
    if (!quoted && found != separators.end()) ++counts.at(found - separators.begin());
  }
  return separators.at(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

// Reads cell by cell; `position_` is always at the start of one.
class Reader {
 public:
  Reader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  Result<std::vector<CsvRow>> rows() {
    std::vector<CsvRow> rows;
    while (position_ < text_.size()) {
      CsvRow row = TRY(this->row());
      const bool empty = row.cells.size() == 1 && row.cells[0].empty();
      if (!empty) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  Result<CsvRow> row() {
    CsvRow row{line_, {}};
    do {
      row.cells.push_back(TRY(at('"') ? quoted_cell() : Result<std::string>(plain_cell())));
      restore(row.cells.back());
    } while (skip(separator_));
    if (skip('\r'))
      skip('\n');
    else
      skip('\n');
    ++line_;
    return row;
  }

  std::string plain_cell() {
    const std::size_t start = position_;
    while (position_ < text_.size() && !at(separator_) && !at('\n') && !at('\r'))
      ++position_;
    return std::string(text_.substr(start, position_ - start));
  }

  Result<std::string> quoted_cell() {
    const std::size_t opened = line_;
    std::string cell;
    for (++position_; position_ < text_.size(); ++position_) {
      if (at('"') && !text_.substr(position_ + 1).starts_with('"')) return closed(std::move(cell));
      if (at('"')) ++position_;
      if (at('\n')) ++line_;
      cell += text_[position_];
    }
    return refuse_at(CsvRefusal::quote_open, opened);
  }

  Result<std::string> closed(std::string cell) {
    ++position_;
    const bool ends = position_ == text_.size() || at(separator_) || at('\n') || at('\r');
    if (!ends) return refuse_at(CsvRefusal::quote_misplaced, line_);
    return cell;
  }

  bool at(char c) const { return position_ < text_.size() && text_[position_] == c; }
  bool skip(char c) {
    if (!at(c)) return false;
    ++position_;
    return true;
  }

  std::string_view text_;
  char separator_;
  std::size_t position_ = 0;
  std::size_t line_ = 1;
};

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "1.234.567" without the signs between thousands, if that is what they are.
std::optional<std::string> ungrouped(std::string_view text, char sign) {
  const std::size_t first = text.find(sign);
  std::string digits(text.substr(0, first));
  if (!is_digits(digits) || (first != std::string_view::npos && digits.size() > 3)) {
    return std::nullopt;
  }
  while (text.find(sign) != std::string_view::npos) {
    text.remove_prefix(text.find(sign) + 1);
    const std::string_view group = text.substr(0, text.find(sign));
    if (!is_digits(group) || group.size() != 3) return std::nullopt;
    digits += group;
  }
  return digits;
}

// The whole part and the decimals of "1.234,50"; nullopt when it could be read in two ways.
struct Decimal {
  std::string_view whole;
  std::string_view decimals;
  char thousands;
};
std::optional<Decimal> split_decimal(std::string_view text) {
  const std::size_t last = text.find_last_of(",.");
  if (last == std::string_view::npos) return Decimal{text, "0", ','};
  const char sign = text[last];
  const Decimal split{text.substr(0, last), text.substr(last + 1), sign == ',' ? '.' : ','};
  if (split.whole.find(sign) != std::string_view::npos) return Decimal{text, "0", sign};
  const bool grouped = split.whole.find(split.thousands) != std::string_view::npos;
  const bool two_ways =
      !grouped && split.decimals.size() == 3 && split.whole.size() <= 3 && split.whole != "0";
  if (two_ways) return std::nullopt;
  return split;
}

}  // namespace

const RefusalKind& kind_of(CsvRefusal refusal) {
  switch (refusal) {
    case CsvRefusal::not_utf8:
      return kNotUtf8;
    case CsvRefusal::zero_byte:
      return kZeroByte;
    case CsvRefusal::quote_misplaced:
      return kQuoteMisplaced;
    case CsvRefusal::quote_open:
      return kQuoteOpen;
  }
  assertion_failed("a named refusal");
}

Result<CsvFile> read_csv(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  TRY_VOID(check_text(bytes));
  const char separator = separator_of(bytes);
  return CsvFile{separator, TRY(Reader(bytes, separator).rows())};
}

void CsvWriter::row(std::span<const std::string> cells) {
  for (const std::string& cell : cells) {
    if (&cell != cells.data()) out_ += separator_;
    const bool would_run = is_formula(cell) && !is_negative_number(cell);
    const std::string safe = would_run ? "'" + cell : cell;
    if (safe.find_first_of("\"\r\n,;\t") == std::string::npos) {
      out_ += safe;
      continue;
    }
    out_ += '"';
    for (const char c : safe) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }
  out_ += "\r\n";
}

std::string csv_amount(Micro amount, char separator) {
  std::string text = to_string(amount);
  const std::size_t point = text.find('.');
  // Three decimals look like thousands.
  if (text.size() - point == 4) text += '0';
  if (separator == ';') text[point] = ',';
  return text;
}

std::optional<Micro> parse_csv_amount(std::string_view cell) {
  const bool negative = cell.starts_with('-');
  const auto split = split_decimal(trimmed(cell.substr(negative ? 1 : 0)));
  if (!split) return std::nullopt;
  const auto whole = split->whole.find(split->thousands) == std::string_view::npos
                         ? std::optional(std::string(split->whole))
                         : ungrouped(split->whole, split->thousands);
  if (!whole) return std::nullopt;
  return parse_micro((negative ? "-" : "") + *whole + "." + std::string(split->decimals));
}

std::optional<Date> parse_csv_date(std::string_view cell) {
  if (const auto date = parse_date(cell)) return date;
  std::array<std::string_view, 3> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t end = i == 2 ? cell.size() : cell.find('-');
    if (end == std::string_view::npos) return std::nullopt;
    parts.at(i) = cell.substr(0, end);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  if (parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
  return parse_date(fmt::format("{}-{:0>2}-{:0>2}", parts[2], parts[1], parts[0]));
}

}  // namespace sluis
