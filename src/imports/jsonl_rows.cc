// A JSON object a line. Objects in objects become columns like "context.page"; a list is kept as
// its JSON. A name that was not there before becomes a column when it is first seen.
#include <fmt/format.h>

#include "imports/rows.h"
#include "imports/window.h"
#include "kernel/fields.h"
#include "kernel/json.h"

namespace sluis::imports {
namespace {

class JsonlRows : public Rows {
 public:
  JsonlRows(std::unique_ptr<Bytes> bytes, std::vector<std::string> columns, std::uint64_t size)
      : window_(std::move(bytes)), size_(size), columns_(std::move(columns)) {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      places_.emplace(columns_[i], i);
    texts_.resize(columns_.size());
  }

  const std::vector<std::string>& columns() const override { return columns_; }
  std::uint64_t taken() const override { return window_.taken(); }
  std::uint64_t size() const override { return size_; }

  Result<bool> next(Row& row) override {
    std::string_view line;
    do {
      if (!TRY(next_line(line))) return false;
    } while (trimmed(line).empty());
    row.line = line_;
    row.flaw = Flaw::none;
    row.cells.clear();
    if (line.size() > kRowBytesMax) {
      row.flaw = Flaw::too_long;
    } else if (!read(line)) {
      row.flaw = utf8_length(line) ? Flaw::not_json : Flaw::not_utf8;
    }
    if (row.flaw == Flaw::none) row.cells.assign(texts_.begin(), texts_.end());
    return true;
  }

 private:
  // A line that is too long is given in pieces, each longer than a row may be.
  Result<bool> next_line(std::string_view& line) {
    window_.skip(std::exchange(used_, 0));
    std::size_t searched = 0;
    while (true) {
      const std::string_view all(window_.begin(), window_.size());
      const std::size_t end = all.find('\n', searched);
      const bool endless = window_.ended() || all.size() > kRowBytesMax;
      if (end != std::string_view::npos || endless) {
        used_ = std::min(end, all.size() - 1) + 1;
        if (all.empty()) return false;
        ++line_;
        line = all.substr(0, used_);
        return true;
      }
      searched = all.size();
      TRY_VOID(window_.more());
    }
  }

  bool read(std::string_view line) {
    for (std::string& text : texts_)
      text.clear();
    const auto document = JsonDocument::parse(trimmed(line));
    if (!document || document->root().kind() != JsonView::Kind::object) return false;
    path_.clear();
    return read_object(document->root());
  }

  bool read_object(JsonView object) {
    for (std::size_t i = 0; i < object.size(); ++i) {
      const std::size_t end = path_.size();
      path_ += end == 0 ? "" : ".";
      path_ += object.key(i);
      if (!read_member(object.item(i))) return false;
      path_.resize(end);
    }
    return true;
  }

  bool read_member(JsonView value) {
    using Kind = JsonView::Kind;
    if (value.kind() == Kind::object && value.size() > 0) return read_object(value);
    if (value.kind() == Kind::null) return true;
    std::string* text = column();
    if (!text) return false;
    *text = text_of(value);
    return true;
  }

  static std::string text_of(JsonView value) {
    if (value.kind() == JsonView::Kind::text) return std::string(value.text());
    if (value.kind() == JsonView::Kind::number) return fmt::format("{}", value.number());
    return value.serialized();
  }

  std::string* column() {
    const auto [found, added] = places_.try_emplace(path_, columns_.size());
    if (added) {
      if (columns_.size() == kColumnsMax) return nullptr;
      columns_.push_back(path_);
      texts_.emplace_back();
    }
    return &texts_[found->second];
  }

  Window window_;
  const std::uint64_t size_;
  std::vector<std::string> columns_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::deque<std::string> texts_;
  std::string path_;
  std::size_t line_ = 0;
  std::size_t used_ = 0;
};

}  // namespace

Result<std::unique_ptr<Rows>> jsonl_rows(std::unique_ptr<Bytes> bytes,
                                         std::vector<std::string> columns, std::uint64_t size) {
  return std::make_unique<JsonlRows>(std::move(bytes), std::move(columns), size);
}

}  // namespace sluis::imports
