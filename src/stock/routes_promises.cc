// The routes of reservations.

#include "platform/api/refusal.h"
#include "stock/routes.h"
#include "stock/stock.h"

namespace sluis::stock {
namespace {

using api::Allow;
using api::Call;
using api::Role;
using store::Snapshot;
using store::Tx;

constexpr Allow kPromisers = kMovers | Allow::role(Role::agent);

struct Asked {
  VariantId variant;
  Quantity quantity;
  Purpose purpose = Purpose::basket;
  std::optional<LocationId> location;
  std::optional<ChannelId> channel;
  std::optional<Line<0, 200>> reference;
  std::optional<Whole<1, 43'200>> minutes;  // until it expires; at most 30 days
};
BOOST_DESCRIBE_STRUCT(Asked, (),
                      (variant, quantity, purpose, location, channel, reference, minutes))
struct AskedInput {
  Asked body;
};
BOOST_DESCRIBE_STRUCT(AskedInput, (), (body))

struct IdInput {
  ReservationId id;
};
BOOST_DESCRIBE_STRUCT(IdInput, (), (id))

struct Handed {
  std::optional<Quantity> quantity;  // else all that is held
};
BOOST_DESCRIBE_STRUCT(Handed, (), (quantity))
struct HandedInput {
  ReservationId id;
  Handed body;
};
BOOST_DESCRIBE_STRUCT(HandedInput, (), (id, body))

struct ListInput {
  std::optional<VariantId> variant;
  std::optional<LocationId> location;
  std::optional<ReservationState> state;
  std::optional<Line<1, 200>> reference;
  std::optional<ReservationId> after;
  std::optional<Limit> limit;
};
BOOST_DESCRIBE_STRUCT(ListInput, (), (variant, location, state, reference, after, limit))

Result<api::Page<Reservation>> list(Snapshot& snapshot, const Call& call, const ListInput& in) {
  const ReservationQuery query{.variant = in.variant,
                               .location = in.location,
                               .state = in.state,
                               .reference = in.reference ? in.reference->text : "",
                               .before = in.after,
                               .limit = in.limit.value_or(kLimit).number};
  api::Page<Reservation> page{.items = reservations(snapshot, sight_of(call.who), query),
                              .next = {}};
  if (std::cmp_greater(page.items.size(), query.limit)) {
    page.items.pop_back();
    page.next = to_string(page.items.back().id);
  }
  return page;
}

Result<Reservation> show(Snapshot& snapshot, const Call& call, const IdInput& in) {
  return reservation(snapshot, sight_of(call.who), in.id);
}

// A store promises what lies in the store.
Result<Wish> wish_of(Tx& tx, const Call& call, const Asked& body) {
  const Sight sight = sight_of(call.who);
  if (body.location) TRY_VOID(location(tx, sight, *body.location));
  if (body.channel) TRY_VOID(channels::find(tx, channels::kEverything, *body.channel));
  Wish wish{.variant = body.variant,
            .quantity = body.quantity,
            .location = sight.location ? sight.location : body.location,
            .channel = body.channel,
            .purpose = body.purpose,
            .reference = body.reference.value_or(Line<0, 200>{})};
  if (body.minutes) wish.expires = call.now + std::chrono::minutes(body.minutes->number);
  return wish;
}

Result<api::Reply<Reservation>> ask(Tx& tx, const Call& call, const AskedInput& in) {
  const Wish wish = TRY(wish_of(tx, call, in.body));
  return api::Reply<Reservation>{.value = TRY(reserve(tx, access::actor_of(call), wish)),
                                 .status = 201,
                                 .version = {},
                                 .headers = {}};
}

Result<api::Reply<api::Page<Reservation>>> ask_whole(Tx& tx, const Call& call,
                                                     const AskedInput& in) {
  const Wish wish = TRY(wish_of(tx, call, in.body));
  return api::Reply<api::Page<Reservation>>{
      .value = {.items = TRY(reserve_whole(tx, access::actor_of(call), wish)), .next = {}},
      .status = 201,
      .version = {},
      .headers = {}};
}

Result<api::Reply<Reservation>> ask_to_come(Tx& tx, const Call& call, const AskedInput& in) {
  const Wish wish = TRY(wish_of(tx, call, in.body));
  return api::Reply<Reservation>{.value = TRY(back_order(tx, access::actor_of(call), wish)),
                                 .status = 201,
                                 .version = {},
                                 .headers = {}};
}

Result<Reservation> let_go(Tx& tx, const Call& call, const IdInput& in) {
  return release(tx, access::actor_of(call), sight_of(call.who), in.id);
}

Result<Reservation> hand_over(Tx& tx, const Call& call, const HandedInput& in) {
  return fulfil(tx, access::actor_of(call), sight_of(call.who), in.id, in.body.quantity);
}

}  // namespace

std::vector<api::Route> promise_routes() {
  using api::refuses;
  using http::Method;
  using enum StockRefusal;
  return {
      {.operation = "stock.reservations",
       .method = Method::get,
       .path = "/api/v1/stock/reservations",
       .summary = {"Pieces promised to somebody, the newest first.",
                   "Stuks die aan iemand beloofd zijn, het nieuwste eerst."},
       .allow = kReaders,
       .handler = api::read(list)},
      {.operation = "stock.reserve",
       .method = Method::post,
       .path = "/api/v1/stock/reservations",
       .summary = {"Reserve pieces for a basket, an order or a visit to the store.",
                   "Reserveer stuks voor een mandje, een order of een bezoek aan de winkel."},
       .allow = kPromisers,
       .handler = api::write(ask),
       .idempotency = api::Idempotency::by_key,
       .refusals = {&kind_of(catalog::CatalogRefusal::variant_unknown),
                    &kind_of(catalog::CatalogRefusal::not_on_sale),
                    &kind_of(channels::ChannelRefusal::channel_unknown), &kind_of(location_unknown),
                    &kind_of(location_closed), &kind_of(too_few), &kind_of(is_bundle)}},
      {.operation = "stock.reserve_whole",
       .method = Method::post,
       .path = "/api/v1/stock/reservations/whole",
       .summary = {"Reserve anything that is sold; a bundle as its parts, all of them or none.",
                   "Reserveer wat dan ook; een bundel als zijn onderdelen, alle of geen."},
       .allow = kPromisers,
       .handler = api::write(ask_whole),
       .idempotency = api::Idempotency::by_key,
       .refusals = {&kind_of(catalog::CatalogRefusal::variant_unknown),
                    &kind_of(catalog::CatalogRefusal::not_on_sale),
                    &kind_of(channels::ChannelRefusal::channel_unknown), &kind_of(location_unknown),
                    &kind_of(location_closed), &kind_of(too_few)}},
      {.operation = "stock.back_order",
       .method = Method::post,
       .path = "/api/v1/stock/back-orders",
       .summary = {"Promise pieces that are still to come, of the earliest delivery with room.",
                   "Beloof stuks die nog komen, van de eerste levering met ruimte."},
       .allow = kPromisers,
       .handler = api::write(ask_to_come),
       .idempotency = api::Idempotency::by_key,
       .refusals = {&kind_of(catalog::CatalogRefusal::variant_unknown),
                    &kind_of(catalog::CatalogRefusal::not_on_sale),
                    &kind_of(channels::ChannelRefusal::channel_unknown), &kind_of(location_unknown),
                    &kind_of(too_few_to_come), &kind_of(is_bundle)}},
      {.operation = "stock.reservation",
       .method = Method::get,
       .path = "/api/v1/stock/reservations/{id}",
       .summary = {"One reservation.", "Eén reservering."},
       .allow = kReaders,
       .handler = api::read(show),
       .refusals = refuses(reservation_unknown)},
      {.operation = "stock.release",
       .method = Method::post,
       .path = "/api/v1/stock/reservations/{id}/release",
       .summary = {"Give back what is reserved.", "Geef vrij wat gereserveerd is."},
       .allow = kPromisers,
       .handler = api::write(let_go),
       .idempotency = api::Idempotency::by_key,
       .refusals = refuses(reservation_unknown, reservation_ended)},
      {.operation = "stock.fulfil",
       .method = Method::post,
       .path = "/api/v1/stock/reservations/{id}/fulfil",
       .summary = {"Hand over what is reserved, or some of it.",
                   "Lever uit wat gereserveerd is, of een deel ervan."},
       .allow = kPromisers,
       .handler = api::write(hand_over),
       .idempotency = api::Idempotency::by_key,
       .refusals = refuses(reservation_unknown, reservation_ended, still_waiting, more_than_held)},
  };
}

}  // namespace sluis::stock
