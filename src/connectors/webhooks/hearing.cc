#include "connectors/webhooks/hearing.h"

#include <fmt/format.h>

#include "connectors/ingest/amount.h"
#include "connectors/outgoing/queue.h"
#include "connectors/store_outgoing.h"

namespace sluis::connectors::webhooks {
namespace {

using catalog::VariantId;
using ingest::Node;
using orders::Desk;
using outgoing::Kind;
using outgoing::Learnt;

// Whole and not out of all proportion; shops go below zero when they sold what was not there.
std::optional<std::int64_t> units_in(Node node) {
  const auto amount = ingest::amount_of(node.scalar());
  if (!node.given() || !amount || amount->units() % Micro::kPerUnit != 0) return std::nullopt;
  return amount->units() / Micro::kPerUnit;
}

std::optional<VariantId> variant_in(store::Snapshot& snapshot, Node node) {
  const std::string sku(node["sku"].text());
  return sku.empty() ? std::nullopt : catalog::variant_with(snapshot, catalog::Sku{sku});
}

void tell_if_untrue(const Desk& desk, const Connection& of, VariantId variant) {
  for (const Kind kind : {Kind::stock, Kind::price})
    outgoing::want(desk.tx, of, kind, variant, desk.actor.now);
}

void believe(const Desk& desk, const Connection& of, VariantId variant, std::int64_t units) {
  stock::believe(desk.tx, {.variant = variant,
                           .teller = of.id.number(),
                           .channel = of.channel,
                           .location = of.location,
                           .units = units,
                           .since = desk.actor.now,
                           .delay_ms = {}});
}

void forget(const Desk& desk, const Connection& of, const std::vector<VariantId>& gone) {
  for (const VariantId variant : gone) {
    sql::unlearn(desk.tx, of.id, variant);
    stock::forget_belief(desk.tx, of.id.number(), variant);
  }
}

// They have it now, if they had not; the price that they were told is remembered.
void learn(const Desk& desk, const Connection& of, VariantId variant, Learnt learnt) {
  const auto before = sql::learnt(desk.tx, of.id, variant);
  learnt.connection = of.id;
  learnt.variant = variant;
  learnt.looked = desk.actor.now;
  if (before && before->theirs == learnt.theirs) learnt.price = before->price;
  sql::learn(desk.tx, learnt);
}

std::string gid(std::string_view kind, Node number) {
  return fmt::format("gid://shopify/{}/{}", kind, number.scalar());
}

}  // namespace

Result<Outcome> hear_woo_product(const Desk& desk, const Connection& of, Node body) {
  const auto variant = variant_in(desk.tx, body);
  if (!variant) return Outcome::done;
  Learnt learnt{.theirs = std::string(body["id"].scalar())};
  if (body["type"].text() == "variation") learnt.parent = body["parent_id"].scalar();
  learn(desk, of, *variant, std::move(learnt));
  if (const auto units = units_in(body["stock_quantity"])) believe(desk, of, *variant, *units);
  tell_if_untrue(desk, of, *variant);
  return Outcome::done;
}

Result<Outcome> hear_woo_product_gone(const Desk& desk, const Connection& of, Node body) {
  forget(desk, of, sql::known_as(desk.tx, of.id, std::string(body["id"].scalar()), ""));
  return Outcome::done;
}

Result<Outcome> hear_shopify_level(const Desk& desk, const Connection& of, Node body) {
  const auto pace = sql::pace(desk.tx, of.id);
  const auto units = units_in(body["available"]);
  const bool ours = pace && pace->their_location == gid("Location", body["location_id"]);
  if (!ours || !units) return Outcome::done;
  for (const VariantId variant :
       sql::known_as(desk.tx, of.id, "", gid("InventoryItem", body["inventory_item_id"]))) {
    believe(desk, of, variant, *units);
    tell_if_untrue(desk, of, variant);
  }
  return Outcome::done;
}

Result<Outcome> hear_shopify_product(const Desk& desk, const Connection& of, Node body) {
  for (const Node one : body["variants"]) {
    const auto variant = variant_in(desk.tx, one);
    if (!variant) continue;
    learn(desk, of, *variant,
          {.theirs = gid("ProductVariant", one["id"]),
           .parent = gid("Product", body["id"]),
           .item = gid("InventoryItem", one["inventory_item_id"])});
    tell_if_untrue(desk, of, *variant);
  }
  return Outcome::done;
}

Result<Outcome> hear_shopify_product_gone(const Desk& desk, const Connection& of, Node body) {
  forget(desk, of, sql::known_below(desk.tx, of.id, gid("Product", body["id"])));
  return Outcome::done;
}

}  // namespace sluis::connectors::webhooks
