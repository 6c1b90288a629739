// Orders over all channels: placed, paid, handed over, cancelled, brought back. Whatever an act
// does to the order, to stock, to money and to the log of events is one unit; whoever acts on an
// order takes its row first, so that acts on one order come one after the other.
#pragma once

#include "events/events.h"
#include "orders/draft.h"
#include "orders/pricing.h"

namespace sluis::orders {

enum class OrderRefusal : std::uint8_t {
  order_unknown,
  reference_taken,
  channel_closed,
  no_lines,
  line_unknown,
  amount_too_large,
  price_changed,
  price_not_yours,
  not_whole_cents,
  voucher_not_valid,
  voucher_used_up,
  voucher_not_theirs,
  voucher_code_taken,
  voucher_empty,
  location_needed,
  act_not_allowed,
  too_few,
  more_than_open,
  delivery_unknown,
  handling_not_allowed,
  pays_too_much,
  nothing_to_pay,
  not_paid,
  provider_unknown,
};
BOOST_DESCRIBE_ENUM(OrderRefusal, order_unknown, reference_taken, channel_closed, no_lines,
                    line_unknown, amount_too_large, price_changed, price_not_yours, not_whole_cents,
                    voucher_not_valid, voucher_used_up, voucher_not_theirs, voucher_code_taken,
                    voucher_empty, location_needed, act_not_allowed, too_few, more_than_open,
                    delivery_unknown, handling_not_allowed, pays_too_much, nothing_to_pay, not_paid,
                    provider_unknown)
const RefusalKind& kind_of(OrderRefusal refusal);

// What somebody sees: a partner the orders of its channels; a store lists those that were placed or
// are handed over there, but finds any by its reference, so that it can be brought back anywhere.
// Only who sees what channels cost sees costs and margins; analysts and partners see no names.
struct Sight {
  bool costs = false;
  bool names = false;
  bool sets_prices = false;
  std::optional<PartnerId> partner;
  std::optional<LocationId> location;
  std::optional<CustomerId> customer;  // who sees their own
};
Sight sight_of(const api::Principal& who);
constexpr Sight kEverything{.costs = true,
                            .names = true,
                            .sets_prices = true,
                            .partner = {},
                            .location = {},
                            .customer = {}};

bool sees(store::Snapshot& snapshot, const Sight& sight, const Order& order);

// ---- Looking

struct Listed : Order {
  std::string buyer;  // the name, else the e-mail address
};
BOOST_DESCRIBE_STRUCT(Listed, (Order), (buyer))

struct Query {
  std::string search;  // words of reference, name, e-mail address and SKUs, each from its beginning
  std::optional<ChannelId> channel;
  std::optional<State> state;
  std::optional<CustomerId> customer;
  std::optional<LocationId> location;  // where it was placed
  std::optional<Instant> from;         // placed
  std::optional<Instant> to;
  std::optional<OrderId> before;
  std::int64_t limit = 100;
};
struct OrderList {
  std::vector<Listed> orders;  // the newest first
  std::optional<OrderId> next;
};
OrderList list(store::Snapshot& snapshot, const Sight& sight, const Query& query);

// An order with all that hangs on it.
struct FullOrder {
  Order order;
  std::vector<OrderLine> lines;
  std::vector<Delivery> deliveries;
  std::vector<DeliveryItem> items;
  std::vector<Payment> payments;
  std::vector<Entry> timeline;
  Buyer buyer;
};
Result<FullOrder> find(store::Snapshot& snapshot, const Sight& sight, OrderId id);

// ---- Acting. Each act is told in the trail of the order and to the outbox (topics
// orders.order_placed, _confirmed, _cancelled, _fulfilled, _paid, _refunded).

// Where an order is handled: the unit, who acts, and the log of events.
struct Desk {
  store::Tx& tx;
  const access::Actor& actor;
  events::Intake& intake;
};

Result<Order> place(const Desk& desk, const Sight& sight, const OrderDraft& draft,
                    std::optional<OrderId> exchange_of = {});

// Some pieces of a line.
struct Pieces {
  std::int64_t line = 0;
  Quantity quantity;
};
BOOST_DESCRIBE_STRUCT(Pieces, (), (line, quantity))
// These pieces, or all that were not handed over; they go back into stock.
Result<Order> cancel(const Desk& desk, const Sight& sight, OrderId id,
                     const std::vector<Pieces>& pieces, const Line<0, 200>& reason);

// What was paid is written down, or asked of a provider.
Result<Order> pay(const Desk& desk, const Sight& sight, OrderId id, const PaymentDraft& payment);

// ---- Handing over

// The pick list of a location: what is to be accepted, prepared and handed over there.
struct OpenDelivery : Delivery {
  Reference reference;
  std::string buyer;
};
BOOST_DESCRIBE_STRUCT(OpenDelivery, (Delivery), (reference, buyer))
std::vector<OpenDelivery> open_deliveries(store::Snapshot& snapshot, const Sight& sight,
                                          std::optional<LocationId> location,
                                          std::optional<DeliveryId> after, std::int64_t limit);
Result<Order> accept(const Desk& desk, const Sight& sight, DeliveryId id);
Result<Order> prepare(const Desk& desk, const Sight& sight, DeliveryId id);
// It left for where it is collected, promised on its way there; it came in there, and lies ready.
Result<Order> send(const Desk& desk, const Sight& sight, DeliveryId id);
Result<Order> arrive(const Desk& desk, const Sight& sight, DeliveryId id);
// Another location sends it, or it is cancelled.
Result<Order> decline(const Desk& desk, const Sight& sight, DeliveryId id);
// All that is in it, or some pieces.
Result<Order> hand_over(const Desk& desk, const Sight& sight, DeliveryId id,
                        const std::vector<Pieces>& pieces, const Line<0, 200>& tracking);
// What was sent has reached the buyer.
Result<Order> confirm_receipt(const Desk& desk, const Sight& sight, DeliveryId id);

// An order that was not paid in time, or a delivery that nobody accepted or collected.
using Waiting = std::variant<OrderId, DeliveryId>;
// The longest first; at most `limit` orders and as many deliveries.
std::vector<Waiting> overdue(store::Snapshot& snapshot, Instant now, std::int64_t limit);
// Ends it; false when it waits no longer, or not yet for too long.
Result<bool> expire(const Desk& desk, const Waiting& waiting);

// ---- Settings

Terms terms(store::Snapshot& snapshot, ChannelId channel);
Result<Terms> set_terms(store::Tx& tx, const access::Actor& actor, const Terms& terms);

struct VoucherDraft {
  Line<1, 40> code;  // whatever its capitals
  Line<0, 120> name;
  std::optional<ChannelId> channel;  // else honoured in all
  std::optional<Money> amount;       // off the order; or a part of it:
  std::optional<Whole<1, 10'000>> basis_points;
  std::optional<Instant> from;
  std::optional<Instant> to;
  std::optional<Whole<1, 1'000'000'000>> uses;  // else once
  // So much of what is sold remains as margin on the goods, in hundredths of a percent of its net:
  // where less would, less is taken off. Where a cost is not known nothing is.
  std::optional<Whole<0, 9'999>> floor_basis_points;
};
BOOST_DESCRIBE_STRUCT(VoucherDraft, (),
                      (code, name, channel, amount, basis_points, from, to, uses,
                       floor_basis_points))
struct VoucherState {
  Voucher code;
  Line<0, 120> name;
  std::optional<ChannelId> channel;
  Currency currency;
  Micro amount;
  std::int64_t basis_points = 0;
  std::optional<Instant> from_moment;
  std::optional<Instant> to_moment;
  std::int64_t uses = 0;
  std::int64_t uses_most = 1;
  bool active = true;
  Instant created;
  std::optional<IdentityId> identity;  // for this customer alone, by whatever identity
  std::optional<UserId> given_by;      // the adviser who gave it
  std::optional<std::int64_t> floor_basis_points;
};
BOOST_DESCRIBE_STRUCT(VoucherState, (),
                      (code, name, channel, currency, amount, basis_points, from_moment, to_moment,
                       uses, uses_most, active, created, identity, given_by, floor_basis_points))

// Of one that an adviser gives to whom they talk with.
struct Gift {
  IdentityId to;
  UserId by;
};
Result<VoucherState> add_voucher(store::Tx& tx, const access::Actor& actor,
                                 const VoucherDraft& draft, const std::optional<Gift>& gift = {});
// That of a customer which an adviser gave last, if it holds now and was not used.
std::optional<VoucherState> gift_to(store::Snapshot& snapshot, IdentityId to, Instant now);
// To whom there is one that somebody could still use.
std::vector<IdentityId> gifted(store::Snapshot& snapshot, Instant now);
std::vector<VoucherState> vouchers(store::Snapshot& snapshot, const std::string& after,
                                   std::int64_t limit);

}  // namespace sluis::orders
