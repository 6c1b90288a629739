#include "customers/customers.h"

#include <map>
#include <thread>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "customers/testing.h"
#include "platform/capability.h"

namespace sluis::customers {
namespace {

using identities::Kind;
using store::Snapshot;
using store::Tx;

class MergingTest : public testing::PeopleTest {
 protected:
  std::vector<Proposed> proposed() {
    return look([](Snapshot& snapshot) { return proposals(snapshot, {}, 100); });
  }
  std::vector<CustomerId> told() {
    return look([](Snapshot& snapshot) {
      std::vector<CustomerId> customers;
      for (const auto& fact : outbox::facts_after(snapshot, {}, 1000)) {
        if (fact.topic != kCustomerChanged) continue;
        const auto document = JsonDocument::parse(fact.payload.text);
        const auto text = document->root().find("customer")->text();
        customers.push_back(*parse_id<CustomerIdTag>(text));
      }
      return customers;
    });
  }
};
SLUIS_ON_BOTH_HOMES(MergingTest);

TEST_P(MergingTest, WhatOneEventCarriesBecomesOneCustomer) {
  const auto phone = device(1);
  const auto kim = user(2);
  EXPECT_EQ(customer(phone), CustomerId(1));
  see(phone, kim);
  EXPECT_TRUE(together(phone, kim));
  EXPECT_NE(customer(phone), CustomerId(1));
  EXPECT_EQ(told().size(), 3u);  // the two that were, and the one that is
  see(phone, kim, 200);
  EXPECT_EQ(told().size(), 3u);
}

TEST_P(MergingTest, EveryNumberACustomerHadLeadsToIt) {
  const auto a = device(1);
  const auto b = user(2);
  const auto c = device(3);
  const auto d = email(4);
  see(a, b, 100);
  see(c, d, 50);
  const CustomerId younger = customer(a);
  see(b, d, 200);
  ASSERT_TRUE(together(a, c));
  for (const CustomerId number : {CustomerId(1), younger, customer(a)}) {
    const auto behind =
        look([&](Snapshot& snapshot) { return identities_behind(snapshot, number); });
    EXPECT_EQ(behind.size(), 4u) << number.number();
  }
  const auto nobody =
      look([](Snapshot& snapshot) { return identities_behind(snapshot, CustomerId(99)); });
  EXPECT_TRUE(nobody.empty());
}

TEST_P(MergingTest, ASharedDeviceLetsGoOfWhomItJoined) {
  const auto tablet = device(1);
  const auto ann = user(2);
  const auto bob = user(3);
  see(tablet, ann);
  EXPECT_TRUE(together(tablet, ann));
  see(tablet, bob, 200);
  EXPECT_FALSE(together(tablet, ann));
  EXPECT_FALSE(together(ann, bob));
  EXPECT_EQ(customer(tablet), CustomerId(1));
  EXPECT_TRUE(proposed().empty());
}

TEST_P(MergingTest, TwoVerifiedAreProposedAndAPersonDecides) {
  const auto address = email(1);
  const auto ann = user(2);
  const auto bob = user(3);
  see(address, ann, 100);
  see(address, bob, 200);
  EXPECT_FALSE(together(ann, bob));
  ASSERT_EQ(proposed().size(), 1u);
  EXPECT_EQ(proposed()[0].identity, ann);
  const auto made = merged(customer(ann), customer(bob)).value();
  EXPECT_TRUE(together(ann, bob));
  EXPECT_TRUE(proposed().empty());
  ASSERT_TRUE(undone(made.operation));
  EXPECT_FALSE(together(ann, bob));
  EXPECT_EQ(proposed().size(), 1u);
  ASSERT_TRUE(keep([&](Tx& tx) { return part(tx, actor(), ann, bob, {"sisters"}); }));
  EXPECT_TRUE(proposed().empty());
}

TEST_P(MergingTest, WhatWasSplitStaysSplitHoweverOftenItIsSeen) {
  const auto a = device(1);
  const auto b = email(2);
  const auto c = device(3);
  see(a, b);
  see(b, c);
  const CustomerId whole = customer(a);
  const auto made = split_off(whole, {a}).value();
  EXPECT_FALSE(together(a, b));
  EXPECT_TRUE(together(b, c));
  see(a, b, 10);
  see(a, c, 10);
  EXPECT_FALSE(together(a, b));
  ASSERT_TRUE(undone(made.operation));
  EXPECT_TRUE(together(a, b));
}

TEST_P(MergingTest, EveryRefusalHasItsReason) {
  const auto a = device(1);
  const auto b = user(2);
  see(a, b);
  const auto why = [](const auto& result) { return result.error().kind().name; };
  EXPECT_EQ(why(merged(customer(a), customer(b))), "customer_same");
  EXPECT_EQ(why(merged(customer(a), CustomerId(77))), "customer_unknown");
  EXPECT_EQ(why(split_off(customer(a), {})), "customer_nothing_left");
  EXPECT_EQ(why(split_off(customer(a), {a, b})), "customer_nothing_left");
  EXPECT_EQ(why(split_off(customer(a), {IdentityId(9)})), "customer_identity_of_another");
  EXPECT_EQ(why(undone(OperationId(5))), "customer_operation_unknown");
  const auto made = split_off(customer(a), {a}).value();
  ASSERT_TRUE(undone(made.operation));
  EXPECT_EQ(why(undone(made.operation)), "customer_already_undone");
}

TEST_P(MergingTest, TheHistoryTellsWhoDidWhat) {
  const auto a = device(1);
  const auto b = device(2);
  const auto made = merged(customer(a), customer(b)).value();
  ASSERT_TRUE(undone(made.operation));
  const auto history =
      look([&](Snapshot& snapshot) { return operations_of(snapshot, customer(a)); });
  ASSERT_EQ(history.size(), 1u);
  EXPECT_EQ(history[0].step, Step::joined);
  EXPECT_TRUE(history[0].undone);
  EXPECT_EQ(history[0].reason, "same voice");
  EXPECT_EQ(history[0].identities, (std::vector{a, b}));
}

TEST_P(MergingTest, AValueThatEverybodyUsesJoinsNobody) {
  const auto test_address = email(1000);
  for (std::int64_t n = 1; n <= 60; ++n)
    see(device(n), test_address, n);
  EXPECT_EQ(customer(test_address), CustomerId(1000));
  EXPECT_FALSE(together(device(1), device(2)));
}

TEST_P(MergingTest, AnEndlessChainIsLetGo) {
  std::vector<Sighting> chain;
  for (std::int64_t n = 1; n <= 620; ++n) {
    device(n);
    if (n > 1) chain.push_back({IdentityId(n - 1), IdentityId(n), Instant(n)});
  }
  const auto note = [&](std::span<const Sighting> some) {
    keep([&](Tx& tx) -> Result<void> {
      note_sightings(tx, some, clock_.now());
      return {};
    }).value();
  };
  const std::span<const Sighting> all(chain);
  note(all.first(400));
  EXPECT_TRUE(together(IdentityId(1), IdentityId(401)));
  note(all.subspan(400));
  EXPECT_FALSE(together(IdentityId(1), IdentityId(2)));
  EXPECT_FALSE(together(IdentityId(619), IdentityId(620)));
}

TEST_P(MergingTest, ManyAtOnceLeaveOneMapThatFollowsFromTheLinks) {
  for (std::int64_t n = 1; n <= 20; ++n)
    device(n);
  std::vector<std::jthread> threads;
  for (std::int64_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (std::int64_t n = 1; n < 20; ++n)
        see(IdentityId(n), IdentityId(n + 1), 100 + t);
    });
  }
  threads.clear();
  for (std::int64_t n = 2; n <= 20; ++n)
    EXPECT_TRUE(together(IdentityId(1), IdentityId(n)));
}

