#include "stock/store.h"

#include "kernel/fold.h"
#include "platform/store/groups.h"

namespace sluis::stock::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kSelectLocation =
    "select id, version, code, name, kind, sells, rank, active, created, changed "
    "from stock_locations";
constexpr std::string_view kByRank = " order by rank, code";
constexpr std::string_view kById = " where id = $1";
constexpr Statement kLocations{"stock.locations", store::Joined<kSelectLocation, kByRank>::sql};
constexpr Statement kLocation{"stock.location", store::Joined<kSelectLocation, kById>::sql};
constexpr Statement kInsertLocation{
    "stock.insert_location",
    "insert into stock_locations (id, version, code, name, kind, sells, rank, active, created, "
    "changed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (code) do nothing"};
// $11: the version that is replaced. Code, kind and the moment of creation stay.
constexpr Statement kUpdateLocation{
    "stock.update_location",
    "update stock_locations set version = $2, name = $4, sells = $6, rank = $7, active = $8, "
    "changed = $10 where id = $1 and version = $11 and code = $3 and kind = $5 and created = $9"};

constexpr Statement kLevel{"stock.level",
                           "select variant, location, on_hand, reserved, safety from stock_levels "
                           "where variant = $1 and location = $2"};
// $1 and $2: a variant and a location, or 0 for all. The page starts behind variant $3 at location
// $4 and has $5 rows.
constexpr Statement kLevels{
    "stock.levels",
    "select variant, location, on_hand, reserved, safety from stock_levels "
    "where (variant = $1 or $1 = 0) and (location = $2 or $2 = 0) and (variant, location) > "
    "($3, $4) order by variant, location limit $5"};

constexpr std::string_view kOfferedOf = "select id, on_sale, bundle from feed_variant where id in ";
constexpr Statement kOfferedOne{"stock.offered_one",
                                store::Joined<kOfferedOf, store::kFirstId>::sql};
constexpr Statement kOffered{"stock.offered", store::Joined<kOfferedOf, store::kFirstIds>::sql};
// $1: a location or 0.
constexpr std::string_view kSellingOf =
    "select level.variant, level.location, level.on_hand, level.reserved, level.safety "
    "from stock_levels as level join stock_locations as place on place.id = level.location "
    "where place.active and place.sells and (level.location = $1 or $1 = 0) and level.variant in ";
constexpr std::string_view kByVariant = " order by level.variant, place.rank, place.code";
constexpr Statement kSellingOne{"stock.selling_one",
                                store::Joined<kSellingOf, store::kSecondId, kByVariant>::sql};
constexpr Statement kSelling{"stock.selling",
                             store::Joined<kSellingOf, store::kSecondIds, kByVariant>::sql};

// $1 is searched for; $2 is a category or empty, $3 a location or 0, $4 is 1 for what is below its
// safety stock. The page starts behind SKU $5 and has $6 variants.
constexpr std::string_view kMatrixWanted =
    "select page.id as variant, page.sku, page.name, page.category, page.on_sale, page.bundle, "
    "level.location, level.on_hand, level.reserved, level.safety, "
    "place.sells and place.active as sells "
    "from (select id, sku, sku_key, name, category, on_sale, bundle from feed_variant as item "
    "where (variant_search like $1 escape '\\' or product_search like $1 escape '\\') "
    "and ($2 = '' or category = $2 or substr(category, 1, length($2) + 3) = $2 || ' / ') "
    "and (exists (select 1 from stock_levels as here where here.variant = item.id "
    "and here.location = $3) or $3 = 0) and (exists (select 1 from stock_levels as few "
    "where few.variant = item.id and (few.location = $3 or $3 = 0) "
    "and few.on_hand - few.reserved < few.safety) or $4 = 0) and ";
constexpr std::string_view kMatrixPage = "sku_key > $5 order by sku_key limit $6";
constexpr std::string_view kMatrixIds = "id in ";
constexpr std::string_view kMatrixLevels =
    ") as page left join stock_levels as level on level.variant = page.id "
    "and (level.location = $3 or $3 = 0) "
    "left join stock_locations as place on place.id = level.location "
    "order by page.sku_key, place.rank, place.code";
