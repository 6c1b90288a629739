// The BG/NBD model of repeat purchases (Fader, Hardie and Lee 2005, "Counting your customers the
// easy way"): a customer buys at a rate of their own, drawn from a gamma distribution (r, alpha),
// and may leave for good after any purchase, with a chance drawn from a beta distribution (a, b).
#pragma once

#include "kernel/describe.h"
#include "methods/buyers.h"
#include "methods/maximum.h"
#include "methods/refusals.h"

namespace sluis::methods {

struct BgNbd {
  double r = 0;
  double alpha = 0;  // weeks
  double a = 0;
  double b = 0;
  double log_likelihood = 0;
  bool at_limit = false;  // a parameter stands at its limit: customers hardly differ in it
};
BOOST_DESCRIBE_STRUCT(BgNbd, (), (r, alpha, a, b, log_likelihood))

Result<BgNbd> fit_bg_nbd(std::span<const BuyerGroup> groups);
Likelihood likelihood_of(const BgNbd& model, std::span<const BuyerGroup> groups);

// The chance that the customer has not left.
double alive(const BgNbd& model, const BuyerGroup& buyer);
// Purchases expected of the customer in each of the spans of weeks after what was seen. A customer
// just gained has no repeats and no age. At most kSpansMost spans at once.
inline constexpr std::size_t kSpansMost = 64;
void expect_orders(const BgNbd& model, const BuyerGroup& buyer, std::span<const double> spans_w,
                   std::span<double> orders);
double expected_orders(const BgNbd& model, const BuyerGroup& buyer, double span_w);

// Between which their number lies with a chance of 90 %: a negative binomial number when the
// customer is there, with the mean that the model gives, and else none.
struct OrderRange {
  double low = 0;
  double high = 0;
};
OrderRange order_range(const BgNbd& model, const BuyerGroup& buyer, double expected);

}  // namespace sluis::methods
