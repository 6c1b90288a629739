// The routes of orders.
#pragma once

#include <vector>

#include "events/events.h"
#include "orders/life.h"
#include "orders/orders.h"
#include "platform/api/route.h"

namespace sluis::orders {

// Without an intake they can be described, not called.
std::vector<api::Route> routes(events::Intake* intake);
std::vector<api::Route> delivery_routes(events::Intake* intake);
std::vector<api::Route> return_routes(events::Intake* intake);
std::vector<api::Route> customer_routes(events::Intake* intake);
std::vector<api::Route> setting_routes();
// Why an order is not placed.
std::vector<const RefusalKind*> placing_refusals();

inline constexpr api::Allow kManagers =
    api::Allow::role(api::Role::admin) | api::Allow::role(api::Role::manager);
inline constexpr api::Allow kSellers =
    kManagers | api::Allow::role(api::Role::agent) | api::Allow::role(api::Role::store);

// An order as its reader sees it.
struct View : Order {
  std::optional<CustomerId> customer;  // over all channels, now
  Micro owed;                          // for what has not lapsed
  Micro due_back;                      // paid too much
  Buyer buyer;
  std::vector<OrderLine> lines;
  std::vector<Delivery> deliveries;
  std::vector<DeliveryItem> items;
  std::vector<Payment> payments;
  std::vector<Entry> timeline;
  std::vector<Act> acts;  // that its state allows
};
BOOST_DESCRIBE_STRUCT(View, (Order),
                      (customer, owed, due_back, buyer, lines, deliveries, items, payments,
                       timeline, acts))
Result<api::Reply<View>> view_of(store::Snapshot& snapshot, const api::Call& call, OrderId id);
// Of what its reader may see.
api::Reply<View> reply_of(store::Snapshot& snapshot, FullOrder whole, int status = 200);

// Of the unit of a call.
class CallDesk {
 public:
  CallDesk(store::Tx& tx, const api::Call& call, events::Intake* intake);
  const Desk& desk() const { return desk_; }

 private:
  access::Actor actor_;
  Desk desk_;
};

}  // namespace sluis::orders
