// What was seen, beside a SQLite file. The truth is the table platform_marks, to which a group of
// units adds one row; from its rows the files in DIR/seen are made, each sorted and never changed.
// The latest marks are in memory. Files that are lost or broken are made again from the rows.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include <boost/unordered/unordered_flat_set.hpp>

#include "platform/store/seen_run.h"

namespace sluis::store {

class SeenFiles final : public Seen {
 public:
  struct Options {
    std::size_t marks_in_memory = 512 * 1024;  // then they go to a file
    std::function<void(const std::string&)> report = [](const std::string&) {};
  };
  // Rows up to `last_row` are there; files that know of more belong to another database.
  SeenFiles(std::filesystem::path folder, std::int64_t last_row, Options options);
  ~SeenFiles() override;

  // ---- Opening: the rows behind this one have to be taken, in order.
  std::int64_t filed_up_to() const;
  void take_row(std::int64_t number, Instant noted, std::string_view marks);

  // ---- On the writer's thread
  std::vector<bool> first_time(std::span<const Mark> marks, Instant now) override;
  // How the unit ended that asked since the last end.
  void keep_unit();
  void drop_unit();
  // What the kept units of this group noted, for a row; and when.
  bool has_row() const { return !group_.empty(); }
  std::string_view row() const;
  Instant noted() const { return noted_; }
  // How the group ended; `number` is that of its row.
  void committed(std::int64_t number);
  void rolled_back();

 private:
  struct MarkHash {
    // Marks are hashes already.
    using is_avalanching = void;
    std::size_t operator()(const Mark& mark) const { return mark.low; }
  };
  using Marks = boost::unordered_flat_set<Mark, MarkHash>;
  using Runs = std::vector<std::shared_ptr<const SeenRun>>;

  struct Filing {
    Marks marks;
    SeenRun::Span span;
  };

  void load(std::int64_t last_row);
  std::vector<bool> known_of(std::span<const Mark> marks) const;
  void file_if_many();
  void serve(const std::stop_token& stop);
  bool file(const Filing& filing);
  void join_small_ones();
  void drop_old_ones();
  std::shared_ptr<const Runs> runs() const;
  void publish(Runs runs, bool filed);

  const std::filesystem::path folder_;
  const Options options_;

  // Of the writer's thread.
  Marks latest_;
  SeenRun::Span latest_span_;
  std::vector<Mark> unit_;
  std::vector<Mark> group_;
  Instant noted_;

  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::shared_ptr<const Runs> runs_ = std::make_shared<Runs>();
  std::shared_ptr<const Filing> filing_;  // on its way to a file
  bool failed_ = false;                   // there was no room for it

  std::jthread thread_;
};

}  // namespace sluis::store
