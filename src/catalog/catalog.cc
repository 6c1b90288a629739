#include "catalog/catalog.h"

#include "catalog/changes.h"
#include "catalog/rules.h"
#include "catalog/store.h"
#include "company/company.h"
#include "kernel/assert.h"
#include "kernel/fold.h"

namespace sluis::catalog {
namespace {

constexpr RefusalKind kProductUnknown{"product_unknown",
                                      Category::not_found,
                                      Retry::useless,
                                      {"There is no such product.", "Dit product bestaat niet."}};
constexpr RefusalKind kVariantUnknown{"variant_unknown",
                                      Category::not_found,
                                      Retry::useless,
                                      {"There is no such variant.", "Deze variant bestaat niet."}};
constexpr RefusalKind kSkuTaken{"sku_taken",
                                Category::conflict,
                                Retry::useless,
                                {"There is already a variant with the SKU {0}. Choose another one.",
                                 "Er is al een variant met de SKU {0}. Kies een andere."}};
constexpr RefusalKind kGtinTaken{"gtin_taken",
                                 Category::conflict,
                                 Retry::useless,
                                 {"The GTIN {0} belongs to another variant already.",
                                  "De GTIN {0} hoort al bij een andere variant."}};
constexpr RefusalKind kValuesTaken{
    "variant_values_taken",
    Category::conflict,
    Retry::useless,
    {"The product already has a variant with the same options. Choose other values.",
     "Het product heeft al een variant met dezelfde opties. Kies andere waarden."}};
constexpr RefusalKind kOptionsInUse{
    "product_options_in_use",
    Category::conflict,
    Retry::useless,
    {"The product has variants with {0} options each; their number stays, their names may change.",
     "Het product heeft varianten met elk {0} opties; dat aantal blijft, de namen mogen anders."}};
constexpr RefusalKind kNoPrice{"variant_no_price",
                               Category::not_found,
                               Retry::useless,
                               {"{0} has no price in {1} at this moment for this channel.",
                                "{0} heeft op dit moment voor dit kanaal geen prijs in {1}."}};
constexpr RefusalKind kNotOnSale{
    "variant_not_on_sale",
    Category::conflict,
    Retry::useless,
    {"{0} is not on sale. Put its product on sale and use the variant again first.",
     "{0} is niet te koop. Zet eerst het product in de verkoop en de variant in gebruik."}};

Variant whole(store::Snapshot& snapshot, VariantHead head) {
  Variant variant;
  static_cast<VariantHead&>(variant) = std::move(head);
  variant.prices = sql::prices(snapshot, variant.id);
  if (variant.bundle) variant.parts = sql::parts(snapshot, variant.id);
  return variant;
}

}  // namespace

const RefusalKind& kind_of(CatalogRefusal refusal) {
  switch (refusal) {
    case CatalogRefusal::product_unknown:
      return kProductUnknown;
    case CatalogRefusal::variant_unknown:
      return kVariantUnknown;
    case CatalogRefusal::sku_taken:
      return kSkuTaken;
    case CatalogRefusal::gtin_taken:
      return kGtinTaken;
    case CatalogRefusal::values_taken:
      return kValuesTaken;
    case CatalogRefusal::options_in_use:
      return kOptionsInUse;
    case CatalogRefusal::no_price:
      return kNoPrice;
    case CatalogRefusal::not_on_sale:
      return kNotOnSale;
  }
  assertion_failed("a CatalogRefusal");
}

ProductList products(store::Snapshot& snapshot, const ProductQuery& query) {
  std::vector<sql::ProductRow> rows = sql::products(snapshot, query);
  ProductList list;
  if (std::cmp_greater(rows.size(), query.limit)) {
    rows.pop_back();
    list.next = ProductPlace{rows.back().id, rows.back().sort_key};
  }
  for (sql::ProductRow& row : rows)
    list.products.push_back(std::move(row));
  return list;
}

VariantList variants(store::Snapshot& snapshot, const VariantQuery& query) {
  VariantQuery folded_query = query;
  folded_query.after = folded(query.after);
  std::vector<sql::VariantRow> rows = sql::variants(snapshot, folded_query);
  VariantList list;
  if (std::cmp_greater(rows.size(), query.limit)) {
    rows.pop_back();
    list.next = rows.back().sku.text;
  }
  for (sql::VariantRow& row : rows)
    list.variants.push_back(std::move(row));
  return list;
}

std::vector<CategoryCount> categories(store::Snapshot& snapshot) {
  return tree_of(sql::categories(snapshot));
}

Result<Product> product(store::Snapshot& snapshot, ProductId id) {
  auto found = sql::product(snapshot, id);
  if (!found) return refuse(CatalogRefusal::product_unknown);
  return *std::move(found);
}

Result<Variant> variant(store::Snapshot& snapshot, VariantId id) {
  return whole(snapshot, TRY(variant_head(snapshot, id)));
}

Result<VariantHead> variant_head(store::Snapshot& snapshot, VariantId id) {
  auto found = sql::variant(snapshot, id);
  if (!found) return refuse(CatalogRefusal::variant_unknown);
  return *std::move(found);
}

std::optional<VariantId> variant_with(store::Snapshot& snapshot, const Sku& sku) {
  return sql::with_sku(snapshot, sku);
}

std::vector<Variant> variants_of(store::Snapshot& snapshot, ProductId id) {
  std::vector<Variant> variants;
  for (VariantHead& head : sql::variants_of(snapshot, id))
    variants.push_back(whole(snapshot, std::move(head)));
  return variants;
}

Result<Sellable> sellable(store::Snapshot& snapshot, VariantId id) {
  auto found = sql::sale(snapshot, id);
  if (!found) return refuse(CatalogRefusal::variant_unknown);
  if (!found->active || found->state != State::on_sale) {
    return refuse(CatalogRefusal::not_on_sale, found->sku.text);
  }
  return Sellable{std::move(found->sku), found->bundle};
}

std::vector<Part> parts_of(store::Snapshot& snapshot, VariantId bundle) {
  return sql::parts(snapshot, bundle);
}

std::vector<VariantId> bundles_with(store::Snapshot& snapshot, VariantId part) {
  return sql::bundles_with(snapshot, part);
}

Result<Price> price(store::Snapshot& snapshot, VariantId id, const Buyer& buyer) {
  const auto price = price_at(sql::prices(snapshot, id), buyer);
  if (price) return *price;
  const VariantHead found = TRY(variant_head(snapshot, id));
  return refuse(CatalogRefusal::no_price, found.sku.text, buyer.currency.code());
}

std::vector<SegmentId> segments_with_a_price(store::Snapshot& snapshot) {
  return sql::segments_with_a_price(snapshot);
}

std::vector<Offer> offers(store::Snapshot& snapshot, std::span<const VariantId> variants,
                          Currency currency, Instant at) {
  return sql::offers(snapshot, variants, currency, at);
}

Result<Product> add_product(store::Tx& tx, const access::Actor& actor, const ProductDraft& draft) {
  Product product{.id = actor.ids.next<ProductId>(), .created = actor.now};
  apply_change(draft, product);
  return insert(tx, actor, std::move(product));
}

Result<Product> change_product(store::Tx& tx, const access::Actor& actor, ProductId id,
                               std::int64_t version, const ProductChange& change) {
  const Product before = TRY(product(tx, id));
  if (before.version != version) return std::unexpected(stale(before.version));
  Product after = before;
  apply_change(change, after);
  return save(tx, actor, before, std::move(after));
}

Result<Variant> add_variant(store::Tx& tx, const access::Actor& actor, ProductId product_id,
                            const VariantDraft& draft) {
  const Product product = TRY(catalog::product(tx, product_id));
  Variant variant;
  variant.id = actor.ids.next<VariantId>();
  variant.product = product_id;
  variant.cost_currency = company::settings(tx).settings.currency;
  variant.created = actor.now;
  apply_change(draft, variant);
  return insert(tx, actor, product, std::move(variant));
}

Result<Variant> change_variant(store::Tx& tx, const access::Actor& actor, VariantId id,
                               std::int64_t version, const VariantChange& change) {
  const Variant before = TRY(variant(tx, id));
  if (before.version != version) return std::unexpected(stale(before.version));
  Variant after = before;
  apply_change(change, after);
  return save(tx, actor, before, std::move(after));
}

}  // namespace sluis::catalog
