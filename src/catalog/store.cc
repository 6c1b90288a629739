#include "catalog/store.h"

#include <fmt/format.h>

#include "kernel/fold.h"
#include "platform/store/groups.h"

namespace sluis::catalog::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kSelectProduct =
    "select id, version, name, description, category, vat, state, options, created, changed";
constexpr std::string_view kProductById = " from catalog_products where id = $1";
constexpr Statement kProduct{"catalog.product", store::Joined<kSelectProduct, kProductById>::sql};

// $1 is searched for, also among the variants; $2 is a category or empty, $3 the pattern of those
// below it, $4 a state or empty, $5 the order. Moments are text of one width. The page starts
// behind sort key $6 and product $7, if $8 is not 0, and has $9 rows.
constexpr std::string_view kListed =
    ", variants, sort_key from (select *, case $5 when 'changed' "
    "then cast(changed as text) else sort_name end as sort_key "
    "from catalog_products) as keyed";
constexpr std::string_view kWanted =
    " where (search like $1 escape '\\' or exists (select 1 from catalog_variants as one "
    "where one.product = keyed.id and one.search like $1 escape '\\')) "
    "and ($2 = '' or category = $2 or category like $3 escape '\\') and (state = $4 or $4 = '')";
constexpr std::string_view kAscending =
    " and ($8 = 0 or sort_key > $6 or (sort_key = $6 and id > $7)) order by sort_key, id limit $9";
constexpr std::string_view kDescending =
    " and ($8 = 0 or sort_key < $6 or (sort_key = $6 and id < $7)) "
    "order by sort_key desc, id desc limit $9";
constexpr Statement kProductsAscending{
    "catalog.products_ascending", store::Joined<kSelectProduct, kListed, kWanted, kAscending>::sql};
constexpr Statement kProductsDescending{
    "catalog.products_descending",
    store::Joined<kSelectProduct, kListed, kWanted, kDescending>::sql};

// $1 to $4 as above; the page starts behind sort key $5 and product $6, if $7 is not 0, and has $8
// rows. $9: a channel, $10: the company's language, $19: now. Needed are, where they are 1: $11
// category, $12 picture, $13 a description in the company's language, $18 price, $20 GTIN, $21
// cost; and titles in so many ($14) languages of a list ($15), descriptions in $16 of $17.
constexpr std::string_view kByName =
    ", variants, sort_name as sort_key from catalog_products as keyed";
constexpr std::string_view kByChange =
    ", variants, cast(changed as text) as sort_key from catalog_products as keyed";
constexpr std::string_view kLacks =
    " and state <> 'ended' and (($11 = 1 and category = '') "
    "or ($12 = 1 and not exists (select 1 from catalog_shown_pictures as shown "
    "where shown.product = keyed.id)) "
    "or ($13 = 1 and description = '' and not exists (select 1 from catalog_texts as said "
    "where said.product = keyed.id and (said.channel is null or said.channel = $9) "
    "and said.language = $10 and said.description <> '')) "
    "or $14 > (select count(distinct said.language) from catalog_texts as said "
    "where said.product = keyed.id and (said.channel is null or said.channel = $9) "
    "and said.title <> '' and $15 like '%,' || said.language || ',%') "
    "or $16 > (select count(distinct said.language) from catalog_texts as said "
    "where said.product = keyed.id and (said.channel is null or said.channel = $9) "
    "and said.description <> '' and $17 like '%,' || said.language || ',%') "
    "or (($18 = 1 or $20 = 1 or $21 = 1) and not exists (select 1 from catalog_variants as one "
    "where one.product = keyed.id and one.active)) "
    "or ($18 = 1 and exists (select 1 from catalog_variants as one where one.product = keyed.id "
    "and one.active and not exists (select 1 from catalog_prices as price "
    "where price.variant = one.id and price.segment is null "
    "and (price.channel is null or price.channel = $9) "
    "and (price.from_moment is null or price.from_moment <= $19) "
    "and (price.to_moment is null or price.to_moment > $19)))) "
    "or ($20 = 1 and exists (select 1 from catalog_variants as one where one.product = keyed.id "
    "and one.active and one.gtin is null)) "
    "or ($21 = 1 and exists (select 1 from catalog_variants as one where one.product = keyed.id "
    "and one.active and one.cost is null)))";
