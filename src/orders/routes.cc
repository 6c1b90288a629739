#include "orders/routes.h"

#include "kernel/assert.h"
#include "orders/acts.h"
#include "platform/api/refusal.h"

namespace sluis::orders {
namespace {

using api::Allow;
using api::Call;
using api::Role;
using store::Snapshot;
using store::Tx;

constexpr Allow kReaders = kSellers | Allow::role(Role::analyst) | Allow::role(Role::partner);
constexpr std::uint64_t kBodyMax = 128 * 1024;

using Limit = Whole<1, 500>;
constexpr Limit kLimit{100};

// What goes over the wire

struct ListInput {
  std::optional<Line<0, 200>> search;
  std::optional<ChannelId> channel;
  std::optional<State> state;
  std::optional<CustomerId> customer;
  std::optional<LocationId> location;
  std::optional<Instant> from;
  std::optional<Instant> to;
  std::optional<OrderId> after;
  std::optional<Limit> limit;
};
BOOST_DESCRIBE_STRUCT(ListInput, (),
                      (search, channel, state, customer, location, from, to, after, limit))

struct PlaceInput {
  OrderDraft body;
};
BOOST_DESCRIBE_STRUCT(PlaceInput, (), (body))
struct IdInput {
  OrderId id;
};
BOOST_DESCRIBE_STRUCT(IdInput, (), (id))

struct CancelBody {
  std::optional<std::vector<Pieces>> pieces;  // else all that was not handed over
  std::optional<Line<0, 200>> reason;
};
BOOST_DESCRIBE_STRUCT(CancelBody, (), (pieces, reason))
struct CancelInput {
  OrderId id;
  CancelBody body;
};
BOOST_DESCRIBE_STRUCT(CancelInput, (), (id, body))
struct PayInput {
  OrderId id;
  PaymentDraft body;
};
BOOST_DESCRIBE_STRUCT(PayInput, (), (id, body))

Result<api::Page<Listed>> list_orders(Snapshot& snapshot, const Call& call, const ListInput& in) {
  OrderList found = list(snapshot, sight_of(call.who),
                         {.search = in.search ? in.search->text : "",
                          .channel = in.channel,
                          .state = in.state,
                          .customer = in.customer,
                          .location = in.location,
                          .from = in.from,
                          .to = in.to,
                          .before = in.after,
                          .limit = in.limit.value_or(kLimit).number});
  api::Page<Listed> page{.items = std::move(found.orders), .next = {}};
  if (found.next) page.next = to_string(*found.next);
  return page;
}

Result<api::Reply<View>> show(Snapshot& snapshot, const Call& call, const IdInput& in) {
  return view_of(snapshot, call, in.id);
}

// Runs an act on an order in the unit of a call, and answers with the order as it has become.
template <class Input, class Run>
auto acting(events::Intake* intake, Run run) {
  return [intake, run](Tx& tx, const Call& call, const Input& in) -> Result<api::Reply<View>> {
    const CallDesk at(tx, call, intake);
    return view_of(tx, call, TRY(run(at.desk(), sight_of(call.who), in)).id);
  };
}

auto placing(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const PlaceInput& in) -> Result<api::Reply<View>> {
    const CallDesk at(tx, call, intake);
    const Sight sight = sight_of(call.who);
    FullOrder placed = TRY(place_whole(at.desk(), sight, in.body));
    return reply_of(tx, seen_by(sight, std::move(placed)), 201);
  };
}

auto cancelling(events::Intake* intake) {
  return acting<CancelInput>(
      intake, [](const Desk& desk, const Sight& sight, const CancelInput& in) {
        return cancel(desk, sight, in.id, in.body.pieces.value_or(std::vector<Pieces>{}),
                      in.body.reason.value_or(Line<0, 200>{}));
      });
}

auto paying(events::Intake* intake) {
  return acting<PayInput>(intake, [](const Desk& desk, const Sight& sight, const PayInput& in) {
    return pay(desk, sight, in.id, in.body);
  });
}

}  // namespace

std::vector<const RefusalKind*> placing_refusals() {
  using enum OrderRefusal;
  std::vector<const RefusalKind*> all = api::refuses(
      reference_taken, channel_closed, no_lines, amount_too_large, price_changed, price_not_yours,
      not_whole_cents, voucher_not_valid, voucher_used_up, location_needed, too_few, pays_too_much,
      nothing_to_pay, not_paid, provider_unknown);
  for (const RefusalKind* one :
       {&kind_of(channels::ChannelRefusal::channel_unknown),
        &kind_of(catalog::CatalogRefusal::variant_unknown),
        &kind_of(catalog::CatalogRefusal::no_price), &kind_of(catalog::CatalogRefusal::not_on_sale),
        &kind_of(taxes::TaxRefusal::rate_unknown), &kind_of(MoneyRefusal::mixed_currencies),
        &kind_of(stock::StockRefusal::location_unknown),
        &kind_of(stock::StockRefusal::location_closed), &kind_of(stock::StockRefusal::too_few),
        &kind_of(identities::IdentityRefusal::identity_empty),
        &kind_of(identities::IdentityRefusal::email_unreadable),
        &kind_of(identities::IdentityRefusal::phone_unreadable)}) {
    all.push_back(one);
  }
  return all;
}

