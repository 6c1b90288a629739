#include "methods/buyers.h"

#include <bit>

#include <boost/unordered/unordered_flat_map.hpp>

namespace sluis::methods {
namespace {

struct Key {
  std::uint64_t repeats;
  std::uint64_t last;
  std::uint64_t age;
  bool operator==(const Key&) const = default;
};

struct KeyHash {
  using is_avalanching = void;
  std::size_t operator()(const Key& key) const {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15u;
    const auto mix = [](std::uint64_t a) {
      const auto product = static_cast<unsigned __int128>(a) * kFactor;
      return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    };
    return mix(mix(mix(key.repeats + 1) ^ key.last) ^ key.age);
  }
};

}  // namespace

BuyerGroups grouped(std::span<const Buyer> buyers) {
  BuyerGroups found;
  found.group_of.reserve(buyers.size());
  boost::unordered_flat_map<Key, std::uint32_t, KeyHash> numbers;
  for (const Buyer& buyer : buyers) {
    const Key key{buyer.repeats, std::bit_cast<std::uint64_t>(buyer.last_w),
                  std::bit_cast<std::uint64_t>(buyer.age_w)};
    const auto [at, fresh] =
        numbers.try_emplace(key, static_cast<std::uint32_t>(found.groups.size()));
    if (fresh) found.groups.push_back({buyer.repeats, buyer.last_w, buyer.age_w, 0});
    ++found.groups[at->second].buyers;
    found.group_of.push_back(at->second);
  }
  return found;
}

std::vector<BuyerGroup> part_of(std::span<const BuyerGroup> groups, std::size_t most) {
  if (groups.size() <= most) return {groups.begin(), groups.end()};
  std::vector<BuyerGroup> part;
  part.reserve(most);
  for (std::size_t i = 0; i < most; ++i)
    part.push_back(groups[i * groups.size() / most]);
  return part;
}

}  // namespace sluis::methods
