#include "catalog/catalog.h"

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "catalog/testing.h"
#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"

namespace sluis::catalog {
namespace {

using store::Snapshot;
using testing::pointers;
using testing::price_of;
using testing::why;

class CatalogTest : public testing::CatalogTest {
 protected:
  std::vector<std::string> names(const ProductQuery& query) {
    return store()
        .snapshot([&](Snapshot& snapshot) -> Result<std::vector<std::string>> {
          std::vector<std::string> names;
          for (const ListedProduct& one : products(snapshot, query).products)
            names.push_back(one.name.text);
          return names;
        })
        .value();
  }
};
SLUIS_ON_BOTH_HOMES(CatalogTest);

TEST_P(CatalogTest, EverythingOfAVariantComesBack) {
  const channels::Channel channel = shop();
  VariantDetails details = size("M");
  details.gtin = {true, Gtin{"4006381333931"}};
  details.cost = {true, Micro(7'250'000)};
  Price offer = price_of(15);
  offer.channel = channel.id;
  offer.segment = SegmentId(3);
  offer.from = clock_.now();
  offer.to = clock_.now() + std::chrono::hours(2);
  details.prices = {true, {price_of(20), offer}};
  const Variant made = add_one(shirt(), "SHIRT-M", details).value();
  EXPECT_EQ(found(made.id), made);
  EXPECT_EQ(made.version, 1);
  EXPECT_EQ(made.prices.size(), 2u);
}

TEST_P(CatalogTest, ASkuAGtinAndValuesBelongToOneVariant) {
  const Product product = shirt();
  VariantDetails medium = size("M");
  medium.gtin = {true, Gtin{"4006381333931"}};
  ASSERT_TRUE(add_one(product, "SHIRT-M", medium));
  EXPECT_EQ(why(add_one(product, "shirt-m", size("L"))), &kind_of(CatalogRefusal::sku_taken));
  VariantDetails large = size("L");
  large.gtin = medium.gtin;
  EXPECT_EQ(why(add_one(product, "SHIRT-L", large)), &kind_of(CatalogRefusal::gtin_taken));
  EXPECT_EQ(why(add_one(product, "SHIRT-X", size("M"))), &kind_of(CatalogRefusal::values_taken));
  const Variant other = add_one(product, "SHIRT-L", size("L")).value();
  EXPECT_EQ(why(changed(other, size("M"))), &kind_of(CatalogRefusal::values_taken));
  EXPECT_EQ(why(changed(other, large)), &kind_of(CatalogRefusal::gtin_taken));
}

TEST_P(CatalogTest, OptionsStayInNumberOnceThereAreVariants) {
  const Product product = shirt();
  ASSERT_TRUE(add_one(product, "SHIRT-M", size("M")));
  ProductChange change;
  change.options = {true, {{"Size"}, {"Colour"}}};
  EXPECT_EQ(why(changed(product, change)), &kind_of(CatalogRefusal::options_in_use));
  change.options = {true, {{"Maat"}}};
  EXPECT_EQ(changed(product, change).value().options.at(0).text, "Maat");
}

TEST_P(CatalogTest, RefusalsNameTheFieldsThatAreWrong) {
  VariantDetails details;
  Price nowhere = price_of(1);
  nowhere.channel = ChannelId(1);
  details.prices = {true, {nowhere}};
  const auto refused = add_one(shirt(), "SHIRT-M", details);
  EXPECT_EQ(why(refused), &kind_of(JsonRefusal::invalid));
  EXPECT_EQ(pointers(refused.error().fields()), std::vector<std::string>{"/option_values"});
  details.option_values = {true, {{"M"}}};
  EXPECT_EQ(pointers(add_one(shirt(), "SHIRT-M", details).error().fields()),
            std::vector<std::string>{"/prices/0/channel"});
}

TEST_P(CatalogTest, WhatIsNotThereIsNamed) {
  const auto in_snapshot = [&](auto f) { return store().snapshot(f); };
  const auto nobody = in_snapshot([](Snapshot& s) { return product(s, ProductId(1)); });
  EXPECT_EQ(why(nobody), &kind_of(CatalogRefusal::product_unknown));
  const auto none = in_snapshot([](Snapshot& s) { return variant(s, VariantId(1)); });
  EXPECT_EQ(why(none), &kind_of(CatalogRefusal::variant_unknown));
  const Variant made = add_one(shirt(), "SHIRT-M", size("M")).value();
  const Buyer who{.channel = ChannelId(1), .segments = {}, .currency = {}, .at = clock_.now()};
  const auto unpriced = in_snapshot([&](Snapshot& s) { return price(s, made.id, who); });
  EXPECT_EQ(why(unpriced), &kind_of(CatalogRefusal::no_price));
}

TEST_P(CatalogTest, AStaleChangeIsRefusedAndOneThatChangesNothingKeepsTheVersion) {
  const Product product = shirt();
  ProductChange rename;
  rename.name = {true, {"T-shirt"}};
  EXPECT_EQ(changed(product, rename).value().version, 2);
  EXPECT_EQ(why(changed(product, rename)), &kind_of(api::ApiRefusal::version_changed));
  const Variant variant = add_one(product, "SHIRT-M", size("M")).value();
  EXPECT_EQ(changed(variant, size("M")).value(), variant);
  EXPECT_EQ(changed(variant, size("L")).value().version, 2);
  EXPECT_EQ(why(changed(variant, size("XL"))), &kind_of(api::ApiRefusal::version_changed));
}

TEST_P(CatalogTest, FindsByWordsCategoryAndState) {
  ASSERT_TRUE(add_one(shirt(), "SH-100", size("M")));
  ProductDetails details;
  details.category = {true, {"Clothing"}};
  ASSERT_TRUE(add_one("Pantalón", details));
  using Names = std::vector<std::string>;
  EXPECT_EQ(names({.search = "", .category = "Clothing", .state = {}, .after = {}}),
            (Names{"Pantalón", "Shirt"}));
  EXPECT_EQ(names({.search = "", .category = "Clothing / Shirts", .state = {}, .after = {}}),
            Names{"Shirt"});
  EXPECT_EQ(names({.search = "", .category = "Cloth%", .state = {}, .after = {}}), Names{});
  EXPECT_EQ(names({.search = "sh-1", .category = "", .state = {}, .after = {}}), Names{"Shirt"});
  EXPECT_EQ(names({.search = "PANTALON", .category = "", .state = {}, .after = {}}),
            Names{"Pantalón"});
  EXPECT_EQ(names({.search = "", .category = "", .state = State::draft, .after = {}}),
            Names{"Pantalón"});
}

TEST_P(CatalogTest, PagesGiveEachProductAndVariantOnce) {
  const Product product = shirt();
  for (int i = 0; i < 5; ++i) {
    clock_.advance(std::chrono::seconds(1));
    ASSERT_TRUE(add_one("Same name"));
    ASSERT_TRUE(add_one(product, "sku-" + std::to_string(i), size(std::to_string(i))));
  }
  store()
      .snapshot([&](Snapshot& snapshot) -> Result<void> {
        for (const Sort sort : {Sort::name, Sort::changed}) {
          std::set<ProductId> seen;
          ProductQuery query{
              .search = "", .category = "", .state = {}, .sort = sort, .after = {}, .limit = 2};
          do {
            const ProductList page = products(snapshot, query);
            for (const ListedProduct& one : page.products)
              EXPECT_TRUE(seen.insert(one.id).second);
            query.after = page.next;
          } while (query.after);
          EXPECT_EQ(seen.size(), 6u);
        }
        VariantQuery query{.search = "shirt", .product = product.id, .after = "", .limit = 2};
        const VariantList first = variants(snapshot, query);
        EXPECT_EQ(first.next, "sku-1");
        query.after = "SKU-3";
        EXPECT_EQ(variants(snapshot, query).variants.at(0).sku.text, "sku-4");
        return {};
      })
      .value();
}

TEST_P(CatalogTest, OfManyWhoTakeASkuAtOnceOneGetsIt) {
  const Product product = shirt();
  std::atomic<int> won = 0;
  std::atomic<int> taken = 0;
  {
    std::vector<std::jthread> people;
    for (int i = 0; i < 8; ++i) {
      people.emplace_back([&, i] {
        const auto result = add_one(product, "SHIRT", size(std::to_string(i)));
        won += result.has_value();
        taken += why(result) == &kind_of(CatalogRefusal::sku_taken);
      });
    }
  }
  EXPECT_EQ(won, 1);
  EXPECT_EQ(taken, 7);
}

TEST_P(CatalogTest, OfManyWhoGiveTheSameGtinAtOnceOneGetsItAndTheOthersHearWhy) {
  const Product product = shirt();
  std::vector<Variant> sizes;
  for (int i = 0; i < 8; ++i) {
    const auto text = std::to_string(i);
    sizes.push_back(add_one(product, "SHIRT-" + text, size(text)).value());
  }
  std::atomic<int> won = 0;
  std::atomic<int> taken = 0;
  const auto give = [&](int i) {
    VariantDetails details = size(std::to_string(i));
    details.gtin = {true, Gtin{"4006381333931"}};
    // Half of them to variants that are there, half to new ones.
    const auto changes = i % 2 == 0;
    const auto values = "new " + std::to_string(i);
    if (!changes) details.option_values = {true, {{values}}};
    const auto result =
        changes ? changed(sizes[i], details) : add_one(product, "NEW-" + values, details);
    won += result.has_value();
    taken += why(result) == &kind_of(CatalogRefusal::gtin_taken);
  };
  {
    std::vector<std::jthread> people;
    for (int i = 0; i < 8; ++i)
      people.emplace_back([&, i] { give(i); });
  }
  EXPECT_EQ(won, 1);
  EXPECT_EQ(taken, 7);
}

TEST_P(CatalogTest, ABundleIsMadeOfVariantsAndStaysOne) {
  const Product product = shirt();
  const Variant medium = add_one(product, "SHIRT-M", size("M")).value();
  VariantDetails details = size("two");
  details.parts = {true, {{medium.id, {2}}}};
  const Variant bundle = add_one(product, "SHIRT-2", details).value();
  EXPECT_TRUE(bundle.bundle);
  EXPECT_EQ(found(bundle.id), bundle);
  const auto places = [&](const Result<Variant>& result) {
    return pointers(result.error().fields());
  };
  VariantDetails nested = size("four");
  nested.parts = {true, {{bundle.id, {2}}}};
  EXPECT_EQ(places(add_one(product, "SHIRT-4", nested)),
            std::vector<std::string>{"/parts/0/variant"});
  nested.parts = {true, {{VariantId(1), {2}}}};
  EXPECT_EQ(places(add_one(product, "SHIRT-4", nested)),
            std::vector<std::string>{"/parts/0/variant"});
  nested.parts = {true, {{medium.id, {1}}, {medium.id, {1}}}};
  EXPECT_EQ(places(add_one(product, "SHIRT-4", nested)),
            std::vector<std::string>{"/parts/1/variant"});
  VariantDetails none;
  none.parts = {true, {}};
  EXPECT_EQ(places(changed(bundle, none)), std::vector<std::string>{"/parts"});
  VariantDetails some;
  some.parts = details.parts;
  EXPECT_EQ(places(changed(medium, some)), std::vector<std::string>{"/parts"});
  some.parts.value[0].quantity = {3};
  EXPECT_EQ(changed(bundle, some).value().parts[0].quantity.number, 3);
}

TEST_P(CatalogTest, OnlyWhatIsOnSaleIsSold) {
  const Product product = shirt();
  const Variant medium = add_one(product, "SHIRT-M", size("M")).value();
  const auto sold = [&](VariantId id) {
    return store().snapshot([&](Snapshot& s) { return sellable(s, id); });
  };
  EXPECT_EQ(sold(medium.id).value().sku.text, "SHIRT-M");
  EXPECT_EQ(why(sold(VariantId(1))), &kind_of(CatalogRefusal::variant_unknown));
  VariantDetails gone;
  gone.active = {true, false};
  ASSERT_TRUE(changed(medium, gone));
  EXPECT_EQ(why(sold(medium.id)), &kind_of(CatalogRefusal::not_on_sale));
  const Product draft = add_one("Draft").value();
  const Variant early = add_one(draft, "EARLY", {}).value();
  EXPECT_EQ(why(sold(early.id)), &kind_of(CatalogRefusal::not_on_sale));
}

TEST_P(CatalogTest, EveryChangeIsToldOnce) {
  const Product product = shirt();
  ProductChange rename;
  rename.name = {true, {"T-shirt"}};
  ASSERT_TRUE(changed(product, rename));
  const Variant variant = add_one(product, "SHIRT-M", size("M")).value();
  ASSERT_TRUE(changed(variant, size("L")));
  const auto facts = store().snapshot([](Snapshot& s) -> Result<std::vector<outbox::Fact>> {
    return outbox::facts_after(s, {}, 100);
  });
  std::vector<std::string> topics;
  for (const outbox::Fact& fact : facts.value())
    topics.push_back(fact.topic);
  EXPECT_EQ(topics, (std::vector<std::string>{"catalog.product_added", "catalog.product_changed",
                                              "catalog.variant_added", "catalog.variant_changed"}));
}

}  // namespace
}  // namespace sluis::catalog
