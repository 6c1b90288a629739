// Who gets the report of the week and when, on both homes. What is in it, and that it really goes,
// is told by a scenario with a mail server (tests/scenario/reports/weekly.scenario).
#include "reports/sending.h"

#include "access/testing.h"
#include "company/company.h"
#include "kernel/base64.h"
#include "platform/analytics/store.h"
#include "platform/mail/store.h"
#include "reports/store.h"

namespace sluis::reports {
namespace {

using access::User;
using api::Role;

class ReportsSending : public access::testing::AccessTest {
 protected:
  void SetUp() override {
    AccessTest::SetUp();
    if (IsSkipped()) return;
    clock_.set(*parse_instant("2026-01-05T05:00:00Z"));  // an hour before Monday seven in Amsterdam
    figures_.emplace(home().location(), analytics::Options{}, store::Registry{});
    ann_ = add("ann", {Role::analyst});
  }
  void TearDown() override {
    figures_.reset();
    AccessTest::TearDown();
  }

  std::vector<Capability> capabilities() const override {
    std::vector<Capability> all = AccessTest::capabilities();
    all.push_back(company::capability());
    all.push_back(reports::capability());
    return all;
  }

  void turn_mail_on() {
    mail::Server server;
    server.server = "smtp://localhost";
    server.address = "shop@example.com";
    ASSERT_TRUE(keep([&](store::Tx& tx) -> Result<void> {
      return mail::sql::equip(tx, server), Result<void>();
    }));
  }
  void subscribed(const Choice& choice = {}) {
    ASSERT_TRUE(keep([&](store::Tx& tx) { return subscribe(tx, actor(), ann_.id, choice); }));
  }
  void may(std::vector<Role> roles, bool active = true) {
    access::UserPatch patch;
    patch.roles = {true, std::move(roles)};
    patch.active = {true, active};
    ann_ = *keep([&](store::Tx& tx) {
      return access::change_user(tx, actor(), ann_.id, patch, ann_.version);
    });
  }
  std::int64_t begun() {
    return *keep([&](store::Tx& tx) -> Result<std::int64_t> { return begin_due(tx, actor()); });
  }
  // What the jobs do once their PDF is made.
  void hand_over(std::string_view monday) {
    const jobs::Kind kind = send_job({store(), *figures_, clock_, ids_, ""});
    const Json made{fmt::format(R"({{"monday":"{}","pdf":"{}"}})", monday, encoded_base64("%PDF"))};
    ASSERT_TRUE(keep([&](store::Tx& tx) -> Result<void> {
      for (const jobs::Job& job : jobs::recent(tx, std::nullopt, 10))
        if (job.state == jobs::State::queued) TRY(kind.step(tx, job, made));
      return {};
    }));
  }
  std::int64_t waiting() {
    return *keep([&](store::Tx& tx) -> Result<std::int64_t> { return mail::sql::waiting(tx); });
  }
  bool is_subscribed() {
    return *keep(
        [&](store::Tx& tx) -> Result<bool> { return subscription_of(tx, ann_.id).has_value(); });
  }
  void tell_of_change() {
    const outbox::Consumer follower = following();
    const Json changed{fmt::format(R"({{"id":"{}"}})", to_string(ann_.id))};
    ASSERT_TRUE(keep([&](store::Tx& tx) {
      outbox::Fact fact;
      fact.payload = changed;
      return follower.consume(tx, fact);
    }));
  }

  std::optional<analytics::Store> figures_;
  User ann_;
};
SLUIS_ON_BOTH_HOMES(ReportsSending);

TEST_P(ReportsSending, ComesOnceAWeekAndLateOnceAfterAPause) {
  subscribed();
  clock_.advance(std::chrono::hours(1));
  EXPECT_EQ(begun(), 0) << "mail is off";
  turn_mail_on();
  EXPECT_EQ(begun(), 1);
  EXPECT_EQ(begun(), 0);
  hand_over("2025-12-29");
  EXPECT_EQ(waiting(), 1);
  // Another hour of the same day: it is the same week, and its mail went.
  subscribed({{Weekday::monday, {8}}, {}, Language::nl});
  clock_.advance(std::chrono::hours(2));
  EXPECT_EQ(begun(), 1);
  hand_over("2025-12-29");
  EXPECT_EQ(waiting(), 1);
  clock_.advance(std::chrono::days(20));  // Sluis was down at two Mondays
  EXPECT_EQ(begun(), 1);
  EXPECT_EQ(begun(), 0);
  hand_over("2026-01-19");
  EXPECT_EQ(waiting(), 2);
}

TEST_P(ReportsSending, GoesToNobodyWhoMayNotReadIt) {
  turn_mail_on();
  subscribed();
  clock_.advance(std::chrono::hours(2));
  EXPECT_EQ(begun(), 1);
  may({Role::agent});
  hand_over("2025-12-29");
  EXPECT_EQ(waiting(), 0) << "between the job and its mail";
  clock_.advance(std::chrono::days(7));
  EXPECT_EQ(begun(), 0);
  EXPECT_FALSE(is_subscribed()) << "it has ended";
  may({Role::analyst});
  subscribed();
  clock_.advance(std::chrono::days(7));
  EXPECT_EQ(begun(), 1);
  hand_over("2026-01-05");
  EXPECT_EQ(waiting(), 1);
  tell_of_change();
  EXPECT_EQ(waiting(), 1) << "another change of theirs";
  may({Role::analyst}, false);
  tell_of_change();
  EXPECT_EQ(waiting(), 0) << "while it waited to be sent";
  EXPECT_FALSE(is_subscribed());
}

TEST_P(ReportsSending, TakesBackWhatWaitsWhenItIsNotWantedAnyMore) {
  turn_mail_on();
  subscribed();
  clock_.advance(std::chrono::hours(2));
  EXPECT_EQ(begun(), 1);
  hand_over("2025-12-29");
  EXPECT_EQ(waiting(), 1);
  ASSERT_TRUE(keep([&](store::Tx& tx) -> Result<void> {
    unsubscribe(tx, actor(), ann_.id);
    return {};
  }));
  EXPECT_EQ(waiting(), 0);
  const auto now = keep(
      [&](store::Tx& tx) { return begin_now(tx, actor(), ann_.id, Language::en, std::nullopt); });
  ASSERT_TRUE(now);
  hand_over("2025-12-29");
  EXPECT_EQ(waiting(), 1) << "asked for";
}

}  // namespace
}  // namespace sluis::reports
