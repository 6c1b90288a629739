// Decodes a chunked body (RFC 9112, 7.1), byte by byte where it is framing and in bulk where it is
// content, so that it makes no difference how the bytes arrive.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/http/faults.h"

namespace sluis::http {

class ChunkDecoder {
 public:
  // Begins a body of at most so many bytes of content.
  explicit ChunkDecoder(std::uint64_t bytes_max) : bytes_left_(bytes_max) {}

  // Appends the content in `bytes`. Says how many it took: all, unless the body ended or is bad.
  std::size_t decode(std::string_view bytes, std::string& content);

  bool done() const { return state_ == State::done; }
  MaybeFault fault() const { return fault_; }

 private:
  enum class State : std::uint8_t {
    size,         // at least one hexadecimal digit
    before_mark,  // white space between the size and its extension
    extension,    // of no meaning to us
    size_end,     // the LF
    content,
    content_cr,
    content_lf,
    trailer,       // the beginning of a trailer field, or the last CR
    trailer_line,  // dropped: nothing may depend on what comes after the decision to act
    trailer_lf,
    last_lf,
    done,
  };

  void step(char c);
  void step_size(char c);
  void end_size_line();
  void expect(char c, char wanted, State next);
  void skip_to_cr(char c, State next);
  void fail(const Fault& fault) { fault_ = &fault; }

  State state_ = State::size;
  MaybeFault fault_ = nullptr;
  std::uint64_t bytes_left_;
  std::uint64_t size_ = 0;
  int digits_ = 0;
  std::size_t framing_bytes_ = 0;  // of this chunk's line, or of all trailer fields
};

}  // namespace sluis::http
