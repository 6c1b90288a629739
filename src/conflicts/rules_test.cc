#include "conflicts/rules.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "conflicts/said.h"

namespace sluis::conflicts {
namespace {

constexpr ChannelId kWebshop{1};
constexpr ChannelId kMarket{2};
constexpr ChannelId kDealer{3};

channels::Channel live(ChannelId id, channels::Form form) {
  channels::Channel channel;
  channel.id = id;
  channel.form = form;
  channel.state = channels::State::live;
  return channel;
}

Facts three_channels() {
  Facts facts;
  facts.today = Date(2026, 1, 5);
  facts.live = {live(kWebshop, channels::Form::webshop), live(kMarket, channels::Form::marketplace),
                live(kDealer, channels::Form::retailer)};
  return facts;
}

catalog::Price priced(ChannelId channel, std::int64_t cents) {
  catalog::Price price;
  price.channel = channel;
  price.amount = exact(Minor(cents), {});
  return price;
}

measures::ProductSales sold(ChannelId channel, const std::string& sku, std::int64_t pieces) {
  return {channel, sku, {Micro(pieces * Micro::kPerUnit)}, Micro(pieces * 10 * Micro::kPerUnit)};
}

Numbers hours_in(std::string_view text) {
  return said_in(text)[Measure::hours];
}

TEST(ConflictRules, EveryKindHasItsRule) {
  const auto kinds = enum_values<Kind>();
  ASSERT_EQ(rules().size(), kinds.size());
  for (std::size_t i = 0; i < kinds.size(); ++i)
    EXPECT_EQ(rules()[i].kind, kinds[i]);
}

RC_GTEST_PROP(Contradictions, AreToldIfAndOnlyIfThereAreAny, (std::vector<std::uint8_t> values)) {
  for (std::uint8_t& value : values)
    value %= 4;
  const auto differ = [&](std::size_t i, std::size_t j) { return values[i] != values[j]; };
  const auto pairs = contradictions(values.size(), differ);
  const std::set<std::uint8_t> different(values.begin(), values.end());
  RC_ASSERT(pairs.empty() == (different.size() < 2));
  std::set<std::size_t> told;
  for (const auto& [one, beside] : pairs) {
    RC_ASSERT(differ(one, beside));
    RC_ASSERT(told.insert(one).second);
  }
  // Whoever says what most say is told beside others alone.
  for (const std::uint8_t value : different) {
    if (std::ranges::count(values, value) * 2 > std::ssize(values))
      for (const std::size_t one : told)
        RC_ASSERT(values[one] != value);
  }
}

RC_GTEST_PROP(ClashingPrices, AreTheSameInAnyOrderOfThePrices, (const std::array<int, 3>& asked)) {
  Facts facts = three_channels();
  std::vector<catalog::Price> prices;
  for (std::size_t i = 0; i < 3; ++i)
    prices.push_back(priced(facts.live[i].id, 1 + std::abs(asked[i] % 3)));
  facts.prices = {{.variant = catalog::VariantId(1), .sku = {"MUG"}, .prices = prices}};
  const auto found = clashing_prices(facts);
  std::ranges::reverse(facts.prices[0].prices);
  RC_ASSERT(found == clashing_prices(facts));
  const std::set<Micro> different{prices[0].amount, prices[1].amount, prices[2].amount};
  RC_ASSERT(found.empty() == (different.size() == 1));
  for (const Clash& one : found)
    RC_ASSERT(one.reported_only == (one.channel == kDealer || one.other == kDealer));
}

TEST(ClashingPrices, CostWhoPaidTheHigherOneTheDifference) {
  Facts facts = three_channels();
  facts.prices = {{.variant = catalog::VariantId(1),
                   .sku = {"MUG"},
                   .prices = {priced(kWebshop, 1000), priced(kMarket, 1250)}}};
  facts.sales = Sales({sold(kMarket, "MUG", 4), sold(kMarket, "VASE", 9)});
  const auto found = clashing_prices(facts);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].channel, kMarket);
  EXPECT_EQ(found[0].stake, Micro(10 * Micro::kPerUnit));
  // Nothing was told of the channel: that is not nothing sold.
  facts.sales = Sales({sold(kWebshop, "MUG", 4)});
  EXPECT_EQ(clashing_prices(facts)[0].stake, std::nullopt);
  EXPECT_EQ(clashing_prices(facts)[0].no_stake, NoStake::nothing_told);
  facts.sales = Sales({sold(kMarket, "VASE", 9)});
  EXPECT_EQ(clashing_prices(facts)[0].stake, Micro());
}

