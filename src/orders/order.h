// What an order is: a sale through one channel, with its lines, what was paid of it, and the
// deliveries by which it reaches its buyer. Amounts on lines are exact; what is payable, paid and
// given back is in whole cents.
#pragma once

#include "channels/channels.h"
#include "identities/identities.h"
#include "stock/stock.h"
#include "taxes/taxes.h"

namespace sluis::orders {

struct OrderIdTag {
  static constexpr std::string_view prefix = "ord";
};
using OrderId = Id<OrderIdTag>;
struct DeliveryIdTag {
  static constexpr std::string_view prefix = "dlv";
};
using DeliveryId = Id<DeliveryIdTag>;
struct PaymentIdTag {
  static constexpr std::string_view prefix = "pay";
};
using PaymentId = Id<PaymentIdTag>;
struct EntryIdTag {
  static constexpr std::string_view prefix = "ent";
};
using EntryId = Id<EntryIdTag>;
using catalog::VariantId;
using stock::Quantity;

// The life of an order; which act leads from where to where is a table (life.h). What is placed
// waits for its payment; from confirmed on it is a sale.
enum class State : std::uint8_t {
  placed,
  confirmed,
  partly_fulfilled,
  fulfilled,
  partly_returned,
  returned,
  cancelled
};
BOOST_DESCRIBE_ENUM(State, placed, confirmed, partly_fulfilled, fulfilled, partly_returned,
                    returned, cancelled)

// When the buyer pays: before anything leaves, on an invoice, or where the pieces are collected.
enum class Settlement : std::uint8_t { prepaid, on_account, at_pickup };
BOOST_DESCRIBE_ENUM(Settlement, prepaid, on_account, at_pickup)

// How pieces reach the buyer: sent, collected where they were paid for, kept ready to be paid for
// and collected, or taken along at once.
enum class Method : std::uint8_t { ship, collect, reserve, carry_out };
BOOST_DESCRIBE_ENUM(Method, ship, collect, reserve, carry_out)

using Reference = Line<1, 64>;
using Voucher = Line<0, 40>;

struct Order {
  OrderId id;
  std::int64_t version = 0;
  Reference reference;  // what people call it; unique within its channel
  State state = State::placed;
  ChannelId channel;
  std::optional<PartnerId> partner;    // whose channel it is
  std::optional<LocationId> location;  // where it was placed
  channels::Phase phase = channels::Phase::purchase;
  Line<0, 120> campaign;
  std::optional<UserId> agent;
  std::optional<IdentityId> identity;  // who bought, as it was seen
  taxes::Country country;              // whose VAT it is
  Currency currency;
  Settlement settlement = Settlement::prepaid;
  Micro net;  // of all lines, as sold
  Micro vat;
  Micro gross;
  Micro rounding;  // the line that makes it whole cents
  Micro payable;
  Micro lapsed;  // gross, of what was cancelled and given back
  Micro waived;  // taken off afterwards, as goodwill
  Micro paid;
  Micro refunded;
  std::optional<Micro> cost;    // of what was sold, fees included; none where a cost is not known
  std::optional<Micro> margin;  // net less cost, as known at the sale
  Voucher voucher;
  std::optional<OrderId> exchange_of;
  Instant placed;
  std::optional<Instant> confirmed;
  std::optional<Instant> pay_by;  // else it is cancelled
  Instant changed;
  bool operator==(const Order&) const = default;
};
BOOST_DESCRIBE_STRUCT(Order, (),
                      (id, version, reference, state, channel, partner, location, phase, campaign,
                       agent, identity, country, currency, settlement, net, vat, gross, rounding,
                       payable, lapsed, waived, paid, refunded, cost, margin, voucher, exchange_of,
                       placed, confirmed, pay_by, changed))

enum class LineKind : std::uint8_t { product, transport };
BOOST_DESCRIBE_ENUM(LineKind, product, transport)

struct OrderLine {
  OrderId order_id;
  std::int64_t number = 0;  // from 1
  LineKind kind = LineKind::product;
  std::optional<VariantId> variant;
  Line<0, 64> sku;
  Line<0, 200> name;
  std::int64_t quantity = 0;
  Micro price;  // of one, as the buyer saw it
  bool includes_vat = true;
  Micro discount;  // of the whole line, in the same way
  taxes::VatClass vat_class = taxes::VatClass::standard;
  taxes::BasisPoints vat_rate = 0;
  Micro net;  // of the whole line, less discount
  Micro vat;
  Micro gross;
  std::optional<Micro> goods_cost;  // of the whole line
  Micro channel_fee;                // its share of what the sale costs
  Micro payment_fee;
  Micro transport_cost;
  std::int64_t cancelled = 0;
  std::int64_t fulfilled = 0;
  std::int64_t returned = 0;
  bool operator==(const OrderLine&) const = default;

