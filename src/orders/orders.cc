#include "orders/orders.h"

#include "kernel/assert.h"
#include "orders/acts.h"
#include "orders/store.h"
#include "platform/outbox/outbox.h"

namespace sluis::orders {
namespace {

// Whoever sees no names sees no buyer.
void hide(const Sight& sight, Order& order) {
  if (sight.costs) return;
  order.cost.reset();
  order.margin.reset();
}

void hide(const Sight& sight, FullOrder& whole) {
  hide(sight, whole.order);
  if (!sight.names) whole.buyer = {};
  if (!sight.names || sight.customer) {
    for (Entry& entry : whole.timeline)
      entry.note = {};
  }
  if (sight.customer) {
    for (Entry& entry : whole.timeline)
      entry.actor.clear();
  }
  if (sight.costs) return;
  for (OrderLine& line : whole.lines) {
    line.goods_cost.reset();
    line.channel_fee = line.payment_fee = line.transport_cost = Micro();
  }
}

// The orders of each identity of a customer, as one list.
std::vector<Listed> of_customer(store::Snapshot& snapshot, const Sight& sight, const Query& query) {
  std::vector<Listed> all;
  for (const IdentityId id : identities::identities_of(snapshot, *query.customer)) {
    auto some = sql::list(snapshot, query, id, sight.partner, std::nullopt);
    std::ranges::move(some, std::back_inserter(all));
  }
  std::ranges::sort(all, std::greater(), &Listed::id);
  if (std::cmp_greater(all.size(), query.limit + 1))
    all.resize(static_cast<std::size_t>(query.limit) + 1);
  return all;
}

}  // namespace

FullOrder seen_by(const Sight& sight, FullOrder whole) {
  hide(sight, whole);
  return whole;
}

Sight sight_of(const api::Principal& who) {
  using api::Role;
  if (who.audience == api::Audience::customer) return {.names = true, .customer = who.customer};
  const bool manages = who.has(Role::admin) || who.has(Role::manager);
  const bool everywhere = manages || who.has(Role::analyst) || who.has(Role::agent);
  Sight sight{.costs = manages || who.has(Role::analyst),
              .names = manages || who.has(Role::agent) || who.has(Role::store),
              .sets_prices = manages,
              .partner = {},
              .location = {}};
  // A store or a partner that has none sees nothing.
  if (!everywhere && who.has(Role::store)) sight.location = who.location.value_or(LocationId(-1));
  if (!everywhere && !who.has(Role::store)) sight.partner = who.partner.value_or(PartnerId(-1));
  return sight;
}

bool sees(store::Snapshot& snapshot, const Sight& sight, const Order& order) {
  if (sight.partner && order.partner != sight.partner) return false;
  if (!sight.customer) return true;
  return order.identity && identities::customer_of(snapshot, *order.identity) == *sight.customer;
}

OrderList list(store::Snapshot& snapshot, const Sight& sight, const Query& query) {
  OrderList list;
  list.orders = query.customer
                    ? of_customer(snapshot, sight, query)
                    : sql::list(snapshot, query, std::nullopt, sight.partner, sight.location);
  if (std::cmp_greater(list.orders.size(), query.limit)) {
    list.orders.pop_back();
    list.next = list.orders.back().id;
  }
  for (Listed& one : list.orders) {
    hide(sight, one);
    if (!sight.names) one.buyer.clear();
  }
  return list;
}

Result<FullOrder> find(store::Snapshot& snapshot, const Sight& sight, OrderId id) {
  const auto order = sql::order(snapshot, id);
  if (!order || !sees(snapshot, sight, *order)) return refuse(OrderRefusal::order_unknown);
  FullOrder whole{.order = *order,
                  .lines = sql::lines(snapshot, id),
                  .deliveries = sql::deliveries(snapshot, id),
                  .items = sql::items(snapshot, id),
                  .payments = sql::payments(snapshot, id),
                  .timeline = sql::timeline(snapshot, id),
                  .buyer = sql::buyer(snapshot, id)};
  return seen_by(sight, std::move(whole));
}

std::vector<OpenDelivery> open_deliveries(store::Snapshot& snapshot, const Sight& sight,
                                          std::optional<LocationId> location,
                                          std::optional<DeliveryId> after, std::int64_t limit) {
  const auto where = sight.location ? sight.location : location;
  if (!where || (location && location != where) || sight.partner) return {};
  return sql::open_deliveries(snapshot, *where, after, limit);
}

Terms terms(store::Snapshot& snapshot, ChannelId channel) {
  return sql::terms(snapshot, channel);
}

Result<Terms> set_terms(store::Tx& tx, const access::Actor& actor, const Terms& terms) {
  TRY_VOID(channels::find(tx, channels::kEverything, terms.channel));
  if (terms.payment_fixed < Micro() || terms.transport_cost < Micro() ||
      terms.payment_fixed > kLineMost || terms.transport_cost > kLineMost) {
    return refuse(OrderRefusal::amount_too_large, "terms");
  }
  const Terms before = sql::terms(tx, terms.channel);
  sql::set_terms(tx, terms);
  access::audit(tx, actor,
                {.entity = "order_terms",
                 .id = to_string(terms.channel),
                 .action = "changed",
                 .before = Json{to_json(before)},
                 .after = Json{to_json(terms)}});
  outbox::append(tx, actor.now, "orders.terms_set", terms);
  return terms;
}

}  // namespace sluis::orders
