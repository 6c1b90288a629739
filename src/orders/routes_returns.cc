// The routes of what comes back, and of the money that goes back for it.

#include "orders/returns.h"
#include "orders/routes.h"
#include "platform/api/refusal.h"

namespace sluis::orders {
namespace {

using api::Allow;
using api::Call;
using store::Snapshot;
using store::Tx;

struct OfOrderInput {
  OrderId id;
};
BOOST_DESCRIBE_STRUCT(OfOrderInput, (), (id))
struct OwnInput {
  std::optional<OrderId> after;
};
BOOST_DESCRIBE_STRUCT(OwnInput, (), (after))
struct AnnounceInput {
  OrderId id;
  ReturnDraft body;
};
BOOST_DESCRIBE_STRUCT(AnnounceInput, (), (id, body))
struct GiveBackBody {
  ReturnDraft back;
  Arrived arrived;
};
BOOST_DESCRIBE_STRUCT(GiveBackBody, (), (back, arrived))
struct GiveBackInput {
  OrderId id;
  GiveBackBody body;
};
BOOST_DESCRIBE_STRUCT(GiveBackInput, (), (id, body))
struct ReceiveInput {
  ReturnId id;
  Arrived body;
};
BOOST_DESCRIBE_STRUCT(ReceiveInput, (), (id, body))
struct RefundInput {
  OrderId id;
  RefundDraft body;
};
BOOST_DESCRIBE_STRUCT(RefundInput, (), (id, body))
struct ExchangeInput {
  OrderId id;
  ExchangeDraft body;
};
BOOST_DESCRIBE_STRUCT(ExchangeInput, (), (id, body))

Result<api::Page<Return>> list_returns(Snapshot& snapshot, const Call& call,
                                       const OfOrderInput& in) {
  const Sight sight = sight_of(call.who);
  TRY_VOID(find(snapshot, sight, in.id));
  return api::Page<Return>{.items = returns_of(snapshot, sight, in.id), .next = {}};
}

Result<Withdrawal> show_withdrawal(Snapshot& snapshot, const Call& call, const OfOrderInput& in) {
  return withdrawal_of(snapshot, sight_of(call.who), in.id);
}

Result<api::Page<Listed>> list_own(Snapshot& snapshot, const Call& call, const OwnInput& in) {
  OrderList found = list(snapshot, sight_of(call.who),
                         {.search = "",
                          .channel = {},
                          .state = {},
                          .customer = call.who.customer,
                          .location = {},
                          .from = {},
                          .to = {},
                          .before = in.after});
  api::Page<Listed> page{.items = std::move(found.orders), .next = {}};
  if (found.next) page.next = to_string(*found.next);
  return page;
}

Result<api::Reply<View>> show_own(Snapshot& snapshot, const Call& call, const OfOrderInput& in) {
  return view_of(snapshot, call, in.id);
}

auto announcing(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const AnnounceInput& in) -> Result<api::Reply<Return>> {
    const CallDesk at(tx, call, intake);
    return api::Reply<Return>{.value = TRY(announce(at.desk(), sight_of(call.who), in.id, in.body)),
                              .status = 201,
                              .version = {},
                              .headers = {}};
  };
}

auto withdrawing(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const OfOrderInput& in) -> Result<Withdrawal> {
    const CallDesk at(tx, call, intake);
    return withdraw(at.desk(), sight_of(call.who), in.id, call.language);
  };
}

// Runs an act on an order in the unit of a call, and answers with the order as it has become.
template <class Input, class Run>
auto acting(events::Intake* intake, Run run) {
  return [intake, run](Tx& tx, const Call& call, const Input& in) -> Result<api::Reply<View>> {
    const CallDesk at(tx, call, intake);
    return view_of(tx, call, TRY(run(at.desk(), sight_of(call.who), in)).id);
  };
}

auto giving_back(events::Intake* intake) {
  return acting<GiveBackInput>(
      intake, [](const Desk& desk, const Sight& sight, const GiveBackInput& in) {
        return give_back(desk, sight, in.id, in.body.back, in.body.arrived);
      });
}

auto receiving(events::Intake* intake) {
  return acting<ReceiveInput>(intake,
                              [](const Desk& desk, const Sight& sight, const ReceiveInput& in) {
                                return receive(desk, sight, in.id, in.body);
                              });
}

auto refunding(events::Intake* intake) {
  return acting<RefundInput>(intake,
                             [](const Desk& desk, const Sight& sight, const RefundInput& in) {
                               return refund(desk, sight, in.id, in.body);
                             });
}

auto exchanging(events::Intake* intake) {
  return acting<ExchangeInput>(intake,
                               [](const Desk& desk, const Sight& sight, const ExchangeInput& in) {
                                 return exchange(desk, sight, in.id, in.body);
                               });
}

std::vector<const RefusalKind*> of_returns() {
  auto all = api::refuses<ReturnRefusal>();
  for (const OrderRefusal one :
       {OrderRefusal::order_unknown, OrderRefusal::act_not_allowed, OrderRefusal::line_unknown,
        OrderRefusal::not_whole_cents, OrderRefusal::provider_unknown}) {
    all.push_back(&kind_of(one));
  }
  all.push_back(&kind_of(stock::StockRefusal::location_unknown));
  all.push_back(&kind_of(stock::StockRefusal::location_closed));
  all.push_back(&kind_of(MoneyRefusal::mixed_currencies));
  return all;
}

