#include "platform/command/rows.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "kernel/csv.h"
#include "kernel/fields.h"
#include "platform/command/display_width.h"

namespace sluis::command {
namespace {

struct Wall {
  std::string name;
  std::optional<std::int64_t> coats;
  bool dry = false;
  std::vector<std::string> colours;

  static constexpr Text headings[] = {
      {"Wall", "Muur"}, {"Coats", "Lagen"}, {"Dry", "Droog"}, {"Colours", "Kleuren"}};
};
BOOST_DESCRIBE_STRUCT(Wall, (), (name, coats, dry, colours))

std::string table_for(const std::vector<Wall>& walls, const Reader& reader) {
  return table_of(grid_of(row_span<Wall>(walls), reader.language), reader);
}

TEST(Rows, AlignWhatPeopleRead) {
  EXPECT_EQ(table_for({{"north", 2, true, {"red", "blue"}}, {"a", {}, false, {}}}, {}),
            "Wall   Coats  Dry    Colours\n"
            "north      2  true   red, blue\n"
            "a             false\n");
}

TEST(Rows, HeadingsAreInTheReadersLanguage) {
  EXPECT_EQ(table_for({}, {.language = Language::nl}), "Muur  Lagen  Droog  Kleuren\n");
}

TEST(Rows, AlignWideAndCombiningText) {
  EXPECT_EQ(
      table_for({{"東京", {}, true, {}}, {"e\u0301e", {}, true, {}}, {"👩‍🚀", {}, true, {}}},
                {}),
      "Wall  Coats  Dry   Colours\n"
      "東京         true\n"
      "e\u0301e           true\n"
      "👩‍🚀           true\n");
}

TEST(Rows, AreCutToTheTerminal) {
  const std::string table =
      table_for({{"a wall with a rather long name", 2, true, {"red"}}}, {.width = 40});
  std::string_view rest = table;
  while (!rest.empty()) {
    EXPECT_LE(display_width(rest.substr(0, rest.find('\n'))), 40) << table;
    rest.remove_prefix(rest.find('\n') + 1);
  }
  EXPECT_NE(table.find("…"), std::string::npos);
}

TEST(Rows, NoCellCanMoveTheCursorOrEndARow) {
  const std::string table = table_for({{"a\x1b[2J\nb\u009b\u202ec", {}, true, {}}}, {});
  EXPECT_EQ(table.find('\x1b'), std::string::npos);
  EXPECT_EQ(std::ranges::count(table, '\n'), 2);
  EXPECT_NE(table.find("a [2J b  c"), std::string::npos) << table;
}

TEST(Rows, AreColouredOnlyWhereColourIs) {
  EXPECT_EQ(table_for({}, {.colour = false}).find('\x1b'), std::string::npos);
  EXPECT_NE(table_for({}, {.colour = true}).find('\x1b'), std::string::npos);
}

TEST(Rows, CsvHasFieldNamesAndRunsNoFormula) {
  const std::vector<Wall> walls = {{"=cmd()", -2, true, {"a", "b"}},
                                   {"say \"hi\"\nthere", {}, false, {}}};
  const std::string csv = csv_of(grid_of(row_span<Wall>(walls), Language::nl));
  EXPECT_TRUE(csv.starts_with("name,coats,dry,colours\r\n")) << csv;
  const auto read = read_csv(csv);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->rows.size(), 3u);
  EXPECT_EQ(read->rows[1].cells, (std::vector<std::string>{"=cmd()", "-2", "true", "a, b"}));
  EXPECT_EQ(read->rows[2].cells[0], "say \"hi\"\nthere");
  EXPECT_EQ(csv.find("\n=cmd"), std::string::npos);
}

TEST(Rows, JsonIsAnArrayOfObjects) {
  const std::vector<Wall> walls = {{"n", 2, true, {"red"}}, {"s", {}, false, {}}};
  EXPECT_EQ(json_of(row_span<Wall>(walls)),
            "[\n{\"name\":\"n\",\"coats\":2,\"dry\":true,\"colours\":[\"red\"]},\n"
            "{\"name\":\"s\",\"coats\":null,\"dry\":false,\"colours\":[]}\n]\n");
  EXPECT_EQ(json_of(row_span<Wall>({})), "[\n]\n");
}

TEST(DisplayWidth, CountsWhatATerminalShows) {
  EXPECT_EQ(display_width(""), 0);
  EXPECT_EQ(display_width("abc"), 3);
  EXPECT_EQ(display_width("één"), 3);
  EXPECT_EQ(display_width("e\u0301"), 1);             // a letter with a combining accent
  EXPECT_EQ(display_width("日本"), 4);                // wide
  EXPECT_EQ(display_width("ｶﾅ"), 2);                  // half width
  EXPECT_EQ(display_width("👍🏽"), 2);                // with a skin tone
  EXPECT_EQ(display_width("👩‍👧‍👦"), 2);  // joined into one
  EXPECT_EQ(display_width("❤\uFE0F"), 2);             // made an emoji
  EXPECT_EQ(display_width("\u200B"), 0);              // no width at all
  EXPECT_EQ(display_width("\xff\xfe"), 2);            // no UTF-8: a column each
}

TEST(DisplayWidth, CutsBetweenCharacters) {
  EXPECT_EQ(cut_to_width("abcdef", 6), "abcdef");
  EXPECT_EQ(cut_to_width("abcdef", 4), "abc…");
  EXPECT_EQ(cut_to_width("日本語", 4), "日…");
  EXPECT_EQ(cut_to_width("日本語", 5), "日本…");
  for (int width = 1; width < 8; ++width) {
    EXPECT_LE(display_width(cut_to_width("e\u0301日👍🏽xyz", width)), width);
  }
}

}  // namespace
}  // namespace sluis::command
