// Texts that come again and again, each under a number: the first one is 0.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace sluis::table {

class Names {
 public:
  Names();

  std::uint32_t number_of(std::string_view text) {
    const Key key = key_of(text);
    for (std::size_t at = key.hash & mask_;; at = (at + 1) & mask_) {
      const Slot& slot = slots_[at];
      if (slot.number == kFree) return add(text, key, at);
      if (slot.key != key) continue;
      if (text.size() <= kShort || texts_[slot.number] == text) return slot.number;
    }
  }
  std::size_t size() const { return texts_.size(); }
  std::string_view operator[](std::size_t number) const { return texts_[number]; }
  std::vector<std::string> all() const { return {texts_.begin(), texts_.end()}; }

 private:
  static constexpr std::uint32_t kFree = ~std::uint32_t{0};
  // A text of so few bytes is wholly in its key: to find it again is one look into memory.
  static constexpr std::size_t kShort = 8;
  struct Key {
    std::uint64_t hash = 0;
    std::uint64_t last = 0;  // its last bytes; with the size all of a short text
    std::uint32_t size = 0;
    bool operator==(const Key&) const = default;
  };
  struct Slot {
    Key key;
    std::uint32_t number = kFree;
  };

  static Key key_of(std::string_view text);
  std::uint32_t add(std::string_view text, const Key& key, std::size_t at);
  void grow();
  std::string_view keep(std::string_view text);

  std::vector<Slot> slots_;
  std::size_t mask_;
  std::vector<std::string_view> texts_;  // in the pages
  std::deque<std::string> pages_;
};

// Eight bytes at a time, mixed by a multiplication and its upper half, as in Wang Yi's wyhash.
inline Names::Key Names::key_of(std::string_view text) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15u;
  const auto mix = [](std::uint64_t a, std::uint64_t b) {
    const auto product = static_cast<unsigned __int128>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  };
  const auto load = [](const char* from, auto value) {
    __builtin_memcpy(&value, from, sizeof value);
    return static_cast<std::uint64_t>(value);
  };
  const char* at = text.data();
  std::size_t left = text.size();
  std::uint64_t hash = text.size() + 1;
  for (; left > 8; left -= 8, at += 8)
    hash = mix(hash ^ load(at, std::uint64_t{}), kFactor);
  std::uint64_t last = 0;
  if (left >= 4) {
    last = load(at, std::uint32_t{}) | load(at + left - 4, std::uint32_t{}) << 32;
  } else if (left > 0) {
    const auto byte = [&](std::size_t i) {
      return std::uint64_t{static_cast<std::uint8_t>(at[i])};
    };
    last = byte(0) | byte(left / 2) << 8 | byte(left - 1) << 16;
  }
  return {mix(hash ^ last, kFactor), last, static_cast<std::uint32_t>(text.size())};
}

}  // namespace sluis::table
