// A page of what is incomplete, found by the store, is what the rule says of each product, on both
// homes.
#include "catalog/completeness.h"

#include <set>

#include <gtest/gtest.h>

#include "catalog/content.h"
#include "catalog/testing.h"
#include "kernel/random.h"

namespace sluis::catalog {
namespace {

using store::Snapshot;
using store::Tx;

class CompletenessTest : public testing::CatalogTest {
 protected:
  // Something of everything, by chance.
  void fill(Random& random, ChannelId channel) {
    const auto maybe = [&] { return random.below(2) == 0; };
    for (int i = 0; i < 24; ++i) {
      ProductDetails details;
      details.state = {true, random.below(6) == 0 ? State::ended : State::on_sale};
      if (maybe()) details.category = {true, {"Things"}};
      if (maybe()) details.description = {true, {"Said"}};
      details.options = {true, {{"Size"}}};
      const Product product = add_one(fmt::format("Thing {}", i), details).value();
      for (std::uint64_t v = random.below(3); v > 0; --v) {
        VariantDetails one = size(std::to_string(v));
        if (maybe()) one.cost = {true, Micro(1)};
        Price price = testing::price_of(1);
        if (maybe()) price.channel = channel;
        if (maybe()) price.to = clock_.now() + std::chrono::hours(random.below(2) == 0 ? 1 : 9);
        if (maybe()) one.prices = {true, {price}};
        ASSERT_TRUE(add_one(product, fmt::format("T{}-{}", i, v), one));
      }
      std::vector<Wording> texts;
      for (const std::string language : {"nl", "fr"}) {
        Wording text{.channel = {}, .language = {language}, .title = {}, .description = {"d"}};
        if (maybe()) text.channel = channel;
        if (maybe()) text.title = {"t"};
        if (maybe()) texts.push_back(text);
      }
      ContentChange change;
      change.texts = {true, texts};
      ASSERT_TRUE(
          store().unit([&](Tx& tx) { return change_content(tx, actor(), product.id, 1, change); }));
    }
  }
  void expect_same(ChannelId channel, const std::optional<Need>& need, Sort sort) {
    store()
        .snapshot([&](Snapshot& snapshot) -> Result<void> {
          const Instant now = clock_.now() + std::chrono::hours(2);
          std::set<ProductId> by_rule;
          for (const Incomplete& one : TRY(incomplete(snapshot, channel, need, now)))
            by_rule.insert(one.product);
          std::set<ProductId> found;
          ProductQuery query{.search = "", .category = "", .sort = sort, .limit = 5};
          do {
            const ProductList page = TRY(incomplete_products(snapshot, query, channel, need, now));
            for (const ListedProduct& one : page.products)
              EXPECT_TRUE(found.insert(one.id).second);
            query.after = page.next;
          } while (query.after);
          EXPECT_EQ(found, by_rule);
          return {};
        })
        .value();
  }
};
SLUIS_ON_BOTH_HOMES(CompletenessTest);

TEST_P(CompletenessTest, APageIsWhatTheRuleSays) {
  Random random(5);
  const ChannelId channel = shop().id;
  fill(random, channel);
  const std::vector<Need> all = {{Thing::title, LanguageCode{"nl"}},
                                 {Thing::title, LanguageCode{"fr"}},
                                 {Thing::description, LanguageCode{"nl"}},
                                 {Thing::description, LanguageCode{"en"}},
                                 {Thing::category, {}},
                                 {Thing::price, {}},
                                 {Thing::gtin, {}},
                                 {Thing::cost, {}}};
  std::int64_t version = 0;
  for (int round = 0; round < 12; ++round) {
    std::vector<Need> needs;
    for (const Need& one : all)
      if (random.below(3) == 0) needs.push_back(one);
    version = store()
                  .unit([&](Tx& tx) { return require(tx, actor(), channel, version, needs); })
                  .value()
                  .version;
    expect_same(channel, std::nullopt, round % 2 == 0 ? Sort::name : Sort::changed);
    for (const Need& one : needs)
      expect_same(channel, one, Sort::name);
  }
}

}  // namespace
}  // namespace sluis::catalog
