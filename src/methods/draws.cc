#include "methods/draws.h"

#include <boost/random/beta_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>

namespace sluis::methods {
namespace {

// Our generator as Boost takes one.
struct Generator {
  using result_type = std::uint64_t;
  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return ~std::uint64_t{0}; }
  result_type operator()() { return random.next(); }

  Random& random;
};

}  // namespace

double draw_gamma(Random& random, double shape) {
  Generator generator{random};
  return boost::random::gamma_distribution<double>(shape, 1)(generator);
}

double draw_beta(Random& random, double a, double b) {
  Generator generator{random};
  return boost::random::beta_distribution<double>(a, b)(generator);
}

}  // namespace sluis::methods
