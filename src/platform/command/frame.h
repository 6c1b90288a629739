// What goes over the control socket: frames of four bytes of length (big-endian), one byte that
// says what it is, and the payload. Output is bytes as they are; the rest is JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/json.h"

namespace sluis::command {

enum class FrameKind : char {
  input = 'i',     // to the server: what standard input held
  call = 'c',      // to the server: Call; starts the command
  cancel = 'x',    // to the server
  out = 'o',       // to the client: standard output
  err = 'e',       // to the client: standard error
  progress = 'p',  // to the client: Progress
  end = 'z',       // to the client: End; nothing follows
};

struct Call {
  std::string version;
  std::vector<std::string> words;
  std::optional<std::string> store;  // where the data must be; absent: wherever the server has it
  bool dutch = false;
  bool terminal = false;
  bool colour = false;
  std::int64_t width = 0;
};
BOOST_DESCRIBE_STRUCT(Call, (), (version, words, store, dutch, terminal, colour, width))

struct Progress {
  std::int64_t done = 0;
  std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (done, total))

struct End {
  std::int64_t code = 0;
  bool other_store = false;  // nothing was run: the server has another store than was asked for
};
BOOST_DESCRIBE_STRUCT(End, (), (code, other_store))

struct Frame {
  FrameKind kind;
  std::string payload;
};

inline constexpr std::size_t kPayloadBytesMax = 64 << 20;

std::string frame_bytes(FrameKind kind, std::string_view payload);

// Takes bytes as they come and gives frames.
class FrameReader {
 public:
  void feed(std::string_view bytes) { buffer_ += bytes; }
  std::optional<Frame> next();
  // The bytes are no frames; nothing more will come.
  bool broken() const { return broken_; }

 private:
  std::string buffer_;
  bool broken_ = false;
};

}  // namespace sluis::command