constexpr Statement kMatrix{"stock.matrix",
                            store::Joined<kMatrixWanted, kMatrixPage, kMatrixLevels>::sql};
constexpr Statement kMatrixOne{
    "stock.matrix_one",
    store::Joined<kMatrixWanted, kMatrixIds, store::kFifthId, kMatrixLevels>::sql};
constexpr Statement kMatrixSome{
    "stock.matrix_some",
    store::Joined<kMatrixWanted, kMatrixIds, store::kFifthIds, kMatrixLevels>::sql};

constexpr std::string_view kReturning = " returning variant, location, on_hand, reserved, safety";
constexpr std::string_view kAddTo =
    "insert into stock_levels (variant, location, on_hand, reserved, safety) "
    "values ($1, $2, $3, 0, 0) on conflict (variant, location) "
    "do update set on_hand = stock_levels.on_hand + $3";
constexpr Statement kAdd{"stock.add", store::Joined<kAddTo, kReturning>::sql};
constexpr std::string_view kSafety =
    "insert into stock_levels (variant, location, on_hand, reserved, safety) "
    "values ($1, $2, 0, 0, $3) on conflict (variant, location) do update set safety = $3";
constexpr Statement kSetSafety{"stock.set_safety", store::Joined<kSafety, kReturning>::sql};
constexpr std::string_view kTakeFree =
    "update stock_levels set on_hand = on_hand - $3 where variant = $1 and location = $2 "
    "and on_hand - reserved >= $3";
constexpr Statement kTake{"stock.take", store::Joined<kTakeFree, kReturning>::sql};
// $4: what a channel leaves for the others.
constexpr std::string_view kPromiseFree =
    "update stock_levels set reserved = reserved + $3 where variant = $1 and location = $2 "
    "and on_hand - reserved - safety - $4 >= $3 and exists (select 1 from stock_locations as place "
    "where place.id = $2 and place.active and place.sells)";
constexpr Statement kPromise{"stock.promise", store::Joined<kPromiseFree, kReturning>::sql};
constexpr std::string_view kUnpromise =
    "update stock_levels set reserved = reserved - $3 where variant = $1 and location = $2";
constexpr Statement kGiveBack{"stock.give_back", store::Joined<kUnpromise, kReturning>::sql};
constexpr std::string_view kHandPromised =
    "update stock_levels set on_hand = on_hand - $3, reserved = reserved - $3 "
    "where variant = $1 and location = $2";
constexpr Statement kHandOver{"stock.hand_over", store::Joined<kHandPromised, kReturning>::sql};
// $3: what the level said there were, $4: what there are, $5: promises that are broken.
constexpr std::string_view kCorrected =
    "update stock_levels set on_hand = $4, reserved = reserved - $5 where variant = $1 "
    "and location = $2 and on_hand = $3 and reserved - $5 <= $4";
constexpr Statement kCorrect{"stock.correct", store::Joined<kCorrected, kReturning>::sql};

