#include <cmath>

#include "kernel/random.h"
#include "methods/bg_nbd.h"
#include "methods/draws.h"
#include "methods/gamma_gamma.h"
#include "methods/pareto_nbd.h"
#include "methods/special.h"
#include "methods/testing.h"

namespace sluis::methods {
namespace {

constexpr BgNbd kPublished{.r = 0.2426, .alpha = 4.4136, .a = 0.7929, .b = 2.4259};
constexpr ParetoNbd kPareto{.r = 0.5534, .alpha = 10.578, .s = 0.6061, .beta = 11.6687};

// Buyers as the model itself makes them.
std::vector<Buyer> draw_buyers(const BgNbd& model, std::size_t count, Random& random) {
  const auto exponential = [&] { return -std::log(1 - random.unit()); };
  std::vector<Buyer> buyers(count);
  for (Buyer& buyer : buyers) {
    const double rate = draw_gamma(random, model.r) / model.alpha;
    const double stay = draw_gamma(random, model.b);
    const double leave = draw_gamma(random, model.a);
    buyer.age_w = 30 + 20 * random.unit();
    for (double at = 0;;) {
      if (random.unit() < leave / (leave + stay) && buyer.repeats > 0) break;
      at += exponential() / rate;
      if (!(at < buyer.age_w)) break;
      ++buyer.repeats;
      buyer.last_w = at;
      buyer.spend += 10 + 30 * random.unit();
    }
  }
  return buyers;
}

TEST(BgNbd, ExpectsWhatIsPublishedOfANewCustomer) {
  EXPECT_NEAR(expected_orders(kPublished, {}, 52), 1.444, 1e-3);
}

TEST(ParetoNbd, ExpectsWhatIsPublished) {
  EXPECT_NEAR(expected_orders(kPareto, {}, 52), 1.4734, 1e-3);
  const BuyerGroup buyer{.repeats = 26, .last_w = 30.857, .age_w = 31, .buyers = 1};
  EXPECT_NEAR(alive(kPareto, buyer), 0.997874, 1e-4);
  EXPECT_NEAR(expected_orders(kPareto, buyer, 52), 25.4565, 1e-2);
}

// The formula as it was published, without a transformation.
double published_orders(const BgNbd& m, const BuyerGroup& buyer, double t) {
  const double x = buyer.repeats;
  const double z = t / (m.alpha + buyer.age_w + t);
  const double f = hypergeometric(m.r + x, m.b + x, m.a + m.b + x - 1, z);
  return (m.a + m.b + x - 1) / (m.a - 1) * (1 - std::pow(1 - z, m.r + x) * f) * alive(m, buyer);
}

RC_GTEST_PROP(BgNbd, ExpectsTheSameByBothFormulas, ()) {
  const auto part = [](int low, int high) { return *rc::gen::inRange(low, high) / 100.0; };
  const BgNbd model{
      .r = part(5, 300), .alpha = part(50, 2000), .a = part(5, 95), .b = part(100, 500)};
  const double age = part(100, 10'000);
  const BuyerGroup buyer{.repeats = *rc::gen::inRange(0u, 15u),
                         .last_w = age * part(0, 100),
                         .age_w = age,
                         .buyers = 1};
  const double span = part(10, 5'000);
  RC_ASSERT(
      near({expected_orders(model, buyer, span)}, {published_orders(model, buyer, span)}, 1e-6));
}

RC_GTEST_PROP(BgNbd, SlopesAreThoseOfTheLikelihood, ()) {
  Random random(*rc::gen::arbitrary<std::uint64_t>());
  const auto buyers = draw_buyers(kPublished, 50, random);
  const auto groups = grouped(buyers).groups;
  const auto at = [&](const Parameters& p) { return BgNbd{p[0], p[1], p[2], p[3]}; };
  const Parameters where{0.3 + random.unit(), 3 + random.unit(), 0.5 + random.unit(), 2};
  const Likelihood exact = likelihood_of(at(where), groups);
  const Likelihood measured = with_differences(
      [&](const Parameters& p) { return likelihood_of(at(p), groups).value; }, 4)(where);
  for (std::size_t i = 0; i < 4; ++i) {
    RC_ASSERT(near({exact.slope[i]}, {measured.slope[i]}, 1e-4));
    for (std::size_t j = 0; j < 4; ++j)
      RC_ASSERT(std::abs(exact.bend[i][j] - measured.bend[i][j]) <
                1e-3 * (10 + std::abs(exact.bend[i][j])));
  }
}

TEST(BgNbd, FindsTheTruthBack) {
  Random random(7);
  const auto buyers = draw_buyers({.r = 0.8, .alpha = 6, .a = 0.7, .b = 3}, 60'000, random);
  const auto found = fit_bg_nbd(grouped(buyers).groups);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->r, 0.8, 0.04);
  EXPECT_NEAR(found->alpha, 6, 0.4);
  EXPECT_NEAR(found->a / (found->a + found->b), 0.7 / 3.7, 0.02);
}

// Where customers leave much alike, with a chance p after each purchase, those who buy at a rate l
// make (1 - exp(-p l t)) / p purchases by t: with rates from a gamma distribution, as below.
TEST(BgNbd, ExpectsOfThoseWhoLeaveAlikeWhatOneChanceGives) {
  const double p = 0.19;
  for (const double a : {15.0, 19.0, 21.0, 300.0, 37'840.0, 162'000.0}) {
    const BgNbd model{.r = 0.59, .alpha = 2.17, .a = a, .b = a * (1 - p) / p};
    for (const double span : {0.1, 13.0, 52.0, 2'600.0}) {
      const double limit = (1 - std::pow(1 + p * span / model.alpha, -model.r)) / p;
      EXPECT_NEAR(expected_orders(model, {}, span), limit, 2 / a * limit) << a << ' ' << span;
    }
    const BuyerGroup busy{.repeats = 2'000, .last_w = 100, .age_w = 100, .buyers = 1};
    EXPECT_GT(expected_orders(model, busy, 52), 1) << a;
    EXPECT_LT(expected_orders(model, busy, 52), 2'000) << a;
  }
}

TEST(BgNbd, GroupsChangeNothing) {
  const std::vector<Buyer> buyers{{3, 20, 30}, {0, 0, 10}, {3, 20, 30}, {0, 0, 10}, {1, 2, 39}};
  const BuyerGroups all = grouped(buyers);
  EXPECT_EQ(all.groups.size(), 3u);
  EXPECT_EQ(all.group_of, (std::vector<std::uint32_t>{0, 1, 0, 1, 2}));
  std::vector<BuyerGroup> alone;
  for (const Buyer& buyer : buyers)
    alone.push_back({buyer.repeats, buyer.last_w, buyer.age_w, 1});
  EXPECT_NEAR(likelihood_of(kPublished, all.groups).value, likelihood_of(kPublished, alone).value,
              1e-9);
}

TEST(Value, RefusesWhatCannotBeFitted) {
  EXPECT_TRUE(is(fit_bg_nbd({}).error(), MethodRefusal::no_buyers));
  const std::vector<BuyerGroup> never{{0, 0, 30, 100}};
  EXPECT_TRUE(is(fit_bg_nbd(never).error(), MethodRefusal::no_repeats));
  EXPECT_TRUE(is(fit_pareto_nbd(never).error(), MethodRefusal::no_repeats));
  const std::vector<Buyer> free{{.repeats = 2, .last_w = 3, .age_w = 9, .spend = 0}};
  EXPECT_TRUE(is(fit_gamma_gamma(free).error(), MethodRefusal::no_repeats));
}

// Customers with two amounts each, around means that scatter as 1 / gamma (q).
std::vector<Buyer> draw_spenders(double q, Random& random) {
  std::vector<Buyer> buyers(2'000);
  for (Buyer& buyer : buyers) {
    const double scale = draw_gamma(random, q);
    buyer = {.repeats = 2, .last_w = 20, .age_w = 30};
    for (int i = 0; i < 2; ++i)
      buyer.spend += 30 * draw_gamma(random, 6) / scale;
  }
  return buyers;
}

TEST(GammaGamma, TellsNoMoneyWithoutAMean) {
  Random random(3);
  const auto alike = fit_gamma_gamma(draw_spenders(4, random));
  ASSERT_TRUE(alike);
  EXPECT_NEAR(mean_amount(*alike), 30.0 * 6 / 3, 6);
  EXPECT_TRUE(
      is(fit_gamma_gamma(draw_spenders(0.8, random)).error(), MethodRefusal::no_finite_mean));
}

// As on sales to consumers and companies together, where the mean was a hundred times what anybody
// spent.
TEST(GammaGamma, TellsNoMoneyWhereItsMeanIsFarFromWhatWasSpent) {
  const std::vector<Buyer> buyers(50, {.repeats = 2, .last_w = 3, .age_w = 9, .spend = 160});
  const GammaGamma near_one{.p = 6, .q = 1.02, .gamma = 9};
  EXPECT_TRUE(is(carries_money(near_one, buyers).error(), MethodRefusal::mean_far_off));
  const GammaGamma close{.p = 6, .q = 4, .gamma = 40};
  EXPECT_TRUE(carries_money(close, buyers));
  const GammaGamma low{.p = 6, .q = 4, .gamma = 25};
  EXPECT_TRUE(is(carries_money(low, buyers).error(), MethodRefusal::mean_far_off));
}

TEST(GammaGamma, TellsNoMoneyWhereAmountsGoWithOrders) {
  Random random(5);
  auto buyers = draw_spenders(4, random);
  for (Buyer& buyer : buyers) {
    buyer.repeats = 1 + static_cast<std::uint32_t>(buyer.spend / 40);
    buyer.spend *= buyer.repeats / 2.0;
  }
  EXPECT_TRUE(is(fit_gamma_gamma(buyers).error(), MethodRefusal::amounts_go_with_orders));
}

TEST(Value, SaysWhenCustomersHardlyDiffer) {
  const std::vector<BuyerGroup> alike{{5, 30, 30, 100}};
  const auto found = fit_bg_nbd(alike);
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->at_limit);
  EXPECT_NEAR(expected_orders(*found, alike.front(), 6), 1, 0.01);
}

RC_GTEST_PROP(BgNbd, RangesHoldTheMeanAndAreFinite, ()) {
  const double age = *rc::gen::inRange(1, 500);
  const BuyerGroup buyer{.repeats = *rc::gen::inRange(0u, 300u),
                         .last_w = age * *rc::gen::inRange(0, 100) / 100.0,
                         .age_w = age,
                         .buyers = 1};
  const double there = alive(kPublished, buyer);
  RC_ASSERT(there >= 0 && there <= 1);
  const double expected = expected_orders(kPublished, buyer, 52);
  RC_ASSERT(std::isfinite(expected) && expected >= 0);
  const OrderRange range = order_range(kPublished, buyer, expected);
  RC_ASSERT(range.low <= range.high && range.low <= expected + 1);
}

}  // namespace
}  // namespace sluis::methods