TEST(ClashingPrices, TwoResellersAreLeftToThemselves) {
  Facts facts = three_channels();
  facts.live[1].form = channels::Form::retailer;
  facts.prices = {
      {.variant = catalog::VariantId(1), .prices = {priced(kMarket, 1000), priced(kDealer, 1250)}}};
  EXPECT_TRUE(clashing_prices(facts).empty());
}

TEST(ClashingAvailability, IsNoneAgainstSome) {
  Facts facts = three_channels();
  stock::Drift drift{.variant = catalog::VariantId(1), .channel = kMarket, .cost = {}};
  for (const auto& [believed, free, clashes] :
       {std::tuple(5, 0, true), std::tuple(0, 5, true), std::tuple(5, 3, false)}) {
    drift.believed = believed;
    drift.free = free;
    facts.drift = {drift};
    EXPECT_EQ(clashing_availability(facts).size(), clashes ? 1U : 0U) << believed << " " << free;
  }
}

TEST(ClashingHours, OnlyWhereCustomersArePassedOn) {
  Facts facts = three_channels();
  contacts::Team here;
  here.channel = kWebshop;
  contacts::Team there;
  there.channel = kMarket;
  there.hours = {{{1}, {540}, {720}}, {{1}, {780}, {1080}}, {{2}, {540}, {720}}};
  facts.teams = {here, there};
  EXPECT_TRUE(clashing_hours(facts).empty());
  facts.live[0].links = {{.to = kMarket,
                          .state = channels::LinkState::linked,
                          .shares = {channels::Shared::appointments},
                          .note = {}}};
  const auto found = clashing_hours(facts);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].value, "1-7 00:00-24:00");
  EXPECT_EQ(found[0].other_value, "1 09:00-12:00 13:00-18:00, 2 09:00-12:00");
  // Open longer is no door that is closed.
  std::swap(facts.teams[0].hours, facts.teams[1].hours);
  EXPECT_TRUE(clashing_hours(facts).empty());
}

TEST(Said, IsANumberWithItsMeasure) {
  EXPECT_EQ(hours_in("Morgen in huis, of binnen 2 dagen; retour 30-dagen."),
            (Numbers{{48'000, "2 dagen"}, {720'000, "30-dagen"}}));
  EXPECT_EQ(hours_in("Within 24 hours").begin()->first, hours_in("binnen 1 dag").begin()->first);
  EXPECT_EQ(said_in("Garantie: 2 jaar")[Measure::months].begin()->first,
            said_in("24 months")[Measure::months].begin()->first);
  EXPECT_EQ(said_in("1,7 liter")[Measure::millilitres].begin()->first, 1'700'000);
  EXPECT_EQ(said_in("1.500 g")[Measure::grams].begin()->first, 1'500'000);
  EXPECT_EQ(said_in("100% wol")[Measure::percent].size(), 1U);
}

TEST(Said, NothingOfWhatIsNoMeasure) {
  for (const std::string_view text :
       {"", "USB3 kabel", "2x", "in 3 kleuren", "12345678901234567890 dagen", "A4", "7", "1.2.3"})
    EXPECT_TRUE(said_in(text).empty()) << text;
}

RC_GTEST_PROP(Said, IsReadFromAnyText, ()) {
  const auto letters = rc::gen::elementOf(std::string("0123456789., -%dagen jr\n"));
  const auto text = *rc::gen::container<std::string>(letters);
  for (const auto& [measure, numbers] : said_in(text))
    RC_ASSERT(!contradict(numbers, numbers));
}

TEST(Said, ContradictsWhereEachSaysMore) {
  EXPECT_TRUE(contradict(hours_in("2 dagen"), hours_in("3 dagen")));
  EXPECT_TRUE(contradict(hours_in("2 dagen, 30 dagen"), hours_in("2 dagen, 14 dagen")));
  EXPECT_FALSE(contradict(hours_in("2 dagen, 30 dagen"), hours_in("2 dagen")));
  EXPECT_FALSE(contradict(hours_in("2 dagen"), hours_in("niets")));
}

}  // namespace
}  // namespace sluis::conflicts