CallDesk::CallDesk(Tx& tx, const Call& call, events::Intake* intake)
    : actor_(access::actor_of(call)), desk_{tx, actor_, *intake} {
  SLUIS_ASSERT(intake != nullptr);
}

Result<api::Reply<View>> view_of(Snapshot& snapshot, const Call& call, OrderId id) {
  return reply_of(snapshot, TRY(find(snapshot, sight_of(call.who), id)));
}

api::Reply<View> reply_of(Snapshot& snapshot, FullOrder whole, int status) {
  View view;
  static_cast<Order&>(view) = std::move(whole.order);
  if (view.identity) view.customer = identities::customer_of(snapshot, *view.identity);
  view.owed = owed(view);
  view.due_back = due_back(view);
  view.buyer = std::move(whole.buyer);
  view.lines = std::move(whole.lines);
  view.deliveries = std::move(whole.deliveries);
  view.items = std::move(whole.items);
  view.payments = std::move(whole.payments);
  view.timeline = std::move(whole.timeline);
  for (const Act act : enum_values<Act>()) {
    if (may(view.state, act)) view.acts.push_back(act);
  }
  const std::int64_t version = view.version;
  return api::Reply<View>{
      .value = std::move(view), .status = status, .version = version, .headers = {}};
}

std::vector<api::Route> routes(events::Intake* intake) {
  using api::refuses;
  using http::Method;
  using enum OrderRefusal;
  std::vector<api::Route> routes = {
      {.operation = "orders.list",
       .method = Method::get,
       .path = "/api/v1/orders",
       .summary = {"Orders of all channels, the newest first; found by reference, name, e-mail "
                   "address or SKU.",
                   "Orders van alle kanalen, de nieuwste eerst; te vinden op nummer, naam, "
                   "e-mailadres of SKU."},
       .allow = kReaders,
       .handler = api::read(list_orders)},
      {.operation = "orders.place",
       .method = Method::post,
       .path = "/api/v1/orders",
       .summary = {"Place an order: stock is promised, and the sale is written down, at once or "
                   "not at all.",
                   "Plaats een order: de voorraad wordt beloofd en de verkoop vastgelegd, in "
                   "één keer of helemaal niet."},
       .allow = kSellers,
       .handler = api::write(placing(intake)),
       .idempotency = api::Idempotency::by_key,
       .limits = {.body_bytes = kBodyMax},
       .refusals = placing_refusals()},
      {.operation = "orders.show",
       .method = Method::get,
       .path = "/api/v1/orders/{id}",
       .summary = {"One order with its lines, deliveries, payments and timeline.",
                   "Eén order met regels, leveringen, betalingen en tijdlijn."},
       .allow = kReaders,
       .handler = api::read(show),
       .refusals = refuses(order_unknown)},
      {.operation = "orders.cancel",
       .method = Method::post,
       .path = "/api/v1/orders/{id}/cancel",
       .summary = {"Cancel what was not handed over, or some pieces of it.",
                   "Annuleer wat nog niet is overhandigd, of een deel ervan."},
       .allow = kSellers,
       .handler = api::write(cancelling(intake)),
       .idempotency = api::Idempotency::by_key,
       .refusals = refuses(order_unknown, act_not_allowed, line_unknown, more_than_open)},
      {.operation = "orders.pay",
       .method = Method::post,
       .path = "/api/v1/orders/{id}/payments",
       .summary = {"Write down what was paid of an order.",
                   "Leg vast wat er van een order is betaald."},
       .allow = kSellers,
       .handler = api::write(paying(intake)),
       .idempotency = api::Idempotency::by_key,
       .refusals = {&kind_of(order_unknown), &kind_of(nothing_to_pay), &kind_of(pays_too_much),
                    &kind_of(not_whole_cents), &kind_of(provider_unknown),
                    &kind_of(MoneyRefusal::mixed_currencies)}},
  };
  std::ranges::move(delivery_routes(intake), std::back_inserter(routes));
  std::ranges::move(return_routes(intake), std::back_inserter(routes));
  std::ranges::move(customer_routes(intake), std::back_inserter(routes));
  std::ranges::move(setting_routes(), std::back_inserter(routes));
  return routes;
}

}  // namespace sluis::orders
