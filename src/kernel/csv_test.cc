#include "kernel/csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis {
namespace {

using Cells = std::vector<std::string>;

std::vector<Cells> cells_of(const Result<CsvFile>& file) {
  std::vector<Cells> cells;
  for (const CsvRow& row : file.value().rows)
    cells.push_back(row.cells);
  return cells;
}

TEST(Csv, FindsTheSeparatorOfTheFirstLine) {
  EXPECT_EQ(read_csv("a;b;\"x,y,z\"\r\n1;2;3")->separator, ';');
  EXPECT_EQ(read_csv("a\tb\n1\t2\n")->separator, '\t');
  EXPECT_EQ(read_csv("a\nb,c\n")->separator, ',');
}

TEST(Csv, ReadsWhatSpreadsheetsWrite) {
  const auto file =
      read_csv("\xEF\xBB\xBFname,goal\r\n\"two\r\nlines\",\"say \"\"hi\"\"\"\r\r\n\n,x");
  EXPECT_EQ(cells_of(file),
            (std::vector<Cells>{{"name", "goal"}, {"two\r\nlines", "say \"hi\""}, {"", "x"}}));
  EXPECT_EQ(file->rows[1].line, 2u);
  EXPECT_EQ(cells_of(read_csv("")), std::vector<Cells>{});
}

TEST(Csv, SaysOnWhichLineAFileIsBroken) {
  const auto english = [](const Result<CsvFile>& file) {
    return file.error().message().in(Language::en);
  };
  const auto encoding = read_csv("a,b\nr\xE9sum\xE9,2\n");
  ASSERT_FALSE(encoding);
  EXPECT_TRUE(is(encoding.error(), CsvRefusal::not_utf8));
  EXPECT_TRUE(english(encoding).starts_with("Line 2 ")) << english(encoding);

  const auto utf16 = read_csv(std::string_view("a\n\0b\n", 5));
  ASSERT_FALSE(utf16);
  EXPECT_TRUE(is(utf16.error(), CsvRefusal::zero_byte));
  EXPECT_TRUE(english(utf16).starts_with("Line 2 ")) << english(utf16);

  const auto open = read_csv("a,b\n1,\"two\nand on");
  ASSERT_FALSE(open);
  EXPECT_TRUE(is(open.error(), CsvRefusal::quote_open));
  EXPECT_NE(english(open).find("line 2 "), std::string::npos);

  const auto misplaced = read_csv("a\n\"b\"c\n");
  ASSERT_FALSE(misplaced);
  EXPECT_TRUE(is(misplaced.error(), CsvRefusal::quote_misplaced));
}

TEST(Csv, DefusesFormulas) {
  CsvWriter writer(',');
  writer.row(Cells{"=1+1", "'quoted", "-5+1", "-", "-5.", "plain"});
  EXPECT_EQ(writer.take(), "'=1+1,''quoted,'-5+1,'-,'-5.,plain\r\n");
  // A negative number is just that.
  writer.row(Cells{"-5", "-0.25", "-12,50"});
  EXPECT_EQ(writer.take(), "-5,-0.25,\"-12,50\"\r\n");
}

RC_GTEST_PROP(Csv, WhatIsWrittenComesBack, ()) {
  const auto cell =
      rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab =+-@'\"\n\r,;\t")));
  const auto rows = *rc::gen::nonEmpty(rc::gen::container<std::vector<Cells>>(
      rc::gen::map(rc::gen::pair(cell, cell),
                   [](const auto& pair) { return Cells{pair.first, pair.second, "end"}; })));
  const char separator = *rc::gen::element(',', ';', '\t');
  CsvWriter writer(separator);
  writer.row(Cells{"one", "two", "three"});
  for (const Cells& row : rows)
    writer.row(row);
  auto read = cells_of(read_csv(writer.take()));
  read.erase(read.begin());
  RC_ASSERT(read == rows);
}

TEST(Csv, ReadsAmountsInEitherNotation) {
  const auto amount = [](std::string_view cell) { return parse_csv_amount(cell); };
  EXPECT_EQ(amount("1234"), Micro(1'234'000'000));
  EXPECT_EQ(amount("1234.5"), amount("1234,50"));
  EXPECT_EQ(amount("1.234,50"), amount("1,234.50"));
  EXPECT_EQ(amount("1.234.567"), Micro(1'234'567'000'000));
  EXPECT_EQ(amount("0,375"), Micro(375'000));
  EXPECT_EQ(amount("1234.567"), Micro(1'234'567'000));
  EXPECT_EQ(amount("-3,20"), Micro(-3'200'000));
  for (const char* wrong :
       {"1.234", "1,234", "", "-", "12.34,5.6", "1.23.456", "1 234", "€5", ","}) {
    EXPECT_EQ(amount(wrong), std::nullopt) << wrong;
  }
}

RC_GTEST_PROP(Csv, AmountsAreExactInEitherNotation, ()) {
  constexpr std::int64_t max = 1'000'000'000'000'000'000;
  const Micro amount(*rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-max, max),
                                     rc::gen::inRange<std::int64_t>(-9'999'999, 9'999'999)));
  const char separator = *rc::gen::element(',', ';');
  RC_ASSERT(parse_csv_amount(csv_amount(amount, separator)) == amount);
}

TEST(Csv, ReadsDatesThatHaveOneMeaning) {
  EXPECT_EQ(parse_csv_date("2026-01-31"), Date(2026, 1, 31));
  EXPECT_EQ(parse_csv_date("31-1-2026"), Date(2026, 1, 31));
  EXPECT_EQ(parse_csv_date("01-02-2026"), Date(2026, 2, 1));
  for (const char* wrong : {"1/2/2026", "31-2-2026", "1-2-26x", "--", "", "2026", "1-1-26"}) {
    EXPECT_EQ(parse_csv_date(wrong), std::nullopt) << wrong;
  }
}

}  // namespace
}  // namespace sluis
