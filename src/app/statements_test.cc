// Every statement of every capability can be prepared on both homes, and touches nothing but the
// tables of its own capability and the views that others publish (feed_…).
#include <set>

#include "app/capabilities.h"
#include "platform/analytics/store.h"
#include "platform/store/testing.h"

namespace sluis::app {
namespace {

class StatementsTest : public store::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    auto opened = store::Store::open(home().location(), {}, registry());
    ASSERT_TRUE(opened) << opened.error().message().in(Language::en);
    store_ = *std::move(opened);
    analytics_.emplace(home().location(), analytics::Options{}, analytics_registry());
  }
  void TearDown() override {
    analytics_.reset();
    store_.reset();
    OnBothHomes::TearDown();
  }
  static void expect_at_home(auto& store, std::span<const store::Statement* const> statements,
                             std::string_view owner) {
    for (const store::Statement* statement : statements) {
      EXPECT_EQ(store.foreign_touch(*statement, owner), "") << statement->name;
    }
  }

  std::unique_ptr<store::Store> store_;
  std::optional<analytics::Store> analytics_;
};
SLUIS_ON_BOTH_HOMES(StatementsTest);

TEST_P(StatementsTest, TouchOnlyWhatIsTheirs) {
  expect_at_home(*store_, platform::statements(), "platform");
  for (const Capability& capability : capabilities()) {
    expect_at_home(*store_, capability.statements, capability.name);
    expect_at_home(*analytics_, capability.analytics_statements, capability.name);
  }
}

TEST(StatementNames, AreUnique) {
  std::set<std::string_view> names;
  for (const auto& all : {registry(), analytics_registry()}) {
    for (const auto& statements : all.statements) {
      for (const store::Statement* statement : statements) {
        EXPECT_TRUE(names.insert(statement->name).second) << statement->name;
      }
    }
  }
}

}  // namespace
}  // namespace sluis::app
