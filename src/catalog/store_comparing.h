// The SQL of what can differ between channels.
#pragma once

#include <span>

#include "catalog/comparing.h"

namespace sluis::catalog::sql {

struct ComparedVariant {
  VariantId variant;
  ProductId product;
  Sku sku;
  Name name;
  VatClass vat = VatClass::standard;
};
BOOST_DESCRIBE_STRUCT(ComparedVariant, (), (variant, product, sku, name, vat))
// On sale, with a price for one channel; in the order of their ids, as all below.
std::vector<ComparedVariant> compared_variants(store::Snapshot& snapshot);

struct ComparedPrice : Price {
  VariantId variant;
};
BOOST_DESCRIBE_STRUCT(ComparedPrice, (Price), (variant))
std::vector<ComparedPrice> compared_prices(store::Snapshot& snapshot);

// On sale, with a text for one channel.
std::vector<Product> compared_products(store::Snapshot& snapshot);

struct ComparedText : Wording {
  ProductId product;
};
BOOST_DESCRIBE_STRUCT(ComparedText, (Wording), (product))
std::vector<ComparedText> compared_texts(store::Snapshot& snapshot);

struct ComparedSku {
  ProductId product;
  Sku sku;
};
BOOST_DESCRIBE_STRUCT(ComparedSku, (), (product, sku))
std::vector<ComparedSku> compared_skus(store::Snapshot& snapshot);

std::span<const store::Statement* const> comparing_statements();

}  // namespace sluis::catalog::sql