constexpr std::string_view kBehindName =
    " and ($7 = 0 or sort_name > $5 or (sort_name = $5 and id > $6)) order by sort_name, id limit "
    "$8";
constexpr std::string_view kBehindChange =
    " and ($7 = 0 or cast(changed as text) < $5 or (cast(changed as text) = $5 and id < $6)) "
    "order by cast(changed as text) desc, id desc limit $8";
constexpr Statement kLackingByName{
    "catalog.lacking_by_name",
    store::Joined<kSelectProduct, kByName, kWanted, kLacks, kBehindName>::sql};
constexpr Statement kLackingByChange{
    "catalog.lacking_by_change",
    store::Joined<kSelectProduct, kByChange, kWanted, kLacks, kBehindChange>::sql};

constexpr Statement kInsertProduct{
    "catalog.insert_product",
    "insert into catalog_products (id, version, name, description, category, vat, state, options, "
    "created, changed, option_count, search, sort_name, variants) values ($1, $2, $3, $4, $5, $6, "
    "$7, $8, $9, $10, $11, $12, $13, 0)"};

// $14: the version that is replaced. The moment of creation stays, and so does the number of
// options once there are variants with a value for each.
constexpr Statement kUpdateProduct{
    "catalog.update_product",
    "update catalog_products set version = $2, name = $3, description = $4, category = $5, "
    "vat = $6, state = $7, options = $8, changed = $10, option_count = $11, search = $12, "
    "sort_name = $13 where id = $1 and version = $14 and created = $9 "
    "and (variants = 0 or option_count = $11)"};

constexpr Statement kCountVariant{
    "catalog.count_variant",
    "update catalog_products set variants = variants + 1 where id = $1 "
    "and option_count = $2"};

constexpr std::string_view kSelectVariant =
    "select id, product, version, sku, gtin, option_values, cost, cost_currency, active, bundle, "
    "created, changed from catalog_variants";
constexpr std::string_view kVariantById = " where id = $1";
constexpr Statement kVariant{"catalog.variant", store::Joined<kSelectVariant, kVariantById>::sql};
constexpr std::string_view kVariantsOf = " where product = $1 order by id";
constexpr Statement kVariantsOfProduct{"catalog.variants_of",
                                       store::Joined<kSelectVariant, kVariantsOf>::sql};

// $1 is searched for in variant and product, $2 a product or 0; the page starts behind SKU $3 and
// has $4 rows.
constexpr Statement kVariants{
    "catalog.variants",
    "select one.id, one.product, one.version, one.sku, one.gtin, one.option_values, one.cost, "
    "one.cost_currency, one.active, one.bundle, one.created, one.changed, product.name, "
    "one.sku_key "
    "from catalog_variants as one join catalog_products as product on product.id = one.product "
    "where (one.search like $1 escape '\\' or product.search like $1 escape '\\') "
    "and (one.product = $2 or $2 = 0) and one.sku_key > $3 order by one.sku_key limit $4"};

constexpr Statement kWithSku{"catalog.with_sku",
                             "select id from catalog_variants where sku_key = $1"};
constexpr Statement kWithGtin{"catalog.with_gtin",
                              "select id from catalog_variants where gtin = $1"};
constexpr Statement kWithValues{
    "catalog.with_values",
    "select id from catalog_variants where product = $1 and option_values = $2"};

