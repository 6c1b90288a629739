// Room in the write-ahead log of a SQLite file, made ahead of its use. A commit that makes the log
// longer costs a multiple of one that writes within it, because its new size must become durable
// too; so the log grows by a good piece at once. What is written there are zeros, which SQLite does
// not take for commits.
#pragma once

#include <cstdint>
#include <filesystem>

struct sqlite3;

namespace sluis::store {

class WalRoom {
 public:
  // For the connection that writes, on its thread.
  WalRoom(sqlite3* connection, std::filesystem::path log);
  WalRoom(const WalRoom&) = delete;
  WalRoom& operator=(const WalRoom&) = delete;

  // After each commit.
  void keep();

 private:
  static int note_pages(void* room, sqlite3* connection, const char* database, int pages);
  void grow(std::int64_t bytes) const;

  const std::filesystem::path log_;
  std::int64_t pages_ = 0;  // in the log
};

}  // namespace sluis::store