  std::int64_t open() const { return quantity - cancelled - fulfilled; }
  std::int64_t lapsed() const { return cancelled + returned; }
};
BOOST_DESCRIBE_STRUCT(OrderLine, (),
                      (order_id, number, kind, variant, sku, name, quantity, price, includes_vat,
                       discount, vat_class, vat_rate, net, vat, gross, goods_cost, channel_fee,
                       payment_fee, transport_cost, cancelled, fulfilled, returned))

// A parcel or a pick-up: pieces of an order from one location. Asked: somebody there must still
// accept it. On its way: to where it is collected.
enum class DeliveryState : std::uint8_t {
  asked,
  accepted,
  on_its_way,
  ready,
  done,
  declined,
  cancelled
};
BOOST_DESCRIBE_ENUM(DeliveryState, asked, accepted, on_its_way, ready, done, declined, cancelled)

struct Delivery {
  OrderId order_id;
  DeliveryId id;
  Method method = Method::ship;
  DeliveryState state = DeliveryState::accepted;
  LocationId location;             // where something is to be done with it
  std::optional<Instant> expires;  // to be accepted, or to be collected, before
  Line<0, 200> tracking;
  Instant created;
  std::optional<Instant> handed_over;  // the last of it
  std::optional<Instant> received;     // by the buyer; of what is sent only if somebody says so
  // Where it is collected, when its pieces lay elsewhere; location is that place once it was sent.
  std::optional<LocationId> brought_to;
  bool operator==(const Delivery&) const = default;

  bool is_elsewhere() const { return brought_to && *brought_to != location; }
};
BOOST_DESCRIBE_STRUCT(Delivery, (),
                      (order_id, id, method, state, location, expires, tracking, created,
                       handed_over, received, brought_to))

// A promise of stock, and how many of its pieces are in each piece of a line: more promises than
// one stand behind a bundle.
struct Hold {
  stock::ReservationId reservation;
  std::int64_t each = 1;
  bool operator==(const Hold&) const = default;
};
BOOST_DESCRIBE_STRUCT(Hold, (), (reservation, each))

// What of a line is in a delivery.
struct DeliveryItem {
  OrderId order_id;
  DeliveryId delivery;
  std::int64_t line = 0;
  std::int64_t quantity = 0;
  std::int64_t fulfilled = 0;
  std::int64_t cancelled = 0;
  std::vector<Hold> holds;  // none of what was taken along at once
  bool operator==(const DeliveryItem&) const = default;

  std::int64_t open() const { return quantity - fulfilled - cancelled; }
};
BOOST_DESCRIBE_STRUCT(DeliveryItem, (),
                      (order_id, delivery, line, quantity, fulfilled, cancelled, holds))

enum class PaymentKind : std::uint8_t { payment, refund };
BOOST_DESCRIBE_ENUM(PaymentKind, payment, refund)
// Asked: a provider has been, or will be, asked for it.
enum class PaymentState : std::uint8_t { asked, succeeded, failed };
BOOST_DESCRIBE_ENUM(PaymentState, asked, succeeded, failed)

struct Payment {
  OrderId order_id;
  PaymentId id;
  PaymentKind kind = PaymentKind::payment;
  PaymentState state = PaymentState::succeeded;
  Slug method;                   // "cash", "card", "marketplace", "exchange"
  std::optional<Slug> provider;  // who carries it out; none: it was written down
  Micro amount;
  Line<0, 200> reference;  // theirs
  Instant created;
  std::optional<Instant> settled;
  bool operator==(const Payment&) const = default;
};
BOOST_DESCRIBE_STRUCT(Payment, (),
                      (order_id, id, kind, state, method, provider, amount, reference, created,
                       settled))

// Whom it goes to. Kept apart from the order, so that it can be forgotten.
struct Buyer {
  Line<0, 200> name;
  Line<0, 254> email;
  Line<0, 40> phone;
  Prose<500> address;
  Prose<1000> note;
  bool operator==(const Buyer&) const = default;
};
BOOST_DESCRIBE_STRUCT(Buyer, (), (name, email, phone, address, note))

// What happened to an order, one line of its timeline.
struct Entry {
  OrderId order_id;
  EntryId id;
  Instant moment;
  std::string actor;
  std::string what;             // "placed", "cancelled"
  std::int64_t pieces = 0;      // it was about
  std::optional<Micro> amount;  // of money that moved
  Line<0, 200> note;            // in somebody's words; gone when the buyer is forgotten
};
BOOST_DESCRIBE_STRUCT(Entry, (), (order_id, id, moment, actor, what, pieces, amount, note))

}  // namespace sluis::orders
