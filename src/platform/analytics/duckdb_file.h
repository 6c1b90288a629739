// The DuckDB file of a data folder: open as long as it is sound, and opened again when it is not.
// What is on disk is believed, never what a failed write left in memory.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

#include "platform/analytics/duckdb.h"

namespace sluis::analytics {

class DuckFile {
 public:
  // Brings what is in a database up to date. Throws Error.
  using Prepare = std::function<void(DuckDatabase&)>;
  using Report = std::function<void(const std::string& what)>;

  DuckFile(std::filesystem::path path, const DuckSettings& settings, Prepare prepare,
           Report report);

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path log() const;
  // One object at a time: throws Error `unavailable` while somebody has one that is not sound.
  std::shared_ptr<DuckDatabase> database();

 private:
  std::shared_ptr<DuckDatabase> opened();
  std::unique_ptr<DuckDatabase> open();
  void make();

  const std::filesystem::path path_;
  const DuckSettings settings_;
  const Prepare prepare_;
  const Report report_;
  std::mutex opening_;
  std::mutex closing_;
  std::condition_variable was_closed_;
  bool closed_ = true;
  std::shared_ptr<DuckDatabase> current_;
};

// Where the log of a DuckDB file stops making sense, when that is why it did not open.
std::optional<std::uintmax_t> end_of_sound_log(std::string_view why);

}  // namespace sluis::analytics
