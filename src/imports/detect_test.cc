#include "imports/detect.h"

#include "imports/testing.h"
#include "imports/toml.h"

namespace sluis::imports {
namespace {

using Cells = std::vector<std::string>;

ColumnFound found(const std::string& name, const Cells& cells,
                  std::vector<Doubt>* doubts = nullptr) {
  std::vector<Doubt> own;
  return column_of(name, cells, doubts ? *doubts : own);
}

TEST(DetectTest, SeesHowDaysAreWritten) {
  EXPECT_EQ(found("Datum", {"31-1-2024", "1-2-2024"}).dates, Dates::dmy);
  EXPECT_EQ(found("Date", {"1/31/2024 2:05 PM"}).dates, Dates::mdy);
  EXPECT_EQ(found("Date", {"2024-01-31", ""}).dates, Dates::iso);
  EXPECT_EQ(found("date", {"20240131", "20240201"}).dates, Dates::ymd);
  EXPECT_EQ(found("date", {"240131", "240201"}).dates, Dates::ymd);
  EXPECT_EQ(found("order date", {"45322", "45323.5"}).dates, Dates::excel);
  EXPECT_EQ(found("timestamp", {"1706700000"}).dates, Dates::unix_s);
  EXPECT_EQ(found("number", {"45322"}).content, Content::number);
}

TEST(DetectTest, DoubtsWhatCanBeReadInTwoWays) {
  std::vector<Doubt> doubts;
  EXPECT_EQ(found("Date", {"1/2/2024", "3/4/2024"}, &doubts).dates, Dates::dmy);
  ASSERT_EQ(doubts.size(), 1u);
  EXPECT_EQ(doubts[0].choices, (Cells{"dmy", "mdy"}));
  doubts.clear();
  found("Price", {"1.234", "5.678"}, &doubts);
  ASSERT_EQ(doubts.size(), 1u);
  EXPECT_EQ(doubts[0].of, "decimals");
}

TEST(DetectTest, LooksPastASlipOfThePen) {
  const Cells days = {"3-1-2026", "14-1-2026", "31-2-2026", "5-1-2026", "6-1-2026"};
  EXPECT_EQ(found("Datum", days).dates, Dates::dmy);
  EXPECT_EQ(found("Aantal", {"2", "1", "een", "4", "3"}).field, "quantity");
  EXPECT_EQ(found("Aantal", {"2", "een", "twee", "4", "3"}).content, Content::text);
}

TEST(DetectTest, JoinsADayAndATimeThatStandApart) {
  const testing::Folder folder;
  const auto file =
      folder.write("kassa.csv", "Bonnr;Datum;Tijd;Filiaal\n1;31-1-2026;09:15;Zwolle\n");
  const auto detection = detect(file, {});
  ASSERT_TRUE(detection);
  EXPECT_EQ(detection->mapping.all->ts->text, "{Datum} {Tijd}");
  EXPECT_EQ(detection->mapping.all->channel->text, "{Filiaal|slug}");
  EXPECT_EQ(detection->mapping.all->order->text, "{Bonnr}");
}

TEST(DetectTest, KnowsWhatCellsHold) {
  const ColumnFound price = found("Prijs", {"€ 1.234,50", "€ 12,00"});
  EXPECT_EQ(price.content, Content::money);
  EXPECT_EQ(price.decimals, Decimals::comma);
  EXPECT_EQ(price.currency->code(), "EUR");
  EXPECT_EQ(found("x", {"a@b.nl"}).content, Content::email);
  EXPECT_EQ(found("x", {"+31 6 12345678", "020-1234567 "}).content, Content::phone);
  EXPECT_EQ(found("x", {"EUR", "USD"}).content, Content::currency);
  EXPECT_EQ(found("x", {"ja", "Nee"}).content, Content::boolean);
  EXPECT_EQ(found("x", {"", ""}).content, Content::empty);
  EXPECT_EQ(found("x", {"a", "1"}).content, Content::text);
}

TEST(DetectTest, ProposesAMappingThatCanBeUsedAtOnce) {
  const testing::Folder folder;
  const auto file = folder.write("verkoop.csv",
                                 "Factuurnummer;Datum;Klantnummer;E-mail;Artikel;Aantal;Stukprijs\n"
                                 "f1;31-1-2024;7;a@b.nl;tafel;2;12,50\n"
                                 "f1;31-1-2024;7;a@b.nl;stoel;4;5,25\n");
  const auto detection = detect(file, {});
  ASSERT_TRUE(detection);
  const Mapping& mapping = detection->mapping;
  EXPECT_TRUE(problems_of(mapping).empty());
  EXPECT_EQ(mapping.dates, Dates::dmy);
  EXPECT_EQ(mapping.decimals, Decimals::comma);
  ASSERT_EQ(mapping.events.size(), 2u);
  EXPECT_EQ(mapping.events[0].once_per->text, "{Factuurnummer}");
  EXPECT_EQ(mapping.events[1].revenue->text, "{Aantal} * {Stukprijs}");
  EXPECT_EQ(mapping.all->email->text, "{E-mail}");
  EXPECT_EQ(*mapping_from_toml(mapping_to_toml(mapping)), mapping);
}

TEST(DetectTest, LeavesNamesAndAddressesOutOfWhatIsKeptWithAnEvent) {
  const testing::Folder folder;
  const auto file = folder.write(
      "a.csv",
      "date,full name,street address,phone,colour\n2024-01-31,Ann,High Street 1,0201234567,red\n");
  const auto detection = detect(file, {});
  ASSERT_TRUE(detection);
  const auto& props = detection->mapping.events.back().props.value;
  ASSERT_EQ(props.size(), 1u);
  EXPECT_EQ(props[0].name.text, "colour");
}

TEST(DetectTest, SaysThatAFileHasOnlyAHeader) {
  const testing::Folder folder;
  EXPECT_EQ(detect(folder.write("a.csv", "a,b\n"), {}).error().kind().name, "file_no_rows");
}

}  // namespace
}  // namespace sluis::imports
