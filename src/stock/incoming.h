// What has been bought and has not come in yet, and what of it is promised to those who wait: apart
// from the pieces that are there, and never more than is to come.
#pragma once

#include "stock/ledger.h"

namespace sluis::stock {

struct Sight;
struct Wish;

// Closed: everything came in, or nothing more is to be expected.
enum class IncomingState : std::uint8_t { expected, closed };
BOOST_DESCRIBE_ENUM(IncomingState, expected, closed)

// A line of a purchase.
struct Incoming {
  IncomingId id;
  std::int64_t version = 0;
  VariantId variant;
  LocationId location;
  Units quantity{1};
  Units received{0};          // of these
  Units kept{0};              // of these, promised to nobody before they are there
  std::int64_t promised = 0;  // of what is to come: at most quantity - received - kept
  Instant expected;
  Line<0, 200> reference;
  IncomingState state = IncomingState::expected;
  Instant created;
  Instant changed;
  bool operator==(const Incoming&) const = default;
};
BOOST_DESCRIBE_STRUCT(Incoming, (),
                      (id, version, variant, location, quantity, received, kept, promised, expected,
                       reference, state, created, changed))

struct IncomingDetails {
  Patch<Units> kept;
  Patch<Line<0, 200>> reference;
};
BOOST_DESCRIBE_STRUCT(IncomingDetails, (), (kept, reference))
struct IncomingDraft : IncomingDetails {
  VariantId variant;
  LocationId location;
  Quantity quantity;
  Instant expected;
};
BOOST_DESCRIBE_STRUCT(IncomingDraft, (IncomingDetails), (variant, location, quantity, expected))
// A quantity of no more than was received ends it.
struct IncomingChange : IncomingDetails {
  Patch<Units> quantity;
  Patch<Instant> expected;
};
BOOST_DESCRIBE_STRUCT(IncomingChange, (IncomingDetails), (quantity, expected))

struct IncomingQuery {
  std::optional<VariantId> variant;
  std::optional<LocationId> location;
  std::optional<IncomingState> state;
  std::optional<IncomingId> before;
  std::int64_t limit = 100;
};
// The newest first; one more than `limit` when there is a page behind it.
std::vector<Incoming> incoming(store::Snapshot& snapshot, const Sight& sight,
                               const IncomingQuery& query);
Result<Incoming> incoming(store::Snapshot& snapshot, const Sight& sight, IncomingId id);

// Each is told in the trail and to the outbox (topic stock.incoming_changed).
Result<Incoming> expect(store::Tx& tx, const access::Actor& actor, const IncomingDraft& draft);
// Promises that cannot be kept any more are broken, the newest first.
Result<Incoming> change_incoming(store::Tx& tx, const access::Actor& actor, IncomingId id,
                                 std::int64_t version, const IncomingChange& change);
// So many came in: first for those who wait longest (topic stock.reservation_arrived). Of whoever
// gets only some, these become a reservation of their own.
Result<Incoming> arrive(store::Tx& tx, const access::Actor& actor, const Sight& sight,
                        IncomingId id, Quantity quantity);

// Promises what is to come, of the earliest delivery that has room for all of it: a reservation
// that waits, is held once its pieces are there, and is released and expires as any other.
Result<Reservation> back_order(store::Tx& tx, const access::Actor& actor, const Wish& wish);

}  // namespace sluis::stock