// A small world, in the store and as links of its own, that must agree after every step.
class World {
 public:
  World(store::Store& store, IdSource& ids, store::testing::SetClock& clock, std::int64_t base)
      : store_(store), ids_(ids), clock_(clock), base_(base) {
    static constexpr Kind kinds[] = {Kind::device, Kind::email, Kind::user, Kind::phone};
    for (std::int64_t n = 0; n < kSize; ++n) {
      Known one{.id = id(n), .kind = kinds[n % 4], .verified = n % 5 == 0};
      known_.push_back(one);
      const identities::Identity seen[] = {{.id = one.id,
                                            .kind = one.kind,
                                            .value = std::to_string(base + n),
                                            .first_seen = clock.now(),
                                            .last_seen = clock.now(),
                                            .verified = one.verified}};
      unit([&](Tx& tx) -> Result<void> {
        identities::remember(tx, seen);
        return {};
      });
    }
  }

  void see(std::int64_t one, std::int64_t other, std::int64_t ts) {
    unit([&](Tx& tx) -> Result<void> {
      const Sighting sighting[] = {{id(one), id(other), Instant(ts)}};
      note_sightings(tx, sighting, clock_.now());
      return {};
    });
    Link& link = link_between(one, other);
    link.seen = std::min(link.seen.value_or(Instant(ts)), Instant(ts));
  }

