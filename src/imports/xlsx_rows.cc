// A sheet of an XLSX file, a row at a time. Cells that are not there are empty; a number that is
// shown as a day is given as one.
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "imports/rows.h"
#include "imports/values.h"
#include "imports/workbook.h"
#include "imports/xml.h"
#include "kernel/fields.h"

namespace sluis::imports {
namespace {

constexpr double kLastDay = 2'958'466;  // 9999-12-31

std::optional<double> real_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::size_t> whole_of(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// The column of "AB12": 27.
std::optional<std::size_t> column_of(std::string_view place) {
  std::size_t column = 0;
  for (const char c : place) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    if (column > kColumnsMax) return std::nullopt;
  }
  if (column == 0) return std::nullopt;
  return column - 1;
}

// Only the cells that are there, so that a few bytes in the last column take no memory for those
// before it.
struct SheetRow {
  std::size_t line = 0;
  std::vector<std::pair<std::size_t, std::string>> cells;
};

// Collects the rows of a part of the sheet.
class SheetVisitor : public XmlVisitor {
 public:
  explicit SheetVisitor(const Workbook& workbook) : workbook_(workbook) {}

  void open(std::string_view element, const Attributes& attributes) override {
    if (element == "row") begin_row(attributes);
    if (element == "c") begin_cell(attributes);
    in_value_ = element == "v" || element == "t";
    if (element == "rPh") in_phonetic_ = true;
  }

  void close(std::string_view element) override {
    if (element == "c") end_cell();
    if (element == "row") end_row();
    if (element == "rPh") in_phonetic_ = false;
    in_value_ = false;
  }

  void text(std::string_view part) override {
    constexpr std::size_t kCellBytesMax = 1 << 20;  // a cell holds 32,767 characters at most
    if (in_value_ && !in_phonetic_ && value_.size() < kCellBytesMax) value_ += part;
  }

  bool too_wide() const { return too_wide_; }
  bool has_rows() const { return !rows_.empty(); }
  SheetRow take() {
    SheetRow row = std::move(rows_.front());
    rows_.pop_front();
    return row;
  }

 private:
  void begin_row(const Attributes& attributes) {
    line_ = whole_of(attributes["r"]).value_or(line_ + 1);
    row_ = {.line = line_, .cells = {}};
    next_ = 0;
  }

  void begin_cell(const Attributes& attributes) {
    const std::string_view place = attributes["r"];
    const auto column = place.empty() ? std::optional(next_) : column_of(place);
    too_wide_ = too_wide_ || !column || *column >= kColumnsMax;
    column_ = column.value_or(0);
    type_ = attributes["t"];
    style_ = whole_of(attributes["s"]).value_or(0);
    value_.clear();
  }

  void end_cell() {
    next_ = column_ + 1;
    if (value_.empty() || too_wide_) return;
    std::string text = cell_text();
    if (!text.empty()) row_.cells.emplace_back(column_, std::move(text));
  }

  std::string cell_text() const {
    if (type_ == "s") {
      const auto place = whole_of(value_);
      return place ? std::string(workbook_.texts.at(*place)) : std::string();
    }
    if (type_ == "b") return value_ == "1" ? "true" : "false";
    if (!type_.empty() && type_ != "n") return value_;
    const auto number = real_of(value_);
    if (!number) return value_;
    const bool day = style_ < workbook_.shows_day.size() && workbook_.shows_day[style_];
    if (day && *number >= 0 && *number < kLastDay) return day_text(*number, workbook_.from_1904);
    // 2.5499999999999998 is what a workbook makes of 2.55.
    return fmt::format("{}", *number);
  }

  void end_row() {
    if (!row_.cells.empty()) rows_.push_back(std::move(row_));
  }

