#include "contacts/telephone/telephone.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "contacts/testing.h"
#include "kernel/random.h"

namespace sluis::contacts {
namespace {

class TelephoneTest : public testing::ContactsTest {
 protected:
  std::string token() {
    const auto made = unit(
        [&](store::Tx& tx) { return add_line(tx, actor(), {.name = {"pbx"}, .team = team_}); });
    return made->path.substr(made->path.rfind('/') + 1);
  }
  Result<void> heard(const std::string& token, CallEvent event, const std::string& call) {
    CallNews news{.event = event, .call_id = call, .from = "+31612345678", .users = {"ann"}};
    return at_desk([&](const Desk& desk) { return hear_call(desk, token, news); });
  }
  UserId ann() {
    const UserId user = agent("ann", {team_}, 3);
    AgentDraft draft{.teams = {team_}};
    draft.extension = Line<0, 64>{"ann"};
    at_desk([&](const Desk& desk) { return set_agent(desk, user, draft); }).value();
    return user;
  }
};
SLUIS_ON_BOTH_HOMES(TelephoneTest);

// Whatever order its events come in, and however often, a call is one contact that ends, and its
// agent is free again.
TEST_P(TelephoneTest, ACallEndsWhateverTheOrder) {
  const UserId user = ann();
  const std::string line = token();
  Random random(7);
  for (int call = 0; call < 12; ++call) {
    std::vector<CallEvent> events = {CallEvent::new_call, CallEvent::answer, CallEvent::hangup,
                                     CallEvent::new_call, CallEvent::hangup};
    for (std::size_t i = events.size(); i > 1; --i)
      std::swap(events[i - 1], events[random.below(i)]);
    for (const CallEvent event : events)
      ASSERT_TRUE(heard(line, event, "call" + std::to_string(call)));
  }
  come(user);
  pass(std::chrono::seconds(61));
  const auto all = look(
      [&](store::Snapshot& s) { return list(s, {.everything = true}, {.limit = 100}).contacts; });
  EXPECT_EQ(all.size(), 12);
  for (const Listed& one : all)
    EXPECT_TRUE(one.state == State::ended || one.state == State::abandoned);
  EXPECT_EQ(state_of(user).calls, 0);
}

TEST(CallEvents, AreReadAsAFormAndAsJson) {
  const auto form = read_call_news("event=newCall&from=%2B31&callId=9&user%5B%5D=a&user%5B%5D=b");
  ASSERT_TRUE(form);
  EXPECT_EQ(form->from, "+31");
  EXPECT_EQ(form->users, (std::vector<std::string>{"a", "b"}));
  const auto json = read_call_news(
      R"({"event":"hangup","callId":"9","direction":"out","user":["a"],"deep":{"x":[1]}})");
  ASSERT_TRUE(json);
  EXPECT_EQ(json->direction, Direction::out);
  for (const auto* wrong : {"", "event=newCall", "event=nothing&callId=1", "{", "[]",
                            R"({"event":1,"callId":2})", "%zz"})
    EXPECT_FALSE(read_call_news(wrong)) << wrong;
}

}  // namespace
}  // namespace sluis::contacts
