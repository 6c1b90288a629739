#include "decisions/log.h"

#include <cstring>

namespace sluis::decisions {
namespace {

constexpr char kForm = 1;
constexpr std::uint8_t kPassed = 255;

template <class T>
void put(std::string& bytes, T value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof(T));
}

template <class T>
bool take(std::string_view& bytes, T& value) {
  if (bytes.size() < sizeof(T)) return false;
  std::memcpy(&value, bytes.data(), sizeof(T));
  bytes.remove_prefix(sizeof(T));
  return true;
}

// As they are weighed: in single precision.
struct Passed {
  float cost = 0;
  float queue = 0;
  float gain = 0;
  float sure = 0;
  float probability = 0;
};

}  // namespace

std::string encoded(std::span<const Weighed> offers) {
  std::string bytes;
  bytes.reserve(1 + offers.size() * (sizeof(std::int64_t) + 1 + sizeof(Passed)));
  bytes.push_back(kForm);
  for (const Weighed& one : offers) {
    put(bytes, one.offer.number());
    put(bytes, one.gate ? static_cast<std::uint8_t>(*one.gate) : kPassed);
    if (one.gate) continue;
    put(bytes, Passed{.cost = static_cast<float>(one.cost),
                      .queue = static_cast<float>(one.queue),
                      .gain = static_cast<float>(one.gain),
                      .sure = static_cast<float>(one.sure),
                      .probability = static_cast<float>(one.probability)});
  }
  return bytes;
}

std::optional<std::vector<Weighed>> decoded_offers(std::string_view bytes) {
  if (!bytes.starts_with(kForm)) return std::nullopt;
  bytes.remove_prefix(1);
  std::vector<Weighed> offers;
  while (!bytes.empty()) {
    std::int64_t offer = 0;
    std::uint8_t gate = 0;
    Passed passed;
    if (!take(bytes, offer) || !take(bytes, gate)) return std::nullopt;
    Weighed& one = offers.emplace_back(Weighed{.offer = OfferId(offer), .gate = {}});
    if (gate != kPassed) {
      if (gate > static_cast<std::uint8_t>(Gate::pacing)) return std::nullopt;
      one.gate = static_cast<Gate>(gate);
      continue;
    }
    if (!take(bytes, passed)) return std::nullopt;
    one.cost = static_cast<double>(passed.cost);
    one.queue = static_cast<double>(passed.queue);
    one.gain = static_cast<double>(passed.gain);
    one.sure = static_cast<double>(passed.sure);
    one.probability = static_cast<double>(passed.probability);
  }
  return offers;
}

std::optional<Weighing> weighed_again(const Logged& logged, const Version& version) {
  auto offers = decoded_offers(logged.details.data);
  const Cell cell{.segment = logged.segment, .buyer = logged.buyer, .phase = logged.phase};
  if (!offers || (logged.policy != version.number && logged.policy != 0)) return std::nullopt;
  Weighing weighing{.cell = cell, .offers = *std::move(offers)};
  const std::size_t index = version.design.index_of(cell).value_or(0);
  std::vector<Draws> draws = {version.draws[index].front()};
  for (const Weighed& one : weighing.offers) {
    weighing.passed = weighing.passed || !one.gate;
    draws.push_back(version.draws[index][version.design.arm_of(one.offer).value_or(0)]);
  }
  if (!weighing.passed) return weighing;
  const PolicySettings settings{
      .exploration = logged.exploration, .hold_out = 0, .sure = logged.sure};
  set_chances(weighing, draws, settings);
  return weighing;
}

}  // namespace sluis::decisions
