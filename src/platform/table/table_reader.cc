#include "platform/table/table_reader.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <zlib.h>

#include "kernel/fields.h"
#include "platform/command/command.h"

namespace sluis::table {

// Where the bytes come from.
class Source {
 public:
  virtual ~Source() = default;
  // As many as are there, at most `room`; none at the end.
  virtual Result<std::size_t> read(char* to, std::size_t room) = 0;
};

namespace {

constexpr std::size_t kBlockBytes = 256 * 1024;
constexpr std::size_t kLineBytesMax = 16 * 1024 * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kSeparators = ",;\t|";

constexpr RefusalKind kEmpty{"table_empty", Category::invalid, Retry::useless,
                             Text{"{0} is empty. Its first line must name the columns.",
                                  "{0} is leeg. De eerste regel moet de kolommen noemen."}};
constexpr RefusalKind kColumnMissing{
    "table_column_missing", Category::invalid, Retry::useless,
    Text{"{0} has no column {1}; it has: {2}.", "{0} heeft geen kolom {1}; wel: {2}."}};
constexpr RefusalKind kRagged{
    "table_ragged", Category::invalid, Retry::useless,
    Text{"{0}, line {1}: {2} cells, where the first line names {3} columns.",
         "{0}, regel {1}: {2} cellen, terwijl de eerste regel {3} kolommen noemt."}};
constexpr RefusalKind kQuote{
    "table_quote", Category::invalid, Retry::useless,
    Text{"{0}, line {1}: a quote is not closed on this line, or has text behind it. A quote inside "
         "a cell is written twice; a cell has no line breaks.",
         "{0}, regel {1}: een aanhalingsteken sluit niet op deze regel, of er staat tekst achter. "
         "Schrijf een aanhalingsteken in een cel dubbel; een cel heeft geen regeleinden."}};
constexpr RefusalKind kLineLong{
    "table_line_long", Category::too_large, Retry::useless,
    Text{"{0}, line {1} is longer than {2} bytes, the most that is read.",
         "{0}, regel {1} is langer dan {2} bytes, meer wordt niet gelezen."}};
constexpr RefusalKind kCellWrong{"table_cell_wrong", Category::invalid, Retry::useless,
                                 Text{"{0}, line {1}: {2} is \"{3}\"; it must be {4}.",
                                      "{0}, regel {1}: {2} is \"{3}\"; het moet {4} zijn."}};

class GzipSource : public Source {
 public:
  static Result<std::unique_ptr<Source>> open(const std::filesystem::path& path) {
    errno = 0;
    gzFile file = gzopen(path.c_str(), "rb");
    if (!file) return unreadable(path.string(), errno);
    return std::unique_ptr<Source>(new GzipSource(path.string(), file));
  }
  ~GzipSource() override { gzclose_r(file_); }

  Result<std::size_t> read(char* to, std::size_t room) override {
    errno = 0;
    const int size = gzread(file_, to, static_cast<unsigned>(room));
    if (size >= 0) return static_cast<std::size_t>(size);
    int code = Z_OK;
    const std::string why = gzerror(file_, &code);
    if (code == Z_ERRNO) return unreadable(name_, errno);
    return refuse(command::CommandRefusal::file_unreadable, name_, why);
  }

 private:
  GzipSource(std::string name, gzFile file) : name_(std::move(name)), file_(file) {}

  static std::unexpected<Refusal> unreadable(const std::string& name, int error) {
    return refuse(command::CommandRefusal::file_unreadable, name,
                  std::system_category().message(error));
  }

  std::string name_;
  gzFile file_;
};

class TextSource : public Source {
 public:
  explicit TextSource(std::string text) : text_(std::move(text)) {}
  Result<std::size_t> read(char* to, std::size_t room) override {
    const std::size_t size = text_.copy(to, room, at_);
    at_ += size;
    return size;
  }

