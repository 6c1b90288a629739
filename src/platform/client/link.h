// One connection to one host, with an event loop of its own on the thread that calls. Whatever it
// does ends at a moment that is given, or when it is told to stop.
#pragma once

#include <chrono>
#include <memory>
#include <stop_token>
#include <string>

#include <boost/asio/ssl/context.hpp>

#include "platform/client/outgoing.h"

namespace sluis::client {

// Whom a call goes to.
struct Target {
  std::string host;
  std::uint16_t port = 443;
  bool tls = true;
  bool may_be_private = false;
  std::string path;  // with the query

  std::string name() const;  // "shop.example:8443"; the port only where it is not the usual
  auto operator<=>(const Target&) const = default;
};

using Deadline = std::chrono::steady_clock::time_point;

class Link {
 public:
  Link(Target to, boost::asio::ssl::context& context);
  ~Link();

  // Looks the host up and connects to an address that may be called: to that one, not to its name.
  Result<void> open(Deadline until, const std::stop_token& stop);
  struct Exchange {
    OutgoingAnswer answer;
    bool reusable = false;
  };
  Result<Exchange> exchange(const OutgoingRequest& request, const std::string& path,
                            std::uint64_t answer_bytes, Deadline until,
                            const std::stop_token& stop);
  // Nothing came and nobody hung up since the last answer.
  bool is_quiet();

 private:
  class Socket;
  std::unique_ptr<Socket> socket_;
};

}  // namespace sluis::client
