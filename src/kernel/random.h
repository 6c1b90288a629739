// Seeded randomness: the same seed gives the same run on every machine. Never for secrets; those
// come from platform/secrets.
#pragma once

#include <array>
#include <cstdint>

namespace sluis {

// xoshiro256** 1.0 (Blackman and Vigna, 2018, "Scrambled linear pseudorandom number generators"),
// seeded through splitmix64.
class Random {
 public:
  explicit Random(std::uint64_t seed);

  // Uniform over all 64-bit values.
  std::uint64_t next();
  // Uniform over 0 (inclusive) to bound (exclusive), without bias; bound > 0.
  std::uint64_t below(std::uint64_t bound);
  // Uniform over [0, 1) in steps of 2^-53.
  double unit();

 private:
  std::array<std::uint64_t, 4> state_;
};

}  // namespace sluis