constexpr Statement kInsertVariant{
    "catalog.insert_variant",
    "insert into catalog_variants (id, product, version, sku, gtin, option_values, cost, "
    "cost_currency, active, bundle, created, changed, sku_key, search) values ($1, $2, $3, $4, "
    "$5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing"};

// $15: the version that is replaced. Product, SKU, the moment of creation and whether it is a
// bundle stay.
constexpr Statement kUpdateVariant{
    "catalog.update_variant",
    "update catalog_variants set version = $3, gtin = $5, option_values = $6, cost = $7, "
    "cost_currency = $8, active = $9, changed = $12, search = $14 "
    "where id = $1 and version = $15 and product = $2 and sku = $4 and bundle = $10 "
    "and created = $11 and sku_key = $13 and not exists (select 1 from catalog_variants as other "
    "where other.id <> $1 and (other.gtin = $5 "
    "or (other.product = $2 and other.option_values = $6)))"};

constexpr Statement kPrices{
    "catalog.prices",
    "select channel, segment, currency, amount, includes_vat, from_moment as \"from\", "
    "to_moment as \"to\" from catalog_prices where variant = $1 order by position"};
constexpr Statement kPricedSegments{
    "catalog.priced_segments",
    "select distinct segment from catalog_prices where segment is not null order by segment"};
// $1: a currency, $2: a moment.
constexpr std::string_view kOffersOf =
    "select price.channel, price.segment, price.currency, price.amount, price.includes_vat, "
    "price.from_moment as \"from\", price.to_moment as \"to\", price.variant, product.vat "
    "from catalog_prices as price join catalog_variants as one on one.id = price.variant "
    "join catalog_products as product on product.id = one.product where price.segment is null "
    "and price.currency = $1 and (price.from_moment is null or price.from_moment <= $2) "
    "and (price.to_moment is null or price.to_moment > $2) and price.variant in ";
constexpr std::string_view kInOrder = " order by price.variant, price.position";
constexpr Statement kOffersOne{"catalog.offers_one",
                               store::Joined<kOffersOf, store::kThirdId, kInOrder>::sql};
constexpr Statement kOffers{"catalog.offers",
                            store::Joined<kOffersOf, store::kThirdIds, kInOrder>::sql};
constexpr Statement kInsertPrice{
    "catalog.insert_price",
    "insert into catalog_prices (variant, position, channel, segment, currency, amount, "
    "includes_vat, from_moment, to_moment) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
constexpr Statement kRemovePrices{"catalog.remove_prices",
                                  "delete from catalog_prices where variant = $1"};

constexpr Statement kParts{
    "catalog.parts",
    "select variant, quantity from catalog_parts where bundle = $1 order by position"};
constexpr Statement kBundlesWith{
    "catalog.bundles_with", "select bundle from catalog_parts where variant = $1 order by bundle"};
constexpr Statement kInsertPart{
    "catalog.insert_part",
    "insert into catalog_parts (bundle, position, variant, quantity) values ($1, $2, $3, $4)"};
constexpr Statement kRemoveParts{"catalog.remove_parts",
                                 "delete from catalog_parts where bundle = $1"};
constexpr Statement kSale{
    "catalog.sale",
    "select one.sku, one.active, one.bundle, product.state from catalog_variants as one "
    "join catalog_products as product on product.id = one.product where one.id = $1"};

constexpr Statement kCategories{
    "catalog.categories",
    "select category, count(*) as products, cast(sum(variants) as bigint) as variants "
    "from catalog_products where category <> '' group by category"};

constexpr const Statement* kStatements[] = {
    &kProduct,       &kLackingByName, &kLackingByChange, &kProductsAscending, &kProductsDescending,
    &kInsertProduct, &kUpdateProduct, &kCountVariant,    &kVariant,           &kVariantsOfProduct,
    &kVariants,      &kWithSku,       &kWithGtin,        &kWithValues,        &kInsertVariant,
    &kUpdateVariant, &kPrices,        &kPricedSegments,  &kOffersOne,         &kOffers,
    &kInsertPrice,   &kRemovePrices,  &kParts,           &kBundlesWith,       &kInsertPart,
    &kRemoveParts,   &kSale,          &kCategories};

// ",nl,fr,", to look for ",fr," in.
std::string listed(const std::vector<LanguageCode>& languages) {
  std::string text = ",";
  for (const LanguageCode& one : languages)
    text += one.letters + ',';
  return text;
}

// The whole row: the product, and what follows from it.
struct ProductColumns : Product {
  std::int64_t option_count;
  std::string search;
  std::string sort_name;
};
BOOST_DESCRIBE_STRUCT(ProductColumns, (Product), (option_count, search, sort_name))

ProductColumns columns_of(const Product& product) {
  ProductColumns columns;
  static_cast<Product&>(columns) = product;
  columns.option_count = std::ssize(product.options);
  columns.search = folded(fmt::format("{}\n{}", product.name.text, product.category.text));
  columns.sort_name = folded(product.name.text);
  return columns;
}

struct VariantColumns : VariantHead {
  std::string sku_key;
  std::string search;
};
BOOST_DESCRIBE_STRUCT(VariantColumns, (VariantHead), (sku_key, search))

VariantColumns columns_of(const Variant& variant) {
  VariantColumns columns;
  static_cast<VariantHead&>(columns) = variant;
  columns.sku_key = folded(variant.sku.text);
  columns.search = columns.sku_key + '\n' + (variant.gtin ? variant.gtin->digits : "");
  for (const OptionValue& value : variant.option_values)
    columns.search += '\n' + folded(value.text);
  return columns;
}

// A pattern for all categories below one.
std::string below(const std::string& category) {
  std::string pattern;
  for (const char c : category) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + " / %";
}

}  // namespace

