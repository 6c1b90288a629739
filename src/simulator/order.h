// What somebody puts in a basket, and what becomes of it: drawn as a whole before anything decides
// whether it is bought, so that what did not happen can be told exactly as well.
#pragma once

#include <span>

#include "simulator/customer.h"

namespace sluis::simulator {

inline constexpr std::size_t kLinesMost = 6;

struct Line {
  std::uint16_t product = 0;
  std::int32_t quantity = 0;
  Micro revenue;
  Micro cost;
  std::int64_t returned_after_days = 0;  // 0: it stays

  Micro margin() const { return revenue - cost; }
};

struct Basket {
  std::array<Line, kLinesMost> all = {};
  std::size_t size = 0;

  std::span<const Line> lines() const { return {all.data(), size}; }
  Micro revenue() const;
  // Of what stays.
  Micro margin() const;
};

Basket basket_of(Random& random, const Customer& customer, const World& world,
                 const Catalogue& catalogue);

// What is paid for sending it, and what sending it costs: nothing is earned by it.
Micro shipping_of(const Basket& basket);

}  // namespace sluis::simulator
