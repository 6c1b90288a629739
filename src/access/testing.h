// Users and calls for the tests of access.
#pragma once

#include "access/access.h"
#include "access/sessions.h"
#include "access/store.h"
#include "platform/capability.h"
#include "platform/store/testing.h"

namespace sluis::access::testing {

inline const std::string kPassword = "correct horse battery staple";

class AccessTest : public store::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    store::Registry registry;
    for (const Capability& one : capabilities()) {
      registry.migrations.push_back(one.migrations);
      registry.statements.push_back(one.statements);
    }
    open(std::move(registry));
  }
  // Whose tables there are.
  virtual std::vector<Capability> capabilities() const {
    std::vector<Capability> all;
    all.push_back(capability());
    return all;
  }

  Instant now() const { return clock_.now(); }
  Actor actor() { return command_line(ids_, now()); }

  api::Call call(std::string_view peer = "192.0.2.1") { return call_of(nobody_, peer); }
  api::Call call_of(const api::Principal& who, std::string_view peer = "192.0.2.1") {
    return {.who = who,
            .now = now(),
            .ids = ids_,
            .language = Language::en,
            .peer = peer,
            .secure = false,
            .device = "Test/1",
            .last_event_id = {}};
  }

  // f(Tx&), kept.
  template <class F>
  auto keep(F&& f) {
    return store().unit(f);
  }

  static UserDraft draft(std::string_view name, std::vector<api::Role> roles) {
    return {.email = {std::string(name) + "@example.com"},
            .name = {std::string(name)},
            .language = Language::nl,
            .roles = std::move(roles),
            .partner = {},
            .location = {}};
  }

  User add(std::string_view name, std::vector<api::Role> roles,
           const std::optional<std::string>& hash = {}) {
    return *keep(
        [&](store::Tx& tx) { return add_user(tx, actor(), draft(name, std::move(roles)), hash); });
  }

  // The cookie of a new session.
  std::string signed_in(UserId user) {
    const auto opened =
        *keep([&](store::Tx& tx) -> Result<Opened> { return open_session(tx, call(), user); });
    return "sluis_session=" + opened.token;
  }

  Result<api::Principal> admit(const api::Credentials& credentials) {
    const Doorkeeper doorkeeper(store());
    return store().snapshot(
        [&](store::Snapshot& snapshot) { return doorkeeper.admit(snapshot, credentials, now()); });
  }
  Result<api::Principal> admit_cookie(std::string_view cookies) {
    return admit({.cookies = cookies, .authorization = {}, .origin = {}});
  }

  // What a request noted beside its answer is in the store a moment later.
  static void await(const std::function<bool()>& condition) {
    constexpr int kLooksMax = 100'000;
    for (int look = 0; !condition(); ++look) {
      ASSERT_LT(look, kLooksMax);
      std::this_thread::yield();
    }
  }

  std::vector<AuditEntry> whole_trail() {
    return *store().snapshot([](store::Snapshot& snapshot) -> Result<std::vector<AuditEntry>> {
      return sql::trail(snapshot, {}, 1000);
    });
  }

  store::testing::SetClock clock_{Instant(1'767'603'600'000'000)};  // 2026-01-05T09:00:00Z
  IdSource ids_{clock_, 0, Instant()};
  const api::Principal nobody_;
};

}  // namespace sluis::access::testing
