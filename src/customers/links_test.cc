#include "customers/links.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::customers {
namespace {

using identities::Kind;

constexpr Limits kLimits{.neighbours_max = 5, .circle_max = 8};

// Identity n of a small world: devices, e-mail addresses and users, in turns.
Known known(std::int64_t n) {
  static constexpr Kind kinds[] = {Kind::device, Kind::email, Kind::user, Kind::device,
                                   Kind::phone};
  return {.id = IdentityId(n), .kind = kinds[n % 5], .verified = n % 7 == 0};
}

Link seen(std::int64_t one, std::int64_t other, std::int64_t ts = 100) {
  Link link = link_of(IdentityId(one), IdentityId(other));
  link.seen = Instant(ts);
  return link;
}

Link decided(std::int64_t one, std::int64_t other, Decision decision, std::int64_t ts = 200) {
  Link link = link_of(IdentityId(one), IdentityId(other));
  link.decision = decision;
  link.decided = Instant(ts);
  return link;
}

Known device(std::int64_t n) {
  return {.id = IdentityId(n), .kind = Kind::device, .verified = false};
}
Known user(std::int64_t n) {
  return {.id = IdentityId(n), .kind = Kind::user, .verified = false};
}
Known email(std::int64_t n, bool verified = false) {
  return {.id = IdentityId(n), .kind = Kind::email, .verified = verified};
}

// "1+2 3": which identities are one customer.
std::string text_of(const Resolved& resolved) {
  std::string text;
  for (const Group& group : resolved.groups) {
    if (!text.empty()) text += ' ';
    for (const IdentityId one : group.identities) {
      if (one != group.identities.front()) text += '+';
      text += std::to_string(one.number());
    }
  }
  return text;
}

std::string groups(const std::vector<Known>& identities, const std::vector<Link>& links) {
  return text_of(resolve(identities, links, kLimits));
}

TEST(Links, AnIdentityAloneIsItsOwnCustomer) {
  const std::vector<Known> one = {device(7)};
  const Resolved resolved = resolve(one, {}, kLimits);
  ASSERT_EQ(resolved.groups.size(), 1u);
  EXPECT_EQ(resolved.groups[0].customer, CustomerId(7));
}

TEST(Links, WhatOneEventCarriesIsOnePerson) {
  EXPECT_EQ(groups({device(1), user(2), email(3)}, {seen(1, 2), seen(2, 3)}), "1+2+3");
}

TEST(Links, ACustomerKeepsItsNumberWhenItGrows) {
  const std::vector<Known> all = {device(1), user(2), device(3)};
  const std::vector<Link> first = {seen(1, 2, 10)};
  const std::vector<Link> grown = {seen(1, 2, 10), seen(2, 3, 20)};
  EXPECT_EQ(resolve(all, first, kLimits).groups[0].customer, number_of(first[0]));
  EXPECT_EQ(resolve(all, grown, kLimits).groups[0].customer, number_of(first[0]));
}

TEST(Links, ASharedDeviceJoinsNobody) {
  EXPECT_EQ(groups({device(1), user(2), user(3)}, {seen(1, 2), seen(1, 3)}), "1 2 3");
  const std::vector<Known> all = {device(1), user(2), user(3)};
  EXPECT_TRUE(resolve(all, std::vector{seen(1, 2), seen(1, 3)}, kLimits).proposals.empty());
}

TEST(Links, TwoVerifiedOfAKindAreOnlyProposed) {
  const std::vector<Known> all = {email(1), user(2), user(3)};
  const std::vector<Link> links = {seen(1, 2, 10), seen(1, 3, 20)};
  const Resolved resolved = resolve(all, links, kLimits);
  EXPECT_EQ(text_of(resolved), "1+2 3");
  ASSERT_EQ(resolved.proposals.size(), 1u);
  EXPECT_EQ(resolved.proposals[0], (Proposal{IdentityId(2), IdentityId(3)}));
  const std::vector<Known> addresses = {email(1, true), email(2, true), user(3)};
  EXPECT_EQ(text_of(resolve(addresses, std::vector{seen(1, 3, 10), seen(2, 3, 20)}, kLimits)),
            "1+3 2");
}

TEST(Links, APersonMayJoinWhatSightMayNot) {
  EXPECT_EQ(groups({user(1), user(2)}, {seen(1, 2)}), "1 2");
  EXPECT_EQ(groups({user(1), user(2)}, {decided(1, 2, Decision::joined)}), "1+2");
  Link both = seen(1, 2);
  both.decision = Decision::joined;
  both.decided = Instant(300);
  EXPECT_EQ(groups({user(1), user(2)}, {both}), "1+2");
}

TEST(Links, APartedPairStaysPartedHoweverOftenItIsSeen) {
  Link parted = seen(1, 2);
  parted.decision = Decision::parted;
  EXPECT_EQ(groups({device(1), user(2)}, {parted}), "1 2");
}

TEST(Links, WhomAPersonPartedNothingSeenBringsTogether) {
  const std::vector<Known> all = {device(1), device(2), email(3)};
  const std::vector<Link> links = {seen(1, 3, 10), seen(2, 3, 20), decided(1, 2, Decision::parted)};
  EXPECT_EQ(text_of(resolve(all, links, kLimits)), "1+3 2");
  EXPECT_TRUE(resolve(all, links, kLimits).proposals.empty());
}

TEST(Links, CircularMergesAreOneCustomer) {
  EXPECT_EQ(groups({device(1), device(2), device(3)}, {seen(1, 2), seen(2, 3), seen(1, 3)}),
            "1+2+3");
}

TEST(Links, WhatIsSeenWithEverybodyJoinsNobody) {
  std::vector<Known> all = {email(1)};
  std::vector<Link> links;
  for (std::int64_t n = 2; n <= 7; ++n) {
    all.push_back(device(n));
    links.push_back(seen(1, n));
  }
  EXPECT_EQ(groups(all, links), "1 2 3 4 5 6 7");
  links.pop_back();
  EXPECT_EQ(groups(all, links), "1+2+3+4+5+6 7");
}

TEST(Links, AChainThatNeverEndsIsNoise) {
  std::vector<Known> all = {device(1)};
  std::vector<Link> links;
  for (std::int64_t n = 2; n <= 9; ++n) {
    all.push_back(device(n));
    links.push_back(seen(n - 1, n));
  }
  EXPECT_EQ(groups(all, links), "1 2 3 4 5 6 7 8 9");
}

// A world of twelve identities and any links between them, each pair at most once.
std::vector<Known> world() {
  std::vector<Known> all;
  for (std::int64_t n = 1; n <= 12; ++n)
    all.push_back(known(n));
  return all;
}

std::vector<Link> any_links() {
  std::map<std::pair<std::int64_t, std::int64_t>, Link> links;
  const int count = *rc::gen::inRange(0, 20);
  for (int i = 0; i < count; ++i) {
    const auto one = *rc::gen::inRange<std::int64_t>(1, 13);
    const auto other = *rc::gen::inRange<std::int64_t>(1, 13);
    if (one == other) continue;
    Link link = seen(one, other, *rc::gen::inRange<std::int64_t>(0, 5));
    link.decision = *rc::gen::weightedElement<Decision>(
        {{6, Decision::none}, {2, Decision::joined}, {1, Decision::parted}});
    link.decided = Instant(*rc::gen::inRange<std::int64_t>(0, 5));
    links.insert_or_assign({link.a.number(), link.b.number()}, link);
  }
  std::vector<Link> all;
  for (const auto& [pair, link] : links)
    all.push_back(link);
  return all;
}

RC_GTEST_PROP(Links, TheOrderOfArrivalDoesNotMatter, ()) {
  auto links = any_links();
  const Resolved resolved = resolve(world(), links, kLimits);
  for (std::size_t i = links.size(); i > 1; --i)
    std::swap(links[i - 1], links[*rc::gen::inRange<std::size_t>(0, i)]);
  auto identities = world();
  std::ranges::reverse(identities);
  RC_ASSERT(resolve(identities, links, kLimits) == resolved);
}

RC_GTEST_PROP(Links, EveryIdentityIsInOneCustomerAndEveryCustomerHasItsOwnNumber, ()) {
  const Resolved resolved = resolve(world(), any_links(), kLimits);
  std::vector<IdentityId> all;
  std::vector<CustomerId> customers;
  for (const Group& group : resolved.groups) {
    all.insert(all.end(), group.identities.begin(), group.identities.end());
    customers.push_back(group.customer);
  }
  std::ranges::sort(all);
  std::ranges::sort(customers);
  RC_ASSERT(all.size() == 12u);
  RC_ASSERT(std::ranges::adjacent_find(all) == all.end());
  RC_ASSERT(std::ranges::adjacent_find(customers) == customers.end());
}

// Whoever is in one customer with another verified identity of the same kind was put there by a
// person.
RC_GTEST_PROP(Links, SightNeverJoinsTwoVerifiedOfAKind, ()) {
  auto links = any_links();
  std::erase_if(links, [](const Link& link) { return link.decision == Decision::joined; });
  for (const Group& group : resolve(world(), links, kLimits).groups) {
    std::vector<Kind> kinds;
    for (const IdentityId id : group.identities) {
      if (is_verified(known(id.number()))) kinds.push_back(known(id.number()).kind);
    }
    std::ranges::sort(kinds);
    RC_ASSERT(std::ranges::adjacent_find(kinds) == kinds.end());
  }
}

// Identities that no link reaches from what was added stay as they are.
RC_GTEST_PROP(Links, ACircleIsResolvedWithoutLookingBeyondIt, ()) {
  const auto links = any_links();
  auto far = links;
  std::vector<Known> identities = world();
  for (std::int64_t n = 101; n <= 104; ++n)
    identities.push_back(known(n));
  far.push_back(seen(101, 102));
  far.push_back(decided(103, 104, Decision::joined));
  const Resolved near = resolve(world(), links, kLimits);
  Resolved wide = resolve(identities, far, kLimits);
  std::erase_if(wide.groups, [](const Group& group) { return group.identities[0].number() > 100; });
  RC_ASSERT(wide.groups == near.groups);
}

}  // namespace
}  // namespace sluis::customers
