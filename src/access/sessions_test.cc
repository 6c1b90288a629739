// Signing in: who may, how often one may try, and how long it lasts.
#include "access/sessions.h"

#include <latch>
#include <thread>

#include "access/testing.h"
#include "platform/api/refusal.h"
#include "platform/secrets/secrets.h"

namespace sluis::access {
namespace {

using api::Role;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using store::Tx;
using testing::kPassword;

const std::string& hash_of_password() {
  static const std::string hash = secrets::hash_password(kPassword);
  return hash;
}

class SessionsTest : public testing::AccessTest {
 protected:
  Result<Opened> try_in(std::string_view name, const std::string& password,
                        std::string_view peer = "192.0.2.1") {
    return sign_in(store(), call(peer), {std::string(name) + "@example.com"}, {password});
  }

  bool heard(std::string_view subject, const Patience& patience) {
    return *store().unit(
        [&](Tx& tx) -> Result<bool> { return sql::count_attempt(tx, subject, patience, now()); });
  }

  Instant last_seen(UserId user) {
    const auto sessions =
        store().snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<Session>> {
          return sessions_of(snapshot, user, now());
        });
    return sessions->at(0).last_seen;
  }

  std::optional<std::string> stored_hash(const User& user) {
    return store()
        .snapshot([&](store::Snapshot& snapshot) -> Result<std::optional<sql::Login>> {
          return sql::login_of(snapshot, user.email);
        })
        .value()
        ->password;
  }
};
SLUIS_ON_BOTH_HOMES(SessionsTest);

TEST_P(SessionsTest, APasswordOpensASessionWithTheRightsOfToday) {
  add("ann", {Role::admin});
  const User bob = add("bob", {Role::agent}, hash_of_password());
  const auto opened = try_in("bob", kPassword);
  ASSERT_TRUE(opened);
  UserPatch patch;
  patch.roles = {.present = true, .value = {Role::manager}};
  ASSERT_TRUE(keep([&](Tx& tx) { return change_user(tx, actor(), bob.id, patch, bob.version); }));
  const auto who = admit_cookie("sluis_session=" + opened->token);
  ASSERT_TRUE(who);
  EXPECT_EQ(who->audience, api::Audience::staff);
  EXPECT_EQ(who->user, bob.id);
  EXPECT_EQ(who->session, opened->id);
  EXPECT_EQ(who->roles, std::vector{Role::manager});
  EXPECT_EQ(who->language, Language::nl);
}

TEST_P(SessionsTest, EveryWrongSignInIsRefusedInTheSameWords) {
  add("ann", {Role::admin}, hash_of_password());
  add("invited", {Role::agent});
  const User gone = add("gone", {Role::agent}, hash_of_password());
  UserPatch patch;
  patch.active = {.present = true, .value = false};
  ASSERT_TRUE(keep([&](Tx& tx) { return change_user(tx, actor(), gone.id, patch, gone.version); }));
  for (const auto& [name, password] : std::vector<std::pair<std::string, std::string>>{
           {"ann", "another password"},
           {"nobody", kPassword},
           {"invited", kPassword},
           {"gone", kPassword},
           {"ann", ""},
           {"ann", std::string("correct\0horse", 13)}}) {
    EXPECT_TRUE(is(try_in(name, password).error(), SessionRefusal::sign_in_wrong)) << name;
  }
}

TEST(NobodysPassword, TakesAsLongAsThoseOfToday) {
  EXPECT_FALSE(secrets::needs_rehash(std::string(kNobodysHash)));
}

TEST_P(SessionsTest, APasswordHashedWithOldParametersIsHashedAnew) {
  // argon2id of `kPassword` with 8 MiB and one pass.
  const std::string old =
      "$argon2id$v=19$m=8192,t=1,p=1$9Mg5UIaB/2B3EusopXi/gw$JLYgx+hRYMYe6+YgZyB6/"
      "wVpzw6koY0Bl8A5fsnDr2g";
  ASSERT_TRUE(secrets::needs_rehash(old));
  const User ann = add("ann", {Role::admin}, old);
  ASSERT_TRUE(try_in("ann", kPassword));
  EXPECT_FALSE(secrets::needs_rehash(*stored_hash(ann)));
  EXPECT_TRUE(try_in("ann", kPassword));
}

TEST_P(SessionsTest, ASessionEndsWhenIdleAndInTheEnd) {
  const User ann = add("ann", {Role::admin});
  const std::string idle = signed_in(ann.id);
  clock_.advance(hours(12) - seconds(1));
  const std::string busy = signed_in(ann.id);
  clock_.advance(seconds(1));
  EXPECT_FALSE(admit_cookie(idle));
  for (int i = 0; i < 65; ++i) {
    clock_.advance(hours(11));
    ASSERT_TRUE(admit_cookie(busy)) << i;
    await([&] { return last_seen(ann.id) == now(); });
  }
  clock_.advance(hours(5));
  EXPECT_FALSE(admit_cookie(busy)) << "thirty days is the end";
}

TEST_P(SessionsTest, BeingSeenIsNotedOnceAMinute) {
  const User ann = add("ann", {Role::admin});
  const std::string cookie = signed_in(ann.id);
  const Instant begun = now();
  clock_.advance(seconds(59));
  ASSERT_TRUE(admit_cookie(cookie));
  EXPECT_EQ(last_seen(ann.id), begun);
  clock_.advance(seconds(1));
  ASSERT_TRUE(admit_cookie(cookie));
  await([&] { return last_seen(ann.id) == now(); });
}

TEST_P(SessionsTest, ACookieThatWasMadeUpIsRefused) {
  const User ann = add("ann", {Role::admin});
  const std::string cookie = signed_in(ann.id);
  std::string tampered = cookie;
  tampered.back() = tampered.back() == '0' ? '4' : '0';
  for (const std::string& forged :
       {tampered, std::string("sluis_session=x"), cookie + "0",
        "sluis_session=" + to_string(ann.id), std::string("sluis_session=\"\xff\"")}) {
    EXPECT_TRUE(is(admit_cookie(forged).error(), api::ApiRefusal::unauthenticated)) << forged;
  }
  EXPECT_TRUE(admit_cookie("other=1; " + cookie));
  EXPECT_EQ(admit_cookie("other=1")->audience, api::Audience::nobody);
  EXPECT_EQ(admit_cookie("sluis_customer=" + cookie.substr(cookie.find('=') + 1)).has_value(),
            false);
}

TEST_P(SessionsTest, OneEndsOnlyOnesOwnSessions) {
  const User ann = add("ann", {Role::admin});
  const User bob = add("bob", {Role::agent});
  const std::string of_ann = signed_in(ann.id);
  const std::string other_of_ann = signed_in(ann.id);
  const std::string of_bob = signed_in(bob.id);
  const SessionId session = admit_cookie(of_ann)->session;
  const auto end = [&](UserId user) {
    return keep([&](Tx& tx) { return end_session(tx, actor(), user, session); });
  };
  EXPECT_TRUE(is(end(bob.id).error(), SessionRefusal::session_unknown));
  ASSERT_TRUE(keep([&](Tx& tx) -> Result<void> {
    end_other_sessions(tx, actor(), ann.id, session);
    return {};
  }));
  EXPECT_FALSE(admit_cookie(other_of_ann));
  EXPECT_TRUE(admit_cookie(of_ann));
  EXPECT_TRUE(admit_cookie(of_bob));
  EXPECT_TRUE(end(ann.id));
  EXPECT_FALSE(admit_cookie(of_ann));
}

TEST_P(SessionsTest, ANewPasswordAsksForTheOldOneAndEndsOtherSessions) {
  const User ann = add("ann", {Role::admin}, hash_of_password());
  const std::string here = signed_in(ann.id);
  const std::string there = signed_in(ann.id);
  const api::Principal who = *admit_cookie(here);
  const std::string fresh = "een heel ander wachtwoord?";
  const auto change = [&](const std::string& old_password, const std::string& password) {
    return change_password(store(), call_of(who), {old_password}, {password});
  };
  EXPECT_TRUE(is(change("not the old one", fresh).error(), SessionRefusal::password_wrong));
  EXPECT_TRUE(is(change(kPassword, "ann@example.com ann").error(), UserRefusal::password_weak));
  ASSERT_TRUE(admit_cookie(there));
  ASSERT_TRUE(change(kPassword, fresh));
  EXPECT_TRUE(admit_cookie(here));
  EXPECT_FALSE(admit_cookie(there));
  EXPECT_FALSE(try_in("ann", kPassword));
  EXPECT_TRUE(try_in("ann", fresh));
}

TEST_P(SessionsTest, OfManyAttemptsAtOnceNoMoreAreHeardThanMayBe) {
  constexpr int kThreads = 8;
  constexpr int kEach = 5;
  std::latch start(kThreads);
  std::atomic<int> count = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      start.arrive_and_wait();
      for (int n = 0; n < kEach; ++n) {
        if (heard("email:ann@example.com", kPatienceWithEmail)) ++count;
      }
    });
  }
  threads.clear();
  EXPECT_EQ(count, kPatienceWithEmail.free);
}

