#include "platform/analytics/analyst.h"

#include "platform/analytics/testing.h"

namespace sluis::analytics {
namespace {

constexpr store::Migration kAskedMigrations[] = {
    {"meter/0001_meter",
     "create table meter_reading (id bigint not null, place text);\n"
     "insert into meter_reading (id, place) values (1, 'a'), (2, null), (3, 'c');\n"
     "create view feed_meter as select id, place from meter_reading;\n"}};

TEST(Analyst, OneSelectOverPublishedViewsMayBeAsked) {
  for (const char* sql :
       {"select * from feed_meter", "with m as (select id from feed_meter) select count(*) from m",
        "select (select max(id) from feed_meter), x from generate_series(1, 3) as s(x)",
        "with recursive n as (select 1 as x union all select x + 1 from n) select * from n limit 3",
        "with a as (select 1 as x), b as (select x from a) select * from b, a",
        "select place, row_number() over (order by id) from feed_meter union all select 'x', 1"}) {
    EXPECT_TRUE(check_question(sql)) << sql;
  }
}

TEST(Analyst, NothingElseMay) {
  using enum AnalystRefusal;
  const std::pair<const char*, AnalystRefusal> wrong[] = {
      {"", not_one_select},
      {"selec 1", not_one_select},
      {"drop table meter_reading", not_one_select},
      {"select 1; select 2", not_one_select},
      {"set threads = 1", not_one_select},
      {"select * from meter_reading", not_published},
      {"select * from feed_meter where id in (select id from meter_reading)", not_published},
      {"with feed as (select * from meter_reading) select * from feed", not_published},
      {"with meter_reading as (select * from meter_reading) select * from meter_reading",
       not_published},
      {"select * from (with q as (select 1) select * from q) as a, q", not_published},
      {"select * from analytics.feed_meter", not_published},
      {"select * from public.access_user", not_published},
      {"select * from 'secrets.csv'", not_published},
      {"select * from read_csv('/etc/passwd')", not_published},
      {"select * from duckdb_settings()", not_published},
      {"select query_to_xml('select 1', true, true, '')", not_published},
      {"select set_config('role', 'none', true)", not_published},
      {"select pg_read_file('/etc/passwd')", not_published},
      {"show tables", not_published},
  };
  for (const auto& [sql, why] : wrong) {
    const auto checked = check_question(sql);
    ASSERT_FALSE(checked) << sql;
    EXPECT_TRUE(is(checked.error(), why)) << sql << ": " << checked.error().kind().name;
  }
}

class AnalystTest : public testing::OnBothHomes {
 protected:
  void SetUp() override {
    testing::OnBothHomes::SetUp();
    if (!IsSkipped()) open_analytics({{kAskedMigrations}, {}});
  }
  Result<Answer> asked(const std::string& sql, std::int64_t rows_most = 100) {
    return analytics().snapshot(
        [&](Snapshot& snapshot) { return answer(snapshot, sql, rows_most); });
  }
};
SLUIS_ON_BOTH_HOMES(AnalystTest);

TEST_P(AnalystTest, AnswersAreText) {
  const auto all = asked("select id, place, id / 2.0 as half from feed_meter order by id");
  ASSERT_TRUE(all) << all.error().message().in(Language::en);
  EXPECT_EQ(all->columns, (std::vector<std::string>{"id", "place", "half"}));
  ASSERT_EQ(all->rows.size(), 3u);
  EXPECT_EQ(all->rows[1], (std::vector<std::optional<std::string>>{"2", std::nullopt, "1"}));
  EXPECT_FALSE(all->cut);
  EXPECT_TRUE(asked("select id from feed_meter", 2)->cut);
}

TEST_P(AnalystTest, WhatTheDatabaseRefusesIsSaidAndTheNextQuestionIsAnswered) {
  const auto wrong = asked("select nothing_like_it from feed_meter");
  ASSERT_FALSE(wrong);
  EXPECT_TRUE(is(wrong.error(), AnalystRefusal::not_answered)) << wrong.error().kind().name;
  EXPECT_TRUE(asked("select count(*) from feed_meter"));
}

}  // namespace
}  // namespace sluis::analytics
