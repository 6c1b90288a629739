// What lies in the web basket of whom a contact is with, as far as their events tell.
#pragma once

#include <span>

#include "contacts/desk/looking.h"
#include "platform/analytics/session.h"

namespace sluis::contacts {

// One that put something in or took it out, or an order.
struct BasketMove {
  std::string kind;
  std::string product;
  std::optional<Micro> quantity;  // else one piece
};
BOOST_DESCRIBE_STRUCT(BasketMove, (), (kind, product, quantity))

struct InBasket {
  std::string product;  // its SKU, as the website told it
  Micro quantity;
  bool operator==(const InBasket&) const = default;
};
BOOST_DESCRIBE_STRUCT(InBasket, (), (product, quantity))

// What was put in since the last order, less what was taken out: of moves from the newest on, in
// the order in which they were touched last. Pure.
std::vector<InBasket> basket_of(std::span<const BasketMove> moves);

// Of whoever the customer is now, over all their devices, and of the browser that it is with; empty
// where nobody knows either.
std::vector<InBasket> basket(analytics::Snapshot& figures, store::Snapshot& snapshot,
                             const FullContact& contact);

}  // namespace sluis::contacts
