#include "platform/http/chunks.h"

#include <algorithm>

namespace sluis::http {
namespace {

constexpr int kDigitsMax = 15;
constexpr std::size_t kFramingBytesMax = 4096;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7f';
}

}  // namespace

std::size_t ChunkDecoder::decode(std::string_view bytes, std::string& content) {
  std::size_t taken = 0;
  while (taken < bytes.size() && !done() && fault_ == nullptr) {
    if (state_ != State::content) {
      step(bytes[taken++]);
      continue;
    }
    const std::string_view part =
        bytes.substr(taken, std::min<std::uint64_t>(size_, bytes.size() - taken));
    content.append(part);
    taken += part.size();
    size_ -= part.size();
    if (size_ == 0) state_ = State::content_cr;
  }
  return taken;
}

void ChunkDecoder::step(char c) {
  if (++framing_bytes_ > kFramingBytesMax) return fail(kBadChunk);
  switch (state_) {
    case State::size:
      return step_size(c);
    case State::before_mark:
      if (c == ';') state_ = State::extension;
      if (c != ';' && c != ' ' && c != '\t') fail(kBadChunk);
      return;
    case State::extension:
      return skip_to_cr(c, State::size_end);
    case State::size_end:
      expect(c, '\n', State::content);
      if (fault_ == nullptr) end_size_line();
      return;
    case State::content_cr:
      return expect(c, '\r', State::content_lf);
    case State::content_lf:
      framing_bytes_ = 0;
      return expect(c, '\n', State::size);
    case State::trailer:
      state_ = State::trailer_line;
      if (c != '\r') return skip_to_cr(c, State::trailer_lf);
      state_ = State::last_lf;
      return;
    case State::trailer_line:
      return skip_to_cr(c, State::trailer_lf);
    case State::trailer_lf:
      return expect(c, '\n', State::trailer);
    case State::last_lf:
      return expect(c, '\n', State::done);
    case State::content:
    case State::done:
      return;
  }
}

void ChunkDecoder::step_size(char c) {
  if (const int digit = hex_digit(c); digit >= 0) {
    size_ = size_ * 16 + static_cast<std::uint64_t>(digit);
    if (++digits_ > kDigitsMax) fail(kBadChunk);
    return;
  }
  if (digits_ == 0) return fail(kBadChunk);
  switch (c) {
    case '\r':
      state_ = State::size_end;
      return;
    case ';':
      state_ = State::extension;
      return;
    case ' ':
    case '\t':
      state_ = State::before_mark;
      return;
    default:
      return fail(kBadChunk);
  }
}

void ChunkDecoder::end_size_line() {
  framing_bytes_ = 0;
  digits_ = 0;
  if (size_ == 0) state_ = State::trailer;
  if (size_ > bytes_left_) return fail(kBodyTooLarge);
  bytes_left_ -= size_;
}

void ChunkDecoder::expect(char c, char wanted, State next) {
  if (c != wanted) return fail(kBadChunk);
  state_ = next;
}

void ChunkDecoder::skip_to_cr(char c, State next) {
  if (c == '\r') {
    state_ = next;
  } else if (is_control(c)) {
    fail(kBadChunk);
  }
}

}  // namespace sluis::http
