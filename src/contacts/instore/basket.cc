#include "contacts/instore/basket.h"

#include <algorithm>

#include "contacts/instore/store_basket.h"

namespace sluis::contacts {
namespace {

constexpr std::string_view kPutIn = "product_added";
constexpr std::string_view kTakenOut = "product_removed";
constexpr std::string_view kOrdered = "order_completed";

}  // namespace

std::vector<InBasket> basket_of(std::span<const BasketMove> moves) {
  const Micro one(Micro::kPerUnit);
  std::vector<InBasket> basket;
  for (const BasketMove& move : moves) {
    if (move.kind == kOrdered) break;
    const bool in = move.kind == kPutIn;
    if ((!in && move.kind != kTakenOut) || move.product.empty()) continue;
    auto found = std::ranges::find(basket, move.product, &InBasket::product);
    if (found == basket.end()) found = basket.insert(found, {.product = move.product});
    const Micro pieces = move.quantity.value_or(one);
    found->quantity += in ? pieces : -pieces;
  }
  std::erase_if(basket, [](const InBasket& line) { return line.quantity <= Micro(0); });
  return basket;
}

std::vector<InBasket> basket(analytics::Snapshot& figures, store::Snapshot& snapshot,
                             const FullContact& contact) {
  std::vector<IdentityId> identities;
  if (contact.customer) identities = identities::identities_of(snapshot, *contact.customer);
  if (contact.visitor && contact.visitor != contact.customer)
    std::ranges::move(identities::identities_of(snapshot, *contact.visitor),
                      std::back_inserter(identities));
  if (identities.empty()) return {};
  return basket_of(sql::basket_moves(figures, identities));
}

}  // namespace sluis::contacts
