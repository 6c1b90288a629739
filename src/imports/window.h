// A window on bytes that come in parts: what is still needed moves to the front when more is read.
#pragma once

#include <cstring>
#include <memory>

#include "imports/bytes.h"

namespace sluis::imports {

class Window {
 public:
  explicit Window(std::unique_ptr<Bytes> bytes) : bytes_(std::move(bytes)) {}

  // From the present place to the end of what has been read.
  char* begin() { return buffer_.data() + start_; }
  std::size_t size() const { return end_ - start_; }
  bool ended() const { return ended_; }  // nothing more will come
  void skip(std::size_t count) { start_ += count; }
  std::uint64_t taken() const { return bytes_->taken(); }

  // Reads more behind what is there; pointers into it are moved.
  Result<void> more() {
    std::memmove(buffer_.data(), begin(), size());
    end_ = size();
    start_ = 0;
    if (buffer_.size() - end_ < kPart) buffer_.resize(2 * buffer_.size());
    const std::size_t count = TRY(bytes_->read({buffer_.data() + end_, kPart}));
    end_ += count;
    ended_ = count == 0;
    return {};
  }

 private:
  static constexpr std::size_t kPart = 128 * 1024;

  std::unique_ptr<Bytes> bytes_;
  std::string buffer_ = std::string(2 * kPart, '\0');
  std::size_t start_ = 0;
  std::size_t end_ = 0;
  bool ended_ = false;
};

// One row takes at most this; what is longer is a quote that is never closed, or no text.
inline constexpr std::size_t kRowBytesMax = 4 << 20;

}  // namespace sluis::imports
