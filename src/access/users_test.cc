// Users: the first administrator, the last one, and passwords that only their owner knows.
#include "access/users.h"

#include <latch>
#include <thread>

#include "access/testing.h"
#include "platform/api/refusal.h"

namespace sluis::access {
namespace {

using api::Role;
using store::Tx;

constexpr std::string_view kHash = "$not a hash that matches";

class UsersTest : public testing::AccessTest {
 protected:
  // The token in a link.
  static std::string token_of(std::string_view path) {
    return std::string(path.substr(path.find('#') + 1));
  }

  std::string offer_setup() {
    return token_of(**keep([&](Tx& tx) { return setup_link(tx, now()); }));
  }
  Result<void> check(std::string_view token) {
    return store().snapshot(
        [&](store::Snapshot& snapshot) { return check_setup(snapshot, token, now()); });
  }
  Result<User> set_up(std::string_view token, std::string_view name) {
    return keep([&](Tx& tx) {
      return first_admin(tx, actor(), token, draft(name, {Role::admin}), std::string(kHash));
    });
  }
  Result<Link> link_for(UserId user) {
    return keep([&](Tx& tx) { return make_password_link(tx, actor(), user); });
  }
  Result<void> choose_password(UserId user, std::string_view token) {
    return keep([&](Tx& tx) { return set_password(tx, actor(), user, token, std::string(kHash)); });
  }
  Result<User> change(const User& user, const UserPatch& patch) {
    return keep([&](Tx& tx) { return change_user(tx, actor(), user.id, patch, user.version); });
  }
  User found(UserId id) {
    return *store().snapshot([&](store::Snapshot& snapshot) { return find_user(snapshot, id); });
  }
};
SLUIS_ON_BOTH_HOMES(UsersTest);

UserPatch inactive() {
  UserPatch patch;
  patch.active = {.present = true, .value = false};
  return patch;
}
UserPatch with_roles(std::vector<Role> roles) {
  UserPatch patch;
  patch.roles = {.present = true, .value = std::move(roles)};
  return patch;
}

// How many of `count` threads that start together succeed.
int winners_of(int count, const std::function<bool(int)>& attempt) {
  std::latch start(count);
  std::atomic<int> won = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < count; ++i) {
    threads.emplace_back([&, i] {
      start.arrive_and_wait();
      if (attempt(i)) ++won;
    });
  }
  threads.clear();
  return won;
}

TEST_P(UsersTest, OfManyWhoTakeOneAddressOneGetsIt) {
  constexpr int kPeople = 8;
  std::vector<User> people;
  for (int i = 0; i < kPeople; ++i)
    people.push_back(add("u" + std::to_string(i), {Role::agent}));
  UserPatch patch;
  patch.email = {.present = true, .value = {"one@example.com"}};
  std::atomic<int> told = 0;
  const int won = winners_of(kPeople, [&](int i) {
    const auto changed = change(people[static_cast<std::size_t>(i)], patch);
    if (!changed && is(changed.error(), UserRefusal::email_taken)) {
      told += changed.error().fields().at(0).pointer == "/email";
    }
    return changed.has_value();
  });
  EXPECT_EQ(won, 1);
  EXPECT_EQ(told, kPeople - 1);
}

TEST_P(UsersTest, TheNewestSetUpLinkMakesTheFirstAdminOnce) {
  const std::string replaced = offer_setup();
  const std::string token = offer_setup();
  EXPECT_TRUE(is(set_up(replaced, "ann").error(), UserRefusal::link_invalid));
  EXPECT_TRUE(is(check(replaced).error(), UserRefusal::link_invalid));
  EXPECT_TRUE(check(token));
  const auto admin = set_up(token, "ann");
  ASSERT_TRUE(admin);
  EXPECT_TRUE(is(check(token).error(), UserRefusal::already_set_up));
  EXPECT_TRUE(admin->has_password);
  EXPECT_TRUE(is(set_up(token, "bob").error(), UserRefusal::already_set_up));
  EXPECT_EQ(*keep([&](Tx& tx) { return setup_link(tx, now()); }), std::nullopt);
}

TEST_P(UsersTest, ASetUpLinkLastsADay) {
  const std::string token = offer_setup();
  clock_.advance(kSetupLinkLife);
  EXPECT_TRUE(is(set_up(token, "ann").error(), UserRefusal::link_invalid));
}

TEST_P(UsersTest, OfManySetUpsAtOnceOneWins) {
  const std::string token = offer_setup();
  const int won =
      winners_of(8, [&](int i) { return set_up(token, "u" + std::to_string(i)).has_value(); });
  EXPECT_EQ(won, 1);
}

TEST_P(UsersTest, AnAdminOfTheCommandLineEndsSetUp) {
  const std::string token = offer_setup();
  add("ann", {Role::admin});
  EXPECT_TRUE(is(set_up(token, "eve").error(), UserRefusal::already_set_up));
}

TEST_P(UsersTest, AnEmailAddressHasOneUser) {
  const User ann = add("ann", {Role::admin});
  const User bob = add("bob", {Role::agent});
  const auto again = keep(
      [&](Tx& tx) { return add_user(tx, actor(), draft("ann", {Role::agent}), std::nullopt); });
  EXPECT_TRUE(is(again.error(), UserRefusal::email_taken));
  UserPatch patch;
  patch.email = {.present = true, .value = ann.email};
  EXPECT_TRUE(is(change(bob, patch).error(), UserRefusal::email_taken));
}

TEST_P(UsersTest, OfManyWithOneEmailAddressOneIsAdded) {
  const int won = winners_of(8, [&](int) {
    return keep([&](Tx& tx) {
             return add_user(tx, actor(), draft("ann", {Role::agent}), std::nullopt);
           })
        .has_value();
  });
  EXPECT_EQ(won, 1);
}

TEST_P(UsersTest, TheLastActiveAdminStays) {
  const User ann = add("ann", {Role::admin});
  EXPECT_TRUE(is(change(ann, inactive()).error(), UserRefusal::last_admin));
  EXPECT_TRUE(is(change(ann, with_roles({Role::agent})).error(), UserRefusal::last_admin));
  EXPECT_EQ(found(ann.id), ann) << "a refusal changes nothing";
  const User bob = add("bob", {Role::agent, Role::admin});
  EXPECT_TRUE(change(ann, with_roles({Role::manager})));
  EXPECT_TRUE(is(change(bob, inactive()).error(), UserRefusal::last_admin));
}

TEST_P(UsersTest, OfAdminsThatAllStepDownAtOnceOneStays) {
  std::vector<User> admins;
  for (int i = 0; i < 6; ++i)
    admins.push_back(add("admin" + std::to_string(i), {Role::admin}));
  const int stepped_down = winners_of(6, [&](int i) {
    return change(admins[static_cast<std::size_t>(i)], inactive()).has_value();
  });
  EXPECT_EQ(stepped_down, 5);
}

TEST_P(UsersTest, AReturningAdminCountsAgain) {
  const User ann = add("ann", {Role::admin});
  const User bob = add("bob", {Role::admin});
  const User gone = *change(bob, inactive());
  UserPatch back;
  back.active = {.present = true, .value = true};
  EXPECT_TRUE(change(gone, back));
  EXPECT_TRUE(change(ann, inactive()));
}

TEST_P(UsersTest, AChangeNamesTheVersionItSaw) {
  add("ann", {Role::admin});
  const User bob = add("bob", {Role::agent});
  const auto changed = change(bob, with_roles({Role::manager}));
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->version, bob.version + 1);
  EXPECT_TRUE(
      is(change(bob, with_roles({Role::analyst})).error(), api::ApiRefusal::version_changed));
  EXPECT_EQ(found(bob.id).roles, std::vector{Role::manager});
}

