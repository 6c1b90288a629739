// What goes over the wire, and the statuses: pure.
#include <gtest/gtest.h>

#include "connectors/signing.h"
#include "connectors/woocommerce/oauth.h"
#include "connectors/woocommerce/orders.h"
#include "connectors/woocommerce/refusals.h"

namespace sluis::connectors::woocommerce {
namespace {

ingest::Tree tree_of(std::string_view json) {
  return ingest::Tree::parse(json).value();
}

WireProduct shirt() {
  Offer offer{.number = 3, .product = {}, .variant = {}, .price = Micro(24'200'000), .free = 4};
  offer.product.name = {"Shirt"};
  offer.product.state = catalog::State::on_sale;
  offer.variant.sku = {"SHIRT-M"};
  offer.variant.option_values = {{"M"}, {"blue"}};
  return wire_of(offer);
}

// The example of RFC 5849, 3.4.1.1, without its body.
TEST(WooSignatureTest, IsTakenOverOneCanonicalForm) {
  const api::Parameters parameters = {{"b5", "=%3D"},
                                      {"a3", "a"},
                                      {"c@", ""},
                                      {"a2", "r b"},
                                      {"oauth_signature", "bYT5CMsGcbgUdFHObYMEfcx6bsw="},
                                      {"oauth_nonce", "7d8f3e4a"},
                                      {"c2", ""},
                                      {"a3", "2 q"}};
  EXPECT_EQ(signed_text("POST", "http://example.com/request", parameters),
            "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D"
            "%253D%25253D%26c%2540%3D%26c2%3D%26oauth_nonce%3D7d8f3e4a");
  // RFC 4231, test case 2, in base64.
  EXPECT_TRUE(is_signed({"other", "Jefe"}, "what do ya want for nothing?",
                        "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM="));
  EXPECT_FALSE(is_signed({"other"}, "what do ya want for nothing?", ""));
}

TEST(WooProductTest, IsShownByItsVariant) {
  const WireProduct wire = shirt();
  EXPECT_EQ(wire.name, "Shirt - M, blue");
  EXPECT_EQ(wire.regular_price, "24.20");
  EXPECT_EQ(wire.stock_status, "instock");
  EXPECT_TRUE(wire.purchasable);
}

TEST(WooProductTest, OnlyStockAndPriceAreSet) {
  const auto wished = [](std::string_view json) { return wish_of(tree_of(json).root(), shirt()); };
  const ProductWish both =
      wished(R"({"stock_quantity":"7","regular_price":22.99,"weight":"2","sku":"SHIRT-M"})")
          .value();
  EXPECT_EQ(both.stock->number, 7);
  EXPECT_EQ(*both.price, Micro(22'990'000));
  // All that is shown may come back as it is.
  EXPECT_TRUE(wished(to_json(shirt())));
  EXPECT_TRUE(is(wished(R"({"sku":"OTHER"})").error(), WooRefusal::field_not_settable));
  for (const std::string_view wrong :
       {R"({"stock_quantity":-1})", R"({"stock_quantity":1.5})", R"({"stock_quantity":1e9})",
        R"({"regular_price":"-3"})", R"({"regular_price":"a lot"})"}) {
    EXPECT_TRUE(is(wished(wrong).error(), WooRefusal::rest_invalid_param)) << wrong;
  }
}

TEST(WooOrderTest, WhatIsAskedForIsReadWhole) {
  const OrderWish wish = order_wish_of(tree_of(R"({"payment_method":"my_bank","set_paid":true,
        "billing":{"first_name":"Kim","last_name":"Jansen","email":"kim@example.com",
                   "address_1":"Dam 1","postcode":"1012","city":"Amsterdam","country":"NL"},
        "line_items":[{"product_id":3,"quantity":2,"total":"40.00"},{"sku":"LAMP","quantity":1}],
        "shipping_lines":[{"total":"4.00","total_tax":"0.84"}],"coupon_lines":[{"code":"TEN"}]})")
                                           .root())
                             .value();
  ASSERT_EQ(wish.lines.size(), 2);
  EXPECT_EQ(wish.lines[0].product, 3);
  EXPECT_EQ(*wish.lines[0].total, Micro(40'000'000));
  EXPECT_EQ(wish.lines[1].sku, "LAMP");
  EXPECT_EQ(*wish.transport, Micro(4'840'000));
  EXPECT_EQ(wish.voucher, "TEN");
  EXPECT_EQ(wish.payment_method.text, "my-bank");
  EXPECT_EQ(wish.status, Status::processing);
  EXPECT_EQ(wish.buyer.name->text, "Kim Jansen");
  EXPECT_EQ(wish.buyer.address->text, "Dam 1\n1012 Amsterdam");
}

TEST(WooOrderTest, WhatCannotBeReadIsNamed) {
  for (const std::string_view wrong :
       {R"({"line_items":[{"quantity":1}]})", R"({"line_items":[{"product_id":3,"quantity":0}]})",
        R"({"line_items":[{"product_id":3,"quantity":1.5}]})", R"({"status":"lost"})",
        R"({"currency":"XXQ"})", R"({"coupon_lines":[{"code":"A"},{"code":"B"}]})"}) {
    const auto wish = order_wish_of(tree_of(wrong).root());
    ASSERT_FALSE(wish) << wrong;
    EXPECT_TRUE(is(wish.error(), WooRefusal::rest_invalid_param)) << wrong;
  }
}

// Whatever an order is, saying again what it is shown as changes nothing.
TEST(WooStatusTest, EveryStateIsShownAndStays) {
  for (const orders::State state : enum_values<orders::State>()) {
    const Status shown = status_of(state);
    EXPECT_EQ(act_for(state, shown), Act::nothing) << enum_name(state);
    EXPECT_EQ(status_named(name_of(shown)), shown);
    EXPECT_NE(std::ranges::count(states_shown_as(shown), state), 0);
    EXPECT_EQ(act_for(state, Status::on_hold), Act::impossible);
  }
}

}  // namespace
}  // namespace sluis::connectors::woocommerce
