// The SQL of texts, pictures and what channels need.
#pragma once

#include <span>

#include "catalog/completeness.h"

namespace sluis::catalog::sql {

std::vector<Wording> texts(store::Snapshot& snapshot, ProductId id);
std::vector<PlacedPicture> placed_pictures(store::Snapshot& snapshot, ProductId id);
std::optional<Picture> picture(store::Snapshot& snapshot, const PictureName& name);
// The one that is there already stays.
void insert(store::Tx& tx, const Picture& picture);

// False when the version before is not the present one.
bool next_version(store::Tx& tx, const Product& after);
void replace_texts(store::Tx& tx, ProductId id, const std::vector<Wording>& texts);
void replace_pictures(store::Tx& tx, ProductId id, const std::vector<PlacedPicture>& pictures);

std::optional<Requirement> requirement(store::Snapshot& snapshot, ChannelId channel);
// False when the version before is not the present one.
bool save(store::Tx& tx, const Requirement& requirement);

// What products that have not ended have, of which rules tell what is missing. Of one product, or
// of all: in the order of their ids.
struct HoldingRow {
  ProductId product;
  Name name;
  bool category;
  bool description;
  std::int64_t pictures;
  std::int64_t variants;  // that are sold
  std::int64_t with_gtin;
  std::int64_t with_cost;
};
BOOST_DESCRIBE_STRUCT(HoldingRow, (),
                      (product, name, category, description, pictures, variants, with_gtin,
                       with_cost))
std::vector<HoldingRow> holdings(store::Snapshot& snapshot);

struct TextRow {
  ProductId product;
  std::optional<ChannelId> channel;
  LanguageCode language;
  bool title;
  bool description;
};
BOOST_DESCRIBE_STRUCT(TextRow, (), (product, channel, language, title, description))
std::vector<TextRow> texts_held(store::Snapshot& snapshot);

// A variant that is sold and has a price for everybody now; once for each channel, and once for
// all.
struct PricedRow {
  ProductId product;
  VariantId variant;
  std::optional<ChannelId> channel;
};
BOOST_DESCRIBE_STRUCT(PricedRow, (), (product, variant, channel))
std::vector<PricedRow> priced(store::Snapshot& snapshot, Instant now);

std::span<const store::Statement* const> content_statements();

}  // namespace sluis::catalog::sql
