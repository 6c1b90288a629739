#include "catalog/changes.h"

#include <fmt/format.h>

#include "catalog/rules.h"
#include "catalog/store.h"
#include "channels/channels.h"
#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"

namespace sluis::catalog {
namespace {

constexpr Text kChannelUnknown{"There is no channel with this id.",
                               "Er is geen kanaal met dit id."};
constexpr Text kPresentVersion{"The present version is {0}.", "De huidige versie is {0}."};

struct ProductFact {
  ProductId id;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(ProductFact, (), (id, version))
struct VariantFact {
  VariantId id;
  ProductId product;
  Sku sku;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(VariantFact, (), (id, product, sku, version))

ProductFact fact_of(const Product& product) {
  return {product.id, product.version};
}
VariantFact fact_of(const Variant& variant) {
  return {variant.id, variant.product, variant.sku, variant.version};
}

// Nothing before: added.
template <class Thing>
void record(store::Tx& tx, const access::Actor& actor, std::string_view entity, const Thing* before,
            const Thing& after) {
  const std::string_view action = before == nullptr ? "added" : "changed";
  access::audit(tx, actor,
                {.entity = entity,
                 .id = to_string(after.id),
                 .action = action,
                 .before = before != nullptr ? Json{to_json(*before)} : Json{},
                 .after = Json{to_json(after)}});
  outbox::append(tx, actor.now, fmt::format("catalog.{}_{}", entity, action), fact_of(after));
}

Result<void> refuse_if_any(std::vector<FieldProblem> problems) {
  if (problems.empty()) return {};
  return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(std::move(problems)));
}

bool names(const Variant* before, ChannelId channel) {
  return before != nullptr &&
         std::ranges::count(before->prices, std::optional(channel), &Price::channel) != 0;
}

// A channel that was named before is no reason to refuse a change.
Result<void> check(store::Snapshot& snapshot, const Product& product, const Variant* before,
                   const Variant& after) {
  std::vector<FieldProblem> problems = problems_of(after, product);
  for (std::size_t i = 0; i < after.prices.size() && problems.empty(); ++i) {
    const auto channel = after.prices[i].channel;
    if (!channel || names(before, *channel)) continue;
    if (channels::find(snapshot, channels::kEverything, *channel)) continue;
    problems.push_back({fmt::format("/prices/{}/channel", i), "unknown", Message(kChannelUnknown)});
  }
  return refuse_if_any(std::move(problems));
}

bool is_other(std::optional<VariantId> found, VariantId id) {
  return found && *found != id;
}

// What is taken already of what must be a variant's alone.
Result<void> check_taken(store::Snapshot& snapshot, const Variant& variant) {
  if (is_other(sql::with_sku(snapshot, variant.sku), variant.id)) {
    return refuse(CatalogRefusal::sku_taken, variant.sku.text);
  }
  if (variant.gtin && is_other(sql::with_gtin(snapshot, *variant.gtin), variant.id)) {
    return refuse(CatalogRefusal::gtin_taken, variant.gtin->digits);
  }
  if (is_other(sql::with_values(snapshot, variant.product, variant.option_values), variant.id)) {
    return refuse(CatalogRefusal::values_taken);
  }
  return {};
}

// Why a product was not stored: variants stand in the way, else somebody was faster.
Refusal not_stored(store::Snapshot& snapshot, const Product& before, const Product& after) {
  if (before.options.size() != after.options.size() &&
      !sql::variants_of(snapshot, before.id).empty()) {
    return Refusal(kind_of(CatalogRefusal::options_in_use), std::to_string(before.options.size()));
  }
  return stale(before.version + 1);
}

}  // namespace

Refusal stale(std::int64_t present) {
  return Refusal(kind_of(api::ApiRefusal::version_changed))
      .with({{"/version", "version", Message(kPresentVersion, std::to_string(present))}});
}

Result<Product> insert(store::Tx& tx, const access::Actor& actor, Product product) {
  TRY_VOID(refuse_if_any(problems_of(product)));
  product.version = 1;
  product.changed = actor.now;
  sql::insert(tx, product);
  record<Product>(tx, actor, "product", nullptr, product);
  return product;
}

Result<Product> save(store::Tx& tx, const access::Actor& actor, const Product& before,
                     Product after) {
  if (after == before) return before;
  TRY_VOID(refuse_if_any(problems_of(after)));
  after.version = before.version + 1;
  after.changed = actor.now;
  if (!sql::update(tx, after, before.version)) {
    return std::unexpected(not_stored(tx, before, after));
  }
  record(tx, actor, "product", &before, after);
  return after;
}

Result<Variant> insert(store::Tx& tx, const access::Actor& actor, const Product& product,
                       Variant variant) {
  TRY_VOID(check(tx, product, nullptr, variant));
  TRY_VOID(check_taken(tx, variant));
  variant.version = 1;
  variant.changed = actor.now;
  if (!sql::count_variant(tx, product)) return std::unexpected(stale(product.version + 1));
  if (!sql::insert(tx, variant)) return refuse(CatalogRefusal::sku_taken, variant.sku.text);
  sql::replace_prices(tx, variant.id, variant.prices);
  record<Variant>(tx, actor, "variant", nullptr, variant);
  return variant;
}

Result<Variant> save(store::Tx& tx, const access::Actor& actor, const Variant& before,
                     Variant after) {
  if (after == before) return before;
  const Product product = TRY(catalog::product(tx, before.product));
  TRY_VOID(check(tx, product, &before, after));
  TRY_VOID(check_taken(tx, after));
  after.version = before.version + 1;
  after.changed = actor.now;
  if (!sql::update(tx, after, before.version)) return std::unexpected(stale(before.version + 1));
  if (after.prices != before.prices) sql::replace_prices(tx, after.id, after.prices);
  record(tx, actor, "variant", &before, after);
  return after;
}

}  // namespace sluis::catalog
