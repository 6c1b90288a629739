// The SQL of catalog: products, variants and prices.
#pragma once

#include <span>

#include "catalog/rules.h"

namespace sluis::catalog::sql {

std::optional<Product> product(store::Snapshot& snapshot, ProductId id);
std::optional<VariantHead> variant(store::Snapshot& snapshot, VariantId id);
std::vector<VariantHead> variants_of(store::Snapshot& snapshot, ProductId id);
std::vector<Price> prices(store::Snapshot& snapshot, VariantId id);
std::vector<SegmentId> segments_with_a_price(store::Snapshot& snapshot);
std::vector<Offer> offers(store::Snapshot& snapshot, std::span<const VariantId> variants,
                          Currency currency, Instant at);
std::vector<Part> parts(store::Snapshot& snapshot, VariantId id);
std::vector<VariantId> bundles_with(store::Snapshot& snapshot, VariantId part);

// What decides whether a variant is on sale.
struct Sale {
  Sku sku;
  bool active;
  bool bundle;
  State state;
};
BOOST_DESCRIBE_STRUCT(Sale, (), (sku, active, bundle, state))
std::optional<Sale> sale(store::Snapshot& snapshot, VariantId id);

// A page and one more row if there is a page behind it.
struct ProductRow : ListedProduct {
  std::string sort_key;
};
BOOST_DESCRIBE_STRUCT(ProductRow, (ListedProduct), (sort_key))
std::vector<ProductRow> products(store::Snapshot& snapshot, const ProductQuery& query);
// What a product must lack to be found, at least one of these; see Holding.
struct Lacking {
  ChannelId channel;
  LanguageCode company;  // the language of a product's own texts
  bool category = false;
  bool picture = false;
  bool description = false;                // in the company's language
  std::vector<LanguageCode> titles;        // in these others
  std::vector<LanguageCode> descriptions;  // in these others
  bool price = false;
  bool gtin = false;
  bool cost = false;
  Instant now;
};
// The same of products that have not ended and lack something.
std::vector<ProductRow> products(store::Snapshot& snapshot, const ProductQuery& query,
                                 const Lacking& lacking);
struct VariantRow : ListedVariant {
  std::string sku_key;
};
BOOST_DESCRIBE_STRUCT(VariantRow, (ListedVariant), (sku_key))
std::vector<VariantRow> variants(store::Snapshot& snapshot, const VariantQuery& query);

std::vector<CategoryTotal> categories(store::Snapshot& snapshot);

std::optional<VariantId> with_sku(store::Snapshot& snapshot, const Sku& sku);
std::optional<VariantId> with_gtin(store::Snapshot& snapshot, const Gtin& gtin);
// The variant of a product that has these values for its options.
std::optional<VariantId> with_values(store::Snapshot& snapshot, ProductId product,
                                     const std::vector<OptionValue>& values);

void insert(store::Tx& tx, const Product& product);
// False when `version` is not the present one, or variants stand in the way of other options.
bool update(store::Tx& tx, const Product& product, std::int64_t version);
// Makes room for one more variant: false when the product has got other options meanwhile.
bool count_variant(store::Tx& tx, const Product& product);

// False when its SKU, GTIN or values are taken.
bool insert(store::Tx& tx, const Variant& variant);
// False when `version` is not the present one, or GTIN or values are taken.
bool update(store::Tx& tx, const Variant& variant, std::int64_t version);
void replace_prices(store::Tx& tx, VariantId id, const std::vector<Price>& prices);
void replace_parts(store::Tx& tx, VariantId id, const std::vector<Part>& parts);

std::span<const store::Statement* const> statements();

}  // namespace sluis::catalog::sql
