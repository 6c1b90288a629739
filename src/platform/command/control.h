// The control socket of a data folder: a command that finds a serving process runs inside it, with
// its output, progress and exit code sent back. Ctrl-C, or the caller's end, cancels it there.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include <boost/describe/enum.hpp>

#include "kernel/result.h"
#include "platform/command/command.h"
#include "platform/command/frame.h"

namespace sluis::command {

enum class ControlRefusal : std::uint8_t { cannot_listen, server_lost };
BOOST_DESCRIBE_ENUM(ControlRefusal, cannot_listen, server_lost)
const RefusalKind& kind_of(ControlRefusal refusal);

class ControlServer {
 public:
  // Runs one call; on a thread of its own, several at a time.
  using Run = std::function<End(const Call& call, std::string input, Screen& screen,
                                const std::stop_token& cancel)>;

  // The socket is for this user and root only. A stale one is replaced: who holds the folder's
  // lock may do so.
  static Result<std::unique_ptr<ControlServer>> start(const std::filesystem::path& socket, Run run);
  // Cancels what runs, waits for it, and removes the socket.
  ~ControlServer();

 private:
  class Listener;
  explicit ControlServer(std::unique_ptr<Listener> listener);
  std::unique_ptr<Listener> listener_;
};

// Runs a call in the process behind the socket. Nothing when there is no such process.
Result<std::optional<End>> call_server(const std::filesystem::path& socket, const Call& call,
                                       std::string_view input, Screen& screen,
                                       const std::stop_token& cancel);

}  // namespace sluis::command
