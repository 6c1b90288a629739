// Bytes on their way to the peer: replies are appended here, and sent with one write. Large bodies
// are not copied.
#pragma once

#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "kernel/time.h"
#include "platform/http/message.h"

namespace sluis::http {

// "Date: Sun, 22 Nov 2026 05:13:27 GMT\r\n", made once a second.
class DateLine {
 public:
  std::string_view at(Instant now);

 private:
  std::int64_t second_ = -1;
  std::string line_;
};

class Outgoing {
 public:
  struct Framing {
    bool close = false;       // say so, and close after it
    bool keep_alive = false;  // say so: a client of HTTP/1.0 expects it
    bool head_only = false;   // the answer to HEAD
  };

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  void append(std::string_view bytes);
  void append(Reply&& reply, Framing framing, std::string_view date_line);
  // A head without length, for a body that ends with the connection.
  void append_endless(std::string_view content_type, std::span<const Header> headers,
                      std::string_view date_line);

  // What to write first, in order; at most `pieces.size()` pieces. Returns those filled in.
  std::span<std::string_view> front(std::span<std::string_view> pieces) const;
  void sent(std::size_t bytes);

 private:
  void append_body(Reply&& reply);

  // Closed pieces first; `open_` is appended to. Only `open_` is used when replies are small.
  struct Piece {
    std::string bytes;
    std::shared_ptr<const std::string> shared;
    std::string_view view() const { return shared ? std::string_view(*shared) : bytes; }
  };
  std::deque<Piece> closed_;
  std::string open_;
  std::size_t front_sent_ = 0;
  std::size_t size_ = 0;
};

}  // namespace sluis::http
