// The buyer withdraws from an order without a reason, and gets a confirmation to keep.

#include <fmt/format.h>

#include "company/company.h"
#include "orders/acts.h"
#include "orders/returns.h"
#include "orders/store.h"
#include "orders/store_returns.h"
#include "platform/outbox/outbox.h"
#include "platform/zones/zone.h"

namespace sluis::orders {
namespace {

constexpr std::chrono::days kPeriod{14};  // Directive 2011/83/EU, article 9

constexpr Text kConfirmation{
    "Confirmation of withdrawal\n\n{0}\nOrder {1}\nReceived on {2}\n\nYou have withdrawn "
    "from the purchase of:\n{3}\nWhat you have paid for it goes back to you within 14 days, the "
    "delivery included. Send back what you have received within 14 days.\n",
    "Bevestiging van herroeping\n\n{0}\nOrder {1}\nOntvangen op {2}\n\nU hebt de koop "
    "herroepen van:\n{3}\nWat u ervoor hebt betaald krijgt u binnen 14 dagen terug, met de "
    "bezorgkosten. Stuur wat u hebt ontvangen binnen 14 dagen terug.\n"};

struct WithdrawalFact {
  OrderId order;
  ReturnId id;
};
BOOST_DESCRIBE_STRUCT(WithdrawalFact, (), (order, id))

bool was_taken_along(const FullOrder& whole) {
  return std::ranges::any_of(whole.deliveries, [](const Delivery& delivery) {
    return delivery.method == Method::carry_out;
  });
}

// The period ends with the fourteenth day after that of the last receipt; while something that was
// sent is not known to have arrived it has not ended.
bool is_in_time(const company::Settings& company, const FullOrder& whole, Instant now) {
  std::optional<Instant> last;
  for (const Delivery& delivery : whole.deliveries) {
    if (delivery.state == DeliveryState::cancelled || delivery.state == DeliveryState::declined) {
      continue;
    }
    if (!delivery.received) return true;
    last = last ? std::max(*last, *delivery.received) : *delivery.received;
  }
  return !last || company::today(company, now) <= company::today(company, *last) + kPeriod;
}

// "2026-01-05 10:00 (Europe/Amsterdam)"
std::string moment_in_words(const company::Settings& company, Instant moment) {
  const auto zone = zones::Zone::find(company.zone);
  const std::string shown = to_string(zone ? zone->shown_at(moment) : moment);
  return fmt::format("{} {} ({})", shown.substr(0, 10), shown.substr(11, 5), company.zone);
}

std::string pieces_in_words(const FullOrder& whole) {
  std::string words;
  for (const OrderLine& line : whole.lines) {
    if (line.kind != LineKind::product || line.lapsed() == line.quantity) continue;
    words +=
        fmt::format("{} x {} ({})\n", line.quantity - line.lapsed(), line.name.text, line.sku.text);
  }
  return words;
}

Result<void> cancel_open(const Desk& desk, FullOrder& whole) {
  if (!may(whole.order.state, Act::cancel)) return {};
  std::vector<Cut> cuts;
  for (OrderLine& line : whole.lines) {
    if (line.kind == LineKind::product && line.open() > 0) cuts.push_back({&line, line.open()});
  }
  return cuts.empty() ? Result<void>{} : cut(desk, whole, cuts);
}

// What was handed over is announced as coming back.
void expect_back(const Desk& desk, const FullOrder& whole, ReturnId id) {
  Return back{.order_id = whole.order.id,
              .id = id,
              .way = Way::post,
              .withdrawal = true,
              .channel = {},
              .location = {},
              .pieces = {},
              .created = desk.actor.now,
              .received = {}};
  for (const OrderLine& line : whole.lines) {
    const std::int64_t left = line.fulfilled - line.returned;
    if (left > 0) back.pieces.push_back({line.number, {left}});
  }
  if (!back.pieces.empty()) sql::insert(desk.tx, back);
}

}  // namespace

Result<Withdrawal> withdraw(const Desk& desk, const Sight& sight, OrderId id, Language language) {
  FullOrder whole = TRY(taken(desk, sight, id, std::nullopt));
  if (const auto before = sql::withdrawal(desk.tx, id)) return *before;
  if (was_taken_along(whole)) {
    return refuse(ReturnRefusal::bought_in_store, whole.order.reference.text);
  }
  const std::string pieces = pieces_in_words(whole);
  if (pieces.empty()) {
    return refuse(OrderRefusal::act_not_allowed, whole.order.reference.text,
                  enum_name(whole.order.state));
  }
  const company::Settings company = company::settings(desk.tx).settings;
  if (!is_in_time(company, whole, desk.actor.now)) {
    return refuse(ReturnRefusal::withdrawal_too_late, whole.order.reference.text);
  }
  const Message words(kConfirmation, company.name.text, whole.order.reference.text,
                      moment_in_words(company, desk.actor.now), pieces);
  Withdrawal withdrawal{.order_id = id,
                        .id = desk.actor.ids.next<ReturnId>(),
                        .moment = desk.actor.now,
                        .confirmation = words.in(language)};
  TRY_VOID(cancel_open(desk, whole));
  expect_back(desk, whole, withdrawal.id);
  sql::insert(desk.tx, withdrawal);
  tell(desk, whole.order, {.what = "withdrawn"});
  outbox::append(desk.tx, desk.actor.now, "orders.withdrawal_confirmed",
                 WithdrawalFact{id, withdrawal.id});
  sql::settle(desk.tx, whole.order);
  return withdrawal;
}

Result<Withdrawal> withdrawal_of(store::Snapshot& snapshot, const Sight& sight, OrderId id) {
  const auto order = sql::order(snapshot, id);
  const auto found = sql::withdrawal(snapshot, id);
  if (!order || !found || !sees(snapshot, sight, *order)) {
    return refuse(ReturnRefusal::return_unknown);
  }
  return *found;
}

}  // namespace sluis::orders