  // Each gives the operation to be undone later, if it was done.
  std::optional<OperationId> merge(std::int64_t one, std::int64_t other) {
    return did(store_.unit([&](Tx& tx) {
      return customers::merge(tx, actor(), customer(tx, one), customer(tx, other), {});
    }));
  }
  std::optional<OperationId> split(std::int64_t one) {
    return did(store_.unit(
        [&](Tx& tx) { return customers::split(tx, actor(), customer(tx, one), {id(one)}, {}); }));
  }
  void undo(OperationId operation) {
    unit([&](Tx& tx) -> Result<void> {
      TRY_VOID(customers::undo(tx, actor(), operation, {}));
      return {};
    });
  }

  // Who is whose customer by the map in the store.
  std::map<IdentityId, CustomerId> mapped() {
    return store_
        .snapshot([&](Snapshot& snapshot) -> Result<std::map<IdentityId, CustomerId>> {
          std::map<IdentityId, CustomerId> map;
          for (const Known& one : known_)
            map[one.id] = identities::customer_of(snapshot, one.id);
          return map;
        })
        .value();
  }
  // The same by resolving all that was seen at once; right as long as nobody decided anything.
  std::map<IdentityId, CustomerId> resolved() const {
    std::vector<Link> links;
    for (const auto& [pair, link] : links_)
      links.push_back(link);
    std::map<IdentityId, CustomerId> map;
    for (const Group& group : resolve(known_, links, {}).groups) {
      for (const IdentityId one : group.identities)
        map[one] = group.customer;
    }
    return map;
  }

  static constexpr std::int64_t kSize = 10;

 private:
  IdentityId id(std::int64_t n) const { return IdentityId(base_ + n); }
  CustomerId customer(Snapshot& snapshot, std::int64_t n) {
    return identities::customer_of(snapshot, id(n));
  }
  access::Actor actor() { return access::command_line(ids_, clock_.now()); }
  Link& link_between(std::int64_t one, std::int64_t other) {
    const auto pair = std::minmax(one, other);
    return links_.try_emplace(pair, link_of(id(one), id(other))).first->second;
  }
  template <class F>
  void unit(F&& f) {
    clock_.advance(std::chrono::seconds(1));
    RC_ASSERT(store_.unit(f).has_value());
  }
  std::optional<OperationId> did(const Result<Changed>& result) {
    clock_.advance(std::chrono::seconds(1));
    return result ? std::optional(result->operation) : std::nullopt;
  }

  store::Store& store_;
  IdSource& ids_;
  store::testing::SetClock& clock_;
  const std::int64_t base_;
  std::vector<Known> known_;
  std::map<std::pair<std::int64_t, std::int64_t>, Link> links_;
};

std::int64_t any_one() {
  return *rc::gen::inRange<std::int64_t>(0, World::kSize);
}

TEST_P(MergingTest, OneByOneIsTheSameAsAllAtOnce) {
  std::int64_t base = 10'000;
  const bool held = rc::check("incremental equals full", [&] {
    World world(store(), ids_, clock_, base += 100);
    const int steps = *rc::gen::inRange(0, 12);
    for (int i = 0; i < steps; ++i) {
      const auto one = any_one();
      const auto other = any_one();
      if (one != other) world.see(one, other, *rc::gen::inRange<std::int64_t>(0, 6));
      RC_ASSERT(world.mapped() == world.resolved());
    }
  });
  EXPECT_TRUE(held);
}

// Whatever was seen and decided before: taking back merges and splits, in any order, restores the
// customers exactly, and taking back all of them gives what sight alone says.
TEST_P(MergingTest, TakingBackRestoresExactlyWhatWas) {
  std::int64_t base = 100'000;
  const bool held = rc::check("undo is exact", [&] {
    World world(store(), ids_, clock_, base += 100);
    std::vector<OperationId> done;
    const int steps = *rc::gen::inRange(0, 14);
    for (int i = 0; i < steps; ++i) {
      const auto one = any_one();
      const auto other = any_one();
      if (one == other) continue;
      const int what = *rc::gen::inRange(0, 4);
      if (what < 2) {
        world.see(one, other, *rc::gen::inRange<std::int64_t>(0, 6));
        continue;
      }
      const auto before = world.mapped();
      const auto operation = what == 2 ? world.merge(one, other) : world.split(one);
      if (!operation) continue;
      if (*rc::gen::arbitrary<bool>()) {
        world.undo(*operation);
        RC_ASSERT(world.mapped() == before);
      } else {
        done.push_back(*operation);
      }
    }
    while (!done.empty()) {
      const auto at = *rc::gen::inRange<std::size_t>(0, done.size());
      world.undo(done[at]);
      done.erase(done.begin() + static_cast<std::ptrdiff_t>(at));
    }
    RC_ASSERT(world.mapped() == world.resolved());
  });
  EXPECT_TRUE(held);
}

}  // namespace
}  // namespace sluis::customers
