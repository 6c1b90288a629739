#include "connectors/ingest/conventions.h"

#include <gtest/gtest.h>

#include "connectors/ingest/testing.h"

namespace sluis::connectors::ingest {
namespace {

// ---- Segment, RudderStack, Jitsu

TEST(Segment, ATrackCallIsAnEvent) {
  const Told told = segment(R"({"writeKey":"slk_1","sentAt":"2026-11-22T10:00:05Z","batch":[
    {"type":"track","event":"Product Viewed","userId":7,"anonymousId":"d1","messageId":"m1",
     "timestamp":"2026-11-22T10:00:00.5Z","properties":{"sku":"S1","price":5,"quantity":2,"colour":"red"},
     "context":{"campaign":{"name":"spring","source":"news"},"page":{"path":"/p"},
                "consent":{"categoryPreferences":{"ads":false}}}}]})");
  EXPECT_EQ(told.reading->key, "slk_1");
  EXPECT_EQ(told.text(0),
            "product_viewed m1 user=7 device=d1 campaign=spring product=S1 quantity=2.00");
  EXPECT_EQ(
      told[0].props,
      R"({"campaign_source":"news","$consent":{"ads":false},"page":"/p","sku":"S1","price":5,"quantity":2,"colour":"red"})");
  EXPECT_EQ(to_string(*told[0].ts), "2026-11-22T10:00:00.5Z");
  EXPECT_EQ(to_string(*told[0].sent), "2026-11-22T10:00:05Z");
}

TEST(Segment, TheCallMayStandInThePath) {
  EXPECT_EQ(segment(R"({"userId":"u","properties":{"title":"Home"}})", "page").text(0),
            "page_viewed user=u");
  EXPECT_EQ(segment(R"({"userId":"u","previousId":"d"})", "alias").text(0),
            "aliased user=u device=d");
}

TEST(Segment, AnOrderIsItsLinesAndTheRest) {
  const Told told =
      segment(R"({"type":"track","event":"Order Completed","messageId":"m","userId":"u",
    "properties":{"order_id":"o1","revenue":25.00,"tax":5.25,"shipping":3,"total":33.25,
                  "currency":"eur","coupon":"X","products":[
      {"sku":"A","price":9.99,"quantity":2,"cost":4},{"product_id":"B","price":7.5},{"sku":"A","price":1}]}})");
  ASSERT_EQ(told.size(), 4u);
  EXPECT_EQ(told.text(0), "order_completed m user=u revenue=-3.48 EUR order=o1/");
  EXPECT_EQ(told[0].props, R"({"tax":5.25,"shipping":3,"total":33.25,"coupon":"X"})");
  EXPECT_EQ(told.text(1),
            "order_line m/A user=u product=A quantity=2.00 revenue=19.98 cost=8.00 EUR order=o1/A");
  EXPECT_EQ(told.text(2),
            "order_line m/B user=u product=B quantity=1.00 revenue=7.50 EUR order=o1/B");
  EXPECT_EQ(told.text(3),
            "order_line m/A#3 user=u product=A quantity=1.00 revenue=1.00 EUR order=o1/A#3");
}

TEST(Segment, RevenueIsNetOfTaxAndShipping) {
  const auto revenue = [](std::string_view amounts) {
    const Told told = segment(fmt::format(
        R"({{"type":"track","event":"Order Completed","properties":{{"order_id":1,{}}}}})",
        amounts));
    return told[0].revenue ? to_string(*told[0].revenue) : "none";
  };
  EXPECT_EQ(revenue(R"("revenue":10,"total":99)"), "10.00");
  EXPECT_EQ(revenue(R"("subtotal":"11.50","total":99)"), "11.50");
  EXPECT_EQ(revenue(R"("value":12)"), "12.00");
  EXPECT_EQ(revenue(R"("total":13,"tax":2,"shipping":1)"), "10.00");
  EXPECT_EQ(revenue(R"("revenue":0.30000000000000004)"), "0.30");
  EXPECT_EQ(revenue(R"("coupon":"x")"), "none");
  EXPECT_EQ(revenue(R"("discount":1,"products":[{"sku":"a","price":3}])"), "-1.00");
}

