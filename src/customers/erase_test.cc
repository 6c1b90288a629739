#include "customers/erase.h"

#include <filesystem>
#include <fstream>
#include <future>

#include <gtest/gtest.h>

#include "customers/follow.h"
#include "customers/purge.h"
#include "customers/store_listing.h"
#include "customers/testing.h"
#include "platform/analytics/store.h"
#include "platform/api/idempotency.h"
#include "platform/capability.h"
#include "platform/store/postgres.h"

namespace sluis::events {
std::span<const store::Migration> analytics_migrations();
std::span<const store::Statement* const> analytics_statements();
}  // namespace sluis::events

namespace sluis::customers {

std::span<const store::Migration> analytics_migrations();

namespace {

using store::Dialect;
using store::Snapshot;
using store::Tx;

// Words of the person that stand nowhere else.
constexpr std::string_view kSurname = "Zwaluwenburg";
constexpr std::string_view kAddress = "kim.zwaluwenburg@example.com";
constexpr std::string_view kPhone = "+31612345987";
constexpr std::string_view kSaid = "at the fair in Ootmarsum";
constexpr std::string_view kDevice = "device-5e0c77ad91";
constexpr std::string_view kTyped = "deliver to the Zwaluwenburg stables";

struct Found {
  std::int64_t events = 0;
  Micro revenue;
};
BOOST_DESCRIBE_STRUCT(Found, (), (events, revenue))
constexpr store::Statement kShipped{
    "erase_test.shipped",
    "select count(*) as events, cast(sum(coalesce(revenue, 0)) as bigint) as revenue "
    "from feed_event"};
constexpr store::Statement kOf{"erase_test.of",
                               "select count(*) as found from feed_event where identity = $1"};
constexpr store::Statement kListed{
    "erase_test.listed", "select count(*) as found from feed_customer where customer = $1"};
constexpr const store::Statement* kStatements[] = {&kShipped, &kOf, &kListed};

class EraseTest : public testing::PeopleTest {
 protected:
  void SetUp() override {
    PeopleTest::SetUp();
    if (IsSkipped()) return;
    figures_.emplace(home().location(), analytics::Options{},
                     store::Registry{{events::analytics_migrations(), analytics_migrations()},
                                     {events::analytics_statements(), sql::analytics_statements(),
                                      kStatements}});
  }
  void TearDown() override {
    figures_.reset();
    intake_.reset();
    PeopleTest::TearDown();
  }

