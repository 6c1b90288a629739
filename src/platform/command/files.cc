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
  std::filesystem::path partial = path;
  partial += ".partial";
  const Descriptor file(::open(partial.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (!file) return unwritable(path, errno);
  const bool written = write_all(file.get(), bytes) && ::fsync(file.get()) == 0 &&
                       ::rename(partial.c_str(), path.c_str()) == 0;
  if (written) return {};
  const int error = errno;
  ::unlink(partial.c_str());
  return unwritable(path, error);
}

}  // namespace sluis::command
