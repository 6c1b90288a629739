#include "catalog/comparing.h"

#include <map>

#include "catalog/store_comparing.h"

namespace sluis::catalog {

std::vector<ChannelPrices> prices_by_channel(store::Snapshot& snapshot) {
  std::map<VariantId, std::vector<Price>> prices;
  for (const sql::ComparedPrice& one : sql::compared_prices(snapshot))
    prices[one.variant].push_back(one);
  std::vector<ChannelPrices> all;
  for (const sql::ComparedVariant& one : sql::compared_variants(snapshot)) {
    all.push_back({.variant = one.variant,
                   .product = one.product,
                   .sku = one.sku,
                   .name = one.name,
                   .vat = one.vat,
                   .prices = std::move(prices[one.variant])});
  }
  return all;
}

std::vector<ChannelTexts> texts_by_channel(store::Snapshot& snapshot) {
  std::map<ProductId, ChannelTexts> by_product;
  for (const sql::ComparedText& one : sql::compared_texts(snapshot))
    by_product[one.product].content.texts.push_back(one);
  for (const sql::ComparedSku& one : sql::compared_skus(snapshot))
    by_product[one.product].skus.push_back(one.sku);
  std::vector<ChannelTexts> all;
  for (const Product& product : sql::compared_products(snapshot)) {
    all.push_back(std::move(by_product[product.id]));
    all.back().product = product;
  }
  return all;
}

}  // namespace sluis::catalog
