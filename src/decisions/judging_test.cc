// Policies judged on a published trial, and in worlds whose truth is known.
#include "decisions/judging.h"

#include <gtest/gtest.h>

#include "decisions/refusals.h"
#include "kernel/random.h"
#include "kernel/testing.h"

namespace sluis::decisions {
namespace {

std::uint32_t arm_of(const Trial& trial, std::string_view name) {
  for (std::uint32_t arm = 0; arm < trial.arms.size(); ++arm)
    if (trial.arms[arm] == name) return arm;
  return 0;
}

Judging without_costs(const Trial& trial, std::string_view control) {
  return {.control = arm_of(trial, control), .costs = std::vector<double>(trial.arms.size())};
}

const PolicyFigures& policy(const Judgement& judgement, std::string_view name) {
  return *std::ranges::find(judgement.policies, name, &PolicyFigures::name);
}

// Kevin Hillstrom, MineThatData E-Mail Analytics and Data Mining Challenge, 2008.
class Hillstrom : public ::testing::Test {
 protected:
  Result<Trial> read(const std::string& outcome) {
    const auto file = data_set("hillstrom/hillstrom.csv.gz");
    auto reader = TRY(table::TableReader::open(*file));
    return read_trial(reader, {.arm = "segment",
                               .outcome = outcome,
                               .probability = "",
                               .features = {"recency", "history", "mens", "womens", "zip_code",
                                            "newbie", "channel"}});
  }
  void SetUp() override {
    if (!data_set("hillstrom/hillstrom.csv.gz")) GTEST_SKIP() << "SLUIS_TEST_DATA has no such file";
  }
};

// Visits: the scikit-uplift notebook. Spend: table 3 of github.com/russluber/hillstrom.
TEST_F(Hillstrom, ArmsAreThosePublished) {
  const Trial visits = read("visit").value();
  const auto seen = judge(visits, without_costs(visits, "No E-Mail")).value();
  EXPECT_NEAR(seen.arms[arm_of(visits, "Mens E-Mail")].outcomes.mean(), 0.182757, 5e-7);
  EXPECT_NEAR(seen.arms[arm_of(visits, "Womens E-Mail")].outcomes.mean(), 0.151400, 5e-7);
  EXPECT_NEAR(seen.arms[arm_of(visits, "No E-Mail")].outcomes.mean(), 0.106167, 5e-7);

  const Trial spend = read("spend").value();
  const auto paid = judge(spend, without_costs(spend, "No E-Mail")).value();
  const ArmFigures& mens = paid.arms[arm_of(spend, "Mens E-Mail")];
  const ArmFigures& womens = paid.arms[arm_of(spend, "Womens E-Mail")];
  EXPECT_EQ(mens.outcomes.size(), 21'307);
  EXPECT_EQ(womens.outcomes.size(), 21'387);
  EXPECT_NEAR(mens.lift.value, 0.7698, 5e-5);
  EXPECT_NEAR(mens.lift.low, 0.4851, 5e-5);
  EXPECT_NEAR(mens.lift.high, 1.0545, 5e-5);
  EXPECT_NEAR(womens.lift.value, 0.4244, 5e-5);
  EXPECT_NEAR(womens.lift.low, 0.1690, 5e-5);
  EXPECT_NEAR(womens.lift.high, 0.6799, 5e-5);
  const methods::Estimate between = methods::lift(mens.outcomes, womens.outcomes);
  EXPECT_NEAR(between.low, 0.0326, 5e-5);
  EXPECT_NEAR(between.high, 0.6583, 5e-5);
}

// Every way of asking what mailing everyone brings agrees with those who were mailed.
TEST_F(Hillstrom, APolicyForEveryoneIsItsArm) {
  const Trial trial = read("visit").value();
  const auto judgement = judge(trial, without_costs(trial, "No E-Mail")).value();
  for (std::uint32_t arm = 0; arm < trial.arms.size(); ++arm) {
    const PolicyFigures& everyone = judgement.policies[arm];
    const double mean = judgement.arms[arm].outcomes.mean();
    EXPECT_DOUBLE_EQ(everyone.shares[arm], 1);
    for (const methods::Estimate& found :
         {everyone.inverse, everyone.self_normalised.estimate, everyone.doubly_robust})
      EXPECT_NEAR(found.value, mean, 3 * found.standard_error);
  }
  const PolicyFigures& learnt = policy(judgement, "learnt");
  EXPECT_GT(learnt.over_control.low, 0.03);
  EXPECT_GT(learnt.over_best.value, 0);
}

// A call is worth 10 to those who are `keen` and takes 6 from the others; it costs 2.
Trial world(double keen_gain, double other_gain, std::uint64_t seed) {
  Random random(seed);
  Trial trial;
  trial.features.count = 2;
  for (int i = 0; i < 6000; ++i) {
    const bool keen = random.below(2) == 0;
    const std::uint32_t arm = trial.arms.number_of(random.below(2) == 0 ? "call" : "nothing");
    const double gain = trial.arms[arm] == "nothing" ? 0 : keen ? keen_gain : other_gain;
    trial.rows.push_back({arm, 0.5, 20 * random.unit() + gain});
    trial.features.numbers.push_back(keen ? 1 : 0);
    trial.features.numbers.push_back(static_cast<float>(random.unit()));
  }
  return trial;
}

Judging with_call_of(const Trial& trial, double cost) {
  Judging how = without_costs(trial, "nothing");
  how.costs[arm_of(trial, "call")] = cost;
  return how;
}

TEST(Judging, FindsWhomACallPaysFor) {
  const Trial trial = world(10, -6, 3);
  const auto judgement = judge(trial, with_call_of(trial, 2)).value();
  const PolicyFigures& learnt = policy(judgement, "learnt");
  EXPECT_NEAR(learnt.shares[arm_of(trial, "call")], 0.5, 0.03);
  EXPECT_NEAR(learnt.over_control.value, 4, 4 * learnt.over_control.standard_error);
  EXPECT_GT(learnt.over_best.low, 0);
}

TEST(Judging, LeavesAloneWhereAChannelOnlyTakesOver) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const Trial trial = world(0, 0, seed);
    const auto judgement = judge(trial, with_call_of(trial, 2)).value();
    EXPECT_EQ(policy(judgement, "sure").shares[arm_of(trial, "call")], 0) << seed;
    EXPECT_LT(policy(judgement, "call").over_control.high, 0) << seed;
  }
}

TEST(Judging, TheSameSeedGivesTheSameAnswer) {
  const Trial trial = world(10, -6, 3);
  Judging how = with_call_of(trial, 2);
  const auto once = judge(trial, how).value();
  EXPECT_EQ(policy(judge(trial, how).value(), "learnt").inverse.value,
            policy(once, "learnt").inverse.value);
  how.seed = 2;
  EXPECT_NE(policy(judge(trial, how).value(), "learnt").inverse.value,
            policy(once, "learnt").inverse.value);
}

Result<Trial> read(const std::string& csv) {
  auto reader = TRY(table::TableReader::of("t.csv", csv));
  return read_trial(
      reader, {.arm = "arm", .outcome = "paid", .probability = "p", .features = {"age", "place"}});
}

TEST(TrialFile, MakesFeaturesOfColumns) {
  const Trial trial =
      read("arm,paid,p,age,place\na,1,0.5,20,north\nb,2,0.25,,south\na,3,0.5,40,north\n").value();
  EXPECT_EQ(trial.arms.all(), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(trial.rows[1].probability, 0.25);
  ASSERT_EQ(trial.features.count, 3u);  // age, north, south
  EXPECT_EQ(trial.features.row(1)[0], 0);
  EXPECT_EQ(trial.features.row(0)[0], -trial.features.row(2)[0]);
  EXPECT_EQ(trial.features.row(2)[1], 1);
  EXPECT_EQ(trial.features.row(1)[2], 1);
}

TEST(TrialFile, RefusesWhatItCannotRead) {
  for (const char* row : {",1,0.5,3,x", "a,much,0.5,3,x", "a,1,0,3,x", "a,1,1.5,3,x", "a,1,0.5,3"})
    EXPECT_FALSE(read(std::string("arm,paid,p,age,place\n") + row + "\n")) << row;
}

TEST(Judging, AsksForEnoughRows) {
  const Trial trial = read("arm,paid,p,age,place\na,1,0.5,20,x\nb,2,0.5,30,y\n").value();
  const auto refused = judge(trial, without_costs(trial, "a"));
  ASSERT_FALSE(refused);
  EXPECT_TRUE(is(refused.error(), DecisionRefusal::trial_too_small));
}

}  // namespace
}  // namespace sluis::decisions
