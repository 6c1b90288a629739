#include "imports/mapper.h"

#include <gtest/gtest.h>

#include "imports/toml.h"

namespace sluis::imports {
namespace {

using Cells = std::vector<std::string>;

// What a mapping makes of rows: "kind channel revenue part" of each event, "!code column" of a row
// that gave none.
class MapperTest : public ::testing::Test {
 protected:
  void map_with(std::string_view toml, const Cells& columns) {
    auto mapping = mapping_from_toml(toml);
    ASSERT_TRUE(mapping) << problems_in(mapping.error());
    mapping_ = *std::move(mapping);
    columns_ = columns;
    auto mapper = Mapper::make(mapping_, columns_, "Europe/Amsterdam");
    ASSERT_TRUE(mapper) << problems_in(mapper.error());
    mapper_.emplace(*std::move(mapper));
  }

  static std::string problems_in(const Refusal& refusal) {
    std::string text = refusal.message().in(Language::en);
    for (const FieldProblem& field : refusal.fields())
      text += "\n" + field.pointer + " " + field.message.in(Language::en);
    return text;
  }

  // Of one row; the drafts stay until the next one.
  const std::vector<events::Draft>& drafts(const Cells& cells) {
    batch_.clear();
    row_.cells.assign(cells.begin(), cells.end());
    row_.line = ++line_;
    problem_ = mapper_->map({&row_, line_}, batch_);
    return batch_.drafts;
  }
  std::string trouble(const Cells& cells) {
    drafts(cells);
    return problem_ ? problem_->code + " " + problem_->column : "";
  }

