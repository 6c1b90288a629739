#include "platform/command/files.h"

#include <sys/stat.h>

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

#include "platform/command/command.h"
#include "platform/command/descriptor.h"

namespace sluis::command {
namespace {

constexpr std::size_t kChunkBytes = 64 * 1024;

std::string reason(int error) {
  return std::system_category().message(error);
}

std::unexpected<Refusal> unreadable(const std::filesystem::path& path, int error) {
  return refuse(CommandRefusal::file_unreadable, path.string(), reason(error));
}

std::unexpected<Refusal> unwritable(const std::filesystem::path& path, int error) {
  return refuse(CommandRefusal::file_unwritable, path.string(), reason(error));
}

}  // namespace

Result<void> make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (!error) return {};
  return refuse(CommandRefusal::file_unwritable, folder.string(), error.message());
}

Result<std::string> read_whole_file(const std::filesystem::path& path, std::size_t bytes_max) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return unreadable(path, errno);
  std::string bytes;
  while (true) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kChunkBytes);
    const ssize_t size = ::read(file.get(), bytes.data() + before, kChunkBytes);
    if (size < 0) return unreadable(path, errno);
    bytes.resize(before + static_cast<std::size_t>(size));
    if (size == 0) return bytes;
    if (bytes.size() > bytes_max) {
      return refuse(CommandRefusal::file_too_large, path.string(), std::to_string(bytes_max));
    }
  }
}

Result<void> write_whole_file(const std::filesystem::path& path, std::string_view bytes) {
  GrowingFile file = TRY(GrowingFile::create(path));
  TRY_VOID(file.write(bytes));
  return file.keep();
}

class GrowingFile::Partial {
 public:
  explicit Partial(std::filesystem::path path)
      : path_(std::move(path)),
        name_(path_.string() + ".partial"),
        file_(::open(name_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {}
  ~Partial() {
    if (file_) ::unlink(name_.c_str());
  }
  Partial(const Partial&) = delete;
  Partial& operator=(const Partial&) = delete;

  Result<void> made() const { return done(static_cast<bool>(file_)); }
  Result<void> write(std::string_view bytes) const { return done(write_all(file_.get(), bytes)); }
  Result<void> keep() const {
    return done(::fsync(file_.get()) == 0 && ::rename(name_.c_str(), path_.c_str()) == 0);
  }

 private:
  Result<void> done(bool well) const {
    if (well) return {};
    return unwritable(path_, errno);
  }

  const std::filesystem::path path_;
  const std::string name_;
  const Descriptor file_;
};

Result<GrowingFile> GrowingFile::create(const std::filesystem::path& path) {
  auto partial = std::make_unique<Partial>(path);
  TRY_VOID(partial->made());
  return GrowingFile(std::move(partial));
}

GrowingFile::GrowingFile(std::unique_ptr<Partial> partial) : partial_(std::move(partial)) {}
GrowingFile::GrowingFile(GrowingFile&&) noexcept = default;
GrowingFile::~GrowingFile() = default;

Result<void> GrowingFile::write(std::string_view bytes) {
  return partial_->write(bytes);
}
Result<void> GrowingFile::keep() {
  return partial_->keep();
}

}  // namespace sluis::command
