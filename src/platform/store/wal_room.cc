#include "platform/store/wal_room.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <sqlite3.h>
#include <string>
#include <unistd.h>

#include "platform/store/file.h"

namespace sluis::store {
namespace {

constexpr std::int64_t kPageBytes = 4096 + 24;  // with its header in the log
constexpr std::int64_t kPagesAhead = 128;
constexpr std::int64_t kPiece = 1 << 20;
constexpr int kCheckpointAfterPages = 4'000;

}  // namespace

WalRoom::WalRoom(sqlite3* connection, std::filesystem::path log) : log_(std::move(log)) {
  // This takes the place of wal_autocheckpoint.
  sqlite3_wal_hook(connection, note_pages, this);
}

int WalRoom::note_pages(void* room, sqlite3* connection, const char* database, int pages) {
  static_cast<WalRoom*>(room)->pages_ = pages;
  if (pages < kCheckpointAfterPages) return SQLITE_OK;
  // A reader may hold it up; then the next commit tries again.
  sqlite3_wal_checkpoint_v2(connection, database, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  return SQLITE_OK;
}

void WalRoom::keep() {
  const std::int64_t wanted = (pages_ + kPagesAhead) * kPageBytes;
  struct stat status{};
  if (::stat(log_.c_str(), &status) == 0 && status.st_size < wanted) grow(status.st_size);
}

void WalRoom::grow(std::int64_t bytes) const {
  const OpenFile file(::open(log_.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
  if (!file.usable()) return;
  const std::string zeros(kPiece, '\0');
  // On a full disk the log stays as it is, and the next commit tells.
  if (!write_all(file, zeros)) static_cast<void>(::ftruncate(file.descriptor(), bytes));
}

}  // namespace sluis::store
