#include "value/valuing.h"

#include <cmath>

#include <gtest/gtest.h>

#include "kernel/testing.h"
#include "value/figures.h"

namespace sluis::value {
namespace {

const Columns kColumns{.customer = "who", .date = "when", .amount = "paid"};

Result<Purchases> purchases_of(const std::string& csv) {
  table::TableReader reader = TRY(table::TableReader::of("t.csv", csv));
  return read_purchases(reader, kColumns);
}

TEST(PurchaseFile, MakesOnePurchaseOfADay) {
  const auto purchases = purchases_of(
      "who,when,paid\nann,2026-01-01,5\nbob,20260103,9\nann,2026-01-01T18:00:00Z,2\n"
      "ann,2026-01-15,3\nann,2026-01-10,-8\nbob,2026-03-01,4\n");
  ASSERT_TRUE(purchases);
  EXPECT_EQ(purchases->rows, 6);
  EXPECT_EQ(purchases->days_refunded, 1);
  ASSERT_EQ(purchases->days.size(), 4u);
  EXPECT_EQ(purchases->days[0].amount, 7);
  const Histories histories = histories_until(*purchases, Date(2026, 1, 29));
  ASSERT_EQ(histories.buyers.size(), 2u);
  EXPECT_EQ(histories.buyers[0].repeats, 1u);
  EXPECT_EQ(histories.buyers[0].last_w, 2);
  EXPECT_EQ(histories.buyers[0].age_w, 4);
  EXPECT_EQ(histories.buyers[0].spend, 3);
  EXPECT_EQ(histories.later, (std::vector<std::uint32_t>{0, 1}));
}

TEST(PurchaseFile, RefusesWhatItCannotRead) {
  for (const char* row : {"ann,2026-02-30,1", "ann,1-1-2026,1", "ann,2026-01-01x,1",
                          "ann,2026-01-01,free", ",2026-01-01,1", "a\xFF,2026-01-01,1"})
    EXPECT_FALSE(purchases_of(std::string("who,when,paid\n") + row + "\n")) << row;
}

TEST(Value, SaysWhyThereIsNone) {
  const auto nobody = purchases_of("who,when,paid\nann,2026-01-02,1\n");
  const auto early = value(*nobody, {.until = Date(2026, 1, 1)});
  ASSERT_FALSE(early);
  EXPECT_TRUE(is(early.error(), methods::MethodRefusal::no_buyers));
  const auto once = value(*nobody, {.until = Date(2026, 2, 1)});
  ASSERT_FALSE(once);
  EXPECT_TRUE(is(once.error(), methods::MethodRefusal::no_repeats));
  const auto typo = purchases_of("who,when,paid\nann,2026-01-02,1\nann,6202-01-02,1\n");
  const auto ages = value(*typo, {.until = Date(2026, 2, 1)});
  ASSERT_FALSE(ages);
  EXPECT_TRUE(is(ages.error(), methods::MethodRefusal::days_too_far_apart));
}

// The sample of the published papers, calibrated on its first 39 weeks.
class Cdnow : public testing::Test {
 protected:
  void SetUp() override {
    const auto file = data_set("cdnow/cdnow_sample.csv");
    if (!file) GTEST_SKIP() << "SLUIS_TEST_DATA has no such file";
    auto reader = table::TableReader::open(*file);
    ASSERT_TRUE(reader);
    auto purchases = read_purchases(
        *reader, {.customer = "sample_customer_id", .date = "date", .amount = "dollars"});
    ASSERT_TRUE(purchases);
    purchases_ = *std::move(purchases);
    auto valuation = value(purchases_, {.until = Date(1997, 9, 30)});
    ASSERT_TRUE(valuation);
    valuation_ = *std::move(valuation);
  }

  Purchases purchases_;
  Valuation valuation_;
};

TEST_F(Cdnow, BgNbdIsAsPublished) {
  EXPECT_EQ(valuation_.buyers, 2'357);
  EXPECT_EQ(valuation_.repeat_buyers, 946);
  ASSERT_TRUE(valuation_.models.bg_nbd);
  EXPECT_NEAR(valuation_.models.bg_nbd->r, 0.243, 5e-4);
  EXPECT_NEAR(valuation_.models.bg_nbd->alpha, 4.414, 5e-4);
  EXPECT_NEAR(valuation_.models.bg_nbd->a, 0.793, 5e-4);
  EXPECT_NEAR(valuation_.models.bg_nbd->b, 2.426, 5e-4);
  EXPECT_NEAR(valuation_.models.bg_nbd->log_likelihood, -9'582.43, 5e-3);
}

TEST_F(Cdnow, ParetoNbdIsAsPublished) {
  ASSERT_TRUE(valuation_.models.pareto_nbd);
  EXPECT_NEAR(valuation_.models.pareto_nbd->r, 0.553, 5e-4);
  EXPECT_NEAR(valuation_.models.pareto_nbd->alpha, 10.58, 5e-3);
  EXPECT_NEAR(valuation_.models.pareto_nbd->s, 0.606, 5e-4);
  EXPECT_NEAR(valuation_.models.pareto_nbd->beta, 11.66, 1e-2);
  EXPECT_NEAR(valuation_.models.pareto_nbd->log_likelihood, -9'594.98, 5e-3);
}

TEST_F(Cdnow, GammaGammaIsAsPublished) {
  ASSERT_TRUE(valuation_.models.gamma_gamma);
  EXPECT_EQ(valuation_.models.gamma_gamma->buyers, 946);
  EXPECT_NEAR(valuation_.models.gamma_gamma->p, 6.25, 5e-3);
  EXPECT_NEAR(valuation_.models.gamma_gamma->q, 3.74, 5e-3);
  EXPECT_NEAR(valuation_.models.gamma_gamma->gamma, 15.44, 1e-2);
}

// Both models foretell too little here; by how much is their own error, and published with what
// each expects of customers by how often they had come back (Platzer, BTYDplus, demo/cdnow.r).
TEST_F(Cdnow, ForetellsWhatCameAfterAsFarOffAsIsPublished) {
  ASSERT_TRUE(valuation_.hold_out);
  const HoldOut& check = *valuation_.hold_out;
  EXPECT_NEAR(check.expected / check.actual - 1, -0.121, 5e-4);
  EXPECT_NEAR(*check.expected_pareto_nbd / check.actual - 1, -0.115, 5e-4);
  constexpr std::array kExpected{0.23, 0.52, 1.04, 1.52, 2.16, 2.65};
  constexpr std::array kActual{0.24, 0.70, 1.39, 1.56, 2.53, 2.95};
  for (std::size_t repeats = 0; repeats < kExpected.size(); ++repeats) {
    EXPECT_NEAR(check.classes[repeats].expected, kExpected.at(repeats), 5e-3);
    EXPECT_NEAR(check.classes[repeats].actual, kActual.at(repeats), 5e-3);
  }
  EXPECT_GT(check.within_range, 0.85);
  for (std::size_t i = 0; i < valuation_.histories.buyers.size(); ++i) {
    const CustomerValue value = value_of(valuation_, i);
    ASSERT_TRUE(value.clv && *value.clv >= 0 && std::isfinite(*value.clv));
    ASSERT_LE(*value.clv_low, *value.clv_high);
  }
}

}  // namespace
}  // namespace sluis::value
