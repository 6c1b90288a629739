#include "events/shipment.h"

#include <algorithm>

#include "events/props.h"

namespace sluis::events {
namespace {

constexpr std::string_view kOrder = "order_completed";
constexpr std::string_view kLine = "order_line";
constexpr std::string_view kRefund = "order_refunded";
constexpr std::string_view kAdjustment = "adjustment";

bool is_sale(std::string_view kind) {
  return kind == kOrder || kind == kLine;
}

bool is_money(std::string_view kind) {
  return is_sale(kind) || kind == kRefund || kind == kAdjustment;
}

// What a counted event adds to the sums of its kind.
Sums amounts_of(std::string_view kind, std::optional<Micro> quantity, std::optional<Micro> revenue,
                std::optional<Micro> cost) {
  return {.events = 0,
          .orders = kind == kOrder ? 1 : 0,
          .quantity = quantity.value_or(Micro()),
          .revenue = revenue.value_or(Micro()),
          .cost = cost.value_or(Micro())};
}

// An identity's sums go over all kinds: units are what was sold, money is what money facts say.
Sums of_identity(std::string_view kind, Sums sums) {
  if (!is_sale(kind)) sums.quantity = {};
  if (!is_money(kind)) sums.revenue = sums.cost = {};
  return sums;
}

Sums negated(const Sums& sums) {
  return {-sums.events, -sums.orders, -sums.quantity, -sums.revenue, -sums.cost};
}

// What follows each other is often of one visit, and then one row.
template <class Key, class Row>
void add_row(std::vector<Row>& rows, Row row) {
  const Key& key = row;
  if (!rows.empty() && static_cast<const Key&>(rows.back()) == key) {
    rows.back() += row;
  } else {
    rows.push_back(std::move(row));
  }
}

template <class Key, class Row>
void merge_equal_keys(std::vector<Row>& rows) {
  const auto key_of = [](const Row& row) -> const Key& { return row; };
  std::ranges::sort(rows, {}, key_of);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (kept > 0 && key_of(rows[kept - 1]) == key_of(rows[i])) {
      rows[kept - 1] += rows[i];
    } else {
      if (kept != i) rows[kept] = std::move(rows[i]);
      ++kept;
    }
  }
  rows.resize(kept);
}

}  // namespace

Sums& Sums::operator+=(const Sums& other) {
  events += other.events;
  orders += other.orders;
  quantity += other.quantity;
  revenue += other.revenue;
  cost += other.cost;
  return *this;
}

IdentityDayRow& IdentityDayRow::operator+=(const IdentityDayRow& other) {
  Sums::operator+=(other);
  if (!first_ts || (other.first_ts && *other.first_ts < *first_ts)) first_ts = other.first_ts;
  last_ts = std::max(last_ts, other.last_ts);
  return *this;
}

void Shipment::add(const Batch& batch) {
  for (const Event& event : batch.events) {
    events_.push_back({.event = event.id,
                       .ts = event.ts,
                       .received = batch.received,
                       .day = calendar_.day_of(event.ts),
                       .source = batch.source,
                       .identity = event.identity(),
                       .channel = event.channel,
                       .kind = event.kind,
                       .phase = event.phase,
                       .campaign = event.campaign,
                       .product = event.product,
                       .quantity = event.quantity,
                       .revenue = event.revenue,
                       .cost = event.cost,
                       .currency = event.currency,
                       .duration_s = event.duration_s,
                       .order_reference = event.order,
                       .part = event.part,
                       .counted = event.counted,
                       .props = shown_props(event.props)});
    add_breakdown(events_.back());
    add_sums(events_.back());
  }
}

// What tells about a person stays in the operational store.
std::string_view Shipment::shown_props(std::string_view props) {
  constexpr std::string_view kPrivate = "$private";
  if (props.empty()) return "{}";
  if (!props.contains(kPrivate)) return props;
  return shown_props_.emplace_back(with_property(props, kPrivate, std::nullopt));
}

void Shipment::add_breakdown(const EventRow& event) {
  if (event.order_reference.empty()) return;
  const auto breakdown = breakdown_in(event.props);
  if (!breakdown) return;
  breakdowns_.push_back({*breakdown, event.event, event.day, event.channel, event.currency});
}

void Shipment::add_sums(const EventRow& event) {
  Sums sums =
      event.counted ? amounts_of(event.kind, event.quantity, event.revenue, event.cost) : Sums{};
  sums.events = 1;
  add_row<DailyKey>(daily_,
                    {{event.day, event.channel, std::string(event.kind), event.currency}, sums});
  if (event.identity == IdentityId{}) return;
  add_row<IdentityDayKey>(identity_days_,
                          {{event.identity, event.day, event.channel, event.currency},
                           of_identity(event.kind, sums),
                           event.ts,
                           event.ts,
                           number_});
}

void Shipment::withdraw(const WithdrawnRow& event) {
  const Sums sums = negated(amounts_of(event.kind, event.quantity, event.revenue, event.cost));
  add_row<DailyKey>(daily_, {{event.day, event.channel, event.kind, event.currency}, sums});
  if (event.identity == IdentityId{}) return;
  add_row<IdentityDayKey>(identity_days_,
                          {{event.identity, event.day, event.channel, event.currency},
                           of_identity(event.kind, sums),
                           {},
                           {},
                           number_});
}

void Shipment::end_piece() {
  events_.clear();
  breakdowns_.clear();
  shown_props_.clear();
  merge_equal_keys<DailyKey>(daily_);
  merge_equal_keys<IdentityDayKey>(identity_days_);
}

}  // namespace sluis::events
