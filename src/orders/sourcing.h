// From where an order is sent: in as few parcels as there can be; then from where that costs least,
// a warehouse before a store; then from where the most stays for those who stand there. Pure.
#pragma once

#include <span>

#include "stock/stock.h"

namespace sluis::orders {

struct Need {
  stock::VariantId variant;
  std::int64_t quantity = 0;
};

// Pieces of a need from one location.
struct Take {
  std::size_t need = 0;
  LocationId location;
  std::int64_t quantity = 0;
  bool operator==(const Take&) const = default;
};

// Nothing when there is not enough, wherever it is taken from. `free` tells what can be promised of
// each variant where; `locations` which of these take part, the first of equal ones first.
std::optional<std::vector<Take>> plan(std::span<const Need> needs,
                                      std::span<const stock::Available> free,
                                      std::span<const stock::Location> locations);

}  // namespace sluis::orders
