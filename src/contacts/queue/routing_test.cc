#include "contacts/queue/routing.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::contacts {
namespace {

const std::vector<Slug> kSkills = {{"returns"}, {"sales"}};
const std::vector<Slug> kTongues = {{"nl"}, {"de"}};

template <class T>
std::vector<T> some_of(const std::vector<T>& all) {
  std::vector<T> some;
  for (const T& one : all)
    if (*rc::gen::arbitrary<bool>()) some.push_back(one);
  return some;
}

template <class T>
std::optional<T> maybe(const std::vector<T>& all) {
  if (*rc::gen::inRange(0, 3) > 0) return std::nullopt;
  return *rc::gen::elementOf(all);
}

std::vector<Free> agents() {
  std::vector<Free> agents;
  const int number = *rc::gen::inRange(0, 8);
  for (int i = 0; i < number; ++i) {
    Free one{.user = UserId(i + 1),
             .teams = some_of<TeamId>({TeamId(1), TeamId(2)}),
             .skills = some_of(kSkills),
             .languages = some_of(kTongues)};
    one.takes_calls = *rc::gen::arbitrary<bool>();
    one.chats_most = *rc::gen::inRange(0, 4);
    one.calls = *rc::gen::inRange(0, 2);
    if (one.calls == 0) one.chats = *rc::gen::inRange<std::int64_t>(0, one.chats_most + 1);
    one.freed = Instant(*rc::gen::inRange(0, 100));
    agents.push_back(std::move(one));
  }
  return agents;
}

std::vector<Asked> line() {
  std::vector<Asked> line;
  const int number = *rc::gen::inRange(0, 12);
  for (int i = 0; i < number; ++i) {
    Asked one{.id = ContactId(i + 1),
              .kind = *rc::gen::elementOf(enum_values<Kind>()),
              .team = TeamId(*rc::gen::inRange(1, 3)),
              .rank = i,
              .skill = maybe(kSkills),
              .language = maybe(kTongues),
              .wanted = maybe<UserId>({UserId(1), UserId(2)})};
    if (*rc::gen::inRange(0, 4) == 0) one.declined = {UserId(*rc::gen::inRange(1, 8))};
    line.push_back(std::move(one));
  }
  return line;
}

bool is_matched(const std::vector<Match>& matches, std::size_t asked) {
  return std::ranges::find(matches, asked, &Match::asked) != matches.end();
}

RC_GTEST_PROP(RoutingProperties, NobodyGetsMoreThanTheyTake, ()) {
  std::vector<Free> there = agents();
  match(line(), there);
  for (const Free& agent : there) {
    RC_ASSERT(agent.calls <= 1);
    RC_ASSERT(agent.chats <= agent.chats_most);
    RC_ASSERT(agent.calls == 0 || agent.chats == 0);
  }
}

// Work conserving: whoever still waits fits nobody who is there.
RC_GTEST_PROP(RoutingProperties, NobodyWaitsBesideSomebodyWhoFits, ()) {
  const std::vector<Asked> waiting = line();
  std::vector<Free> there = agents();
  const auto matches = match(waiting, there);
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    if (is_matched(matches, i)) continue;
    for (const Free& agent : there)
      RC_ASSERT(why_not(waiting[i], agent).has_value());
  }
}

// Nobody is passed over without a reason: what an agent got went to the first in line who fits.
RC_GTEST_PROP(RoutingProperties, NobodyIsPassedOverWithoutAReason, ()) {
  const std::vector<Asked> waiting = line();
  const std::vector<Free> before = agents();
  std::vector<Free> there = before;
  const auto matches = match(waiting, there);
  for (const Match& one : matches) {
    const auto& agent = *std::ranges::find(before, one.user, &Free::user);
    for (std::size_t earlier = 0; earlier < one.asked; ++earlier) {
      if (is_matched(matches, earlier)) continue;
      // Only a call needs all of somebody, so a chat may pass it.
      const auto reason = why_not(waiting[earlier], agent);
      const bool shares =
          takes_whole(waiting[earlier].kind) && !takes_whole(waiting[one.asked].kind);
      RC_ASSERT(reason.has_value() || shares);
    }
  }
}

TEST(Routing, GoesToTheLeastOccupiedAndLongestIdle) {
  Free busy{.user = UserId(1), .teams = {TeamId(1)}, .chats = 1, .chats_most = 2};
  Free idle{.user = UserId(2), .teams = {TeamId(1)}, .chats_most = 2, .freed = Instant(9)};
  Free idler{.user = UserId(3), .teams = {TeamId(1)}, .chats_most = 2, .freed = Instant(5)};
  const std::vector<Free> there = {busy, idle, idler};
  EXPECT_EQ(choose({.team = TeamId(1)}, there)->user, UserId(3));
  EXPECT_EQ(choose({.team = TeamId(1), .wanted = UserId(1)}, there)->user, UserId(1));
  EXPECT_EQ(choose({.team = TeamId(2)}, there), nullptr);
}

// A call is not passed by chat after chat: one agent is kept for it, the others go on.
TEST(Routing, KeepsOneForACallThatWaits) {
  Free one{.user = UserId(1), .teams = {TeamId(1)}, .chats = 1, .chats_most = 3};
  Free other{.user = UserId(2), .teams = {TeamId(1)}, .chats = 2, .chats_most = 3};
  std::vector<Free> there = {one, other};
  const Asked call{.id = ContactId(1), .kind = Kind::call, .team = TeamId(1)};
  const Asked chat{.id = ContactId(2), .kind = Kind::chat, .team = TeamId(1)};
  const auto matches = match(std::vector{call, chat, chat}, there);
  ASSERT_EQ(matches.size(), 1);
  EXPECT_EQ(matches.front().user, UserId(2));
  EXPECT_EQ(why_not(chat, there.front()), Unfit::kept_for_call);
}

// A promise to the worthy is a head start, so that nobody waits for ever.
TEST(Routing, WorthIsAHeadStart) {
  const Instant first(10'000'000'000);
  EXPECT_LT(rank_of(first + std::chrono::seconds(200), {9}), rank_of(first, {0}));
  EXPECT_GT(rank_of(first + std::chrono::seconds(300), {9}), rank_of(first, {0}));
}

}  // namespace
}  // namespace sluis::contacts
