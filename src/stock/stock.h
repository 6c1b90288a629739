// The stock ledger: what lies where, what came and went, and what is promised to whom. Whatever
// runs at once, no more is promised than there is, since each change of a level is one guarded
// statement in the unit of whoever makes it.
#pragma once

#include <span>

#include "channels/channels.h"
#include "stock/buffers.h"
#include "stock/drift.h"
#include "stock/incoming.h"

namespace sluis {
struct Capability;
}

namespace sluis::stock {

Capability capability();

enum class StockRefusal : std::uint8_t {
  location_unknown,
  location_closed,
  location_code_taken,
  too_few,
  reservation_unknown,
  reservation_ended,
  more_than_held,
  same_location,
  is_bundle,
  incoming_unknown,
  more_than_expected,
  fewer_than_received,
  too_few_to_come,
  still_waiting,
};
BOOST_DESCRIBE_ENUM(StockRefusal, location_unknown, location_closed, location_code_taken, too_few,
                    reservation_unknown, reservation_ended, more_than_held, same_location,
                    is_bundle, incoming_unknown, more_than_expected, fewer_than_received,
                    too_few_to_come, still_waiting)
const RefusalKind& kind_of(StockRefusal refusal);

// A store sees and moves what lies at its own location.
struct Sight {
  std::optional<LocationId> location;  // only this one
};
Sight sight_of(const api::Principal& who);

// ---- Locations and settings. Each change is told in the trail and to the outbox (topics
// stock.location_added, _changed, stock.safety_set).

std::vector<Location> locations(store::Snapshot& snapshot, const Sight& sight);  // by rank
Result<Location> location(store::Snapshot& snapshot, const Sight& sight, LocationId id);
Result<Location> add_location(store::Tx& tx, const access::Actor& actor,
                              const LocationDraft& draft);
Result<Location> change_location(store::Tx& tx, const access::Actor& actor, LocationId id,
                                 std::int64_t version, const LocationChange& change);

// How many pieces of a variant at a location are kept for those who stand there.
Result<Level> set_safety(store::Tx& tx, const access::Actor& actor, VariantId variant,
                         LocationId location, Units units);

// ---- What lies where

struct LevelQuery {
  std::optional<VariantId> variant;
  std::optional<LocationId> location;
  std::optional<VariantId> after;  // and of it the location below
  LocationId after_location;
  std::int64_t limit = 100;
};
// In the order of variants and locations; one more than `limit` when there is a page behind it.
std::vector<Level> levels(store::Snapshot& snapshot, const Sight& sight, const LevelQuery& query);

struct Free {
  LocationId location;
  std::int64_t on_hand = 0;
  std::int64_t reserved = 0;
  std::int64_t safety = 0;
  std::int64_t buffer = 0;  // of the channel
  std::int64_t free = 0;    // what can be promised
  // Of a bundle: the part that allows the fewest, whose pieces the numbers above are.
  std::optional<VariantId> part;
};
BOOST_DESCRIBE_STRUCT(Free, (), (location, on_hand, reserved, safety, buffer, free, part))
// What may be promised of what is to come.
struct Coming {
  LocationId location;
  Instant expected;
  std::int64_t free = 0;
};
BOOST_DESCRIBE_STRUCT(Coming, (), (location, expected, free))
struct Available {
  VariantId variant;
  bool on_sale = false;   // else nothing is free
  std::int64_t free = 0;  // of all locations together
  std::vector<Free> locations;
  std::vector<Coming> coming;        // the earliest first; of a bundle nothing
  std::optional<Reckoned> reckoned;  // what the buffer follows from, where nobody set it
};
BOOST_DESCRIBE_STRUCT(Available, (), (variant, on_sale, free, locations, coming, reckoned))
// What can be promised of each variant, and why, at the locations that sell: the lowest rank first.
// Of a bundle as many as can be made of its parts at one location; it has no pieces of its own.
std::vector<Available> available(store::Snapshot& snapshot, std::span<const VariantId> variants,
                                 std::optional<ChannelId> channel,
                                 std::optional<LocationId> location);

struct MovementQuery {
  std::optional<VariantId> variant;
  std::optional<LocationId> location;
  std::optional<MovementId> before;
  std::int64_t limit = 100;
};
// The newest first; one more than `limit` when there is a page behind it.
std::vector<Movement> movements(store::Snapshot& snapshot, const Sight& sight,
                                const MovementQuery& query);

// ---- What comes and goes

struct Change {
  VariantId variant;
  LocationId location;
  Quantity quantity;
  Line<0, 200> reference = {};
  Line<0, 500> note = {};
};
// Pieces came in, or came back.
Result<Level> receive(store::Tx& tx, const access::Actor& actor, MovementKind kind,
                      const Change& change);
// Sold over the counter: of what is not promised to others.
Result<Level> sell(store::Tx& tx, const access::Actor& actor, const Change& change);
// They are gone, promised or not: what can not be kept any more is broken, the newest basket first.
Result<Level> lose(store::Tx& tx, const access::Actor& actor, const Change& change);
Result<void> move(store::Tx& tx, const access::Actor& actor, const Change& change, LocationId to);

// What somebody found when they counted, promised or not; as `lose`.
struct Count {
  VariantId variant;
  LocationId location;
  Units counted;
  Line<0, 500> note = {};
};
Result<Level> count(store::Tx& tx, const access::Actor& actor, const Count& count);

// ---- Promises

struct Wish {
  VariantId variant;
  Quantity quantity;
  std::optional<LocationId> location;  // else the first that has them all
  std::optional<ChannelId> channel;
  Purpose purpose = Purpose::basket;
  Line<0, 200> reference = {};
  std::optional<Instant> expires = {};  // else until it is fulfilled or released
  // By a shop of somebody else already: what its channel leaves for the others is there for that.
  bool sold = false;
};
Result<Reservation> reserve(store::Tx& tx, const access::Actor& actor, const Wish& wish);
// The same of anything that is sold: a bundle as its parts, all at one location or none.
Result<std::vector<Reservation>> reserve_whole(store::Tx& tx, const access::Actor& actor,
                                               const Wish& wish);
// All that is held, or at most so many pieces.
Result<Reservation> release(store::Tx& tx, const access::Actor& actor, const Sight& sight,
                            ReservationId id, std::optional<Quantity> most = {});
// Handed over: all that is held, or some of it.
Result<Reservation> fulfil(store::Tx& tx, const access::Actor& actor, const Sight& sight,
                           ReservationId id, std::optional<Quantity> quantity);
// What is held goes to another location and is promised there as it was: all of it.
Result<Reservation> carry(store::Tx& tx, const access::Actor& actor, ReservationId id,
                          LocationId to);
// The location of what is on its way: the first of that kind that is in use, made where there is
// none.
Result<LocationId> on_the_way(store::Tx& tx, const access::Actor& actor);
// Gives back what was held for too long, a few at a time: how many were ended.
std::int64_t expire(store::Tx& tx, Instant now);

Result<Reservation> reservation(store::Snapshot& snapshot, const Sight& sight, ReservationId id);
struct ReservationQuery {
  std::optional<VariantId> variant;
  std::optional<LocationId> location;
  std::optional<ReservationState> state;
  std::string reference;  // empty: all
  std::optional<ReservationId> before;
  std::int64_t limit = 100;
};
// The newest first; one more than `limit` when there is a page behind it.
std::vector<Reservation> reservations(store::Snapshot& snapshot, const Sight& sight,
                                      const ReservationQuery& query);

}  // namespace sluis::stock
