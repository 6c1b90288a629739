#include "platform/store/node.h"

#include <future>

#include "platform/store/testing.h"

namespace sluis::store {
namespace {

constexpr Statement kSteal{"test.steal", "update platform_node set leased_until = $1"};
constexpr const Statement* kNodeStatements[] = {&kSteal};

class NodeTest : public testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (!IsSkipped()) open({{}, {kNodeStatements}});
  }
  std::unique_ptr<NodeLease> claim() {
    auto lease = NodeLease::claim(store(), clock_, [] { FAIL() << "lost"; });
    EXPECT_TRUE(lease);
    return *std::move(lease);
  }

  testing::SetClock clock_{Instant(1'800'000'000'000'000)};
};
SLUIS_ON_BOTH_HOMES(NodeTest);

TEST_P(NodeTest, EachHasANumberOfItsOwn) {
  std::set<unsigned> nodes;
  std::vector<std::unique_ptr<NodeLease>> leases;
  for (int i = 0; i < 64; ++i)
    nodes.insert(leases.emplace_back(claim())->node());
  EXPECT_EQ(nodes.size(), 64u);
  if (GetParam() == Dialect::sqlite) return;  // alone in its folder, it takes what it wants
  const auto one_too_many = NodeLease::claim(store(), clock_, [] {});
  ASSERT_FALSE(one_too_many);
  EXPECT_TRUE(is(one_too_many.error(), NodeRefusal::all_taken));
  leases.pop_back();
  EXPECT_TRUE(NodeLease::claim(store(), clock_, [] {}));
}

TEST_P(NodeTest, ClockSetBackMakesNoIdTwice) {
  const auto before = [&] {
    const auto lease = claim();
    return std::pair(lease->node(), lease->ids().next<JobId>());
  }();
  clock_.advance(-std::chrono::hours(1));
  const auto lease = claim();
  EXPECT_EQ(lease->node(), before.first);
  EXPECT_GT(lease->ids().next<JobId>(), before.second);
}

TEST_P(NodeTest, LeaseThatAnotherTookIsLost) {
  std::promise<void> lost;
  const auto lease = NodeLease::claim(store(), clock_, [&] { lost.set_value(); },
                                      {.renewal = std::chrono::milliseconds(1)});
  ASSERT_TRUE(lease);
  ASSERT_TRUE(store().unit([&](Tx& tx) -> Result<void> {
    tx.change(kSteal, Instant(1));
    return {};
  }));
  clock_.advance(std::chrono::minutes(2));
  lost.get_future().wait();
}

}  // namespace
}  // namespace sluis::store
