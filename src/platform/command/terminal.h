// The process around a command: its terminal, standard input and signals.
#pragma once

#include <csignal>
#include <stop_token>
#include <string>
#include <thread>

#include "platform/command/command.h"
#include "platform/command/descriptor.h"

namespace sluis::command {

// By LC_ALL, LC_MESSAGES, LANG; the first that is set. Dutch for nl…, else English.
Language language_of_environment();
// Of standard output; NO_COLOR and TERM=dumb take the colour away.
Reader reader_of_process();

// SIGHUP, SIGINT and SIGTERM, taken as values. Made before any thread, so that none is interrupted.
class Signals {
 public:
  Signals();
  ~Signals();  // as it was before
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  int descriptor() const { return descriptor_.get(); }
  // The next one, waiting for it.
  int take();

 private:
  sigset_t before_{};
  Descriptor descriptor_;
};

// The first signal asks a command to stop, the second ends the process at once.
class SignalStop {
 public:
  explicit SignalStop(Signals& signals);
  ~SignalStop();

  std::stop_token token() const { return stop_.get_token(); }

 private:
  void watch(Signals& signals);

  std::stop_source stop_;
  Descriptor ended_;
  std::thread watcher_;
};

// Standard output and error; progress is shown only on a terminal.
class ProcessScreen : public Screen {
 public:
  ProcessScreen();
  ~ProcessScreen() override;
  void out(std::string_view bytes) override;
  void err(std::string_view bytes) override;
  void progress(std::int64_t done, std::int64_t total) override;

 private:
  void clear_progress();

  bool shows_progress_;
  int shown_percent_ = -1;
};

// To its end, at most `bytes_max`.
Result<std::string> read_standard_input(Signals& signals, std::size_t bytes_max);
// One line, without its end; asked for without echo on a terminal.
Result<std::string> read_password(Signals& signals, Screen& screen, Language language);

}  // namespace sluis::command
