// The rules of asking and the weighing of what was said, where a scenario cannot reach.
#include <gtest/gtest.h>

#include "methods/trial.h"
#include "panel/results.h"

namespace sluis::panel {
namespace {

const ChannelId kShop(1);
const ChannelId kStore(2);

Question where() {
  return {.code = {"where"},
          .asking = Asking::multiple,
          .about = About::buys,
          .text = {.en = {"Where?"}, .nl = {}},
          .required = true,
          .options = {{.code = {"shop"}, .text = {.en = {"Shop"}, .nl = {}}, .channel = kShop},
                      {.code = {"store"}, .text = {.en = {"Store"}, .nl = {}}, .channel = kStore}}};
}

std::vector<std::string> pointers(const std::vector<FieldProblem>& problems) {
  std::vector<std::string> all;
  for (const FieldProblem& one : problems)
    all.push_back(one.pointer);
  return all;
}

TEST(PanelQuestion, NamesEveryFieldThatIsWrong) {
  Question grade{.code = {"where"},
                 .asking = Asking::nps,
                 .about = About::orients,
                 .text = {},
                 .options = {{.code = {"a"}, .text = {}, .channel = {}}}};
  const Question questions[] = {where(), grade};
  EXPECT_EQ(pointers(problems_of(questions, "/q")),
            (std::vector<std::string>{"/q/1/code", "/q/1/text", "/q/1/options",
                                      "/q/1/options/0/text", "/q/1/about"}));
}

TEST(PanelQuestion, TakesOnlyAnswersToWhatIsAsked) {
  const Question questions[] = {where(), {.code = {"why"}, .asking = Asking::open, .text = {}}};
  const auto wrong = [&](std::vector<Said> said) {
    return pointers(problems_of(said, questions, "/a"));
  };
  EXPECT_TRUE(
      wrong({{.question = {"where"}, .choices = {{"shop"}, {"store"}}, .words = {}}}).empty());
  EXPECT_EQ(wrong({{.question = {"why"}, .choices = {{"9"}}, .words = {}}}),
            (std::vector<std::string>{"/a/0/choices", "/a/where"}));
  EXPECT_EQ(wrong({{.question = {"where"}, .choices = {{"shop"}, {"shop"}}, .words = {"x"}}}),
            (std::vector<std::string>{"/a/0/words", "/a/0/choices/1"}));
}

Wavefull asked_of(std::int64_t people, std::int64_t who_say_store) {
  Wavefull wave;
  wave.questionnaire.questions = {where()};
  for (std::int64_t i = 1; i <= people; ++i)
    wave.people.push_back({CustomerId(i),
                           Instant(0),
                           {{.question = {"where"},
                             .choices = {{i <= who_say_store ? "store" : "shop"}},
                             .words = {}}}});
  return wave;
}

TEST(SayDoGap, ComparesOnlyWhomWeSawAndTellsNoShareOfFew) {
  const Wavefull wave = asked_of(40, 30);
  std::vector<Seen> seen;
  for (std::int64_t i = 1; i <= 35; ++i)  // the last five were seen nowhere
    seen.push_back({CustomerId(i), i <= 10 ? kStore : kShop, 0, 1});
  std::vector<Membership> members;
  for (std::int64_t i = 1; i <= 20; ++i)
    members.push_back({SegmentId(7), CustomerId(i)});
  const std::vector<Gap> all = gaps(wave, seen, members);
  ASSERT_EQ(all.size(), 4);
  const Gap& store = all[1];
  EXPECT_EQ(store.channel, kStore);
  EXPECT_EQ(store.n, 35);
  EXPECT_EQ(store.unseen, 5);
  EXPECT_EQ(store.said, 30);
  EXPECT_EQ(store.did, 10);
  EXPECT_EQ(store.both, 10);
  EXPECT_NEAR(*store.gap, 20.0 / 35, 1e-12);
  EXPECT_EQ(all[3].segment, SegmentId(7));
  EXPECT_EQ(all[3].n, 20);
  EXPECT_FALSE(all[3].gap);
  EXPECT_LT(all[3].low, 0.5);
  EXPECT_GT(all[3].high, 0.5);
}

// What the same 1600 people thought of a prime minister at two moments (Agresti, Categorical Data
// Analysis, 2nd edition, table 10.1): 0.04 less approved, in print from 0.02 to 0.06.
TEST(SayDoGap, ReproducesAPublishedPairedDifference) {
  const methods::Share more =
      methods::difference_of({.both = 794, .first = 150, .second = 86, .neither = 570});
  EXPECT_NEAR(more.value, 0.04, 1e-12);
  EXPECT_NEAR(more.low, 0.021, 0.001);
  EXPECT_NEAR(more.high, 0.059, 0.001);
}

TEST(SayDoGap, StaysWithinWhatCanBeAndTurnsRound) {
  for (std::int64_t both = 0; both < 4; ++both) {
    for (std::int64_t first = 0; first < 6; ++first) {
      for (std::int64_t second = 0; second < 6; ++second) {
        const methods::Pairs pairs{both, first, second, 3};
        const methods::Share one = methods::difference_of(pairs);
        const methods::Share other = methods::difference_of({both, second, first, 3});
        EXPECT_LE(-1, one.low);
        EXPECT_LE(one.low, one.value);
        EXPECT_LE(one.value, one.high);
        EXPECT_LE(one.high, 1);
        EXPECT_NEAR(one.low, -other.high, 1e-12);
      }
    }
  }
}

}  // namespace
}  // namespace sluis::panel
