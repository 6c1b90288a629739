// For tests: a store with a team, people who work there, and short words for what they do, on both
// homes.
#pragma once

#include "company/company.h"
#include "contacts/desk/looking.h"
#include "contacts/teams/store.h"
#include "stock/testing.h"

namespace sluis::contacts::testing {

using stock::testing::why;

class ContactsTest : public stock::testing::StockTest {
 protected:
  void SetUp() override {
    StockTest::SetUp();
    if (IsSkipped()) return;
    channels::Draft draft;
    draft.name = {"Contact centre"};
    draft.form = channels::Form::contact_centre;
    channel_ = unit([&](store::Tx& tx) { return channels::add(tx, actor(), draft); }).value().id;
    intake_ = events::open_intake(store()).value();
    team_ = team("first");
  }
  void TearDown() override {
    intake_.reset();
    StockTest::TearDown();
  }

  std::vector<Capability> capabilities() const override {
    std::vector<Capability> all = StockTest::capabilities();
    for (Capability& one :
         std::array{identities::capability(), consent::capability(), events::capability(nullptr),
                    contacts::capability(nullptr, nullptr)}) {
      all.push_back(std::move(one));
    }
    return all;
  }

  // f(desk) in a unit of its own.
  template <class F>
  auto at_desk(F f) {
    return unit([&](store::Tx& tx) {
      const access::Actor who = actor();
      return f(Desk{tx, who, *intake_});
    });
  }
  template <class F>
  auto look(F f) {
    using T = std::invoke_result_t<F, store::Snapshot&>;
    return store().snapshot([&](store::Snapshot& s) -> Result<T> { return f(s); }).value();
  }

  TeamId team(const std::string& code, const TeamDetails& details = {}) {
    TeamDraft draft;
    static_cast<TeamDetails&>(draft) = details;
    draft.code = {code};
    draft.name = {code};
    draft.channel = channel_;
    return unit([&](store::Tx& tx) { return add_team(tx, actor(), draft); }).value().id;
  }

  // Somebody of a team who takes so many chats, and is there.
  UserId agent(const std::string& name, std::vector<TeamId> teams, std::int64_t chats) {
    const UserId user =
        unit([&](store::Tx& tx) {
          return access::add_user(
              tx, actor(),
              {.email = {name + "@example.com"}, .name = {name}, .roles = {api::Role::agent}},
              std::nullopt);
        })
            .value()
            .id;
    AgentDraft draft{.teams = std::move(teams)};
    draft.chats_most = Whole<0, 50>{chats};
    at_desk([&](const Desk& desk) { return set_agent(desk, user, draft); }).value();
    come(user);
    return user;
  }
  void come(UserId user, Presence presence = Presence::online) {
    at_desk([&](const Desk& desk) {
      return set_presence(desk, {user, SessionId(user.number())}, presence, Break::pause);
    }).value();
  }

  Result<Contact> asked(Kind kind, std::optional<TeamId> team = {}) {
    ContactDraft draft{.kind = kind, .team = team.value_or(team_)};
    return at_desk([&](const Desk& desk) { return ask(desk, draft); });
  }
  Result<Contact> accepted(UserId user, ContactId id) {
    return at_desk([&](const Desk& desk) { return accept(desk, user, id); });
  }
  Result<Contact> declined(UserId user, ContactId id) {
    return at_desk([&](const Desk& desk) { return decline(desk, user, id); });
  }
  Result<Contact> wrapped(UserId user, ContactId id) {
    return at_desk([&](const Desk& desk) { return wrap(desk, user, id, {}); });
  }
  Result<Contact> left(ContactId id) {
    return at_desk([&](const Desk& desk) { return leave(desk, id); });
  }
  Result<Contact> handed_on(ContactId id, const HandOn& to) {
    return at_desk([&](const Desk& desk) { return hand_on(desk, {.everything = true}, id, to); });
  }
  // All that time has to do now.
  void pass(Duration by) {
    clock_.advance(by);
    const auto all = look([&](store::Snapshot& s) { return due(s, clock_.now(), 1000); });
    for (const Due& one : all)
      ASSERT_TRUE(at_desk([&](const Desk& desk) { return let_time_pass(desk, one); }));
  }

  FullContact found(ContactId id) {
    return store()
        .snapshot([&](store::Snapshot& s) { return find(s, {.everything = true}, id); })
        .value();
  }
  Agent state_of(UserId user) {
    return look([&](store::Snapshot& s) { return *sql::agent(s, user); });
  }

  ChannelId channel_;
  TeamId team_;
  std::shared_ptr<events::Intake> intake_;
};

}  // namespace sluis::contacts::testing