  Mapping mapping_;
  Cells columns_;
  std::optional<Mapper> mapper_;
  Batch batch_;
  Row row_;
  std::size_t line_ = 0;
  std::optional<Problem> problem_;
};

constexpr std::string_view kSales = R"(
name = "sales"
title = "Sales"
decimals = "comma"
dates = "dmy"
zone = "Europe/Amsterdam"

[[lookups]]
name = "shops"
entries = [{ from = "1", to = "store" }, { from = "2", to = "webshop" }]

[all]
ts = "{Datum}"
channel = "{Winkel|lookup:shops}"
user = "klant-{Klant|unless:0}"
currency = "{Valuta}"
order = "{Bon}"

[[events]]
kind = "order_completed"
once_per = "{Bon}"
when = [{ of = "{Aantal}", test = "above", value = "0" }]
revenue = "0"

[[events]]
kind = "order_line"
when = [{ of = "{Aantal}", test = "above", value = "0" }]
product = "{Artikel|upper}"
part = "{Artikel|upper}"
quantity = "{Aantal}"
revenue = "{Aantal} * ({Prijs} - 0.5) / 1.21"
props = [{ name = "note", value = "{Artikel|before:-}" }]

[[events]]
kind = "order_refunded"
when = [{ of = "{Aantal}", test = "below", value = "0" }]
quantity = "{Aantal}"
revenue = "{Aantal} * {Prijs}"
)";
const Cells kColumns = {"Bon", "Datum", "Winkel", "Klant", "Artikel", "Aantal", "Prijs", "Valuta"};

TEST_F(MapperTest, GivesTheEventsWhoseConditionsHold) {
  map_with(kSales, kColumns);
  const auto& sold = drafts({"b1", "31-1-2024 14:05", "2", "17", "a-1", "2", "1.210,50", "EUR"});
  ASSERT_EQ(sold.size(), 2u);
  EXPECT_EQ(sold[0].kind, "order_completed");
  EXPECT_EQ(sold[0].order, "b1");
  EXPECT_EQ(to_string(*sold[0].ts), "2024-01-31T13:05:00Z");
  EXPECT_EQ(sold[1].kind, "order_line");
  EXPECT_EQ(sold[1].channel, "webshop");
  EXPECT_EQ(sold[1].product, "A-1");
  EXPECT_EQ(sold[1].identities.at(0).value, "klant-17");
  EXPECT_EQ(to_string(*sold[1].revenue), "2000.00");
  EXPECT_EQ(sold[1].currency, "EUR");
  EXPECT_EQ(sold[1].props, R"({"note":"a"})");
  const auto& back = drafts({"b1", "1-2-2024", "1", "0", "a-1", "-1", "10", "EUR"});
  ASSERT_EQ(back.size(), 1u);
  EXPECT_EQ(back[0].kind, "order_refunded");
  EXPECT_EQ(to_string(*back[0].revenue), "-10.00");
  EXPECT_TRUE(back[0].identities.empty());
}

TEST_F(MapperTest, NamesAnOrderOnceAndTellsLinesApartThatAreAlike) {
  map_with(kSales, kColumns);
  const Cells line = {"b1", "31-1-2024", "2", "17", "a-1", "2", "10", "EUR"};
  const auto first = drafts(line);
  const std::string first_id(first.at(1).message_id);
  const auto& second = drafts(line);
  ASSERT_EQ(second.size(), 1u);
  EXPECT_EQ(second[0].part, "A-1~2");
  EXPECT_EQ(second[0].message_id, first_id + "~2");
  EXPECT_EQ(drafts({"b2", "31-1-2024", "2", "17", "a-1", "2", "10", "EUR"}).at(1).part, "A-1");
}

TEST_F(MapperTest, SaysWhichCellOfARowIsWrong) {
  map_with(kSales, kColumns);
  EXPECT_EQ(trouble({"b1", "31-1-2024", "2", "17", "a", "2", "10", ""}), "currency_missing Valuta");
  EXPECT_EQ(trouble({"b1", "31-1-2024", "2", "17", "a", "2", "10", "euro"}),
            "currency_unknown Valuta");
  EXPECT_EQ(trouble({"b1", "31-1-2024", "2", "17", "a", "2", "10.5", "EUR"}),
            "amount_unreadable Prijs");
  EXPECT_EQ(trouble({"b1", "2024-01-31x", "2", "17", "a", "2", "10", "EUR"}),
            "moment_unreadable Datum");
  EXPECT_EQ(trouble({"b1", "", "2", "17", "a", "2", "10", "EUR"}), "moment_missing Datum");
  EXPECT_EQ(trouble({"b1", "31-1-2024", "9", "17", "a", "2", "10", "EUR"}),
            "lookup_unknown Winkel");
  EXPECT_EQ(trouble({"b1", "31-1-2024", "2", "17", "a", "many", "10", "EUR"}),
            "amount_unreadable Aantal");
  EXPECT_TRUE(batch_.drafts.empty());
}

TEST_F(MapperTest, TakesDaylightSavingIntoAccount) {
  map_with(kSales, kColumns);
  const auto at = [&](const std::string& moment) {
    return to_string(*drafts({"x", moment, "1", "1", "a", "-1", "1", "EUR"}).at(0).ts);
  };
  EXPECT_EQ(at("1-7-2024 12:00"), "2024-07-01T10:00:00Z");
  EXPECT_EQ(at("27-10-2024 02:30"), "2024-10-27T00:30:00Z");
  EXPECT_EQ(at("27-10-2024 03:30"), "2024-10-27T02:30:00Z");
}

TEST(MappingTest, TellsAllThatIsWrongWithItAtItsPlace) {
  const auto mapping = mapping_from_toml(R"(
name = "wrong"
title = "Wrong"
zone = "Mars/Olympus"
[[events]]
kind = "{Kind"
revenue = "{A} ** {B}"
product = "{P|shout}"
channel = "{C|lookup:none}"
when = [{ of = "{Q}", test = "above", value = "many" }]
)");
  ASSERT_FALSE(mapping);
  std::vector<std::string> pointers;
  for (const FieldProblem& field : mapping.error().fields())
    pointers.push_back(field.pointer);
  EXPECT_EQ(pointers, (std::vector<std::string>{"/zone", "/events/0/kind", "/events/0/channel",
                                                "/events/0/product", "/events/0/ts",
                                                "/events/0/revenue", "/events/0/when"}));
  EXPECT_EQ(mapping_from_toml("name = [").error().kind().name, "toml_malformed");
  EXPECT_EQ(mapping_from_toml("name = \"a\"\nunknown = 1").error().kind().name, "mapping_invalid");
}

TEST(MappingTest, SaysWhichColumnWasMeantWhenAFileLacksOne) {
  const Mapping mapping = mapping_from_toml(kSales).value();
  const auto missing = missing_columns(
      mapping, {"Bon", "datum", "Winkel", "Klant", "Artikel", "Aantal", "Prijs", "Valuta"});
  ASSERT_EQ(missing.size(), 1u);
  EXPECT_EQ(missing[0].message.in(Language::en),
            "there is no column \"Datum\" in this file; is it \"datum\"?");
}

}  // namespace
}  // namespace sluis::imports
