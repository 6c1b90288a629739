// Paths for tests: drawn at random, or written down.
#pragma once

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "methods/paths.h"

namespace sluis::methods {

struct DrawnPath {
  std::vector<Channel> steps;
  int conversions = 0;
  int value = 0;
  int nulls = 0;
};

inline Paths paths_of(const std::vector<DrawnPath>& drawn) {
  Paths paths;
  for (const DrawnPath& path : drawn) {
    for (const Channel channel : path.steps)
      paths.step(channel);
    paths.end(path.conversions, path.value, path.nulls);
  }
  return paths;
}

// At least one of them converts.
inline std::vector<DrawnPath> draw_paths(Channel channels) {
  const auto count = *rc::gen::inRange<std::size_t>(1, 30);
  std::vector<DrawnPath> drawn(count);
  for (DrawnPath& path : drawn) {
    const auto length = *rc::gen::inRange<std::size_t>(1, 7);
    path.steps =
        *rc::gen::container<std::vector<Channel>>(length, rc::gen::inRange<Channel>(0, channels));
    path.conversions = *rc::gen::inRange(0, 5);
    path.value = path.conversions * *rc::gen::inRange(1, 50);
    path.nulls = *rc::gen::inRange(0, 5);
  }
  drawn.front().conversions += 1;
  drawn.front().value += 10;
  return drawn;
}

inline bool near(const std::vector<double>& a, const std::vector<double>& b,
                 double tolerance = 1e-9) {
  return std::ranges::equal(a, b, [&](double x, double y) {
    return std::abs(x - y) <= tolerance * std::max({1.0, std::abs(x), std::abs(y)});
  });
}

}  // namespace sluis::methods
