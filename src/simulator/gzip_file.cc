#include "simulator/gzip_file.h"

#include <cerrno>
#include <system_error>
#include <zlib.h>

#include "platform/command/command.h"

namespace sluis::simulator {
namespace {

// Little is gained by more, and it takes four times as long.
constexpr const char* kMode = "wb1";

gzFile handle(void* file) {
  return static_cast<gzFile>(file);
}

std::unexpected<Refusal> unwritable(const std::filesystem::path& path) {
  return refuse(command::CommandRefusal::file_unwritable, path.string(),
                std::system_category().message(errno));
}

}  // namespace

void GzipFile::Closes::operator()(void* file) const {
  gzclose(handle(file));
}

GzipFile::GzipFile(std::filesystem::path path)
    : path_(std::move(path)), file_(gzopen(path_.c_str(), kMode)) {}

Result<GzipFile> GzipFile::create(const std::filesystem::path& path) {
  GzipFile file(path);
  if (!file.file_) return unwritable(path);
  return file;
}

Result<void> GzipFile::write(std::string_view bytes) {
  if (bytes.empty()) return {};
  const int written =
      gzwrite(handle(file_.get()), bytes.data(), static_cast<unsigned>(bytes.size()));
  if (written <= 0) return unwritable(path_);
  return {};
}

Result<void> GzipFile::close() {
  if (gzclose(handle(file_.release())) != Z_OK) return unwritable(path_);
  return {};
}

}  // namespace sluis::simulator
