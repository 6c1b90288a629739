#include "stock/stock.h"

#include "kernel/assert.h"
#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"
#include "stock/checks.h"
#include "stock/rules.h"
#include "stock/store.h"
#include "stock/telling.h"

namespace sluis::stock {
namespace {

constexpr RefusalKind kLocationUnknown{"location_unknown",
                                       Category::not_found,
                                       Retry::useless,
                                       {"There is no such location, or it is not yours to see.",
                                        "Deze locatie bestaat niet, of u mag haar niet zien."}};
constexpr RefusalKind kLocationClosed{"location_closed",
                                      Category::conflict,
                                      Retry::useless,
                                      {"{0} is not in use any more. Choose another location.",
                                       "{0} is niet meer in gebruik. Kies een andere locatie."}};
constexpr RefusalKind kLocationCodeTaken{
    "location_code_taken",
    Category::conflict,
    Retry::useless,
    {"There is already a location with the code {0}. Choose another code.",
     "Er is al een locatie met de code {0}. Kies een andere code."}};
constexpr RefusalKind kTooFew{"stock_too_few",
                              Category::conflict,
                              Retry::may_help,
                              {"{0} asked for, and at most {1} are free at one location.",
                               "{0} gevraagd, en op één locatie zijn er hoogstens {1} vrij."}};
constexpr RefusalKind kReservationUnknown{
    "reservation_unknown",
    Category::not_found,
    Retry::useless,
    {"There is no such reservation, or it is not yours to see.",
     "Deze reservering bestaat niet, of u mag haar niet zien."}};
constexpr RefusalKind kReservationEnded{
    "reservation_ended",
    Category::conflict,
    Retry::useless,
    {"This reservation has ended: nothing is held any more.",
     "Deze reservering is beëindigd: er wordt niets meer vastgehouden."}};
constexpr RefusalKind kMoreThanHeld{"reservation_holds_fewer",
                                    Category::conflict,
                                    Retry::useless,
                                    {"{0} asked for, and this reservation holds {1}.",
                                     "{0} gevraagd, en deze reservering houdt er {1} vast."}};
constexpr RefusalKind kSameLocation{"location_is_the_same",
                                    Category::conflict,
                                    Retry::useless,
                                    {"The pieces lie there already. Choose another location.",
                                     "De stuks liggen daar al. Kies een andere locatie."}};
constexpr RefusalKind kIsBundle{
    "stock_of_a_bundle",
    Category::conflict,
    Retry::useless,
    {"{0} is a bundle and has no pieces of its own. Name its parts.",
     "{0} is een bundel en heeft zelf geen stuks. Noem de onderdelen."}};
constexpr RefusalKind kIncomingUnknown{"incoming_unknown",
                                       Category::not_found,
                                       Retry::useless,
                                       {"There is no such delivery, or it is not yours to see.",
                                        "Deze levering bestaat niet, of u mag haar niet zien."}};
constexpr RefusalKind kMoreThanExpected{
    "incoming_expects_fewer",
    Category::conflict,
    Retry::useless,
    {"{0} came in, and {1} were still expected. Change the quantity of the delivery first.",
     "Er kwamen er {0} binnen en er werden er nog {1} verwacht. Wijzig eerst het aantal."}};
constexpr RefusalKind kFewerThanReceived{
    "incoming_received_more",
    Category::conflict,
    Retry::useless,
    {"{0} came in already; the quantity can not be lower.",
     "Er kwamen er al {0} binnen; het aantal kan niet lager."}};
constexpr RefusalKind kTooFewToCome{
    "stock_too_few_to_come",
    Category::conflict,
    Retry::may_help,
    {"{0} asked for, and at most {1} of one delivery can be promised.",
     "{0} gevraagd, en van één levering zijn er hoogstens {1} te beloven."}};
constexpr RefusalKind kStillWaiting{
    "reservation_waiting",
    Category::conflict,
    Retry::may_help,
    {"These pieces have not come in yet.", "Deze stuks zijn nog niet binnen."}};

struct LocationFact {
  LocationId id;
  Slug code;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(LocationFact, (), (id, code, version))

void record(store::Tx& tx, const access::Actor& actor, const Location* before,
            const Location& after) {
  access::audit(tx, actor,
                {.entity = "location",
                 .id = to_string(after.id),
                 .action = before != nullptr ? "changed" : "added",
                 .before = before != nullptr ? Json{to_json(*before)} : Json{},
                 .after = Json{to_json(after)}});
  outbox::append(tx, actor.now,
                 before != nullptr ? "stock.location_changed" : "stock.location_added",
                 LocationFact{after.id, after.code, after.version});
}

// What is set for a thing and has no version: what it was and what it is.
template <class Setting>
void record(store::Tx& tx, const access::Actor& actor, std::string_view what, std::string id,
            const std::optional<Setting>& before, const Setting& after) {
  access::audit(tx, actor,
                {.entity = what,
                 .id = std::move(id),
                 .action = "changed",
                 .before = before ? Json{to_json(*before)} : Json{},
                 .after = Json{to_json(after)}});
}

// Whether a reader who is bound to a location sees this one; the query then asks for it alone.
template <class Query>
bool narrow(const Sight& sight, Query& query) {
  if (!sight.location) return true;
  if (query.location && query.location != sight.location) return false;
  query.location = sight.location;
  return true;
}

}  // namespace

const RefusalKind& kind_of(StockRefusal refusal) {
  switch (refusal) {
    case StockRefusal::location_unknown:
      return kLocationUnknown;
    case StockRefusal::location_closed:
      return kLocationClosed;
    case StockRefusal::location_code_taken:
      return kLocationCodeTaken;
    case StockRefusal::too_few:
      return kTooFew;
    case StockRefusal::reservation_unknown:
      return kReservationUnknown;
    case StockRefusal::reservation_ended:
      return kReservationEnded;
    case StockRefusal::more_than_held:
      return kMoreThanHeld;
    case StockRefusal::same_location:
      return kSameLocation;
    case StockRefusal::is_bundle:
      return kIsBundle;
    case StockRefusal::incoming_unknown:
      return kIncomingUnknown;
    case StockRefusal::more_than_expected:
      return kMoreThanExpected;
    case StockRefusal::fewer_than_received:
      return kFewerThanReceived;
    case StockRefusal::too_few_to_come:
      return kTooFewToCome;
    case StockRefusal::still_waiting:
      return kStillWaiting;
  }
  assertion_failed("a StockRefusal");
}

Sight sight_of(const api::Principal& who) {
  using api::Role;
  const bool everywhere = who.has(Role::admin) || who.has(Role::manager) ||
                          who.has(Role::analyst) || who.has(Role::agent);
  if (everywhere) return {};
  return {.location = who.location.value_or(LocationId(-1))};  // of a store that has none: nothing
}

std::vector<Location> locations(store::Snapshot& snapshot, const Sight& sight) {
  std::vector<Location> locations = sql::locations(snapshot);
  std::erase_if(locations,
                [&](const Location& one) { return sight.location && one.id != *sight.location; });
  return locations;
}

Result<Location> location(store::Snapshot& snapshot, const Sight& sight, LocationId id) {
  auto found = sql::location(snapshot, id);
  if (!found || (sight.location && id != *sight.location)) {
    return refuse(StockRefusal::location_unknown);
  }
  return *std::move(found);
}

Result<Location> add_location(store::Tx& tx, const access::Actor& actor,
                              const LocationDraft& draft) {
  Location location{.id = actor.ids.next<LocationId>(),
                    .version = 1,
                    .sells = usually_sells(draft.kind),
                    .created = actor.now,
                    .changed = actor.now};
  apply_change(draft, location);
  if (!sql::insert(tx, location)) {
    return refuse(StockRefusal::location_code_taken, location.code.text);
  }
  record(tx, actor, nullptr, location);
  return location;
}

Result<LocationId> on_the_way(store::Tx& tx, const access::Actor& actor) {
  for (const Location& one : sql::locations(tx))
    if (one.kind == LocationKind::in_transit && one.active) return one.id;
  LocationDraft draft;
  draft.code = {"in-transit"};
  draft.name = {"In transit"};
  draft.kind = LocationKind::in_transit;
  return TRY(add_location(tx, actor, draft)).id;
}

Result<Location> change_location(store::Tx& tx, const access::Actor& actor, LocationId id,
                                 std::int64_t version, const LocationChange& change) {
  const Location before = TRY(location(tx, {}, id));
  if (before.version != version) return refuse(api::ApiRefusal::version_changed);
  Location after = before;
  apply_change(change, after);
  if (after == before) return after;
  after.version = version + 1;
  after.changed = actor.now;
  if (!sql::update(tx, after, version)) return refuse(api::ApiRefusal::version_changed);
  record(tx, actor, &before, after);
  return after;
}

Result<Level> set_safety(store::Tx& tx, const access::Actor& actor, VariantId variant,
                         LocationId at, Units units) {
  TRY_VOID(check_pieces(tx, variant));
  TRY_VOID(location(tx, {}, at));
  const std::optional<Level> before = sql::level(tx, variant, at);
  const Level after = sql::set_safety(tx, variant, at, units.number);
  record(tx, actor, "stock_level", to_string(variant), before, after);
  tell(tx, actor.now, after);
  return after;
}

std::vector<Level> levels(store::Snapshot& snapshot, const Sight& sight, const LevelQuery& query) {
  LevelQuery seen = query;
  return narrow(sight, seen) ? sql::levels(snapshot, seen) : std::vector<Level>();
}

std::vector<Movement> movements(store::Snapshot& snapshot, const Sight& sight,
                                const MovementQuery& query) {
  MovementQuery seen = query;
  return narrow(sight, seen) ? sql::movements(snapshot, seen) : std::vector<Movement>();
}

Result<Reservation> reservation(store::Snapshot& snapshot, const Sight& sight, ReservationId id) {
  auto found = sql::reservation(snapshot, id);
  if (!found || (sight.location && found->location != *sight.location)) {
    return refuse(StockRefusal::reservation_unknown);
  }
  return *std::move(found);
}

std::vector<Reservation> reservations(store::Snapshot& snapshot, const Sight& sight,
                                      const ReservationQuery& query) {
  ReservationQuery seen = query;
  return narrow(sight, seen) ? sql::reservations(snapshot, seen) : std::vector<Reservation>();
}

}  // namespace sluis::stock
