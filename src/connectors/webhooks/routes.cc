#include "connectors/webhooks/routes.h"

#include "connectors/once.h"
#include "connectors/signing.h"
#include "connectors/webhooks/refusals.h"
#include "connectors/webhooks/taking.h"
#include "connectors/woocommerce/refusals.h"
#include "kernel/assert.h"
#include "platform/api/foreign.h"
#include "platform/client/reason.h"

namespace sluis::connectors::webhooks {
namespace {

using api::Allow;
using api::Call;
using http::Method;
using store::Snapshot;
using store::Tx;

constexpr std::uint64_t kBodyMax = 1024 * 1024;
constexpr Allow kManagers = Allow::role(api::Role::admin) | Allow::role(api::Role::manager);

// ---- From shops

// Which headers say what, of one system.
struct Dialect {
  System system;
  std::string_view topic;
  std::string_view signature;
  std::string_view event;  // the same however often it is sent
};
constexpr Dialect kShopify{System::shopify, "X-Shopify-Topic", "X-Shopify-Hmac-Sha256",
                           "X-Shopify-Event-Id"};
constexpr Dialect kWoo{System::woocommerce, "X-WC-Webhook-Topic", "X-WC-Webhook-Signature",
                       "X-WC-Webhook-Delivery-ID"};

struct Taken {
  std::string outcome;  // done, older, known, kept
  std::string why;      // of what is kept
};
BOOST_DESCRIBE_STRUCT(Taken, (), (outcome, why))

http::Reply taken(std::string_view outcome, std::string_view why = {}) {
  return {.status = 200,
          .content_type = "application/json",
          .headers = {},
          .body = to_json(Taken{std::string(outcome), std::string(why)})};
}

Result<Connection> signed_by(store::Store& store, const Dialect& dialect,
                             const api::Foreign& request) {
  const std::string_view path = request.head.path;
  const auto id = TextForm<ConnectionId>::parse(path.substr(path.rfind('/') + 1));
  return store.snapshot([&](Snapshot& snapshot) -> Result<Connection> {
    auto of = id ? connection(snapshot, *id)
                 : Result<Connection>(refuse(ConnectionRefusal::connection_unknown));
    if (!of || of->system != dialect.system) return refuse(HookRefusal::signature_wrong);
    const auto secrets = secrets_of(snapshot, of->id, Purpose::webhook, request.received);
    if (!is_signed(secrets, request.body, request.head.header(dialect.signature))) {
      return refuse(HookRefusal::signature_wrong);
    }
    return of;
  });
}

// What may pass is for the shop to send again; what does not fit is kept.
bool may_pass(const Refusal& refusal) {
  const Category category = refusal.kind().category;
  return category == Category::unavailable || category == Category::internal;
}

struct Arrival {
  store::Store& store;
  events::Intake& intake;
  const access::Actor& actor;
  const Connection& of;
  const Hook& hook;
  store::Mark mark;
};

Result<http::Reply> take_once(const Arrival& arrival) {
  return arrival.store.unit([&](Tx& tx) -> Result<http::Reply> {
    if (!tx.first_time({&arrival.mark, 1}, arrival.actor.now).front()) return taken("known");
    note_received(tx, arrival.of.id, arrival.actor.now);
    const auto outcome = TRY(take({tx, arrival.actor, arrival.intake}, arrival.of, arrival.hook));
    return taken(enum_name(outcome));
  });
}

Result<http::Reply> keep_once(const Arrival& arrival, const Refusal& refusal) {
  return arrival.store.unit([&](Tx& tx) -> Result<http::Reply> {
    if (!tx.first_time({&arrival.mark, 1}, arrival.actor.now).front()) return taken("known");
    note_received(tx, arrival.of.id, arrival.actor.now);
    keep(tx, arrival.actor, arrival.of, arrival.hook, refusal);
    return taken("kept", refusal.kind().name);
  });
}

// WooCommerce says "webhook_id=7" once, without a topic, to see whether somebody is there.
bool is_ping(const Dialect& dialect, const api::Foreign& request) {
  return dialect.system == System::woocommerce && request.head.header(dialect.topic).empty() &&
         request.body.starts_with("webhook_id=");
}

Result<http::Reply> receive(const Dialect& dialect, events::Intake* intake, store::Store& store,
                            const Call& call, const api::Foreign& request) {
  SLUIS_ASSERT(intake != nullptr);
  if (is_ping(dialect, request)) return taken("done");
  const Connection of = TRY(signed_by(store, dialect, request));
  if (of.state != State::on) return refuse(ConnectionRefusal::connection_paused);
  const Hook hook{std::string(request.head.header(dialect.topic)), std::string(request.body)};
  if (!knows(of.system, hook.topic)) return refuse(HookRefusal::topic_unknown, hook.topic);
  const std::string_view event = request.head.header(dialect.event);
  if (event.empty()) return refuse(HookRefusal::payload_unreadable, dialect.event);
  const access::Actor actor{
      .name = to_string(of.id), .peer = std::string(call.peer), .now = call.now, .ids = call.ids};
  const Arrival arrival{store, *intake, actor, of, hook, mark_of(of.id, "webhook", event)};
  auto reply = take_once(arrival);
  if (reply || may_pass(reply.error())) return reply;
  return keep_once(arrival, reply.error());
}

api::Handler receives(const Dialect& dialect, events::Intake* intake) {
  return api::foreign_work(
      [&dialect, intake](store::Store& store, const Call& call, const api::Foreign& request) {
        auto reply = receive(dialect, intake, store, call, request);
        return reply ? *reply : woocommerce::refusal_reply(reply.error(), call.language);
      });
}

// ---- For people

struct KeptListInput {
  ConnectionId id;
  std::optional<KeptId> after;
};
BOOST_DESCRIBE_STRUCT(KeptListInput, (), (id, after))
struct KeptInput {
  ConnectionId id;
  KeptId kept;
};
BOOST_DESCRIBE_STRUCT(KeptInput, (), (id, kept))
struct TriedAgain {
  Outcome outcome = Outcome::done;
};
BOOST_DESCRIBE_STRUCT(TriedAgain, (), (outcome))

struct KeptView {
  ConnectionId connection;
  KeptId id;
  std::string topic;
  std::string subject;
  std::string why;
  std::string message;
  std::string body;
  Instant received;
};
BOOST_DESCRIBE_STRUCT(KeptView, (), (connection, id, topic, subject, why, message, body, received))

Result<api::Page<KeptView>> list(Snapshot& snapshot, const Call& call, const KeptListInput& in) {
  const KeptPage found = TRY(kept_of(snapshot, in.id, in.after));
  api::Page<KeptView> page;
  for (const Kept& one : found.kept) {
    page.items.push_back({.connection = one.connection,
                          .id = one.id,
                          .topic = one.topic,
                          .subject = one.subject,
                          .why = one.why,
                          .message = client::message_in(one, call.language),
                          .body = one.body,
                          .received = one.received});
  }
  if (found.next) page.next = to_string(*found.next);
  return page;
}

auto trying(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const KeptInput& in) -> Result<TriedAgain> {
    SLUIS_ASSERT(intake != nullptr);
    const access::Actor actor = access::actor_of(call);
    return TriedAgain{TRY(try_again({tx, actor, *intake}, in.id, in.kept))};
  };
}

Result<void> dropping(Tx& tx, const Call& call, const KeptInput& in) {
  return drop(tx, access::actor_of(call), in.id, in.kept);
}

// Whatever keeps it from being taken; the first enum holds what is only of webhooks.
std::vector<const RefusalKind*> why_not_taken() {
  auto kinds =
      api::refuses<HookRefusal, orders::OrderRefusal, orders::ReturnRefusal, stock::StockRefusal,
                   catalog::CatalogRefusal, woocommerce::WooRefusal>();
  kinds.push_back(&kind_of(ConnectionRefusal::connection_unknown));
  kinds.push_back(&kind_of(taxes::TaxRefusal::rate_unknown));
  return kinds;
}

}  // namespace

