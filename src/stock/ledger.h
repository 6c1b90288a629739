// What stock is: places where pieces lie, how many there are and how many of them are promised,
// what came and went, and the promises themselves.
#pragma once

#include "catalog/catalog.h"

namespace sluis::stock {

struct MovementIdTag {
  static constexpr std::string_view prefix = "mov";
};
using MovementId = Id<MovementIdTag>;
struct ReservationIdTag {
  static constexpr std::string_view prefix = "rsv";
};
using ReservationId = Id<ReservationIdTag>;
struct IncomingIdTag {
  static constexpr std::string_view prefix = "inc";
};
using IncomingId = Id<IncomingIdTag>;
using catalog::VariantId;

// Pieces are whole; a million at once is a mistake.
using Quantity = Whole<1, 1'000'000>;
using Units = Whole<0, 1'000'000>;

enum class LocationKind : std::uint8_t { warehouse, store, pop_up, partner, in_transit };
BOOST_DESCRIBE_ENUM(LocationKind, warehouse, store, pop_up, partner, in_transit)

struct Location {
  LocationId id;
  std::int64_t version = 0;
  Slug code;  // what files know it by; unique, never changes
  Line<1, 120> name;
  LocationKind kind = LocationKind::warehouse;
  bool sells = true;         // what lies here may be promised to customers; not what is in transit
  Whole<0, 1000> rank{100};  // where nobody says from where: the lowest first
  bool active = true;
  Instant created;
  Instant changed;
  bool operator==(const Location&) const = default;
};
BOOST_DESCRIBE_STRUCT(Location, (),
                      (id, version, code, name, kind, sells, rank, active, created, changed))

struct LocationDetails {
  Patch<bool> sells;  // of a new one: as its kind usually does
  Patch<Whole<0, 1000>> rank;
  Patch<bool> active;
};
BOOST_DESCRIBE_STRUCT(LocationDetails, (), (sells, rank, active))
struct LocationDraft : LocationDetails {
  Slug code;
  Line<1, 120> name;
  LocationKind kind = LocationKind::warehouse;
};
BOOST_DESCRIBE_STRUCT(LocationDraft, (LocationDetails), (code, name, kind))
struct LocationChange : LocationDetails {
  Patch<Line<1, 120>> name;
};
BOOST_DESCRIBE_STRUCT(LocationChange, (LocationDetails), (name))

// How many pieces of a variant lie at a location.
struct Level {
  VariantId variant;
  LocationId location;
  std::int64_t on_hand = 0;
  std::int64_t reserved = 0;  // of these
  std::int64_t safety = 0;    // of these: not for those who order from elsewhere
  bool operator==(const Level&) const = default;
};
BOOST_DESCRIBE_STRUCT(Level, (), (variant, location, on_hand, reserved, safety))

enum class MovementKind : std::uint8_t { received, sold, returned, counted, moved, lost };
BOOST_DESCRIBE_ENUM(MovementKind, received, sold, returned, counted, moved, lost)

struct Movement {
  VariantId variant;
  MovementId id;
  LocationId location;
  MovementKind kind = MovementKind::received;
  std::int64_t quantity = 0;  // below zero: they went
  Instant moment;
  Line<0, 200> reference;
  Line<0, 500> note;
  std::string actor;
  bool operator==(const Movement&) const = default;
};
BOOST_DESCRIBE_STRUCT(Movement, (),
                      (variant, id, location, kind, quantity, moment, reference, note, actor))

enum class Purpose : std::uint8_t { basket, order, store };
BOOST_DESCRIBE_ENUM(Purpose, basket, order, store)

// Held and waiting are the only states that anything follows on. Waiting: the pieces are to come.
// Broken: they turned out not to be there.
enum class ReservationState : std::uint8_t { held, fulfilled, released, expired, broken, waiting };
BOOST_DESCRIBE_ENUM(ReservationState, held, fulfilled, released, expired, broken, waiting)

struct Reservation {
  VariantId variant;
  ReservationId id;
  LocationId location;
  std::int64_t quantity = 0;   // still held
  std::int64_t fulfilled = 0;  // handed over
  std::int64_t broken = 0;     // promised, and turned out not to be there
  ReservationState state = ReservationState::held;
  Purpose purpose = Purpose::basket;
  Line<0, 200> reference;  // of the basket, order or visit; no names
  std::optional<ChannelId> channel;
  std::optional<VariantId> bundle;     // that these pieces are a part of
  std::optional<IncomingId> incoming;  // the delivery that they come with, or came with
  std::optional<Instant> expires;
  Instant created;
  std::optional<Instant> ended;
  bool operator==(const Reservation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reservation, (),
                      (variant, id, location, quantity, fulfilled, broken, state, purpose,
                       reference, channel, bundle, incoming, expires, created, ended))

}  // namespace sluis::stock
