// A file of sorted marks that never changes, with a filter and an index in memory: most marks that
// are not in it are known not to be without touching the file.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "platform/store/file.h"
#include "platform/store/seen.h"

namespace sluis::store {

class SeenRun {
 public:
  // Which rows of platform_marks it was made from, and when the newest mark was noted.
  struct Span {
    std::int64_t first = 0;
    std::int64_t last = 0;
    Instant newest;
  };

  // Writes it durably under its name in the folder. Null when there is no room. Sorts the marks.
  static std::shared_ptr<const SeenRun> write(const std::filesystem::path& folder, const Span& span,
                                              std::vector<Mark>& marks);
  // Null when it is no such file, or not whole.
  static std::shared_ptr<const SeenRun> open(const std::filesystem::path& path);

  SeenRun(std::filesystem::path path, const Span& span, std::uint64_t count);

  const std::filesystem::path& path() const { return path_; }
  const Span& span() const { return span_; }
  std::uint64_t count() const { return count_; }

  // Sets what is found of these.
  void look_up(std::span<const Mark> marks, std::vector<bool>& found) const;
  bool read_into(std::vector<Mark>& marks) const;

 private:
  bool may_hold(const Mark& mark) const;
  bool holds(const Mark& mark) const;
  std::size_t block_of(const Mark& mark) const;
  void add_to_filter(const Mark& mark);
  std::string head() const;
  bool read_parts();

  const std::filesystem::path path_;
  const Span span_;
  const std::uint64_t count_;
  const OpenFile file_;
  std::vector<std::uint64_t> filter_;  // blocks of 512 bits
  std::vector<Mark> index_;            // the first mark of each page
};

}  // namespace sluis::store
