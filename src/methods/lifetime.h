// What a customer is worth from now on: the purchases that are expected of them, each at the amount
// that is expected, later ones discounted.
#pragma once

#include "methods/bg_nbd.h"
#include "methods/gamma_gamma.h"

namespace sluis::methods {

struct Horizon {
  double weeks = 52;
  double discount = 0.1;  // per year
};

// Of everybody in a group.
struct Lifetime {
  double alive = 0;
  double orders = 0;      // expected within the horizon
  double discounted = 0;  // the same, each worth less the later it comes
};
std::vector<Lifetime> lifetimes_of(const BgNbd& model, std::span<const BuyerGroup> groups,
                                   const Horizon& horizon);

}  // namespace sluis::methods
