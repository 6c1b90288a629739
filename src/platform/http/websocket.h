// Speaks WebSocket (RFC 6455) over a connection whose request asked for it. Compiled apart: Beast's
// WebSocket is the heaviest header here.
#pragma once

#include <memory>
#include <string>

#include "platform/http/loop.h"
#include "platform/http/message.h"
#include "platform/http/socket.h"
#include "platform/http/suspension.h"

namespace sluis::http {

// What the handshake needs of the request, which does not live as long.
struct Handshake {
  explicit Handshake(const Head& head);

  std::string target;
  std::string host;
  std::string key;
};

// Until the socket is closed, by whomever. `connection` is kept while anything still uses the
// stream; `suspension` is woken when there is something to send.
template <class Stream>
Task<void> serve_socket(Stream& stream, const Handshake& handshake, std::shared_ptr<Socket> socket,
                        Suspension& suspension, std::shared_ptr<void> connection);

}  // namespace sluis::http
