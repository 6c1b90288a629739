#include "platform/command/frame.h"

#include "kernel/assert.h"

namespace sluis::command {
namespace {

constexpr std::size_t kHeadBytes = 5;

}  // namespace

std::string frame_bytes(FrameKind kind, std::string_view payload) {
  SLUIS_ASSERT(payload.size() <= kPayloadBytesMax);
  std::string bytes;
  bytes.reserve(kHeadBytes + payload.size());
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes += static_cast<char>((payload.size() >> shift) & 0xFF);
  }
  bytes += static_cast<char>(kind);
  return bytes.append(payload);
}

std::optional<Frame> FrameReader::next() {
  if (broken_ || buffer_.size() < kHeadBytes) return std::nullopt;
  std::size_t size = 0;
  for (std::size_t i = 0; i < 4; ++i)
    size = (size << 8) | static_cast<unsigned char>(buffer_[i]);
  const char kind = buffer_[4];
  broken_ = size > kPayloadBytesMax || std::string_view("icxoepz").find(kind) == std::string::npos;
  if (broken_ || buffer_.size() < kHeadBytes + size) return std::nullopt;
  Frame frame{static_cast<FrameKind>(kind), buffer_.substr(kHeadBytes, size)};
  buffer_.erase(0, kHeadBytes + size);
  return frame;
}

}  // namespace sluis::command
