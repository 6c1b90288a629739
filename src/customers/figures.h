// What customers did, in the analytical store: the map of merged identities as feed_customer_of,
// and a row of figures for each customer. Follows shipments of events and the facts of merges and
// splits.
#pragma once

#include "customers/customers.h"
#include "platform/analytics/store.h"

namespace sluis::customers {

// Takes in what was shipped and merged since it was last called; after it the figures are those of
// the customers there are now. Safe beside others that do the same.
Result<void> renew_figures(store::Store& store, analytics::Store& analytics, Instant now);

}  // namespace sluis::customers
