#include "platform/command/unix_socket.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <unistd.h>

#include <fmt/format.h>

namespace sluis::command {
namespace {

constexpr int kWaiting = 16;

// An address has room for some 100 characters; a path through an open folder always fits.
struct Address {
  Descriptor folder;
  sockaddr_un name{};

  explicit Address(const std::filesystem::path& path)
      : folder(::open(path.has_parent_path() ? path.parent_path().c_str() : ".",
                      O_PATH | O_DIRECTORY | O_CLOEXEC)) {
    name.sun_family = AF_UNIX;
    const std::string text =
        fmt::format("/proc/self/fd/{}/{}", folder.get(), path.filename().string());
    std::strncpy(name.sun_path, text.c_str(), sizeof name.sun_path - 1);
  }
  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&name); }
};

}  // namespace

Descriptor listen_at(const std::filesystem::path& path) {
  const Address address(path);
  Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!address.folder || !socket) return Descriptor(-1);
  ::unlink(address.name.sun_path);
  const bool listens = ::bind(socket.get(), address.get(), sizeof address.name) == 0 &&
                       ::chmod(address.name.sun_path, 0600) == 0 &&
                       ::listen(socket.get(), kWaiting) == 0;
  return listens ? std::move(socket) : Descriptor(-1);
}

Descriptor connect_to(const std::filesystem::path& path) {
  const Address address(path);
  Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!address.folder || !socket) return Descriptor(-1);
  const int failed = ::connect(socket.get(), address.get(), sizeof address.name);
  return failed == 0 ? std::move(socket) : Descriptor(-1);
}

bool peer_is_trusted(int socket) {
  ucred peer{};
  socklen_t size = sizeof peer;
  if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return false;
  return peer.uid == ::geteuid() || peer.uid == 0;
}

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (size >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(size));
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

}  // namespace sluis::command
