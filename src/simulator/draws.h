// Draws from the distributions that a simulated company needs. Each thing that may happen has a
// stream of randomness of its own, so that one more draw here changes nothing elsewhere.
#pragma once

#include <span>

#include "kernel/random.h"

namespace sluis::simulator {

// The stream for one purpose: the same three numbers give the same draws.
Random stream_of(std::uint64_t seed, std::uint64_t who, std::uint64_t what);

bool chance(Random& random, double probability);
// At least 0; mean at most 30 (Knuth, The Art of Computer Programming 2, 3.4.1: product of units).
std::int64_t poisson(Random& random, double mean);
// Box and Muller, 1958, "A note on the generation of random normal deviates".
double normal(Random& random, double mean, double deviation);
// Marsaglia and Tsang, 2000, "A simple method for generating gamma variables".
double gamma(Random& random, double shape, double mean);
// Between 0 and 1; the higher `strength`, the closer to the mean (a beta as two gammas).
double share(Random& random, double mean, double strength);
// A whole number from 1 to `most`: P(at least k) ~ k^-index, cut off at `most`.
std::int64_t heavy(Random& random, double index, std::int64_t most);
// What `heavy` is on average.
double mean_of_heavy(double index, std::int64_t most);
// An index into the weights, which need not add up to 1 but must not all be 0.
std::size_t pick(Random& random, std::span<const double> weights);
// From `first` to `last`, both included.
std::int64_t whole(Random& random, std::int64_t first, std::int64_t last);

}  // namespace sluis::simulator
