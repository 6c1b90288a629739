// The protocol of one connection without its socket: bytes in, requests and refusals to the
// service, bytes out. What comes out does not depend on how the bytes were cut into pieces.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/time.h"
#include "platform/http/body.h"
#include "platform/http/outgoing.h"
#include "platform/http/parser.h"
#include "platform/http/proxies.h"
#include "platform/http/service.h"

namespace sluis::http {

// Written by one thread, read by any.
class Counter {
 public:
  void add(std::uint64_t n) {
    value_.store(value_.load(std::memory_order_relaxed) + n, std::memory_order_relaxed);
  }
  std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_ = 0;
};

struct Counters {
  Counter connections_accepted;
  Counter connections_refused;
  Counter requests;
  Counter requests_refused;
  Counter requests_failed;
  Counter bytes_received;
  Counter bytes_sent;
};

// What every conversation of a server shares.
struct Setting {
  const Limits& limits;
  const std::filesystem::path& staging_folder;
  const Proxies& proxies;
  Service& service;
  const Clock& clock;
};

// What those of one thread share.
struct Surroundings : Setting {
  explicit Surroundings(const Setting& setting) : Setting(setting) {}

  DateLine date_line;
  Counters counters;
};

struct Peer {
  std::string address;
  bool secure = false;
};

class Conversation {
 public:
  Conversation(Surroundings& around, Peer peer);

  // What the connection has to do next; first of all it sends what is in out().
  enum class Next : std::uint8_t {
    read,     // into space(), then received(), ended() or timed_out()
    proceed,  // call proceed() again
    answer,   // wait for answer()
    stream,   // send the events of stream() until it ends
    upgrade,  // let WebSocket take over for socket()
    close,
  };
  // Serves what has arrived. `self` gets the answers and brings them to answer().
  Next proceed(const std::shared_ptr<Answering>& self);

  std::span<char> space();
  void received(std::size_t bytes);
  void ended();
  void timed_out();
  // True inside Service::serve: the only moment at which answer() may come without waiting.
  bool serving() const { return serving_; }
  bool answered() const { return phase_ != Phase::answering; }
  void answer(Answer answer);
  // Lets the request under way finish and takes no more.
  void finish() { finishing_ = true; }

  Outgoing& out() { return out_; }
  const std::shared_ptr<EventStream>& stream() const { return stream_; }
  const std::shared_ptr<Socket>& socket() const { return socket_; }
  const Head& head() const { return request_.head; }

  // What is being waited for while reading, for the deadlines.
  enum class Awaiting : std::uint8_t { request, head, body };
  Awaiting awaiting() const;
  std::uint64_t requests_begun() const { return requests_begun_; }
  std::uint64_t body_bytes() const { return body_.bytes_received(); }

 private:
  enum class Phase : std::uint8_t { head, body, ready, answering, streaming, upgraded, closing };

  std::string_view buffered() const;
  bool read_head();
  std::size_t find_head_end(std::string_view bytes);
  void begin_request(std::string_view head);
  void name_client();
  Admission admission();
  void receive(Admission admission);
  void turn_away(Reply reply);
  bool read_body();
  void serve(const std::shared_ptr<Answering>& self);
  void finish_request();

  void append(Reply reply);
  void begin_stream(Events events);
  void begin_socket(std::shared_ptr<Socket> socket);
  MaybeFault check_handshake() const;
  void refuse(const Fault& fault);
  Language language() const;

  Surroundings& around_;
  const Peer peer_;
  const bool from_proxy_;
  RequestParser parser_;
  BodyReader body_;
  Outgoing out_;

  Phase phase_ = Phase::head;
  bool serving_ = false;
  bool finishing_ = false;
  std::uint64_t requests_begun_ = 0;

  // Unread bytes are those from begin_ to end_; the views of the current request lie before them.
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t scanned_ = 0;  // of the unread bytes, searched for the end of the head
  bool line_seen_ = false;   // a request line is among the scanned bytes

  ParsedHead parsed_;
  Request request_;
  std::optional<Reply> refusal_;  // to be sent when the body has been thrown away
  std::shared_ptr<EventStream> stream_;
  std::shared_ptr<Socket> socket_;
};

}  // namespace sluis::http