api::Route act_route(std::string_view operation, std::string_view path, Text summary,
                     api::Handler handler) {
  return {.operation = operation,
          .method = http::Method::post,
          .path = path,
          .summary = summary,
          .allow = kSellers,
          .handler = std::move(handler),
          .idempotency = api::Idempotency::by_key,
          .limits = {.body_bytes = 128 * 1024},
          .refusals = of_returns()};
}

}  // namespace

std::vector<api::Route> return_routes(events::Intake* intake) {
  std::vector<api::Route> routes;
  routes.push_back({.operation = "orders.returns",
                    .method = http::Method::get,
                    .path = "/api/v1/orders/{id}/returns",
                    .summary = {"What came back of an order, or is announced.",
                                "Wat er van een order terugkwam, of is aangekondigd."},
                    .allow = kSellers | Allow::role(api::Role::analyst),
                    .handler = api::read(list_returns),
                    .refusals = api::refuses(OrderRefusal::order_unknown)});
  routes.push_back(act_route("orders.announce_return", "/api/v1/orders/{id}/returns",
                             {"Announce what comes back.", "Kondig aan wat er terugkomt."},
                             api::write(announcing(intake))));
  routes.push_back(act_route("orders.give_back", "/api/v1/orders/{id}/give-back",
                             {"Take in what was brought back, of any channel's order.",
                              "Neem in wat is teruggebracht, van een order uit elk kanaal."},
                             api::write(giving_back(intake))));
  routes.push_back(act_route("orders.receive_return", "/api/v1/orders/returns/{id}/receive",
                             {"What was announced has arrived.", "Wat was aangekondigd, is er."},
                             api::write(receiving(intake))));
  routes.push_back(act_route("orders.refund", "/api/v1/orders/{id}/refunds",
                             {"Give back what is due, or what a manager gives beyond that.",
                              "Geef terug wat terug moet, of wat een manager meer geeft."},
                             api::write(refunding(intake))));
  api::Route exchange =
      act_route("orders.exchange", "/api/v1/orders/{id}/exchanges",
                {"Take pieces back and place another order that is paid with them.",
                 "Neem stuks terug en plaats een andere order die ermee wordt betaald."},
                api::write(exchanging(intake)));
  std::ranges::move(placing_refusals(), std::back_inserter(exchange.refusals));
  routes.push_back(std::move(exchange));
  routes.push_back(act_route("orders.withdraw", "/api/v1/orders/{id}/withdrawal",
                             {"The buyer withdraws from the purchase, within 14 days of receipt.",
                              "De koper herroept de koop, binnen 14 dagen na ontvangst."},
                             api::write(withdrawing(intake))));
  routes.push_back({.operation = "orders.withdrawal",
                    .method = http::Method::get,
                    .path = "/api/v1/orders/{id}/withdrawal",
                    .summary = {"The confirmation of a withdrawal, to keep.",
                                "De bevestiging van een herroeping, om te bewaren."},
                    .allow = kSellers,
                    .handler = api::read(show_withdrawal),
                    .refusals = api::refuses(ReturnRefusal::return_unknown)});
  return routes;
}

std::vector<api::Route> customer_routes(events::Intake* intake) {
  std::vector<api::Route> routes;
  routes.push_back({.operation = "orders.own",
                    .method = http::Method::get,
                    .path = "/api/v1/customer/orders",
                    .summary = {"The orders of whoever asks, of all channels.",
                                "De orders van wie het vraagt, van alle kanalen."},
                    .allow = Allow::customers(),
                    .handler = api::read(list_own)});
  routes.push_back({.operation = "orders.show_own",
                    .method = http::Method::get,
                    .path = "/api/v1/customer/orders/{id}",
                    .summary = {"One's own order.", "Een eigen order."},
                    .allow = Allow::customers(),
                    .handler = api::read(show_own),
                    .refusals = api::refuses(OrderRefusal::order_unknown)});
  api::Route withdraw = act_route("orders.withdraw_own", "/api/v1/customer/orders/{id}/withdrawal",
                                  {"Withdraw from one's own purchase, within 14 days of receipt.",
                                   "Herroep de eigen koop, binnen 14 dagen na ontvangst."},
                                  api::write(withdrawing(intake)));
  withdraw.allow = Allow::customers();
  routes.push_back(std::move(withdraw));
  routes.push_back({.operation = "orders.own_withdrawal",
                    .method = http::Method::get,
                    .path = "/api/v1/customer/orders/{id}/withdrawal",
                    .summary = {"The confirmation of one's own withdrawal, to keep.",
                                "De bevestiging van de eigen herroeping, om te bewaren."},
                    .allow = Allow::customers(),
                    .handler = api::read(show_withdrawal),
                    .refusals = api::refuses(ReturnRefusal::return_unknown)});
  return routes;
}

}  // namespace sluis::orders
