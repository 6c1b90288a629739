#include "platform/export/table_file.h"

#include "platform/analytics/duckdb.h"
#include "platform/export/table_bytes.h"
#include "platform/store/testing.h"

namespace sluis::exporting {
namespace {

struct Sale {
  std::string what;
  std::int64_t pieces = 0;
  std::optional<Micro> amount;
  Instant ts;
  Date day;
  bool counted = true;
};
BOOST_DESCRIBE_STRUCT(Sale, (), (what, pieces, amount, ts, day, counted))

const Sale kPlain{"a, \"b\"", 2, Micro(1'250'000), Instant(1'767'225'600'000'001),
                  Date(2026, 1, 1)};
const Sale kFormula{"=1+1", -1, std::nullopt, Instant(0), Date(2026, 3, 29), false};

class TableFileTest : public ::testing::TestWithParam<Form> {
 protected:
  std::filesystem::path path() const { return folder_.path() / "it's.out"; }
  void write() {
    const auto file = TableFile::create(GetParam(), path(), columns_of<Sale>());
    ASSERT_TRUE(file);
    ASSERT_TRUE(write_row(**file, kPlain));
    ASSERT_TRUE(write_row(**file, kFormula));
    EXPECT_FALSE(std::filesystem::exists(path()));  // not before it is whole
    const auto finished = (*file)->finish();
    ASSERT_TRUE(finished) << finished.error().message().in(Language::en);
  }
  std::string bytes() const {
    std::ifstream in(path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  store::testing::TemporaryFolder folder_;
};
INSTANTIATE_TEST_SUITE_P(, TableFileTest, ::testing::Values(Form::csv, Form::parquet, Form::xlsx),
                         [](const auto& info) { return std::string(enum_name(info.param)); });

TEST_P(TableFileTest, LeavesOneFileAndReplacesNone) {
  write();
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()), {}), 1);
  EXPECT_FALSE(TableFile::create(GetParam(), path(), columns_of<Sale>()));
}

TEST_P(TableFileTest, HoldsWhatWasWritten) {
  write();
  const std::string file = bytes();
  switch (GetParam()) {
    case Form::csv:
      EXPECT_EQ(file,
                "what,pieces,amount,ts,day,counted\r\n"
                "\"a, \"\"b\"\"\",2,1.25,2026-01-01T00:00:00.000001Z,2026-01-01,true\r\n"
                "'=1+1,-1,,1970-01-01T00:00:00Z,2026-03-29,false\r\n");
      return;
    case Form::parquet: {
      EXPECT_TRUE(file.starts_with("PAR1") && file.ends_with("PAR1"));
      analytics::DuckDatabase database({}, {.reaches_files = true});
      analytics::DuckDb reader(database, nullptr);
      const store::Parameter from[] = {path().string()};
      const auto rows = reader.query_text(
          "select what, cast(amount * 1000000 as bigint), day from read_parquet($1) "
          "where counted",
          from);
      ASSERT_TRUE(rows->next());
      EXPECT_EQ(read_text(rows->value(0)), "a, \"b\"");
      EXPECT_EQ(read_integer(rows->value(1)), 1'250'000);
      EXPECT_EQ(read_text(rows->value(2)), "2026-01-01");
      return;
    }
    case Form::xlsx:
      EXPECT_TRUE(file.starts_with("PK"));
      return;
  }
}

TEST_P(TableFileTest, AreTheSameAsBytes) {
  if (GetParam() == Form::csv) {
    write();
    EXPECT_EQ(bytes_of(GetParam(), std::vector{kPlain, kFormula}).value(), bytes());
  } else {
    const std::string magic = GetParam() == Form::xlsx ? "PK" : "PAR1";
    EXPECT_TRUE(bytes_of(GetParam(), std::vector{kPlain}).value().starts_with(magic));
  }
}

}  // namespace
}  // namespace sluis::exporting
