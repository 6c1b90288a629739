#include "simulator/catalogue.h"

namespace sluis::simulator {
namespace {

constexpr std::int64_t kCent = 10'000;
constexpr std::int64_t kCheapest = 4 * 100;  // cents
constexpr std::int64_t kGrowthPercent = 2;

template <class Of>
double mean_of_shelf(const std::vector<Product>& products, std::size_t tier, const Of& of) {
  double sum = 0;
  for (std::size_t i = tier; i < tier + kShelf; ++i)
    sum += static_cast<double>(of(products.at(i)).units());
  return sum / kShelf;
}

}  // namespace

// Each product is a little dearer than the one before; what is left of its price goes from a
// quarter to a half, in no order.
Catalogue::Catalogue() {
  std::int64_t cents = kCheapest;
  for (std::size_t i = 0; i < kProducts; ++i) {
    const std::int64_t cost_percent = 50 + static_cast<std::int64_t>(i * 7 % 26);
    products_.push_back({Micro(cents * kCent), Micro(cents * cost_percent / 100 * kCent)});
    cents += cents * kGrowthPercent / 100 + 1;
  }
}

double Catalogue::mean_price(std::size_t tier) const {
  return mean_of_shelf(products_, tier, [](const Product& one) { return one.price; });
}

double Catalogue::mean_margin(std::size_t tier) const {
  return mean_of_shelf(products_, tier, [](const Product& one) { return one.price - one.cost; });
}

}  // namespace sluis::simulator
