// What the HTTP server calls: it admits a request when its head is there, serves it when its body
// is, and gets the answer through a Responder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <variant>

#include "platform/http/message.h"

namespace sluis::http {

class EventStream;
class Socket;

// What may follow the head of a request.
struct Admission {
  // A larger body is refused with 413.
  std::uint64_t body_bytes_max = 1 << 20;
  // The body goes to a file in the staging folder while its SHA-256 is computed.
  bool to_file = false;
  // The answer is known already (404, 401, 413 …): the body is not read and serve() is not called.
  std::optional<Reply> refusal{};
};

struct Events {
  std::shared_ptr<EventStream> stream;
  std::vector<Header> headers;  // beside those of every stream
};

using Answer = std::variant<Reply, Events, std::shared_ptr<Socket>>;

// Takes the answer to the request that a connection is serving.
class Answering {
 public:
  virtual ~Answering() = default;
  virtual void answer(Answer answer) = 0;
  // Asked to stop when the peer has left without waiting for its answer.
  virtual std::stop_token departure() = 0;
};

// Answers one request, exactly once, from any thread. On the connection's own thread inside serve()
// the reply is written at once; elsewhere it is handed over. Dropped unanswered it answers 500.
class Responder {
 public:
  explicit Responder(std::shared_ptr<Answering> to) : to_(std::move(to)) {}
  Responder(Responder&&) noexcept = default;
  Responder& operator=(Responder&&) = delete;
  ~Responder();

  void reply(Reply reply);
  // Server-sent events, until either side closes.
  void stream(std::shared_ptr<EventStream> events, std::vector<Header> headers = {});
  // The WebSocket handshake; 426 or 400 if the request did not ask for it properly.
  void upgrade(std::shared_ptr<Socket> socket);
  // For what is slow and only for this peer: asked to stop when nobody waits for it any more. To be
  // taken inside serve().
  std::stop_token departure() const { return to_->departure(); }

 private:
  void answer(Answer answer);

  std::shared_ptr<Answering> to_;
};

// Called on the threads of the server, several at a time. Neither may block: slow work belongs on
// another thread, which takes the Responder with it. What they throw becomes a 500. The request
// stays valid until it is answered.
class Service {
 public:
  virtual ~Service() = default;
  virtual Admission admit(const Head& head) = 0;
  virtual void serve(const Request& request, Responder responder) = 0;
};

}  // namespace sluis::http
