#include "catalog/changes.h"

#include <fmt/format.h>

#include "catalog/rules.h"
#include "catalog/store.h"
#include "catalog/store_content.h"
#include "channels/channels.h"
#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"

namespace sluis::catalog {
namespace {

constexpr Text kChannelUnknown{"There is no channel with this id.",
                               "Er is geen kanaal met dit id."};
constexpr Text kPartUnknown{"There is no variant with this id.", "Er is geen variant met dit id."};
constexpr Text kPartIsBundle{"A bundle has no bundles in it; name their parts.",
                             "In een bundel zit geen bundel; noem de onderdelen daarvan."};
constexpr Text kPictureNotSent{"There is no picture with this name. Send it in first.",
                               "Er is geen beeld met deze naam. Stuur het eerst in."};
constexpr Text kBundleForEver{
    "What is a bundle stays one, and nothing else becomes one. Add another variant.",
    "Wat een bundel is, blijft dat, en iets anders wordt het niet. Voeg een andere variant toe."};
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

void check_parts(store::Snapshot& snapshot, const Variant* before, const Variant& after,
                 std::vector<FieldProblem>& problems) {
  if (before != nullptr && before->bundle == after.parts.empty()) {
    problems.push_back({"/parts", "conflict", Message(kBundleForEver)});
  }
  for (std::size_t i = 0; i < after.parts.size() && problems.empty(); ++i) {
    const auto part = sql::variant(snapshot, after.parts[i].variant);
    const auto add = [&](std::string_view code, const Text& text) {
      problems.push_back({fmt::format("/parts/{}/variant", i), code, Message(text)});
    };
    if (!part) add("unknown", kPartUnknown);
    if (part && part->bundle) add("conflict", kPartIsBundle);
  }
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
  check_parts(snapshot, before, after, problems);
  return refuse_if_any(std::move(problems));
}

// A channel that was named before is no reason to refuse a change.
Result<void> check(store::Snapshot& snapshot, const Content& before, const Content& after) {
  std::vector<FieldProblem> problems = problems_of(after);
  for (std::size_t i = 0; i < after.texts.size() && problems.empty(); ++i) {
    const auto channel = after.texts[i].channel;
    if (!channel || std::ranges::count(before.texts, channel, &Wording::channel) != 0) continue;
    if (channels::find(snapshot, channels::kEverything, *channel)) continue;
    problems.push_back({fmt::format("/texts/{}/channel", i), "unknown", Message(kChannelUnknown)});
  }
  for (std::size_t i = 0; i < after.pictures.size() && problems.empty(); ++i) {
    if (sql::picture(snapshot, after.pictures[i].picture)) continue;
    problems.push_back(
        {fmt::format("/pictures/{}/picture", i), "unknown", Message(kPictureNotSent)});
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

Result<Product> save(store::Tx& tx, const access::Actor& actor, const Product& product,
                     const Content& before, const Content& after) {
  if (after == before) return product;
  TRY_VOID(check(tx, before, after));
  Product next = product;
  next.version = product.version + 1;
  next.changed = actor.now;
  if (!sql::next_version(tx, next)) return std::unexpected(stale(next.version));
  if (after.texts != before.texts) sql::replace_texts(tx, next.id, after.texts);
  if (after.pictures != before.pictures) sql::replace_pictures(tx, next.id, after.pictures);
  access::audit(tx, actor,
                {.entity = "product",
                 .id = to_string(next.id),
                 .action = "changed",
                 .before = Json{to_json(before)},
                 .after = Json{to_json(after)}});
  outbox::append(tx, actor.now, "catalog.product_changed", fact_of(next));
  return next;
}

Result<Variant> insert(store::Tx& tx, const access::Actor& actor, const Product& product,
                       Variant variant) {
  TRY_VOID(check(tx, product, nullptr, variant));
  TRY_VOID(check_taken(tx, variant));
  variant.version = 1;
  variant.bundle = !variant.parts.empty();
  variant.changed = actor.now;
  if (!sql::count_variant(tx, product)) return std::unexpected(stale(product.version + 1));
  if (!sql::insert(tx, variant)) {
    // Somebody was faster since: what they took is there to be seen now.
    TRY_VOID(check_taken(tx, variant));
    return std::unexpected(stale(product.version + 1));
  }
  sql::replace_prices(tx, variant.id, variant.prices);
  sql::replace_parts(tx, variant.id, variant.parts);
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
  if (!sql::update(tx, after, before.version)) {
    TRY_VOID(check_taken(tx, after));
    return std::unexpected(stale(before.version + 1));
  }
  if (after.prices != before.prices) sql::replace_prices(tx, after.id, after.prices);
  if (after.parts != before.parts) sql::replace_parts(tx, after.id, after.parts);
  record(tx, actor, "variant", &before, after);
  return after;
}

}  // namespace sluis::catalog
