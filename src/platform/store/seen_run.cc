#include "platform/store/seen_run.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "platform/store/failure.h"

namespace sluis::store {
namespace {

constexpr std::uint64_t kMagic = 0x314e5552'53494c53;  // "SLISRUN1"
constexpr std::size_t kMarksPerPage = 256;
constexpr std::size_t kWordsPerBlock = 8;  // a cache line
constexpr std::size_t kBitsPerMark = 12;
constexpr unsigned kProbes = 7;  // of 9 bits each; with 12 bits a mark one in 150 passes wrongly

struct Head {
  std::uint64_t magic = kMagic;
  std::uint64_t count = 0;
  std::int64_t first = 0;
  std::int64_t last = 0;
  std::int64_t newest = 0;
};

std::size_t words_for(std::uint64_t count) {
  return (count * kBitsPerMark / (64 * kWordsPerBlock) + 1) * kWordsPerBlock;
}
std::size_t pages_for(std::uint64_t count) {
  return (count + kMarksPerPage - 1) / kMarksPerPage;
}

template <class T>
std::string_view bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

bool read_at(int descriptor, std::uint64_t offset, void* to, std::size_t bytes) {
  auto* out = static_cast<char*>(to);
  while (bytes > 0) {
    const ssize_t got = ::pread(descriptor, out, bytes, static_cast<off_t>(offset));
    if (got <= 0) return false;
    out += got;
    offset += static_cast<std::uint64_t>(got);
    bytes -= static_cast<std::size_t>(got);
  }
  return true;
}

std::uint64_t marks_begin(std::uint64_t count) {
  return sizeof(Head) + words_for(count) * sizeof(std::uint64_t) + pages_for(count) * sizeof(Mark);
}

}  // namespace

SeenRun::SeenRun(std::filesystem::path path, const Span& span, std::uint64_t count)
    : path_(std::move(path)),
      span_(span),
      count_(count),
      file_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC)),
      filter_(words_for(count)),
      index_(pages_for(count)) {}

std::string SeenRun::head() const {
  const Head head{
      .count = count_, .first = span_.first, .last = span_.last, .newest = span_.newest.micros()};
  return {reinterpret_cast<const char*>(&head), sizeof head};
}

std::shared_ptr<const SeenRun> SeenRun::write(const std::filesystem::path& folder, const Span& span,
                                              std::vector<Mark>& marks) {
  std::ranges::sort(marks);
  const auto path = folder / fmt::format("{:016}-{:016}.run", span.first, span.last);
  const auto draft = folder / "draft";
  {
    SeenRun made(draft, span, marks.size());
    for (const Mark& mark : marks)
      made.add_to_filter(mark);
    for (std::size_t page = 0; page < made.index_.size(); ++page)
      made.index_[page] = marks[page * kMarksPerPage];
    const OpenFile file(::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    const bool written = file.usable() && write_all(file, made.head()) &&
                         write_all(file, bytes_of(made.filter_)) &&
                         write_all(file, bytes_of(made.index_)) &&
                         write_all(file, bytes_of(marks)) && ::fdatasync(file.descriptor()) == 0;
    if (!written) return nullptr;
  }
  return move_durably(draft, path) ? open(path) : nullptr;
}

std::shared_ptr<const SeenRun> SeenRun::open(const std::filesystem::path& path) {
  const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  Head head;
  if (!file.usable() || !read_at(file.descriptor(), 0, &head, sizeof head)) return nullptr;
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  const bool whole = head.magic == kMagic && !error && head.count <= size / sizeof(Mark) &&
                     size == marks_begin(head.count) + head.count * sizeof(Mark);
  if (!whole) return nullptr;
  auto run = std::make_shared<SeenRun>(
      path, Span{.first = head.first, .last = head.last, .newest = Instant(head.newest)},
      head.count);
  return run->read_parts() ? run : nullptr;
}

bool SeenRun::read_parts() {
  const std::size_t filter_bytes = filter_.size() * sizeof(std::uint64_t);
  return file_.usable() &&
         read_at(file_.descriptor(), sizeof(Head), filter_.data(), filter_bytes) &&
         read_at(file_.descriptor(), sizeof(Head) + filter_bytes, index_.data(),
                 index_.size() * sizeof(Mark));
}

bool SeenRun::read_into(std::vector<Mark>& marks) const {
  const std::size_t before = marks.size();
  marks.resize(before + count_);
  return read_at(file_.descriptor(), marks_begin(count_), marks.data() + before,
                 count_ * sizeof(Mark));
}

// The first word of the block: the high half of `high` times the number of blocks.
std::size_t SeenRun::block_of(const Mark& mark) const {
  const auto blocks = filter_.size() / kWordsPerBlock;
  __extension__ using Wide = unsigned __int128;
  return static_cast<std::size_t>((Wide{mark.high} * blocks) >> 64) * kWordsPerBlock;
}

void SeenRun::add_to_filter(const Mark& mark) {
  std::uint64_t* block = &filter_[block_of(mark)];
  std::uint64_t bits = mark.low;
  for (unsigned probe = 0; probe < kProbes; ++probe, bits >>= 9)
    block[(bits >> 6) % kWordsPerBlock] |= std::uint64_t{1} << (bits & 63);
}

bool SeenRun::may_hold(const Mark& mark) const {
  const std::uint64_t* block = &filter_[block_of(mark)];
  std::uint64_t bits = mark.low;
  for (unsigned probe = 0; probe < kProbes; ++probe, bits >>= 9) {
    if ((block[(bits >> 6) % kWordsPerBlock] >> (bits & 63) & 1) == 0) return false;
  }
  return true;
}

bool SeenRun::holds(const Mark& mark) const {
  const auto after = std::ranges::upper_bound(index_, mark);
  if (after == index_.begin()) return false;
  const auto page = static_cast<std::uint64_t>(after - index_.begin() - 1) * kMarksPerPage;
  std::array<Mark, kMarksPerPage> marks;
  const std::size_t here = std::min<std::uint64_t>(kMarksPerPage, count_ - page);
  if (!read_at(file_.descriptor(), marks_begin(count_) + page * sizeof(Mark), marks.data(),
               here * sizeof(Mark))) {
    throw Error(Failure::unavailable, fmt::format("{} cannot be read", path_.string()));
  }
  return std::ranges::binary_search(std::span(marks).first(here), mark);
}

void SeenRun::look_up(std::span<const Mark> marks, std::vector<bool>& found) const {
  // Each block is a cache miss; asked for all at once they come together.
  for (const Mark& mark : marks)
    __builtin_prefetch(&filter_[block_of(mark)]);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!found[i] && may_hold(marks[i]) && holds(marks[i])) found[i] = true;
  }
}

}  // namespace sluis::store
