#include <xlsxwriter.h>

#include "platform/export/forms.h"

namespace sluis::exporting {
namespace {

constexpr lxw_row_t kRowsMost = 1'048'576;
// A cell of a sheet holds so many characters.
constexpr std::size_t kTextMost = 32'767;

// Begins as a formula would: a ' in front makes it text, as in CSV.
bool would_run(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").contains(text.front());
}

class Sheet final : public TableFile {
 public:
  Sheet(std::filesystem::path path, std::vector<Column> columns)
      : path_(std::move(path)), columns_(std::move(columns)) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_ = workbook_new_opt(path_.c_str(), &options);
    sheet_ = workbook_add_worksheet(book_, nullptr);
    for (std::size_t i = 0; i < columns_.size(); ++i)
      put_text(i, columns_[i].name);
    ++row_;
  }
  ~Sheet() override {
    if (book_ != nullptr) workbook_close(book_);
  }
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  Result<void> row(const std::vector<Cell>& cells) override {
    if (row_ == kRowsMost) return refuse(ExportRefusal::too_many_rows);
    for (std::size_t i = 0; i < cells.size(); ++i)
      put(i, cells[i]);
    ++row_;
    return {};
  }
  Result<void> finish() override {
    const lxw_error error = workbook_close(std::exchange(book_, nullptr));
    if (error != LXW_NO_ERROR) return not_written(path_, lxw_strerror(error));
    return {};
  }

 private:
  void put(std::size_t column, const Cell& cell) {
    const Type type = columns_[column].type;
    const auto* number = std::get_if<std::int64_t>(&cell);
    if (number == nullptr || type == Type::moment || type == Type::flag) {
      return put_text(column, text_of(cell, type));
    }
    const double units = type == Type::amount ? static_cast<double>(Micro::kPerUnit) : 1.0;
    worksheet_write_number(sheet_, row_, static_cast<lxw_col_t>(column),
                           static_cast<double>(*number) / units, nullptr);
  }
  void put_text(std::size_t column, std::string text) {
    if (text.empty()) return;
    if (would_run(text)) text.insert(0, "'");
    if (text.size() > kTextMost) text = std::string(prefix_of(text, kTextMost));
    worksheet_write_string(sheet_, row_, static_cast<lxw_col_t>(column), text.c_str(), nullptr);
  }
  // At most so many bytes, without cutting a character.
  static std::string_view prefix_of(std::string_view text, std::size_t bytes) {
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0u) == 0x80u)
      --bytes;
    return text.substr(0, bytes);
  }

  const std::filesystem::path path_;
  const std::vector<Column> columns_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_row_t row_ = 0;
};

}  // namespace

std::unique_ptr<TableFile> xlsx_file(const std::filesystem::path& path,
                                     std::vector<Column> columns) {
  return std::make_unique<Sheet>(path, std::move(columns));
}

}  // namespace sluis::exporting