std::optional<Product> product(Snapshot& snapshot, ProductId id) {
  return snapshot.one<Product>(kProduct, id);
}

std::optional<VariantHead> variant(Snapshot& snapshot, VariantId id) {
  return snapshot.one<VariantHead>(kVariant, id);
}

std::vector<VariantHead> variants_of(Snapshot& snapshot, ProductId id) {
  return snapshot.all<VariantHead>(kVariantsOfProduct, id);
}

std::vector<Price> prices(Snapshot& snapshot, VariantId id) {
  return snapshot.all<Price>(kPrices, id);
}

std::vector<SegmentId> segments_with_a_price(Snapshot& snapshot) {
  return snapshot.all<SegmentId>(kPricedSegments);
}

std::vector<Offer> offers(Snapshot& snapshot, std::span<const VariantId> variants,
                          Currency currency, Instant at) {
  std::vector<Offer> all;
  const auto take = [&](Offer&& one) { all.push_back(one); };
  store::in_groups(variants, kOffersOne, kOffers, [&](const Statement& of, const auto&... one) {
    snapshot.each<Offer>(of, take, currency, at, one...);
  });
  return all;
}

std::vector<Part> parts(Snapshot& snapshot, VariantId id) {
  return snapshot.all<Part>(kParts, id);
}

std::vector<VariantId> bundles_with(Snapshot& snapshot, VariantId part) {
  return snapshot.all<VariantId>(kBundlesWith, part);
}

std::optional<Sale> sale(Snapshot& snapshot, VariantId id) {
  return snapshot.one<Sale>(kSale, id);
}

std::vector<ProductRow> products(Snapshot& snapshot, const ProductQuery& query) {
  const ProductPlace after = query.after.value_or(ProductPlace{});
  const std::string state = query.state ? std::string(enum_name(*query.state)) : std::string();
  return snapshot.all<ProductRow>(
      query.sort == Sort::changed ? kProductsDescending : kProductsAscending,
      containing(query.search), query.category, below(query.category), state, enum_name(query.sort),
      after.key, after.id, query.after.has_value(), query.limit + 1);
}

