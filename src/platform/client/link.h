// One connection to one host, with an event loop of its own on the thread that calls. Whatever it
// does ends at a moment that is given, or when it is told to stop.
#pragma once

#include <memory>
#include <stop_token>
#include <string>

#include <boost/asio/ssl/context.hpp>

#include "platform/client/outgoing.h"
#include "platform/client/wire.h"

namespace sluis::client {

// TLS 1.2 or later with the certificates of the system, and with those of the file beside them.
Result<void> believe(boost::asio::ssl::context& context,
                     const std::optional<std::filesystem::path>& certificates);

class Socket;

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
  std::unique_ptr<Socket> socket_;
};

}  // namespace sluis::client
