// What the sample company sells: products from cheap to dear, with a price net of VAT and what they
// cost, in whole cents.
#pragma once

#include <vector>

#include "kernel/money.h"

namespace sluis::simulator {

inline constexpr std::size_t kProducts = 240;
// A customer buys from this many neighbouring products: nobody buys everything.
inline constexpr std::size_t kShelf = 40;

struct Product {
  Micro price;
  Micro cost;
};

class Catalogue {
 public:
  Catalogue();
  // From 1, as they are numbered on events.
  const Product& product(std::size_t number) const { return products_.at(number - 1); }
  // Of one unit from the shelf that begins behind `tier` products, on average, in micro-units.
  double mean_price(std::size_t tier) const;
  double mean_margin(std::size_t tier) const;

 private:
  std::vector<Product> products_;
};

}  // namespace sluis::simulator