std::vector<ProductRow> products(Snapshot& snapshot, const ProductQuery& query,
                                 const Lacking& lacking) {
  const ProductPlace after = query.after.value_or(ProductPlace{});
  const std::string state = query.state ? std::string(enum_name(*query.state)) : std::string();
  const auto one_or_none = [](bool needed) { return std::int64_t{needed}; };
  return snapshot.all<ProductRow>(
      query.sort == Sort::changed ? kLackingByChange : kLackingByName, containing(query.search),
      query.category, below(query.category), state, after.key, after.id, query.after.has_value(),
      query.limit + 1, lacking.channel, lacking.company, one_or_none(lacking.category),
      one_or_none(lacking.picture), one_or_none(lacking.description), std::ssize(lacking.titles),
      listed(lacking.titles), std::ssize(lacking.descriptions), listed(lacking.descriptions),
      one_or_none(lacking.price), lacking.now, one_or_none(lacking.gtin),
      one_or_none(lacking.cost));
}

std::vector<VariantRow> variants(Snapshot& snapshot, const VariantQuery& query) {
  return snapshot.all<VariantRow>(kVariants, containing(query.search),
                                  query.product ? query.product->number() : 0, query.after,
                                  query.limit + 1);
}

std::vector<CategoryTotal> categories(Snapshot& snapshot) {
  return snapshot.all<CategoryTotal>(kCategories);
}

std::optional<VariantId> with_sku(Snapshot& snapshot, const Sku& sku) {
  return snapshot.one<VariantId>(kWithSku, folded(sku.text));
}

std::optional<VariantId> with_gtin(Snapshot& snapshot, const Gtin& gtin) {
  return snapshot.one<VariantId>(kWithGtin, gtin);
}

std::optional<VariantId> with_values(Snapshot& snapshot, ProductId product,
                                     const std::vector<OptionValue>& values) {
  return snapshot.one<VariantId>(kWithValues, product, values);
}

void insert(Tx& tx, const Product& product) {
  const ProductColumns columns = columns_of(product);
  std::apply([&](const auto&... field) { tx.change(kInsertProduct, field...); },
             tie_fields(columns));
}

bool update(Tx& tx, const Product& product, std::int64_t version) {
  const ProductColumns columns = columns_of(product);
  const auto update = [&](const auto&... field) {
    return tx.change(kUpdateProduct, field..., version);
  };
  return std::apply(update, tie_fields(columns)) == 1;
}

bool count_variant(Tx& tx, const Product& product) {
  return tx.change(kCountVariant, product.id, std::ssize(product.options)) == 1;
}

bool insert(Tx& tx, const Variant& variant) {
  const VariantColumns columns = columns_of(variant);
  const auto insert = [&](const auto&... field) { return tx.change(kInsertVariant, field...); };
  return std::apply(insert, tie_fields(columns)) == 1;
}

bool update(Tx& tx, const Variant& variant, std::int64_t version) {
  const VariantColumns columns = columns_of(variant);
  const auto update = [&](const auto&... field) {
    return tx.change(kUpdateVariant, field..., version);
  };
  return std::apply(update, tie_fields(columns)) == 1;
}

void replace_prices(Tx& tx, VariantId id, const std::vector<Price>& prices) {
  tx.change(kRemovePrices, id);
  std::int64_t position = 0;
  for (const Price& price : prices) {
    const auto insert = [&](const auto&... field) {
      tx.change(kInsertPrice, id, position++, field...);
    };
    std::apply(insert, tie_fields(price));
  }
}

void replace_parts(Tx& tx, VariantId id, const std::vector<Part>& parts) {
  tx.change(kRemoveParts, id);
  std::int64_t position = 0;
  for (const Part& part : parts)
    tx.change(kInsertPart, id, position++, part.variant, part.quantity);
}

std::span<const Statement* const> statements() {
  return kStatements;
}

}  // namespace sluis::catalog::sql
