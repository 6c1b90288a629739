// Nobody can tell rows that were gathered from rows that were written at once, on both homes.
#include "platform/store/gathered.h"

#include <latch>
#include <rapidcheck.h>

#include "platform/store/testing.h"

namespace sluis::store {
namespace {

constexpr Migration kSlipMigrations[] = {{"slip/0001_slip", R"sql(
-- distribution: local
create table slip (
  number bigint primary key
);
)sql"}};
constexpr Statement kAddSlip{"slip.add", "insert into slip (number) values ($1)"};
constexpr Statement kCountSlips{"slip.count", "select count(*) from slip"};
constexpr const Statement* kSlipStatements[] = {&kAddSlip, &kCountSlips};

std::atomic<std::int64_t> next_slip{0};

class Slips final : public Gathering {
 public:
  void add(bool can_be_written = true) { of_unit_.push_back(can_be_written); }
  void keep_unit() override {
    kept_.insert(kept_.end(), of_unit_.begin(), of_unit_.end());
    of_unit_.clear();
  }
  void drop_unit() override { of_unit_.clear(); }
  void write(Tx& tx) override {
    for (const bool can_be_written : std::exchange(kept_, {})) {
      if (!can_be_written) throw std::logic_error("a slip that cannot be written");
      tx.change(kAddSlip, ++next_slip);
    }
  }

 private:
  std::vector<bool> kept_;
  std::vector<bool> of_unit_;
};

enum class Step { gather, ask };
struct Plan {
  std::vector<Step> steps;
  bool kept = true;
};

class GatheredTest : public testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    // One writer, so that units run in the order in which they came on PostgreSQL too.
    if (!IsSkipped()) open({{kSlipMigrations}, {kSlipStatements}}, {.writers = 1});
  }

  // Lets all that is written meanwhile wait, so that it comes in one group.
  template <class F>
  void together(F&& write_all) {
    // The unit that waits may wake when this is over.
    const auto written = std::make_shared<std::latch>(1);
    store().write(Priority::interactive, {[written](Tx&) {
                                            written->wait();
                                            return true;
                                          },
                                          [](std::optional<Failure>) {}});
    write_all();
    written->count_down();
  }
  std::int64_t count(const Statement& statement) {
    return *store().snapshot([&](Snapshot& snapshot) -> Result<std::int64_t> {
      return *snapshot.one<std::int64_t>(statement);
    });
  }
};
SLUIS_ON_BOTH_HOMES(GatheredTest);

Plan any_plan() {
  return {.steps = *rc::gen::resize(
              4, rc::gen::container<std::vector<Step>>(rc::gen::element(Step::gather, Step::ask))),
          .kept = *rc::gen::weightedElement<bool>({{3, true}, {1, false}})};
}

TEST_P(GatheredTest, EveryUnitSeesWhatItAndTheKeptOnesBeforeItGathered) {
  EXPECT_TRUE(rc::check([&] {
    const std::int64_t before = count(kCountSlips);
    std::vector<Plan> plans;
    for (int i = *rc::gen::inRange(1, 12); i > 0; --i)
      plans.push_back(any_plan());

    std::atomic<bool> right{true};
    std::latch all(static_cast<std::ptrdiff_t>(plans.size()));
    std::int64_t kept = 0;
    together([&] {
      for (const Plan& plan : plans) {
        const std::int64_t there = before + kept;
        store().write(Priority::interactive,
                      {[&, there](Tx& tx) {
                         std::int64_t gathered = 0;
                         for (const Step step : plan.steps) {
                           if (step == Step::gather) {
                             tx.gathered<Slips>().add();
                             ++gathered;
                           } else if (*tx.one<std::int64_t>(kCountSlips) != there + gathered) {
                             right = false;
                           }
                         }
                         return plan.kept;
                       },
                       [&](std::optional<Failure>) { all.count_down(); }});
        if (plan.kept) kept += std::ranges::count(plan.steps, Step::gather);
      }
    });
    all.wait();
    RC_ASSERT(right);
    RC_ASSERT(count(kCountSlips) == before + kept);
  }));
}

TEST_P(GatheredTest, FaultAfterAStatementTakesOnlyWhatThatUnitGathered) {
  for (const bool faulty : {false, true}) {
    const auto done = store().unit([&](Tx& tx) -> Result<void> {
      tx.gathered<Slips>().add();
      static_cast<void>(tx.one<std::int64_t>(kCountSlips));
      tx.gathered<Slips>().add();
      if (faulty) throw std::logic_error("a fault");
      return {};
    });
    EXPECT_NE(done.has_value(), faulty);
  }
  EXPECT_EQ(count(kCountSlips), 2);
}

// What was gathered is acknowledged with the commit, so a commit without it must not be.
TEST_P(GatheredTest, NothingIsAcknowledgedThatCouldNotBeWritten) {
  constexpr int kUnits = 20;
  std::latch all(kUnits);
  std::atomic<int> acknowledged{0};
  together([&] {
    for (int i = 0; i < kUnits; ++i) {
      store().write(Priority::interactive, {[i](Tx& tx) {
                                              tx.gathered<Slips>().add(i != 10);
                                              return true;
                                            },
                                            [&](std::optional<Failure> failure) {
                                              if (!failure) ++acknowledged;
                                              all.count_down();
                                            }});
    }
  });
  all.wait();
  EXPECT_EQ(count(kCountSlips), acknowledged);
  EXPECT_TRUE(store().unit([](Tx& tx) -> Result<void> {
    tx.gathered<Slips>().add();
    return {};
  }));
  EXPECT_EQ(count(kCountSlips), acknowledged + 1);
}

}  // namespace
}  // namespace sluis::store
