#include <fstream>

#include "kernel/csv.h"
#include "platform/export/forms.h"

namespace sluis::exporting {
namespace {

constexpr std::size_t kRowsAtOnce = 1'000;

class CsvTable final : public TableFile {
 public:
  CsvTable(std::filesystem::path path, std::vector<Column> columns)
      : path_(std::move(path)), columns_(std::move(columns)), out_(path_, std::ios::binary) {
    std::vector<std::string> names;
    for (const Column& column : columns_)
      names.push_back(column.name);
    csv_.row(names);
  }

  Result<void> row(const std::vector<Cell>& cells) override {
    texts_.clear();
    for (std::size_t i = 0; i < cells.size(); ++i)
      texts_.push_back(text_of(cells[i], columns_[i].type));
    csv_.row(texts_);
    return ++rows_ % kRowsAtOnce == 0 ? hand_over() : Result<void>();
  }
  Result<void> finish() override {
    TRY_VOID(hand_over());
    out_.close();
    return out_ ? Result<void>() : not_written(path_, "the disk may be full");
  }

 private:
  Result<void> hand_over() {
    out_ << csv_.take();
    return out_ ? Result<void>() : not_written(path_, "the disk may be full");
  }

  const std::filesystem::path path_;
  const std::vector<Column> columns_;
  std::ofstream out_;
  CsvWriter csv_{','};
  std::vector<std::string> texts_;
  std::size_t rows_ = 0;
};

}  // namespace

std::unique_ptr<TableFile> csv_file(const std::filesystem::path& path,
                                    std::vector<Column> columns) {
  return std::make_unique<CsvTable>(path, std::move(columns));
}

}  // namespace sluis::exporting
