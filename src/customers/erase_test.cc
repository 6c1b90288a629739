#include "customers/erase.h"

#include <filesystem>
#include <fstream>
#include <future>
#include <set>

#include <gtest/gtest.h>

#include "customers/export.h"
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

constexpr Sight kManager{.names = true, .margins = true};

using store::Dialect;
using store::Snapshot;
using store::Tx;

// Words of the person that stand nowhere else.
constexpr std::string_view kSurname = "Zwaluwenburg";
constexpr std::string_view kAddress = "kim.zwaluwenburg@example.com";
constexpr std::string_view kPhone = "+31612345987";
constexpr std::string_view kSaid = "at the fair in Ootmarsum";
constexpr std::string_view kDevice = "device-5e0c77ad91";
constexpr std::string_view kOfAnother = "told of another";
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
constexpr store::Statement kErased{
    "erase_test.erased", "select count(*) as found from feed_customer_erased where customer = $1"};
constexpr store::Statement kStay{
    "erase_test.stay",
    "insert into feed_segment_member (segment, customer, from_day, to_day, since) "
    "values ($1, $2, $3, $4, $5)"};
constexpr const store::Statement* kStatements[] = {&kShipped, &kOf, &kListed, &kErased, &kStay};

// What customers read of segments and value, which stand above them.
constexpr store::Migration kAbove[] = {{"above/0001_test", R"sql(
-- distribution: by customer
create table feed_segment_member (
  segment bigint not null,
  customer bigint not null,
  from_day date not null,
  to_day date,
  since bigint not null
);
-- distribution: by customer
create table feed_customer_value (
  customer bigint not null,
  recency bigint not null,
  frequency bigint not null,
  monetary bigint not null,
  alive double precision,
  orders double precision,
  orders_low double precision,
  orders_high double precision,
  clv bigint,
  clv_low bigint,
  clv_high bigint,
  fit bigint not null
);
)sql"}};

std::int64_t times(std::string_view text, std::string_view part) {
  std::int64_t found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

class EraseTest : public testing::PeopleTest {
 protected:
  void SetUp() override {
    PeopleTest::SetUp();
    if (IsSkipped()) return;
    figures_.emplace(
        home().location(), analytics::Options{},
        store::Registry{
            {events::analytics_migrations(), analytics_migrations(), kAbove},
            {events::analytics_statements(), sql::analytics_statements(), kStatements}});
  }
  void TearDown() override {
    figures_.reset();
    intake_.reset();
    PeopleTest::TearDown();
  }

  // What Kim bought, and what was typed there, among what others bought.
  void buys() {
    open_shop();
    for (int i = 0; i < 300; ++i)
      buy(i);
    follow_log(300);
    events::ship_all(store(), *figures_).value();
    renew_figures(store(), *figures_, clock_.now()).value();
  }
  void open_shop() {
    const auto channel = keep([&](Tx& tx) {
                           channels::Draft draft;
                           draft.name = {"Shop"};
                           draft.form = channels::Form::webshop;
                           return channels::add(tx, actor(), draft);
                         })
                             .value()
                             .id;
    shop_ = keep([&](Tx& tx) {
              events::SourceDraft draft;
              draft.name = {"Shop"};
              draft.channel = channel;
              return events::add_source(tx, actor(), draft);
            })
                .value()
                .id;
    intake_ = events::open_intake(store()).value();
  }
  // Who was seen together, once so many batches can be read.
  void follow_log(std::size_t expected) {
    std::vector<events::Batch> batches;
    while (batches.size() < expected)
      batches =
          look([](Snapshot& snapshot) { return events::batches_after(snapshot, {}, 10'000); });
    Follower follower;
    for (const events::Batch& batch : batches) {
      keep([&](Tx& tx) -> Result<void> {
        follower.take(tx, batch);
        return {};
      }).value();
    }
  }
  void buy(int i) {
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
                     {.sender = {.source = shop_, .key = {}},
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
    merged(alone(address), alone(user(77))).value();
    former_ = customer(address);
    see(address, phone);  // an older link, so another number
    agree(address, consent::Ground::opt_in);
    agree(phone, consent::Ground::objection);
    keep([&](Tx& tx) -> Result<void> {
      const TraitSeen name[] = {{"last_name", std::string(kSurname), Instant(5), 1}};
      note_traits(tx, address, name);
      const Company company = TRY(add_company(tx, actor(), {.name = {"Works Ltd"}}));
      TRY_VOID(set_role(tx, actor(), company.id, phone, Line<0, 80>{"buyer"}));
      for (const CustomerId number : {alone(address), former_}) {
        access::audit(tx, actor(),
                      {.entity = "customer",
                       .id = to_string(number),
                       .action = "changed",
                       .after = Json{to_json(std::string(kSurname))}});
      }
      const std::string answered[] = {std::string(kAddress), "told of " + to_string(former_),
                                      std::string(kOfAnother)};
      for (const std::string& body : answered) {
        api::idempotency::keep(tx, {"usr_1", body, "hash"},
                               {.status = 200, .headers = {}, .body = to_json(body)}, clock_.now());
      }
      return {};
    }).value();
    return {address, phone, IdentityId(77)};
  }

  Places places() {
    return {store(), home().location(), *figures_, {[this](analytics::Tx&, CustomerId number) {
              cleared_above_.insert(number);
            }}};
  }
  Forgetting erased(CustomerId customer) {
    return keep([&](Tx& tx) { return forget(tx, actor(), customer); }).value();
  }
  bool purged(const Forgetting& begun) { return purge(places(), begun).has_value(); }

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
  SourceId shop_;
  CustomerId former_;  // a number that Kim had
  std::set<CustomerId> cleared_above_;
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
  EXPECT_FALSE(left.contains("told of " + to_string(former_)));
  EXPECT_TRUE(left.contains("Works Ltd"));
  EXPECT_TRUE(left.contains(kOfAnother));
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
  for (const CustomerId number : {before, former_, alone(kim[0])}) {
    EXPECT_EQ(figure(kErased, number), 1);
    EXPECT_TRUE(cleared_above_.contains(number));
  }
  EXPECT_EQ(figure(kOf, begun.person.fresh), 3);
  EXPECT_EQ(figure(kListed, CustomerId(begun.person.fresh.number())), 1);
}

TEST_P(EraseTest, APurgeWaitsForWhoeverReads) {
  const auto kim = everywhere();
  const Forgetting begun = erased(customer(kim[0]));
  std::promise<void> refused;
  std::atomic<bool> first{true};
  jobs::Kind kind = purge_job(places());
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
  const auto again = erase_again(store(), actor(), list).value();
  for (const Forgetting& one : again)
    ASSERT_TRUE(purged(one));
  EXPECT_FALSE(kept().contains(kSurname));
  EXPECT_FALSE(kept().contains(kAddress));
}

TEST_P(EraseTest, ALongListIsErasedSomePeopleAtATime) {
  const auto kim = everywhere();
  std::vector<Erasure> list;
  for (std::int64_t i = 1; i <= 50; ++i)
    list.push_back({IdentityId(1'000 + i), IdentityId(2'000 + i), clock_.now()});
  for (const IdentityId id : kim)
    list.push_back({id, IdentityId(3'000), clock_.now()});
  const auto again = erase_again(store(), actor(), list).value();
  EXPECT_EQ(again.size(), 51u);
  EXPECT_EQ(look([](Snapshot& snapshot) { return erasures(snapshot); }).size(), list.size());
  EXPECT_TRUE(look([](Snapshot& snapshot) { return search(snapshot, "kim", 5); }).empty());
}

TEST_P(EraseTest, EverythingOfAPersonIsTold) {
  const auto kim = everywhere();
  buys();
  const Stay stay{SegmentId(9), former_, *parse_date("2026-01-01"), *parse_date("2026-02-01"),
                  clock_.now()};
  figures_
      ->unit([&](analytics::Tx& tx) -> Result<void> {
        tx.append(kStay, std::vector{stay});
        return {};
      })
      .value();
  const std::vector<Teller> above{{"notes", [](Snapshot&, std::span<const IdentityId> identities) {
                                     return std::vector<Json>(identities.size(),
                                                              Json{R"({"note":"tall"})"});
                                   }}};
  const auto all =
      figures_
          ->snapshot([&](analytics::Snapshot& figures) {
            return store().snapshot([&](Snapshot& snapshot) {
              return everything_of({figures, above, kManager, clock_.now()}, snapshot, former_);
            });
          })
          .value();
  EXPECT_EQ(all.profile.id, customer(kim[0]));
  EXPECT_EQ(all.profile.identities.size(), 3u);
  EXPECT_EQ(all.consent.size(), 2u);
  EXPECT_EQ(all.operations.size(), 1u);
  EXPECT_EQ(all.profile.companies.size(), 1u);
  EXPECT_TRUE(std::ranges::count(all.numbers, former_));
  EXPECT_TRUE(std::ranges::any_of(all.trail, [&](const access::AuditEntry& entry) {
    return entry.entity_id == to_string(former_);
  }));
  EXPECT_EQ(all.value->orders, 3);
  EXPECT_EQ(all.channels.size(), 1u);
  ASSERT_EQ(all.segments.size(), 1u);
  EXPECT_EQ(all.segments.front().to_day, stay.to_day);
  ASSERT_EQ(all.kept.size(), 1u);
  EXPECT_EQ(all.kept.front().room, "notes");
  ASSERT_FALSE(all.kept.front().things.empty());
  EXPECT_EQ(all.kept.front().things.front().text, R"({"note":"tall"})");
}

// Of whoever did more than fits on a page of the timeline, in pieces.
TEST_P(EraseTest, EveryEventOfAPersonIsTold) {
  open_shop();
  for (int i = 0; i < kTimelineMax + 2; ++i)
    buy(100 * i);
  buy(1);
  follow_log(kTimelineMax + 3);
  events::ship_all(store(), *figures_).value();
  const auto address = known_as(identities::Kind::email, kAddress);
  std::string told;
  int pieces = 0;
  figures_
      ->snapshot([&](analytics::Snapshot& figures) {
        return write_everything({figures, {}, kManager, clock_.now()}, store(), alone(address),
                                [&](std::string_view piece) -> Result<void> {
                                  told += piece;
                                  ++pieces;
                                  return {};
                                });
      })
      .value();
  EXPECT_GT(pieces, 2);
  EXPECT_TRUE(told.starts_with(R"({"profile":)"));
  EXPECT_TRUE(told.ends_with("]}\n"));
  EXPECT_EQ(times(told, R"("order_reference":)"), kTimelineMax + 2);
}

}  // namespace
}  // namespace sluis::customers
