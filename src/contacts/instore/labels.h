// Labels for shelves and doors: a code that leads to what hangs there, in this store.
#pragma once

#include "contacts/instore/qr.h"
#include "contacts/instore/stays.h"

namespace sluis::contacts {

// The link of a spot. What is sold is named as GS1 Digital Link has it (GS1 DL: URI Syntax 1.4,
// 4.9 and 5): /01/ and its GTIN in 14 digits; without a GTIN /sku/ and the SKU; where nothing is
// named /at/ and the store. Store and shelf follow as `at` and `shelf`, which that standard leaves
// to others as they are no numbers. Pure.
std::string link_of(const Url& address, const std::optional<catalog::Gtin>& gtin,
                    const std::optional<catalog::Sku>& sku, const std::optional<Slug>& store,
                    const std::optional<Line<1, 64>>& shelf);

struct LabelSheet {
  Url address;  // under which customers reach this server
  std::optional<Slug> store;
  std::optional<Line<1, 64>> shelf;
  std::vector<catalog::Sku> skus;  // none: one label for the store itself
};
BOOST_DESCRIBE_STRUCT(LabelSheet, (), (address, store, shelf, skus))

struct Label : QrCode {
  std::string link;
  std::string title;  // the product, or the store
  std::vector<catalog::OptionValue> option_values;
  std::optional<catalog::Sku> sku;
  std::optional<catalog::Gtin> gtin;
  std::optional<Money> price;  // on the own website now
};
BOOST_DESCRIBE_STRUCT(Label, (QrCode), (link, title, option_values, sku, gtin, price))

inline constexpr std::size_t kLabelsMost = 200;
inline constexpr std::size_t kAddressMost = 200;  // bytes, so that every link fits in a code
// In the order that was asked for.
Result<std::vector<Label>> labels(store::Snapshot& snapshot, const LabelSheet& sheet, Instant now);

}  // namespace sluis::contacts
