#include "consent/rules.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::consent {
namespace {

using enum Means;
using enum Purpose;

Instant moment(std::string_view text) {
  return *parse_instant(text);
}

const Instant kNow = moment("2026-11-22T12:00:00Z");

Evidence evidence(Ground ground, std::optional<Means> means, std::optional<Purpose> purpose,
                  Instant ts, std::int64_t identity = 1) {
  static std::int64_t next = 0;
  Evidence made;
  made.identity = IdentityId(identity);
  made.id = EvidenceId(++next);
  made.means = means;
  made.purpose = purpose;
  made.ground = ground;
  made.ts = ts;
  return made;
}

Evidence days_ago(int days, Ground ground, std::optional<Means> means,
                  std::optional<Purpose> purpose, std::int64_t identity = 1) {
  return evidence(ground, means, purpose, kNow - std::chrono::days(days), identity);
}

Reason reason(const std::vector<Evidence>& all, Means means, Purpose purpose, Instant at = kNow) {
  return decide(all, means, purpose, at).reason;
}

bool open(const std::vector<Evidence>& all, Means means, Purpose purpose, Instant at = kNow) {
  return decide(all, means, purpose, at).allowed;
}

TEST(ConsentRules, OneRuleAtMostForEachDay) {
  for (const Rule& one : rules()) {
    EXPECT_FALSE(one.to && *one.to <= one.from);
    for (const Rule& other : rules()) {
      if (&one == &other || one.means != other.means || one.purpose != other.purpose) continue;
      const bool apart = (one.to && *one.to <= other.from) || (other.to && *other.to <= one.from);
      EXPECT_TRUE(apart) << enum_name(one.means) << " " << enum_name(one.purpose);
    }
  }
}

// Every rule that begins or ends does so on its very day.
TEST(ConsentRules, EachRuleBeginsAndEndsOnItsDay) {
  for (const Rule& rule : rules()) {
    const Date before = rule.from + std::chrono::days(-1);
    EXPECT_NE(rule_of(rule.means, rule.purpose, before), &rule);
    EXPECT_EQ(rule_of(rule.means, rule.purpose, rule.from), &rule);
    if (!rule.to) continue;
    EXPECT_EQ(rule_of(rule.means, rule.purpose, *rule.to + std::chrono::days(-1)), &rule);
    EXPECT_NE(rule_of(rule.means, rule.purpose, *rule.to), &rule);
  }
}

TEST(ConsentRules, TheTelephoneNeedsAYesSinceJuly2021) {
  const Instant before = moment("2021-06-30T21:59:59Z");  // a second before midnight in Amsterdam
  const Instant after = moment("2021-06-30T22:00:00Z");
  EXPECT_EQ(reason({}, telephone, marketing, before), Reason::not_objected);
  EXPECT_EQ(reason({}, telephone, marketing, after), Reason::no_evidence);
  const auto yes = evidence(Ground::opt_in, telephone, marketing, before - std::chrono::hours(1));
  EXPECT_EQ(reason({yes}, telephone, marketing, after), Reason::opted_in);
}

TEST(ConsentRules, ExistingCustomersNeedAYesForTheTelephoneSinceJuly2026) {
  const auto bought =
      evidence(Ground::relation, telephone, similar_products, moment("2026-01-01T00:00:00Z"));
  EXPECT_EQ(reason({bought}, telephone, similar_products, moment("2026-06-30T21:59:59Z")),
            Reason::relation);
  EXPECT_EQ(reason({bought}, telephone, similar_products, moment("2026-06-30T22:00:00Z")),
            Reason::no_evidence);
  EXPECT_FALSE(open({bought}, telephone, marketing, moment("2026-06-30T21:59:59Z")));
}

TEST(ConsentRules, EmailMayFollowAnOrderWithSimilarProductsOnly) {
  const auto bought = days_ago(10, Ground::relation, email, similar_products);
  EXPECT_EQ(reason({bought}, email, similar_products), Reason::relation);
  EXPECT_EQ(reason({bought}, email, marketing), Reason::no_evidence);
  EXPECT_EQ(reason({}, email, similar_products), Reason::no_evidence);
  const Instant before = moment("2004-05-18T21:59:59Z");
  EXPECT_EQ(reason({}, email, similar_products, before), Reason::never_allowed);
  EXPECT_EQ(reason({}, email, similar_products, moment("2004-05-18T22:00:00Z")),
            Reason::no_evidence);
}

TEST(ConsentRules, AnUnsubscribedCustomerIsNotMailedAfterTheNextOrder) {
  const auto bought = days_ago(30, Ground::relation, email, similar_products);
  const auto left = days_ago(20, Ground::withdrawal, email, std::nullopt);
  const auto bought_again = days_ago(10, Ground::relation, email, similar_products);
  EXPECT_EQ(reason({bought, left, bought_again}, email, similar_products), Reason::withdrawn);
  const auto yes = days_ago(5, Ground::opt_in, email, similar_products);
  EXPECT_EQ(reason({bought, left, bought_again, yes}, email, similar_products), Reason::opted_in);
}

TEST(ConsentRules, DevicesAreFollowedAfterAYesOnly) {
  EXPECT_EQ(reason({}, web, tracking), Reason::no_evidence);
  EXPECT_EQ(reason({days_ago(1, Ground::opt_in, web, tracking)}, web, tracking), Reason::opted_in);
  EXPECT_EQ(reason({days_ago(1, Ground::opt_in, web, personalisation)}, web, tracking),
            Reason::no_evidence);
  EXPECT_EQ(reason({}, web, tracking, moment("2012-06-04T21:59:59Z")), Reason::never_allowed);
  EXPECT_EQ(reason({}, web, tracking, moment("2012-06-04T22:00:00Z")), Reason::no_evidence);
}

TEST(ConsentRules, PostGoesOnUntilSomebodyObjects) {
  EXPECT_EQ(reason({}, post, marketing), Reason::not_objected);
  EXPECT_EQ(reason({days_ago(1, Ground::withdrawal, post, marketing)}, post, marketing),
            Reason::not_objected);
  EXPECT_EQ(reason({days_ago(1, Ground::objection, post, std::nullopt)}, post, marketing),
            Reason::objected);
  EXPECT_EQ(reason({}, post, marketing, moment("2018-05-24T21:59:59Z")), Reason::never_allowed);
}

TEST(ConsentRules, WhatWasAgreedMayBeTalkedAbout) {
  const auto order = days_ago(3, Ground::contract, email, service);
  EXPECT_EQ(reason({order}, email, service), Reason::contract);
  EXPECT_EQ(reason({order, days_ago(1, Ground::withdrawal, email, std::nullopt)}, email, service),
            Reason::contract);
  EXPECT_EQ(reason({order}, email, marketing), Reason::no_evidence);
  EXPECT_EQ(reason({}, email, service), Reason::no_evidence);
}

TEST(ConsentRules, AnObjectionGoesOverEverythingItNamesAndNothingElse) {
  const auto yes_mail = days_ago(9, Ground::opt_in, email, marketing);
  const auto yes_call = days_ago(9, Ground::opt_in, telephone, marketing);
  const auto no_calls = days_ago(1, Ground::objection, telephone, std::nullopt);
  EXPECT_EQ(reason({yes_mail, yes_call, no_calls}, telephone, marketing), Reason::objected);
  EXPECT_EQ(reason({yes_mail, yes_call, no_calls}, email, marketing), Reason::opted_in);
  const auto nothing = days_ago(0, Ground::objection, std::nullopt, std::nullopt);
  for (const Means means : enum_values<Means>()) {
    for (const Purpose purpose : enum_values<Purpose>())
      EXPECT_FALSE(open({yes_mail, yes_call, nothing}, means, purpose));
  }
}

TEST(ConsentRules, AnObjectionHoldsFromItsMomentOn) {
  const auto yes = days_ago(9, Ground::opt_in, email, marketing);
  const auto no = evidence(Ground::objection, email, marketing, kNow);
  EXPECT_TRUE(open({yes, no}, email, marketing, kNow - Duration(1)));
  EXPECT_FALSE(open({yes, no}, email, marketing, kNow));
  // Said at once: the no holds.
  const auto both = evidence(Ground::opt_in, email, marketing, kNow);
  EXPECT_FALSE(open({yes, no, both}, email, marketing, kNow));
}

TEST(ConsentRules, EvidenceExpires) {
  auto yes = days_ago(9, Ground::opt_in, email, marketing);
  yes.expires = kNow;
  EXPECT_TRUE(open({yes}, email, marketing, kNow - Duration(1)));
  EXPECT_EQ(reason({yes}, email, marketing), Reason::expired);
}

TEST(ConsentRules, TheStrictestOfMergedIdentitiesWins) {
  const auto yes = days_ago(1, Ground::opt_in, email, marketing, 1);
  const auto no = days_ago(9, Ground::objection, email, marketing, 2);
  EXPECT_TRUE(open({yes}, email, marketing));
  EXPECT_FALSE(open({yes, no}, email, marketing));
  const auto same = days_ago(9, Ground::objection, email, marketing, 1);
  EXPECT_TRUE(open({yes, same}, email, marketing));
}

TEST(ConsentRules, SummerTimeBeginsAndEndsInDutchDays) {
  EXPECT_EQ(dutch_day(moment("2026-03-28T22:59:59Z")), Date(2026, 3, 28));
  EXPECT_EQ(dutch_day(moment("2026-03-28T23:00:00Z")), Date(2026, 3, 29));
  EXPECT_EQ(dutch_day(moment("2026-03-29T21:59:59Z")), Date(2026, 3, 29));
  EXPECT_EQ(dutch_day(moment("2026-03-29T22:00:00Z")), Date(2026, 3, 30));
  EXPECT_EQ(dutch_day(moment("2026-10-25T22:59:59Z")), Date(2026, 10, 25));
  EXPECT_EQ(dutch_day(moment("2026-10-25T23:00:00Z")), Date(2026, 10, 26));
}

TEST(ConsentRules, AYesNamesItsMeansAndPurpose) {
  Claim claim{.means = {}, .purpose = {}, .ground = Ground::opt_in, .source = {"form"}};
  EXPECT_EQ(problems_of(claim, kNow).size(), 2u);
  claim.ground = Ground::objection;
  EXPECT_TRUE(problems_of(claim, kNow).empty());
  claim.ts = kNow + std::chrono::minutes(6);
  claim.expires = kNow;
  EXPECT_EQ(problems_of(claim, kNow).size(), 2u);
}

rc::Gen<Evidence> any_evidence() {
  return rc::gen::exec([] {
    auto means = enum_values<Means>();
    auto purposes = enum_values<Purpose>();
    const auto ground = *rc::gen::elementOf(enum_values<Ground>());
    const bool named = *rc::gen::inRange(0, 3) != 0;
    auto made = days_ago(*rc::gen::inRange(0, 20), ground, *rc::gen::elementOf(means),
                         *rc::gen::elementOf(purposes), *rc::gen::inRange<std::int64_t>(1, 4));
    if (!named) made.purpose = std::nullopt;
    return made;
  });
}

// Merging can only take away what a single identity was refused, never add to it; and the order in
// which evidence is read does not matter.
RC_GTEST_PROP(ConsentRules, AMergeNeverTurnsANoIntoAYes, ()) {
  auto all = *rc::gen::container<std::vector<Evidence>>(any_evidence());
  const auto means = *rc::gen::elementOf(enum_values<Means>());
  const auto purpose = *rc::gen::elementOf(enum_values<Purpose>());
  const bool merged = open(all, means, purpose);
  for (std::int64_t identity = 1; identity < 4; ++identity) {
    std::vector<Evidence> own;
    std::ranges::copy_if(all, std::back_inserter(own),
                         [&](const Evidence& one) { return one.identity.number() == identity; });
    const Reason why = reason(own, means, purpose);
    if (why == Reason::objected) RC_ASSERT(!merged);
  }
  std::ranges::reverse(all);
  RC_ASSERT(open(all, means, purpose) == merged);
}

RC_GTEST_PROP(ConsentRules, TheMaskSaysWhatTheGateSaysOfANo, ()) {
  auto all = *rc::gen::container<std::vector<Evidence>>(any_evidence());
  for (Evidence& one : all)
    one.identity = IdentityId(1);
  const std::uint64_t mask = refused_mask(all, kNow);
  for (const Means means : enum_values<Means>()) {
    for (const Purpose purpose : enum_values<Purpose>()) {
      const bool refused = (mask & mask_of(means, purpose)) != 0;
      if (reason(all, means, purpose) == Reason::objected) RC_ASSERT(refused);
      if (reason(all, means, purpose) == Reason::opted_in) RC_ASSERT(!refused);
    }
  }
}

}  // namespace
}  // namespace sluis::consent