constexpr Statement kInsertMovement{
    "stock.insert_movement",
    "insert into stock_movements (variant, id, location, kind, quantity, moment, reference, note, "
    "actor) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
constexpr std::string_view kSelectMovement =
    "select variant, id, location, kind, quantity, moment, reference, note, actor "
    "from stock_movements";
// $1 and $2: a variant and a location, or 0 for all. Older than $3, if that is not 0; $4 rows.
// Those of one variant are found by the key.
constexpr std::string_view kOfVariant = " where variant = $1 and";
constexpr std::string_view kOfAll = " where";
constexpr std::string_view kMovementsWanted =
    " (variant = $1 or $1 = 0) and (location = $2 or $2 = 0) and (id < $3 or $3 = 0) "
    "order by id desc limit $4";
constexpr Statement kMovements{"stock.movements",
                               store::Joined<kSelectMovement, kOfAll, kMovementsWanted>::sql};
constexpr Statement kMovementsOf{"stock.movements_of",
                                 store::Joined<kSelectMovement, kOfVariant, kMovementsWanted>::sql};

constexpr std::string_view kSelectReservation =
    "select variant, id, location, quantity, fulfilled, broken, state, purpose, reference, "
    "channel, bundle, incoming, expires, created, ended from stock_reservations";
constexpr Statement kReservation{"stock.reservation",
                                 store::Joined<kSelectReservation, kById>::sql};
// $1 to $4: a variant, a location, a state and a reference, or 0 and empty for all. Older than $5,
// if that is not 0; $6 rows.
constexpr std::string_view kWanted =
    " (variant = $1 or $1 = 0) and (location = $2 or $2 = 0) and (state = $3 or $3 = '') "
    "and (reference = $4 or $4 = '') and (id < $5 or $5 = 0) order by id desc limit $6";
constexpr std::string_view kOfReference = " where reference = $4 and";
constexpr Statement kReservations{"stock.reservations",
                                  store::Joined<kSelectReservation, kOfAll, kWanted>::sql};
constexpr Statement kReservationsOf{"stock.reservations_of",
                                    store::Joined<kSelectReservation, kOfVariant, kWanted>::sql};
constexpr Statement kReservationsWith{
    "stock.reservations_with", store::Joined<kSelectReservation, kOfReference, kWanted>::sql};
constexpr std::string_view kHeldOf =
    " where variant = $1 and location = $2 and state = 'held' "
    "order by case when expires is null then 1 else 0 end, id desc";
constexpr Statement kHeld{"stock.held", store::Joined<kSelectReservation, kHeldOf>::sql};
constexpr std::string_view kDueOf =
    " where ended is null and expires is not null and expires <= $1 "
    "and (variant = $2 or $2 = 0) order by expires, id limit $3";
constexpr Statement kDue{"stock.due", store::Joined<kSelectReservation, kDueOf>::sql};
constexpr Statement kInsertReservation{
    "stock.insert_reservation",
    "insert into stock_reservations (variant, id, location, quantity, fulfilled, broken, state, "
    "purpose, reference, channel, bundle, incoming, expires, created, ended) values ($1, $2, $3, "
    "$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"};
// $3: what it held, $9: the state it was in.
constexpr Statement kRelocate{
    "stock.relocate",
    "update stock_reservations set location = $5 where variant = $1 and id = $2 and location = $3 "
    "and quantity = $4 and state = 'held'"};
constexpr Statement kSettle{
    "stock.settle",
    "update stock_reservations set quantity = $4, fulfilled = $5, broken = $6, state = $7, "
    "ended = $8 where variant = $1 and id = $2 and state = $9 and quantity = $3"};

constexpr std::string_view kSelectIncoming =
    "select id, version, variant, location, quantity, received, kept, promised, expected, "
    "reference, state, created, changed from stock_incoming";
constexpr Statement kIncomingById{"stock.incoming", store::Joined<kSelectIncoming, kById>::sql};
// $1 to $3: a variant, a location and a state, or 0 and empty for all. Older than $4, if that is
// not 0; $5 rows.
constexpr std::string_view kIncomingWanted =
    " where (variant = $1 or $1 = 0) and (location = $2 or $2 = 0) and (state = $3 or $3 = '') "
    "and (id < $4 or $4 = 0) order by id desc limit $5";
constexpr Statement kIncoming{"stock.incoming_list",
                              store::Joined<kSelectIncoming, kIncomingWanted>::sql};
// $1: a location or 0.
constexpr std::string_view kComingOf =
    "select line.location, line.expected, line.quantity - line.received - line.kept - "
    "line.promised as free, line.variant, line.id "
    "from stock_incoming as line join stock_locations as place on place.id = line.location "
    "where line.state = 'expected' and place.active and place.sells "
    "and line.promised + line.received + line.kept < line.quantity "
    "and (line.location = $1 or $1 = 0) and line.variant in ";
constexpr std::string_view kByMoment = " order by line.expected, line.id";
constexpr Statement kComingOne{"stock.coming_one",
                               store::Joined<kComingOf, store::kSecondId, kByMoment>::sql};
constexpr Statement kComing{"stock.coming",
                            store::Joined<kComingOf, store::kSecondIds, kByMoment>::sql};
constexpr std::string_view kWaitingFor =
    " where variant = $1 and incoming = $2 and state = 'waiting' order by id";
constexpr std::string_view kNewestFirst = " desc";
constexpr Statement kWaitingOldest{"stock.waiting_oldest",
                                   store::Joined<kSelectReservation, kWaitingFor>::sql};
constexpr Statement kWaitingNewest{
    "stock.waiting_newest", store::Joined<kSelectReservation, kWaitingFor, kNewestFirst>::sql};
constexpr Statement kInsertIncoming{
    "stock.insert_incoming",
    "insert into stock_incoming (id, version, variant, location, quantity, received, kept, "
    "promised, expected, reference, state, created, changed) values ($1, $2, $3, $4, $5, $6, $7, "
    "$8, $9, $10, $11, $12, $13)"};
// $10: the version that is replaced, $11: promises that are settled.
constexpr Statement kUpdateIncoming{
    "stock.update_incoming",
    "update stock_incoming set version = $3, quantity = $4, received = $5, kept = $6, "
    "promised = promised - $11, expected = $7, reference = $8, state = $9, changed = $12 "
    "where variant = $1 and id = $2 and version = $10 "
    "and (promised = $11 or promised - $11 + $5 + $6 <= $4)"};
constexpr Statement kPromiseComing{
    "stock.promise_coming",
    "update stock_incoming set promised = promised + $3 where variant = $1 and id = $2 "
    "and state = 'expected' and promised + received + kept + $3 <= quantity"};
constexpr Statement kGiveBackComing{
    "stock.give_back_coming",
    "update stock_incoming set promised = promised - $3 where variant = $1 and id = $2"};
constexpr std::string_view kBringTo =
    "insert into stock_levels (variant, location, on_hand, reserved, safety) "
    "values ($1, $2, $3, $4, 0) on conflict (variant, location) "
    "do update set on_hand = stock_levels.on_hand + $3, reserved = stock_levels.reserved + $4";
constexpr Statement kBring{"stock.bring", store::Joined<kBringTo, kReturning>::sql};

constexpr const Statement* kStatements[] = {&kLocations,
                                            &kLocation,
                                            &kInsertLocation,
                                            &kUpdateLocation,
                                            &kLevel,
                                            &kLevels,
                                            &kSellingOne,
                                            &kSelling,
                                            &kAdd,
                                            &kSetSafety,
                                            &kTake,
                                            &kPromise,
                                            &kGiveBack,
                                            &kHandOver,
                                            &kCorrect,
                                            &kInsertMovement,
                                            &kMovements,
                                            &kMovementsOf,
                                            &kReservation,
                                            &kReservations,
                                            &kReservationsOf,
                                            &kReservationsWith,
                                            &kHeld,
                                            &kDue,
                                            &kInsertReservation,
                                            &kSettle,
                                            &kRelocate,
                                            &kOfferedOne,
                                            &kOffered,
                                            &kMatrix,
                                            &kMatrixOne,
                                            &kMatrixSome,
                                            &kIncomingById,
                                            &kIncoming,
                                            &kComingOne,
                                            &kComing,
                                            &kWaitingOldest,
                                            &kWaitingNewest,
                                            &kInsertIncoming,
                                            &kUpdateIncoming,
                                            &kPromiseComing,
                                            &kGiveBackComing,
                                            &kBring};

std::int64_t number_or_zero(const auto& id) {
  return id ? id->number() : 0;
}

}  // namespace

