#include "channels/sheet.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "channels/import.h"
#include "channels/templates.h"
#include "channels/testing.h"

namespace sluis::channels {
namespace {

using store::Snapshot;
using store::Tx;
using testing::pointers;

class SheetTest : public testing::WorksheetTest {
 protected:
  std::string exported(Separator separator = Separator::comma) {
    return store()
        .snapshot([&](Snapshot& snapshot) -> Result<std::string> {
          return export_sheet(snapshot, separator);
        })
        .value();
  }
  Result<Import> imported(const std::string& csv) {
    return store().unit([&](Tx& tx) { return import_sheet(tx, actor(), csv); });
  }
  Import previewed(const std::string& csv) {
    return store()
        .snapshot([&](Snapshot& snapshot) { return preview_import(snapshot, actor(), csv); })
        .value();
  }
  void fill_worksheet() {
    const Channel other = added("=Store; \"the\" first, 'quoted'", Form::store);
    Details details = whole_details(other.id);
    details.notes = {true, {"two\nlines; =1+1"}};
    details.own_traits = {true, std::vector<Trait>{}};
    added("Shop", Form::webshop, details);
    added("قناة 🛒", Form::app);
  }
};
SLUIS_ON_BOTH_HOMES(SheetTest);

TEST_P(SheetTest, WhatIsExportedComesBackAndChangesNothing) {
  fill_worksheet();
  const std::size_t facts = topics().size();
  for (const Separator separator : enum_values<Separator>()) {
    const std::string csv = exported(separator);
    const auto import = imported(csv);
    ASSERT_TRUE(import) << pointers(import.error().fields()).at(0);
    for (const ImportedChannel& channel : import->channels)
      EXPECT_EQ(channel.outcome, Outcome::unchanged) << to_json(channel.changes);
    EXPECT_EQ(exported(separator), csv);
  }
  EXPECT_EQ(topics().size(), facts);
}

TEST_P(SheetTest, AnEmptyWorksheetTakesAnotherOnesFile) {
  fill_worksheet();
  const std::string csv = exported();
  // Everything is removed and made again from the file.
  for (const Channel& channel :
       store()
           .snapshot([](Snapshot& snapshot) {
             return Result<std::vector<Channel>>(all(snapshot, kEverything));
           })
           .value()) {
    ASSERT_TRUE(removed(found(channel.id)));
  }
  const auto import = imported(csv);
  ASSERT_TRUE(import);
  EXPECT_EQ(import->channels.at(0).outcome, Outcome::added);
  EXPECT_EQ(exported(), csv);
}

TEST_P(SheetTest, PreviewNamesEachFieldThatWouldChange) {
  fill_worksheet();
  std::string csv = exported();
  csv.replace(csv.find("100.00"), 6, "120.50");
  const std::size_t facts = topics().size();
  const Import import = previewed(csv);
  EXPECT_TRUE(import.problems.empty());
  const auto shop = std::ranges::find(import.channels, Slug{"shop"}, &ImportedChannel::code);
  ASSERT_EQ(shop->changes.size(), 1u);
  EXPECT_EQ(shop->changes[0].field, "costs");
  EXPECT_NE(shop->changes[0].after.text.find("120.50"), std::string::npos);
  EXPECT_EQ(topics().size(), facts);
  ASSERT_TRUE(imported(csv));
  EXPECT_EQ(exported(), csv);
}

TEST_P(SheetTest, AFileOfChannelsAloneLeavesTheirPartsAlone) {
  fill_worksheet();
  ASSERT_FALSE(imported("code;name\nshop;Webshop\nnieuw;Nieuw\n"));
  ASSERT_TRUE(imported("code;name;form\r\nshop;Webshop;webshop\r\nnieuw;Nieuw;chat\r\n"));
  const List shop = listed(kEverything, {.search = "webshop"});
  ASSERT_EQ(shop.channels.size(), 1u);
  EXPECT_EQ(found(shop.channels[0].id).costs.size(), 2u);
  EXPECT_EQ(names(kEverything, {.search = "nieuw"}), std::vector<std::string>{"Nieuw"});
}

TEST_P(SheetTest, ReadsWhatADutchSpreadsheetMakesOfIt) {
  const std::string csv =
      "line;code;name;form;amount;currency;per;from;kind\n"
      "channel;winkel;Winkel;store;;;;;\n"
      "cost;winkel;;;1.234,50;EUR;month;31-1-2026;people\n";
  ASSERT_TRUE(imported(csv));
  const Channel made = found(listed(kEverything, {.search = "winkel"}).channels.at(0).id);
  ASSERT_EQ(made.costs.size(), 1u);
  EXPECT_EQ(made.costs[0].amount, Micro(1'234'500'000));
  EXPECT_EQ(made.costs[0].from, Date(2026, 1, 31));
}

TEST_P(SheetTest, EveryProblemHasItsLineAndColumn) {
  const std::string csv =
      "line,code,name,form,state,owner,amount,currency,per,from,to,kind,kpi,joins_with\n"
      "channel,a,A,submarine,,,,,,,,,,\n"
      "channel,b,B,store,draft,nobody@example.com,,,,,,,,\n"
      "cost,b,,,,,1.234,EUR,month,1/2/2026,,people,,\n"
      "cost,b,,,,,-5,EUR,month,2026-01-01,2025-01-01,people,,\n"
      "target,b,,,,,,,,2026-01-01,,,nothing,\n"
      "link,b,,,linked,,,,,,,,,zzz\n"
      "cost,c,,,,,1,EUR,day,2026-01-01,,fixed,,\n"
      "planet,b,,,,,,,,,,,,\n"
      "channel,b,Twice,store,,,,,,,,,,\n"
      "channel,Wrong Code,X,store,,,,,,,,,,\n"
      "channel,d,D,store,live,,,,,,,,,\n"
      "channel,e,E,store,draft,,,,,,,,,,,too,many\n";
  const auto refused = imported(csv);
  ASSERT_FALSE(refused);
  const auto found = pointers(refused.error().fields());
  const std::set<std::string> all(found.begin(), found.end());
  for (const char* expected :
       {"/lines/2/form", "/lines/3/owner", "/lines/4/amount", "/lines/4/from", "/lines/5/amount",
        "/lines/5/to", "/lines/6/kpi", "/lines/7/joins_with", "/lines/8/code", "/lines/9/line",
        "/lines/10/code", "/lines/11/code", "/lines/12/goal", "/lines/12/owner",
        "/lines/13/line"}) {
    EXPECT_TRUE(all.contains(expected)) << expected;
  }
  EXPECT_EQ(names(kEverything), std::vector<std::string>{});
  EXPECT_EQ(previewed(csv).problems.size(), found.size());
}

TEST_P(SheetTest, ColumnsThatAreNotKnownAreNamed) {
  const auto refused = imported("code,nmae\nshop,Shop\n");
  ASSERT_FALSE(refused);
  EXPECT_EQ(pointers(refused.error().fields()), std::vector<std::string>{"/lines/1/nmae"});
  EXPECT_EQ(pointers(previewed("").problems), std::vector<std::string>{"/lines/1/code"});
  EXPECT_EQ(pointers(previewed("code,code\n").problems), std::vector<std::string>{"/lines/1/code"});
}

TEST_P(SheetTest, TakesThreeHundredChannelsAtOnce) {
  std::string csv = "line,code,name,form,kind,amount,currency,per,from\n";
  for (int i = 0; i < 300; ++i) {
    csv += fmt::format("channel,c{0},Channel {0},store,,,,,\n", i);
    csv += fmt::format("cost,c{0},,,fixed,{0}.5,EUR,day,2026-01-01\n", i);
  }
  ASSERT_TRUE(imported(csv));
  EXPECT_EQ(codes({.limit = 50}).size(), 300u);
  const std::string out = exported();
  ASSERT_TRUE(imported(out));
  EXPECT_EQ(exported(), out);
}

rc::Gen<std::string> any_text() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                          "a", "B", " ", "=", "'", "\"", ",", ";", "é", "🛒", "\n", "+", "none")),
                      [](const auto& pieces) {
                        std::string text;
                        for (const auto& piece : pieces)
                          text += piece;
                        return text;
                      });
}

