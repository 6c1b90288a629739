#include "platform/export/table_bytes.h"

#include <fstream>
#include <stdlib.h>

#include "platform/export/forms.h"

namespace sluis::exporting {
namespace {

// A folder that only we read, gone with everything in it afterwards.
class OwnFolder {
 public:
  OwnFolder() : path_((std::filesystem::temp_directory_path() / "sluis-export-XXXXXX").string()) {
    made_ = ::mkdtemp(path_.data()) != nullptr;
  }
  ~OwnFolder() {
    std::error_code ignored;
    if (made_) std::filesystem::remove_all(path_, ignored);
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;

  bool made() const { return made_; }
  std::filesystem::path path() const { return path_; }

 private:
  std::string path_;
  bool made_ = false;
};

}  // namespace

Result<std::string> bytes_of(Form form, std::vector<Column> columns,
                             const std::function<Result<void>(TableFile&)>& write) {
  const OwnFolder folder;
  if (!folder.made()) return not_written(folder.path(), std::generic_category().message(errno));
  const std::filesystem::path path = folder.path() / "table";
  const auto file = TRY(TableFile::create(form, path, std::move(columns)));
  TRY_VOID(write(*file));
  TRY_VOID(file->finish());
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace sluis::exporting
