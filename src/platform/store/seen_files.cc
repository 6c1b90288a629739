#include "platform/store/seen_files.h"

#include <algorithm>
#include <cstring>

#include "kernel/assert.h"

namespace sluis::store {
namespace {

// So many files of about one size become one, as long as they are small enough for memory.
constexpr std::size_t kJoined = 8;
constexpr std::chrono::seconds kRetry{5};

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".run") files.push_back(entry.path());
  }
  return files;
}

void drop_file(const std::filesystem::path& path) {
  std::error_code ignored;  // it is only in the way
  std::filesystem::remove(path, ignored);
}

}  // namespace

SeenFiles::SeenFiles(std::filesystem::path folder, std::int64_t last_row, Options options)
    : folder_(std::move(folder)), options_(std::move(options)) {
  std::filesystem::create_directories(folder_);
  std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
  load(last_row);
  thread_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

SeenFiles::~SeenFiles() = default;

// Files that follow each other without a gap. One inside another was about to be removed. When one
// is broken all are made again: the oldest leaves no gap that would tell.
void SeenFiles::load(std::int64_t last_row) {
  Runs found;
  bool whole = true;
  for (const auto& path : files_in(folder_)) {
    if (auto run = SeenRun::open(path)) {
      found.push_back(std::move(run));
    } else {
      drop_file(path);
      whole = false;
    }
  }
  std::ranges::sort(found, [](const auto& a, const auto& b) {
    return std::pair(a->span().first, -a->span().last) <
           std::pair(b->span().first, -b->span().last);
  });
  Runs kept;
  for (auto& run : found) {
    if (!kept.empty() && run->span().last <= kept.back()->span().last) {
      drop_file(run->path());
      continue;
    }
    whole &= kept.empty() || run->span().first == kept.back()->span().last + 1;
    kept.push_back(std::move(run));
  }
  whole &= kept.empty() || kept.back()->span().last <= last_row;
  if (!whole) {
    for (const auto& run : kept)
      drop_file(run->path());
    kept.clear();
  }
  latest_span_.first = kept.empty() ? 1 : kept.back()->span().last + 1;
  latest_span_.last = latest_span_.first - 1;
  runs_ = std::make_shared<const Runs>(std::move(kept));
}

std::int64_t SeenFiles::filed_up_to() const {
  return latest_span_.last;
}

void SeenFiles::take_row(std::int64_t number, Instant noted, std::string_view marks) {
  SLUIS_ASSERT(marks.size() % sizeof(Mark) == 0);
  for (; !marks.empty(); marks.remove_prefix(sizeof(Mark))) {
    Mark mark;
    std::memcpy(&mark, marks.data(), sizeof mark);
    latest_.insert(mark);
  }
  noted_ = std::max(noted_, noted);
  committed(number);
}

std::vector<bool> SeenFiles::first_time(std::span<const Mark> marks, Instant now) {
  noted_ = std::max(noted_, now);
  std::vector<bool> known = known_of(marks);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    known[i] = known[i] || !latest_.insert(marks[i]).second;
    if (!known[i]) unit_.push_back(marks[i]);
  }
  known.flip();
  return known;
}

std::vector<bool> SeenFiles::known_of(std::span<const Mark> marks) const {
  std::vector<bool> known(marks.size());
  std::shared_ptr<const Runs> files;
  std::shared_ptr<const Filing> filing;
  {
    const std::lock_guard lock(mutex_);
    files = runs_;
    filing = filing_;
  }
  for (const auto& run : *files)
    run->look_up(marks, known);
  if (!filing) return known;
  for (std::size_t i = 0; i < marks.size(); ++i)
    known[i] = known[i] || filing->marks.contains(marks[i]);
  return known;
}

void SeenFiles::keep_unit() {
  group_.insert(group_.end(), unit_.begin(), unit_.end());
  unit_.clear();
}

void SeenFiles::drop_unit() {
  for (const Mark& mark : unit_)
    latest_.erase(mark);
  unit_.clear();
}

std::string_view SeenFiles::row() const {
  return {reinterpret_cast<const char*>(group_.data()), group_.size() * sizeof(Mark)};
}

void SeenFiles::committed(std::int64_t number) {
  group_.clear();
  latest_span_.last = number;
  latest_span_.newest = noted_;
  file_if_many();
}

void SeenFiles::rolled_back() {
  drop_unit();
  for (const Mark& mark : group_)
    latest_.erase(mark);
  group_.clear();
}

// Hands the latest marks to the thread that writes files, unless it still has some.
void SeenFiles::file_if_many() {
  if (latest_.size() < options_.marks_in_memory) return;
  {
    const std::lock_guard lock(mutex_);
    if (filing_) return;
    filing_ = std::make_shared<Filing>(Filing{std::exchange(latest_, {}), latest_span_});
  }
  latest_span_.first = latest_span_.last + 1;
  wake_.notify_one();
}

void SeenFiles::serve(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    std::shared_ptr<const Filing> filing;
    {
      std::unique_lock lock(mutex_);
      if (failed_) wake_.wait_for(lock, stop, kRetry, [] { return false; });
      wake_.wait(lock, stop, [&] { return filing_ != nullptr; });
      filing = filing_;
    }
    if (!filing || stop.stop_requested()) return;
    if (!file(*filing)) continue;
    drop_old_ones();
    join_small_ones();
  }
}

bool SeenFiles::file(const Filing& filing) {
  std::vector<Mark> marks(filing.marks.begin(), filing.marks.end());
  auto run = SeenRun::write(folder_, filing.span, marks);
  if (!run) {
    options_.report("no room for a file of what was seen; it stays in memory");
    const std::lock_guard lock(mutex_);
    failed_ = true;
    return false;
  }
  Runs more = *runs();
  more.push_back(std::move(run));
  publish(std::move(more), true);
  return true;
}

void SeenFiles::join_small_ones() {
  Runs all = *runs();
  const auto small = [&](const auto& run) { return run->count() < 2 * options_.marks_in_memory; };
  if (all.size() < kJoined || !std::all_of(all.end() - kJoined, all.end(), small)) return;
  const Runs parts(all.end() - kJoined, all.end());
  std::vector<Mark> marks;
  for (const auto& part : parts) {
    if (!part->read_into(marks)) return;
  }
  SeenRun::Span span = parts.back()->span();
  span.first = parts.front()->span().first;
  auto joined = SeenRun::write(folder_, span, marks);
  if (!joined) return;
  all.resize(all.size() - kJoined);
  all.push_back(std::move(joined));
  publish(std::move(all), false);
  for (const auto& part : parts)
    drop_file(part->path());
}

void SeenFiles::drop_old_ones() {
  Runs all = *runs();
  if (all.empty()) return;
  const Instant horizon = all.back()->span().newest - kMarksAreKept;
  const auto old_end =
      std::ranges::find_if(all, [&](const auto& run) { return run->span().newest >= horizon; });
  const Runs old(all.begin(), old_end);
  all.erase(all.begin(), old_end);
  publish(std::move(all), false);
  for (const auto& run : old)
    drop_file(run->path());
}

std::shared_ptr<const SeenFiles::Runs> SeenFiles::runs() const {
  const std::lock_guard lock(mutex_);
  return runs_;
}

void SeenFiles::publish(Runs runs, bool filed) {
  auto shared = std::make_shared<const Runs>(std::move(runs));
  const std::lock_guard lock(mutex_);
  runs_ = std::move(shared);
  if (!filed) return;
  filing_.reset();
  failed_ = false;
}

}  // namespace sluis::store
