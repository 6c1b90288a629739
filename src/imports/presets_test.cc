#include "imports/presets.h"

#include "imports/mapper.h"
#include "imports/testing.h"
#include "imports/toml.h"
#include "kernel/testing.h"

namespace sluis::imports {
namespace {

// What a preset makes of a file, added up.
struct Sums {
  std::int64_t rows = 0;
  std::int64_t problems = 0;
  std::int64_t quantity = 0;  // in micro-units, as revenue and cost
  std::int64_t revenue = 0;
  std::int64_t cost = 0;
  std::map<std::string, std::int64_t, std::less<>> kinds;
  std::map<std::string, std::int64_t, std::less<>> channels;
  std::set<std::string, std::less<>> ids;
  std::set<std::string, std::less<>> people;
  std::set<std::string, std::less<>> orders;
  std::set<std::string, std::less<>> keys;  // of money facts
};

void count_in(const events::Draft& draft, Sums& sums) {
  sums.quantity += draft.quantity.value_or(Micro()).units();
  sums.revenue += draft.revenue.value_or(Micro()).units();
  sums.cost += draft.cost.value_or(Micro()).units();
  ++sums.kinds[std::string(draft.kind)];
  ++sums.channels[std::string(draft.channel)];
  sums.ids.emplace(draft.message_id);
  if (!draft.identities.empty()) sums.people.emplace(draft.identities.front().value);
  if (draft.order.empty()) return;
  sums.orders.emplace(draft.order);
  sums.keys.insert(fmt::format("{}|{}|{}|{}", draft.channel, draft.order, draft.kind, draft.part));
}

Result<Sums> read(const std::filesystem::path& file, const std::vector<Mapping>& mappings) {
  const Form form = TRY(form_of(file, {}));
  const auto rows = TRY(open_rows(file, form));
  const Mapping* mapping = fitting(mappings, rows->columns());
  EXPECT_NE(mapping, nullptr) << file;
  Mapper mapper = TRY(Mapper::make(*mapping, rows->columns(), "Europe/Amsterdam"));
  Sums sums;
  Batch batch;
  Row row;
  while (TRY(rows->next(row))) {
    ++sums.rows;
    sums.problems += mapper.map({&row, static_cast<std::size_t>(sums.rows)}, batch).has_value();
    for (const events::Draft& draft : batch.drafts)
      count_in(draft, sums);
    batch.clear();
  }
  return sums;
}

std::string money(std::int64_t micros) {
  return to_string(exact(payable(Micro(micros), Currency()), Currency()));
}

class PresetTest : public ::testing::Test {
 protected:
  Sums sums_of(std::string_view name, const std::string& file) {
    const auto path = data_set(file);
    EXPECT_TRUE(path) << file;
    if (!path) return {};
    auto sums = read(*path, *preset(name));
    EXPECT_TRUE(sums) << (sums ? "" : sums.error().message().in(Language::en));
    return sums ? *std::move(sums) : Sums{};
  }
  void SetUp() override {
    if (!data_set("")) GTEST_SKIP() << "SLUIS_TEST_DATA names no folder";
  }
};

TEST(PresetsTest, AllCanBeReadAndFitTheFilesThatTheyNeed) {
  EXPECT_EQ(preset_names().size(), 9u);
  for (const std::string_view name : preset_names()) {
    const auto mappings = preset(name);
    ASSERT_TRUE(mappings) << name;
    for (const Mapping& mapping : *mappings) {
      EXPECT_TRUE(problems_of(mapping).empty());
      EXPECT_EQ(*mapping_from_toml(mapping_to_toml(mapping)), mapping) << mapping_to_toml(mapping);
    }
  }
  EXPECT_FALSE(preset("no_such_preset"));
}

// What a till and a reseller send: what came back is a refund, and a sell-out is no order.
TEST(PresetsTest, TillsAndSellOutAreMoneyOfTheirChannel) {
  const testing::Folder folder;
  const auto sums_of = [&](std::string_view name, std::string_view csv) {
    return read(folder.write(std::string(name) + ".csv", csv), *preset(name)).value();
  };
  const Sums till = sums_of("till",
                            "channel,receipt,line,time,sku,quantity,net_amount\n"
                            "store,R1,1,2026-11-20 10:00:00,SHIRT-M,2,40.00\n"
                            "store,R1,2,2026-11-20 10:00:00,LAMP,1,12.50\n"
                            "store,R2,1,2026-11-20 11:00:00,LAMP,-1,-12.50\n");
  EXPECT_EQ(till.problems, 0);
  EXPECT_EQ(till.kinds, (std::map<std::string, std::int64_t, std::less<>>{
                            {"order_completed", 1}, {"order_line", 2}, {"order_refunded", 1}}));
  EXPECT_EQ(money(till.revenue), "40.00");
  EXPECT_EQ(till.quantity, 2 * Micro::kPerUnit);
  const Sums sold = sums_of("sell_out",
                            "channel,day,sku,sold,net_amount\n"
                            "reseller,2026-11-20,SHIRT-M,7,140.00\n"
                            "reseller,2026-11-20,LAMP,-1,-12.50\n");
  EXPECT_EQ(sold.kinds, (std::map<std::string, std::int64_t, std::less<>>{{"order_line", 1},
                                                                          {"order_refunded", 1}}));
  EXPECT_EQ(money(sold.revenue), "127.50");
  EXPECT_EQ(sold.keys.size(), 2u);
}

TEST_F(PresetTest, OnlineRetail) {
  const Sums sums = sums_of("online_retail", "online_retail/online_retail_2010_2011.csv.gz");
  EXPECT_EQ(sums.rows, 541'909);
  EXPECT_EQ(sums.problems, 0);
  EXPECT_EQ(sums.quantity, 5'176'450 * Micro::kPerUnit);
  EXPECT_EQ(money(sums.revenue), "9747747.93");
  EXPECT_EQ(sums.people.size(), 4'372u);
  EXPECT_EQ(sums.orders.size(), 25'900u);
  EXPECT_EQ(sums.kinds.at("order_refunded"), 9'288);
  const std::int64_t lines =
      sums.kinds.at("order_line") + sums.kinds.at("order_refunded") + sums.kinds.at("adjustment");
  EXPECT_EQ(lines, sums.rows);
  // Lines that are alike are real: each has a message id and a place of its own.
  EXPECT_EQ(static_cast<std::int64_t>(sums.ids.size()), lines + sums.kinds.at("order_completed"));
  EXPECT_EQ(sums.keys.size(), sums.ids.size());
}

TEST_F(PresetTest, Hillstrom) {
  const Sums sums = sums_of("hillstrom", "hillstrom/hillstrom.csv.gz");
  EXPECT_EQ(sums.rows, 64'000);
  EXPECT_EQ(money(sums.revenue), "67258.13");
  EXPECT_EQ(sums.kinds.at("experiment_exposed"), 64'000);
  EXPECT_EQ(sums.kinds.at("page_viewed"), 9'394);
  EXPECT_EQ(sums.kinds.at("order_completed"), 578);
  EXPECT_EQ(sums.people.size(), 64'000u);
  EXPECT_EQ(sums.channels.size(), 3u);
}

TEST_F(PresetTest, CompleteJourney) {
  const Sums sums = sums_of("complete_journey", "complete_journey/transactions_sample.csv.gz");
  EXPECT_EQ(sums.rows, 75'000);
  EXPECT_EQ(sums.problems, 0);
  EXPECT_EQ(money(sums.revenue), "233935.24");
  EXPECT_EQ(sums.people.size(), 2'377u);
  EXPECT_EQ(sums.orders.size(), 47'243u);
  EXPECT_EQ(sums.kinds.at("order_completed"), 47'243);
  const Sums coupons = sums_of("complete_journey", "complete_journey/coupon_redemptions.csv");
  EXPECT_EQ(coupons.kinds.at("coupon_redeemed"), 2'102);
}

TEST_F(PresetTest, AdventureWorks) {
  const Sums internet = sums_of("adventureworks", "adventureworks/FactInternetSales.csv.gz");
  EXPECT_EQ(money(internet.revenue), "29358677.22");
  EXPECT_EQ(internet.orders.size(), 27'659u);
  EXPECT_EQ(internet.people.size(), 18'484u);
  EXPECT_EQ(internet.kinds.at("order_line"), 60'398);
  EXPECT_GT(internet.cost, 0);
  const Sums reseller = sums_of("adventureworks", "adventureworks/FactResellerSales.csv.gz");
  EXPECT_EQ(money(reseller.revenue), "80450596.98");
  EXPECT_EQ(reseller.orders.size(), 3'796u);
  EXPECT_EQ(reseller.people.size(), 635u);
}

TEST_F(PresetTest, CallCentre) {
  const Sums january = sums_of("call_centre", "call_centre/calls_1999_01.csv.gz");
  EXPECT_EQ(january.problems, 0);
  EXPECT_EQ(january.kinds.at("call_answered"), 27'060);
  EXPECT_EQ(january.kinds.at("call_abandoned"), 4'299);
  EXPECT_EQ(january.kinds.at("call_phantom"), 240);
  const Sums february = sums_of("call_centre", "call_centre/calls_1999_02.csv.gz");
  EXPECT_EQ(february.kinds.at("call_answered"), 27'162);
  EXPECT_EQ(february.kinds.at("call_abandoned"), 5'904);
  EXPECT_EQ(february.kinds.at("call_phantom"), 278);
}

TEST_F(PresetTest, Cdnow) {
  const Sums master = sums_of("cdnow", "cdnow/cdnow_master.csv.gz");
  EXPECT_EQ(master.quantity, 167'881 * Micro::kPerUnit);
  EXPECT_EQ(money(master.revenue), "2500315.63");
  EXPECT_EQ(master.people.size(), 23'570u);
  EXPECT_EQ(master.ids.size(), 69'659u);
  const Sums sample = sums_of("cdnow", "cdnow/cdnow_sample.csv");
  EXPECT_EQ(sample.quantity, 16'479 * Micro::kPerUnit);
  EXPECT_EQ(money(sample.revenue), "244091.94");
  // The sample is part of the master, so it adds nothing to it.
  EXPECT_TRUE(std::ranges::includes(master.ids, sample.ids));
}

}  // namespace
}  // namespace sluis::imports
