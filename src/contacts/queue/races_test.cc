// Many who ask, accept, decline and go at the same moment: nobody ever has more than they take, and
// nobody waits beside somebody who could help.

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "contacts/testing.h"
#include "kernel/random.h"

namespace sluis::contacts {
namespace {

constexpr int kThreads = 8;

class ContactRacesTest : public testing::ContactsTest {
 protected:
  void at_once(const std::function<void(int)>& act) {
    std::vector<std::jthread> people;
    for (int i = 0; i < kThreads; ++i)
      people.emplace_back([&, i] { act(i); });
  }

  // Of all contacts: held by each agent, and whether somebody waits.
  void expect_sound(const std::vector<UserId>& agents, std::int64_t most) {
    std::int64_t held = 0;
    bool room = false;
    for (const UserId user : agents) {
      const auto has = look([&](store::Snapshot& s) { return desk(s, user).value().held; });
      const Agent agent = state_of(user);
      EXPECT_EQ(agent.calls + agent.chats, static_cast<std::int64_t>(has.size()));
      EXPECT_LE(agent.chats, most);
      held += agent.chats;
      room = room || agent.chats < most;
    }
    const auto waiting = look([&](store::Snapshot& s) {
      return list(s, {.everything = true}, {.state = State::waiting, .limit = 2000});
    });
    if (room) EXPECT_TRUE(waiting.contacts.empty());
    EXPECT_GT(held, 0);
  }
};
SLUIS_ON_BOTH_HOMES(ContactRacesTest);

TEST_P(ContactRacesTest, LimitsAreExactWhenAThousandAskAtOnce) {
  constexpr std::int64_t kMost = 3;
  std::vector<UserId> agents;
  for (int i = 0; i < 10; ++i)
    agents.push_back(agent("agent" + std::to_string(i), {team_}, kMost));
  at_once([&](int) {
    for (int i = 0; i < 1000 / kThreads; ++i)
      EXPECT_TRUE(asked(Kind::chat));
  });
  const auto count = [&](State state) {
    return look([&](store::Snapshot& s) {
      return list(s, {.everything = true}, {.state = state, .limit = 2000}).contacts.size();
    });
  };
  EXPECT_EQ(count(State::offered), 30);
  EXPECT_EQ(count(State::waiting), 970);
  expect_sound(agents, kMost);
}

// Two sessions press the same button, customers leave, agents decline: each contact goes one way.
TEST_P(ContactRacesTest, AContactGoesOneWay) {
  const std::vector<UserId> agents = {agent("ann", {team_}, 4), agent("bob", {team_}, 4)};
  std::vector<ContactId> all;
  for (int i = 0; i < 24; ++i)
    all.push_back(asked(Kind::chat)->id);
  std::atomic<int> done = 0;
  at_once([&](int thread) {
    Random random(static_cast<std::uint64_t>(thread));
    for (int i = 0; i < 20; ++i) {
      const ContactId id = all[random.below(all.size())];
      const UserId user = agents[random.below(2)];
      switch (random.below(4)) {
        case 0:
          done += left(id).has_value();
          break;
        case 1:
          done += accepted(user, id).has_value();
          break;
        case 2:
          done += declined(user, id).has_value();
          break;
        default:
          done += wrapped(user, id).has_value();
          break;
      }
    }
  });
  EXPECT_GT(done, 0);
  for (const UserId user : agents) {
    const auto has = look([&](store::Snapshot& s) { return desk(s, user).value().held; });
    EXPECT_EQ(state_of(user).chats, static_cast<std::int64_t>(has.size()));
    EXPECT_LE(state_of(user).chats, 4);
  }
}

}  // namespace
}  // namespace sluis::contacts