TEST(Segment, ARefundIsNegative) {
  const Told whole = segment(
      R"({"type":"track","event":"Order Refunded","properties":{"order_id":"o","total":30}})");
  EXPECT_EQ(whole.text(0), "order_refunded revenue=-30.00 order=o/");
  const Told part =
      segment(R"({"type":"track","event":"Order Refunded","properties":{"order_id":"o",
    "refund_id":"r1","products":[{"sku":"A","price":10,"quantity":1}]}})");
  EXPECT_EQ(part.text(0), "order_refunded revenue=0.00 order=o/r1");
  EXPECT_EQ(part.text(1), "order_refunded product=A quantity=-1.00 revenue=-10.00 order=o/r1/A");
}

TEST(Segment, WhatDoesNotFitIsAFaultOfThatEventAlone) {
  const Told told = segment(R"({"batch":[1, {"type":"track"}, {"type":"dance"},
    {"type":"track","event":"x","timestamp":"yesterday"},
    {"type":"track","event":"Order Completed","properties":{"revenue":1}},
    {"type":"track","event":"Order Refunded","properties":{"order_id":"o"}},
    {"type":"track","event":"Order Completed","properties":{"order_id":"o","revenue":"1,50"}},
    {"type":"track","event":"Order Completed","properties":{"order_id":"o","products":[{"sku":"a"},{"price":1e400}]}},
    {"type":"track","event":"Order Completed","properties":{"order_id":"o","products":[{"price":1e12,"quantity":1e12}]}},
    {"type":"track","event":"Good","userId":"u"}]})");
  EXPECT_EQ(
      told.faults(),
      "unreadable  | kind_missing /event | kind_missing /type | time_unreadable /timestamp | "
      "property_missing /properties/order_id | property_missing /properties/total | "
      "amount_unreadable /properties/revenue | amount_unreadable /properties/products/1/price | "
      "amount_too_large /properties/products/0 | -");
  EXPECT_EQ(told[3].raw, R"({"type":"track","event":"x","timestamp":"yesterday"})");
}

TEST(Segment, AnEventThatIsTooLargeDoesNotSpoilItsBatch) {
  const Told told = segment(fmt::format(
      R"({{"batch":[{{"type":"track","event":"a","properties":{{"x":"{}"}}}},{{"type":"track","event":"b"}}]}})",
      std::string(kEventBytesMax, 'x')));
  EXPECT_EQ(told.faults(), "event_too_large  | -");
}

TEST(Segment, WhatTellsAboutAPersonGoesApart) {
  const Told told = segment(R"({"batch":[
    {"type":"identify","userId":"u","traits":{"email":"a@example.com","phone":"+31201234567","name":"Ann"}},
    {"type":"track","event":"Order Completed","properties":{"order_id":1,"email":"b@example.com",
      "billing_address":{"city":"Delft"},"gift":true}}]})");
  EXPECT_EQ(told.text(0), "identified user=u email=a@example.com phone=+31201234567");
  EXPECT_EQ(
      told[0].props,
      R"({"$private":{"traits":{"email":"a@example.com","phone":"+31201234567","name":"Ann"}}})");
  EXPECT_EQ(told[1].props, R"({"$private":{"billing_address":{"city":"Delft"}},"gift":true})");
  EXPECT_EQ(told.text(1), "order_completed email=b@example.com order=1/");
}

TEST(Segment, NamesBecomeKinds) {
  const auto kind = [](std::string_view name) {
    return std::string(segment(fmt::format(R"({{"type":"track","event":"{}"}})", name))[0].kind);
  };
  EXPECT_EQ(kind("Products Searched"), "products_searched");
  EXPECT_EQ(kind("view_item"), "product_viewed");
  EXPECT_EQ(kind("add_to_cart"), "product_added");
  EXPECT_EQ(kind("begin_checkout"), "checkout_started");
  EXPECT_EQ(kind("Viewed Product"), "product_viewed");
  EXPECT_EQ(kind("  Café -- Bezocht!"), "cafe_bezocht");
  EXPECT_EQ(kind("offerte_aangevraagd"), "offerte_aangevraagd");
  EXPECT_EQ(kind(std::string(300, 'x')), std::string(65, 'x'));
}

TEST(Segment, WhatIsNoRequestIsNotRead) {
  for (const auto* body : {"", "[]", "{", "null", "5", "a=b"})
    EXPECT_EQ(read_segment({.body = body}).error(), Unreadable::no_request) << body;
}

TEST(Segment, WhatIsTooMuchIsNotRead) {
  const auto read = [](std::string_view item, std::size_t times) {
    std::string body(R"({"batch":[0)");
    for (std::size_t i = 0; i < times; ++i)
      body.append(",").append(item);
    return read_segment({.body = body + "]}"});
  };
  EXPECT_EQ(read("1", kEventsMax - 1)->drafts.size(), kEventsMax);
  EXPECT_EQ(read("1", kEventsMax).error(), Unreadable::too_large);
  EXPECT_EQ(read("[1,2,3,4,5,6,7,8,9]", Tree::kValuesMax / 10).error(), Unreadable::too_large);
}

