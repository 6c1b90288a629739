// Room for texts that a reading makes: they stay where they are until it goes.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

namespace sluis::connectors::ingest {

class Arena {
 public:
  // A copy of the text, made of these parts one behind the other.
  template <class... Parts>
  std::string_view joined(const Parts&... parts) {
    const std::size_t size = (std::string_view(parts).size() + ... + 0);
    char* const begin = room(size);
    char* at = begin;
    ((at = std::copy(std::string_view(parts).begin(), std::string_view(parts).end(), at)), ...);
    return {begin, size};
  }
  std::string_view kept(std::string_view text) { return joined(text); }

 private:
  static constexpr std::size_t kChunkBytes = 32 * 1024;

  char* room(std::size_t size) {
    if (size > left_) {
      const std::size_t bytes = std::max(size, kChunkBytes);
      at_ = chunks_.emplace_back(std::make_unique_for_overwrite<char[]>(bytes)).get();
      left_ = bytes;
    }
    char* const begin = at_;
    at_ += size;
    left_ -= size;
    return begin;
  }

  std::vector<std::unique_ptr<char[]>> chunks_;
  char* at_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace sluis::connectors::ingest
