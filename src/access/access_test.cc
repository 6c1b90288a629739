// The trail of changes, and the statements of access on both homes.
#include "access/access.h"

#include "access/customers.h"
#include "access/keys.h"
#include "access/testing.h"
#include "platform/outbox/outbox.h"

namespace sluis::access {
namespace {

using api::Role;
using store::Snapshot;
using store::Tx;

class TrailTest : public testing::AccessTest {
 protected:
  void note(std::string_view entity, std::string_view id, std::string_view action) {
    ASSERT_TRUE(keep([&](Tx& tx) -> Result<void> {
      audit(tx, actor(), {.entity = entity, .id = std::string(id), .action = action});
      return {};
    }));
  }
  std::vector<std::string> facts() {
    const auto all = store().snapshot([](Snapshot& snapshot) -> Result<std::vector<outbox::Fact>> {
      return outbox::facts_after(snapshot, {}, 100);
    });
    std::vector<std::string> texts;
    for (const outbox::Fact& fact : *all)
      texts.push_back(fact.topic + ' ' + fact.payload.text);
    return texts;
  }
  std::vector<std::string> actions(const sql::TrailQuery& query) {
    std::vector<std::string> found;
    const auto entries =
        store().snapshot([&](Snapshot& snapshot) -> Result<std::vector<AuditEntry>> {
          return sql::trail(snapshot, query, 1000);
        });
    for (const AuditEntry& entry : *entries)
      found.push_back(entry.action);
    return found;
  }
};
SLUIS_ON_BOTH_HOMES(TrailTest);

TEST_P(TrailTest, AChangeIsKeptWholeWithTheNameOfToday) {
  const User ann = add("ann", {Role::admin});
  api::Principal who;
  who.audience = api::Audience::staff;
  who.user = ann.id;
  ASSERT_TRUE(keep([&](Tx& tx) -> Result<void> {
    audit(tx, actor_of(call_of(who, "192.0.2.8")),
          {.entity = "channel",
           .id = "chn_1",
           .action = "changed",
           .before = {R"({"name":"Café"})"},
           .after = {R"({"name":"Winkel"})"}});
    return {};
  }));
  const auto page = *store().snapshot([](Snapshot& snapshot) -> Result<api::Page<AuditEntry>> {
    return history_of(snapshot, "channel", "chn_1", {});
  });
  ASSERT_EQ(page.items.size(), 1U);
  const AuditEntry& entry = page.items[0];
  EXPECT_EQ(entry.ts, now());
  EXPECT_EQ(entry.actor, to_string(ann.id));
  EXPECT_EQ(entry.actor_name, "ann");
  EXPECT_EQ(entry.peer, "192.0.2.8");
  EXPECT_EQ(entry.action, "changed");
  EXPECT_EQ(entry.before.text, R"({"name":"Café"})");
  EXPECT_EQ(entry.after.text, R"({"name":"Winkel"})");
}

TEST_P(TrailTest, HistoryComesInPagesTheNewestFirst) {
  constexpr int kChanges = 250;
  for (int i = 0; i < kChanges; ++i)
    note("channel", i % 2 == 0 ? "chn_1" : "chn_2", "changed");
  note("kpi", "chn_1", "changed");
  std::vector<AuditId> ids;
  std::optional<AuditId> after;
  int pages = 0;
  do {
    const auto page = *store().snapshot([&](Snapshot& snapshot) -> Result<api::Page<AuditEntry>> {
      return history_of(snapshot, "channel", "chn_1", after);
    });
    for (const AuditEntry& entry : page.items)
      ids.push_back(entry.id);
    after = page.next ? parse_id<AuditIdTag>(*page.next) : std::nullopt;
    ++pages;
  } while (after);
  EXPECT_EQ(pages, 2);
  EXPECT_EQ(ids.size(), kChanges / 2);
  EXPECT_TRUE(std::is_sorted(ids.rbegin(), ids.rend()));
}

TEST_P(TrailTest, IsSearchedByWhatWhoAndWhen) {
  note("channel", "chn_1", "created");
  note("channel", "chn_2", "renamed");
  clock_.advance(std::chrono::hours(1));
  const Instant later = now();
  note("kpi", "kpi_1", "retired");
  note("key", "key_1", "revoked");
  using Actions = std::vector<std::string>;
  EXPECT_EQ(actions({.entity = "channel"}), (Actions{"renamed", "created"}));
  EXPECT_EQ(actions({.entity_id = "chn_1"}), Actions{"created"});
  EXPECT_EQ(actions({.since = later}), (Actions{"revoked", "retired"}));
  EXPECT_EQ(actions({.since = later, .with_access = false}), Actions{"retired"});
  EXPECT_EQ(actions({.actor = "command line"}).size(), 4U);
  EXPECT_TRUE(actions({.actor = "nobody"}).empty());
}

TEST_P(TrailTest, NeverHoldsASecret) {
  const User ann = add("ann", {Role::admin}, "$argon2id$the-hash");
  std::vector<std::string> secrets = {"argon2id", "the-hash"};
  const auto token_of = [](const std::string& path) { return path.substr(path.find('#') + 1); };
  ASSERT_TRUE(keep([&](Tx& tx) -> Result<void> {
    secrets.push_back(token_of(TRY(make_password_link(tx, actor(), ann.id)).path));
    KeyDraft draft;
    draft.name = {"Shop"};
    secrets.push_back(TRY(create_key(tx, actor(), draft)).secret);
    secrets.push_back(token_of(make_customer_link(tx, actor(), CustomerId(9), Slug{"quote"}).path));
    secrets.push_back(open_session(tx, call(), ann.id).token);
    return {};
  }));
  const auto trail = whole_trail();
  EXPECT_EQ(trail.size(), 5U);
  for (const AuditEntry& entry : trail) {
    const std::string text = to_json(entry);
    for (const std::string& secret : secrets) {
      EXPECT_EQ(text.find(secret), std::string::npos) << text;
    }
  }
}

TEST_P(TrailTest, ChangesOfUsersAndKeysAreFacts) {
  const User ann = add("ann", {Role::admin});
  KeyDraft draft;
  draft.name = {"Shop"};
  const auto made = *keep([&](Tx& tx) { return create_key(tx, actor(), draft); });
  ASSERT_TRUE(keep([&](Tx& tx) { return revoke_key(tx, actor(), made.key.id); }));
  const std::string of_ann = R"(access.user_changed {"id":")" + to_string(ann.id) + "\"}";
  const std::string of_key = R"(access.key_changed {"id":")" + to_string(made.key.id) + "\"}";
  // On PostgreSQL a fact can be read when no older transaction runs.
  await([&] { return facts() == std::vector{of_ann, of_key, of_key}; });
}

