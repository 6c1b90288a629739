// The analytical SQL of journeys: everything that happened, as it is read into memory.
#pragma once

#include <functional>

#include "journeys/columns.h"
#include "journeys/tracks.h"
#include "platform/analytics/session.h"
#include "platform/outbox/outbox.h"

namespace sluis::journeys::sql {

// The last batch of the log that was shipped.
struct Until {
  std::int64_t transaction_id = 0;
  std::int64_t number = 0;
  Instant received;

  outbox::Position position() const { return {transaction_id, number}; }
};
BOOST_DESCRIBE_STRUCT(Until, (), (transaction_id, number, received))
std::optional<Until> shipped_until(analytics::Snapshot& figures);

// How much each identity has of what counts, with money in this currency.
void each_size(analytics::Snapshot& figures, Currency currency,
               const std::function<void(IdentityId, const Sizes&)>& take);
// All of that, in no order.
void each_event(analytics::Snapshot& figures, const std::function<void(const Happened&)>& take);
// One of them; its texts live as long as `room`.
struct Texts {
  std::string kind;
  std::string campaign;
  std::string product;
};
std::optional<Happened> event(analytics::Snapshot& figures, EventId id, Texts& room);

// Who is in a segment now.
std::vector<CustomerId> members(analytics::Snapshot& figures, SegmentId segment);

std::span<const store::Statement* const> statements();

}  // namespace sluis::journeys::sql
