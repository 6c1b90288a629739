// When the report of the week comes, and what stands in it, where a scenario cannot reach.
#include "reports/reports.h"

#include <rapidcheck/gtest.h>

#include "kernel/random.h"
#include "reports/page.h"
#include "reports/words.h"

namespace sluis::reports {
namespace {

Instant at(std::string_view moment) {
  return *parse_instant(moment);
}

zones::Zone zone(std::string_view name) {
  return *zones::Zone::find(name);
}

TEST(ReportSchedule, ComesByTheClocksOfItsZoneThroughChangesOfThem) {
  struct Case {
    std::string_view zone;
    Schedule schedule;
    std::string_view now;
    std::string_view latest;
    std::string_view next;
  };
  const Schedule monday_seven;
  const Schedule sunday_two{Weekday::sunday, {2}};
  const Case cases[] = {
      // Clocks go forward in the week of 29 March and back in that of 25 October.
      {"Europe/Amsterdam", monday_seven, "2026-03-27T12:00:00Z", "2026-03-23T06:00:00Z",
       "2026-03-30T05:00:00Z"},
      {"Europe/Amsterdam", monday_seven, "2026-10-26T05:59:59Z", "2026-10-19T05:00:00Z",
       "2026-10-26T06:00:00Z"},
      {"Europe/Amsterdam", monday_seven, "2026-10-26T06:00:00Z", "2026-10-26T06:00:00Z",
       "2026-11-02T06:00:00Z"},
      // An hour that is skipped, and one that comes twice.
      {"Europe/Amsterdam", sunday_two, "2026-03-29T02:00:00Z", "2026-03-29T01:00:00Z",
       "2026-04-05T00:00:00Z"},
      {"Europe/Amsterdam", sunday_two, "2026-10-25T01:30:00Z", "2026-10-25T00:00:00Z",
       "2026-11-01T01:00:00Z"},
      // It is Monday there already, or not yet.
      {"Pacific/Auckland", monday_seven, "2026-01-04T18:00:00Z", "2026-01-04T18:00:00Z",
       "2026-01-11T18:00:00Z"},
      {"America/Los_Angeles", monday_seven, "2026-01-05T14:00:00Z", "2025-12-29T15:00:00Z",
       "2026-01-05T15:00:00Z"},
  };
  for (const Case& one : cases) {
    const zones::Zone there = zone(one.zone);
    EXPECT_EQ(to_string(latest(one.schedule, there, at(one.now))), one.latest) << one.now;
    EXPECT_EQ(to_string(next(one.schedule, there, at(one.now))), one.next) << one.now;
  }
}

RC_GTEST_PROP(ReportSchedule, EveryMomentLiesBetweenTwoThatAreAWeekApart, ()) {
  static const std::array names{"Europe/Amsterdam", "America/Sao_Paulo", "Asia/Kathmandu",
                                "Australia/Lord_Howe", "UTC"};
  const zones::Zone there = zone(*rc::gen::elementOf(names));
  const Schedule schedule{static_cast<Weekday>(*rc::gen::inRange(0, 7)),
                          {*rc::gen::inRange<std::int64_t>(0, 24)}};
  const Instant now(*rc::gen::inRange<std::int64_t>(0, 4'000'000'000) * 1'000'000);
  const Instant before = latest(schedule, there, now);
  const Instant after = next(schedule, there, now);
  RC_ASSERT(before <= now);
  RC_ASSERT(now < after);
  RC_ASSERT(next(schedule, there, before) == after);
  const Duration apart = after - before - std::chrono::hours(7 * 24);
  RC_ASSERT(std::chrono::abs(apart) <= std::chrono::hours(1));
}

TEST(ReportWeek, IsThatOfItsThursday) {
  EXPECT_EQ(last_week(Date(2026, 11, 23)), (Week{Date(2026, 11, 16), Date(2026, 11, 23)}));
  EXPECT_EQ(last_week(Date(2026, 11, 22)), (Week{Date(2026, 11, 9), Date(2026, 11, 16)}));
  EXPECT_EQ(number_of(week_of(Date(2026, 1, 1))), 1);
  EXPECT_EQ(number_of(week_of(Date(2027, 1, 3))), 53);
  EXPECT_EQ(name_of(week_of(Date(2027, 1, 3)), Language::nl), "week 53 van 2026");
}

TEST(ReportWords, SayMoneyAsItsReadersDo) {
  const Micro amount(-1'234'567'895'000);
  EXPECT_EQ(Words(Language::en, {}).money(amount), "−€1,234,567.90");
  EXPECT_EQ(Words(Language::nl, {}).money(amount), "−€\u00a01.234.567,90");
  EXPECT_EQ(Words(Language::en, *Currency::parse("JPY")).amount(Micro(1'500'000)), "2");
  EXPECT_EQ(Words(Language::en, *Currency::parse("KWD")).money(Micro(1'500'000)), "KWD\u00a01.500");
  const Words words(Language::en, {});
  EXPECT_EQ(words.money(Micro(-4'000)), "€0.00");
  // Nothing is said in percent of few, from nothing, or across zero.
  EXPECT_EQ(words.change(40, 32), "+8 (+25.0%)");
  EXPECT_EQ(words.change(40, 29), "+11");
  EXPECT_EQ(words.change(Micro(2'000'000), Micro(), true), "+€2.00");
  EXPECT_EQ(words.change(Micro(-2'000'000), Micro(4'000'000), true), "−€6.00");
  EXPECT_EQ(words.change(Micro(3'000'000), Micro(4'000'000), true), "−€1.00 (−25.0%)");
}

// Every text of the cells of a document.
std::vector<std::string> texts_of(const pdf::Document& document) {
  std::vector<std::string> texts;
  for (const pdf::Block& block : document.blocks) {
    if (const auto* table = std::get_if<pdf::Table>(&block)) {
      for (const pdf::Row& row : table->rows) {
        EXPECT_EQ(row.cells.size(), table->columns.size());
        for (const pdf::Cell& cell : row.cells)
          texts.insert(texts.end(), {cell.text, cell.note});
      }
    }
    if (const auto* figures = std::get_if<pdf::Figures>(&block))
      for (const pdf::Figure& one : figures->figures)
        texts.insert(texts.end(), {one.value, one.change, one.note});
    if (const auto* paragraph = std::get_if<pdf::Paragraph>(&block))
      texts.push_back(paragraph->text);
  }
  return texts;
}

bool has(const std::vector<std::string>& texts, std::string_view wanted) {
  return std::ranges::find(texts, wanted) != texts.end();
}

measures::ProfitAndLoss any_profit(Random& random) {
  measures::ProfitAndLoss profit;
  for_each_field(profit, [&]<class F>(std::string_view, F& field) {
    if constexpr (std::same_as<F, Micro>)
      field = Micro(static_cast<std::int64_t>(random.below(9'000'000'000'000)) - 3'000'000'000'000);
  });
  profit.orders = static_cast<std::int64_t>(random.below(60));
  return profit;
}

Weekly any_weekly(Random& random, int channels) {
  Weekly report;
  report.week = week_of(Date(2026, 11, 16));
  report.hits_over = {Date(2026, 10, 19), Date(2026, 11, 16)};
  report.evidence_over = {Date(2026, 8, 24), Date(2026, 11, 23)};
  report.as_of = report.made = at("2026-11-23T06:00:00Z");
  for (int i = 1; i <= channels; ++i) {
    const ChannelId id(i);
    report.channels[id] = fmt::format("Channel with a rather long name {}", i);
    report.profit.rows.push_back({to_string(id), any_profit(random)});
    report.profit.total = report.profit.total + report.profit.rows.back().profit;
    if (random.below(2) == 0)
      report.profit_before.rows.push_back({to_string(id), any_profit(random)});
    const auto contacts = static_cast<std::int64_t>(random.below(60));
    report.hits.push_back(measures::together(
        {{.channel = id, .phase = {}, .segment = {}, .contacts = contacts, .hits = contacts / 3}}));
    report.hits.back().channel = id;
  }
  return report;
}

TEST(ReportPage, TellsEachAmountToTheCentOverAsManyPagesAsItTakes) {
  Random random(20'261'123);
  for (const int channels : {0, 1, 60}) {
    const Weekly report = any_weekly(random, channels);
    for (const Language language : {Language::en, Language::nl}) {
      const Words words(language, report.currency);
      const pdf::Document document = page_of(report, language);
      const auto texts = texts_of(document);
      for (const measures::ProfitRow& row : report.profit.rows) {
        EXPECT_TRUE(has(texts, words.amount(row.profit.contribution)));
        EXPECT_TRUE(has(texts, words.amount(row.profit.net_revenue)));
        EXPECT_TRUE(has(texts, words.amount(row.profit.result)));
      }
      EXPECT_TRUE(has(texts, words.money(report.profit.total.contribution)));
      for (const std::string& text : texts)
        EXPECT_EQ(text.find("nan"), std::string::npos) << text;
      const std::string pdf = pdf::written(document);
      EXPECT_TRUE(pdf.starts_with("%PDF-")) << pdf.substr(0, 8);
      EXPECT_NE(pdf.rfind("%%EOF"), std::string::npos);
    }
  }
}

TEST(ReportPage, SaysOfFewOnlyTheRangeAndWhatIsNotThere) {
  Random random(1);
  Weekly report = any_weekly(random, 1);
  report.hits = {measures::together(
      {{.channel = ChannelId(1), .phase = {}, .segment = {}, .contacts = 12, .hits = 3}})};
  report.complete = false;
  const auto texts = texts_of(page_of(report, Language::en));
  EXPECT_TRUE(has(texts, "8.9% to 53.2%"));
  EXPECT_FALSE(has(texts, "25.0%"));
  EXPECT_TRUE(has(texts, "12 contacts"));
  const auto begins = [&](std::string_view words) {
    return std::ranges::any_of(texts,
                               [&](const std::string& one) { return one.starts_with(words); });
  };
  EXPECT_TRUE(begins("There was no hold-out"));
  EXPECT_TRUE(begins("Made before everything"));
}

}  // namespace
}  // namespace sluis::reports
