// The routes of what is to come, and of those who wait for it.

#include "platform/api/refusal.h"
#include "stock/routes.h"
#include "stock/stock.h"

namespace sluis::stock {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

struct ListInput {
  std::optional<VariantId> variant;
  std::optional<LocationId> location;
  std::optional<IncomingState> state;
  std::optional<IncomingId> after;
  std::optional<Limit> limit;
};
BOOST_DESCRIBE_STRUCT(ListInput, (), (variant, location, state, after, limit))

struct IdInput {
  IncomingId id;
};
BOOST_DESCRIBE_STRUCT(IdInput, (), (id))
struct AddInput {
  IncomingDraft body;
};
BOOST_DESCRIBE_STRUCT(AddInput, (), (body))
struct ChangeInput {
  IncomingId id;
  IncomingChange body;
};
BOOST_DESCRIBE_STRUCT(ChangeInput, (), (id, body))
struct Arrived {
  Quantity quantity;
};
BOOST_DESCRIBE_STRUCT(Arrived, (), (quantity))
struct ArrivedInput {
  IncomingId id;
  Arrived body;
};
BOOST_DESCRIBE_STRUCT(ArrivedInput, (), (id, body))

api::Reply<Incoming> versioned(Incoming line, int status = 200) {
  const std::int64_t version = line.version;
  return {.value = std::move(line), .status = status, .version = version, .headers = {}};
}

Result<api::Page<Incoming>> list(Snapshot& snapshot, const Call& call, const ListInput& in) {
  const IncomingQuery query{.variant = in.variant,
                            .location = in.location,
                            .state = in.state,
                            .before = in.after,
                            .limit = in.limit.value_or(kLimit).number};
  api::Page<Incoming> page{.items = incoming(snapshot, sight_of(call.who), query), .next = {}};
  if (std::cmp_greater(page.items.size(), query.limit)) {
    page.items.pop_back();
    page.next = to_string(page.items.back().id);
  }
  return page;
}

Result<api::Reply<Incoming>> show(Snapshot& snapshot, const Call& call, const IdInput& in) {
  return versioned(TRY(incoming(snapshot, sight_of(call.who), in.id)));
}

Result<api::Reply<Incoming>> add(Tx& tx, const Call& call, const AddInput& in) {
  return versioned(TRY(expect(tx, access::actor_of(call), in.body)), 201);
}

Result<api::Reply<Incoming>> change(Tx& tx, const Call& call, const ChangeInput& in) {
  const auto actor = access::actor_of(call);
  return versioned(TRY(change_incoming(tx, actor, in.id, call.expected_version, in.body)));
}

Result<api::Reply<Incoming>> take_in(Tx& tx, const Call& call, const ArrivedInput& in) {
  const auto actor = access::actor_of(call);
  return versioned(TRY(arrive(tx, actor, sight_of(call.who), in.id, in.body.quantity)), 201);
}

}  // namespace

std::vector<api::Route> incoming_routes() {
  using api::refuses;
  using http::Method;
  using enum StockRefusal;
  return {
      {.operation = "stock.incoming",
       .method = Method::get,
       .path = "/api/v1/stock/incoming",
       .summary = {"What was bought and is to come, the newest first.",
                   "Wat is ingekocht en nog komt, het nieuwste eerst."},
       .allow = kReaders,
       .handler = api::read(list)},
      {.operation = "stock.expect",
       .method = Method::post,
       .path = "/api/v1/stock/incoming",
       .summary = {"Write down what was bought and when it is expected.",
                   "Leg vast wat is ingekocht en wanneer het wordt verwacht."},
       .allow = kManagers,
       .handler = api::write(add),
       .idempotency = api::Idempotency::by_key,
       .refusals = {&kind_of(catalog::CatalogRefusal::variant_unknown), &kind_of(location_unknown),
                    &kind_of(location_closed), &kind_of(is_bundle)}},
      {.operation = "stock.delivery",
       .method = Method::get,
       .path = "/api/v1/stock/incoming/{id}",
       .summary = {"One delivery that is expected or came in.",
                   "Eén levering die wordt verwacht of binnenkwam."},
       .allow = kReaders,
       .handler = api::read(show),
       .refusals = refuses(incoming_unknown)},
      {.operation = "stock.change_incoming",
       .method = Method::patch,
       .path = "/api/v1/stock/incoming/{id}",
       .summary = {"Change when and how much is expected; no more than came in ends it.",
                   "Wijzig wanneer en hoeveel er komt; niet meer dan er al kwam, sluit af."},
       .allow = kManagers,
       .handler = api::write(change),
       .precondition = api::Precondition::version,
       .refusals = refuses(incoming_unknown, fewer_than_received)},
      {.operation = "stock.arrive",
       .method = Method::post,
       .path = "/api/v1/stock/incoming/{id}/arrivals",
       .summary = {"Pieces of a delivery came in: first for those who wait longest.",
                   "Stuks van een levering zijn binnen: eerst voor wie het langst wacht."},
       .allow = kMovers,
       .handler = api::write(take_in),
       .idempotency = api::Idempotency::by_key,
       .refusals =
           refuses(incoming_unknown, location_unknown, location_closed, more_than_expected)},
  };
}

}  // namespace sluis::stock