TEST_P(SessionsTest, WaitsGrowToTheirLimitAndAreForgotten) {
  const auto waits_exactly = [&](Duration wait) {
    clock_.advance(wait - Duration(1));
    EXPECT_FALSE(heard("s", kPatienceWithEmail));
    clock_.advance(Duration(1));
    EXPECT_TRUE(heard("s", kPatienceWithEmail));
    EXPECT_FALSE(heard("s", kPatienceWithEmail));
  };
  for (int i = 0; i < kPatienceWithEmail.free; ++i)
    ASSERT_TRUE(heard("s", kPatienceWithEmail));
  for (const int wait : {1, 2, 4, 8, 16, 30, 30})
    waits_exactly(seconds(wait));
  clock_.advance(kAttemptsForgottenAfter + Duration(1));
  for (int i = 0; i < kPatienceWithEmail.free; ++i)
    EXPECT_TRUE(heard("s", kPatienceWithEmail));
  EXPECT_FALSE(heard("s", kPatienceWithEmail));
}

TEST_P(SessionsTest, TooManyAttemptsAreToldWhenToComeBack) {
  add("ann", {Role::admin}, hash_of_password());
  for (int i = 0; i < kPatienceWithEmail.free; ++i) {
    ASSERT_TRUE(is(try_in("ann", "wrong").error(), SessionRefusal::sign_in_wrong));
  }
  const auto refused = try_in("ann", kPassword);
  ASSERT_TRUE(is(refused.error(), SessionRefusal::too_many_attempts));
  EXPECT_EQ(refused.error().retry_after_s(), 1);
  clock_.advance(seconds(1));
  ASSERT_TRUE(try_in("ann", kPassword)) << "the owner comes in after a moment";
  EXPECT_TRUE(is(try_in("ann", "wrong").error(), SessionRefusal::sign_in_wrong))
      << "and starts afresh";
}

