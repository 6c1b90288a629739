#include "customers/relations.h"

#include "customers/testing.h"

namespace sluis::customers {
namespace {

using consent::Ground;
using consent::Means;

class RelationsTest : public testing::PeopleTest {
 protected:
  void order(IdentityId buyer, std::string_view reference, bool counted = true) {
    events::Batch batch{.position = {},
                        .source = {},
                        .received = clock_.now(),
                        .events = {},
                        .withdrawals = {},
                        .bytes = {}};
    batch.events.push_back({.id = {},
                            .ts = clock_.now(),
                            .identities = {buyer},
                            .channel = {},
                            .kind = "order_completed",
                            .order = reference,
                            .counted = counted});
    Relations relations(ids_);  // remembers nothing, as after a restart
    keep([&](store::Tx& tx) -> Result<void> {
      relations.take(tx, batch);
      return {};
    }).value();
  }
  std::vector<consent::Evidence> evidence(IdentityId identity) {
    return look([&](store::Snapshot& snapshot) {
      const IdentityId one[] = {identity};
      return consent::evidence_of(snapshot, one);
    });
  }
};
SLUIS_ON_BOTH_HOMES(RelationsTest);

TEST_P(RelationsTest, AnOrderTellsOnceOfEachMeansOfItsAddress) {
  const IdentityId phone = known(1, identities::Kind::phone);
  order(phone, "A-1");
  order(phone, "A-2");
  const auto told = evidence(phone);
  ASSERT_EQ(told.size(), 2u);
  EXPECT_EQ(told.front().ground, Ground::relation);
  EXPECT_EQ(told.front().source, "order A-1");
  EXPECT_EQ(std::minmax(*told[0].means, *told[1].means),
            std::minmax(Means::telephone, Means::message));
}

TEST_P(RelationsTest, WhatIsNoAddressOrNoOrderTellsNothing) {
  order(device(1), "A-1");
  order(email(2), "A-2", false);
  EXPECT_TRUE(evidence(IdentityId(1)).empty());
  EXPECT_TRUE(evidence(IdentityId(2)).empty());
}

}  // namespace
}  // namespace sluis::customers
