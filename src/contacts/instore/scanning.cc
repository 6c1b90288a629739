#include "contacts/instore/scanning.h"

#include <algorithm>
#include <array>
#include <map>

#include "company/company.h"
#include "contacts/queue/floor.h"
#include "contacts/teams/store.h"

namespace sluis::contacts {
namespace {

std::optional<ChannelId> own_webshop(store::Snapshot& snapshot) {
  const auto all = channels::all(snapshot, channels::kEverything);
  const auto found = std::ranges::find_if(all, [](const channels::Channel& one) {
    return one.form == channels::Form::webshop && one.state != channels::State::ended;
  });
  if (found == all.end()) return std::nullopt;
  return found->id;
}

std::vector<Choice> choices_of(const catalog::Product& product,
                               const catalog::VariantHead& variant) {
  std::vector<Choice> all;
  for (std::size_t i = 0; i < std::min(product.options.size(), variant.option_values.size()); ++i)
    all.push_back({product.options[i], variant.option_values[i]});
  return all;
}

// Where it lies: in this store all that is promised to nobody, elsewhere what may be promised.
void add_stock(store::Snapshot& snapshot, ScannedProduct& product, catalog::VariantId variant,
               std::optional<LocationId> store) {
  std::map<LocationId, stock::Location> places;
  for (stock::Location& place : stock::locations(snapshot, {}))
    places.emplace(place.id, std::move(place));
  if (store) product.in_store = 0;
  const auto available =
      stock::available(snapshot, std::array{variant}, std::nullopt, std::nullopt).front();
  for (const stock::Free& free : available.locations) {
    const stock::Location& place = places.at(free.location);
    if (free.location == store) {
      product.in_store = std::clamp<std::int64_t>(free.on_hand - free.reserved, 0, kPiecesTold);
    } else if (free.free > 0 && place.kind == stock::LocationKind::warehouse) {
      product.delivered = true;
    } else if (free.free > 0) {
      product.elsewhere.push_back({place.name, std::min(free.free, kPiecesTold)});
    }
  }
  std::ranges::sort(product.elsewhere, {},
                    [](const Lying& one) { return std::pair(-one.pieces, one.store.text); });
}

Result<ScannedProduct> product_of(store::Snapshot& snapshot, catalog::VariantId id,
                                  std::optional<LocationId> store, Instant now) {
  const catalog::VariantHead variant = TRY(catalog::variant_head(snapshot, id));
  const catalog::Product of = TRY(catalog::product(snapshot, variant.product));
  ScannedProduct product{.name = of.name,
                         .sku = variant.sku,
                         .gtin = variant.gtin,
                         .choices = choices_of(of, variant),
                         .description = of.description,
                         .price = web_price(snapshot, id, now)};
  add_stock(snapshot, product, id, store);
  return product;
}

// In no store as in one that has no people of its own.
Answering answering(store::Snapshot& snapshot, std::optional<LocationId> store,
                    const std::optional<Tongue>& language, Instant now) {
  const auto teams = answering_in(snapshot, store.value_or(LocationId{}), language, now);
  if (teams.empty()) return Answering::nobody;
  return teams.front().location ? Answering::colleague : Answering::agent;
}

}  // namespace

std::optional<Money> web_price(store::Snapshot& snapshot, catalog::VariantId variant, Instant now) {
  const auto channel = own_webshop(snapshot);
  if (!channel) return std::nullopt;
  const Currency currency = company::settings(snapshot).settings.currency;
  const auto price = catalog::price(
      snapshot, variant, {.channel = *channel, .segments = {}, .currency = currency, .at = now});
  if (!price) return std::nullopt;
  return Money{price->amount, price->currency};
}

Result<Scanned> scanned(store::Snapshot& snapshot, const ScanQuery& query, Instant now) {
  Scanned seen;
  std::optional<LocationId> store;
  if (query.store) {
    const stock::Location place = TRY(store_with(snapshot, *query.store));
    store = place.id;
    seen.store = place.name;
  }
  const auto variant = TRY(scanned_variant(snapshot, query.gtin, query.sku));
  if (variant) seen.product = TRY(product_of(snapshot, *variant, store, now));
  seen.answering = answering(snapshot, store, query.language, now);
  return seen;
}

}  // namespace sluis::contacts
