// CSV as people write it, a row at a time.
#include <algorithm>

#include "imports/rows.h"
#include "imports/window.h"
#include "kernel/fields.h"

namespace sluis::imports {
namespace {

constexpr char character_of(Separator separator) {
  switch (separator) {
    case Separator::comma:
      return ',';
    case Separator::semicolon:
      return ';';
    case Separator::tab:
      return '\t';
    case Separator::pipe:
      return '|';
  }
  return ',';
}

constexpr char character_of(Quote quote) {
  return quote == Quote::twofold ? '"' : quote == Quote::single ? '\'' : '\0';
}

bool is_ascii(const char* text, std::size_t size) {
  std::uint64_t all = 0;
  for (; size >= sizeof all; text += sizeof all, size -= sizeof all) {
    std::uint64_t part = 0;
    std::memcpy(&part, text, sizeof part);
    all |= part;
  }
  for (; size > 0; ++text, --size)
    all |= static_cast<unsigned char>(*text);
  return (all & 0x8080808080808080) == 0;
}

// Where the cells of a row lie, as offsets from its start.
struct Cell {
  std::size_t begin;
  std::size_t end;
  bool doubled;  // has quotes that are written twice
};

constexpr Text kRowUnreadable{"none of its first lines can be read as cells",
                              "geen van de eerste regels is als cellen te lezen"};
constexpr std::size_t kHeldMost = 100;

enum class Scan : std::uint8_t { row, needs_more, quote_open };

class CsvRows : public Rows {
 public:
  CsvRows(std::unique_ptr<Bytes> bytes, const Form& form, std::string name, std::uint64_t size)
      : window_(std::move(bytes)),
        separator_(character_of(*form.separator)),
        quote_(character_of(*form.quote)),
        name_(std::move(name)),
        size_(size) {
    for (const char c : {separator_, '\n', '\r'})
      ends_cell_.at(static_cast<unsigned char>(c)) = true;
  }

  // Names the columns, by the first row that can be read if that is a header.
  Result<void> begin(bool header) {
    Row first;
    do {
      if (!TRY(next_whole(first))) return refuse(FileRefusal::file_empty, name_);
      if (first.flaw == Flaw::none) break;
      first.cells.clear();
      held_.push_back(first);
    } while (held_.size() < kHeldMost);
    if (first.flaw != Flaw::none) {
      return refuse(FileRefusal::file_broken, name_, Message(kRowUnreadable));
    }
    if (first.cells.size() > kColumnsMax) {
      return refuse(FileRefusal::file_too_wide, name_, std::to_string(kColumnsMax));
    }
    if (header) {
      columns_ = column_names(first.cells);
      return {};
    }
    columns_ = column_names(std::vector<std::string_view>(first.cells.size()));
    held_.push_back(std::move(first));
    return {};
  }

  const std::vector<std::string>& columns() const override { return columns_; }
  std::uint64_t taken() const override { return window_.taken(); }
  std::uint64_t size() const override { return size_; }

  Result<bool> next(Row& row) override {
    if (held_.empty()) return next_whole(row);
    row = std::move(held_.front());
    held_.pop_front();
    return true;
  }

 private:
  // The next one that is not empty.
  Result<bool> next_whole(Row& row) {
    do {
      if (!TRY(scan_row(row))) return false;
    } while (row.flaw == Flaw::none && row.cells.size() == 1 && row.cells[0].empty());
    return true;
  }

  Result<bool> scan_row(Row& row) {
    window_.skip(std::exchange(used_, 0));
    Scan found = Scan::needs_more;
    while (true) {
      if (window_.size() == 0 && window_.ended()) return false;
      found = window_.size() == 0 ? Scan::needs_more : scan();
      const bool endless = window_.ended() || window_.size() > kRowBytesMax;
      if (found == Scan::row || endless) break;
      TRY_VOID(window_.more());
    }
    row.line = line_;
    if (found == Scan::row) {
      take(row);
    } else {
      skip_line(row, found);
    }
    return true;
  }

  // Finds the cells of the row at the start of the window without changing a byte.
  Scan scan() {
    cells_.clear();
    misplaced_ = false;
    lines_ = 1;
    std::size_t at = 0;
    while (true) {
      const Scan cell = scan_cell(at);
      if (cell != Scan::row) return cell;
      if (at == window_.size()) break;  // the file ends here
      const char end = window_.begin()[at++];
      if (end == separator_) continue;
      if (end == '\r') {
        if (at == window_.size() && !window_.ended()) return Scan::needs_more;
        if (at < window_.size() && window_.begin()[at] == '\n') ++at;
      }
      break;
    }
    used_ = at;
    return Scan::row;
  }

