#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/csv.h"
#include "platform/table/names.h"
#include "platform/table/number.h"
#include "platform/table/table_reader.h"

namespace sluis::table {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Result<Rows> rows_of(const std::string& csv) {
  TableReader reader = TRY(TableReader::of("t.csv", csv));
  Rows rows{reader.columns()};
  Block block;
  while (TRY(reader.next(block))) {
    for (std::size_t i = 0; i < block.rows(); ++i)
      rows.emplace_back(block.row(i).begin(), block.row(i).end());
  }
  return rows;
}

// What is written as CSV comes back, however long its lines are.
RC_GTEST_PROP(TableReader, ReadsWhatIsWritten, ()) {
  const auto width = *rc::gen::inRange<std::size_t>(2, 6);
  const auto cell = rc::gen::container<std::string>(
      rc::gen::element('a', 'b', '"', ',', ';', ' ', '\t', '\r', '>'));
  const auto row = rc::gen::container<std::vector<std::string>>(width, cell);
  Rows rows{std::vector<std::string>(width, "name")};
  for (auto& drawn : *rc::gen::container<Rows>(row))
    rows.push_back(std::move(drawn));
  std::string csv;
  for (const auto& cells : rows) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      csv += i == 0 ? "\"" : ",\"";
      for (const char c : cells[i])
        csv.append(c == '"' ? 2 : 1, c);
      csv += '"';
    }
    csv += '\n';
  }
  const auto read = rows_of(csv);
  RC_ASSERT(read.has_value());
  RC_ASSERT(*read == rows);
}

TEST(TableReader, FindsHowItIsSeparated) {
  EXPECT_EQ(*rows_of("a;b\n1,5;2\n"), (Rows{{"a", "b"}, {"1,5", "2"}}));
  EXPECT_EQ(*rows_of("a\tb\n1\t\n"), (Rows{{"a", "b"}, {"1", ""}}));
  EXPECT_EQ(*rows_of("a\n1\n\n"), (Rows{{"a"}, {"1"}, {""}}));
}

TEST(TableReader, ReadsMoreThanOneBlock) {
  std::string csv = "number,text\n";
  for (int i = 0; i < 100'000; ++i)
    csv += std::to_string(i) + (i % 1'000 == 7 ? ",\"a, b\"\n" : ",some text\n");
  const auto rows = rows_of(csv);
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 100'001u);
  EXPECT_EQ(rows->back(), (std::vector<std::string>{"99999", "some text"}));
  EXPECT_EQ((*rows)[99'008], (std::vector<std::string>{"99007", "a, b"}));
}

TEST(TableReader, NamesTheColumnsThatThereAre) {
  const auto reader = TableReader::of("t.csv", "when, who\n");
  const auto missing = reader->column("what");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().message().in(Language::en),
            "t.csv has no column what; it has: when, who.");
}

RC_GTEST_PROP(Number, IsReadAsTheStandardLibraryDoes, ()) {
  const auto whole = *rc::gen::arbitrary<std::int32_t>();
  const auto digits = *rc::gen::inRange(0, 1'000'000);
  const std::string text = std::to_string(whole) + "." + std::to_string(digits);
  double right = 0;
  std::from_chars(text.data(), text.data() + text.size(), right);
  RC_ASSERT(parse_number(text) == right);
}

TEST(Number, RefusesWhatIsNone) {
  for (const char* wrong :
       {"", "-", ".", "1,5", "1 ", " 1", "+1", "inf", "nan", "0x1", "1e999", "--1", "1.2.3"})
    EXPECT_EQ(parse_number(wrong), std::nullopt) << wrong;
  EXPECT_EQ(parse_number("1,5", ','), 1.5);
  EXPECT_EQ(parse_number("1.5", ','), std::nullopt);
  EXPECT_EQ(parse_number("-0012.50"), -12.5);
  EXPECT_EQ(parse_number("1e3"), 1000);
  EXPECT_EQ(parse_number("12345678901234567890"), 12345678901234567890.0);
}

TEST(Seconds, AreReadInThreeForms) {
  EXPECT_EQ(parse_seconds("1767225600"), 1767225600);
  EXPECT_EQ(parse_seconds("2026-01-01"), 1767225600);
  EXPECT_EQ(parse_seconds("2026-01-01T01:00:00+01:00"), 1767225600);
  EXPECT_EQ(parse_seconds("yesterday"), std::nullopt);
}

RC_GTEST_PROP(Names, KeepTheirNumbers, (const std::vector<std::string>& texts)) {
  Names names;
  std::map<std::string, std::uint32_t> numbers;
  for (const std::string& text : texts) {
    const std::uint32_t number = names.number_of(text);
    RC_ASSERT(numbers.try_emplace(text, number).first->second == number);
    RC_ASSERT(names[number] == text);
  }
  RC_ASSERT(names.size() == numbers.size());
}

}  // namespace
}  // namespace sluis::table
