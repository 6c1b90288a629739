// The routes of what a location has to do for orders.

#include "orders/routes.h"
#include "platform/api/refusal.h"

namespace sluis::orders {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

using Limit = Whole<1, 500>;
constexpr Limit kLimit{100};

struct OpenInput {
  std::optional<LocationId> location;
  std::optional<DeliveryId> after;
  std::optional<Limit> limit;
};
BOOST_DESCRIBE_STRUCT(OpenInput, (), (location, after, limit))
struct DeliveryInput {
  DeliveryId id;
};
BOOST_DESCRIBE_STRUCT(DeliveryInput, (), (id))
struct HandOverBody {
  std::optional<std::vector<Pieces>> pieces;  // else all that is in it
  std::optional<Line<0, 200>> tracking;
};
BOOST_DESCRIBE_STRUCT(HandOverBody, (), (pieces, tracking))
struct HandOverInput {
  DeliveryId id;
  HandOverBody body;
};
BOOST_DESCRIBE_STRUCT(HandOverInput, (), (id, body))

Result<api::Page<OpenDelivery>> list_open(Snapshot& snapshot, const Call& call,
                                          const OpenInput& in) {
  const std::int64_t limit = in.limit.value_or(kLimit).number;
  const auto open = open_deliveries(snapshot, sight_of(call.who), in.location, in.after, limit + 1);
  api::Page<OpenDelivery> page{.items = open, .next = {}};
  if (std::cmp_greater(open.size(), limit)) {
    page.items.pop_back();
    page.next = to_string(page.items.back().id);
  }
  return page;
}

using Handled = Result<Order> (*)(const Desk&, const Sight&, DeliveryId);

auto handling(events::Intake* intake, Handled handle) {
  return [intake, handle](Tx& tx, const Call& call,
                          const DeliveryInput& in) -> Result<api::Reply<View>> {
    const CallDesk at(tx, call, intake);
    return view_of(tx, call, TRY(handle(at.desk(), sight_of(call.who), in.id)).id);
  };
}

auto handing_over(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const HandOverInput& in) -> Result<api::Reply<View>> {
    const CallDesk at(tx, call, intake);
    const Order order = TRY(hand_over(at.desk(), sight_of(call.who), in.id,
                                      in.body.pieces.value_or(std::vector<Pieces>{}),
                                      in.body.tracking.value_or(Line<0, 200>{})));
    return view_of(tx, call, order.id);
  };
}

api::Route handling_route(std::string_view operation, std::string_view path, Text summary,
                          api::Handler handler) {
  using enum OrderRefusal;
  return {.operation = operation,
          .method = http::Method::post,
          .path = path,
          .summary = summary,
          .allow = kSellers,
          .handler = std::move(handler),
          .idempotency = api::Idempotency::by_key,
          .refusals = api::refuses(delivery_unknown, handling_not_allowed, act_not_allowed)};
}

}  // namespace

std::vector<api::Route> delivery_routes(events::Intake* intake) {
  using enum OrderRefusal;
  std::vector<api::Route> routes;
  routes.push_back({.operation = "orders.deliveries",
                    .method = http::Method::get,
                    .path = "/api/v1/orders/deliveries",
                    .summary = {"What is to be accepted, prepared and handed over at a location.",
                                "Wat op een locatie te bevestigen, klaar te zetten en te "
                                "overhandigen is."},
                    .allow = kSellers,
                    .handler = api::read(list_open)});
  routes.push_back(handling_route("orders.accept", "/api/v1/orders/deliveries/{id}/accept",
                                  {"This location will send it, or keep it ready.",
                                   "Deze locatie verstuurt het, of zet het klaar."},
                                  api::write(handling(intake, accept))));
  routes.push_back(handling_route("orders.prepare", "/api/v1/orders/deliveries/{id}/prepare",
                                  {"It is picked, and lies ready.", "Het is gepakt en ligt klaar."},
                                  api::write(handling(intake, prepare))));
  routes.push_back(handling_route("orders.send", "/api/v1/orders/deliveries/{id}/send",
                                  {"It left for the location where it is collected.",
                                   "Het is onderweg naar de locatie waar het wordt opgehaald."},
                                  api::write(handling(intake, send))));
  routes.push_back(handling_route("orders.arrive", "/api/v1/orders/deliveries/{id}/arrive",
                                  {"It came in where it is collected, and lies ready.",
                                   "Het is binnen waar het wordt opgehaald, en ligt klaar."},
                                  api::write(handling(intake, arrive))));
  routes.push_back(handling_route(
      "orders.confirm_receipt", "/api/v1/orders/deliveries/{id}/received",
      {"What was sent has reached the buyer.", "Wat is verstuurd, is bij de koper aangekomen."},
      api::write(handling(intake, confirm_receipt))));
  routes.push_back(handling_route(
      "orders.decline", "/api/v1/orders/deliveries/{id}/decline",
      {"This location does not send it: another one does, else it is cancelled.",
       "Deze locatie verstuurt het niet: een andere wel, anders wordt het geannuleerd."},
      api::write(handling(intake, decline))));
  routes.push_back(
      {.operation = "orders.hand_over",
       .method = http::Method::post,
       .path = "/api/v1/orders/deliveries/{id}/hand-over",
       .summary = {"It was handed over to the buyer or the carrier: all, or some.",
                   "Het is overhandigd aan de koper of de vervoerder: alles, of een "
                   "deel."},
       .allow = kSellers,
       .handler = api::write(handing_over(intake)),
       .idempotency = api::Idempotency::by_key,
       .refusals = {&kind_of(delivery_unknown), &kind_of(handling_not_allowed),
                    &kind_of(act_not_allowed), &kind_of(not_paid), &kind_of(line_unknown),
                    &kind_of(more_than_open), &kind_of(stock::StockRefusal::reservation_ended),
                    &kind_of(stock::StockRefusal::more_than_held)}});
  return routes;
}

}  // namespace sluis::orders
