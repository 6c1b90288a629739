#include "customers/relations.h"

#include <map>

#include "consent/consent.h"

namespace sluis::customers {
namespace {

constexpr std::size_t kToldMax = 2'000'000;
constexpr std::string_view kOrdered = "order_completed";

}  // namespace

void Relations::take(store::Tx& tx, const events::Batch& batch) {
  std::map<IdentityId, consent::Order> first_orders;
  for (const events::Event& event : batch.events) {
    if (event.kind != kOrdered || !event.counted) continue;
    for (const IdentityId id : event.identities) {
      if (!is_told(id)) first_orders.try_emplace(id, event.order, event.ts);
    }
  }
  if (first_orders.empty()) return;
  std::vector<IdentityId> buyers;
  for (const auto& [id, order] : first_orders)
    buyers.push_back(id);
  for (const identities::Identity& buyer : identities::find_all(tx, buyers))
    consent::note_relation(tx, ids_, buyer, first_orders.at(buyer.id), batch.received);
  tx.after_commit([this, buyers = std::move(buyers)] { told(buyers); });
}

bool Relations::is_told(IdentityId identity) const {
  const std::lock_guard lock(mutex_);
  return told_.contains(identity.number());
}

void Relations::told(const std::vector<IdentityId>& identities) {
  const std::lock_guard lock(mutex_);
  if (told_.size() > kToldMax) told_.clear();
  for (const IdentityId id : identities)
    told_.insert(id.number());
}

}  // namespace sluis::customers
