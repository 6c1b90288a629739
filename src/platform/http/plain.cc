#include "platform/http/transports.h"

namespace sluis::http {
namespace {

class Plain {
 public:
  static constexpr bool kSendsNow = true;

  explicit Plain(Tcp socket) : socket_(std::move(socket)) {
    Error ignored;
    socket_.non_blocking(true, ignored);
  }

  Tcp& stream() { return socket_; }
  Tcp& socket() { return socket_; }

  Task<bool> greet() { co_return true; }
  Task<void> say_goodbye() {
    Error ignored;
    socket_.shutdown(Tcp::shutdown_send, ignored);
    co_return;
  }

 private:
  Tcp socket_;
};

}  // namespace

void begin_plain(Arrival arrival) {
  using Here = Connection<Plain>;
  Here::begin(std::make_shared<Here>(std::move(arrival)));
}

}  // namespace sluis::http
