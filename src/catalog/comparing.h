// What of the catalog can differ between channels, of all that is on sale at once: for whoever
// compares channels.
#pragma once

#include "catalog/content.h"

namespace sluis::catalog {

// A variant with a price for one channel, and all its prices.
struct ChannelPrices {
  VariantId variant;
  ProductId product;
  Sku sku;
  Name name;  // of the product
  VatClass vat = VatClass::standard;
  std::vector<Price> prices;
};
std::vector<ChannelPrices> prices_by_channel(store::Snapshot& snapshot);

// A product with a text for one channel, and all its texts.
struct ChannelTexts {
  Product product;
  std::vector<Sku> skus;  // of its variants
  Content content;        // without pictures
};
std::vector<ChannelTexts> texts_by_channel(store::Snapshot& snapshot);

}  // namespace sluis::catalog
