// What a channel leaves for the others follows from how late it hears and how fast a variant sells,
// on both homes; what somebody set wins.
#include "stock/buffers.h"

#include <gtest/gtest.h>

#include "stock/matrix.h"
#include "stock/rules.h"
#include "stock/testing.h"

namespace sluis::stock {
namespace {

using store::Snapshot;
using store::Tx;
using testing::why;

constexpr std::int64_t kTeller = 7;
constexpr std::int64_t kHour = 3'600'000;

class BuffersTest : public testing::StockTest {
 protected:
  void SetUp() override {
    StockTest::SetUp();
    if (IsSkipped()) return;
    market_ = add_channel("Market");
    shop_channel_ = add_channel("Shop");
    ASSERT_TRUE(received(1000));
  }
  ChannelId add_channel(const std::string& name) {
    channels::Draft draft;
    draft.name = {name};
    draft.form = channels::Form::webshop;
    return unit([&](Tx& tx) { return channels::add(tx, actor(), draft); }).value().id;
  }
  void order(ChannelId channel, std::int64_t pieces) {
    Wish wanted = wish(pieces);
    wanted.channel = channel;
    wanted.purpose = Purpose::order;
    wanted.sold = true;
    ASSERT_TRUE(reserved(wanted));
  }
  // The market was told once, and again so long after a change.
  void told(std::optional<std::int64_t> delay_ms) {
    unit([&](Tx& tx) -> Result<void> {
      believe(tx, {.variant = variant_,
                   .teller = kTeller,
                   .channel = market_,
                   .location = {},
                   .units = 1,
                   .since = clock_.now(),
                   .delay_ms = delay_ms});
      return {};
    }).value();
  }
  Available on_market() {
    return store()
        .snapshot([&](Snapshot& snapshot) -> Result<Available> {
          return available(snapshot, {&variant_, 1}, market_, {}).front();
        })
        .value();
  }
  MatrixChannel in_matrix() {
    return store()
        .snapshot([&](Snapshot& snapshot) -> Result<MatrixChannel> {
          return matrix(snapshot, {}, {}).rows.front().channels.front();
        })
        .value();
  }
  std::int64_t buffer() { return on_market().locations.front().buffer; }
  std::int64_t anew() { return reckon_anew(store(), clock_.now()).value(); }
  void set(std::optional<Units> units, std::optional<Service> service = {}) {
    ASSERT_TRUE(unit([&](Tx& tx) { return set_buffer(tx, actor(), market_, units, service); }));
  }

  ChannelId market_;
  ChannelId shop_channel_;
};
SLUIS_ON_BOTH_HOMES(BuffersTest);

TEST_P(BuffersTest, WhoHearsLateLeavesWhatGoesElsewhereMeanwhile) {
  order(market_, 84);
  order(shop_channel_, 336);
  told(kHour);
  EXPECT_EQ(buffer(), 0) << "the first time they are told says nothing of how late";
  told(kHour);
  // 2.003 pieces an hour go elsewhere, over an hour and four times half of it.
  const std::int64_t left = buffer();
  EXPECT_EQ(left, buffer_for(3, 84.5 / 168, 336.5 / 168, 0.99));
  EXPECT_GT(left, 5);
  const Available found = on_market();
  EXPECT_EQ(found.free, 1000 - 84 - 336 - left);
  const Reckoned expected{.variant = variant_,
                          .channel = market_,
                          .units = left,
                          .delay_ms = 3 * kHour,
                          .own = 84,
                          .others = 336,
                          .service = 9900};
  EXPECT_EQ(found.reckoned, expected);
  EXPECT_EQ(in_matrix().reckoned, expected);
  EXPECT_EQ(in_matrix().free, found.free);

  Wish all = wish(found.free + 1);
  all.channel = market_;
  EXPECT_EQ(why(reserved(all)), &kind_of(StockRefusal::too_few));
  all.sold = true;
  EXPECT_TRUE(reserved(all)) << "what the market sold already is what the buffer was for";
}

TEST_P(BuffersTest, GrowsAtOnceAndShrinksWhenAllAreReckonedAnew) {
  order(market_, 84);
  order(shop_channel_, 336);
  told({});
  told(kHour);
  const std::int64_t late = buffer();
  for (int i = 0; i < 40; ++i)
    told(1000);
  EXPECT_EQ(buffer(), late);
  EXPECT_EQ(anew(), 1);
  EXPECT_LT(buffer(), late);
  EXPECT_EQ(anew(), 0);
  told(2 * kHour);
  EXPECT_GT(buffer(), 0);
  clock_.advance(std::chrono::hours(8 * 24));
  EXPECT_EQ(anew(), 1) << "nothing was sold in the last week";
  EXPECT_EQ(buffer(), 0);
}

TEST_P(BuffersTest, WhatSomebodySetWinsAndTheServiceIsTheirs) {
  order(market_, 84);
  order(shop_channel_, 336);
  told({});
  told(kHour);
  const std::int64_t reckoned = buffer();
  set(Units{2});
  EXPECT_EQ(buffer(), 2);
  EXPECT_FALSE(on_market().reckoned);
  EXPECT_EQ(in_matrix().buffer, 2);
  set(Units{0});
  EXPECT_EQ(buffer(), 0);
  set(std::nullopt);
  EXPECT_EQ(buffer(), reckoned);
  set(std::nullopt, Service{9'999});
  EXPECT_GT(buffer(), reckoned);
  EXPECT_EQ(on_market().reckoned->service, 9'999);
}

}  // namespace
}  // namespace sluis::stock