  // What Kim bought, and what was typed there, among what others bought.
  void buys() {
    const auto channel = keep([&](Tx& tx) {
                           channels::Draft draft;
                           draft.name = {"Shop"};
                           draft.form = channels::Form::webshop;
                           return channels::add(tx, actor(), draft);
                         })
                             .value()
                             .id;
    const auto source = keep([&](Tx& tx) {
                          events::SourceDraft draft;
                          draft.name = {"Shop"};
                          draft.channel = channel;
                          return events::add_source(tx, actor(), draft);
                        })
                            .value()
                            .id;
    intake_ = events::open_intake(store()).value();
    for (int i = 0; i < 300; ++i)
      buy(source, i);
    follow_log(300);
    events::ship_all(store(), *figures_).value();
    renew_figures(store(), *figures_, clock_.now()).value();
  }
  // Who was seen together, once so many batches can be read.
  void follow_log(std::size_t expected) {
    std::vector<events::Batch> batches;
    while (batches.size() < expected)
      batches = look([](Snapshot& snapshot) { return events::batches_after(snapshot, {}, 1'000); });
    Follower follower;
    for (const events::Batch& batch : batches) {
      keep([&](Tx& tx) -> Result<void> {
        follower.take(tx, batch);
        return {};
      }).value();
    }
  }
  void buy(SourceId source, int i) {
    const std::string number = std::to_string(i);
    const std::string props = R"({"note": ")" + std::string(kTyped) + "\"}";
    events::Draft draft;
    draft.message_id = number;
    draft.kind = "order_completed";
    draft.order = number;
    draft.revenue = Micro(Micro::kPerUnit);
    draft.identities = {{identities::Kind::user, number}};
    if (i % 100 == 0) {
      draft.identities = {{identities::Kind::email, kAddress}, {identities::Kind::device, kDevice}};
      draft.props = props;
    }
    keep([&](Tx& tx) -> Result<void> {
      events::append(tx, *intake_, ids_,
                     {.sender = {.source = source, .key = {}},
                      .received = clock_.now(),
                      .drafts = {&draft, 1}});
      return {};
    }).value();
  }
  template <class T = std::int64_t>
  T figure(const store::Statement& statement, const auto&... parameters) {
    return figures_
        ->snapshot([&](analytics::Snapshot& figures) -> Result<T> {
          return *figures.one<T>(statement, parameters...);
        })
        .value();
  }

  IdentityId known_as(identities::Kind kind, std::string_view value) {
    return keep([&](Tx& tx) { return consent::remember_identity(tx, kind, value, clock_.now()); })
        .value();
  }

  void agree(IdentityId identity, consent::Ground ground) {
    keep([&](Tx& tx) {
      return consent::record(tx, actor(), identity,
                             {.means = consent::Means::email,
                              .purpose = consent::Purpose::marketing,
                              .ground = ground,
                              .source = {std::string(kSaid)}});
    }).value();
  }

  // Kim, in every table that can know a person.
  std::vector<IdentityId> everywhere() {
    const IdentityId address = known_as(identities::Kind::email, kAddress);
    const IdentityId phone = known_as(identities::Kind::phone, kPhone);
    see(address, phone);
    merged(alone(address), alone(user(77))).value();
    agree(address, consent::Ground::opt_in);
    agree(phone, consent::Ground::objection);
    keep([&](Tx& tx) -> Result<void> {
      const TraitSeen name[] = {{"last_name", std::string(kSurname), Instant(5), 1}};
      note_traits(tx, address, name);
      const Company company = TRY(add_company(tx, actor(), {.name = {"Works Ltd"}}));
      TRY_VOID(set_role(tx, actor(), company.id, phone, Line<0, 80>{"buyer"}));
      access::audit(tx, actor(),
                    {.entity = "customer",
                     .id = to_string(alone(address)),
                     .action = "changed",
                     .after = Json{to_json(std::string(kSurname))}});
      api::idempotency::keep(
          tx, {"usr_1", "key", "hash"},
          {.status = 200, .headers = {}, .body = R"({"value":")" + std::string(kAddress) + "\"}"},
          clock_.now());
      return {};
    }).value();
    return {address, phone, IdentityId(77)};
  }

  Forgetting erased(CustomerId customer) {
    return keep([&](Tx& tx) { return forget(tx, actor(), customer); }).value();
  }
  bool purged(const Forgetting& begun) {
    return purge({store(), home().location(), *figures_}, begun).has_value();
  }

  // The job at its end; meanwhile time goes on.
  jobs::Job ended(JobId id) {
    for (;;) {
      const auto seen = store().facts().count();
      const auto job =
          store().snapshot([&](Snapshot& snapshot) { return jobs::find(snapshot, id); }).value();
      if (job.state != jobs::State::queued && job.state != jobs::State::running) return job;
      clock_.advance(std::chrono::seconds(1));
      store().facts().wait(seen, std::chrono::milliseconds(100));
    }
  }

  // All bytes that are kept: every file, or the whole database as text.
  std::string kept() {
    if (GetParam() == Dialect::postgres) return dump();
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(home().folder())) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
  }

 private:
  std::string dump() {
    store::Postgres connection(home().location().url, false, nullptr);
    const auto rows = connection.query_text("select database_to_xml(true, true, '')", {});
    EXPECT_TRUE(rows->next());
    return std::string(store::read_text(rows->value(0)));
  }

