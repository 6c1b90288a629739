// Follows the log of events: who was seen together, and what was said of them.
#pragma once

#include <mutex>

#include <boost/unordered/unordered_flat_set.hpp>

#include "customers/customers.h"
#include "events/events.h"
#include "platform/outbox/driver.h"

namespace sluis::customers {

class Follower {
 public:
  void take(store::Tx& tx, const events::Batch& batch);

 private:
  std::vector<IdentityId> strangers(const events::Batch& batch) const;
  void acquainted(const std::vector<IdentityId>& identities);

  // By whose value people can be found already; only to spare asking.
  mutable std::mutex mutex_;
  boost::unordered_flat_set<std::int64_t> found_;
};

// A follower with its cursor in the log; it also tells consent who bought.
events::Reader log_reader(IdSource& ids);

// Lets people be found by a value that evidence of consent named first.
outbox::Consumer consent_consumer();

}  // namespace sluis::customers
