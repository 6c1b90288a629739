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
  chunks_ = ChunkDecoder(bytes_max);
  remaining_ = head.body_bytes;
  if (into != Into::file) return nullptr;
  staging_ = Staging::open(staging_folder_);
  return staging_ ? nullptr : &kNotStaged;
}

std::size_t BodyReader::take(std::string_view bytes) {
  bytes_received_ += bytes.size();
  return form_ == BodyForm::length ? count(bytes) : decode(bytes);
}

std::span<char> BodyReader::space() {
  if (form_ == BodyForm::length && into_ == Into::memory) {
    // Straight to where it belongs; the string is as long as what was received so far.
    const std::size_t have = content_.size();
    content_.resize(have + std::min<std::uint64_t>(remaining_, kReadBytes));
    return std::span(content_).subspan(have);
  }
  const bool counted = form_ == BodyForm::length;
  arrived_.resize(counted ? std::min<std::uint64_t>(remaining_, kReadBytes) : kReadBytes);
  return arrived_;
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
  const std::string_view arrived = std::string_view(arrived_).substr(0, bytes);
  rest_ = arrived.substr(form_ == BodyForm::length ? count(arrived) : decode(arrived));
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
  const std::size_t taken = chunks_.decode(bytes, content_);
  if (chunks_.fault() != nullptr) fault_ = chunks_.fault();
  done_ = chunks_.done();
  if (into_ != Into::memory) {
    keep(std::string_view(content_).substr(before));
    content_.resize(before);
  }
  return taken;
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
  rest_ = {};
  bytes_received_ = 0;
  remaining_ = 0;
  done_ = false;
  fault_ = nullptr;
}

}  // namespace sluis::http
