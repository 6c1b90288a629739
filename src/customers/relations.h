// Who bought here: an address that came with an order is the soft opt-in of consent.
#pragma once

#include <mutex>

#include <boost/unordered/unordered_flat_set.hpp>

#include "events/events.h"

namespace sluis::customers {

class Relations {
 public:
  explicit Relations(IdSource& ids) : ids_(ids) {}

  void take(store::Tx& tx, const events::Batch& batch);

 private:
  bool is_told(IdentityId identity) const;
  void told(const std::vector<IdentityId>& identities);

  IdSource& ids_;
  // Whose relation consent knows of already; only to spare asking.
  mutable std::mutex mutex_;
  boost::unordered_flat_set<std::int64_t> told_;
};

}  // namespace sluis::customers
