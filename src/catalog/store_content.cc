#include "catalog/store_content.h"

namespace sluis::catalog::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr Statement kTexts{"catalog.texts",
                           "select channel, language, title, description from catalog_texts "
                           "where product = $1 order by position"};
constexpr Statement kInsertText{
    "catalog.insert_text",
    "insert into catalog_texts (product, position, channel, language, title, description) "
    "values ($1, $2, $3, $4, $5, $6)"};
constexpr Statement kRemoveTexts{"catalog.remove_texts",
                                 "delete from catalog_texts where product = $1"};

constexpr Statement kPlacedPictures{
    "catalog.placed_pictures",
    "select picture, alt from catalog_shown_pictures where product = $1 order by position"};
constexpr Statement kInsertPlaced{
    "catalog.insert_placed_picture",
    "insert into catalog_shown_pictures (product, position, picture, alt) "
    "values ($1, $2, $3, $4)"};
constexpr Statement kRemovePlaced{"catalog.remove_placed_pictures",
                                  "delete from catalog_shown_pictures where product = $1"};

constexpr Statement kPicture{
    "catalog.picture",
    "select name, media_type, width, height, bytes, created from catalog_pictures "
    "where name = $1"};
constexpr Statement kInsertPicture{
    "catalog.insert_picture",
    "insert into catalog_pictures (name, media_type, width, height, bytes, created) "
    "values ($1, $2, $3, $4, $5, $6) on conflict (name) do nothing"};

constexpr Statement kNextVersion{
    "catalog.next_version",
    "update catalog_products set version = $2, changed = $3 where id = $1 and version = $2 - 1"};

constexpr Statement kRequirement{
    "catalog.requirement",
    "select channel, version, needs from catalog_requirements where channel = $1"};
constexpr Statement kRequire{
    "catalog.require",
    "insert into catalog_requirements (channel, version, needs) values ($1, $2, $3) "
    "on conflict (channel) do update set version = $2, needs = $3 "
    "where catalog_requirements.version = $2 - 1"};

constexpr Statement kHoldings{
    "catalog.holdings",
    "select product.id as product, product.name, product.category <> '' as category, "
    "product.description <> '' as description, "
    "(select count(*) from catalog_shown_pictures as shown where shown.product = product.id) "
    "as pictures, count(one.id) as variants, count(one.gtin) as with_gtin, "
    "count(one.cost) as with_cost from catalog_products as product left join catalog_variants "
    "as one on one.product = product.id and one.active where product.state <> 'ended' "
    "group by product.id order by product.id"};
constexpr Statement kTextsHeld{"catalog.texts_held",
                               "select product, channel, language, title <> '' as title, "
                               "description <> '' as description from catalog_texts "
                               "order by product, position"};
constexpr Statement kPriced{
    "catalog.priced",
    "select distinct one.product, price.variant, price.channel from catalog_prices as price "
    "join catalog_variants as one on one.id = price.variant and one.active "
    "where price.segment is null and (price.from_moment is null or price.from_moment <= $1) "
    "and (price.to_moment is null or price.to_moment > $1) "
    "order by one.product, price.variant, price.channel"};

constexpr const Statement* kStatements[] = {
    &kTexts,        &kInsertText, &kRemoveTexts,   &kPlacedPictures, &kInsertPlaced,
    &kRemovePlaced, &kPicture,    &kInsertPicture, &kNextVersion,    &kRequirement,
    &kRequire,      &kHoldings,   &kTextsHeld,     &kPriced};

}  // namespace

std::vector<Wording> texts(Snapshot& snapshot, ProductId id) {
  return snapshot.all<Wording>(kTexts, id);
}

std::vector<PlacedPicture> placed_pictures(Snapshot& snapshot, ProductId id) {
  return snapshot.all<PlacedPicture>(kPlacedPictures, id);
}

std::optional<Picture> picture(Snapshot& snapshot, const PictureName& name) {
  return snapshot.one<Picture>(kPicture, name);
}

void insert(Tx& tx, const Picture& picture) {
  std::apply([&](const auto&... field) { tx.change(kInsertPicture, field...); },
             tie_fields(picture));
}

bool next_version(Tx& tx, const Product& after) {
  return tx.change(kNextVersion, after.id, after.version, after.changed) == 1;
}

void replace_texts(Tx& tx, ProductId id, const std::vector<Wording>& texts) {
  tx.change(kRemoveTexts, id);
  std::int64_t position = 0;
  for (const Wording& one : texts)
    tx.change(kInsertText, id, position++, one.channel, one.language, one.title, one.description);
}

void replace_pictures(Tx& tx, ProductId id, const std::vector<PlacedPicture>& pictures) {
  tx.change(kRemovePlaced, id);
  std::int64_t position = 0;
  for (const PlacedPicture& one : pictures)
    tx.change(kInsertPlaced, id, position++, one.picture, one.alt);
}

std::optional<Requirement> requirement(Snapshot& snapshot, ChannelId channel) {
  return snapshot.one<Requirement>(kRequirement, channel);
}

bool save(Tx& tx, const Requirement& requirement) {
  return tx.change(kRequire, requirement.channel, requirement.version, requirement.needs) == 1;
}

std::vector<HoldingRow> holdings(Snapshot& snapshot) {
  return snapshot.all<HoldingRow>(kHoldings);
}

std::vector<TextRow> texts_held(Snapshot& snapshot) {
  return snapshot.all<TextRow>(kTextsHeld);
}

std::vector<PricedRow> priced(Snapshot& snapshot, Instant now) {
  return snapshot.all<PricedRow>(kPriced, now);
}

std::span<const Statement* const> content_statements() {
  return kStatements;
}

}  // namespace sluis::catalog::sql
