// What WooCommerce's programs ask of a channel: its products and its orders. Each act is one unit;
// what is refused leaves nothing.
#pragma once

#include "connectors/connections.h"
#include "connectors/numbers.h"
#include "connectors/woocommerce/orders.h"

namespace sluis::connectors::woocommerce {

// A page as they ask for it, and how much there is in all.
template <class T>
struct WirePage {
  std::vector<T> items;
  std::int64_t total = 0;
};
struct Paging {
  std::int64_t page = 1;
  std::int64_t per_page = 10;

  std::int64_t skip() const { return (page - 1) * per_page; }
};

struct ProductQuery {
  std::string search;
  std::string sku;
  Paging paging;
};
WirePage<WireProduct> products(store::Snapshot& snapshot, const Connection& of, Numbers& numbers,
                               const ProductQuery& query, Instant now);
Result<WireProduct> product(store::Snapshot& snapshot, const Connection& of, Numbers& numbers,
                            std::int64_t number, Instant now);
Result<void> change_product(store::Tx& tx, const access::Actor& actor, const Connection& of,
                            std::int64_t number, ingest::Node body);

struct OrderQuery {
  std::vector<Status> statuses;  // none: all
  std::optional<Instant> after;
  std::optional<Instant> before;
  std::optional<Instant> modified_after;
  Paging paging;
};
WirePage<WireOrder> orders(store::Snapshot& snapshot, const Connection& of, Numbers& numbers,
                           const OrderQuery& query);
Result<WireOrder> order(store::Snapshot& snapshot, const Connection& of, Numbers& numbers,
                        std::int64_t number);
Result<WireOrder> tell(store::Snapshot& snapshot, const Connection& of, Numbers& numbers,
                       orders::OrderId id);

// Their prices are ours: what they think a line comes to must be what it does.
Result<orders::OrderId> place(const orders::Desk& desk, const Connection& of,
                              const Numbers& numbers, const OrderWish& wish);
// What a status stands for is done to an order, whatever its state; `payment` is what paying is.
Result<void> bring_to(const orders::Desk& desk, const Connection& of, orders::OrderId id, Status to,
                      const orders::PaymentDraft& payment);
Result<void> move_order(const orders::Desk& desk, const Connection& of, const Numbers& numbers,
                        std::int64_t number, Status to);

}  // namespace sluis::connectors::woocommerce