std::vector<api::Route> routes(events::Intake* intake) {
  const auto hook = [&](std::string_view operation, std::string_view path, const Text& summary,
                        const Dialect& dialect) {
    return api::Route{.operation = operation,
                      .method = Method::post,
                      .path = path,
                      .summary = summary,
                      .allow = Allow::anyone(),  // who signs with the secret of the connection
                      .handler = receives(dialect, intake),
                      .limits = {.body_bytes = kBodyMax},
                      .content_type = "application/json",
                      .answer_type = "application/json"};
  };
  return {
      hook("connectors.woo_webhook", "/hooks/woocommerce/{id}",
           {"A webhook of WooCommerce", "Een webhook van WooCommerce"}, kWoo),
      hook("connectors.shopify_webhook", "/hooks/shopify/{id}",
           {"A webhook of Shopify", "Een webhook van Shopify"}, kShopify),
      {.operation = "connectors.kept",
       .method = Method::get,
       .path = "/api/v1/connections/{id}/kept",
       .summary = {"What came in and did not fit, and why.",
                   "Wat binnenkwam en niet paste, en waarom."},
       .allow = kManagers,
       .handler = api::read(list),
       .refusals = api::refuses(ConnectionRefusal::connection_unknown)},
      {.operation = "connectors.try_again",
       .method = Method::post,
       .path = "/api/v1/connections/{id}/kept/{kept}/try",
       .summary = {"Try again to take what did not fit.", "Probeer opnieuw wat niet paste."},
       .allow = kManagers,
       .handler = api::write(trying(intake)),
       .refusals = why_not_taken()},
      {.operation = "connectors.drop",
       .method = Method::del,
       .path = "/api/v1/connections/{id}/kept/{kept}",
       .summary = {"Keep it no longer.", "Bewaar het niet langer."},
       .allow = kManagers,
       .handler = api::write(dropping),
       .refusals = api::refuses(HookRefusal::kept_unknown)},
  };
}

}  // namespace sluis::connectors::webhooks
