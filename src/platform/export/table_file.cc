#include "platform/export/table_file.h"

#include "kernel/assert.h"
#include "platform/export/forms.h"
#include "platform/store/backup_file.h"

namespace sluis::exporting {

const RefusalKind& kind_of(ExportRefusal refusal) {
  static constexpr RefusalKind exists{"export_exists",
                                      Category::conflict,
                                      Retry::useless,
                                      {"The file {0} is there already. Choose another name.",
                                       "Het bestand {0} bestaat al. Kies een andere naam."}};
  static constexpr RefusalKind too_many_rows{
      "export_too_many_rows",
      Category::too_large,
      Retry::useless,
      {"A sheet holds 1,048,576 rows at most. Choose a shorter period, or the form csv or parquet.",
       "Een werkblad heeft hoogstens 1.048.576 regels. Kies een kortere periode, of de vorm csv of "
       "parquet."}};
  static constexpr RefusalKind not_written{
      "export_not_written",
      Category::unavailable,
      Retry::may_help,
      {"The file {0} cannot be written: {1}.", "Het bestand {0} is niet te schrijven: {1}."}};
  switch (refusal) {
    case ExportRefusal::exists:
      return exists;
    case ExportRefusal::too_many_rows:
      return too_many_rows;
    case ExportRefusal::not_written:
      return not_written;
  }
  assertion_failed("an ExportRefusal");
}

namespace {

std::unique_ptr<TableFile> of_form(Form form, const std::filesystem::path& path,
                                   std::vector<Column> columns) {
  switch (form) {
    case Form::csv:
      return csv_file(path, std::move(columns));
    case Form::parquet:
      return parquet_file(path, std::move(columns));
    case Form::xlsx:
      return xlsx_file(path, std::move(columns));
  }
  assertion_failed("a known form");
}

// Writes beside the file until it is whole.
class WholeFile final : public TableFile {
 public:
  WholeFile(Form form, std::filesystem::path path, std::vector<Column> columns)
      : path_(std::move(path)),
        partial_(path_.string() + ".partial"),
        file_(of_form(form, partial_.path(), std::move(columns))) {}

  Result<void> row(const std::vector<Cell>& cells) override { return file_->row(cells); }
  Result<void> finish() override {
    TRY_VOID(file_->finish());
    file_.reset();
    if (partial_.keep_as(path_)) return {};
    return exporting::not_written(path_, std::generic_category().message(errno));
  }

 private:
  const std::filesystem::path path_;
  const store::PartialFile partial_;
  std::unique_ptr<TableFile> file_;
};

}  // namespace

std::unexpected<Refusal> not_written(const std::filesystem::path& path, std::string_view why) {
  return refuse(ExportRefusal::not_written, path.string(), why);
}

std::string text_of(const Cell& cell, Type type) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    switch (type) {
      case Type::amount:
        return to_string(Micro(*number));
      case Type::moment:
        return to_string(Instant(*number));
      case Type::flag:
        return *number != 0 ? "true" : "false";
      default:
        return std::to_string(*number);
    }
  }
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* view = std::get_if<std::string_view>(&cell)) return std::string(*view);
  return {};
}

Result<std::unique_ptr<TableFile>> TableFile::create(Form form, const std::filesystem::path& path,
                                                     std::vector<Column> columns) {
  if (std::filesystem::exists(path)) return refuse(ExportRefusal::exists, path.string());
  try {
    return std::make_unique<WholeFile>(form, path, std::move(columns));
  } catch (const store::Error& error) {
    return not_written(path, error.what());
  }
}

namespace table {

std::vector<Column> columns_of(std::span<const Field> fields) {
  std::vector<Column> columns;
  for (const Field& field : fields)
    columns.push_back({std::string(field.name), field.type});
  return columns;
}

Result<void> write_fields(TableFile& file, std::span<const Field> fields, const void* row) {
  std::vector<Cell> cells;
  for (const Field& field : fields)
    cells.push_back(field.cell(field.in(const_cast<void*>(row))));  // it is only looked at
  return file.row(cells);
}

}  // namespace table
}  // namespace sluis::exporting
