#include "platform/log/log.h"

#include <cerrno>
#include <poll.h>
#include <unistd.h>

#include <fmt/format.h>

#include "kernel/json.h"

namespace sluis::log {
namespace {

constexpr std::string_view name_of(Level level) {
  switch (level) {
    case Level::debug:
      return "debug";
    case Level::info:
      return "info";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
  }
  __builtin_unreachable();
}

// Text that could be taken for another field is quoted.
void append_plain(std::string& out, std::string_view text) {
  const auto odd = [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '=' || c == '\x7f';
  };
  if (!text.empty() && std::ranges::none_of(text, odd)) {
    out += text;
  } else {
    write_json_string(out, text);
  }
}

void append_value(std::string& out, const Field& field, Format format) {
  if (const auto* text = std::get_if<std::string_view>(&field.value)) {
    format == Format::json ? write_json_string(out, *text) : append_plain(out, *text);
  } else if (const auto* whole = std::get_if<std::int64_t>(&field.value)) {
    fmt::format_to(std::back_inserter(out), "{}", *whole);
  } else if (const auto* number = std::get_if<double>(&field.value)) {
    fmt::format_to(std::back_inserter(out), "{}", *number);
  } else {
    out += std::get<bool>(field.value) ? "true" : "false";
  }
}

std::string json_line(Instant now, Level level, std::string_view event,
                      std::initializer_list<Field> fields) {
  std::string out =
      fmt::format(R"({{"time":"{}","level":"{}","event":)", to_string(now), name_of(level));
  write_json_string(out, event);
  for (const Field& field : fields) {
    out += ',';
    write_json_string(out, field.name);
    out += ':';
    append_value(out, field, Format::json);
  }
  return out + "}\n";
}

std::string text_line(Instant now, Level level, std::string_view event,
                      std::initializer_list<Field> fields) {
  std::string out = fmt::format("{} {:<7} ", to_string(now), name_of(level));
  for (const char c : event)
    out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  for (const Field& field : fields) {
    out += ' ';
    out += field.name;
    out += '=';
    append_value(out, field, Format::text);
  }
  return out + "\n";
}

// All of it, however slowly it is read; gives up when nobody can read it any more.
void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      pollfd ready{descriptor, POLLOUT, 0};
      ::poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      return;
    }
  }
}

}  // namespace

Log::Log(const Options& options, const Clock& clock)
    : options_(options), clock_(clock), writer_([this] { drain(); }) {}

Log::~Log() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  filled_.notify_one();
  writer_.join();
}

void Log::write(Level level, std::string_view event, std::initializer_list<Field> fields) {
  if (!wants(level)) return;
  const auto line = options_.format == Format::json ? json_line : text_line;
  queue(line(clock_.now(), level, event, fields));
}

void Log::queue(std::string_view line) {
  const std::scoped_lock lock(mutex_);
  if (queued_.size() + line.size() > options_.queued_bytes_max) {
    ++dropped_;
    return;
  }
  const bool was_empty = queued_.empty();
  queued_ += line;
  if (was_empty) filled_.notify_one();
}

void Log::drain() {
  std::string lines;
  std::unique_lock lock(mutex_);
  while (true) {
    filled_.wait(lock, [this] { return stopping_ || !queued_.empty(); });
    const std::uint64_t lost = dropped_ - dropped_told_;
    dropped_told_ = dropped_;
    if (queued_.empty() && lost == 0) return;
    std::swap(lines, queued_);
    lock.unlock();
    write_all(options_.descriptor, lines);
    lines.clear();
    if (lost > 0) {
      write(Level::warning, "log entries dropped", {{"count", static_cast<std::int64_t>(lost)}});
    }
    lock.lock();
  }
}

std::uint64_t Log::dropped() const {
  const std::scoped_lock lock(mutex_);
  return dropped_;
}

}  // namespace sluis::log