std::vector<Location> locations(Snapshot& snapshot) {
  return snapshot.all<Location>(kLocations);
}

std::optional<Location> location(Snapshot& snapshot, LocationId id) {
  return snapshot.one<Location>(kLocation, id);
}

bool insert(Tx& tx, const Location& location) {
  const auto insert = [&](const auto&... field) { return tx.change(kInsertLocation, field...); };
  return std::apply(insert, tie_fields(location)) == 1;
}

bool update(Tx& tx, const Location& location, std::int64_t version) {
  const auto update = [&](const auto&... field) {
    return tx.change(kUpdateLocation, field..., version);
  };
  return std::apply(update, tie_fields(location)) == 1;
}

std::optional<Level> level(Snapshot& snapshot, VariantId variant, LocationId location) {
  return snapshot.one<Level>(kLevel, variant, location);
}

std::vector<Level> levels(Snapshot& snapshot, const LevelQuery& query) {
  return snapshot.all<Level>(kLevels, number_or_zero(query.variant), number_or_zero(query.location),
                             number_or_zero(query.after), query.after_location, query.limit + 1);
}

std::vector<Offered> offered(Snapshot& snapshot, std::span<const VariantId> variants) {
  std::vector<Offered> offered;
  const auto take = [&](Offered&& one) { offered.push_back(one); };
  store::in_groups(variants, kOfferedOne, kOffered,
                   [&](const Statement& of, const auto&... variant) {
                     snapshot.each<Offered>(of, take, variant...);
                   });
  return offered;
}

