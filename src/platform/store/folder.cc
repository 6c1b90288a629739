#include "platform/store/folder.h"

#include <sys/file.h>

#include <fcntl.h>
#include <unistd.h>

#include "kernel/assert.h"

namespace sluis::store {
namespace {

std::string read_pid(int lock) {
  std::array<char, 32> text{};
  const auto size = pread(lock, text.data(), text.size(), 0);
  std::string pid(text.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  while (!pid.empty() && pid.back() == '\n')
    pid.pop_back();
  return pid.empty() ? "?" : pid;
}

bool write_pid(int lock) {
  const std::string pid = std::to_string(getpid()) + "\n";
  return ftruncate(lock, 0) == 0 &&
         pwrite(lock, pid.data(), pid.size(), 0) == static_cast<ssize_t>(pid.size());
}

std::unexpected<Refusal> not_usable(const std::filesystem::path& path, std::string_view why) {
  return refuse(FolderRefusal::not_usable, path.string(), why);
}

}  // namespace

const RefusalKind& kind_of(FolderRefusal refusal) {
  static constexpr RefusalKind owned{
      "folder_owned",
      Category::conflict,
      Retry::may_help,
      {"The data folder {0} is in use by process {1}. Stop that one, or choose another folder.",
       "De gegevensmap {0} is in gebruik door proces {1}. Stop dat, of kies een andere map."}};
  static constexpr RefusalKind not_usable{
      "folder_not_usable",
      Category::unavailable,
      Retry::useless,
      {"The data folder {0} cannot be used: {1}. Choose a folder that this user may write in.",
       "De gegevensmap {0} is niet bruikbaar: {1}. Kies een map waarin deze gebruiker mag "
       "schrijven."}};
  switch (refusal) {
    case FolderRefusal::owned:
      return owned;
    case FolderRefusal::not_usable:
      return not_usable;
  }
  assertion_failed("a FolderRefusal");
}

Result<Folder> Folder::claim(const std::filesystem::path& path) {
  std::error_code error;
  const bool is_new = std::filesystem::create_directories(path, error);
  if (error) return not_usable(path, error.message());
  if (is_new) std::filesystem::permissions(path, std::filesystem::perms::owner_all, error);
  std::filesystem::create_directories(path / "blobs", error);
  if (error) return not_usable(path, error.message());

  const int lock = open((path / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0) return not_usable(path, std::generic_category().message(errno));
  if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
    const std::string owner = read_pid(lock);
    ::close(lock);
    return refuse(FolderRefusal::owned, path.string(), owner);
  }
  if (!write_pid(lock)) {
    const int reason = errno;
    ::close(lock);
    return not_usable(path, std::generic_category().message(reason));
  }
  // What an earlier process left half-way is of no use.
  std::filesystem::remove_all(path / "staging", error);
  std::filesystem::create_directories(path / "staging", error);
  if (error) {
    ::close(lock);
    return not_usable(path, error.message());
  }
  return Folder(path, lock);
}

Folder::Folder(Folder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

Folder::~Folder() {
  if (lock_ >= 0) ::close(lock_);
}

}  // namespace sluis::store
