// A small blocking HTTP client, for tests and commands: raw bytes out, replies in. Gives up after
// ten seconds.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <charconv>
#include <cstdint>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>

#include "platform/http/message.h"

namespace sluis::http {

struct Received {
  int status = 0;
  std::string head;
  std::string body;

  // The first field of that name; empty if there is none.
  std::string header(std::string_view name) const {
    std::string_view rest = head;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find("\r\n"), rest.size());
      const std::string_view line = rest.substr(0, end);
      const std::size_t colon = line.find(": ");
      if (colon != std::string_view::npos && equal_ignoring_case(line.substr(0, colon), name))
        return std::string(line.substr(colon + 2));
      rest.remove_prefix(std::min(end + 2, rest.size()));
    }
    return {};
  }
};

class BlockingClient {
 public:
  explicit BlockingClient(std::uint16_t port, const char* address = "127.0.0.1",
                          int receive_buffer_bytes = 0) {
    const bool v6 = std::string_view(address).find(':') != std::string_view::npos;
    socket_ = ::socket(v6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket_ < 0) throw std::runtime_error("no socket");
    if (receive_buffer_bytes > 0)
      ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes,
                   sizeof receive_buffer_bytes);
    v6 ? connect_v6(port, address) : connect_v4(port, address);
  }
  BlockingClient(BlockingClient&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)), unread_(std::move(other.unread_)) {}
  BlockingClient& operator=(BlockingClient&&) = delete;
  ~BlockingClient() { close(); }

  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) throw std::runtime_error("cannot send");
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  void end_sending() { ::shutdown(socket_, SHUT_WR); }
  void close() {
    if (socket_ >= 0) ::close(std::exchange(socket_, -1));
  }
  // Closes with a reset, as a crash would.
  void vanish() {
    const linger none{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    close();
  }

  // The next reply; `head_only` when it answers HEAD.
  Received receive(bool head_only = false) {
    Received reply;
    reply.head = receive_until("\r\n\r\n");
    std::from_chars(reply.head.data() + 9, reply.head.data() + 12, reply.status);
    const std::string length = reply.header("Content-Length");
    std::size_t bytes = 0;
    std::from_chars(length.data(), length.data() + length.size(), bytes);
    if (head_only) return reply;
    while (unread_.size() < bytes)
      more();
    reply.body = take(bytes);
    return reply;
  }
  // Up to and including the mark.
  std::string receive_until(std::string_view mark) {
    while (true) {
      const std::size_t found = unread_.find(mark);
      if (found != std::string::npos) return take(found + mark.size());
      more();
    }
  }
  // Everything until the server closes.
  std::string receive_rest() {
    while (receive_some()) {
    }
    return take(unread_.size());
  }
  // True when the server closed without another byte.
  bool closed() { return unread_.empty() && !receive_some(); }

 private:
  void connect_v4(std::uint16_t port, const char* address) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    inet_pton(AF_INET, address, &to.sin_addr);
    connect_to(to);
  }
  void connect_v6(std::uint16_t port, const char* address) {
    sockaddr_in6 to{};
    to.sin6_family = AF_INET6;
    to.sin6_port = htons(port);
    inet_pton(AF_INET6, address, &to.sin6_addr);
    connect_to(to);
  }
  template <class SocketAddress>
  void connect_to(const SocketAddress& to) {
    // The sockets interface wants exactly this cast.
    const auto* const where = reinterpret_cast<const sockaddr*>(&to);
    if (::connect(socket_, where, sizeof to) != 0) throw std::runtime_error("cannot connect");
  }
  void more() {
    if (!receive_some()) throw std::runtime_error("closed by the server; unread: " + unread_);
  }
  bool receive_some() {
    pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
    if (::poll(&waiting, 1, 10'000) != 1) throw std::runtime_error("nothing came");
    char bytes[4096];
    const ssize_t n = ::recv(socket_, bytes, sizeof bytes, 0);
    if (n <= 0) return false;
    unread_.append(bytes, static_cast<std::size_t>(n));
    return true;
  }
  std::string take(std::size_t bytes) {
    std::string taken = unread_.substr(0, bytes);
    unread_.erase(0, bytes);
    return taken;
  }

  int socket_ = -1;
  std::string unread_;
};

}  // namespace sluis::http
