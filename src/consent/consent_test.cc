#include "consent/consent.h"

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "company/company.h"
#include "platform/capability.h"
#include "platform/outbox/outbox.h"
#include "platform/store/testing.h"

namespace sluis::consent {
namespace {

using store::Snapshot;
using store::Tx;
using enum Means;
using enum Purpose;

class ConsentTest : public store::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    store::Registry registry;
    for (const Capability& one : {access::capability(), company::capability(),
                                  identities::capability(), consent::capability()}) {
      registry.migrations.push_back(one.migrations);
      registry.statements.push_back(one.statements);
    }
    open(registry);
  }

  IdentityId identity(std::string_view address) {
    return store()
        .unit([&](Tx& tx) {
          return remember_identity(tx, identities::Kind::email, address, clock_.now());
        })
        .value();
  }

  Result<Evidence> recorded(IdentityId identity, Ground ground, std::optional<Means> means,
                            std::optional<Purpose> purpose) {
    clock_.advance(std::chrono::seconds(1));
    const Claim claim{.means = means, .purpose = purpose, .ground = ground, .source = {"form"}};
    return store().unit([&](Tx& tx) {
      return record(tx, access::command_line(ids_, clock_.now()), identity, claim);
    });
  }

  Reason reason(std::vector<IdentityId> identities, Means means, Purpose purpose) {
    return store()
        .snapshot([&](Snapshot& snapshot) -> Result<Verdict> {
          return allowed(snapshot, identities, means, purpose, clock_.now());
        })
        .value()
        .reason;
  }

  std::vector<outbox::Fact> facts() {
    return store()
        .snapshot([](Snapshot& snapshot) -> Result<std::vector<outbox::Fact>> {
          return outbox::facts_after(snapshot, {}, 1000);
        })
        .value();
  }

  store::testing::SetClock clock_{*parse_instant("2026-11-22T09:00:00Z")};
  IdSource ids_{clock_, 1, Instant(0)};
};
SLUIS_ON_BOTH_HOMES(ConsentTest);

TEST_P(ConsentTest, DeniesByDefaultAndHoldsWhatIsRecorded) {
  const IdentityId ann = identity("ann@example.com");
  EXPECT_EQ(reason({ann}, email, marketing), Reason::no_evidence);
  const Evidence yes = recorded(ann, Ground::opt_in, email, marketing).value();
  EXPECT_EQ(reason({ann}, email, marketing), Reason::opted_in);
  ASSERT_TRUE(recorded(ann, Ground::objection, email, std::nullopt));
  EXPECT_EQ(reason({ann}, email, marketing), Reason::objected);
  const auto all = store()
                       .snapshot([&](Snapshot& snapshot) -> Result<std::vector<Evidence>> {
                         return evidence_of(snapshot, {&ann, 1});
                       })
                       .value();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0], yes);
}

TEST_P(ConsentTest, TheSameAddressIsTheSameIdentity) {
  EXPECT_EQ(identity("Ann@Example.com "), identity("ann@example.com"));
  const auto refused = store().unit([&](Tx& tx) {
    return remember_identity(tx, identities::Kind::email, "no address", clock_.now());
  });
  EXPECT_FALSE(refused);
}

TEST_P(ConsentTest, TheStrictestOfSeveralIdentitiesHolds) {
  const IdentityId ann = identity("ann@example.com");
  const IdentityId work = identity("ann@work.example");
  ASSERT_TRUE(recorded(ann, Ground::objection, std::nullopt, std::nullopt));
  ASSERT_TRUE(recorded(work, Ground::opt_in, email, marketing));
  EXPECT_EQ(reason({work}, email, marketing), Reason::opted_in);
  EXPECT_EQ(reason({ann, work}, email, marketing), Reason::objected);
  // After a split each carries its own again.
  EXPECT_EQ(reason({work}, email, marketing), Reason::opted_in);
}

TEST_P(ConsentTest, RefusalsInMemoryFollowTheFacts) {
  const IdentityId ann = identity("ann@example.com");
  const IdentityId bob = identity("bob@example.com");
  ASSERT_TRUE(recorded(bob, Ground::objection, web, tracking));
  Refusals refusals(store(), clock_);
  EXPECT_TRUE(refusals.refused(bob, web, tracking));
  EXPECT_FALSE(refusals.refused(ann, web, tracking));
  ASSERT_TRUE(recorded(ann, Ground::objection, std::nullopt, std::nullopt));
  ASSERT_TRUE(recorded(bob, Ground::opt_in, web, tracking));
  for (const auto& fact : facts()) {
    if (fact.topic == kEvidenceAdded) refusals.take(fact.payload);
  }
  EXPECT_TRUE(refusals.refused(ann, web, tracking));
  EXPECT_TRUE(refusals.refused(ann, email, marketing));
  EXPECT_FALSE(refusals.refused(bob, web, tracking));
}

TEST_P(ConsentTest, ATailCarriesAnObjectionIntoMemory) {
  const IdentityId ann = identity("ann@example.com");
  Refusals refusals(store(), clock_);
  outbox::Tail tail(store());
  std::atomic<bool> heard{false};
  const auto following = refusals.follow(tail);
  const auto listening = tail.follow({}, {std::string(kEvidenceAdded)}, [&](const outbox::Fact&) {
    heard = true;
    heard.notify_all();
  });
  ASSERT_TRUE(recorded(ann, Ground::objection, web, std::nullopt));
  heard.wait(false);
  while (!refusals.refused(ann, web, tracking))
    std::this_thread::yield();
}

TEST_P(ConsentTest, OneIdentityHasAnEndButAnObjectionAlwaysFits) {
  const IdentityId ann = identity("ann@example.com");
  const auto many = store().unit([&](Tx& tx) -> Result<void> {
    const Claim claim{
        .means = email, .purpose = marketing, .ground = Ground::opt_in, .source = {"form"}};
    for (int i = 0; i < 1'000; ++i)
      TRY_VOID(record(tx, access::command_line(ids_, clock_.now()), ann, claim));
    return {};
  });
  ASSERT_TRUE(many);
  const auto more = recorded(ann, Ground::opt_in, email, marketing);
  ASSERT_FALSE(more);
  EXPECT_TRUE(is(more.error(), ConsentRefusal::too_much_evidence));
  EXPECT_TRUE(recorded(ann, Ground::objection, email, std::nullopt));
  EXPECT_EQ(reason({ann}, email, marketing), Reason::objected);
}

TEST_P(ConsentTest, ForgettingKeepsTheObjectionAndNothingElse) {
  const IdentityId ann = identity("ann@example.com");
  ASSERT_TRUE(recorded(ann, Ground::opt_in, email, marketing));
  ASSERT_TRUE(recorded(ann, Ground::objection, telephone, std::nullopt));
  ASSERT_TRUE(store().unit([&](Tx& tx) -> Result<void> {
    forget(tx, ann);
    return {};
  }));
  const auto left = store()
                        .snapshot([&](Snapshot& snapshot) -> Result<std::vector<Evidence>> {
                          return evidence_of(snapshot, {&ann, 1});
                        })
                        .value();
  ASSERT_EQ(left.size(), 1u);
  EXPECT_EQ(left[0].ground, Ground::objection);
  EXPECT_EQ(left[0].source, "erased");
  EXPECT_EQ(left[0].actor, "");
  EXPECT_EQ(reason({ann}, telephone, marketing), Reason::objected);
}

}  // namespace
}  // namespace sluis::consent
