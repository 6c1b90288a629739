// The routes of locations and of what comes and goes.

#include "stock/routes.h"

#include "platform/api/refusal.h"
#include "stock/stock.h"

namespace sluis::stock {
namespace {

using api::Allow;
using api::Call;
using api::Role;
using store::Snapshot;
using store::Tx;

// What goes over the wire

struct LocationInput {
  LocationId id;
};
BOOST_DESCRIBE_STRUCT(LocationInput, (), (id))
struct LocationHistoryInput {
  LocationId id;
  std::optional<AuditId> after;
};
BOOST_DESCRIBE_STRUCT(LocationHistoryInput, (), (id, after))
struct AddLocationInput {
  LocationDraft body;
};
BOOST_DESCRIBE_STRUCT(AddLocationInput, (), (body))
struct ChangeLocationInput {
  LocationId id;
  LocationChange body;
};
BOOST_DESCRIBE_STRUCT(ChangeLocationInput, (), (id, body))

// What people write down as it happens; what is counted or moved has routes of its own.
enum class Act : std::uint8_t { received, returned, sold, lost };
BOOST_DESCRIBE_ENUM(Act, received, returned, sold, lost)
struct Written {
  Act kind = Act::received;
  VariantId variant;
  LocationId location;
  Quantity quantity;
  std::optional<Line<0, 200>> reference;
  std::optional<Line<0, 500>> note;
};
BOOST_DESCRIBE_STRUCT(Written, (), (kind, variant, location, quantity, reference, note))
struct WrittenInput {
  Written body;
};
BOOST_DESCRIBE_STRUCT(WrittenInput, (), (body))

struct Moved {
  VariantId variant;
  LocationId from;
  LocationId to;
  Quantity quantity;
  std::optional<Line<0, 500>> note;
};
BOOST_DESCRIBE_STRUCT(Moved, (), (variant, from, to, quantity, note))
struct MovedInput {
  Moved body;
};
BOOST_DESCRIBE_STRUCT(MovedInput, (), (body))

struct Counted {
  VariantId variant;
  LocationId location;
  Units counted;
  std::optional<Line<0, 500>> note;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (variant, location, counted, note))
struct CountedInput {
  Counted body;
};
BOOST_DESCRIBE_STRUCT(CountedInput, (), (body))

struct MovementsInput {
  std::optional<VariantId> variant;
  std::optional<LocationId> location;
  std::optional<MovementId> after;
  std::optional<Limit> limit;
};
BOOST_DESCRIBE_STRUCT(MovementsInput, (), (variant, location, after, limit))

api::Reply<Location> versioned(Location location, int status = 200) {
  const std::int64_t version = location.version;
  return {.value = std::move(location), .status = status, .version = version, .headers = {}};
}

// Handlers

Result<api::Page<Location>> list_locations(Snapshot& snapshot, const Call& call) {
  return api::Page<Location>{.items = locations(snapshot, sight_of(call.who)), .next = {}};
}

Result<api::Reply<Location>> show_location(Snapshot& snapshot, const Call& call,
                                           const LocationInput& in) {
  return versioned(TRY(location(snapshot, sight_of(call.who), in.id)));
}

Result<api::Page<access::AuditEntry>> location_history(Snapshot& snapshot, const Call& call,
                                                       const LocationHistoryInput& in) {
  TRY_VOID(location(snapshot, sight_of(call.who), in.id));
  return access::history_of(snapshot, "location", to_string(in.id), in.after);
}

Result<api::Reply<Location>> add_one(Tx& tx, const Call& call, const AddLocationInput& in) {
  return versioned(TRY(add_location(tx, access::actor_of(call), in.body)), 201);
}

Result<api::Reply<Location>> change_one(Tx& tx, const Call& call, const ChangeLocationInput& in) {
  const auto actor = access::actor_of(call);
  return versioned(TRY(change_location(tx, actor, in.id, call.expected_version, in.body)));
}

Result<Level> carry_out(Tx& tx, const access::Actor& actor, Act act, const Change& change) {
  switch (act) {
    case Act::received:
      return receive(tx, actor, MovementKind::received, change);
    case Act::returned:
      return receive(tx, actor, MovementKind::returned, change);
    case Act::sold:
      return sell(tx, actor, change);
    case Act::lost:
      break;
  }
  return lose(tx, actor, change);
}

Result<api::Reply<Level>> write_down(Tx& tx, const Call& call, const WrittenInput& in) {
  const Written& body = in.body;
  TRY_VOID(location(tx, sight_of(call.who), body.location));
  const Change change{.variant = body.variant,
                      .location = body.location,
                      .quantity = body.quantity,
                      .reference = body.reference.value_or(Line<0, 200>{}),
                      .note = body.note.value_or(Line<0, 500>{})};
  return api::Reply<Level>{.value = TRY(carry_out(tx, access::actor_of(call), body.kind, change)),
                           .status = 201,
                           .version = {},
                           .headers = {}};
}

// A store sends away what is its own; where it goes is for everybody to say.
Result<void> move_pieces(Tx& tx, const Call& call, const MovedInput& in) {
  TRY_VOID(location(tx, sight_of(call.who), in.body.from));
  const Change change{.variant = in.body.variant,
                      .location = in.body.from,
                      .quantity = in.body.quantity,
                      .note = in.body.note.value_or(Line<0, 500>{})};
  return move(tx, access::actor_of(call), change, in.body.to);
}

Result<api::Reply<Level>> count_pieces(Tx& tx, const Call& call, const CountedInput& in) {
  const Counted& body = in.body;
  TRY_VOID(location(tx, sight_of(call.who), body.location));
  const Count found{.variant = body.variant,
                    .location = body.location,
                    .counted = body.counted,
                    .note = body.note.value_or(Line<0, 500>{})};
  return api::Reply<Level>{.value = TRY(count(tx, access::actor_of(call), found)),
                           .status = 201,
                           .version = {},
                           .headers = {}};
}

Result<api::Page<Movement>> list_movements(Snapshot& snapshot, const Call& call,
                                           const MovementsInput& in) {
  const MovementQuery query{.variant = in.variant,
                            .location = in.location,
                            .before = in.after,
                            .limit = in.limit.value_or(kLimit).number};
  api::Page<Movement> page{.items = movements(snapshot, sight_of(call.who), query), .next = {}};
  if (std::cmp_greater(page.items.size(), query.limit)) {
    page.items.pop_back();
    page.next = to_string(page.items.back().id);
  }
  return page;
}

std::vector<api::Route> location_routes() {
  using api::refuses;
  using http::Method;
  using enum StockRefusal;
  return {
      {.operation = "stock.locations",
       .method = Method::get,
       .path = "/api/v1/stock/locations",
       .summary = {"Locations where stock lies, in the order in which they are drawn on.",
                   "Locaties waar voorraad ligt, in de volgorde waarin ze aan bod komen."},
       .allow = kReaders,
       .handler = api::read(list_locations)},
      {.operation = "stock.add_location",
       .method = Method::post,
       .path = "/api/v1/stock/locations",
       .summary = {"Add a location.", "Voeg een locatie toe."},
       .allow = kManagers,
       .handler = api::write(add_one),
       .idempotency = api::Idempotency::by_key,
       .refusals = refuses(location_code_taken)},
      {.operation = "stock.location",
       .method = Method::get,
       .path = "/api/v1/stock/locations/{id}",
       .summary = {"One location.", "Eén locatie."},
       .allow = kReaders,
       .handler = api::read(show_location),
       .refusals = refuses(location_unknown)},
      {.operation = "stock.change_location",
       .method = Method::patch,
       .path = "/api/v1/stock/locations/{id}",
       .summary = {"Change a location; one that is not active takes no part any more.",
                   "Wijzig een locatie; een die niet actief is, doet niet meer mee."},
       .allow = kManagers,
       .handler = api::write(change_one),
       .precondition = api::Precondition::version,
       .refusals = refuses(location_unknown)},
      {.operation = "stock.location_history",
       .method = Method::get,
       .path = "/api/v1/stock/locations/{id}/history",
       .summary = {"Who changed what of a location, the newest first.",
                   "Wie wat wijzigde aan een locatie, het nieuwste eerst."},
       .allow = kManagers | Allow::role(Role::analyst),
       .handler = api::read(location_history),
       .refusals = refuses(location_unknown)},
  };
}

std::vector<api::Route> movement_routes() {
  using api::refuses;
  using catalog::CatalogRefusal;
  using http::Method;
  using enum StockRefusal;
  const RefusalKind* const no_variant = &kind_of(CatalogRefusal::variant_unknown);
  return {
      {.operation = "stock.movements",
       .method = Method::get,
       .path = "/api/v1/stock/movements",
       .summary = {"What came, went and was counted, the newest first.",
                   "Wat er kwam, ging en werd geteld, het nieuwste eerst."},
       .allow = kReaders,
       .handler = api::read(list_movements)},
      {.operation = "stock.write_down",
       .method = Method::post,
       .path = "/api/v1/stock/movements",
       .summary = {"Write down pieces that came in, came back, were sold or got lost.",
                   "Leg vast welke stuks er binnenkwamen, terugkwamen, verkocht of kwijt zijn."},
       .allow = kMovers,
       .handler = api::write(write_down),
       .idempotency = api::Idempotency::by_key,
       .refusals = {no_variant, &kind_of(location_unknown), &kind_of(location_closed),
                    &kind_of(too_few), &kind_of(is_bundle)}},
      {.operation = "stock.move",
       .method = Method::post,
       .path = "/api/v1/stock/moves",
       .summary = {"Move pieces that are not promised to another location.",
                   "Verplaats stuks die niet beloofd zijn naar een andere locatie."},
       .allow = kMovers,
       .handler = api::write(move_pieces),
       .idempotency = api::Idempotency::by_key,
       .refusals = {no_variant, &kind_of(location_unknown), &kind_of(location_closed),
                    &kind_of(too_few), &kind_of(same_location), &kind_of(is_bundle)}},
      {.operation = "stock.count",
       .method = Method::post,
       .path = "/api/v1/stock/counts",
       .summary = {"Say how many pieces were counted; promises that cannot be kept are broken.",
                   "Geef door hoeveel er geteld zijn; beloften die niet meer kunnen, vervallen."},
       .allow = kMovers,
       .handler = api::write(count_pieces),
       .idempotency = api::Idempotency::by_key,
       .refusals = {no_variant, &kind_of(location_unknown), &kind_of(location_closed),
                    &kind_of(is_bundle)}},
  };
}

}  // namespace

std::vector<api::Route> routes() {
  std::vector<api::Route> routes = location_routes();
  std::ranges::move(movement_routes(), std::back_inserter(routes));
  std::ranges::move(level_routes(), std::back_inserter(routes));
  std::ranges::move(promise_routes(), std::back_inserter(routes));
  std::ranges::move(incoming_routes(), std::back_inserter(routes));
  std::ranges::move(alert_routes(), std::back_inserter(routes));
  return routes;
}

}  // namespace sluis::stock
