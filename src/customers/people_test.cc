#include "customers/people.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "customers/store_people.h"
#include "customers/testing.h"
#include "platform/capability.h"

namespace sluis::customers {
namespace {

using store::Snapshot;
using store::Tx;

TraitSeen seen(std::string name, std::string value, std::int64_t ts, std::int64_t tie = 0) {
  return {std::move(name), std::move(value), Instant(ts), tie};
}

rc::Gen<TraitSeen> any_seen() {
  return rc::gen::exec([] {
    return seen(*rc::gen::element<std::string>("city", "visits"),
                *rc::gen::element<std::string>("Delft", "3", "-1.5", "12"),
                *rc::gen::inRange<std::int64_t>(0, 4), *rc::gen::inRange<std::int64_t>(0, 3));
  });
}

RC_GTEST_PROP(Traits, UpdatesCommute, ()) {
  auto all = *rc::gen::container<std::vector<TraitSeen>>(any_seen());
  const auto together = [](const std::vector<TraitSeen>& some) {
    std::vector<Trait> traits;
    for (const TraitSeen& one : some)
      traits.push_back(trait_of(one));
    return joined(std::move(traits));
  };
  const auto first = together(all);
  std::ranges::reverse(all);
  RC_ASSERT(together(all) == first);
  // And in two halves.
  const auto half = static_cast<std::ptrdiff_t>(all.size() / 2);
  auto parts = together({all.begin(), all.begin() + half});
  std::ranges::move(together({all.begin() + half, all.end()}), std::back_inserter(parts));
  RC_ASSERT(joined(parts) == first);
}

TEST(Traits, AreReadFromWhatIsPrivateOnly) {
  const auto traits = traits_in(
      R"({"plan": "gold", "$private": {"traits": {"name": "Kim", "age": 41, "tags": ["a"],)"
      R"( "vip": true, "note": null}, "traits_once": {"source": "fair"}}})",
      Instant(5), 7);
  ASSERT_EQ(traits.size(), 4u);
  EXPECT_EQ(traits[0].name, "name");
  EXPECT_EQ(traits[1].value, "41");
  EXPECT_EQ(traits[2].value, "true");
  EXPECT_EQ(traits[3].name, "source");
  for (const char* bad : {"", "{", "[]", R"({"$private": 1})", R"({"$private": {"traits": 2}})"})
    EXPECT_TRUE(traits_in(bad, Instant(0), 0).empty());
  const std::string large(1'001, 'x');
  EXPECT_TRUE(
      traits_in(R"({"$private": {"traits": {"a": ")" + large + R"("}}})", Instant(0), 0).empty());
}

TEST(Traits, ANameIsWhatToolsCallIt) {
  const auto named = [](std::vector<std::pair<std::string, std::string>> pairs) {
    std::vector<Trait> traits;
    for (auto& [name, value] : pairs)
      traits.push_back(trait_of(seen(name, value, 0)));
    return display_name(traits);
  };
  EXPECT_EQ(named({{"firstName", "Kim"}, {"last_name", "Jansen"}}), "Kim Jansen");
  EXPECT_EQ(named({{"name", "K. Jansen"}, {"firstName", "Kim"}}), "K. Jansen");
  EXPECT_EQ(named({{"lastname", "Jansen"}}), "Jansen");
  EXPECT_EQ(named({{"company", "Jansen BV"}}), "Jansen BV");
  EXPECT_EQ(named({}), "");
}

TEST(Traits, WordsAreFoldedAndWhole) {
  EXPECT_EQ(words_in("Zoë van der Bérg"), (std::vector<std::string>{"zoe", "van", "der", "berg"}));
  EXPECT_EQ(words_in("kim@example.com"), (std::vector<std::string>{"kim", "example", "com"}));
  std::string letters;
  for (int i = 0; i < 100; ++i)
    letters += "я";
  const auto words = words_in(letters);
  ASSERT_EQ(words.size(), 1u);
  EXPECT_TRUE(utf8_length(words[0]).has_value());
}

class PeopleStoreTest : public testing::PeopleTest {
 protected:
  void note(IdentityId id, const std::vector<TraitSeen>& traits) {
    keep([&](Tx& tx) -> Result<void> {
      note_traits(tx, id, traits);
      return {};
    }).value();
  }
  std::vector<CustomerId> found(std::string_view text) {
    return look([&](Snapshot& snapshot) { return search(snapshot, text, 10); });
  }
  Profile profile_of(CustomerId id) {
    return store().snapshot([&](Snapshot& snapshot) { return profile(snapshot, id); }).value();
  }
};
SLUIS_ON_BOTH_HOMES(PeopleStoreTest);

TEST_P(PeopleStoreTest, TheStoreJoinsAsTheRuleSays) {
  std::int64_t next = 100;
  const bool held = rc::check("upsert equals joined", [&] {
    const IdentityId id(++next);
    const auto all = *rc::gen::container<std::vector<TraitSeen>>(any_seen());
    std::vector<Trait> expected;
    for (const TraitSeen& one : all) {
      note(id, {one});
      expected.push_back(trait_of(one));
    }
    const auto stored = look([&](Snapshot& snapshot) { return sql::traits(snapshot, id); });
    RC_ASSERT(stored == joined(std::move(expected)));
  });
  EXPECT_TRUE(held);
}

TEST_P(PeopleStoreTest, AProfileHoldsAllIdentitiesOfACustomer) {
  const auto phone = device(1);
  const auto kim = user(2);
  note(kim, {seen("name", "Kim Jansen", 10)});
  note(phone, {seen("name", "Somebody", 5), seen("city", "Delft", 5)});
  see(phone, kim);
  const Profile whole = profile_of(customer(kim));
  EXPECT_EQ(whole.name, "Kim Jansen");
  EXPECT_EQ(whole.identities.size(), 2u);
  EXPECT_EQ(whole.traits.size(), 2u);
  EXPECT_EQ(profile_of(CustomerId(1)).id, whole.id);
}

TEST_P(PeopleStoreTest, PeopleAreFoundByTheBeginningOfTheirWords) {
  const auto kim = user(2);
  const auto bob = user(3);
  note(kim, {seen("first_name", "Zoë", 1), seen("last_name", "Jansen", 1)});
  note(bob, {seen("name", "Bob Jansen", 1)});
  EXPECT_EQ(found("zoe jan"), std::vector{customer(kim)});
  EXPECT_EQ(found("JANS").size(), 2u);
  EXPECT_TRUE(found("zoe bob").empty());
  EXPECT_TRUE(found("%").empty());
  note(kim, {seen("last_name", "Smit", 2)});
  EXPECT_TRUE(found("zoe jansen").empty());
  EXPECT_EQ(found("smit"), std::vector{customer(kim)});
}

TEST_P(PeopleStoreTest, SomebodyIsFoundAmongManyWithTheSameWords) {
  constexpr std::int64_t kMany = 5'100;
  keep([](Tx& tx) -> Result<void> {
    for (std::int64_t number = 1; number <= 2 * kMany; ++number)
      sql::add_word(tx, IdentityId(number), number <= kMany ? "jan" : "vries");
    return {};
  }).value();
  const IdentityId jan = user(2 * kMany + 1);
  note(jan, {seen("name", "Jan de Vries", 1)});
  EXPECT_EQ(found("jan de vries"), std::vector{customer(jan)});
  EXPECT_EQ(found("jan").size(), 10u);
}

TEST_P(PeopleStoreTest, OfManyWordsTheFourLongestCount) {
  const IdentityId jan = user(1);
  note(jan, {seen("name", "Jan Willem van der Berg Hofman", 1)});
  EXPECT_EQ(found("jan willem van berg"), std::vector{customer(jan)});
  EXPECT_EQ(found("jan willem van der berg hofman"), std::vector{customer(jan)});
  EXPECT_TRUE(found("jan willem hofman bakker").empty());
  EXPECT_TRUE(found("jan willem van der berg bakkerij").empty());
}

TEST_P(PeopleStoreTest, TheWordsOfACustomerAreThoseOfAllItsIdentities) {
  const IdentityId phone = device(1);
  const IdentityId kim = user(2);
  const IdentityId bob = user(3);
  note(phone, {seen("first_name", "Kim", 1)});
  note(kim, {seen("last_name", "Jansen", 1)});
  note(bob, {seen("name", "Kim Bakker", 1)});
  EXPECT_TRUE(found("kim jansen").empty());
  see(phone, kim);
  EXPECT_EQ(found("kim jansen"), std::vector{customer(kim)});
  EXPECT_EQ(found("jansen JAN j"), std::vector{customer(kim)});
  EXPECT_TRUE(found("kim jansen jansens").empty());
  EXPECT_EQ(found("kim").size(), 2u);
}

TEST_P(PeopleStoreTest, OneIdentityHasAnEndOfTraits) {
  const auto kim = user(2);
  std::vector<TraitSeen> many;
  for (int i = 0; i < 250; ++i)
    many.push_back(seen("trait" + std::to_string(i), "x", 1));
  note(kim, many);
  EXPECT_EQ(profile_of(customer(kim)).traits.size(), kTraitsMax);
}

TEST_P(PeopleStoreTest, CompaniesHavePeopleWithRoles) {
  const auto kim = user(2);
  const auto made =
      keep([&](Tx& tx) { return add_company(tx, actor(), {.name = {"Jansen BV"}}); }).value();
  const auto changed = keep([&](Tx& tx) {
    return change_company(tx, actor(), made.id, 1, {.vat_number = {true, {"NL001"}}});
  });
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->version, 2);
  const auto late = keep([&](Tx& tx) { return change_company(tx, actor(), made.id, 1, {}); });
  EXPECT_FALSE(late);
  const auto role = [&](std::optional<Line<0, 80>> given) {
    return keep([&](Tx& tx) { return set_role(tx, actor(), made.id, kim, given); });
  };
  ASSERT_TRUE(role({{"buyer"}}));
  EXPECT_EQ(profile_of(customer(kim)).companies.at(0).role, "buyer");
  ASSERT_TRUE(role({}));
  EXPECT_TRUE(profile_of(customer(kim)).companies.empty());
  const auto by_name = look([](Snapshot& snapshot) { return companies(snapshot, "jansen", 5); });
  EXPECT_EQ(by_name.size(), 1u);
  const auto nowhere =
      keep([&](Tx& tx) { return set_role(tx, actor(), CompanyId(9), kim, Line<0, 80>{"x"}); });
  EXPECT_FALSE(nowhere);
}

}  // namespace
}  // namespace sluis::customers
