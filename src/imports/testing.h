// Short words for tests of imports: files with given bytes, workbooks, rows read to their end.
#pragma once

#include <fstream>

#include <gtest/gtest.h>
#include <minizip/zip.h>

#include "imports/rows.h"

namespace sluis::imports::testing {

// A folder of its own, removed with all that is in it.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "sluis-imports-XXXXXX").string();
    EXPECT_NE(::mkdtemp(name.data()), nullptr);
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Writes a ZIP of (path, text).
inline std::filesystem::path write_zip(
    const std::filesystem::path& file,
    const std::vector<std::pair<std::string, std::string>>& parts) {
  zipFile zip = zipOpen64(file.c_str(), APPEND_STATUS_CREATE);
  for (const auto& [path, text] : parts) {
    zipOpenNewFileInZip(zip, path.c_str(), nullptr, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 9);
    zipWriteInFileInZip(zip, text.data(), static_cast<unsigned>(text.size()));
    zipCloseFileInZip(zip);
  }
  zipClose(zip, nullptr);
  return file;
}

// A workbook of one sheet with these rows (XML), texts (XML) and styles (XML).
inline std::filesystem::path write_xlsx(const std::filesystem::path& file, const std::string& rows,
                                        const std::string& texts = "",
                                        const std::string& styles = "") {
  return write_zip(
      file,
      {{"xl/workbook.xml",
        R"(<workbook xmlns:r="r"><sheets><sheet name="Sales" sheetId="1" r:id="a"/>)"
        R"(<sheet name="Notes" sheetId="2" state="hidden" r:id="b"/></sheets></workbook>)"},
       {"xl/_rels/workbook.xml.rels",
        R"(<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/>)"
        R"(<Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></Relationships>)"},
       {"xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>"},
       {"xl/sharedStrings.xml", "<sst>" + texts + "</sst>"},
       {"xl/worksheets/sheet2.xml",
        "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>note</t></is></c></row>"
        "</sheetData></worksheet>"},
       {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}});
}

struct ReadRow {
  std::size_t line = 0;
  std::vector<std::string> cells;
  Flaw flaw = Flaw::none;
};
struct ReadFile {
  Form form;
  std::vector<std::string> columns;
  std::vector<ReadRow> rows;
};

inline Result<ReadFile> read_all(const std::filesystem::path& file, const Form& said = {}) {
  ReadFile read{.form = TRY(form_of(file, said)), .columns = {}, .rows = {}};
  const auto rows = TRY(open_rows(file, read.form));
  Row row;
  while (TRY(rows->next(row)))
    read.rows.push_back({row.line, {row.cells.begin(), row.cells.end()}, row.flaw});
  read.columns = rows->columns();
  return read;
}

inline std::string name_of(const Refusal& refusal) {
  return std::string(refusal.kind().name);
}

}  // namespace sluis::imports::testing
