// Every statement of every capability can be prepared on both homes, and touches nothing but the
// tables of its own capability and the views that others publish (feed_…).
#include <set>

#include "app/capabilities.h"
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
  }
  void TearDown() override {
    store_.reset();
    OnBothHomes::TearDown();
  }
  void expect_at_home(std::span<const store::Statement* const> statements, std::string_view owner) {
    for (const store::Statement* statement : statements) {
      EXPECT_EQ(store_->foreign_touch(*statement, owner), "") << statement->name;
    }
  }

 private:
  std::unique_ptr<store::Store> store_;
};
SLUIS_ON_BOTH_HOMES(StatementsTest);

TEST_P(StatementsTest, TouchOnlyWhatIsTheirs) {
  expect_at_home(platform::statements(), "platform");
  for (const Capability& capability : capabilities()) {
    expect_at_home(capability.statements, capability.name);
  }
}

TEST(StatementNames, AreUnique) {
  std::set<std::string_view> names;
  for (const auto& statements : registry().statements) {
    for (const store::Statement* statement : statements) {
      EXPECT_TRUE(names.insert(statement->name).second) << statement->name;
    }
  }
}

}  // namespace
}  // namespace sluis::app