  // `at` moves behind the cell, onto what ends it.
  Scan scan_cell(std::size_t& at) {
    const char* text = window_.begin();
    if (at < window_.size() && quote_ != '\0' && text[at] == quote_) return scan_quoted(at);
    const std::size_t begin = at;
    at = end_of_plain(at);
    cells_.push_back({begin, at, false});
    return at == window_.size() && !window_.ended() ? Scan::needs_more : Scan::row;
  }

  std::size_t end_of_plain(std::size_t at) {
    const char* text = window_.begin();
    while (at < window_.size() && !ends_cell_[static_cast<unsigned char>(text[at])])
      ++at;
    return at;
  }

  Scan scan_quoted(std::size_t& at) {
    const char* text = window_.begin();
    const std::size_t begin = ++at;
    bool doubled = false;
    for (; at < window_.size(); ++at) {
      if (text[at] == '\n') ++lines_;
      if (text[at] != quote_) continue;
      if (at + 1 == window_.size() && !window_.ended()) return Scan::needs_more;
      if (at + 1 == window_.size() || text[at + 1] != quote_) break;
      doubled = true;
      ++at;
    }
    if (at == window_.size()) return window_.ended() ? Scan::quote_open : Scan::needs_more;
    cells_.push_back({begin, at, doubled});
    const std::size_t closed = ++at;
    at = end_of_plain(at);
    const std::string_view behind(text + closed, at - closed);
    misplaced_ = misplaced_ || !trimmed(behind).empty();
    return at == window_.size() && !window_.ended() ? Scan::needs_more : Scan::row;
  }

  void take(Row& row) {
    line_ += lines_;
    char* text = window_.begin();
    row.cells.clear();
    for (const Cell& cell : cells_)
      row.cells.emplace_back(text + cell.begin,
                             cell.doubled ? unescape(text, cell) : cell.end - cell.begin);
    drop_empty_tail(row);
    row.flaw = flaw_of(row);
  }

  // Writes each doubled quote once, in place; gives what is left of the cell.
  std::size_t unescape(char* text, const Cell& cell) const {
    char* out = text + cell.begin;
    for (std::size_t i = cell.begin; i < cell.end; ++i) {
      if (text[i] == quote_) ++i;
      *out++ = text[i];
    }
    return static_cast<std::size_t>(out - (text + cell.begin));
  }

  // Many programs end each line with a separator, or fill up what a form has left empty.
  void drop_empty_tail(Row& row) const {
    if (columns_.empty()) return;
    while (row.cells.size() > columns_.size() && trimmed(row.cells.back()).empty())
      row.cells.pop_back();
  }

  Flaw flaw_of(const Row& row) {
    const std::string_view all(window_.begin(), used_);
    if (!is_ascii(all.data(), all.size()) && !utf8_length(all)) return Flaw::not_utf8;
    if (misplaced_) return Flaw::quote_misplaced;
    const bool blank = row.cells.size() == 1 && row.cells[0].empty();
    if (!columns_.empty() && row.cells.size() != columns_.size() && !blank) return Flaw::ragged;
    return Flaw::none;
  }

  // A row without end: only its first line is given up, so that what stands below it is read.
  void skip_line(Row& row, Scan found) {
    const std::string_view all(window_.begin(), window_.size());
    const std::size_t end = std::min(all.find('\n'), all.size() - 1);
    used_ = end + 1;
    ++line_;
    row.cells.clear();
    const bool quote = found == Scan::quote_open || lines_ > 1;
    row.flaw = quote ? Flaw::quote_open : Flaw::too_long;
  }

  Window window_;
  const char separator_;
  const char quote_;
  const std::string name_;
  const std::uint64_t size_;
  std::array<bool, 256> ends_cell_{};
  std::vector<std::string> columns_;
  // Rows before the header that cannot be read, and the first row when it is no header: its cells
  // are still there.
  std::deque<Row> held_;
  std::vector<Cell> cells_;
  bool misplaced_ = false;
  std::size_t lines_ = 1;  // that the row being read goes over
  std::size_t used_ = 0;   // bytes of the row that was given last
  std::size_t line_ = 1;
};

}  // namespace

Result<std::unique_ptr<Rows>> csv_rows(std::unique_ptr<Bytes> bytes, const Form& form,
                                       const std::string& name, std::uint64_t size) {
  auto rows =
      std::make_unique<CsvRows>(decoded(std::move(bytes), *form.encoding), form, name, size);
  TRY_VOID(rows->begin(*form.header));
  return rows;
}

}  // namespace sluis::imports
