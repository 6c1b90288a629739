#include "platform/http/body.h"

#include <algorithm>
#include <utility>

namespace sluis::http {
namespace {

constexpr std::size_t kReadBytes = 64 * 1024;

}  // namespace

MaybeFault BodyReader::begin(const ParsedHead& head, Into into, std::uint64_t bytes_max) {
  form_ = head.body;
  into_ = into;
  bytes_max_ = bytes_max;
  remaining_ = head.body_bytes;
  if (into != Into::file) return nullptr;
  staging_ = Staging::open(staging_folder_);
  return staging_ ? nullptr : &kNotStaged;
}

std::size_t BodyReader::take(std::string_view bytes) {
  bytes_received_ += bytes.size();
  if (form_ == BodyForm::length) return count(bytes);
  const std::size_t taken = decode(bytes);
  if (done_) return taken;
  // Half a chunk's line waits for its other half.
  arrived_.assign(bytes.substr(taken));
  arrived_bytes_ = arrived_.size();
  return bytes.size();
}

std::span<char> BodyReader::space() {
  if (form_ == BodyForm::length && into_ == Into::memory) {
    // Straight to where it belongs; the string is as long as what was received so far.
    const std::size_t have = content_.size();
    content_.resize(have + std::min<std::uint64_t>(remaining_, kReadBytes));
    return std::span(content_).subspan(have);
  }
  arrived_.resize(std::max(arrived_.size(), arrived_bytes_ + kReadBytes));
  const std::size_t room = arrived_.size() - arrived_bytes_;
  const std::size_t wanted =
      form_ == BodyForm::length ? std::min<std::uint64_t>(remaining_, room) : room;
  return std::span(arrived_).subspan(arrived_bytes_, wanted);
}

void BodyReader::received(std::size_t bytes) {
  bytes_received_ += bytes;
  if (form_ == BodyForm::length && into_ == Into::memory) {
    const std::size_t room = std::min<std::uint64_t>(remaining_, kReadBytes);
    content_.resize(content_.size() - room + bytes);
    remaining_ -= bytes;
    done_ = remaining_ == 0;
    return;
  }
  arrived_bytes_ += bytes;
  const std::string_view have = rest();
  const std::size_t taken = form_ == BodyForm::length ? count(have) : decode(have);
  std::copy(arrived_.begin() + taken, arrived_.begin() + arrived_bytes_, arrived_.begin());
  arrived_bytes_ -= taken;
}

std::size_t BodyReader::count(std::string_view bytes) {
  const std::size_t mine = std::min<std::uint64_t>(remaining_, bytes.size());
  keep(bytes.substr(0, mine));
  remaining_ -= mine;
  done_ = remaining_ == 0;
  return mine;
}

std::size_t BodyReader::decode(std::string_view bytes) {
  const std::size_t before = content_.size();
  const auto chunks = parser_.read_chunks(bytes, content_, bytes_max_);
  if (chunks.fault != nullptr) fault_ = chunks.fault;
  done_ = chunks.done;
  if (into_ != Into::memory) {
    keep(std::string_view(content_).substr(before));
    content_.resize(before);
  }
  return chunks.taken;
}

void BodyReader::keep(std::string_view content) {
  if (into_ == Into::file && !staging_->write(content)) fault_ = &kNotStaged;
  if (into_ == Into::memory) content_.append(content);
}

std::shared_ptr<const StagedFile> BodyReader::file() {
  return staging_ ? std::exchange(staging_, nullptr)->finish() : nullptr;
}

void BodyReader::end() {
  staging_.reset();
  content_ = {};
  arrived_ = {};
  arrived_bytes_ = 0;
  bytes_received_ = 0;
  remaining_ = 0;
  done_ = false;
  fault_ = nullptr;
}

}  // namespace sluis::http
