#include "imports/occurrences.h"

#include <boost/unordered/unordered_flat_map.hpp>

namespace sluis::imports {
namespace {

constexpr std::size_t kRemembered = 1 << 18;

// What is counted is a hash already.
struct AsItIs {
  using is_avalanching = void;
  std::size_t operator()(std::uint64_t hash) const { return hash; }
};

}  // namespace

// When the present one is full it becomes the former one, and the one before that is forgotten.
struct Occurrences::Generations {
  using Counts = boost::unordered_flat_map<std::uint64_t, std::uint32_t, AsItIs>;
  Counts present;
  Counts former;
};

Occurrences::Occurrences() : generations_(std::make_unique<Generations>()) {
  generations_->present.reserve(kRemembered);
  generations_->former.reserve(kRemembered);
}
Occurrences::~Occurrences() = default;
Occurrences::Occurrences(Occurrences&&) noexcept = default;
Occurrences& Occurrences::operator=(Occurrences&&) noexcept = default;

std::uint32_t Occurrences::count(std::uint64_t hash) {
  auto& [present, former] = *generations_;
  if (const auto known = present.find(hash); known != present.end()) return ++known->second;
  const auto before = former.find(hash);
  const std::uint32_t count = before == former.end() ? 1 : before->second + 1;
  if (present.size() == kRemembered) {
    std::swap(present, former);
    present.clear();
  }
  present.emplace(hash, count);
  return count;
}

}  // namespace sluis::imports