 protected:
  std::optional<analytics::Store> figures_;
  std::shared_ptr<events::Intake> intake_;
};
SLUIS_ON_BOTH_HOMES(EraseTest);

TEST_P(EraseTest, NoFileHoldsAWordOfWhomWasForgotten) {
  const auto kim = everywhere();
  for (const std::string_view word : {kSurname, kAddress, kPhone, kSaid})
    EXPECT_TRUE(kept().contains(word)) << word;
  const Forgetting begun = erased(customer(kim[0]));
  EXPECT_EQ(begun.person.identities.size(), 3u);
  ASSERT_TRUE(purged(begun));
  const std::string left = kept();
  for (const std::string_view word : {kSurname, kAddress, kPhone, kSaid})
    EXPECT_FALSE(left.contains(word)) << word;
  EXPECT_FALSE(left.contains("zwaluwenburg"));
  EXPECT_TRUE(left.contains("Works Ltd"));
}

TEST_P(EraseTest, WhatWasShippedLosesThePersonAndKeepsTheFigures) {
  const auto kim = everywhere();
  buys();
  EXPECT_TRUE(kept().contains(kTyped));
  // What the log keeps in bytes is no text in the dump of a database.
  if (GetParam() == Dialect::sqlite) EXPECT_TRUE(kept().contains(kDevice));
  const CustomerId before = customer(kim[0]);
  EXPECT_EQ(figure(kListed, before), 1);
  const Forgetting begun = erased(before);
  ASSERT_TRUE(purged(begun));
  const std::string left = kept();
  for (const std::string_view word : {kSurname, kAddress, kPhone, kSaid, kTyped, kDevice})
    EXPECT_FALSE(left.contains(word)) << word;
  const Found shipped = figure<Found>(kShipped);
  EXPECT_EQ(shipped.events, 300);
  EXPECT_EQ(shipped.revenue, Micro(300 * Micro::kPerUnit));
  for (const IdentityId id : begun.person.identities) {
    EXPECT_EQ(figure(kOf, id), 0);
    EXPECT_EQ(figure(kListed, alone(id)), 0);
  }
  EXPECT_EQ(figure(kListed, before), 0);
  EXPECT_EQ(figure(kOf, begun.person.fresh), 3);
  EXPECT_EQ(figure(kListed, CustomerId(begun.person.fresh.number())), 1);
}

TEST_P(EraseTest, APurgeWaitsForWhoeverReads) {
  const auto kim = everywhere();
  const Forgetting begun = erased(customer(kim[0]));
  std::promise<void> refused;
  std::atomic<bool> first{true};
  jobs::Kind kind = purge_job({store(), home().location(), *figures_});
  kind.outside = [&, outside = kind.outside](const jobs::Job& job, const std::stop_token& stop) {
    auto outcome = outside(job, stop);
    if (!outcome && first.exchange(false)) refused.set_value();
    return outcome;
  };
  const JobId job = keep([&](Tx& tx) -> Result<JobId> {
                      return jobs::start(tx, ids_, clock_.now(), purge_order(begun, UserId(1)));
                    }).value();
  std::optional<jobs::Runner> runner;
  look([&](Snapshot& reader) {
    const auto read = search(reader, "kim", 5);
    runner.emplace(store(), clock_, ids_, std::vector{kind}, jobs::RunnerOptions{});
    // On PostgreSQL nobody who reads is in the way.
    if (GetParam() == Dialect::sqlite) refused.get_future().wait();
    return read;
  });
  EXPECT_EQ(ended(job).state, jobs::State::done);
  EXPECT_FALSE(kept().contains(kSurname));
}

TEST_P(EraseTest, NobodyIsFoundAnyMoreButTheObjectionHolds) {
  const auto kim = everywhere();
  erased(customer(kim[0]));
  EXPECT_TRUE(look([](Snapshot& snapshot) { return search(snapshot, "kim", 5); }).empty());
  EXPECT_FALSE(
      store().snapshot([&](Snapshot& snapshot) { return profile(snapshot, alone(kim[0])); }));
  const auto verdict = look([&](Snapshot& snapshot) {
    return consent::allowed(snapshot, {&kim[1], 1}, consent::Means::email,
                            consent::Purpose::marketing, clock_.now());
  });
  EXPECT_EQ(verdict.reason, consent::Reason::objected);
  const auto again = keep([&](Tx& tx) { return forget(tx, actor(), alone(kim[0])); });
  EXPECT_FALSE(again);
}

TEST_P(EraseTest, WhoStaysBehindKeepsTheirOwn) {
  const auto kim = everywhere();
  const auto bob = user(88);
  keep([&](Tx& tx) -> Result<void> {
    const TraitSeen name[] = {{"name", "Bob", Instant(5), 1}};
    note_traits(tx, bob, name);
    return {};
  }).value();
  see(kim[1], bob, 500);  // two users: they stay two customers
  erased(customer(kim[0]));
  EXPECT_EQ(customer(bob), alone(bob));
  EXPECT_EQ(look([](Snapshot& snapshot) { return search(snapshot, "bob", 5); }).size(), 1u);
}

TEST_P(EraseTest, AfterARestoreTheListErasesAgain) {
  const auto kim = everywhere();
  erased(customer(kim[0]));
  const auto list = look([](Snapshot& snapshot) { return erasures(snapshot); });
  ASSERT_EQ(list.size(), 3u);
  // What an older backup brings back.
  everywhere();
  const auto again = keep([&](Tx& tx) -> Result<std::vector<Forgetting>> {
                       return erase_again(tx, actor(), list);
                     }).value();
  for (const Forgetting& one : again)
    ASSERT_TRUE(purged(one));
  EXPECT_FALSE(kept().contains(kSurname));
  EXPECT_FALSE(kept().contains(kAddress));
}

TEST_P(EraseTest, EverythingOfAPersonIsTold) {
  const auto kim = everywhere();
  const auto all =
      store()
          .snapshot([&](Snapshot& snapshot) { return everything_of(snapshot, customer(kim[0])); })
          .value();
  EXPECT_EQ(all.profile.identities.size(), 3u);
  EXPECT_EQ(all.consent.size(), 2u);
  EXPECT_EQ(all.operations.size(), 1u);
  EXPECT_EQ(all.profile.companies.size(), 1u);
}

}  // namespace
}  // namespace sluis::customers
