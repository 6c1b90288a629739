// The SQL of orders. What changes a count or an amount is one guarded statement, and false where
// the guard does not hold.
#pragma once

#include "orders/acting.h"

namespace sluis::orders::sql {

std::optional<Order> order(store::Snapshot& snapshot, OrderId id);
// Whoever acts on an order takes it: others wait until this unit ends.
std::optional<Order> take(store::Tx& tx, OrderId id, Instant now);
void settle(store::Tx& tx, const Order& order);
void insert(store::Tx& tx, const Order& order);
// False when the reference is taken in that channel.
bool claim(store::Tx& tx, const Order& order);

// The order that a reservation was made for.
std::optional<OrderId> holder_of(store::Snapshot& snapshot, const stock::Reservation& reservation);

// A page and one more row if there is a page behind it; of one identity where it is given.
std::vector<Listed> list(store::Snapshot& snapshot, const Query& query,
                         std::optional<IdentityId> identity, std::optional<PartnerId> partner,
                         std::optional<LocationId> at);

std::vector<OrderLine> lines(store::Snapshot& snapshot, OrderId id);
void insert(store::Tx& tx, const OrderLine& line);
// So many more were cancelled, handed over and brought back.
struct Step {
  std::int64_t cancelled = 0;
  std::int64_t fulfilled = 0;
  std::int64_t returned = 0;
};
bool count(store::Tx& tx, OrderId id, std::int64_t line, const Step& step);

std::vector<Delivery> deliveries(store::Snapshot& snapshot, OrderId id);
std::optional<OrderId> order_of(store::Snapshot& snapshot, DeliveryId id);
// The first that has waited for too long, to be paid, or to be accepted or collected.
std::vector<OrderId> unpaid(store::Snapshot& snapshot, Instant now, std::int64_t limit);
std::vector<DeliveryId> overdue(store::Snapshot& snapshot, Instant now, std::int64_t limit);
std::vector<OpenDelivery> open_deliveries(store::Snapshot& snapshot, LocationId location,
                                          std::optional<DeliveryId> after, std::int64_t limit);
void insert(store::Tx& tx, const Delivery& delivery);
void update(store::Tx& tx, const Delivery& delivery);
std::vector<DeliveryItem> items(store::Snapshot& snapshot, OrderId id);
void insert(store::Tx& tx, const DeliveryItem& item);
bool count(store::Tx& tx, const DeliveryItem& item, const Step& step);

std::vector<Payment> payments(store::Snapshot& snapshot, OrderId id);
void insert(store::Tx& tx, const Payment& payment);
// False when it was settled already.
bool settle(store::Tx& tx, const Payment& payment);

Buyer buyer(store::Snapshot& snapshot, OrderId id);
void insert(store::Tx& tx, OrderId id, const Buyer& buyer);
void add_word(store::Tx& tx, OrderId id, std::string_view word);

// What leads to a person.
std::vector<OrderId> orders_of(store::Snapshot& snapshot, IdentityId identity);
void forget_identity(store::Tx& tx, IdentityId identity, IdentityId fresh);
void forget_buyer(store::Tx& tx, OrderId id);
void forget_words(store::Tx& tx, OrderId id);
void forget_notes(store::Tx& tx, OrderId id);

void insert(store::Tx& tx, const Entry& entry);
std::vector<Entry> timeline(store::Snapshot& snapshot, OrderId id);

Terms terms(store::Snapshot& snapshot, ChannelId channel);
void set_terms(store::Tx& tx, const Terms& terms);

bool insert(store::Tx& tx, const VoucherState& voucher);
std::optional<VoucherState> voucher(store::Snapshot& snapshot, const std::string& code);
std::vector<VoucherState> vouchers(store::Snapshot& snapshot, const std::string& after,
                                   std::int64_t limit);
// False when it has been used as often as it may.
std::optional<VoucherState> gift_to(store::Snapshot& snapshot, IdentityId to, Instant now);
std::vector<IdentityId> gifted(store::Snapshot& snapshot, Instant now);
bool use_voucher(store::Tx& tx, const std::string& code);
void give_back_voucher(store::Tx& tx, const std::string& code);

std::span<const store::Statement* const> statements();

}  // namespace sluis::orders::sql
