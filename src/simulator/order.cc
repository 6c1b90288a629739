#include "simulator/order.h"

#include <cmath>

#include "simulator/draws.h"

namespace sluis::simulator {
namespace {

constexpr Micro kFreeFrom{50 * Micro::kPerUnit};
constexpr Micro kShipping{4'090'000};  // 4.95 with VAT

// The whole numbers around the mean, so often each that it is the mean.
std::size_t line_count(Random& random, double mean) {
  const double low = std::floor(mean);
  return static_cast<std::size_t>(low) + (chance(random, mean - low) ? 1 : 0);
}

}  // namespace

Micro Basket::revenue() const {
  Micro sum;
  for (const Line& line : lines())
    sum += line.revenue;
  return sum;
}

Micro Basket::margin() const {
  Micro sum;
  for (const Line& line : lines()) {
    if (line.returned_after_days == 0) sum += line.margin();
  }
  return sum;
}

Basket basket_of(Random& random, const Customer& customer, const World& world,
                 const Catalogue& catalogue) {
  Basket basket{.size = line_count(random, customer.lines)};
  for (Line& line : std::span(basket.all).first(basket.size)) {
    line.product = static_cast<std::uint16_t>(customer.tier + whole(random, 1, kShelf));
    const std::int64_t quantity = quantity_of(random, customer.kind, world);
    const Product& product = catalogue.product(line.product);
    line.quantity = static_cast<std::int32_t>(quantity);
    line.revenue = Micro(product.price.units() * quantity);
    line.cost = Micro(product.cost.units() * quantity);
    const std::int64_t days = whole(random, 3, 17);
    line.returned_after_days = chance(random, customer.returns) ? days : 0;
  }
  return basket;
}

Micro shipping_of(const Basket& basket) {
  return basket.revenue() < kFreeFrom ? kShipping : Micro();
}

}  // namespace sluis::simulator