std::vector<Level> selling(Snapshot& snapshot, std::span<const VariantId> variants,
                           std::optional<LocationId> location) {
  std::vector<Level> levels;
  const auto take = [&](Level&& level) { levels.push_back(level); };
  store::in_groups(variants, kSellingOne, kSelling,
                   [&](const Statement& of, const auto&... variant) {
                     snapshot.each<Level>(of, take, number_or_zero(location), variant...);
                   });
  return levels;
}

std::vector<MatrixLine> matrix(Snapshot& snapshot, const MatrixQuery& query) {
  return snapshot.all<MatrixLine>(kMatrix, containing(query.search), query.category,
                                  number_or_zero(query.location), query.below_safety ? 1 : 0,
                                  folded(query.after), query.limit + 1);
}

std::vector<MatrixLine> matrix_of(Snapshot& snapshot, const MatrixQuery& query,
                                  std::span<const VariantId> variants) {
  std::vector<MatrixLine> lines;
  const auto take = [&](MatrixLine&& line) { lines.push_back(std::move(line)); };
  store::in_groups(variants, kMatrixOne, kMatrixSome,
                   [&](const Statement& of, const auto&... variant) {
                     snapshot.each<MatrixLine>(of, take, containing(query.search), query.category,
                                               number_or_zero(query.location),
                                               query.below_safety ? 1 : 0, variant...);
                   });
  return lines;
}

Level add(Tx& tx, VariantId variant, LocationId location, std::int64_t quantity) {
  return *tx.one<Level>(kAdd, variant, location, quantity);
}

Level set_safety(Tx& tx, VariantId variant, LocationId location, std::int64_t units) {
  return *tx.one<Level>(kSetSafety, variant, location, units);
}

std::optional<Level> take(Tx& tx, const Change& change) {
  return tx.one<Level>(kTake, change.variant, change.location, change.quantity);
}

std::optional<Level> promise(Tx& tx, VariantId variant, LocationId location, std::int64_t quantity,
                             std::int64_t buffer) {
  return tx.one<Level>(kPromise, variant, location, quantity, buffer);
}

Level give_back(Tx& tx, VariantId variant, LocationId location, std::int64_t quantity) {
  return *tx.one<Level>(kGiveBack, variant, location, quantity);
}

Level hand_over(Tx& tx, VariantId variant, LocationId location, std::int64_t quantity) {
  return *tx.one<Level>(kHandOver, variant, location, quantity);
}

std::optional<Level> correct(Tx& tx, const Level& before, std::int64_t now, std::int64_t broken) {
  return tx.one<Level>(kCorrect, before.variant, before.location, before.on_hand, now, broken);
}

void insert(Tx& tx, const Movement& movement) {
  std::apply([&](const auto&... field) { tx.change(kInsertMovement, field...); },
             tie_fields(movement));
}

std::vector<Movement> movements(Snapshot& snapshot, const MovementQuery& query) {
  return snapshot.all<Movement>(query.variant ? kMovementsOf : kMovements,
                                number_or_zero(query.variant), number_or_zero(query.location),
                                number_or_zero(query.before), query.limit + 1);
}