  const Workbook& workbook_;
  std::deque<SheetRow> rows_;
  SheetRow row_;
  std::size_t line_ = 0;
  std::size_t next_ = 0;
  std::size_t column_ = 0;
  std::size_t style_ = 0;
  std::string type_;
  std::string value_;
  bool in_value_ = false;
  bool in_phonetic_ = false;
  bool too_wide_ = false;
};

class XlsxRows : public Rows {
 public:
  XlsxRows(std::shared_ptr<ZipFile> zip, Workbook workbook, std::string name)
      : zip_(std::move(zip)), workbook_(std::move(workbook)), name_(std::move(name)) {}

  Result<void> begin(const Form& form) {
    const Sheet sheet = TRY(chosen(form.sheet));
    auto bytes = TRY(zip_->entry(sheet.path));
    if (!bytes) return refuse_sheet(sheet.name);
    size_ = zip_->entry_size();
    reader_.emplace(std::move(bytes), visitor_);
    if (!TRY(next_row())) return refuse(FileRefusal::file_empty, name_);
    std::vector<std::string_view> names(cells_.begin(), cells_.end());
    const bool header = form.header.value_or(
        std::ranges::none_of(names, [](auto cell) { return looks_like_data(trimmed(cell)); }));
    if (!header) std::ranges::fill(names, std::string_view());
    again_ = !header;
    columns_ = column_names(names);
    return {};
  }

  const std::vector<std::string>& columns() const override { return columns_; }
  std::uint64_t taken() const override { return reader_->taken(); }
  std::uint64_t size() const override { return size_; }

  Result<bool> next(Row& row) override {
    if (!std::exchange(again_, false) && !TRY(next_row())) return false;
    row.line = line_;
    row.flaw = cells_.size() > columns_.size() ? Flaw::ragged : Flaw::none;
    cells_.resize(std::max(cells_.size(), columns_.size()));
    row.cells.assign(cells_.begin(), cells_.end());
    return true;
  }

 private:
  std::unexpected<Refusal> refuse_sheet(std::string_view wanted) const {
    std::vector<std::string_view> names;
    for (const Sheet& sheet : workbook_.sheets)
      names.push_back(sheet.name);
    return refuse(FileRefusal::sheet_unknown, name_, wanted, join_names(names));
  }

  Result<Sheet> chosen(const std::optional<std::string>& wanted) const {
    for (const Sheet& sheet : workbook_.sheets) {
      if (wanted ? sheet.name == *wanted : !sheet.hidden) return sheet;
    }
    return refuse_sheet(wanted.value_or(""));
  }

  Result<bool> next_row() {
    while (!visitor_.has_rows() && !ended_)
      ended_ = !TRY(reader_->advance(name_));
    if (visitor_.too_wide()) {
      return refuse(FileRefusal::file_too_wide, name_, std::to_string(kColumnsMax));
    }
    if (!visitor_.has_rows()) return false;
    take(visitor_.take());
    return true;
  }

  void take(SheetRow row) {
    line_ = row.line;
    cells_.clear();
    for (auto& [column, text] : row.cells) {
      if (cells_.size() <= column) cells_.resize(column + 1);
      cells_[column] = std::move(text);
    }
  }

  std::shared_ptr<ZipFile> zip_;
  const Workbook workbook_;
  const std::string name_;
  SheetVisitor visitor_{workbook_};
  std::optional<XmlReader> reader_;
  std::vector<std::string> columns_;
  std::vector<std::string> cells_;
  std::size_t line_ = 0;
  bool again_ = false;  // the first row is no header
  bool ended_ = false;
  std::uint64_t size_ = 0;
};

}  // namespace

Result<std::unique_ptr<Rows>> xlsx_rows(const std::filesystem::path& file, const Form& form,
                                        const std::string& name) {
  auto zip = TRY(ZipFile::open(file, name));
  auto workbook = TRY(read_workbook(*zip, name));
  auto rows = std::make_unique<XlsxRows>(std::move(zip), std::move(workbook), name);
  TRY_VOID(rows->begin(form));
  return rows;
}

}  // namespace sluis::imports
