#include "catalog/rules.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "catalog/testing.h"

namespace sluis::catalog {
namespace {

using testing::price_of;

const Instant kNow = *parse_instant("2026-11-27T20:00:00Z");
constexpr ChannelId kShop{7};
constexpr SegmentId kMembers{9};

Buyer buyer(std::vector<SegmentId> segments = {}) {
  return {.channel = kShop, .segments = std::move(segments), .currency = {}, .at = kNow};
}

std::optional<std::int64_t> paid(const std::vector<Price>& prices, const Buyer& who) {
  const auto price = price_at(prices, who);
  if (!price) return std::nullopt;
  return price->amount.units() / Micro::kPerUnit;
}

TEST(PriceTest, TheMostParticularOneHolds) {
  Price general = price_of(20);
  Price of_channel = price_of(19);
  of_channel.channel = kShop;
  Price of_members = price_of(18);
  of_members.segment = kMembers;
  Price of_members_here = price_of(17);
  of_members_here.segment = kMembers;
  of_members_here.channel = kShop;
  EXPECT_EQ(paid({general}, buyer()), 20);
  EXPECT_EQ(paid({general, of_channel}, buyer()), 19);
  EXPECT_EQ(paid({general, of_channel, of_members}, buyer()), 19);
  EXPECT_EQ(paid({general, of_channel, of_members}, buyer({kMembers})), 18);
  EXPECT_EQ(paid({of_members_here, general, of_channel, of_members}, buyer({kMembers})), 17);
}

TEST(PriceTest, AnOfferHoldsAsLongAsItLasts) {
  Price usual = price_of(20);
  usual.from = kNow - std::chrono::hours(1000);
  Price offer = price_of(25);
  offer.from = kNow;
  offer.to = kNow + std::chrono::hours(4);
  Buyer who = buyer();
  EXPECT_EQ(paid({usual, offer}, who), 25);
  who.at = kNow + std::chrono::hours(4);
  EXPECT_EQ(paid({usual, offer}, who), 20);
  who.at = kNow - Duration(1);
  EXPECT_EQ(paid({usual, offer}, who), 20);
  EXPECT_EQ(paid({offer}, who), std::nullopt);
}

TEST(PriceTest, OtherCurrenciesAndChannelsAreNoPrice) {
  Price dollars = price_of(5);
  dollars.currency = *Currency::parse("USD");
  Price elsewhere = price_of(6);
  elsewhere.channel = ChannelId(8);
  EXPECT_EQ(paid({dollars, elsewhere}, buyer()), std::nullopt);
}

// Whatever the order in which prices were written down, the same one holds.
TEST(PriceTest, DoesNotDependOnTheOrder) {
  EXPECT_TRUE(rc::check([] {
    std::vector<Price> prices;
    for (int i = *rc::gen::inRange(1, 12); i > 0; --i) {
      Price price = price_of(*rc::gen::inRange(1, 9));
      if (*rc::gen::arbitrary<bool>()) price.channel = kShop;
      if (*rc::gen::arbitrary<bool>()) price.segment = kMembers;
      if (*rc::gen::arbitrary<bool>()) price.from = kNow - Duration(*rc::gen::inRange(0, 5));
      prices.push_back(price);
    }
    const auto one = paid(prices, buyer({kMembers}));
    std::ranges::reverse(prices);
    RC_ASSERT(paid(prices, buyer({kMembers})) == one);
    RC_ASSERT(one.has_value());
  }));
}

TEST(GtinTest, IsKeptInItsShortestForm) {
  const auto digits = [](std::string_view text) {
    const auto gtin = TextForm<Gtin>::parse(text);
    return gtin ? gtin->digits : std::string();
  };
  EXPECT_EQ(digits("4006381333931"), "4006381333931");   // EAN-13
  EXPECT_EQ(digits("04006381333931"), "4006381333931");  // the same in 14 digits
  EXPECT_EQ(digits("036000291452"), "0036000291452");    // UPC-A
  EXPECT_EQ(digits("96385074"), "96385074");             // EAN-8
  EXPECT_EQ(digits("00000096385074"), "96385074");
  EXPECT_EQ(digits("10614141000415"), "10614141000415");  // a case
  for (const auto* wrong : {"4006381333932", "400638133393", "", "4006381333931x", "40063813339",
                            "١٢٣٤٥٦٧٨", "-4006381333931"})
    EXPECT_EQ(digits(wrong), "") << wrong;
}

TEST(GtinTest, AnyOneWrongDigitIsFound) {
  EXPECT_TRUE(rc::check([] {
    std::string digits = "4006381333931";
    const auto at = *rc::gen::inRange<std::size_t>(0, digits.size());
    const char other = static_cast<char>('0' + *rc::gen::inRange(0, 10));
    RC_PRE(other != digits[at]);
    digits[at] = other;
    RC_ASSERT(!TextForm<Gtin>::parse(digits));
  }));
}

TEST(CatalogRulesTest, EveryWrongFieldIsNamed) {
  Product product;
  product.options = {{"Size"}, {"SIZE"}};
  EXPECT_EQ(testing::pointers(problems_of(product)), std::vector<std::string>{"/options/1"});
  Variant variant;
  variant.option_values = {{"L"}};
  variant.cost = Micro(-1);
  Price turned = price_of(-1);
  turned.from = kNow;
  turned.to = kNow;
  variant.prices = {turned, turned};
  EXPECT_EQ(testing::pointers(problems_of(variant, product)),
            (std::vector<std::string>{"/option_values", "/cost", "/prices/0/amount", "/prices/0/to",
                                      "/prices/1/amount", "/prices/1/to", "/prices/1/from"}));
  product.options = {{"1"}, {"2"}, {"3"}, {"4"}, {"5"}};
  EXPECT_EQ(testing::pointers(problems_of(product)), std::vector<std::string>{"/options"});
  variant.prices.resize(201);
  EXPECT_EQ(testing::pointers(problems_of(variant, product)).back(), "/prices");
}

TEST(CategoriesTest, ATreeCountsWhatIsBelow) {
  const auto tree =
      tree_of({{{"Clothing / Shirts"}, 2, 5}, {{"Clothing"}, 1, 1}, {{"Clothes"}, 3, 3}});
  ASSERT_EQ(tree.size(), 3u);
  EXPECT_EQ(tree[0].path.text, "Clothes");
  EXPECT_EQ(tree[1].name.text, "Clothing");
  EXPECT_EQ(tree[1].products, 3);
  EXPECT_EQ(tree[1].variants, 6);
  EXPECT_EQ(tree[2].name.text, "Shirts");
  EXPECT_EQ(tree[2].depth, 1);
}

}  // namespace
}  // namespace sluis::catalog