// ---- PostHog

TEST(PostHog, DistinctIdIsAUserUnlessItSaysOtherwise) {
  const Told told = posthog(R"({"api_key":"slk_2","sent_at":"2026-11-22T10:00:00Z","batch":[
    {"event":"purchase","distinct_id":"u1","uuid":"m1","properties":{"transaction_id":"t","value":3,"$lib":"x"}},
    {"event":"$pageview","distinct_id":"d1","properties":{"$device_id":"d1","$pathname":"/a","utm_campaign":"c"}},
    {"event":"$identify","distinct_id":"u1","properties":{"$anon_distinct_id":"d1","$set":{"email":"a@example.com"}}},
    {"event":"$create_alias","distinct_id":"u1","properties":{"distinct_id":"u1","alias":"d2"}},
    {"event":"$merge_dangerously","distinct_id":"u1","properties":{"alias":"u2"}}]})");
  EXPECT_EQ(told.reading->key, "slk_2");
  EXPECT_EQ(told.text(0), "order_completed m1 user=u1 revenue=3.00 order=t/");
  EXPECT_EQ(told[0].props, R"({"value":3})");
  EXPECT_EQ(told.text(1), "page_viewed device=d1 campaign=c");
  EXPECT_EQ(told.text(2), "identified user=u1 device=d1 email=a@example.com");
  EXPECT_EQ(told[2].props, R"({"$private":{"traits":{"email":"a@example.com"}}})");
  EXPECT_EQ(told.text(3), "aliased user=u1 device=d2");
  EXPECT_EQ(told.text(4), "aliased user=u1 device=u2");
}

// ---- Snowplow

TEST(Snowplow, AnOrderComesWithItsItems) {
  const Told told = snowplow(R"({"schema":"iglu:x","data":[
    {"e":"tr","aid":"slk_3","eid":"m1","uid":"u","tr_id":"o","tr_tt":"24.2","tr_tx":"4.2","tr_sh":"0","tr_cu":"EUR"},
    {"e":"ti","eid":"m2","uid":"u","ti_id":"o","ti_sk":"A","ti_pr":"8","ti_qu":"2"},
    {"e":"ti","eid":"m3","uid":"u","ti_id":"other","ti_sk":"A","ti_pr":"8","ti_qu":"2"}]})");
  EXPECT_EQ(told.reading->key, "slk_3");
  EXPECT_EQ(told.text(0), "order_completed m1 user=u revenue=4.00 EUR order=o/");
  EXPECT_EQ(told.text(1), "order_line m2 user=u product=A quantity=2.00 revenue=16.00 order=o/A");
  EXPECT_EQ(told.text(2), "order_line m3 user=u product=A quantity=2.00 order=other/A");
}

TEST(Snowplow, EventsDescribeThemselves) {
  // {"data":{"schema":"iglu:com.shop/order_completed/jsonschema/1-0-0","data":{"order_id":"1","revenue":3}}}
  const Told told =
      snowplow(R"({"data":[{"e":"ue","dtm":"1795337897978","stm":"1795337897981","ue_px":
    "eyJkYXRhIjp7InNjaGVtYSI6ImlnbHU6Y29tLnNob3Avb3JkZXJfY29tcGxldGVkL2pzb25zY2hlbWEvMS0wLTAiLCJkYXRhIjp7Im9yZGVyX2lkIjoiMSIsInJldmVudWUiOjN9fX0"},
    {"e":"ue","ue_pr":"{\"data\":{\"schema\":\"iglu:a/link_click/jsonschema/1-0-1\",\"data\":{\"targetUrl\":\"x\"}}}"},
    {"e":"se","se_ca":"shop","se_ac":"add_to_cart","se_la":"S"},
    {"e":"pv","url":"https://shop.example/?utm_campaign=sp%20ring#x","page":"Home","duid":"d"},
    {"e":"ue","ue_px":"%"}, {"e":"??"}]})");
  EXPECT_EQ(told.text(0), "order_completed revenue=3.00 order=1/");
  EXPECT_EQ(told[0].ts->micros(), 1'795'337'897'978'000);
  EXPECT_EQ(told.text(1), "link_click");
  EXPECT_EQ(told.text(2), "product_added");
  EXPECT_EQ(told[2].props, R"({"category":"shop","label":"S"})");
  EXPECT_EQ(told.text(3), "page_viewed device=d campaign=sp ring");
  EXPECT_EQ(told.faults(), "- | - | - | - | unreadable /ue_pr | kind_missing /e");
}

