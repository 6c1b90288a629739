// The log: one line per entry on a file descriptor, as text for people or as JSON. Safe on every
// thread; nobody waits for a slow reader: what does not fit in the queue is dropped and counted.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <initializer_list>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <variant>

#include <boost/describe/enum.hpp>

#include "kernel/time.h"

namespace sluis::log {

enum class Level : std::uint8_t { debug, info, warning, error };
BOOST_DESCRIBE_ENUM(Level, debug, info, warning, error)

enum class Format : std::uint8_t { text, json };
BOOST_DESCRIBE_ENUM(Format, text, json)

// Never a secret, a query string, or anything about a person.
struct Field {
  std::string_view name;
  std::variant<std::string_view, std::int64_t, double, bool> value;
};

struct Options {
  Level level = Level::info;
  Format format = Format::text;
  int descriptor = 2;  // not closed
  std::size_t queued_bytes_max = 1 << 20;
};

class Log {
 public:
  // `clock` must outlive the log.
  Log(const Options& options, const Clock& clock);
  ~Log();  // writes what is queued first
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  bool wants(Level level) const { return level >= options_.level; }
  // `event` says what happened in a few fixed words: "request", "job failed".
  void write(Level level, std::string_view event, std::initializer_list<Field> fields = {});
  void debug(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::debug, event, fields);
  }
  void info(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::info, event, fields);
  }
  void warning(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::warning, event, fields);
  }
  void error(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::error, event, fields);
  }

  // Entries lost because the queue was full.
  std::uint64_t dropped() const;

 private:
  void queue(std::string_view line);
  void drain();

  const Options options_;
  const Clock& clock_;

  mutable std::mutex mutex_;
  std::condition_variable filled_;
  std::string queued_;
  std::uint64_t dropped_ = 0;
  std::uint64_t dropped_told_ = 0;
  bool stopping_ = false;
  std::thread writer_;
};

}  // namespace sluis::log
