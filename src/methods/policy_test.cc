// Trials, models of outcomes, and what is said of a policy that was never followed.
#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/random.h"
#include "methods/off_policy.h"
#include "methods/outcome_model.h"

namespace sluis::methods {
namespace {

constexpr std::size_t kArms = 3;

// Chances of the arms: none is 0, and together they are 1.
std::array<double, kArms> draw_chances() {
  std::array<double, kArms> chances{};
  double sum = 0;
  for (double& chance : chances)
    sum += chance = *rc::gen::inRange(1, 100);
  for (double& chance : chances)
    chance /= sum;
  return chances;
}

std::array<double, kArms> draw_outcomes() {
  std::array<double, kArms> outcomes{};
  for (double& outcome : outcomes)
    outcome = *rc::gen::inRange(-100, 100);
  return outcomes;
}

Grid grid_of(const std::array<double, kArms>& row) {
  Grid grid(1, kArms);
  std::ranges::copy(row, grid.row(0).begin());
  return grid;
}

RC_GTEST_PROP(Trial, AnArmIsTheSumOfItsParts, (const std::vector<std::int16_t>& outcomes)) {
  Arm whole;
  Arm parts[2];
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    whole.add(outcomes[i]);
    parts[i % 2].add(outcomes[i]);
  }
  parts[0].add(parts[1]);
  RC_ASSERT(parts[0].size() == whole.size());
  RC_ASSERT(std::abs(parts[0].mean() - whole.mean()) < 1e-6);
  RC_ASSERT(std::abs(parts[0].variance() - whole.variance()) < 1e-6 * (1 + whole.variance()));
}

// Table 1 of Welch's test as R's t.test answers it for its data set `sleep`.
TEST(Trial, LiftIsWelchs) {
  Arm control;
  Arm treated;
  for (const double hours : {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0})
    control.add(hours);
  for (const double hours : {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4})
    treated.add(hours);
  const Estimate found = lift(treated, control);
  EXPECT_NEAR(found.value, 1.58, 1e-12);
  EXPECT_NEAR(found.low, -0.2054832, 1e-7);
  EXPECT_NEAR(found.high, 3.3654832, 1e-7);
}

// Over all that could have been drawn, the terms are the value of the policy: for any chances, any
// policy and, doubly robust, any model however wrong.
RC_GTEST_PROP(OffPolicy, TermsAreRightOnAverage, ()) {
  const auto chances = draw_chances();
  const auto wanted = draw_chances();
  const auto outcomes = draw_outcomes();
  const Grid policy = grid_of(wanted);
  const Grid expected = grid_of(draw_outcomes());
  double value = 0;
  double inverse = 0;
  double robust = 0;
  for (std::uint32_t arm = 0; arm < kArms; ++arm) {
    const Drawn drawn[] = {{arm, chances[arm], outcomes[arm]}};
    value += wanted[arm] * outcomes[arm];
    inverse += chances[arm] * inverse_terms(drawn, policy)[0];
    robust += chances[arm] * doubly_robust_terms(drawn, policy, expected)[0];
  }
  RC_ASSERT(std::abs(inverse - value) < 1e-9);
  RC_ASSERT(std::abs(robust - value) < 1e-9);
}

// What a perfect model expects does not scatter.
RC_GTEST_PROP(OffPolicy, APerfectModelLeavesNothingToChance, ()) {
  const auto outcomes = draw_outcomes();
  const auto chances = draw_chances();
  const Grid policy = grid_of(draw_chances());
  const Drawn first[] = {{0, chances[0], outcomes[0]}};
  const Drawn last[] = {{2, chances[2], outcomes[2]}};
  RC_ASSERT(std::abs(doubly_robust_terms(first, policy, grid_of(outcomes))[0] -
                     doubly_robust_terms(last, policy, grid_of(outcomes))[0]) < 1e-9);
}

TEST(OffPolicy, SelfNormalisedIsTheMeanOfAnArm) {
  Random random(1);
  std::vector<Drawn> drawn;
  Grid policy(500, 2);
  Arm treated;
  for (std::size_t i = 0; i < policy.rows(); ++i) {
    const std::uint32_t arm = random.unit() < 0.3 ? 1 : 0;
    drawn.push_back({arm, arm == 1 ? 0.3 : 0.7, 10 * random.unit()});
    policy.row(i)[1] = 1;
    if (arm == 1) treated.add(drawn.back().outcome);
  }
  const SelfNormalised found = self_normalised(drawn, policy);
  EXPECT_NEAR(found.estimate.value, treated.mean(), 1e-12);
  EXPECT_NEAR(found.rows_worth, static_cast<double>(treated.size()), 1e-9);
  EXPECT_NEAR(found.estimate.standard_error, treated.standard_error(),
              0.01 * treated.standard_error());
}

TEST(OutcomeModel, FindsTheLineAndKnowsHowWell) {
  Random random(7);
  OutcomeModel few(2);
  OutcomeModel many(2);
  for (int i = 0; i < 20'000; ++i) {
    const std::array features{static_cast<float>(2 * random.unit() - 1),
                              static_cast<float>(2 * random.unit() - 1)};
    const double outcome = 3 + 2 * features[0] - features[1] + 4 * (random.unit() - 0.5);
    many.add(features, outcome);
    if (i < 200) few.add(features, outcome);
  }
  few.settle();
  many.settle();
  const std::array<float, 2> at{0.5f, -0.5f};
  const Expectation rough = few.expect(at);
  const Expectation fine = many.expect(at);
  EXPECT_NEAR(fine.outcome, 4.5, 4 * fine.standard_error);
  EXPECT_NEAR(rough.outcome, 4.5, 4 * rough.standard_error + 0.1);  // held towards the mean
  EXPECT_NEAR(rough.standard_error / fine.standard_error, 10, 3);
}

TEST(OutcomeModel, KnowsNothingBeforeItWasFed) {
  OutcomeModel model(1);
  model.settle();
  EXPECT_TRUE(std::isinf(model.expect(std::array{1.0f}).standard_error));
}

}  // namespace
}  // namespace sluis::methods
