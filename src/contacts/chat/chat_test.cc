#include "contacts/chat/chat.h"

#include <semaphore>
#include <thread>

#include <gtest/gtest.h>

#include "contacts/chat/switchboard.h"
#include "contacts/forgetting.h"
#include "contacts/testing.h"

namespace sluis::contacts {
namespace {

using testing::why;

class ChatTest : public testing::ContactsTest {
 protected:
  Result<Message> said_by_customer(ContactId id, const std::string& client,
                                   const std::string& text) {
    return at_desk([&](const Desk& desk) { return say_as_customer(desk, id, {{client}, {text}}); });
  }
  Result<Message> said_by(UserId user, ContactId id, const std::string& client) {
    return at_desk(
        [&](const Desk& desk) { return say_as_agent(desk, user, id, {{client}, {"yes"}}); });
  }
  std::vector<Message> all(ContactId id) {
    return look([&](store::Snapshot& s) { return messages(s, id, 0, 1000); });
  }
};
SLUIS_ON_BOTH_HOMES(ChatTest);

// Both sides talk at once and send everything twice: each message is there once, and the numbers
// have no gap.
TEST_P(ChatTest, NothingIsLostAndNothingIsThereTwice) {
  const UserId ann = agent("ann", {team_}, 1);
  const ContactId chat = accepted(ann, asked(Kind::chat)->id)->id;
  {
    std::vector<std::jthread> people;
    for (int side = 0; side < 4; ++side) {
      people.emplace_back([&, side] {
        for (int i = 0; i < 15; ++i) {
          const std::string client = std::to_string(i);
          if (side % 2 == 0) EXPECT_TRUE(said_by_customer(chat, client, "hello"));
          if (side % 2 == 1) EXPECT_TRUE(said_by(ann, chat, client));
        }
      });
    }
  }
  const auto messages = all(chat);
  ASSERT_EQ(messages.size(), 30);
  for (std::size_t i = 0; i < messages.size(); ++i)
    EXPECT_EQ(messages[i].number, static_cast<std::int64_t>(i) + 1);
}

TEST_P(ChatTest, AFloodIsToldToWait) {
  const ContactId chat = asked(Kind::chat)->id;
  for (int i = 0; i < 20; ++i)
    ASSERT_TRUE(said_by_customer(chat, "m" + std::to_string(i), "x"));
  EXPECT_EQ(why(said_by_customer(chat, "more", "x")), &kind_of(ChatRefusal::chat_too_fast));
  clock_.advance(std::chrono::seconds(11));
  EXPECT_EQ(said_by_customer(chat, "more", "x")->number, 21);
}

// Erasing leaves that there was a contact, and no word of it.
TEST_P(ChatTest, ErasingLeavesNoWord) {
  ContactDraft draft{.kind = Kind::chat, .team = team_};
  draft.name = Line<0, 200>{"Mia"};
  draft.email = Line<0, 254>{"mia@example.com"};
  const Visit visit = at_desk([&](const Desk& desk) { return begin_visit(desk, draft); }).value();
  said_by_customer(visit.contact, "1", "My name is Mia").value();
  const IdentityId who = *found(visit.contact).identity;
  const Json erased{R"({"identities":[")" + to_string(who) + R"("],"numbers":[],"fresh":")" +
                    to_string(IdentityId(5)) + R"("})"};
  ASSERT_TRUE(unit([&](store::Tx& tx) {
    return forgetting().consume(tx, {.topic = "customers.person_erased", .payload = erased});
  }));
  EXPECT_EQ(found(visit.contact).caller, Caller{});
  EXPECT_EQ(found(visit.contact).identity, IdentityId(5));
  EXPECT_EQ(all(visit.contact).front().text.text, "");
  const auto back =
      store().snapshot([&](store::Snapshot& s) { return contact_of_visit(s, visit.token); });
  EXPECT_EQ(why(back), &kind_of(ChatRefusal::visit_unknown));
}

// Whoever listens gets what was said before, what is said meanwhile, and nothing twice.
TEST_P(ChatTest, WhoListensGetsAllOfItOnceAndInOrder) {
  outbox::Tail tail(store());
  Switchboard switchboard(store(), tail);
  const ContactId chat = asked(Kind::chat)->id;
  for (int i = 1; i <= 5; ++i)
    said_by_customer(chat, std::to_string(i), "x").value();
  std::string ids;
  std::counting_semaphore<> more(0);
  const auto listening = switchboard.listen_to(
      chat, 2, [&](std::string_view what, std::string_view number, const auto&) {
        ids += number;
        if (what == "message") more.release();
      });
  for (int i = 6; i <= 9; ++i)
    said_by_customer(chat, std::to_string(i), "x").value();
  for (int i = 3; i <= 9; ++i)
    more.acquire();
  EXPECT_EQ(ids, "3456789");
}

// A page that changes all the time is let in, a flood is not; and of others nothing is counted.
TEST_P(ChatTest, SignalsOfOneVisitorAreBounded) {
  outbox::Tail tail(store());
  Switchboard switchboard(store(), tail);
  const Instant now = clock_.now();
  const ContactId chat{1};
  const SignalDraft piece{.signal = Signal::page, .data = Prose<32'000>{std::string(32'000, 'x')}};
  int let_in = 0;
  while (let_in < 1'000 && switchboard.pass_to_agent(chat, {}, piece, now))
    ++let_in;
  EXPECT_EQ(let_in, 124);  // 4 MB, with what stands around each piece
  EXPECT_TRUE(switchboard.pass_to_agent(ContactId{2}, {}, piece, now).has_value());
  EXPECT_TRUE(
      switchboard.pass_to_agent(chat, {}, piece, now + std::chrono::seconds(10)).has_value());
}

TEST(Answers, AreFilledIn) {
  const About about{.name = "Mia", .agent = "Ann", .team = "Sales"};
  EXPECT_EQ(filled("Hi {name}, {agent} of {team} {x}", about), "Hi Mia, Ann of Sales {x}");
  EXPECT_EQ(filled("{name}", {.name = "{agent}", .agent = "Ann", .team = ""}), "{agent}");
  EXPECT_EQ(filled("Hi {name}, this is {agent}.", {.name = "", .agent = "Ann", .team = ""}),
            "Hi, this is Ann.");
}

}  // namespace
}  // namespace sluis::contacts
