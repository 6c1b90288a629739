#include <future>

#include "platform/analytics/duckdb.h"
#include "platform/analytics/testing.h"

namespace sluis::analytics {
namespace {

using store::Failure;
using store::Migration;

struct Reading {
  std::int64_t id = 0;
  std::optional<Date> day;
  std::string place;
  std::optional<Micro> amount;
  double weight = 0;
  bool counted = true;
  store::Bytes raw;
  bool operator==(const Reading&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reading, (), (id, day, place, amount, weight, counted, raw))

struct Sum {
  std::string place;
  std::int64_t readings = 0;
  Micro amount;
  bool operator==(const Sum&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sum, (), (place, readings, amount))

constexpr Migration kMigrations[] = {
    {"meter/0001_meter",
     "create table meter_reading (id bigint not null, day date, place text not null, "
     "amount bigint, weight double precision not null, counted boolean not null, raw bytea);\n"
     "create index meter_reading_id on meter_reading (id);\n"
     "create table meter_total (place text primary key, amount bigint not null);\n"
     "create table other_secret (id bigint);\n"
     "create view feed_meter as select id, place from meter_reading;\n"}};

constexpr Statement kInsert{
    "meter.insert",
    "insert into meter_reading (id, day, place, amount, weight, counted, raw) "
    "values ($1, $2, $3, $4, $5, $6, $7)"};
constexpr Statement kAll{"meter.all", "select * from meter_reading order by id"};
constexpr Statement kCount{"meter.count", "select count(*) from meter_reading"};
constexpr Statement kPlaced{"meter.placed",
                            "select count(*) from meter_reading where place = 'here'"};
constexpr Statement kSums{"meter.sums",
                          "select place, count(*) as readings, cast(sum(amount) as bigint) as "
                          "amount from meter_reading where day >= cast($1 as date) and counted "
                          "group by place order by place"};
constexpr Statement kAdd{"meter.add",
                         "insert into meter_total (place, amount) values ($1, $2) on conflict "
                         "(place) do update set amount = meter_total.amount + excluded.amount"};
constexpr Statement kTotal{"meter.total", "select amount from meter_total where place = $1"};
constexpr Statement kEndless{
    "meter.endless",
    "select count(*) from generate_series(1, 1000000) a(x), generate_series(1, 1000000) b(y) "
    "where a.x * b.y = 17"};
constexpr Statement kForeign{"meter.foreign", "select count(*) from other_secret"};
constexpr Statement kFeed{"meter.feed", "select count(*) from feed_meter"};
constexpr const Statement* kStatements[] = {&kInsert, &kAll,   &kPlaced,  &kCount,   &kSums,
                                            &kAdd,    &kTotal, &kEndless, &kForeign, &kFeed};

class AnalyticsTest : public testing::OnBothHomes {
 protected:
  void SetUp() override {
    testing::OnBothHomes::SetUp();
    if (!IsSkipped()) open_analytics({{kMigrations}, {kStatements}});
  }
  std::int64_t count() {
    return *analytics().snapshot([](Snapshot& snapshot) -> Result<std::int64_t> {
      return *snapshot.one<std::int64_t>(kCount);
    });
  }
  Result<void> append(const std::vector<Reading>& readings) {
    return analytics().unit([&](Tx& tx) -> Result<void> {
      tx.append(kInsert, readings);
      return {};
    });
  }
};
SLUIS_ON_BOTH_HOMES(AnalyticsTest);

std::vector<Reading> some_readings(std::int64_t count) {
  std::vector<Reading> readings;
  for (std::int64_t i = 0; i < count; ++i) {
    readings.push_back({.id = i,
                        .day = i % 7 == 0
                                   ? std::nullopt
                                   : std::optional(Date(2026, 3, 29) + std::chrono::days(i % 5)),
                        .place = i % 3 == 0 ? "a place with a long name, \ttabs\nand \\ lines" : "",
                        .amount = i % 11 == 0 ? std::nullopt : std::optional(Micro(i * 1'000'001)),
                        .weight = static_cast<double>(i) / 8,
                        .counted = i % 2 == 0,
                        .raw = {std::string("\0\\x\n", 4)}});
  }
  return readings;
}

TEST_P(AnalyticsTest, GivesBackWhatWasAppended) {
  const auto readings = some_readings(5'000);  // more than one chunk
  ASSERT_TRUE(append(readings));
  const auto read = analytics().snapshot([](Snapshot& snapshot) -> Result<std::vector<Reading>> {
    return snapshot.all<Reading>(kAll);
  });
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, readings);
}

TEST_P(AnalyticsTest, SumsAreExactAndDatesCompare) {
  ASSERT_TRUE(append({{1, Date(2026, 1, 1), "x", Micro(9'000'000'000'000'000'001), 0, true, {}},
                      {2, Date(2026, 1, 2), "y", Micro(9'000'000'000'000'000'001), 0, true, {}},
                      {3, Date(2026, 1, 2), "y", Micro(1), 0, true, {}},
                      {4, Date(2026, 1, 2), "y", Micro(1), 0, false, {}}}));
  const auto sums = analytics().snapshot([](Snapshot& snapshot) -> Result<std::vector<Sum>> {
    return snapshot.all<Sum>(kSums, Date(2026, 1, 2));
  });
  ASSERT_TRUE(sums);
  EXPECT_EQ(*sums, (std::vector<Sum>{{"y", 2, Micro(9'000'000'000'000'000'002)}}));
}

TEST_P(AnalyticsTest, ARefusedOrFailedUnitLeavesNothing) {
  const auto refused = analytics().unit([&](Tx& tx) -> Result<void> {
    tx.append(kInsert, some_readings(3));
    return std::unexpected(refusal_of(Failure::overloaded));
  });
  EXPECT_FALSE(refused);
  const auto failed = analytics().unit([&](Tx& tx) -> Result<void> {
    tx.append(kInsert, some_readings(3));
    throw store::Error(Failure::internal, "on purpose");
  });
  EXPECT_FALSE(failed);
  EXPECT_EQ(count(), 0);
  ASSERT_TRUE(append(some_readings(3)));
  EXPECT_EQ(count(), 3);
}

TEST_P(AnalyticsTest, UpsertsAddUpOverUnits) {
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(analytics().unit([&](Tx& tx) -> Result<void> {
      tx.change(kAdd, "shop", std::int64_t{i});
      return {};
    }));
  }
  const auto total = analytics().snapshot([](Snapshot& snapshot) -> Result<std::int64_t> {
    return *snapshot.one<std::int64_t>(kTotal, "shop");
  });
  EXPECT_EQ(total.value_or(-1), 190);
}

// DuckDB would keep the plan of the empty table.
TEST_P(AnalyticsTest, AStatementSeesWhatCameAfterItsFirstRun) {
  const auto placed = [&] {
    return analytics()
        .unit([](Tx& tx) -> Result<std::int64_t> { return *tx.one<std::int64_t>(kPlaced); })
        .value();
  };
  EXPECT_EQ(placed(), 0);
  ASSERT_TRUE(append({{.id = 1, .place = "here"}}));
  EXPECT_EQ(placed(), 1);
}

TEST_P(AnalyticsTest, WhatIsThereIsThereAfterReopening) {
  ASSERT_TRUE(append(some_readings(10)));
  close_analytics();
  open_analytics({{kMigrations}, {kStatements}});
  EXPECT_EQ(count(), 10);
}

TEST_P(AnalyticsTest, ALongQuestionIsStoppedAtItsLimitAndTheNextOneIsAnswered) {
  const auto endless = analytics().snapshot(
      [](Snapshot& snapshot) -> Result<std::int64_t> {
        return *snapshot.one<std::int64_t>(kEndless);
      },
      std::chrono::milliseconds(50));
  ASSERT_FALSE(endless);
  EXPECT_TRUE(is(endless.error(), Failure::over_limit)) << endless.error().kind().name;
  EXPECT_EQ(count(), 0);
  EXPECT_EQ(analytics().counters().stopped, 1u);
}

TEST_P(AnalyticsTest, AQuestionEndsWhenNobodyWaitsForIt) {
  std::stop_source gone;
  std::promise<std::optional<Failure>> outcome;
  analytics().query({.run = [](Snapshot& snapshot) { snapshot.one<std::int64_t>(kEndless); },
                     .done = [&](auto failure) { outcome.set_value(failure); },
                     .cancel = gone.get_token()});
  gone.request_stop();
  EXPECT_EQ(outcome.get_future().get(), Failure::over_limit);
}

TEST_P(AnalyticsTest, ASnapshotIsADuckDbFileWithEverything) {
  const auto readings = some_readings(3'000);
  ASSERT_TRUE(append(readings));
  const auto file = home().folder() / "snapshot.duckdb";
  const auto made = analytics().snapshot_to(file, {});
  ASSERT_TRUE(made) << made.error().message().in(Language::en);
  EXPECT_FALSE(analytics().snapshot_to(file, {}));  // it is there already
  ASSERT_TRUE(append(some_readings(1)));            // and the store goes on

  DuckDatabase database(file, {});
  DuckDb connection(database, nullptr);
  const auto rows = connection.query_text(std::string(kAll.sql), {});
  std::vector<Reading> copied;
  while (rows->next())
    copied.push_back(store::read_row<Reading>(*rows));
  EXPECT_EQ(copied, readings);
}

TEST_P(AnalyticsTest, TheTouchOfForeignTablesIsSeen) {
  EXPECT_NE(analytics().foreign_touch(kForeign, "meter"), "");
  EXPECT_EQ(analytics().foreign_touch(kForeign, "other"), "");
  EXPECT_NE(analytics().foreign_touch(kSums, "other"), "");
  EXPECT_EQ(analytics().foreign_touch(kFeed, "other"), "");
  for (const Statement* statement : {&kInsert, &kAll, &kSums, &kAdd, &kTotal}) {
    EXPECT_EQ(analytics().foreign_touch(*statement, "meter"), "") << statement->name;
  }
}

}  // namespace
}  // namespace sluis::analytics
