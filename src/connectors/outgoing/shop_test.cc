// What Shopify is asked and what its answers mean, in the shapes that its documentation gives.
#include "connectors/outgoing/shop.h"

#include <gtest/gtest.h>

#include "connectors/ingest/tree.h"

namespace sluis::connectors::outgoing {
namespace {

const Place kPlace{
    .address = "https://x.myshopify.com", .access = "shpat_1", .location = "gid://L/1"};

Item item(const std::string& sku, std::int64_t units) {
  Item item{.intent = {}, .sku = {sku}, .learnt = {}, .units = units, .price = Micro(24'200'000)};
  item.learnt = Learnt{.theirs = "gid://V/" + sku, .parent = "gid://P/1", .item = "gid://I/" + sku};
  return item;
}
client::OutgoingAnswer answer(const std::string& body) {
  return {.status = 200, .headers = {}, .body = body};
}

TEST(Shopify, IsToldAbsoluteNumbersUnderTheIdOfTheCall) {
  const std::vector<Item> items = {item("A", 3), item("B", 0)};
  const auto request = shopify_shop().tell(kPlace, CallId(1), Kind::stock, items);
  EXPECT_EQ(request.address, "https://x.myshopify.com/admin/api/2026-04/graphql.json");
  const auto tree = ingest::Tree::parse(request.body);
  ASSERT_TRUE(tree);
  const auto variables = tree->root()["variables"];
  EXPECT_EQ(variables["call"].text(), to_string(CallId(1)));
  const auto first = *variables["input"]["quantities"].begin();
  EXPECT_EQ(first["inventoryItemId"].text(), "gid://I/A");
  EXPECT_EQ(first["locationId"].text(), "gid://L/1");
  EXPECT_EQ(first["quantity"].scalar(), "3");
  EXPECT_TRUE(first["changeFromQuantity"].is(ingest::Kind::null));
  const auto priced = shopify_shop().tell(kPlace, CallId(1), Kind::price, items);
  EXPECT_NE(priced.body.find(R"({"id":"gid://V/B","price":"24.20"})"), std::string::npos);
}

TEST(Shopify, OneErrorHoldsUpOnlyTheItemThatItIsAbout) {
  const std::vector<Item> items = {item("A", 3), item("B", 0)};
  const auto told = shopify_shop().told(answer(R"({"data":{"inventorySetQuantities":{"userErrors":[
      {"field":["input","quantities","1","inventoryItemId"],"message":"Not stocked here"}]}}})"),
                                        items);
  ASSERT_TRUE(told);
  EXPECT_TRUE(told->items[0].once_more);
  ASSERT_TRUE(told->items[1].refusal);
  EXPECT_EQ(told->items[1].refusal->message().in(Language::en),
            "The shop refuses it: Not stocked here");
}

TEST(Shopify, AsksToWaitInPoints) {
  const std::vector<Item> items = {item("A", 3)};
  const auto throttled = shopify_shop().told(
      answer(R"({"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],"extensions":
      {"cost":{"requestedQueryCost":110,"throttleStatus":{"currentlyAvailable":10,"restoreRate":50}}}})"),
      items);
  ASSERT_FALSE(throttled);
  EXPECT_TRUE(is(throttled.error(), SendRefusal::told_to_wait));
  EXPECT_EQ(throttled.error().retry_after_s(), 2);
  const auto found = shopify_shop().looked_up(answer(
      R"({"data":{"location":{"id":"gid://L/1"},"productVariants":{"nodes":[{"id":"gid://V/1",
      "sku":"A","product":{"id":"gid://P/1"},"inventoryItem":{"id":"gid://I/1"}}]}},"extensions":
      {"cost":{"requestedQueryCost":20,"throttleStatus":{"currentlyAvailable":0,"restoreRate":10}}}})"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->location, "gid://L/1");
  EXPECT_EQ(found->found.at(0).second.item, "gid://I/1");
  EXPECT_EQ(found->wait, std::chrono::seconds(2));
}

TEST(Shopify, WaitsAnHourAtMostWhateverIsAsked) {
  const std::vector<Item> items = {item("A", 3)};
  for (const std::string points : {"1e308", "\"inf\"", "\"nan\""}) {
    const auto throttled = shopify_shop().told(
        answer(R"({"errors":[{"extensions":{"code":"THROTTLED"}}],"extensions":{"cost":{)"
               R"("requestedQueryCost":)" +
               points + R"(,"throttleStatus":{"currentlyAvailable":0,"restoreRate":1e-300}}}})"),
        items);
    ASSERT_FALSE(throttled);
    EXPECT_LE(throttled.error().retry_after_s().value_or(0), 3600) << points;
  }
}

TEST(Shopify, SaysNoMoreThanFitsOnAScreen) {
  const auto told = shopify_shop().looked_up(
      answer(R"({"errors":[{"message":"\u0000)" + std::string(100'000, 'x') + R"("}]})"));
  ASSERT_FALSE(told);
  EXPECT_LT(told.error().message().in(Language::en).size(), 400u);
}

TEST(WooCommerce, CallsNothingByANameThatIsNoNumber) {
  const auto found = woocommerce_shop().looked_up(answer(
      R"([{"id":"7,\"x\":1","sku":"A"},{"id":7,"sku":"B","type":"variation","parent_id":"../orders"}])"));
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->found.empty());
}

}  // namespace
}  // namespace sluis::connectors::outgoing
