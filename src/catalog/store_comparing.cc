#include "catalog/store_comparing.h"

namespace sluis::catalog::sql {
namespace {

using store::Joined;
using store::Snapshot;
using store::Statement;

constexpr std::string_view kVariantsPriced =
    "(select variant from catalog_prices where channel is not null)";
constexpr std::string_view kSelectCompared =
    "select one.id as variant, one.product, one.sku, product.name, product.vat "
    "from catalog_variants as one join catalog_products as product on product.id = one.product "
    "where one.active and product.state = 'on_sale' and one.id in ";
constexpr std::string_view kByVariant = " order by one.id";
constexpr Statement kComparedVariants{"catalog.compared_variants",
                                      Joined<kSelectCompared, kVariantsPriced, kByVariant>::sql};

constexpr std::string_view kSelectPrices =
    "select channel, segment, currency, amount, includes_vat, from_moment as \"from\", "
    "to_moment as \"to\", variant from catalog_prices where variant in ";
constexpr std::string_view kByPosition = " order by variant, position";
constexpr Statement kComparedPrices{"catalog.compared_prices",
                                    Joined<kSelectPrices, kVariantsPriced, kByPosition>::sql};

constexpr std::string_view kProductsWorded =
    "(select product from catalog_texts where channel is not null)";
constexpr std::string_view kSelectProducts =
    "select id, version, name, description, category, vat, state, options, created, changed "
    "from catalog_products where state = 'on_sale' and id in ";
constexpr std::string_view kById = " order by id";
constexpr Statement kComparedProducts{"catalog.compared_products",
                                      Joined<kSelectProducts, kProductsWorded, kById>::sql};

constexpr std::string_view kSelectTexts =
    "select channel, language, title, description, product from catalog_texts where product in ";
constexpr std::string_view kByText = " order by product, position";
constexpr Statement kComparedTexts{"catalog.compared_texts",
                                   Joined<kSelectTexts, kProductsWorded, kByText>::sql};

constexpr std::string_view kSelectSkus =
    "select product, sku from catalog_variants where product in ";
constexpr std::string_view kBySku = " order by product, sku";
constexpr Statement kComparedSkus{"catalog.compared_skus",
                                  Joined<kSelectSkus, kProductsWorded, kBySku>::sql};

constexpr const Statement* kStatements[] = {&kComparedVariants, &kComparedPrices,
                                            &kComparedProducts, &kComparedTexts, &kComparedSkus};

}  // namespace

std::vector<ComparedVariant> compared_variants(Snapshot& snapshot) {
  return snapshot.all<ComparedVariant>(kComparedVariants);
}

std::vector<ComparedPrice> compared_prices(Snapshot& snapshot) {
  return snapshot.all<ComparedPrice>(kComparedPrices);
}

std::vector<Product> compared_products(Snapshot& snapshot) {
  return snapshot.all<Product>(kComparedProducts);
}

std::vector<ComparedText> compared_texts(Snapshot& snapshot) {
  return snapshot.all<ComparedText>(kComparedTexts);
}

std::vector<ComparedSku> compared_skus(Snapshot& snapshot) {
  return snapshot.all<ComparedSku>(kComparedSkus);
}

std::span<const Statement* const> comparing_statements() {
  return kStatements;
}

}  // namespace sluis::catalog::sql