 private:
  std::string text_;
  std::size_t at_ = 0;
};

// A bit for each of 64 bytes that may end a cell.
std::uint64_t marks_of(const char* at, char separator) {
  using Bytes = char __attribute__((ext_vector_type(64)));
  using Bits = bool __attribute__((ext_vector_type(64)));
  Bytes bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  const auto hits = (bytes == separator) | (bytes == '\n') | (bytes == '"');
  return std::bit_cast<std::uint64_t>(__builtin_convertvector(hits, Bits));
}

char separator_of(std::string_view line) {
  return *std::ranges::max_element(
      kSeparators, {}, [&](char separator) { return std::ranges::count(line, separator); });
}

}  // namespace

const RefusalKind& kind_of(TableRefusal refusal) {
  switch (refusal) {
    case TableRefusal::table_empty:
      return kEmpty;
    case TableRefusal::table_column_missing:
      return kColumnMissing;
    case TableRefusal::table_ragged:
      return kRagged;
    case TableRefusal::table_quote:
      return kQuote;
    case TableRefusal::table_line_long:
      return kLineLong;
    case TableRefusal::table_cell_wrong:
      return kCellWrong;
  }
  __builtin_unreachable();
}

TableReader::TableReader(std::string name, std::unique_ptr<Source> source)
    : name_(std::move(name)), source_(std::move(source)) {}
TableReader::~TableReader() = default;
TableReader::TableReader(TableReader&&) noexcept = default;

Result<TableReader> TableReader::open(const std::filesystem::path& path) {
  TableReader reader(path.string(), TRY(GzipSource::open(path)));
  TRY_VOID(reader.read_header());
  return reader;
}

Result<TableReader> TableReader::of(std::string name, std::string text) {
  TableReader reader(std::move(name), std::make_unique<TextSource>(std::move(text)));
  TRY_VOID(reader.read_header());
  return reader;
}

Result<void> TableReader::read_header() {
  if (!TRY(fill())) return refuse(TableRefusal::table_empty, name_);
  if (std::string_view(buffer_).starts_with(kByteOrderMark)) begin_ = kByteOrderMark.size();
  const std::size_t end = buffer_.find('\n', begin_);
  separator_ = separator_of(std::string_view(buffer_).substr(begin_, end - begin_));
  // The header is a row as any other, of as many cells as it has.
  Block header;
  header.cells_.resize(end - begin_ + 1);
  const std::size_t cells = TRY(split_line(header, 0, begin_, end));
  for (std::size_t i = 0; i < cells; ++i)
    columns_.emplace_back(trimmed(header.cells_[i]));
  begin_ = end + 1;
  ++line_;
  return {};
}

std::optional<std::size_t> TableReader::find_column(std::string_view name) const {
  const auto at = std::ranges::find(columns_, name);
  if (at == columns_.end()) return std::nullopt;
  return static_cast<std::size_t>(at - columns_.begin());
}

Result<std::size_t> TableReader::column(std::string_view name) const {
  if (const auto at = find_column(name)) return *at;
  std::vector<std::string_view> names(columns_.begin(), columns_.end());
  return refuse(TableRefusal::table_column_missing, name_, name, join_names(names));
}

Result<bool> TableReader::next(Block& block) {
  block.columns_ = columns_.size();
  do {
    if (begin_ == whole_ && !TRY(fill())) return false;
    TRY_VOID(split(block));
  } while (block.rows() == 0);
  return true;
}

std::unexpected<Refusal> TableReader::wrong(const Block& block, std::size_t row, std::size_t column,
                                            const Message& expected) const {
  const std::string_view cell = block.row(row)[column];
  const std::string shown = utf8_length(cell) ? std::string(cell.substr(0, 80)) : "\uFFFD";
  return refuse(TableRefusal::table_cell_wrong, name_, std::to_string(block.line(row)),
                columns_[column], utf8_length(shown) ? shown : "\uFFFD", expected);
}

// Reads on until there is a whole line; false at the end.
Result<bool> TableReader::fill() {
  std::memmove(buffer_.data(), buffer_.data() + begin_, filled_ - begin_);
  filled_ -= std::exchange(begin_, 0);
  whole_ = 0;
  while (!ended_ && whole_ == 0) {
    if (filled_ > kLineBytesMax) {
      return refuse(TableRefusal::table_line_long, name_, std::to_string(line_),
                    std::to_string(kLineBytesMax));
    }
    // One more for the line feed that the last line may lack.
    buffer_.resize(std::max(buffer_.size(), filled_ + kBlockBytes + 1 + kPadding));
    const std::size_t size = TRY(source_->read(buffer_.data() + filled_, kBlockBytes));
    filled_ += size;
    ended_ = size == 0;
    if (ended_ && filled_ > 0 && buffer_[filled_ - 1] != '\n') buffer_[filled_++] = '\n';
    const void* last = memrchr(buffer_.data(), '\n', filled_);
    if (last)
      whole_ = static_cast<std::size_t>(static_cast<const char*>(last) - buffer_.data()) + 1;
  }
  return whole_ > 0;
}

// All whole lines that were read, as rows.
Result<void> TableReader::split(Block& block) {
  block.lines_.clear();
  if (block.cells_.size() < whole_ - begin_) block.cells_.resize(whole_ - begin_);
  const char* text = buffer_.data();
  std::size_t line = begin_;  // where it begins
  std::size_t cell = begin_;
  std::size_t row = 0;  // its first cell
  std::size_t cells = 0;
  for (std::size_t at = begin_; at < whole_;) {
    std::uint64_t marks = marks_of(text + at, separator_);
    const std::size_t here = at;
    at += kPadding;
    for (; marks != 0; marks &= marks - 1) {
      const std::size_t mark = here + static_cast<std::size_t>(std::countr_zero(marks));
      if (mark >= whole_) break;
      const bool quoted = text[mark] == '"';
      std::size_t end = mark;
      if (quoted) {
        end = buffer_.find('\n', mark);
        cells = TRY(split_line(block, row, line, end));
      } else {
        const bool returns = text[mark] == '\n' && mark > cell && text[mark - 1] == '\r';
        block.cells_[cells++] = {text + cell, mark - cell - returns};
      }
      cell = end + 1;
      if (text[end] == '\n') {
        TRY_VOID(end_row(block, row, cells));
        line = cell;
        row = cells;
      }
      if (!quoted) continue;
      at = line;  // goes on behind the line that was read by itself
      break;
    }
  }
  begin_ = whole_;
  return {};
}

// Keeps the cells from `row` on as a row; a line that is empty is none.
Result<void> TableReader::end_row(Block& block, std::size_t row, std::size_t& cells) {
  const std::size_t line = line_++;
  if (cells - row == 1 && block.cells_[row].empty() && columns_.size() > 1) {
    cells = row;
    return {};
  }
  if (cells - row != columns_.size()) {
    return refuse(TableRefusal::table_ragged, name_, std::to_string(line),
                  std::to_string(cells - row), std::to_string(columns_.size()));
  }
  block.lines_.push_back(line);
  return {};
}

// A line with quotes in it, cell by cell; gives where its cells end. Doubled quotes become one, in
// place.
Result<std::size_t> TableReader::split_line(Block& block, std::size_t row, std::size_t begin,
                                            std::size_t end) {
  char* text = buffer_.data();
  if (end > begin && text[end - 1] == '\r') --end;
  std::size_t cells = row;
  for (std::size_t at = begin;; ++at) {
    const std::size_t from = at;
    std::size_t to = at;
    if (at < end && text[at] == '"') {
      for (++at; at < end && (text[at] != '"' || (at + 1 < end && text[at + 1] == '"')); ++at) {
        if (text[at] == '"') ++at;
        text[to++] = text[at];
      }
      const bool closed = at < end && (++at == end || text[at] == separator_);
      if (!closed) return refuse(TableRefusal::table_quote, name_, std::to_string(line_));
    } else {
      while (at < end && text[at] != separator_)
        ++at;
      to = at;
    }
    block.cells_[cells++] = {text + from, to - from};
    if (at >= end) return cells;
  }
}

}  // namespace sluis::table
