#include "journeys/asking.h"

#include <gtest/gtest.h>

#include "journeys/crediting.h"

namespace sluis::journeys {
namespace {

Result<Events> events_of(const std::string& csv) {
  table::TableReader reader = TRY(table::TableReader::of("events.csv", csv));
  return read_events(reader, "revenue");
}

constexpr const char* kSome =
    "customer,ts,channel,type,revenue\n"
    "a,100,email,view,\na,200,web,click,\na,300,store,purchase,10\na,400,store,purchase,-4\n"
    "b,100,store,purchase,-9\nb,50,web,view,\nb,90000000,email,view,\n";

methods::Paths paths_in(const Events& events, std::uint32_t window_s, PathCounts& counts) {
  const auto conversions = kinds_of(events, {"purchase"});
  methods::Paths paths;
  counts = paths_of(events,
                    {.conversions = *conversions,
                     .touches = other_kinds(events, *conversions),
                     .window_s = window_s},
                    [&](const methods::Paths& batch) { paths.append(batch); });
  return paths;
}

TEST(EventFile, MakesPathsOfJourneys) {
  const auto events = events_of(kSome);
  ASSERT_TRUE(events);
  PathCounts counts;
  const methods::Paths paths = paths_in(*events, 1'000, counts);
  ASSERT_EQ(paths.size(), 2u);
  EXPECT_EQ(paths[0].steps.size(), 2u);
  EXPECT_EQ(paths[0].conversions, 1);
  EXPECT_EQ(paths[0].value, 6);  // less the refund
  EXPECT_FLOAT_EQ(paths[0].ages_d[1], 100.0f / 86'400);
  EXPECT_EQ(paths[1].steps.size(), 1u);  // the view of long ago is outside the window
  EXPECT_EQ(paths[1].nulls, 1);
  EXPECT_EQ(counts.refunds_early, 1);
}

TEST(EventFile, TakesNoTouchFromOutsideTheWindow) {
  const auto events = events_of(kSome);
  PathCounts counts;
  EXPECT_EQ(paths_in(*events, 150, counts)[0].steps.size(), 1u);
}

TEST(EventFile, RefusesWhatItCannotRead) {
  const std::string header = "customer,ts,channel,type,revenue\n";
  for (const char* row : {",1,web,view,", "a,-1,web,view,", "a,soon,web,view,", "a,1,,view,",
                          "a,1,web,,", "a,1,web,view,much", "a,4294967296,web,view,"})
    EXPECT_FALSE(events_of(header + row + "\n")) << row;
  EXPECT_FALSE(events_of("customer,ts,channel,revenue\n"));
}

TEST(Asking, AnswersAlsoAboutNothing) {
  const auto events = events_of("customer,ts,channel,type\na,1,web,view\n");
  ASSERT_TRUE(events);
  const auto sheets = answers(*events, {.questions = enum_values<Question>(),
                                        .steps = {"view"},
                                        .orders = {"view"},
                                        .direct = "direct"});
  ASSERT_TRUE(sheets);
  const std::string page = report::html_of(page_of(*events, *sheets), Language::nl);
  EXPECT_EQ(page.find("nan"), std::string::npos);
  EXPECT_EQ(page.find("http:"), std::string::npos);
  EXPECT_EQ(page.find("<script"), std::string::npos);
}

TEST(Report, EscapesWhatComesFromTheFile) {
  const auto events = events_of("customer,ts,channel,type\na,1,<b>&,view\nb,1,web,view\n");
  const auto sheets = answers(*events, {.questions = {Question::overlap}});
  const std::string page = report::html_of(page_of(*events, *sheets), Language::en);
  EXPECT_EQ(page.find("<b>"), std::string::npos);
  EXPECT_NE(page.find("&lt;b&gt;&amp;"), std::string::npos);
}

}  // namespace
}  // namespace sluis::journeys
