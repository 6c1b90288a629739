#include "segments/rule.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/json.h"
#include "segments/pyramid.h"

namespace sluis::segments {
namespace {

Rule where(const Condition& condition) {
  Rule rule;
  rule.where = condition;
  return rule;
}

Rule any_rule(std::size_t depth) {
  const int shape = depth == 0 ? 0 : *rc::gen::inRange(0, 4);
  if (shape == 0) return where({.value = Micro(*rc::gen::inRange(0, 9) * Micro::kPerUnit)});
  std::vector<Rule> parts;
  const int count = *rc::gen::inRange(1, 4);
  for (int i = 0; i < count; ++i)
    parts.push_back(any_rule(depth - 1));
  Rule rule;
  (shape == 1 ? rule.all : shape == 2 ? rule.any : rule.none) = std::move(parts);
  return rule;
}

// As it is defined, over conditions that each have a known answer.
bool defined(const Rule& rule, const std::vector<bool>& answers, std::size_t& next) {
  if (rule.where) return answers.at(next++);
  bool all = true;
  bool any = false;
  const auto& parts = rule.all ? *rule.all : rule.any ? *rule.any : *rule.none;
  for (const Rule& part : parts) {
    const bool held = defined(part, answers, next);
    all = all && held;
    any = any || held;
  }
  return rule.all ? all : rule.any ? any : !any;
}

std::vector<std::string> pointers(const Rule& rule) {
  std::vector<std::string> all;
  for (const FieldProblem& problem : problems_of(rule))
    all.push_back(problem.pointer);
  return all;
}

RC_GTEST_PROP(SegmentRule, HoldsAsItIsDefined, ()) {
  const Rule rule = any_rule(3);
  const std::size_t count = conditions_of(rule).size();
  RC_PRE(count <= kConditionsMost);
  const auto answers = *rc::gen::container<std::vector<bool>>(count, rc::gen::arbitrary<bool>());
  std::uint64_t mask = 0;
  for (std::size_t i = 0; i < count; ++i)
    mask |= std::uint64_t{answers[i]} << i;
  std::size_t next = 0;
  RC_ASSERT(holds(rule, mask) == defined(rule, answers, next));
  RC_ASSERT(next == count);
}

RC_GTEST_PROP(SegmentRule, ComesBackFromJson, ()) {
  const Rule rule = any_rule(3);
  RC_ASSERT(from_json<Rule>(to_json(rule)).value() == rule);
}

TEST(SegmentRule, TellsAllThatIsWrong) {
  using Pointers = std::vector<std::string>;
  EXPECT_EQ(pointers(Rule{}), Pointers{""});
  EXPECT_EQ(pointers(where({.value = Micro(1)})), Pointers{"/where/value"});
  EXPECT_EQ(pointers(where({.measure = Measure::margin, .value = Micro(-1)})), Pointers{});
  Rule rule;
  rule.all = {where({.kind = {{"Store Visited"}}}), Rule{},
              where({.measure = Measure::days_since_order, .kind = {{"store_visited"}}})};
  EXPECT_EQ(pointers(rule), (Pointers{"/all/0/where/kind", "/all/1", "/all/2/where/kind"}));
  Rule empty;
  empty.none.emplace();
  EXPECT_EQ(pointers(empty), Pointers{"/none"});
}

TEST(SegmentRule, HasAnEnd) {
  Rule wide;
  wide.any = std::vector<Rule>(kConditionsMost + 1, where({}));
  EXPECT_EQ(pointers(wide), std::vector<std::string>{""});
  Rule deep = where({});
  for (std::size_t i = 0; i <= kDepthMost; ++i) {
    Rule outer;
    outer.none = {deep};
    deep = outer;
  }
  EXPECT_EQ(pointers(deep).size(), 1U);
}

TEST(Pyramid, LeavesSomethingForTheSmallest) {
  EXPECT_TRUE(problems_of(Thresholds{}).empty());
  EXPECT_EQ(problems_of(Thresholds{{4'000}, {4'000}, {2'000}}).size(), 1U);
}

}  // namespace
}  // namespace sluis::segments
