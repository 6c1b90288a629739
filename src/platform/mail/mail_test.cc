// What becomes of a queued mail, on both homes. That it really goes is told by a scenario with a
// mail server (tests/scenario/platform/mail.scenario).
#include "platform/mail/mail.h"

#include "platform/mail/handing.h"
#include "platform/store/testing.h"

namespace sluis::mail {
namespace {

const Instant kStart = *parse_instant("2026-01-05T09:00:00Z");

class MailTest : public store::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (!IsSkipped()) open();
  }
  template <class F>
  auto unit(F f) {
    using T = std::invoke_result_t<F, store::Tx&>;
    return store().unit([&](store::Tx& tx) -> Result<T> { return f(tx); }).value();
  }
  void start(std::int64_t per_minute = 6'000) {
    Server server;
    server.server = "smtp://localhost";
    server.address = "shop@example.com";
    server.per_minute = per_minute;
    unit([&](store::Tx& tx) { return sql::equip(tx, server), true; });
  }
  Result<bool> queued(const Mail& mail) {
    return store().unit([&](store::Tx& tx) { return queue(tx, ids_, mail, clock_.now()); });
  }
  static Mail mail(const std::string& key, const std::string& to = "eva@example.com") {
    Mail one = test_mail({to}, Language::en);
    one.key = key;
    return one;
  }
  std::optional<Claimed> claimed() {
    return unit([&](store::Tx& tx) { return claim(tx, gate_, clock_.now()).claimed; });
  }
  void ended(const Claimed& one, const Outcome& outcome) {
    unit([&](store::Tx& tx) { return record(tx, one, outcome, clock_.now()), true; });
  }
  Item newest() {
    return unit([&](store::Tx& tx) { return sql::items(tx, {}, 1).at(0); });
  }
  std::string content_of(MailId id) {
    return unit([&](store::Tx& tx) { return sql::content(tx, id); });
  }

  store::testing::SetClock clock_{kStart};
  IdSource ids_{clock_, 1, kStart};
  bool agreed_ = true;
  const Gate gate_ = [this](store::Snapshot&, const Consent&, Instant) { return agreed_; };
};
SLUIS_ON_BOTH_HOMES(MailTest);

TEST_P(MailTest, IsQueuedOnceAndNotWhileItIsOff) {
  EXPECT_TRUE(is(queued(mail("a")).error(), MailRefusal::off));
  start();
  EXPECT_TRUE(queued(mail("a")).value());
  EXPECT_FALSE(queued(mail("a")).value());
  Mail large = mail("b");
  large.attachments = {{"a.pdf", "application/pdf", std::string(8 * 1024 * 1024, 'x')}};
  EXPECT_TRUE(is(queued(large).error(), MailRefusal::too_large));
  const Claimed one = claimed().value();
  EXPECT_FALSE(claimed()) << "one at a time";
  ended(one, {.result = {}});
  EXPECT_FALSE(claimed());
  EXPECT_EQ(newest().state, State::sent);
  EXPECT_EQ(content_of(one.item.id), "");
  EXPECT_FALSE(queued(mail("a")).value()) << "it is known for thirty days";
  clock_.advance(std::chrono::days(31));
  EXPECT_EQ(unit([&](store::Tx& tx) { return clean(tx, clock_.now()); }), 1);
  EXPECT_TRUE(queued(mail("a")).value());
}

TEST_P(MailTest, IsClaimedAgainWhenNobodySaidHowItWent) {
  start();
  ASSERT_TRUE(queued(mail("a")).value());
  const Claimed first = claimed().value();
  clock_.advance(kClaimHolds);
  const Claimed second = claimed().value();
  EXPECT_EQ(first.content, second.content) << "under the same Message-ID";
  ended(first, {.result = refuse(MailRefusal::message_refused, "late")});
  EXPECT_EQ(newest().state, State::waiting) << "who lost its claim has nothing to say";
  ended(second, {.result = {}});
  EXPECT_EQ(newest().state, State::sent);
}

