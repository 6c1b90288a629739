#include "contacts/contacts.h"

#include <gtest/gtest.h>

#include "contacts/testing.h"

namespace sluis::contacts {
namespace {

using testing::why;

class ContactTest : public testing::ContactsTest {};
SLUIS_ON_BOTH_HOMES(ContactTest);

TEST_P(ContactTest, AnOfferGoesByAndComesBackToNobodyWhoLetItPass) {
  const UserId ann = agent("ann", {team_}, 2);
  const ContactId chat = asked(Kind::chat)->id;
  EXPECT_EQ(found(chat).agent, ann);
  pass(std::chrono::seconds(21));
  EXPECT_EQ(found(chat).state, State::waiting);
  EXPECT_EQ(state_of(ann).reason, Break::unanswered);
  come(ann);
  EXPECT_EQ(found(chat).state, State::waiting);
  const UserId bob = agent("bob", {team_}, 1);
  EXPECT_EQ(found(chat).agent, bob);
  EXPECT_EQ(why(accepted(ann, chat)), &kind_of(ContactRefusal::contact_not_yours));
  EXPECT_TRUE(accepted(bob, chat));
  EXPECT_EQ(why(accepted(bob, chat)), &kind_of(ContactRefusal::act_not_allowed));
}

TEST_P(ContactTest, OverflowsToOthersAfterATime) {
  TeamDetails details;
  const TeamId second = team("second");
  details.overflow_to = {true, second};
  details.overflow_s = {true, {60}};
  const TeamId first = team("overflowing", details);
  const UserId helper = agent("helper", {second}, 1);
  const ContactId chat = asked(Kind::chat, first)->id;
  EXPECT_EQ(found(chat).state, State::waiting);
  pass(std::chrono::seconds(61));
  EXPECT_EQ(found(chat).team, second);
  EXPECT_EQ(found(chat).agent, helper);
}

// Back to the same person as long as that holds, although others are free; then to anybody.
TEST_P(ContactTest, GoesBackToTheSamePerson) {
  const UserId ann = agent("ann", {team_}, 1);
  const ContactId busy = accepted(ann, asked(Kind::chat)->id)->id;
  const UserId bob = agent("bob", {team_}, 5);
  ContactDraft draft{.kind = Kind::chat, .team = team_};
  draft.wanted = ann;
  const auto back = [&] { return at_desk([&](const Desk& desk) { return ask(desk, draft); })->id; };
  const ContactId first = back();
  EXPECT_EQ(found(first).state, State::waiting);
  ASSERT_TRUE(wrapped(ann, busy));
  EXPECT_EQ(found(first).agent, ann);
  const ContactId second = back();
  ASSERT_TRUE(accepted(ann, first));
  clock_.advance(std::chrono::seconds(60));
  come(ann);
  come(bob);
  EXPECT_EQ(found(second).state, State::waiting);
  pass(std::chrono::seconds(61));
  EXPECT_EQ(found(second).agent, bob);
}

// Whoever is gone keeps no chat; who waits is told by whom they are helped now.
TEST_P(ContactTest, WhoIsGoneLeavesTheirChatsToOthers) {
  const UserId ann = agent("ann", {team_}, 2);
  const ContactId chat = accepted(ann, asked(Kind::chat)->id)->id;
  const UserId bob = agent("bob", {team_}, 2);
  clock_.advance(std::chrono::seconds(60));
  ASSERT_TRUE(
      unit([&](store::Tx& tx) { return beat(tx, {bob, SessionId(bob.number())}, clock_.now()); }));
  // A sign of life from another session is none.
  const auto forged =
      unit([&](store::Tx& tx) { return beat(tx, {ann, SessionId(7)}, clock_.now()); });
  EXPECT_EQ(why(forged), &kind_of(ContactRefusal::presence_elsewhere));
  pass(std::chrono::seconds(31));
  EXPECT_EQ(state_of(ann).presence, Presence::offline);
  EXPECT_EQ(state_of(ann).chats, 0);
  EXPECT_EQ(found(chat).agent, bob);
  EXPECT_EQ(found(chat).state, State::offered);
}

TEST_P(ContactTest, TellsThePlaceAndTheWaitFromTheStateNow) {
  agent("ann", {team_}, 2);
  for (int i = 0; i < 3; ++i)
    asked(Kind::chat).value();
  const ContactId last = asked(Kind::chat)->id;
  EXPECT_EQ(found(last).in_line->place, 2);
  EXPECT_EQ(found(last).in_line->wait_s, 300);  // two chats at once, of 300 s each
  const Wall all = look([&](store::Snapshot& s) { return wall(s, clock_.now()); });
  EXPECT_EQ(all.teams.front().waiting, 4);
  EXPECT_EQ(all.teams.front().wait_s, 750);
}

TEST_P(ContactTest, RefusesWhatCannotBe) {
  EXPECT_EQ(why(asked(Kind::chat, TeamId(1))), &kind_of(ContactRefusal::team_unknown));
  TeamDetails small;
  small.waiting_most = {true, {1}};
  const TeamId one = team("small", small);
  asked(Kind::chat, one).value();
  EXPECT_EQ(why(asked(Kind::chat, one)), &kind_of(ContactRefusal::team_full));
  EXPECT_EQ(why(left(ContactId(1))), &kind_of(ContactRefusal::contact_unknown));
  const ContactId gone = left(asked(Kind::chat)->id)->id;
  EXPECT_EQ(why(left(gone)), &kind_of(ContactRefusal::act_not_allowed));
  EXPECT_EQ(why(handed_on(asked(Kind::chat)->id, {.agent = UserId(3)})),
            &kind_of(ContactRefusal::agent_unknown));
}

// Nobody waits where nobody comes any more; what is called back waits for the morning.
TEST_P(ContactTest, EndsWhatNobodyAnswersBeforeItCloses) {
  TeamDetails details;
  details.hours = {true, {{{1}, {0}, {10 * 60 + 30}}}};  // a Monday, 10:00 in Amsterdam
  const TeamId office = team("office", details);
  const ContactId chat = asked(Kind::chat, office)->id;
  const ContactId call = asked(Kind::call_back, office)->id;
  pass(std::chrono::hours(1));
  EXPECT_EQ(found(chat).state, State::missed);
  EXPECT_EQ(found(call).state, State::waiting);
  EXPECT_EQ(why(asked(Kind::chat, office)), &kind_of(ContactRefusal::team_closed));
}

}  // namespace
}  // namespace sluis::contacts
