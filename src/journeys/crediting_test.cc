#include "journeys/crediting.h"

#include <gtest/gtest.h>

#include "kernel/testing.h"
#include "platform/table/number.h"

namespace sluis::journeys {
namespace {

using methods::Model;

Result<Credits> credits_of(table::TableReader reader, const Crediting& how) {
  return credit([&](table::Names& channels,
                    const TakePaths& take) { return read_paths(reader, channels, take); },
                how);
}

Result<Credits> credits_of(const std::string& csv, const Crediting& how) {
  return credits_of(TRY(table::TableReader::of("paths.csv", csv)), how);
}

const Crediting kLast{.models = {.models = {Model::last}}};

TEST(PathFile, ReadsWhatPeopleWrite) {
  const auto credits = credits_of(
      "\xEF\xBB\xBFtotal_conversions;path;total_conversion_value\r\n"
      "1;\"web > \"\"shop\"\"\";1,5\r\n2; web>store ;0\r\n\r\n3;;-4,25",
      kLast);
  ASSERT_TRUE(credits);
  EXPECT_EQ(credits->channels, (std::vector<std::string>{"web", "\"shop\"", "store"}));
  EXPECT_EQ(credits->credits[0].credit.conversions, (std::vector<double>{0, 1, 2}));
  EXPECT_EQ(credits->credits[0].credit.value, (std::vector<double>{0, 1.5, 0}));
  EXPECT_EQ(credits->totals.conversions_without_channel, 3);
}

TEST(PathFile, RefusesWhatItCannotCount) {
  const std::string header = "path,total_conversions,total_null\n";
  for (const char* row : {"a,-1,0", "a,x,0", "a,1,", "a,1,nan", "a,1", "a,1,0,0", "\"a,1,0",
                          "\"a\"b,1,0", "a\xFF,1,0"}) {
    const auto credits = credits_of(header + "a,1,1\n" + row + "\n", kLast);
    ASSERT_FALSE(credits) << row;
    EXPECT_NE(credits.error().message().in(Language::en).find("line 3"), std::string::npos) << row;
  }
  EXPECT_FALSE(credits_of("", kLast));
  EXPECT_FALSE(credits_of("path\na\n", kLast));
  EXPECT_FALSE(credits_of(header, kLast));
}

TEST(PathFile, RefusesAThousandAndOneChannels) {
  std::string csv = "path,total_conversions\n";
  for (int i = 0; i <= 1'000; ++i)
    csv += "c" + std::to_string(i) + ",1\n";
  const auto credits = credits_of(csv, kLast);
  ASSERT_FALSE(credits);
  EXPECT_TRUE(is(credits.error(), PathRefusal::too_many_channels));
}

// Reference figures by name of column, and in these per channel.
using Reference = std::map<std::string, std::map<std::string, double, std::less<>>, std::less<>>;

Reference reference_of(const std::filesystem::path& file) {
  auto reader = table::TableReader::open(file);
  Reference reference;
  table::Block block;
  while (reader && *reader->next(block)) {
    for (std::size_t row = 0; row < block.rows(); ++row) {
      for (std::size_t column = 1; column < reader->columns().size(); ++column) {
        reference[reader->columns()[column]][std::string(block.row(row)[0])] =
            *table::parse_number(block.row(row)[column]);
      }
    }
  }
  return reference;
}

class Published : public testing::Test {
 protected:
  void SetUp() override {
    const auto folder = data_set("attribution_paths");
    if (!folder) GTEST_SKIP() << "SLUIS_TEST_DATA has no such folder";
    data_ = *folder;
    reference_ = reference_of(data_ / "reference_results.csv");
    ASSERT_EQ(reference_.size(), 14u);
  }

  Credits credits(bool with_nulls) const {
    return *credits_of(
        *table::TableReader::open(data_ / "path_data.csv"),
        {.models = {.models = {Model::first, Model::last, Model::linear, Model::markov},
                    .with_nulls = with_nulls}});
  }

  void expect_relative(const char* column, const Credits& credits,
                       const std::vector<double>& figures, double tolerance) const {
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const double right = reference_.at(column).at(credits.channels[i]);
      EXPECT_NEAR(figures[i], right, tolerance * right) << column << " " << credits.channels[i];
    }
  }

  void expect_printed(const std::string& column, const Credits& credits,
                      const std::vector<double>& figures, double digits) const {
    for (std::size_t i = 0; i < figures.size(); ++i) {
      EXPECT_NEAR(figures[i], reference_.at(column).at(credits.channels[i]), digits)
          << column << " " << credits.channels[i];
    }
  }

  std::filesystem::path data_;
  Reference reference_;
};

TEST_F(Published, RulesGiveTheSame) {
  const Credits all = credits(true);
  ASSERT_EQ(all.channels.size(), 12u);
  EXPECT_EQ(all.totals.conversions, 19'785);
  EXPECT_EQ(all.totals.nulls, 68'602);
  const char* columns[] = {"first_touch", "last_touch", "linear_touch"};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string column = columns[i];
    expect_relative((column + "_conversions").c_str(), all, all.credits[i].credit.conversions,
                    1e-9);
    expect_relative((column + "_value").c_str(), all, all.credits[i].credit.value, 1e-9);
  }
}

TEST_F(Published, ExactMarkovGivesEveryPrintedDigit) {
  for (const bool with_nulls : {true, false}) {
    const Credits all = credits(with_nulls);
    const std::string kind = with_nulls ? "with_nulls" : "no_nulls";
    const methods::ModelCredit& markov = all.credits[3];
    expect_printed("exact_removal_effect_" + kind, all, markov.removal_effects, 5e-7);
    expect_printed("exact_conversions_" + kind, all, markov.credit.conversions, 5e-5);
  }
}

}  // namespace
}  // namespace sluis::journeys
