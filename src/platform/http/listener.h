// A listening socket of one loop: accepts connections within the limits.
#pragma once

#include <memory>
#include <string>

#include <boost/asio/basic_socket_acceptor.hpp>

#include "platform/http/transports.h"

namespace sluis::http {

using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;

// Refused if another program listens there already, which sharing a port would hide.
Result<void> check_free(const asio::ip::tcp::endpoint& endpoint);
Result<Acceptor> listen(Loop& loop, const asio::ip::tcp::endpoint& endpoint);

class Listener : public std::enable_shared_from_this<Listener> {
 public:
  Listener(std::shared_ptr<Loop> loop, Acceptor acceptor, std::shared_ptr<Occupancy> occupancy,
           std::shared_ptr<Tls> tls);
  ~Listener();

  // Until the loop finishes.
  static void begin(std::shared_ptr<Listener> listener);

 private:
  static Task<void> accept(std::shared_ptr<Listener> self);
  void welcome(Tcp socket);
  Task<void> make_room();

  const std::shared_ptr<Loop> loop_;
  Acceptor acceptor_;
  const std::shared_ptr<Occupancy> occupancy_;
  const std::shared_ptr<Tls> tls_;
  // Given up for a moment when there are no more file descriptors, to turn someone away.
  int reserve_;
};

}  // namespace sluis::http
