// Keys of programs: what each scope may carry, where it works, and that it ends at once.
#include "access/keys.h"

#include "access/testing.h"
#include "platform/api/refusal.h"

namespace sluis::access {
namespace {

using api::KeyScope;
using api::Role;
using store::Tx;

class KeysTest : public testing::AccessTest {
 protected:
  Result<NewKey> create(const KeyDraft& wanted) {
    return keep([&](Tx& tx) { return create_key(tx, actor(), wanted); });
  }
  NewKey created(KeyScope scope) { return *create(of(scope)); }

  static KeyDraft of(KeyScope scope) {
    KeyDraft draft;
    draft.name = {"Webshop"};
    draft.scope = scope;
    if (scope == KeyScope::track) draft.origins = {{"https://shop.example"}};
    if (scope == KeyScope::api) draft.roles = {Role::analyst};
    return draft;
  }

  Result<api::Principal> admit_key(const std::string& secret, std::string_view origin = "") {
    const std::string authorization = "Bearer " + secret;
    return admit({.cookies = {}, .authorization = authorization, .origin = origin});
  }
};
SLUIS_ON_BOTH_HOMES(KeysTest);

TEST_P(KeysTest, AKeyIsItsScopeAndRoles) {
  for (const KeyScope scope : {KeyScope::ingest, KeyScope::api, KeyScope::metrics}) {
    const NewKey made = created(scope);
    EXPECT_TRUE(made.secret.starts_with("slk_" + std::string(enum_name(scope)) + "_"));
    EXPECT_TRUE(made.secret.ends_with(made.key.hint));
    const auto who = admit_key(made.secret);
    ASSERT_TRUE(who);
    EXPECT_EQ(who->audience, api::Audience::key);
    EXPECT_EQ(who->key, made.key.id);
    EXPECT_EQ(who->key_scope, scope);
    EXPECT_EQ(who->roles, made.key.roles);
  }
}

TEST_P(KeysTest, APublicKeyWorksOnlyOnItsSites) {
  const NewKey made = created(KeyScope::track);
  EXPECT_TRUE(admit_key(made.secret, "https://shop.example"));
  for (const auto* origin : {"", "null", "https://evil.example", "http://shop.example",
                             "https://shop.example.evil.example"}) {
    EXPECT_TRUE(is(admit_key(made.secret, origin).error(), KeyRefusal::key_not_for_origin))
        << origin;
  }
}

TEST_P(KeysTest, ARevokedKeyIsNothingAtOnce) {
  const NewKey made = created(KeyScope::ingest);
  const auto revoke = [&] {
    return keep([&](Tx& tx) { return revoke_key(tx, actor(), made.key.id); });
  };
  ASSERT_TRUE(admit_key(made.secret));
  EXPECT_TRUE(revoke());
  EXPECT_TRUE(is(admit_key(made.secret).error(), api::ApiRefusal::unauthenticated));
  EXPECT_TRUE(is(revoke().error(), KeyRefusal::key_unknown));
}

TEST_P(KeysTest, WhatIsNoKeyIsRefused) {
  const NewKey made = created(KeyScope::ingest);
  for (const std::string& forged :
       {std::string(), std::string("x"), made.secret + "0", made.secret.substr(1),
        "slk_api_" + made.secret.substr(11), to_string(made.key.id)}) {
    EXPECT_TRUE(is(admit_key(forged).error(), api::ApiRefusal::unauthenticated)) << forged;
  }
  EXPECT_FALSE(admit({.cookies = {}, .authorization = made.secret, .origin = {}}))
      << "without Bearer or Basic";
}

TEST_P(KeysTest, ACookieBesideAKeyDoesNotCount) {
  const User ann = add("ann", {Role::admin});
  const std::string cookie = signed_in(ann.id);
  const std::string authorization = "Bearer " + created(KeyScope::ingest).secret;
  const auto who = admit({.cookies = cookie, .authorization = authorization, .origin = {}});
  EXPECT_EQ(who->audience, api::Audience::key);
  EXPECT_FALSE(admit({.cookies = cookie, .authorization = "Bearer wrong", .origin = {}}));
}

TEST_P(KeysTest, EachScopeHasItsOwnFields) {
  const auto pointer_refused = [&](const KeyDraft& wrong) -> std::string {
    const auto made = create(wrong);
    if (made) return "nothing";
    EXPECT_TRUE(is(made.error(), KeyRefusal::key_unfitting));
    return made.error().fields().at(0).pointer;
  };
  KeyDraft draft = of(KeyScope::track);
  draft.origins.reset();
  EXPECT_EQ(pointer_refused(draft), "/origins");
  draft = of(KeyScope::ingest);
  draft.origins = {{"https://shop.example"}};
  EXPECT_EQ(pointer_refused(draft), "/origins");
  draft = of(KeyScope::ingest);
  draft.roles = {Role::admin};
  EXPECT_EQ(pointer_refused(draft), "/roles");
  draft = of(KeyScope::api);
  draft.roles.reset();
  EXPECT_EQ(pointer_refused(draft), "/roles");
  draft.roles = {Role::partner};
  EXPECT_EQ(pointer_refused(draft), "/roles");
  draft.partner = PartnerId(7);
  EXPECT_EQ(pointer_refused(draft), "nothing");
}

TEST_P(KeysTest, TheDayOfLastUseIsNoted) {
  const NewKey made = created(KeyScope::ingest);
  const auto last_used = [&] {
    return store()
        .snapshot([&](store::Snapshot& snapshot) -> Result<std::optional<Key>> {
          return sql::key(snapshot, made.key.id);
        })
        .value()
        ->last_used;
  };
  EXPECT_EQ(last_used(), std::nullopt);
  ASSERT_TRUE(admit_key(made.secret));
  await([&] { return last_used() == Date(2026, 1, 5); });
  clock_.advance(std::chrono::days(2));
  ASSERT_TRUE(admit_key(made.secret));
  await([&] { return last_used() == Date(2026, 1, 7); });
}

}  // namespace
}  // namespace sluis::access
