// Webhooks out: who is told of what, for who manages the house.

#include "connectors/subscriptions/routes.h"

#include "connectors/subscriptions/subscriptions.h"
#include "platform/api/refusal.h"
#include "platform/client/reason.h"

namespace sluis::connectors::subscriptions {
namespace {

using api::Allow;
using api::Call;
using store::Snapshot;
using store::Tx;

constexpr Allow kManagers = Allow::role(api::Role::admin) | Allow::role(api::Role::manager);

struct WebhookView {
  SubscriptionId id;
  std::int64_t version = 0;
  Line<1, 120> name;
  Line<1, 2000> address;
  std::vector<PublicFact> facts;
  Standing state = Standing::on;
  Instant created;
  Instant changed;
  std::optional<Instant> delivered;
  std::optional<Instant> failing_since;
  std::int64_t waiting = 0;
};
BOOST_DESCRIBE_STRUCT(WebhookView, (),
                      (id, version, name, address, facts, state, created, changed, delivered,
                       failing_since, waiting))
struct AddedView : WebhookView {
  std::string secret;  // shown this once
};
BOOST_DESCRIBE_STRUCT(AddedView, (WebhookView), (secret))
struct SecretView {
  std::string secret;
};
BOOST_DESCRIBE_STRUCT(SecretView, (), (secret))

struct DeliveryView {
  std::string id;
  std::string fact;
  DeliveryState state = DeliveryState::waiting;
  Instant created;
  std::int64_t attempts = 0;
  std::optional<Instant> answered;
  std::string why;
  std::string message;
  Json body;
};
BOOST_DESCRIBE_STRUCT(DeliveryView, (),
                      (id, fact, state, created, attempts, answered, why, message, body))

struct WebhookInput {
  SubscriptionId id;
};
BOOST_DESCRIBE_STRUCT(WebhookInput, (), (id))
struct AddInput {
  SubscriptionDraft body;
};
BOOST_DESCRIBE_STRUCT(AddInput, (), (body))
struct ChangeInput {
  SubscriptionId id;
  SubscriptionChange body;
};
BOOST_DESCRIBE_STRUCT(ChangeInput, (), (id, body))
struct DeliveryInput {
  SubscriptionId id;
  std::string delivery;
};
BOOST_DESCRIBE_STRUCT(DeliveryInput, (), (id, delivery))

WebhookView view_of(Snapshot& snapshot, const Subscription& one) {
  return {.id = one.id,
          .version = one.version,
          .name = one.name,
          .address = one.address,
          .facts = one.facts,
          .state = one.state,
          .created = one.created,
          .changed = one.changed,
          .delivered = one.delivered,
          .failing_since = one.failing_since,
          .waiting = waiting(snapshot, one.id)};
}

Result<api::Page<WebhookView>> list(Snapshot& snapshot, const Call&) {
  api::Page<WebhookView> page;
  for (const Subscription& one : subscriptions(snapshot))
    page.items.push_back(view_of(snapshot, one));
  return page;
}

Result<api::Reply<AddedView>> add_one(Tx& tx, const Call& call, const AddInput& in) {
  NewSubscription added = TRY(add(tx, access::actor_of(call), in.body));
  AddedView view;
  static_cast<WebhookView&>(view) = view_of(tx, added.subscription);
  view.secret = std::move(added.secret);
  return api::Reply<AddedView>{
      .value = std::move(view), .status = 201, .version = 1, .headers = {}};
}

Result<api::Reply<WebhookView>> change_one(Tx& tx, const Call& call, const ChangeInput& in) {
  const Subscription after =
      TRY(change(tx, access::actor_of(call), in.id, call.expected_version, in.body));
  return api::Reply<WebhookView>{
      .value = view_of(tx, after), .status = 200, .version = after.version, .headers = {}};
}

Result<void> remove_one(Tx& tx, const Call& call, const WebhookInput& in) {
  return remove(tx, access::actor_of(call), in.id);
}

Result<SecretView> rotate_one(Tx& tx, const Call& call, const WebhookInput& in) {
  return SecretView{TRY(rotate(tx, access::actor_of(call), in.id))};
}

Result<void> test_one(Tx& tx, const Call& call, const WebhookInput& in) {
  return test(tx, access::actor_of(call), in.id);
}

Result<api::Page<DeliveryView>> list_deliveries(Snapshot& snapshot, const Call& call,
                                                const WebhookInput& in) {
  api::Page<DeliveryView> page;
  for (const Delivery& one : TRY(deliveries(snapshot, in.id))) {
    page.items.push_back({.id = one.message_id(),
                          .fact = one.fact,
                          .state = one.state,
                          .created = one.created,
                          .attempts = one.attempts,
                          .answered = one.answered,
                          .why = one.why,
                          .message = client::message_in(one, call.language),
                          .body = {one.body}});
  }
  return page;
}

// "msg_412_7" of the outbox' 412.7.
Result<void> again(Tx& tx, const Call&, const DeliveryInput& in) {
  std::string place = in.delivery.substr(0, 4) == "msg_" ? in.delivery.substr(4) : "";
  std::ranges::replace(place, '_', '.');
  const auto position = outbox::parse_position(place);
  if (!position) return refuse(SubscriptionRefusal::delivery_unknown);
  return send_again(tx, in.id, *position);
}

}  // namespace

std::vector<api::Route> routes() {
  using http::Method;
  using enum SubscriptionRefusal;
  const auto unknown = api::refuses(subscription_unknown);
  return {
      {.operation = "connectors.webhooks",
       .method = Method::get,
       .path = "/api/v1/webhooks",
       .summary = {"Who is told of what happens here, and how that goes.",
                   "Wie hoort wat hier gebeurt, en hoe dat gaat."},
       .allow = kManagers,
       .handler = api::read(list)},
      {.operation = "connectors.add_webhook",
       .method = Method::post,
       .path = "/api/v1/webhooks",
       .summary = {"Send facts to an address as they happen; the secret that signs them is shown "
                   "this once.",
                   "Stuur feiten naar een adres zodra ze gebeuren; het geheim dat ze ondertekent, "
                   "wordt alleen nu getoond."},
       .allow = kManagers,
       .handler = api::write(add_one),
       .refusals = api::refuses(facts_missing)},
      {.operation = "connectors.change_webhook",
       .method = Method::patch,
       .path = "/api/v1/webhooks/{id}",
       .summary = {"Change a webhook, pause it or go on.",
                   "Wijzig een webhook, zet hem stil of weer aan."},
       .allow = kManagers,
       .handler = api::write(change_one),
       .precondition = api::Precondition::version,
       .refusals = api::refuses(subscription_unknown, facts_missing)},
      {.operation = "connectors.remove_webhook",
       .method = Method::del,
       .path = "/api/v1/webhooks/{id}",
       .summary = {"Remove a webhook, with what it was still to be told.",
                   "Verwijder een webhook, met wat hij nog te horen had."},
       .allow = kManagers,
       .handler = api::write(remove_one),
       .refusals = unknown},
      {.operation = "connectors.rotate_webhook",
       .method = Method::post,
       .path = "/api/v1/webhooks/{id}/secrets",
       .summary = {"Give a new secret; for a day both sign.",
                   "Geef een nieuw geheim; een dag lang ondertekenen beide."},
       .allow = kManagers,
       .handler = api::write(rotate_one),
       .refusals = unknown},
      {.operation = "connectors.test_webhook",
       .method = Method::post,
       .path = "/api/v1/webhooks/{id}/tests",
       .summary = {"Send something to see whether it arrives.",
                   "Stuur iets om te zien of het aankomt."},
       .allow = kManagers,
       .handler = api::write(test_one),
       .refusals = unknown},
      {.operation = "connectors.deliveries",
       .method = Method::get,
       .path = "/api/v1/webhooks/{id}/deliveries",
       .summary = {"What was sent to a webhook in the last seven days, and what waits.",
                   "Wat de laatste zeven dagen naar een webhook is gestuurd, en wat wacht."},
       .allow = kManagers,
       .handler = api::read(list_deliveries),
       .refusals = unknown},
      {.operation = "connectors.send_again",
       .method = Method::post,
       .path = "/api/v1/webhooks/{id}/deliveries/{delivery}",
       .summary = {"Send it again, under the same id.", "Stuur het nog eens, onder hetzelfde id."},
       .allow = kManagers,
       .handler = api::write(again),
       .refusals = api::refuses(subscription_unknown, delivery_unknown)},
  };
}

}  // namespace sluis::connectors::subscriptions
