// What shops tell becomes what it is here: an order of ours with their reference, and acts on it.
// Each is one unit; what does not fit is kept whole, and can be tried again.
#pragma once

#include "connectors/webhooks/seen.h"
#include "platform/outbox/driver.h"

namespace sluis::connectors::webhooks {

struct Hook {
  std::string topic;
  std::string body;
};

bool knows(System system, std::string_view topic);

// Done, or known already; a refusal leaves nothing.
enum class Outcome : std::uint8_t { done, older };
BOOST_DESCRIBE_ENUM(Outcome, done, older)
Result<Outcome> take(const orders::Desk& desk, const Connection& of, const Hook& hook);

// Keeps what was refused, with whose it is.
void keep(store::Tx& tx, const access::Actor& actor, const Connection& of, const Hook& hook,
          const Refusal& refusal);

struct KeptPage {
  std::vector<Kept> kept;  // the newest first
  std::optional<KeptId> next;
};
Result<KeptPage> kept_of(store::Snapshot& snapshot, ConnectionId connection,
                         std::optional<KeptId> after);
// Refused as before, or taken and no longer kept.
Result<Outcome> try_again(const orders::Desk& desk, ConnectionId connection, KeptId id);
Result<void> drop(store::Tx& tx, const access::Actor& actor, ConnectionId connection, KeptId id);

// What was missing is there now: tries what may fit, each in a unit of its own. False when there
// was nothing to try.
Result<bool> try_due(store::Store& store, events::Intake& intake, IdSource& ids,
                     const Clock& clock);
// Products that were missing appear.
outbox::Consumer retrying();

// Of people who are erased nothing stays kept.
outbox::Consumer forgetting();

}  // namespace sluis::connectors::webhooks