TEST_P(SessionsTest, AnAttackerElsewhereHoldsTheOwnerUpForHalfAMinuteAtMost) {
  add("ann", {Role::admin}, hash_of_password());
  // From one network, as often as it is heard, for a day.
  const std::string attacker = "network:198.51.100.9";
  const Instant end = now() + hours(24);
  int heard_count = 0;
  while (now() < end) {
    if (heard(attacker, kPatienceWithNetwork)) {
      heard("email:ann@example.com", kPatienceWithEmail);
      ++heard_count;
    }
    clock_.advance(minutes(1));
  }
  EXPECT_LT(heard_count, 150) << "the network waits longer and longer";
  clock_.advance(kPatienceWithEmail.longest_wait);
  EXPECT_TRUE(try_in("ann", kPassword));
}

TEST_P(SessionsTest, ManyWhoShareANetworkComeInWithoutWaiting) {
  add("ann", {Role::admin}, hash_of_password());
  for (int i = 0; i <= kPatienceWithNetwork.free; ++i) {
    ASSERT_TRUE(heard("network:192.0.2.1", kPatienceWithNetwork));
    ASSERT_TRUE(store().unit([](Tx& tx) -> Result<void> {
      sql::uncount_attempt(tx, "network:192.0.2.1");
      return {};
    }));
  }
  EXPECT_TRUE(try_in("ann", kPassword));
}

}  // namespace
}  // namespace sluis::access