// ---- Matomo

TEST(Matomo, AHitIsAQuery) {
  const Told told =
      matomo({.query = "idsite=slk_4&rec=1&uid=u&url=https%3A%2F%2Fshop.example%2Fx&action_name=X"
                       "&cdt=2026-11-22%2010%3A00%3A00"});
  EXPECT_EQ(told.reading->key, "slk_4");
  EXPECT_EQ(told.text(0), "page_viewed user=u");
  EXPECT_EQ(to_string(*told[0].ts), "2026-11-22T10:00:00Z");
  EXPECT_EQ(told[0].props, R"({"url":"https://shop.example/x","title":"X"})");
}

TEST(Matomo, OrdersComeWithTax) {
  const Told told = matomo(
      {.query = "idsite=1&rec=1&_id=d&idgoal=0&ec_id=o&revenue=24.20&ec_tx=4.20&ec_sh=0&ec_items="
                "%5B%5B%22A%22%2C%22Lamp%22%2C%22Light%22%2C8%2C2%5D%5D"});
  EXPECT_EQ(told.text(0), "order_completed device=d revenue=4.00 order=o/");
  EXPECT_EQ(told.text(1), "order_line device=d product=A quantity=2.00 revenue=16.00 order=o/A");
  EXPECT_EQ(matomo({.query = "idgoal=0&ec_id=o&ec_items=%5B"}).faults(), "unreadable ?ec_items");
}

TEST(Matomo, ManyHitsComeAsJson) {
  const Told told = matomo(
      {.body =
           R"({"requests":["?e_c=a&e_a=Play&uid=u","?search=lamp&uid=u","?uid=%C3%28",5],"token_auth":"slk_5"})"});
  EXPECT_EQ(told.reading->key, "slk_5");
  EXPECT_EQ(told.text(0), "play user=u");
  EXPECT_EQ(told.text(1), "products_searched user=u");
  EXPECT_EQ(told.faults(), "- | - | text_not_utf8  | -");
}

// ---- Umami and Plausible: who it was is known for a day

TEST(Umami, AVisitorIsTheSameForADay) {
  const auto seen = [](std::string_view peer, std::string_view moment) {
    constexpr std::string_view kBody =
        R"({"type":"event","payload":{"website":"slk_6","url":"/a?utm_campaign=c"}})";
    const auto reading = read_umami(
        {.body = kBody, .peer = peer, .device = "x", .received = *parse_instant(moment)});
    return std::string(reading->drafts[0].identities[0].value);
  };
  const auto first = seen("192.0.2.1", "2026-11-22T10:00:00Z");
  EXPECT_EQ(first, seen("192.0.2.1", "2026-11-22T23:59:59Z"));
  EXPECT_NE(first, seen("192.0.2.2", "2026-11-22T10:00:00Z"));
  EXPECT_NE(first, seen("192.0.2.1", "2026-11-23T10:00:00Z"));
}

TEST(Umami, EventsAndIdentificationsAreRead) {
  EXPECT_EQ(
      umami(
          R"({"type":"event","payload":{"website":"w","name":"purchase","id":"u","data":{"transaction_id":"t","value":2}}})")
          .text(0),
      "order_completed user=u revenue=2.00 order=t/");
  const Told told = umami(
      R"({"type":"identify","payload":{"website":"w","data":{"sessionId":"s","email":"a@example.com"}}})");
  EXPECT_EQ(told.text(0), "identified user=s email=a@example.com");
  EXPECT_EQ(umami(R"({"type":"x","payload":{"id":1}})").faults(), "kind_missing /type");
}

TEST(Plausible, OneLetterWillDo) {
  const Told told = plausible(
      R"({"n":"pageview","u":"https://shop.example/?utm_campaign=c","d":"slk_7","p":{"a":1}})");
  EXPECT_EQ(told.reading->key, "slk_7");
  EXPECT_EQ(told[0].kind, "page_viewed");
  EXPECT_EQ(told[0].campaign, "c");
  EXPECT_EQ(told[0].props, R"({"url":"https://shop.example/?utm_campaign=c","a":1})");
}

}  // namespace
}  // namespace sluis::connectors::ingest
