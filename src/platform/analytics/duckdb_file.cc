#include "platform/analytics/duckdb_file.h"

#include <charconv>

#include "platform/store/failure.h"
#include "platform/store/file.h"

namespace sluis::analytics {
namespace {

using store::Error;
using store::Failure;

// For questions that still run on a database that is not sound; they fail at their next step.
constexpr std::chrono::seconds kPatience{2};
// DuckDB names the place after the size and the checksum of the entry that does not fit them.
constexpr std::uintmax_t kEntryHead = 16;

std::filesystem::path log_of(const std::filesystem::path& file) {
  return file.string() + ".wal";
}

}  // namespace

std::optional<std::uintmax_t> end_of_sound_log(std::string_view why) {
  constexpr std::string_view kBefore = "Corrupt WAL file: entry at byte position ";
  const std::size_t found = why.find(kBefore);
  if (found == std::string_view::npos) return std::nullopt;
  const std::string_view number = why.substr(found + kBefore.size());
  std::uintmax_t position = 0;
  std::from_chars(number.data(), number.data() + number.size(), position);
  if (position < kEntryHead) return std::nullopt;
  return position - kEntryHead;
}

DuckFile::DuckFile(std::filesystem::path path, const DuckSettings& settings, Prepare prepare,
                   Report report)
    : path_(std::move(path)),
      settings_(settings),
      prepare_(std::move(prepare)),
      report_(std::move(report)) {}

std::filesystem::path DuckFile::log() const {
  return log_of(path_);
}

std::shared_ptr<DuckDatabase> DuckFile::database() {
  const std::lock_guard lock(opening_);
  if (current_ && current_->sound()) return current_;
  current_.reset();
  {
    std::unique_lock closing(closing_);
    if (!was_closed_.wait_for(closing, kPatience, [this] { return closed_; })) {
      throw Error(Failure::unavailable, "questions still run on " + path_.string() +
                                            ", which is opened again after a fault");
    }
  }
  current_ = opened();
  return current_;
}

// Whoever has it last closes it.
std::shared_ptr<DuckDatabase> DuckFile::opened() {
  if (!std::filesystem::exists(path_)) make();
  auto database = open();
  prepare_(*database);
  closed_ = false;
  return {database.release(), [this](DuckDatabase* last) {
            std::unique_ptr<DuckDatabase>(last).reset();
            const std::lock_guard closing(closing_);
            closed_ = true;
            was_closed_.notify_all();
          }};
}

// A crash while the log was written can leave an end that does not fit its checksum. DuckDB refuses
// such a file. What is cut off was never acknowledged, or is shipped again: the cursors are in it.
std::unique_ptr<DuckDatabase> DuckFile::open() {
  try {
    return std::make_unique<DuckDatabase>(path_, settings_);
  } catch (const Error& error) {
    const auto end = end_of_sound_log(error.what());
    if (!end) throw;
    report_(fmt::format("{}: the log is cut off at byte {}", error.what(), *end));
    std::filesystem::resize_file(log(), *end);
  }
  return std::make_unique<DuckDatabase>(path_, settings_);
}

// Under another name, until it is whole: a file of which only the beginning found room would never
// open.
void DuckFile::make() {
  const std::filesystem::path unfinished = path_.string() + ".new";
  for (const auto& left : {unfinished, log_of(unfinished), log()})
    std::filesystem::remove(left);
  {
    DuckDatabase database(unfinished, settings_);
    prepare_(database);
    DuckDb(database, nullptr).execute("checkpoint");
  }
  if (!store::move_durably(unfinished, path_)) {
    throw Error(Failure::full_disk, "cannot make " + path_.string());
  }
}

}  // namespace sluis::analytics
