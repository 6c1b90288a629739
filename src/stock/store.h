// The SQL of stock: locations, levels, movements and reservations. What changes a level is one
// guarded statement, and false where the guard does not hold.
#pragma once

#include "stock/matrix.h"

namespace sluis::stock::sql {

std::vector<Location> locations(store::Snapshot& snapshot);
std::optional<Location> location(store::Snapshot& snapshot, LocationId id);
// False when the code is taken.
bool insert(store::Tx& tx, const Location& location);
// False when `version` is not the present one.
bool update(store::Tx& tx, const Location& location, std::int64_t version);

std::optional<Level> level(store::Snapshot& snapshot, VariantId variant, LocationId location);
std::vector<Level> levels(store::Snapshot& snapshot, const LevelQuery& query);
// What the catalog says of these.
struct Offered {
  VariantId id;
  bool on_sale = false;
  bool bundle = false;
};
BOOST_DESCRIBE_STRUCT(Offered, (), (id, on_sale, bundle))
std::vector<Offered> offered(store::Snapshot& snapshot, std::span<const VariantId> variants);
// Levels of these at the locations that sell, at one of them or at all: the lowest rank first.
std::vector<Level> selling(store::Snapshot& snapshot, std::span<const VariantId> variants,
                           std::optional<LocationId> location);

// A variant at one of the places where it has a level, or nowhere.
struct MatrixLine {
  VariantId variant;
  catalog::Sku sku;
  catalog::Name name;
  catalog::CategoryPath category;
  bool on_sale;
  bool bundle;
  std::optional<LocationId> location;
  std::optional<std::int64_t> on_hand;
  std::optional<std::int64_t> reserved;
  std::optional<std::int64_t> safety;
  std::optional<bool> sells;
};
BOOST_DESCRIBE_STRUCT(MatrixLine, (),
                      (variant, sku, name, category, on_sale, bundle, location, on_hand, reserved,
                       safety, sells))
// All lines of one variant more than `limit` when there is a page behind it.
std::vector<MatrixLine> matrix(store::Snapshot& snapshot, const MatrixQuery& query);
// The same of these variants alone, in their order.
std::vector<MatrixLine> matrix_of(store::Snapshot& snapshot, const MatrixQuery& query,
                                  std::span<const VariantId> variants);

Level add(store::Tx& tx, VariantId variant, LocationId location, std::int64_t quantity);
Level set_safety(store::Tx& tx, VariantId variant, LocationId location, std::int64_t units);
// Of what is free for those who stand there.
std::optional<Level> take(store::Tx& tx, const Change& change);
// Of what is free for those who order from elsewhere, but for a buffer.
std::optional<Level> promise(store::Tx& tx, VariantId variant, LocationId location,
                             std::int64_t quantity, std::int64_t buffer);
Level give_back(store::Tx& tx, VariantId variant, LocationId location, std::int64_t quantity);
Level hand_over(store::Tx& tx, VariantId variant, LocationId location, std::int64_t quantity);
// There are `now` pieces where the level said `before`, and `broken` fewer of them are promised.
std::optional<Level> correct(store::Tx& tx, const Level& before, std::int64_t now,
                             std::int64_t broken);

void insert(store::Tx& tx, const Movement& movement);
std::vector<Movement> movements(store::Snapshot& snapshot, const MovementQuery& query);

void insert(store::Tx& tx, const Reservation& reservation);
std::optional<Reservation> reservation(store::Snapshot& snapshot, ReservationId id);
std::vector<Reservation> reservations(store::Snapshot& snapshot, const ReservationQuery& query);
// Held ones of a level: baskets before orders, the newest first.
std::vector<Reservation> held(store::Snapshot& snapshot, VariantId variant, LocationId location);
// Held for too long, of one variant or of all: at most `limit`.
std::vector<Reservation> due(store::Snapshot& snapshot, std::optional<VariantId> variant,
                             Instant now, std::int64_t limit);
// Stores the reservation as it has become, if it is in the state it was and holds what it did.
bool settle(store::Tx& tx, const Reservation& before, const Reservation& after);
// The same pieces are held elsewhere.
bool relocate(store::Tx& tx, const Reservation& before, LocationId to);

std::vector<Incoming> incoming(store::Snapshot& snapshot, const IncomingQuery& query);
std::optional<Incoming> incoming(store::Snapshot& snapshot, IncomingId id);
// What can be promised of what is to come for these, the earliest first.
struct Delivery : Coming {
  VariantId variant;
  IncomingId id;
};
BOOST_DESCRIBE_STRUCT(Delivery, (Coming), (variant, id))
std::vector<Delivery> coming(store::Snapshot& snapshot, std::span<const VariantId> variants,
                             std::optional<LocationId> location);
// Those who wait for it, the newest first or the oldest first.
std::vector<Reservation> waiting(store::Snapshot& snapshot, const Incoming& incoming, bool newest);
void insert(store::Tx& tx, const Incoming& incoming);
// False when the delivery is another by now, or promises stand in the way.
bool update(store::Tx& tx, const Incoming& before, const Incoming& after, std::int64_t settled);
bool promise_coming(store::Tx& tx, VariantId variant, IncomingId id, std::int64_t quantity);
void give_back_coming(store::Tx& tx, VariantId variant, IncomingId id, std::int64_t quantity);
// More pieces, some of which are promised already.
Level bring(store::Tx& tx, VariantId variant, LocationId location, std::int64_t quantity,
            std::int64_t promised);

std::span<const store::Statement* const> statements();

}  // namespace sluis::stock::sql
