#include "platform/command/terminal.h"

#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>

#include <array>
#include <cerrno>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <fmt/format.h>

#include "kernel/assert.h"
#include "platform/command/exit_code.h"
#include "platform/config/config.h"

namespace sluis::command {
namespace {

constexpr Text kPassword{"Password: ", "Wachtwoord: "};
constexpr std::size_t kPasswordBytesMax = 1024;

int columns_of_terminal() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

// Waits for standard input or a signal.
Result<void> wait_for_input(const Signals& signals) {
  while (true) {
    std::array<pollfd, 2> ready{pollfd{STDIN_FILENO, POLLIN, 0},
                                pollfd{signals.descriptor(), POLLIN, 0}};
    if (::poll(ready.data(), ready.size(), -1) < 0) continue;
    if (ready[1].revents != 0) return refuse(CommandRefusal::cancelled);
    return {};
  }
}

// Hides what is typed until the end of its life.
class NoEcho {
 public:
  NoEcho() : hides_(::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &before_) == 0) {
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    if (hides_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~NoEcho() {
    if (hides_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  bool hides() const { return hides_; }

 private:
  termios before_{};
  bool hides_;
};

// One byte at a time, so that nothing behind the line is taken.
Result<std::string> read_line(const Signals& signals) {
  std::string line;
  char c = 0;
  while (line.size() < kPasswordBytesMax) {
    TRY_VOID(wait_for_input(signals));
    if (::read(STDIN_FILENO, &c, 1) != 1 || c == '\n') break;
    line += c;
  }
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = config::environment(name).value_or("");
    if (!value.empty()) return value.starts_with("nl") ? Language::nl : Language::en;
  }
  return Language::en;
}

Reader reader_of_process() {
  const bool terminal = ::isatty(STDOUT_FILENO) == 1;
  const bool plain =
      config::environment("NO_COLOR").has_value() || config::environment("TERM") == "dumb";
  return {language_of_environment(), terminal, terminal && !plain,
          terminal ? columns_of_terminal() : 0};
}

Signals::Signals() : descriptor_(-1) {
  sigset_t set;
  ::sigemptyset(&set);
  ::sigaddset(&set, SIGHUP);
  ::sigaddset(&set, SIGINT);
  ::sigaddset(&set, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &set, &before_);
  descriptor_ = Descriptor(::signalfd(-1, &set, SFD_CLOEXEC));
  SLUIS_ASSERT(descriptor_);
}

Signals::~Signals() {
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

int Signals::take() {
  signalfd_siginfo info{};
  while (::read(descriptor_.get(), &info, sizeof info) != sizeof info)
    SLUIS_ASSERT(errno == EINTR);
  return static_cast<int>(info.ssi_signo);
}

SignalStop::SignalStop(Signals& signals)
    : ended_(::eventfd(0, EFD_CLOEXEC)), watcher_([this, &signals] { watch(signals); }) {}

SignalStop::~SignalStop() {
  ::eventfd_write(ended_.get(), 1);
  watcher_.join();
}

void SignalStop::watch(Signals& signals) {
  while (true) {
    std::array<pollfd, 2> ready{pollfd{signals.descriptor(), POLLIN, 0},
                                pollfd{ended_.get(), POLLIN, 0}};
    if (::poll(ready.data(), ready.size(), -1) < 0) continue;
    if (ready[1].revents != 0) return;
    signals.take();
    if (!stop_.request_stop()) ::_exit(static_cast<int>(ExitCode::cancelled));
  }
}

ProcessScreen::ProcessScreen() : shows_progress_(::isatty(STDERR_FILENO) == 1) {}

ProcessScreen::~ProcessScreen() {
  clear_progress();
}

void ProcessScreen::out(std::string_view bytes) {
  clear_progress();
  write_all(STDOUT_FILENO, bytes);
}

void ProcessScreen::err(std::string_view bytes) {
  clear_progress();
  write_all(STDERR_FILENO, bytes);
}

void ProcessScreen::progress(std::int64_t done, std::int64_t total) {
  if (!shows_progress_ || total <= 0) return;
  const int percent =
      static_cast<int>(100.0 * static_cast<double>(done) / static_cast<double>(total));
  if (percent == shown_percent_) return;
  shown_percent_ = percent;
  write_all(STDERR_FILENO, fmt::format("\r{:3d} %", percent));
}

void ProcessScreen::clear_progress() {
  if (shown_percent_ < 0) return;
  shown_percent_ = -1;
  write_all(STDERR_FILENO, "\r     \r");
}

Result<std::string> read_standard_input(Signals& signals, std::size_t bytes_max) {
  constexpr std::size_t kChunkBytes = 64 * 1024;
  std::string bytes;
  while (true) {
    TRY_VOID(wait_for_input(signals));
    const std::size_t before = bytes.size();
    bytes.resize(before + kChunkBytes);
    const ssize_t size = ::read(STDIN_FILENO, bytes.data() + before, kChunkBytes);
    bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    if (size <= 0) return bytes;
    if (bytes.size() > bytes_max) {
      return refuse(CommandRefusal::file_too_large, "-", std::to_string(bytes_max));
    }
  }
}

Result<std::string> read_password(Signals& signals, Screen& screen, Language language) {
  const NoEcho silence;
  if (silence.hides()) screen.err(kPassword.in(language));
  auto password = read_line(signals);
  if (silence.hides()) screen.err("\n");
  return password;
}

}  // namespace sluis::command
