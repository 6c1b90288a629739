// Telling a person everything that is kept of them, in every store.
#pragma once

#include <functional>

#include "customers/view.h"

namespace sluis::customers {

// A time in a segment, under the number that the customer had; without an end it lasts.
struct Stay {
  SegmentId segment;
  CustomerId customer;
  Date from_day;
  std::optional<Date> to_day;
  Instant since;  // when that was worked out
};
BOOST_DESCRIBE_STRUCT(Stay, (), (segment, customer, from_day, to_day, since))

// What a room keeps of the person behind these identities.
struct Teller {
  std::string_view room;
  std::vector<Json> (*tell)(store::Snapshot&, std::span<const IdentityId>);
};
struct Kept {
  std::string room;
  std::vector<Json> things;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (room, things))

// All but the events, of which there are as many as somebody made: the timeline has those.
struct Everything {
  Profile profile;
  std::vector<CustomerId> numbers;  // that they ever had
  std::vector<consent::Evidence> consent;
  std::vector<Operation> operations;
  std::vector<access::AuditEntry> trail;  // of each number
  std::optional<Value> value;             // nothing when no event was ever seen
  std::vector<ChannelValue> channels;
  std::vector<Worth> worth;  // under each number that was valued
  Currency currency;
  std::vector<Stay> segments;  // now and before
  std::vector<Kept> kept;      // by rooms above: orders, conversations
};
BOOST_DESCRIBE_STRUCT(Everything, (),
                      (profile, numbers, consent, operations, trail, value, channels, worth,
                       currency, segments, kept))
// Of which stores, as who sees what, and when.
struct Telling {
  analytics::Snapshot& figures;
  std::span<const Teller> above;
  Sight sight;
  Instant now;
};
Result<Everything> everything_of(const Telling& telling, store::Snapshot& snapshot,
                                 CustomerId customer);

// In the trail stands who took it along.
void note_exported(store::Tx& tx, const access::Actor& actor, CustomerId customer);

// The same with every event, as JSON: in pieces, so that never more than a page is in memory.
using Write = std::function<Result<void>(std::string_view)>;
// Gives who it is now.
Result<CustomerId> write_everything(const Telling& telling, store::Store& store,
                                    CustomerId customer, const Write& write);

}  // namespace sluis::customers