rc::Gen<Channel> any_channel() {
  return rc::gen::exec([] {
    Channel channel;
    channel.id = ChannelId(7);
    channel.code = {"shop"};
    channel.name = {"Shop"};
    channel.form = *rc::gen::elementOf(enum_values<Form>());
    channel.goal.text = *any_text();
    channel.notes.text = *any_text();
    channel.phases =
        *rc::gen::container<std::vector<Phase>>(rc::gen::elementOf(enum_values<Phase>()));
    if (*rc::gen::arbitrary<bool>()) {
      channel.own_traits =
          *rc::gen::container<std::vector<Trait>>(rc::gen::elementOf(enum_values<Trait>()));
    }
    if (*rc::gen::arbitrary<bool>()) channel.reach = People{*rc::gen::inRange(0, 1'000'000)};
    if (*rc::gen::arbitrary<bool>()) channel.partner = PartnerId(*rc::gen::inRange(1, 1'000'000));
    Cost cost;
    cost.amount = Micro(*rc::gen::inRange<std::int64_t>(0, 10'000'000'000));
    cost.from = Date(2026, 1, 1) + std::chrono::days(*rc::gen::inRange(0, 800));
    if (*rc::gen::arbitrary<bool>()) cost.to = cost.from + std::chrono::days(9);
    channel.costs = {cost};
    return channel;
  });
}

RC_GTEST_PROP(Sheet, EveryCellComesBack, ()) {
  const Channel channel = *any_channel();
  const char separator = *rc::gen::element(',', ';');
  const auto sheet = read_sheet(to_sheet({channel}, {}, separator));
  RC_ASSERT(sheet.has_value() && sheet->problems.empty());
  Channel back;
  back.id = channel.id;
  back.code = sheet->channels.at(0).code;
  apply_change(sheet->channels[0].cells, back);
  for (const auto& cost : sheet->channels[0].costs)
    back.costs.push_back(cost.value);
  RC_ASSERT(back == channel);
}

}  // namespace
}  // namespace sluis::channels