TEST_P(TrailTest, StatementsTouchOnlyWhatIsTheirs) {
  for (const store::Statement* statement : sql::statements()) {
    EXPECT_EQ(store().foreign_touch(*statement, "access"), "") << statement->name;
  }
}

TEST_P(TrailTest, WhatIsOverIsSweptAway) {
  const User ann = add("ann", {Role::admin});
  signed_in(ann.id);
  ASSERT_TRUE(keep([&](Tx& tx) -> Result<void> {
    TRY(make_password_link(tx, actor(), ann.id));
    make_customer_link(tx, actor(), CustomerId(9), Slug{"quote"});
    sql::count_attempt(tx, "network:192.0.2.1", kPatienceWithNetwork, now());
    return {};
  }));
  const auto swept = [&] {
    return keep([&](Tx& tx) -> Result<bool> {
      sql::sweep(tx, now());
      const bool attempts = sql::attempts(tx, "network:192.0.2.1").has_value();
      const bool session =
          !sql::sessions_of(tx, ann.id, {.started = Instant(), .seen = Instant()}).empty();
      return !attempts && !session;
    });
  };
  EXPECT_FALSE(*swept());
  clock_.advance(kSessionLife + kSessionIdle);
  EXPECT_TRUE(*swept());
}

}  // namespace
}  // namespace sluis::access
