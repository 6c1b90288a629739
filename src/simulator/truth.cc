#include "simulator/truth.h"

namespace sluis::simulator {

Tally::Tally() {
  for (const Place place : enum_values<Place>())
    places_.push_back({.place = place});
  for (const Act act : enum_values<Act>())
    acts_.push_back({.act = act});
}

void Tally::count(const Event& event) {
  PlaceTruth& place = places_[index_of(event.place)];
  ++place.events;
  switch (event.kind) {
    case Kind::order_completed:
      ++place.orders;
      [[fallthrough]];
    case Kind::order_line:
      place.units += event.quantity;
      place.gross_revenue += event.revenue;
      place.goods_cost += event.cost;
      break;
    case Kind::order_refunded:
      place.refunds += -event.revenue;
      place.goods_cost += event.cost;
      break;
    case Kind::call_answered:
      ++acts_[static_cast<std::size_t>(Act::call)].times;
      break;
    case Kind::mail_delivered:
      ++acts_[static_cast<std::size_t>(Act::mail)].times;
      break;
    case Kind::field_visit:
      ++acts_[static_cast<std::size_t>(Act::visit)].times;
      break;
    default:
      break;
  }
}

void Tally::count(const Effect& effect) {
  ActTruth& act = acts_[static_cast<std::size_t>(effect.act)];
  act.incremental_orders += effect.orders;
  act.incremental_margin += effect.margin;
}

Oracle::Oracle(const Scene& scene) : scene_(scene) {
  for (const CustomerKind kind : enum_values<CustomerKind>())
    mean_quantity_[kind] = mean_quantity(kind, scene.world);
}

Expected Oracle::expected_of(const Customer& customer) const {
  const double margin = customer.lines * mean_quantity_.at(customer.kind) *
                        scene_.catalogue.mean_margin(customer.tier) * (1 - customer.returns);
  const double orders = customer.wants_a_year * customer.buys;
  const auto gain_of_call = [&](bool after_mail) {
    return uplift_of_call(customer, scene_.world, 0, after_mail) * margin;
  };
  return {.margin_of_order = margin,
          .orders_a_year = orders,
          .margin_a_year = orders * margin,
          .gain_of_call = gain_of_call(false),
          .gain_of_call_after_mail = gain_of_call(true),
          .gain_of_mail = customer.mail_uplift * customer.buys * margin,
          .gain_of_visit = customer.visit_uplift * margin};
}

}  // namespace sluis::simulator
