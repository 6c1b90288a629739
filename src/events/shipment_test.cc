#include "events/shipment.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::events {
namespace {

constexpr Instant kNoon(1'774'785'600'000'000);  // 2026-03-29, when the clocks went forward

Event event_of(std::int64_t id, std::string_view kind, std::int64_t revenue) {
  Event event;
  event.id = EventId(id);
  event.ts = kNoon;
  event.identities = {IdentityId(7)};
  event.channel = ChannelId(1);
  event.kind = kind;
  event.revenue = Micro(revenue);
  return event;
}

Batch batch_of(std::vector<Event> events) {
  Batch batch;
  batch.source = SourceId(3);
  batch.received = kNoon;
  batch.events = std::move(events);
  return batch;
}

class ShipmentTest : public ::testing::Test {
 protected:
  // The shipment of batches, each a piece.
  Shipment shipped(const std::vector<std::vector<Event>>& batches) {
    Shipment shipment(calendar_, 1);
    for (const auto& events : batches) {
      shipment.add(kept_.emplace_back(batch_of(events)));
      shipment.end_piece();
    }
    return shipment;
  }

  zones::Calendar calendar_{"Europe/Amsterdam"};
  std::deque<Batch> kept_;
};

TEST_F(ShipmentTest, TheDayIsThatOfTheCompany) {
  Event late = event_of(1, "product_viewed", 0);
  late.ts = *parse_instant("2026-03-28T23:30:00Z");
  Event summer = event_of(2, "product_viewed", 0);
  summer.ts = *parse_instant("2026-03-29T21:59:59Z");
  Event next = event_of(3, "product_viewed", 0);
  next.ts = *parse_instant("2026-03-29T22:00:00Z");
  Shipment shipment(calendar_, 1);
  shipment.add(kept_.emplace_back(batch_of({late, summer, next})));
  EXPECT_EQ(shipment.events()[0].day, Date(2026, 3, 29));
  EXPECT_EQ(shipment.events()[1].day, Date(2026, 3, 29));
  EXPECT_EQ(shipment.events()[2].day, Date(2026, 3, 30));
}

TEST_F(ShipmentTest, WhatDoesNotCountIsThereButNotInTheSums) {
  Event browser = event_of(2, "order_completed", 500);
  browser.counted = false;
  const Shipment shipment = shipped({{event_of(1, "order_completed", 700), browser}});
  ASSERT_EQ(shipment.daily().size(), 1u);
  EXPECT_EQ(static_cast<const Sums&>(shipment.daily()[0]),
            (Sums{.events = 2, .orders = 1, .quantity = {}, .revenue = Micro(700), .cost = {}}));
  ASSERT_EQ(shipment.identity_days().size(), 1u);
  EXPECT_EQ(shipment.identity_days()[0].revenue, Micro(700));
}

TEST_F(ShipmentTest, AnIdentityEarnsOnlyByMoneyFacts) {
  const Shipment shipment =
      shipped({{event_of(1, "product_viewed", 900), event_of(2, "order_refunded", -300)}});
  ASSERT_EQ(shipment.identity_days().size(), 1u);
  EXPECT_EQ(shipment.identity_days()[0].revenue, Micro(-300));
  EXPECT_EQ(shipment.identity_days()[0].events, 2);
}

TEST_F(ShipmentTest, WhatAMoneyFactSaysOfItsAmountsIsKeptAsFarAsItCanBeRead) {
  Event sale = event_of(1, "order_line", 1'000);
  sale.order = "A-1";
  sale.props = R"({"colour":"red","amounts":{"vat":"0.21","transport":"four"},"country":"NL"})";
  Event plain = sale;
  plain.props = R"({"amounts":"none","country":"Nederland"})";
  Event view = sale;
  view.order = "";  // no money fact
  Shipment shipment(calendar_, 1);
  shipment.add(kept_.emplace_back(batch_of({sale, plain, view})));
  ASSERT_EQ(shipment.breakdowns().size(), 1u);
  EXPECT_EQ(static_cast<const Breakdown&>(shipment.breakdowns()[0]),
            (Breakdown{.vat = Micro(210'000),
                       .channel_fee = {},
                       .payment_fee = {},
                       .transport = {},
                       .handling = {},
                       .country = "NL"}));
  shipment.end_piece();
  EXPECT_TRUE(shipment.breakdowns().empty());
}

TEST_F(ShipmentTest, NobodyHasNoDays) {
  Event unknown = event_of(1, "order_completed", 1);
  unknown.identities.clear();
  EXPECT_TRUE(shipped({{unknown}}).identity_days().empty());
}

TEST_F(ShipmentTest, AWithdrawalTakesAwayWhatWasAdded) {
  Shipment shipment = shipped({{event_of(1, "order_completed", 700)}});
  shipment.withdraw({.day = Date(2026, 3, 29),
                     .identity = IdentityId(7),
                     .channel = ChannelId(1),
                     .kind = "order_completed",
                     .revenue = Micro(700),
                     .currency = {}});
  shipment.end_piece();
  ASSERT_EQ(shipment.daily().size(), 1u);
  EXPECT_EQ(static_cast<const Sums&>(shipment.daily()[0]), Sums{.events = 1});
}

RC_GTEST_FIXTURE_PROP(ShipmentTest, SumsAreTheSameHoweverTheLogIsCut, ()) {
  const auto count = *rc::gen::inRange(0, 60);
  std::vector<Event> all;
  std::vector<std::vector<Event>> cut(1);
  for (int i = 0; i < count; ++i) {
    const bool order = *rc::gen::arbitrary<bool>();
    Event event = event_of(i, order ? "order_completed" : "order_line", *rc::gen::inRange(-9, 9));
    event.ts = kNoon + std::chrono::hours(*rc::gen::inRange(-60, 60));
    event.channel = ChannelId(*rc::gen::inRange(1, 4));
    all.push_back(event);
    if (*rc::gen::inRange(0, 5) == 0) cut.emplace_back();
    cut.back().push_back(event);
  }
  const auto sums_of = [](const Shipment& shipment) {
    std::vector<std::pair<DailyKey, Sums>> sums;
    for (const DailyRow& row : shipment.daily())
      sums.emplace_back(row, row);
    return sums;
  };
  RC_ASSERT(sums_of(shipped({all})) == sums_of(shipped(cut)));
}

}  // namespace
}  // namespace sluis::events