TEST_P(UsersTest, OfManyChangesOfOneVersionOneIsKept) {
  const User bob = add("bob", {Role::agent});
  const int won =
      winners_of(8, [&](int) { return change(bob, with_roles({Role::manager})).has_value(); });
  EXPECT_EQ(won, 1);
}

TEST_P(UsersTest, RolesThatDoNotGoTogetherAreRefused) {
  const auto refused = keep(
      [&](Tx& tx) { return add_user(tx, actor(), draft("shop", {Role::partner}), std::nullopt); });
  EXPECT_TRUE(is(refused.error(), UserRefusal::rights_wrong));
  EXPECT_EQ(refused.error().fields().at(0).pointer, "/roles");
  EXPECT_TRUE(
      is(change(add("bob", {Role::agent}), with_roles({})).error(), UserRefusal::rights_wrong));
}

TEST_P(UsersTest, WhoIsDeactivatedIsOutAtOnce) {
  add("ann", {Role::admin});
  const User bob = add("bob", {Role::agent});
  const std::string cookie = signed_in(bob.id);
  const auto link = link_for(bob.id);
  ASSERT_TRUE(admit_cookie(cookie));
  const User gone = *change(bob, inactive());
  EXPECT_TRUE(is(admit_cookie(cookie).error(), api::ApiRefusal::unauthenticated));
  EXPECT_TRUE(is(choose_password(bob.id, token_of(link->path)).error(), UserRefusal::link_invalid));
  EXPECT_TRUE(is(link_for(bob.id).error(), UserRefusal::user_inactive));
  UserPatch back;
  back.active = {.present = true, .value = true};
  ASSERT_TRUE(change(gone, back));
  EXPECT_FALSE(admit_cookie(cookie)) << "an ended session does not come back";
}

TEST_P(UsersTest, APasswordLinkWorksOnceAndEndsSessions) {
  const User bob = add("bob", {Role::agent});
  const std::string cookie = signed_in(bob.id);
  const std::string replaced = token_of(link_for(bob.id)->path);
  const std::string token = token_of(link_for(bob.id)->path);
  EXPECT_TRUE(is(choose_password(bob.id, replaced).error(), UserRefusal::link_invalid));
  EXPECT_FALSE(found(bob.id).has_password);
  EXPECT_TRUE(choose_password(bob.id, token));
  EXPECT_TRUE(found(bob.id).has_password);
  EXPECT_FALSE(admit_cookie(cookie));
  EXPECT_TRUE(is(choose_password(bob.id, token).error(), UserRefusal::link_invalid));
}

TEST_P(UsersTest, OfManyUsesOfAPasswordLinkOneWins) {
  const User bob = add("bob", {Role::agent});
  const std::string token = token_of(link_for(bob.id)->path);
  EXPECT_EQ(winners_of(8, [&](int) { return choose_password(bob.id, token).has_value(); }), 1);
}

TEST_P(UsersTest, APasswordLinkLastsThreeDays) {
  const User bob = add("bob", {Role::agent});
  const std::string token = token_of(link_for(bob.id)->path);
  clock_.advance(kPasswordLinkLife);
  EXPECT_TRUE(is(choose_password(bob.id, token).error(), UserRefusal::link_invalid));
}

TEST(Passwords, AWeakOneIsNamed) {
  const auto refused = hash_of(NewPassword{"welkom123456"}, Email{"ann@example.com"});
  EXPECT_TRUE(is(refused.error(), UserRefusal::password_weak));
  EXPECT_EQ(refused.error().fields().at(0).code, "common");
}

}  // namespace
}  // namespace sluis::access
