#include "catalog/routes.h"

#include "catalog/categories.h"
#include "catalog/completeness.h"
#include "platform/api/place.h"
#include "platform/api/refusal.h"

namespace sluis {

template <>
struct TextForm<catalog::ProductPlace> : api::PlaceForm<catalog::ProductPlace> {};

}  // namespace sluis

namespace sluis::catalog {
namespace {

using api::Allow;
using api::Call;
using api::Role;
using store::Snapshot;
using store::Tx;

constexpr std::uint64_t kBodyMax = 256 * 1024;

constexpr Text kOnWhichChannel{"Say for which channel it is missing.",
                               "Zeg voor welk kanaal het ontbreekt."};
using Limit = Whole<1, 500>;
constexpr Limit kLimit{100};

// What goes over the wire

// A product with its variants.
struct View : Product {
  std::vector<Variant> variants;
  bool costs_shown = false;  // false: not for the reader's eyes
};
BOOST_DESCRIBE_STRUCT(View, (Product), (variants, costs_shown))

struct ProductsInput {
  std::optional<Line<0, 200>> search;
  std::optional<CategoryPath> category;
  std::optional<State> state;
  std::optional<ChannelId> incomplete_on;  // only what misses something for this channel
  std::optional<Need> missing;             // only what misses this there
  std::optional<Sort> sort;
  std::optional<ProductPlace> after;
  std::optional<Limit> limit;
};
BOOST_DESCRIBE_STRUCT(ProductsInput, (),
                      (search, category, state, incomplete_on, missing, sort, after, limit))

struct VariantsInput {
  std::optional<Line<0, 200>> search;
  std::optional<ProductId> product;
  std::optional<Sku> after;
  std::optional<Limit> limit;
};
BOOST_DESCRIBE_STRUCT(VariantsInput, (), (search, product, after, limit))

struct ProductInput {
  ProductId id;
};
BOOST_DESCRIBE_STRUCT(ProductInput, (), (id))
struct AddProductInput {
  ProductDraft body;
};
BOOST_DESCRIBE_STRUCT(AddProductInput, (), (body))
struct ChangeProductInput {
  ProductId id;
  ProductChange body;
};
BOOST_DESCRIBE_STRUCT(ChangeProductInput, (), (id, body))
struct ProductHistoryInput {
  ProductId id;
  std::optional<AuditId> after;
};
BOOST_DESCRIBE_STRUCT(ProductHistoryInput, (), (id, after))

struct VariantInput {
  VariantId id;
};
BOOST_DESCRIBE_STRUCT(VariantInput, (), (id))
struct AddVariantInput {
  ProductId id;
  VariantDraft body;
};
BOOST_DESCRIBE_STRUCT(AddVariantInput, (), (id, body))
struct ChangeVariantInput {
  VariantId id;
  VariantChange body;
};
BOOST_DESCRIBE_STRUCT(ChangeVariantInput, (), (id, body))
struct VariantHistoryInput {
  VariantId id;
  std::optional<AuditId> after;
};
BOOST_DESCRIBE_STRUCT(VariantHistoryInput, (), (id, after))

struct PriceInput {
  VariantId id;
  ChannelId channel;
  Currency currency;
  std::vector<SegmentId> segment;  // all that the buyer is in
  std::optional<Instant> at;       // else now
};
BOOST_DESCRIBE_STRUCT(PriceInput, (), (id, channel, currency, segment, at))

bool sees_costs(const Call& call) {
  return call.who.has(Role::admin) || call.who.has(Role::manager) || call.who.has(Role::analyst);
}

// The variant as the reader may see it.
template <class AnyVariant>
AnyVariant shown(AnyVariant variant, const Call& call) {
  if (!sees_costs(call)) variant.cost.reset();
  return variant;
}

api::Reply<View> view_of(Snapshot& snapshot, const Call& call, Product product, int status = 200) {
  View view;
  for (Variant& variant : variants_of(snapshot, product.id))
    view.variants.push_back(shown(std::move(variant), call));
  view.costs_shown = sees_costs(call);
  static_cast<Product&>(view) = std::move(product);
  const std::int64_t version = view.version;
  return {.value = std::move(view), .status = status, .version = version, .headers = {}};
}

api::Reply<Variant> versioned(Variant variant, const Call& call, int status = 200) {
  const std::int64_t version = variant.version;
  return {.value = shown(std::move(variant), call),
          .status = status,
          .version = version,
          .headers = {}};
}

// Handlers

Result<ProductList> found_products(Snapshot& snapshot, Instant now, const ProductsInput& in) {
  const ProductQuery query{.search = in.search ? in.search->text : "",
                           .category = in.category ? in.category->text : "",
                           .state = in.state,
                           .sort = in.sort.value_or(Sort::name),
                           .after = in.after,
                           .limit = in.limit.value_or(kLimit).number};
  if (!in.incomplete_on && in.missing) {
    return std::unexpected(Refusal(kind_of(api::ApiRefusal::invalid_parameters))
                               .with({{"?incomplete_on", "required", Message(kOnWhichChannel)}}));
  }
  if (!in.incomplete_on) return products(snapshot, query);
  return incomplete_products(snapshot, query, *in.incomplete_on, in.missing, now);
}

Result<api::Page<ListedProduct>> list_products(Snapshot& snapshot, const Call& call,
                                               const ProductsInput& in) {
  ProductList found = TRY(found_products(snapshot, call.now, in));
  api::Page<ListedProduct> page{.items = std::move(found.products), .next = {}};
  if (found.next) page.next = TextForm<ProductPlace>::print(*found.next);
  return page;
}

Result<api::Page<ListedVariant>> list_variants(Snapshot& snapshot, const Call& call,
                                               const VariantsInput& in) {
  VariantList found = variants(snapshot, {.search = in.search ? in.search->text : "",
                                          .product = in.product,
                                          .after = in.after ? in.after->text : "",
                                          .limit = in.limit.value_or(kLimit).number});
  api::Page<ListedVariant> page{.items = {}, .next = std::move(found.next)};
  for (ListedVariant& one : found.variants)
    page.items.push_back(shown(std::move(one), call));
  return page;
}

Result<api::Page<CategoryCount>> list_categories(Snapshot& snapshot, const Call&) {
  return api::Page<CategoryCount>{.items = categories(snapshot), .next = {}};
}

Result<api::Reply<View>> show_product(Snapshot& snapshot, const Call& call,
                                      const ProductInput& in) {
  return view_of(snapshot, call, TRY(product(snapshot, in.id)));
}

Result<api::Reply<View>> add_one(Tx& tx, const Call& call, const AddProductInput& in) {
  return view_of(tx, call, TRY(add_product(tx, access::actor_of(call), in.body)), 201);
}

Result<api::Reply<View>> change_one(Tx& tx, const Call& call, const ChangeProductInput& in) {
  const auto actor = access::actor_of(call);
  return view_of(tx, call, TRY(change_product(tx, actor, in.id, call.expected_version, in.body)));
}

Result<api::Page<access::AuditEntry>> product_history(Snapshot& snapshot, const Call&,
                                                      const ProductHistoryInput& in) {
  return access::history_of(snapshot, "product", to_string(in.id), in.after);
}

Result<api::Reply<Variant>> show_variant(Snapshot& snapshot, const Call& call,
                                         const VariantInput& in) {
  return versioned(TRY(variant(snapshot, in.id)), call);
}

Result<api::Reply<Variant>> add_one_variant(Tx& tx, const Call& call, const AddVariantInput& in) {
  return versioned(TRY(add_variant(tx, access::actor_of(call), in.id, in.body)), call, 201);
}

Result<api::Reply<Variant>> change_one_variant(Tx& tx, const Call& call,
                                               const ChangeVariantInput& in) {
  const auto actor = access::actor_of(call);
  return versioned(TRY(change_variant(tx, actor, in.id, call.expected_version, in.body)), call);
}

Result<api::Page<access::AuditEntry>> variant_history(Snapshot& snapshot, const Call&,
                                                      const VariantHistoryInput& in) {
  return access::history_of(snapshot, "variant", to_string(in.id), in.after);
}

Result<Price> show_price(Snapshot& snapshot, const Call& call, const PriceInput& in) {
  return price(snapshot, in.id,
               {.channel = in.channel,
                .segments = in.segment,
                .currency = in.currency,
                .at = in.at.value_or(call.now)});
}

std::vector<api::Route> product_routes() {
  using api::refuses;
  using http::Method;
  using enum CatalogRefusal;
  return {
      {.operation = "catalog.products",
       .method = Method::get,
       .path = "/api/v1/catalog/products",
       .summary = {"Products, with how many variants each has.",
                   "Producten, met hoeveel varianten elk heeft."},
       .allow = Allow::staff(),
       .handler = api::read(list_products),
       .refusals = refuses(channels::ChannelRefusal::channel_unknown)},
      {.operation = "catalog.categories",
       .method = Method::get,
       .path = "/api/v1/catalog/categories",
       .summary = {"Categories as a tree, with how many products are in and below each.",
                   "Categorieën als boom, met hoeveel producten er in en onder elk staan."},
       .allow = Allow::staff(),
       .handler = api::read(list_categories)},
      {.operation = "catalog.add_product",
       .method = Method::post,
       .path = "/api/v1/catalog/products",
       .summary = {"Add a product.", "Voeg een product toe."},
       .allow = kWriters,
       .handler = api::write(add_one),
       .idempotency = api::Idempotency::by_key,
       .limits = {.body_bytes = kBodyMax}},
      {.operation = "catalog.product",
       .method = Method::get,
       .path = "/api/v1/catalog/products/{id}",
       .summary = {"One product with its variants and their prices.",
                   "Eén product met zijn varianten en hun prijzen."},
       .allow = Allow::staff(),
       .handler = api::read(show_product),
       .refusals = refuses(product_unknown)},
      {.operation = "catalog.change_product",
       .method = Method::patch,
       .path = "/api/v1/catalog/products/{id}",
       .summary = {"Change fields of a product; a list replaces the list.",
                   "Wijzig velden van een product; een lijst vervangt de lijst."},
       .allow = kWriters,
       .handler = api::write(change_one),
       .precondition = api::Precondition::version,
       .limits = {.body_bytes = kBodyMax},
       .refusals = refuses(product_unknown, options_in_use)},
      {.operation = "catalog.product_history",
       .method = Method::get,
       .path = "/api/v1/catalog/products/{id}/history",
       .summary = {"Who changed what of a product, the newest first.",
                   "Wie wat wijzigde aan een product, het nieuwste eerst."},
       .allow = kCostReaders,
       .handler = api::read(product_history)},
  };
}

std::vector<api::Route> variant_routes() {
  using api::refuses;
  using http::Method;
  using enum CatalogRefusal;
  return {
      {.operation = "catalog.add_variant",
       .method = Method::post,
       .path = "/api/v1/catalog/products/{id}/variants",
       .summary = {"Add a variant to a product.", "Voeg een variant toe aan een product."},
       .allow = kWriters,
       .handler = api::write(add_one_variant),
       .idempotency = api::Idempotency::by_key,
       .limits = {.body_bytes = kBodyMax},
       .refusals = refuses(product_unknown, sku_taken, gtin_taken, values_taken)},
      {.operation = "catalog.variants",
       .method = Method::get,
       .path = "/api/v1/catalog/variants",
       .summary = {"Variants of all products, in the order of their SKUs.",
                   "Varianten van alle producten, op volgorde van SKU."},
       .allow = Allow::staff(),
       .handler = api::read(list_variants)},
      {.operation = "catalog.variant",
       .method = Method::get,
       .path = "/api/v1/catalog/variants/{id}",
       .summary = {"One variant with its prices.", "Eén variant met haar prijzen."},
       .allow = Allow::staff(),
       .handler = api::read(show_variant),
       .refusals = refuses(variant_unknown)},
      {.operation = "catalog.change_variant",
       .method = Method::patch,
       .path = "/api/v1/catalog/variants/{id}",
       .summary = {"Change fields of a variant; a list replaces the list.",
                   "Wijzig velden van een variant; een lijst vervangt de lijst."},
       .allow = kWriters,
       .handler = api::write(change_one_variant),
       .precondition = api::Precondition::version,
       .limits = {.body_bytes = kBodyMax},
       .refusals = refuses(variant_unknown, gtin_taken, values_taken)},
      {.operation = "catalog.variant_history",
       .method = Method::get,
       .path = "/api/v1/catalog/variants/{id}/history",
       .summary = {"Who changed what of a variant, the newest first.",
                   "Wie wat wijzigde aan een variant, het nieuwste eerst."},
       .allow = kCostReaders,
       .handler = api::read(variant_history)},
      {.operation = "catalog.price",
       .method = Method::get,
       .path = "/api/v1/catalog/variants/{id}/price",
       .summary = {"The one price that holds for a buyer on a channel at a moment.",
                   "De ene prijs die voor een koper op een kanaal op een moment geldt."},
       .allow = Allow::staff(),
       .handler = api::read(show_price),
       .refusals = refuses(variant_unknown, no_price)},
  };
}

}  // namespace

std::vector<api::Route> routes() {
  std::vector<api::Route> routes = product_routes();
  std::ranges::move(variant_routes(), std::back_inserter(routes));
  return routes;
}

}  // namespace sluis::catalog