void insert(Tx& tx, const Reservation& reservation) {
  std::apply([&](const auto&... field) { tx.change(kInsertReservation, field...); },
             tie_fields(reservation));
}

std::optional<Reservation> reservation(Snapshot& snapshot, ReservationId id) {
  return snapshot.one<Reservation>(kReservation, id);
}

std::vector<Reservation> reservations(Snapshot& snapshot, const ReservationQuery& query) {
  const Statement& by_place = query.variant ? kReservationsOf : kReservations;
  const std::string state = query.state ? std::string(enum_name(*query.state)) : std::string();
  return snapshot.all<Reservation>(query.reference.empty() ? by_place : kReservationsWith,
                                   number_or_zero(query.variant), number_or_zero(query.location),
                                   state, query.reference, number_or_zero(query.before),
                                   query.limit + 1);
}

std::vector<Reservation> held(Snapshot& snapshot, VariantId variant, LocationId location) {
  return snapshot.all<Reservation>(kHeld, variant, location);
}

std::vector<Reservation> due(Snapshot& snapshot, std::optional<VariantId> variant, Instant now,
                             std::int64_t limit) {
  return snapshot.all<Reservation>(kDue, now, number_or_zero(variant), limit);
}

bool settle(Tx& tx, const Reservation& before, const Reservation& after) {
  return tx.change(kSettle, before.variant, before.id, before.quantity, after.quantity,
                   after.fulfilled, after.broken, after.state, after.ended, before.state) == 1;
}

bool relocate(Tx& tx, const Reservation& before, LocationId to) {
  return tx.change(kRelocate, before.variant, before.id, before.location, before.quantity, to) == 1;
}

std::vector<Incoming> incoming(Snapshot& snapshot, const IncomingQuery& query) {
  const std::string state = query.state ? std::string(enum_name(*query.state)) : std::string();
  return snapshot.all<Incoming>(kIncoming, number_or_zero(query.variant),
                                number_or_zero(query.location), state, number_or_zero(query.before),
                                query.limit + 1);
}

std::optional<Incoming> incoming(Snapshot& snapshot, IncomingId id) {
  return snapshot.one<Incoming>(kIncomingById, id);
}

std::vector<Delivery> coming(Snapshot& snapshot, std::span<const VariantId> variants,
                             std::optional<LocationId> location) {
  std::vector<Delivery> deliveries;
  const auto take = [&](Delivery&& one) { deliveries.push_back(one); };
  store::in_groups(variants, kComingOne, kComing, [&](const Statement& of, const auto&... variant) {
    snapshot.each<Delivery>(of, take, number_or_zero(location), variant...);
  });
  return deliveries;
}

std::vector<Reservation> waiting(Snapshot& snapshot, const Incoming& incoming, bool newest) {
  return snapshot.all<Reservation>(newest ? kWaitingNewest : kWaitingOldest, incoming.variant,
                                   incoming.id);
}

void insert(Tx& tx, const Incoming& incoming) {
  std::apply([&](const auto&... field) { tx.change(kInsertIncoming, field...); },
             tie_fields(incoming));
}

bool update(Tx& tx, const Incoming& before, const Incoming& after, std::int64_t settled) {
  return tx.change(kUpdateIncoming, after.variant, after.id, after.version, after.quantity,
                   after.received, after.kept, after.expected, after.reference, after.state,
                   before.version, settled, after.changed) == 1;
}

bool promise_coming(Tx& tx, VariantId variant, IncomingId id, std::int64_t quantity) {
  return tx.change(kPromiseComing, variant, id, quantity) == 1;
}

void give_back_coming(Tx& tx, VariantId variant, IncomingId id, std::int64_t quantity) {
  tx.change(kGiveBackComing, variant, id, quantity);
}

Level bring(Tx& tx, VariantId variant, LocationId location, std::int64_t quantity,
            std::int64_t promised) {
  return *tx.one<Level>(kBring, variant, location, quantity, promised);
}

std::span<const Statement* const> statements() {
  return kStatements;
}

}  // namespace sluis::stock::sql
