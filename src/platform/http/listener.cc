#include "platform/http/listener.h"

#include <fcntl.h>
#include <unistd.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/v6_only.hpp>

#include "platform/http/faults.h"

namespace sluis::http {
namespace {

using Endpoint = asio::ip::tcp::endpoint;
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

constexpr std::chrono::milliseconds kRetry{100};

int open_reserve() {
  return ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

std::string text_of(asio::ip::address address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
  return address.to_string();
}

std::unexpected<Refusal> refuse_listening(const Endpoint& endpoint, Error error) {
  const std::string address = endpoint.address().to_string();
  const std::string port = std::to_string(endpoint.port());
  if (error == asio::error::address_in_use) return refuse(StartRefusal::port_in_use, port, address);
  if (error == asio::error::access_denied)
    return refuse(StartRefusal::port_not_allowed, port, address);
  return refuse(StartRefusal::cannot_listen, address, port, error.message());
}

Error open(auto& acceptor, const Endpoint& endpoint) {
  Error error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error && endpoint.address().is_v6())
    acceptor.set_option(asio::ip::v6_only(!endpoint.address().is_unspecified()), error);
  return error;
}

// Says why, as far as that can be done without waiting.
void turn_away(Tcp socket) {
  Outgoing out;
  out.append(reply_to(kTooManyConnections, Language::en), {.close = true}, {});
  std::array<std::string_view, 1> pieces;
  Error ignored;
  socket.non_blocking(true, ignored);
  for (const std::string_view piece : out.front(pieces))
    socket.write_some(asio::buffer(piece.data(), piece.size()), ignored);
  socket.shutdown(Tcp::shutdown_send, ignored);
}

}  // namespace

Result<void> check_free(const Endpoint& endpoint) {
  asio::io_context io;
  asio::ip::tcp::acceptor probe(io);
  Error error = open(probe, endpoint);
  if (!error) probe.bind(endpoint, error);
  if (!error) probe.listen(1, error);
  if (error) return refuse_listening(endpoint, error);
  return {};
}

Result<Acceptor> listen(Loop& loop, const Endpoint& endpoint) {
  Acceptor acceptor(loop.executor());
  Error error = open(acceptor, endpoint);
  if (!error) acceptor.set_option(ReusePort(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) return refuse_listening(endpoint, error);
  return acceptor;
}

Listener::Listener(std::shared_ptr<Loop> loop, Acceptor acceptor,
                   std::shared_ptr<Occupancy> occupancy, std::shared_ptr<Tls> tls)
    : loop_(std::move(loop)),
      acceptor_(std::move(acceptor)),
      occupancy_(std::move(occupancy)),
      tls_(std::move(tls)),
      reserve_(open_reserve()) {}

Listener::~Listener() {
  ::close(reserve_);
}

void Listener::begin(std::shared_ptr<Listener> listener) {
  listener->loop_->on_finish([listener] {
    Error ignored;
    listener->acceptor_.close(ignored);
  });
  asio::co_spawn(listener->loop_->executor(), accept(listener), rethrow);
}

Task<void> Listener::accept(std::shared_ptr<Listener> self) {
  while (self->acceptor_.is_open()) {
    auto [error, socket] = co_await self->acceptor_.async_accept(kAwait);
    if (!error) {
      self->welcome(std::move(socket));
    } else if (error != asio::error::operation_aborted &&
               error != asio::error::connection_aborted) {
      co_await self->make_room();
    }
  }
}

void Listener::welcome(Tcp socket) {
  Error error;
  const auto endpoint = socket.remote_endpoint(error);
  if (error) return;
  Peer peer{.address = text_of(endpoint.address()), .secure = tls_ != nullptr};
  const bool proxy = loop_->around().proxies.trusts(peer.address);
  auto place = occupancy_->enter(peer.address, proxy);
  if (!place) {
    loop_->around().counters.connections_refused.add(1);
    if (!tls_) turn_away(std::move(socket));
    return;
  }
  loop_->around().counters.connections_accepted.add(1);
  Error ignored;
  socket.set_option(asio::ip::tcp::no_delay(true), ignored);
  Arrival arrival{loop_, std::move(socket), std::move(peer), std::move(place)};
  tls_ ? tls_->begin(std::move(arrival)) : begin_plain(std::move(arrival));
}

// Out of file descriptors or memory. The one who waits first is let go with the reserve, so that it
// need not wait in vain; then some time is given for others to leave.
Task<void> Listener::make_room() {
  ::close(reserve_);
  Error ignored;
  acceptor_.non_blocking(true, ignored);
  Tcp(loop_->executor()) = acceptor_.accept(ignored);
  reserve_ = open_reserve();
  asio::basic_waitable_timer<std::chrono::steady_clock,
                             asio::wait_traits<std::chrono::steady_clock>, Executor>
      timer(loop_->executor(), kRetry);
  co_await timer.async_wait(kAwait);
}

}  // namespace sluis::http
