#include "methods/attribution.h"

#include <bit>
#include <cmath>
#include <numeric>

#include "kernel/describe.h"
#include "methods/testing.h"

namespace sluis::methods {
namespace {

constexpr Channel kChannels = 5;

double sum_of(const std::vector<double>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

std::vector<ModelCredit> credits_of(const Paths& paths, const AttributionSettings& settings,
                                    std::size_t channels = kChannels) {
  Attribution attribution(settings);
  attribution.add(paths, channels);
  auto credits = attribution.credits();
  EXPECT_TRUE(credits);
  return *credits;
}

std::vector<double> conversions_of(const std::vector<DrawnPath>& drawn, Model model,
                                   std::size_t channels = kChannels) {
  return credits_of(paths_of(drawn), {.models = {model}, .half_life = 1}, channels)
      .front()
      .credit.conversions;
}

AttributionSettings every_model(int order = 1) {
  return {.models = enum_values<Model>(), .order = order, .half_life = 2};
}

const std::vector<DrawnPath> kOne{{.steps = {0, 1, 2, 1}, .conversions = 10, .value = 100}};

TEST(Attribution, DividesByItsRules) {
  EXPECT_EQ(conversions_of(kOne, Model::first, 3), (std::vector<double>{10, 0, 0}));
  EXPECT_EQ(conversions_of(kOne, Model::last, 3), (std::vector<double>{0, 10, 0}));
  EXPECT_EQ(conversions_of(kOne, Model::linear, 3), (std::vector<double>{2.5, 5, 2.5}));
  EXPECT_TRUE(near(conversions_of(kOne, Model::position, 3), {4, 5, 1}));
  EXPECT_TRUE(near(conversions_of(kOne, Model::time_decay, 3), {10 / 15.0, 100 / 15.0, 40 / 15.0}));
  EXPECT_TRUE(near(conversions_of(kOne, Model::shapley, 3), {10 / 3.0, 10 / 3.0, 10 / 3.0}));
  // Half of what comes to channel 1 goes on to channel 2, so removing that loses half.
  EXPECT_TRUE(near(conversions_of(kOne, Model::markov, 3), {4, 4, 2}));
}

TEST(Attribution, PassesOverDirectVisits) {
  Attribution attribution({.models = {Model::last_non_direct}});
  attribution.set_direct(1);
  attribution.add(paths_of({{.steps = {0, 1}, .conversions = 2}, {.steps = {1}, .conversions = 3}}),
                  2);
  EXPECT_EQ(attribution.credits()->front().credit.conversions, (std::vector<double>{2, 3}));
}

TEST(Attribution, DecaysByTheAgeOfAStep) {
  Paths paths;
  paths.step(0, 7);
  paths.step(1, 0);
  paths.end(3, 0, 0);
  const auto credits = credits_of(paths, {.models = {Model::time_decay}, .half_life = 7}, 2);
  EXPECT_TRUE(near(credits.front().credit.conversions, {1, 2}));
}

RC_GTEST_PROP(Attribution, GivesAwayExactlyWhatThereIs, ()) {
  const auto drawn = draw_paths(kChannels);
  const Paths paths = paths_of(drawn);
  Totals totals;
  totals.add(paths);
  for (const int order : {1, 3}) {
    for (const ModelCredit& model : credits_of(paths, every_model(order))) {
      RC_ASSERT(near({sum_of(model.credit.conversions)}, {totals.conversions}));
      RC_ASSERT(near({sum_of(model.credit.value)}, {totals.value}));
    }
  }
}

RC_GTEST_PROP(Attribution, DoesNotDependOnTheOrderOrTheBatches, ()) {
  auto drawn = draw_paths(kChannels);
  const auto whole = credits_of(paths_of(drawn), every_model(2));
  const auto at = *rc::gen::inRange<std::size_t>(0, drawn.size());
  std::ranges::rotate(drawn, drawn.begin() + static_cast<std::ptrdiff_t>(at));
  Attribution parts(every_model(2));
  for (const DrawnPath& path : drawn)
    parts.add(paths_of({path}), kChannels);
  const auto credits = *parts.credits();
  for (std::size_t i = 0; i < whole.size(); ++i)
    RC_ASSERT(near(whole[i].credit.conversions, credits[i].credit.conversions));
}

// By its definition: over all coalitions, what a channel adds to what they are worth.
std::vector<double> shapley_by_definition(const std::vector<DrawnPath>& drawn) {
  std::vector<double> worth(1 << kChannels);
  for (unsigned coalition = 0; coalition < worth.size(); ++coalition) {
    for (const DrawnPath& path : drawn) {
      const bool inside = std::ranges::all_of(
          path.steps, [&](Channel channel) { return (coalition >> channel & 1) == 1; });
      if (inside) worth[coalition] += path.conversions;
    }
  }
  std::vector<double> shapley(kChannels);
  for (unsigned channel = 0; channel < kChannels; ++channel) {
    for (unsigned others = 0; others < worth.size(); ++others) {
      if ((others >> channel & 1) == 1) continue;
      const int size = std::popcount(others);
      const double weight =
          std::tgamma(size + 1) * std::tgamma(kChannels - size) / std::tgamma(kChannels + 1);
      shapley[channel] += weight * (worth[others | 1u << channel] - worth[others]);
    }
  }
  return shapley;
}

RC_GTEST_PROP(Shapley, IsWhatItsDefinitionSays, ()) {
  const auto drawn = draw_paths(kChannels);
  RC_ASSERT(near(conversions_of(drawn, Model::shapley), shapley_by_definition(drawn)));
}

RC_GTEST_PROP(Shapley, IsEqualForChannelsThatPlayTheSamePart, ()) {
  auto drawn = draw_paths(kChannels);
  const auto mirrored = drawn;
  for (DrawnPath path : mirrored) {
    for (Channel& channel : path.steps)
      channel = channel == 0 ? 1 : channel == 1 ? 0 : channel;
    drawn.push_back(path);
  }
  const auto credit = conversions_of(drawn, Model::shapley);
  RC_ASSERT(near({credit[0]}, {credit[1]}));
}

RC_GTEST_PROP(Markov, OrderOneIsTheSameBothWays, ()) {
  const Paths paths = paths_of(draw_paths(kChannels));
  Totals totals;
  totals.add(paths);
  const bool with_nulls = *rc::gen::arbitrary<bool>();
  Transitions transitions(with_nulls);
  transitions.add(paths, kChannels);
  StateChain chain(1, with_nulls);
  chain.add(paths);
  const Removal a = *transitions.removal(totals);
  const Removal b = *chain.removal(totals, kChannels);
  RC_ASSERT(near(a.of_conversions, b.of_conversions));
  RC_ASSERT(near(a.of_value, b.of_value));
}

TEST(Markov, TakesPathsInCircles) {
  std::vector<Channel> steps;
  for (int i = 0; i < 1'000; ++i)
    steps.push_back(static_cast<Channel>(i % 2));
  const std::vector<DrawnPath> drawn{{.steps = steps, .conversions = 1, .nulls = 1}};
  for (const int order : {1, 2, 4}) {
    const auto credits =
        credits_of(paths_of(drawn), {.models = {Model::markov}, .order = order}, 2);
    EXPECT_TRUE(near(credits.front().removal_effects, {1, 1})) << order;
  }
}

TEST(Markov, TakesHundredsOfChannels) {
  std::vector<DrawnPath> drawn;
  for (Channel channel = 0; channel < 300; ++channel)
    drawn.push_back({.steps = {channel, static_cast<Channel>((channel * 7 + 1) % 300)},
                     .conversions = 1,
                     .nulls = 3});
  const auto credits = credits_of(paths_of(drawn), every_model(), 300);
  for (const ModelCredit& model : credits)
    EXPECT_NEAR(sum_of(model.credit.conversions), 300, 1e-6);
}

TEST(Markov, RefusesTooManyStates) {
  std::vector<DrawnPath> drawn(1);
  for (std::uint32_t i = 0; i < kStatesMax + 2; ++i) {
    drawn.front().steps.push_back(static_cast<Channel>(i % 450));
    drawn.front().steps.push_back(static_cast<Channel>(i / 450 + 450));
  }
  drawn.front().conversions = 1;
  Attribution attribution({.models = {Model::markov}, .order = 4});
  attribution.add(paths_of(drawn), kChannelsMax);
  const auto credits = attribution.credits();
  ASSERT_FALSE(credits);
  EXPECT_TRUE(is(credits.error(), MethodRefusal::too_many_states));
}

TEST(Attribution, RefusesToCreditNothing) {
  Attribution none(every_model());
  EXPECT_TRUE(is(none.credits().error(), MethodRefusal::no_paths));
  none.add(paths_of({{.steps = {0}, .nulls = 5}}), 1);
  EXPECT_TRUE(is(none.credits().error(), MethodRefusal::no_conversions));
}

TEST(Attribution, TakesOneChannelAndNegativeValues) {
  const std::vector<DrawnPath> drawn{{.steps = {0}, .conversions = 2, .value = -7}};
  for (const ModelCredit& model : credits_of(paths_of(drawn), every_model(2), 1)) {
    EXPECT_EQ(model.credit.conversions, std::vector<double>{2}) << enum_name(model.model);
    EXPECT_EQ(model.credit.value, std::vector<double>{-7}) << enum_name(model.model);
  }
}

TEST(Agreement, IsThePartThatBothCreditAlike) {
  EXPECT_DOUBLE_EQ(agreement({{1, 3}, {}}, {{1, 3}, {}}), 1);
  EXPECT_DOUBLE_EQ(agreement({{4, 0}, {}}, {{0, 4}, {}}), 0);
  EXPECT_DOUBLE_EQ(agreement({{3, 1}, {}}, {{1, 1}, {}}), 0.75);
}

TEST(Bootstrap, LiesAroundTheCreditAndRepeatsItself) {
  const Paths paths = paths_of(
      {{.steps = {0}, .conversions = 400, .nulls = 900}, {.steps = {1}, .conversions = 100}});
  const BootstrapSettings how{.rounds = 300, .seed = 5, .direct = {}, .channels = 2};
  const Intervals intervals = bootstrap(paths, {.models = {Model::last}}, how);
  // Poisson: 400 ± 2 · 20.
  EXPECT_NEAR(intervals[0][0].low, 361, 8);
  EXPECT_NEAR(intervals[0][0].high, 439, 8);
  EXPECT_EQ(bootstrap(paths, {.models = {Model::last}}, how)[0][1].low, intervals[0][1].low);
}

}  // namespace
}  // namespace sluis::methods
