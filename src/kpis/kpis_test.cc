#include "kpis/kpis.h"

#include <gtest/gtest.h>

#include "kpis/rules.h"
#include "platform/api/refusal.h"
#include "platform/capability.h"
#include "platform/outbox/outbox.h"
#include "platform/store/testing.h"

namespace sluis::kpis {
namespace {

using store::Snapshot;
using store::Tx;

class KpisTest : public store::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    const Capability below = access::capability();
    const Capability own = capability();
    open({.migrations = {below.migrations, own.migrations},
          .statements = {below.statements, own.statements}});
  }

  access::Actor actor() { return access::command_line(ids_, clock_.now()); }

  Result<Definition> define_kpi(const std::string& code) {
    return store().unit([&](Tx& tx) {
      return define(tx, actor(), {.code = {code}, .name_en = {"Likes"}, .name_nl = {"Likes"}});
    });
  }

  std::vector<std::string> topics() {
    return store()
        .snapshot([](Snapshot& snapshot) -> Result<std::vector<std::string>> {
          std::vector<std::string> topics;
          for (const auto& fact : outbox::facts_after(snapshot, {}, 100))
            topics.push_back(fact.topic);
          return topics;
        })
        .value();
  }

  store::testing::SetClock clock_{Instant(1'767'603'600'000'000)};
  IdSource ids_{clock_, 1, Instant(0)};
};
SLUIS_ON_BOTH_HOMES(KpisTest);

template <class T>
const RefusalKind* why(const Result<T>& result) {
  return result ? nullptr : &result.error().kind();
}

TEST_P(KpisTest, OwnKpisStandAmongTheBuiltInOnes) {
  EXPECT_EQ(define_kpi("likes").value().version, 1);
  const auto all = store().snapshot(
      [](Snapshot& snapshot) { return Result<std::vector<Definition>>(definitions(snapshot)); });
  EXPECT_EQ(all->size(), built_in().size() + 1);
  EXPECT_TRUE(std::ranges::is_sorted(*all, {}, &Definition::code));
  EXPECT_FALSE(find(*all, {"likes"})->built_in);
  EXPECT_TRUE(find(*all, {"conversion"})->built_in);
}

TEST_P(KpisTest, ACodeIsTakenOnce) {
  EXPECT_EQ(why(define_kpi("conversion")), &kind_of(KpiRefusal::code_taken));
  ASSERT_TRUE(define_kpi("likes"));
  EXPECT_EQ(why(define_kpi("likes")), &kind_of(KpiRefusal::code_taken));
}

TEST_P(KpisTest, ChangesNameTheVersionTheySaw) {
  ASSERT_TRUE(define_kpi("likes"));
  Change change;
  change.better = {.present = true, .value = Better::down};
  const auto changed = [&](const std::string& code, std::int64_t version) {
    return store().unit([&](Tx& tx) { return redefine(tx, actor(), {code}, version, change); });
  };
  const auto after = changed("likes", 1);
  ASSERT_TRUE(after);
  EXPECT_EQ(after->version, 2);
  EXPECT_EQ(after->better, Better::down);
  EXPECT_EQ(after->name_en.text, "Likes");
  EXPECT_EQ(why(changed("likes", 1)), &kind_of(api::ApiRefusal::version_changed));
  EXPECT_EQ(why(changed("conversion", 0)), &kind_of(KpiRefusal::built_in));
  EXPECT_EQ(why(changed("nothing", 1)), &kind_of(KpiRefusal::unknown));
}

TEST_P(KpisTest, AKpiWithTargetsStays) {
  ASSERT_TRUE(define_kpi("likes"));
  const Subject subject = subject_of(ChannelId(7));
  const auto set = [&](const std::vector<Target>& targets) {
    return store().unit([&](Tx& tx) -> Result<void> {
      set_targets(tx, subject, targets);
      return {};
    });
  };
  const auto removed = [&] {
    return store().unit([&](Tx& tx) { return remove(tx, actor(), {"likes"}, 1); });
  };
  const std::vector<Target> targets = {
      {.kpi = {"likes"}, .from = Date(2026, 1, 1), .to = Date(2027, 1, 1), .value = Micro(5)},
      {.kpi = {"revenue"}, .from = Date(2026, 1, 1), .value = Micro(9), .currency = Currency()}};
  ASSERT_TRUE(set(targets));
  EXPECT_EQ(store().snapshot([&](Snapshot& snapshot) {
    return Result<std::vector<Target>>(targets_of(snapshot, subject));
  }),
            targets);
  EXPECT_EQ(why(removed()), &kind_of(KpiRefusal::in_use));
  ASSERT_TRUE(set({}));
  EXPECT_TRUE(removed());
  EXPECT_EQ(why(removed()), &kind_of(KpiRefusal::unknown));
  EXPECT_EQ(topics(), (std::vector<std::string>{"kpis.kpi_added", "kpis.kpi_removed"}));
}

TEST(KpiRules, BuiltInKpisAreInOrderAndWhole) {
  EXPECT_TRUE(std::ranges::is_sorted(built_in(), {}, &Definition::code));
  for (const Definition& one : built_in()) {
    EXPECT_EQ(TextForm<Slug>::parse(one.code.text), one.code);
    EXPECT_EQ(find(built_in(), one.code), &one);
  }
}

TEST(KpiRules, TellsWhatIsWrongWithTargets) {
  const Target good{.kpi = {"orders"}, .from = Date(2026, 1, 1), .to = Date(2026, 2, 1)};
  Target unknown = good;
  unknown.kpi = {"nothing"};
  Target turned = good;
  turned.to = turned.from;
  Target money = good;
  money.kpi = {"revenue"};
  money.value = Micro(1);
  Target no_money = good;
  no_money.from = Date(2026, 3, 1);
  no_money.to.reset();
  no_money.currency = Currency();
  Target overlapping = good;
  overlapping.from = Date(2026, 1, 31);
  Target next = good;
  next.from = Date(2026, 2, 1);
  next.to = Date(2026, 3, 1);

  std::vector<std::string> pointers;
  for (const auto& problem : target_problems(
           {good, unknown, turned, money, no_money, overlapping, next}, built_in(), "/targets")) {
    pointers.push_back(problem.pointer);
  }
  EXPECT_EQ(pointers,
            (std::vector<std::string>{"/targets/1/kpi", "/targets/2/to", "/targets/3/currency",
                                      "/targets/4/currency", "/targets/5/from"}));
}

}  // namespace
}  // namespace sluis::kpis
