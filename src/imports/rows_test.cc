#include "imports/rows.h"

#include <zlib.h>

#include "imports/testing.h"
#include "kernel/json.h"
#include "platform/analytics/duckdb.h"

namespace sluis::imports {
namespace {

using testing::name_of;
using testing::read_all;
using testing::ReadFile;
using Cells = std::vector<std::string>;

class RowsTest : public ::testing::Test {
 protected:
  ReadFile read(std::string_view bytes, const Form& said = {}, const std::string& name = "a.csv") {
    auto read = read_all(folder_.write(name, bytes), said);
    EXPECT_TRUE(read) << (read ? "" : read.error().message().in(Language::en));
    return read ? *std::move(read) : ReadFile{};
  }
  std::string refusal(std::string_view bytes, const std::string& name = "a.csv") {
    const auto read = read_all(folder_.write(name, bytes));
    return read ? "" : name_of(read.error());
  }

  testing::Folder folder_;
};

TEST_F(RowsTest, ReadsTheCellsOfEachRowWithItsLine) {
  const auto file =
      read("day,what,note\r\n2024-01-02,\"a \"\"b\"\"\",\"two\nlines\"\r\n\r\n,x,\r\n");
  EXPECT_EQ(file.columns, (Cells{"day", "what", "note"}));
  ASSERT_EQ(file.rows.size(), 2u);
  EXPECT_EQ(file.rows[0].cells, (Cells{"2024-01-02", "a \"b\"", "two\nlines"}));
  EXPECT_EQ(file.rows[0].line, 2u);
  EXPECT_EQ(file.rows[1].cells, (Cells{"", "x", ""}));
  EXPECT_EQ(file.rows[1].line, 5u);
}

TEST_F(RowsTest, FindsTheSeparatorEvenWhereOtherSignsAreMoreCommon) {
  EXPECT_EQ(read("a;b\n1,50;2,50\n3,75;4,75\n").form.separator, Separator::semicolon);
  EXPECT_EQ(read("a\tb\n1,5\t2\n").form.separator, Separator::tab);
  EXPECT_EQ(read("a|b|c\n1|2|3\n").form.separator, Separator::pipe);
  EXPECT_EQ(read("name,text\n\"x;y;z\",\"1;2\"\n").form.separator, Separator::comma);
}

TEST_F(RowsTest, SeesWhetherTheFirstRowIsAHeader) {
  EXPECT_TRUE(read("id,day\n1,2024-01-02\n").form.header.value());
  const auto bare = read("7,2024-01-02\n8,2024-01-03\n");
  EXPECT_FALSE(bare.form.header.value());
  EXPECT_EQ(bare.columns, (Cells{"column_1", "column_2"}));
  EXPECT_EQ(bare.rows.size(), 2u);
  EXPECT_EQ(read("a,a,\n1,2,3\n", {.header = true}).columns, (Cells{"a", "a_2", "column_3"}));
}

TEST_F(RowsTest, ReadsWhatSpreadsheetsOfManyPlacesWrite) {
  EXPECT_EQ(read("\xEF\xBB\xBFnaam,x\ncaf\xC3\xA9,1\n").rows[0].cells[0], "café");
  EXPECT_EQ(read("naam,x\ncaf\xE9 \x80 5,1\n").rows[0].cells[0], "café € 5");
  const std::string wide("\xFF\xFEn\0,\0x\0\n\0\xE9\0,\0\x31\0\n\0", 18);
  const auto utf16 = read(wide);
  EXPECT_EQ(utf16.form.encoding, Encoding::utf16_le);
  EXPECT_EQ(utf16.columns, (Cells{"n", "x"}));
  EXPECT_EQ(utf16.rows[0].cells, (Cells{"é", "1"}));
  EXPECT_EQ(read("a,b\r1,2\r3,4\r").rows.size(), 2u);
}

TEST_F(RowsTest, TellsARowThatIsWrongByItsLineAndGoesOn) {
  const auto file = read("a,b\n1,2\n1\n1,2,3\n1,2,,\n\"x\"y,2\nbro\xFFken,2\n5,6\n",
                         {.encoding = Encoding::utf8});
  ASSERT_EQ(file.rows.size(), 7u);
  EXPECT_EQ(file.rows[0].flaw, Flaw::none);
  EXPECT_EQ(file.rows[1].flaw, Flaw::ragged);
  EXPECT_EQ(file.rows[1].line, 3u);
  EXPECT_EQ(file.rows[2].flaw, Flaw::ragged);
  EXPECT_EQ(file.rows[3].flaw, Flaw::none);
  EXPECT_EQ(file.rows[4].flaw, Flaw::quote_misplaced);
  EXPECT_EQ(file.rows[5].flaw, Flaw::not_utf8);
  EXPECT_EQ(file.rows[6].cells, (Cells{"5", "6"}));
}

TEST_F(RowsTest, GivesUpOnlyTheLineWhoseQuoteIsNeverClosed) {
  const auto file = read("a,b\n1,2\n\"open,2\n3,4\n5,6\n");
  ASSERT_EQ(file.rows.size(), 4u);
  EXPECT_EQ(file.rows[1].flaw, Flaw::quote_open);
  EXPECT_EQ(file.rows[1].line, 3u);
  EXPECT_EQ(file.rows[3].cells, (Cells{"5", "6"}));
}

TEST_F(RowsTest, RefusesAFileWithoutRowsToRead) {
  EXPECT_EQ(refusal(""), "file_empty");
  EXPECT_EQ(refusal("\n\n\n"), "file_empty");
  EXPECT_EQ(refusal(std::string_view("\0\1\2\3ELF", 7)), "format_unknown");
  EXPECT_EQ(name_of(read_all(folder_.path() / "gone.csv").error()), "file_unreadable");
  EXPECT_TRUE(read("a,b\n").rows.empty());
}

TEST_F(RowsTest, ReadsTenThousandColumnsAndRefusesMoreThanASpreadsheetHas) {
  const auto wide = [](std::size_t columns) {
    std::string text;
    for (const std::string_view what : {"c", ""}) {
      for (std::size_t i = 0; i < columns; ++i)
        text += (i == 0 ? "" : ",") + std::string(what) + std::to_string(i);
      text += "\n";
    }
    return text;
  };
  EXPECT_EQ(read(wide(10'000)).rows.at(0).cells.size(), 10'000u);
  EXPECT_EQ(refusal(wide(20'000)), "file_too_wide");
}

std::string gzipped(std::string_view text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  std::string in(text);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

TEST_F(RowsTest, UnpacksGzipAndSeveralOfThemBehindEachOther) {
  const std::string packed = gzipped("a,b\n1,2\n") + gzipped("3,4\n");
  EXPECT_EQ(read(packed, {}, "a.csv.gz").rows.size(), 2u);
  EXPECT_EQ(refusal(packed.substr(0, packed.size() - 12), "a.csv.gz"), "file_broken");
  EXPECT_EQ(refusal("\x1F\x8B broken", "a.csv.gz"), "file_broken");
}

TEST_F(RowsTest, RefusesWhatUnpacksToFarMoreThanItsSize) {
  const std::string million(1 << 20, 'x');
  std::string text = "a,b\n";
  for (int i = 0; i < 20; ++i)
    text += million + ",1\n";
  EXPECT_EQ(refusal(gzipped(text), "a.csv.gz"), "file_bomb");
}

TEST_F(RowsTest, ReadsObjectsInObjectsOfJsonLinesAsColumns) {
  const auto file = read(
      "{\"a\":1,\"b\":{\"c\":\"x\",\"d\":[1,2]},\"e\":null}\n\nno "
      "json\n[1]\n{\"f\":true,\"a\":2.5}\n",
      {}, "a.jsonl");
  EXPECT_EQ(file.columns, (Cells{"a", "b.c", "b.d", "f"}));
  ASSERT_EQ(file.rows.size(), 4u);
  EXPECT_EQ(file.rows[0].cells, (Cells{"1", "x", "[1,2]", ""}));
  EXPECT_EQ(file.rows[1].flaw, Flaw::not_json);
  EXPECT_EQ(file.rows[1].line, 3u);
  EXPECT_EQ(file.rows[2].flaw, Flaw::not_json);
  EXPECT_EQ(file.rows[3].cells, (Cells{"2.5", "", "", "true"}));
}

TEST_F(RowsTest, ReadsASheetWithSharedTextsDaysAndNumbersAsTheyAreMeant) {
  const auto path = testing::write_xlsx(
      folder_.path() / "a.xlsx",
      R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>day</t></is></c>)"
      R"(<c r="C1" t="str"><v>price</v></c></row><row r="2"/>)"
      R"(<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="1"><v>45293.5</v></c>)"
      R"(<c r="C4"><v>2.5499999999999998</v></c></row>)"
      R"(<row r="5"><c r="B5" s="2"><v>45293</v></c></row>)"
      R"(<row r="6"><c r="D6"><v>9</v></c></row>)",
      "<si><t>na</t><r><t>me</t></r><rPh><t>!</t></rPh></si><si><t>café</t></si>",
      R"(<numFmts><numFmt numFmtId="164" formatCode="dd\-mm\-yy"/></numFmts>)"
      R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/></cellXfs>)");
  const auto file = read_all(path);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->columns, (Cells{"name", "day", "price"}));
  ASSERT_EQ(file->rows.size(), 3u);
  EXPECT_EQ(file->rows[0].cells, (Cells{"café", "2024-01-02 12:00:00", "2.55"}));
  EXPECT_EQ(file->rows[0].line, 4u);
  EXPECT_EQ(file->rows[1].cells, (Cells{"", "2024-01-02", ""}));
  EXPECT_EQ(file->rows[2].flaw, Flaw::ragged);
  EXPECT_EQ(read_all(path, {.sheet = "Notes"})->columns, (Cells{"note"}));
  EXPECT_EQ(name_of(read_all(path, {.sheet = "Nowhere"}).error()), "sheet_unknown");
}

TEST_F(RowsTest, ReadsParquetAsText) {
  const auto path = folder_.path() / "it's.parquet";
  analytics::DuckDatabase database({}, {.threads = 1, .reaches_files = true});
  analytics::DuckDb(database, nullptr)
      .execute(
          "copy (select 'o' || i as \"order\", timestamp '2024-01-02 03:04:05' as day, "
          "case when i = 1 then null else i / 4.0 end as amount from range(3) t(i)) to '" +
          (folder_.path() / "it''s.parquet").string() + "' (format parquet)");
  const auto file = read_all(path);
  ASSERT_TRUE(file) << file.error().message().in(Language::en);
  EXPECT_EQ(file->columns, (Cells{"order", "day", "amount"}));
  ASSERT_EQ(file->rows.size(), 3u);
  EXPECT_EQ(file->rows[0].cells[1], "2024-01-02 03:04:05");
  EXPECT_EQ(file->rows[1].cells[2], "");
  EXPECT_EQ(file->rows[2].cells[0], "o2");
  EXPECT_EQ(refusal("PAR1 no more", "b.parquet"), "file_broken");
}

TEST_F(RowsTest, RefusesWorkbooksThatAreBombs) {
  std::string texts;
  for (int i = 0; i < 170'000; ++i)
    texts += "<si><t>" + std::string(100, 'a') + "</t></si>";
  const auto bomb = testing::write_xlsx(folder_.path() / "a.xlsx", "", texts);
  EXPECT_EQ(name_of(read_all(bomb).error()), "file_bomb");
  const auto entity = testing::write_zip(
      folder_.path() / "b.xlsx",
      {{"xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><workbook>&a;</workbook>"}});
  EXPECT_EQ(name_of(read_all(entity).error()), "file_broken");
  const auto other = testing::write_zip(folder_.path() / "c.xlsx", {{"a.txt", "no workbook"}});
  EXPECT_EQ(name_of(read_all(other).error()), "file_broken");
  EXPECT_EQ(refusal("PK\x03\x04 cut off", "d.xlsx"), "file_broken");
}

}  // namespace
}  // namespace sluis::imports
