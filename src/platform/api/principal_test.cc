// Deny by default: a set of those who may admits nobody that it does not name.
#include "platform/api/principal.h"

#include <gtest/gtest.h>

#include "kernel/describe.h"

namespace sluis::api {
namespace {

Principal user_with(std::vector<Role> roles) {
  Principal who;
  who.audience = Audience::staff;
  who.roles = std::move(roles);
  return who;
}

Principal key_with(KeyScope scope, std::vector<Role> roles = {}) {
  Principal who;
  who.audience = Audience::key;
  who.key_scope = scope;
  who.roles = std::move(roles);
  return who;
}

Principal customer() {
  Principal who;
  who.audience = Audience::customer;
  return who;
}

TEST(Allow, NobodyIsAdmittedOnlyWhereAnyoneIs) {
  const Allow all = Allow::staff() | Allow::users() | Allow::customers() |
                    Allow::key(KeyScope::track) | Allow::key(KeyScope::api);
  EXPECT_FALSE(all.admits(Principal{}));
  EXPECT_TRUE(Allow::anyone().admits(Principal{}));
}

TEST(Allow, ARoleAdmitsThatRoleAndNoOther) {
  for (const Role named : enum_values<Role>()) {
    for (const Role held : enum_values<Role>()) {
      EXPECT_EQ(Allow::role(named).admits(user_with({held})), named == held);
      EXPECT_EQ(Allow::role(named).admits(key_with(KeyScope::api, {held})), named == held);
    }
    EXPECT_FALSE(Allow::role(named).admits(user_with({})));
    EXPECT_FALSE(Allow::role(named).admits(customer()));
    EXPECT_TRUE(Allow::staff().admits(user_with({named})));
  }
}

TEST(Allow, AScopeAdmitsThatScopeAndNoOther) {
  for (const KeyScope named : enum_values<KeyScope>()) {
    for (const KeyScope held : enum_values<KeyScope>()) {
      EXPECT_EQ(Allow::key(named).admits(key_with(held)), named == held);
    }
    EXPECT_FALSE(Allow::key(named).admits(user_with({Role::admin})));
    EXPECT_FALSE(Allow::staff().admits(key_with(named)));
  }
}

TEST(Allow, WhatIsOnesOwnIsForUsersNotForKeys) {
  EXPECT_TRUE(Allow::users().admits(user_with({Role::partner})));
  EXPECT_FALSE(Allow::users().admits(key_with(KeyScope::api, {Role::admin})));
  EXPECT_FALSE(Allow::users().admits(customer()));
}

TEST(Allow, CustomersAreAnAudienceApart) {
  EXPECT_TRUE(Allow::customers().admits(customer()));
  EXPECT_FALSE(Allow::customers().admits(user_with({Role::admin})));
  EXPECT_FALSE((Allow::staff() | Allow::users()).admits(customer()));
}

}  // namespace
}  // namespace sluis::api
