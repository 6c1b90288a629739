#include "customers/erase.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "customers/purge.h"
#include "customers/testing.h"
#include "platform/api/idempotency.h"
#include "platform/capability.h"
#include "platform/store/postgres.h"

namespace sluis::customers {
namespace {

using store::Dialect;
using store::Snapshot;
using store::Tx;

// Words of the person that stand nowhere else.
constexpr std::string_view kSurname = "Zwaluwenburg";
constexpr std::string_view kAddress = "kim.zwaluwenburg@example.com";
constexpr std::string_view kPhone = "+31612345987";
constexpr std::string_view kSaid = "at the fair in Ootmarsum";

class EraseTest : public testing::PeopleTest {
 protected:
  IdentityId known_as(identities::Kind kind, std::string_view value) {
    return keep([&](Tx& tx) { return consent::remember_identity(tx, kind, value, clock_.now()); })
        .value();
  }

  void agree(IdentityId identity, consent::Ground ground) {
    keep([&](Tx& tx) {
      return consent::record(tx, actor(), identity,
                             {.means = consent::Means::email,
                              .purpose = consent::Purpose::marketing,
                              .ground = ground,
                              .source = {std::string(kSaid)}});
    }).value();
  }

  // Kim, in every table that can know a person.
  std::vector<IdentityId> everywhere() {
    const IdentityId address = known_as(identities::Kind::email, kAddress);
    const IdentityId phone = known_as(identities::Kind::phone, kPhone);
    see(address, phone);
    merged(alone(address), alone(user(77))).value();
    agree(address, consent::Ground::opt_in);
    agree(phone, consent::Ground::objection);
    keep([&](Tx& tx) -> Result<void> {
      const TraitSeen name[] = {{"last_name", std::string(kSurname), Instant(5), 1}};
      note_traits(tx, address, name);
      const Company company = TRY(add_company(tx, actor(), {.name = {"Works Ltd"}}));
      TRY_VOID(set_role(tx, actor(), company.id, phone, Line<0, 80>{"buyer"}));
      access::audit(tx, actor(),
                    {.entity = "customer",
                     .id = to_string(alone(address)),
                     .action = "changed",
                     .after = Json{to_json(std::string(kSurname))}});
      api::idempotency::keep(
          tx, {"usr_1", "key", "hash"},
          {.status = 200, .headers = {}, .body = R"({"value":")" + std::string(kAddress) + "\"}"},
          clock_.now());
      return {};
    }).value();
    return {address, phone, IdentityId(77)};
  }

  Forgetting erased(CustomerId customer) {
    return keep([&](Tx& tx) { return forget(tx, actor(), customer); }).value();
  }
  bool purged(const Forgetting& begun) {
    return purge({store(), home().location(), ids_}, begun).has_value();
  }

  // All bytes that are kept: every file, or the whole database as text.
  std::string kept() {
    if (GetParam() == Dialect::postgres) return dump();
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(home().folder())) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
  }

 private:
  std::string dump() {
    store::Postgres connection(home().location().url, false, nullptr);
    const auto rows = connection.query_text("select database_to_xml(true, true, '')", {});
    EXPECT_TRUE(rows->next());
    return std::string(store::read_text(rows->value(0)));
  }
};
SLUIS_ON_BOTH_HOMES(EraseTest);

TEST_P(EraseTest, NoFileHoldsAWordOfWhomWasForgotten) {
  const auto kim = everywhere();
  for (const std::string_view word : {kSurname, kAddress, kPhone, kSaid})
    EXPECT_TRUE(kept().contains(word)) << word;
  const Forgetting begun = erased(customer(kim[0]));
  EXPECT_EQ(begun.person.identities.size(), 3u);
  ASSERT_TRUE(purged(begun));
  const std::string left = kept();
  for (const std::string_view word : {kSurname, kAddress, kPhone, kSaid})
    EXPECT_FALSE(left.contains(word)) << word;
  EXPECT_FALSE(left.contains("zwaluwenburg"));
  EXPECT_TRUE(left.contains("Works Ltd"));
}

TEST_P(EraseTest, NobodyIsFoundAnyMoreButTheObjectionHolds) {
  const auto kim = everywhere();
  erased(customer(kim[0]));
  EXPECT_TRUE(look([](Snapshot& snapshot) { return search(snapshot, "kim", 5); }).empty());
  EXPECT_FALSE(
      store().snapshot([&](Snapshot& snapshot) { return profile(snapshot, alone(kim[0])); }));
  const auto verdict = look([&](Snapshot& snapshot) {
    return consent::allowed(snapshot, {&kim[1], 1}, consent::Means::email,
                            consent::Purpose::marketing, clock_.now());
  });
  EXPECT_EQ(verdict.reason, consent::Reason::objected);
  const auto again = keep([&](Tx& tx) { return forget(tx, actor(), alone(kim[0])); });
  EXPECT_FALSE(again);
}

TEST_P(EraseTest, WhoStaysBehindKeepsTheirOwn) {
  const auto kim = everywhere();
  const auto bob = user(88);
  keep([&](Tx& tx) -> Result<void> {
    const TraitSeen name[] = {{"name", "Bob", Instant(5), 1}};
    note_traits(tx, bob, name);
    return {};
  }).value();
  see(kim[1], bob, 500);  // two users: they stay two customers
  erased(customer(kim[0]));
  EXPECT_EQ(customer(bob), alone(bob));
  EXPECT_EQ(look([](Snapshot& snapshot) { return search(snapshot, "bob", 5); }).size(), 1u);
}

TEST_P(EraseTest, AfterARestoreTheListErasesAgain) {
  const auto kim = everywhere();
  erased(customer(kim[0]));
  const auto list = look([](Snapshot& snapshot) { return erasures(snapshot); });
  ASSERT_EQ(list.size(), 3u);
  // What an older backup brings back.
  everywhere();
  const auto again = keep([&](Tx& tx) -> Result<std::vector<Forgetting>> {
                       return erase_again(tx, actor(), list);
                     }).value();
  for (const Forgetting& one : again)
    ASSERT_TRUE(purged(one));
  EXPECT_FALSE(kept().contains(kSurname));
  EXPECT_FALSE(kept().contains(kAddress));
}

TEST_P(EraseTest, EverythingOfAPersonIsTold) {
  const auto kim = everywhere();
  const auto all =
      store()
          .snapshot([&](Snapshot& snapshot) { return everything_of(snapshot, customer(kim[0])); })
          .value();
  EXPECT_EQ(all.profile.identities.size(), 3u);
  EXPECT_EQ(all.consent.size(), 2u);
  EXPECT_EQ(all.operations.size(), 1u);
  EXPECT_EQ(all.profile.companies.size(), 1u);
}

}  // namespace
}  // namespace sluis::customers
