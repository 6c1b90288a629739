// Workbooks: the file itself, and the parts of a sound one with any bytes in them.
#include <sys/mman.h>

#include <filesystem>
#include <unistd.h>

#include <minizip/zip.h>

#include "imports/rows.h"
#include "kernel/assert.h"

namespace sluis::fuzz {

// A file in memory, under a name that others can open.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("fuzz", MFD_CLOEXEC)) { SLUIS_ASSERT(descriptor_ >= 0); }
  ~MemoryFile() { close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  void write(std::string_view bytes) const {
    SLUIS_ASSERT(::write(descriptor_, bytes.data(), bytes.size()) ==
                 static_cast<ssize_t>(bytes.size()));
  }
  std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

void read(const std::filesystem::path& file) {
  const auto rows = imports::xlsx_rows(file, {}, "fuzz");
  if (!rows) return;
  imports::Row row;
  while (true) {
    const auto more = (*rows)->next(row);
    if (!more || !*more) return;
    SLUIS_ASSERT(row.flaw == imports::Flaw::ragged ||
                 row.cells.size() == (*rows)->columns().size());
  }
}

void add(zipFile zip, const char* path, std::string_view text) {
  zipOpenNewFileInZip(zip, path, nullptr, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 1);
  zipWriteInFileInZip(zip, text.data(), static_cast<unsigned>(text.size()));
  zipCloseFileInZip(zip);
}

void read_parts(std::string_view sheet, std::string_view texts, std::string_view styles) {
  const MemoryFile file;
  zipFile zip = zipOpen64(file.path().c_str(), APPEND_STATUS_CREATE);
  if (zip == nullptr) return;
  add(zip, "xl/workbook.xml",
      "<workbook><sheets><sheet name=\"s\" r:id=\"a\"/></sheets></workbook>");
  add(zip, "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"a\" Target=\"s.xml\"/></Relationships>");
  add(zip, "xl/s.xml", sheet);
  add(zip, "xl/sharedStrings.xml", texts);
  add(zip, "xl/styles.xml", styles);
  zipClose(zip, nullptr);
  read(file.path());
}

}  // namespace sluis::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("PK")) {
    const sluis::fuzz::MemoryFile file;
    file.write(bytes);
    sluis::fuzz::read(file.path());
    return 0;
  }
  const std::size_t first = std::min(bytes.find('\0'), size);
  const std::size_t second = std::min(bytes.find('\0', first + 1), size);
  const auto part = [&](std::size_t from, std::size_t to) {
    return from < to ? bytes.substr(from, to - from) : std::string_view();
  };
  sluis::fuzz::read_parts(part(0, first), part(first + 1, second), part(second + 1, size));
  return 0;
}