TEST_P(MailTest, WaitsLongerAndIsGivenUpAfterTwoDays) {
  start();
  ASSERT_TRUE(queued(mail("a")).value());
  Duration longest{};
  for (int attempt = 0; newest().state == State::waiting; ++attempt) {
    longest = std::max(longest, newest().not_before - clock_.now());
    clock_.set(attempt < 12 ? std::max(newest().not_before, clock_.now()) : kStart + kGivenUpAfter);
    const Claimed one = claimed().value();
    ended(one, {.result = refuse(MailRefusal::message_put_off, "451 later")});
  }
  EXPECT_EQ(newest().state, State::given_up);
  EXPECT_EQ(newest().attempts, 13);
  EXPECT_GT(longest, std::chrono::minutes(10));
  EXPECT_LT(longest, std::chrono::minutes(20));
}

// A server that is away or does not want us costs no mail its turn, and one mail that breaks the
// conversation does not stop those behind it.
TEST_P(MailTest, TellsTheServerFromTheMail) {
  start();
  ASSERT_TRUE(queued(mail("a")).value());
  ended(claimed().value(),
        {.result = refuse(MailRefusal::login_refused, "x", "535"), .reached = false});
  EXPECT_EQ(newest().attempts, 0);
  EXPECT_EQ(unit([&](store::Tx& tx) { return sql::server(tx); }).why, "mail_login");
  EXPECT_FALSE(claimed());
  clock_.advance(std::chrono::seconds(3));
  ended(claimed().value(), {.result = refuse(MailRefusal::server_unwilling, "421")});
  EXPECT_EQ(newest().attempts, 1);
  ASSERT_TRUE(queued(mail("b", "ben@example.com")).value());
  clock_.advance(std::chrono::seconds(6));
  const Claimed other = claimed().value();
  EXPECT_EQ(other.item.address, "ben@example.com");
  ended(other, {.result = {}});
  EXPECT_EQ(unit([&](store::Tx& tx) { return sql::server(tx); }).failures, 0);
}

TEST_P(MailTest, KeepsToTheRateInAMinute) {
  start(2);
  for (const char* key : {"a", "b", "c", "d", "e"})
    ASSERT_TRUE(queued(mail(key)).value());
  std::vector<Instant> sent;
  for (; sent.size() < 5; clock_.advance(std::chrono::seconds(1))) {
    if (const auto one = claimed()) {
      ended(*one, {.result = {}});
      sent.push_back(clock_.now());
    }
  }
  for (std::size_t i = 2; i < sent.size(); ++i)
    EXPECT_GE(sent[i] - sent[i - 2], std::chrono::minutes(1));
}

TEST_P(MailTest, DoesNotGoWithoutConsentTooLateOrToWhoWasErased) {
  start();
  Mail asked = mail("a");
  asked.consent = Consent{IdentityId(7), "marketing"};
  ASSERT_TRUE(queued(asked).value());
  agreed_ = false;
  EXPECT_FALSE(claimed());
  EXPECT_EQ(newest().state, State::not_allowed);

  Mail reminder = mail("b");
  reminder.until = kStart + std::chrono::hours(1);
  ASSERT_TRUE(queued(reminder).value());
  clock_.advance(std::chrono::hours(1));
  EXPECT_FALSE(claimed());
  EXPECT_EQ(newest().state, State::too_late);

  ASSERT_TRUE(queued(mail("c")).value());
  unit([](store::Tx& tx) { return take_back(tx, "c"), true; });
  EXPECT_FALSE(claimed());

  ASSERT_TRUE(queued(mail("d")).value());
  ASSERT_TRUE(queued(mail("e", "ben@example.com")).value());
  const std::string erased[] = {"+31612345678", "eva@example.com"};
  unit([&](store::Tx& tx) { return forget(tx, erased), true; });
  EXPECT_EQ(claimed().value().item.address, "ben@example.com");
  EXPECT_EQ(unit([](store::Tx& tx) { return sql::items(tx, {}, 9); }).size(), 1);
}

}  // namespace
}  // namespace sluis::mail
