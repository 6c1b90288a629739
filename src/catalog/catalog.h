// The catalog: what the company sells over all its channels, under which number, at what price.
#pragma once

#include "access/access.h"
#include "catalog/comparing.h"

namespace sluis {
struct Capability;
}

namespace sluis::catalog {

// Without a place for pictures its routes can be described, not called.
Capability capability(blobs::Blobs* blobs = nullptr);

enum class CatalogRefusal : std::uint8_t {
  product_unknown,
  variant_unknown,
  sku_taken,
  gtin_taken,
  values_taken,
  options_in_use,
  no_price,
  not_on_sale,
};
BOOST_DESCRIBE_ENUM(CatalogRefusal, product_unknown, variant_unknown, sku_taken, gtin_taken,
                    values_taken, options_in_use, no_price, not_on_sale)
const RefusalKind& kind_of(CatalogRefusal refusal);

enum class Sort : std::uint8_t { name, changed };
BOOST_DESCRIBE_ENUM(Sort, name, changed)

// Where a page of products ended: its last sort key and product.
struct ProductPlace {
  ProductId id;
  std::string key;
};
BOOST_DESCRIBE_STRUCT(ProductPlace, (), (id, key))

struct ProductQuery {
  std::string search;    // in name, category, SKUs and GTINs; any spelling of accents and capitals
  std::string category;  // this one and those below it; empty: all
  std::optional<State> state;
  Sort sort = Sort::name;  // by name from A to Z, by change the latest first
  std::optional<ProductPlace> after;
  std::int64_t limit = 100;
};

struct ListedProduct : Product {
  std::int64_t variants = 0;
};
BOOST_DESCRIBE_STRUCT(ListedProduct, (Product), (variants))

struct ProductList {
  std::vector<ListedProduct> products;
  std::optional<ProductPlace> next;
};
ProductList products(store::Snapshot& snapshot, const ProductQuery& query);

struct VariantQuery {
  std::string search;  // in SKU, GTIN, options and the name of the product
  std::optional<ProductId> product;
  std::string after;  // the SKU that the page before ended with
  std::int64_t limit = 100;
};

// A variant in a list: with what its product is called.
struct ListedVariant : VariantHead {
  Name name;
};
BOOST_DESCRIBE_STRUCT(ListedVariant, (VariantHead), (name))

struct VariantList {
  std::vector<ListedVariant> variants;  // in the order of their SKUs
  std::optional<std::string> next;
};
VariantList variants(store::Snapshot& snapshot, const VariantQuery& query);

Result<Product> product(store::Snapshot& snapshot, ProductId id);
Result<Variant> variant(store::Snapshot& snapshot, VariantId id);
Result<VariantHead> variant_head(store::Snapshot& snapshot, VariantId id);
std::optional<VariantId> variant_with(store::Snapshot& snapshot, const Sku& sku);
// In the order in which they were added.
std::vector<Variant> variants_of(store::Snapshot& snapshot, ProductId id);

// What whoever sells a variant has to know; refused when it is not on sale.
struct Sellable {
  Sku sku;
  bool bundle = false;
};
Result<Sellable> sellable(store::Snapshot& snapshot, VariantId id);
// What a bundle is made of; of any other variant nothing.
std::vector<Part> parts_of(store::Snapshot& snapshot, VariantId bundle);
// The bundles that it is a part of.
std::vector<VariantId> bundles_with(store::Snapshot& snapshot, VariantId part);

// For whom a price is asked, and when.
struct Buyer {
  ChannelId channel;
  std::vector<SegmentId> segments;
  Currency currency;
  Instant at;
};
// The one price that holds for a buyer: in the wanted currency, for this channel or all, for one of
// the segments or everybody, at this moment. Of several, the one for a segment goes before the one
// for everybody; then the one of the channel before the one of all channels; then the one that
// began last, so that an offer within a longer period holds as long as it lasts; then the lowest.
std::optional<Price> price_at(const std::vector<Price>& prices, const Buyer& buyer);
Result<Price> price(store::Snapshot& snapshot, VariantId id, const Buyer& buyer);

// Those for whom any variant has a price, now or in another period.
std::vector<SegmentId> segments_with_a_price(store::Snapshot& snapshot);

// What variants cost everybody at a moment in a currency, whatever the channel, with the class of
// their VAT: of several prices for one, price_at() chooses.
struct Offer : Price {
  VariantId variant;
  taxes::VatClass vat = taxes::VatClass::standard;
};
BOOST_DESCRIBE_STRUCT(Offer, (Price), (variant, vat))
std::vector<Offer> offers(store::Snapshot& snapshot, std::span<const VariantId> variants,
                          Currency currency, Instant at);

// Each of these is one change: guarded by the version that the caller has seen, told in the trail
// and to the outbox (topics catalog.product_added, _changed, catalog.variant_added, _changed), and
// refused with a problem for each field that is wrong.
Result<Product> add_product(store::Tx& tx, const access::Actor& actor, const ProductDraft& draft);
Result<Product> change_product(store::Tx& tx, const access::Actor& actor, ProductId id,
                               std::int64_t version, const ProductChange& change);
Result<Variant> add_variant(store::Tx& tx, const access::Actor& actor, ProductId product,
                            const VariantDraft& draft);
Result<Variant> change_variant(store::Tx& tx, const access::Actor& actor, VariantId id,
                               std::int64_t version, const VariantChange& change);

}  // namespace sluis::catalog
