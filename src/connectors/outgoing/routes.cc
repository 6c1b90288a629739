// What goes out through a connection, for who manages the house: what waits, what was given up and
// why, what was called.

#include "connectors/outgoing/routes.h"

#include "connectors/connections.h"
#include "connectors/outgoing/queue.h"
#include "connectors/outgoing/shop.h"
#include "connectors/store_outgoing.h"
#include "platform/api/refusal.h"
#include "platform/client/reason.h"

namespace sluis::connectors::outgoing {
namespace {

using api::Allow;
using api::Call;
using store::Snapshot;
using store::Tx;

constexpr Allow kManagers = Allow::role(api::Role::admin) | Allow::role(api::Role::manager);
constexpr std::int64_t kShown = 200;
constexpr std::int64_t kCallsShown = 50;

enum class Standing : std::uint8_t { waiting, in_flight, failed };
BOOST_DESCRIBE_ENUM(Standing, waiting, in_flight, failed)

struct QueuedView {
  Kind kind = Kind::stock;
  VariantId variant;
  catalog::Sku sku;
  catalog::Name name;
  Standing standing = Standing::waiting;
  double risk = 0;  // pieces that would be oversold in an hour
  Instant since;
  Instant due;
  std::int64_t attempts = 0;
  std::string why;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(QueuedView, (),
                      (kind, variant, sku, name, standing, risk, since, due, attempts, why,
                       message))

struct QueueInput {
  ConnectionId id;
  std::optional<bool> failed;
};
BOOST_DESCRIBE_STRUCT(QueueInput, (), (id, failed))
struct IntentInput {
  ConnectionId id;
  Kind kind = Kind::stock;
  VariantId variant;
};
BOOST_DESCRIBE_STRUCT(IntentInput, (), (id, kind, variant))
struct ConnectionInput {
  ConnectionId id;
};
BOOST_DESCRIBE_STRUCT(ConnectionInput, (), (id))

struct CallView {
  CallId id;
  std::string what;
  std::int64_t things = 0;
  Instant moment;
  std::int64_t took_ms = 0;
  std::optional<std::int64_t> lag_ms;
  std::string why;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(CallView, (), (id, what, things, moment, took_ms, lag_ms, why, message))

Standing standing_of(const Intent& intent, Instant now) {
  if (intent.failed) return Standing::failed;
  const bool claimed = intent.claimed && *intent.claimed > now;
  return claimed ? Standing::in_flight : Standing::waiting;
}

QueuedView shown(const sql::Queued& one, const Call& call) {
  constexpr double thousandths = 1000;
  return {.kind = one.kind,
          .variant = one.variant,
          .sku = one.sku,
          .name = one.name,
          .standing = standing_of(one, call.now),
          .risk = static_cast<double>(one.risk) / thousandths,
          .since = one.since,
          .due = one.due,
          .attempts = one.attempts,
          .why = one.why,
          .message = client::message_in(one, call.language)};
}

Result<api::Page<QueuedView>> list(Snapshot& snapshot, const Call& call, const QueueInput& in) {
  TRY_VOID(connection(snapshot, in.id));
  api::Page<QueuedView> page;
  for (const sql::Queued& one : sql::queue(snapshot, in.id, in.failed.value_or(false), kShown))
    page.items.push_back(shown(one, call));
  return page;
}

Result<api::Page<CallView>> list_calls(Snapshot& snapshot, const Call& call,
                                       const ConnectionInput& in) {
  TRY_VOID(connection(snapshot, in.id));
  api::Page<CallView> page;
  for (const Made& one : sql::calls(snapshot, in.id, kCallsShown)) {
    page.items.push_back({.id = one.id,
                          .what = one.what,
                          .things = one.things,
                          .moment = one.moment,
                          .took_ms = one.took_ms,
                          .lag_ms = one.lag_ms,
                          .why = one.why,
                          .message = client::message_in(one, call.language)});
  }
  return page;
}

Result<void> again(Tx& tx, const Call& call, const IntentInput& in) {
  TRY_VOID(connection(tx, in.id));
  if (!sql::retry(tx, in.id, in.kind, in.variant, call.now))
    return refuse(SendRefusal::intent_unknown);
  tx.announce_facts();
  return {};
}

Result<void> drop(Tx& tx, const Call& call, const IntentInput& in) {
  TRY_VOID(connection(tx, in.id));
  if (!sql::give_up(tx, in.id, in.kind, in.variant)) return refuse(SendRefusal::intent_unknown);
  access::audit(tx, access::actor_of(call),
                {.entity = "connection", .id = to_string(in.id), .action = "dropped_intent"});
  return {};
}

Result<void> tell_everything(Tx& tx, const Call& call, const ConnectionInput& in) {
  TRY_VOID(connection(tx, in.id));
  tell_all(tx, in.id, call.now);
  return {};
}

}  // namespace

std::vector<api::Route> routes() {
  using http::Method;
  const auto unknown = api::refuses(ConnectionRefusal::connection_unknown);
  std::vector<const RefusalKind*> of_intent = unknown;
  of_intent.push_back(&kind_of(SendRefusal::intent_unknown));
  return {
      {.operation = "connectors.queue",
       .method = Method::get,
       .path = "/api/v1/connections/{id}/queue",
       .summary = {"What a connection is still to be told, the riskiest first; or what was given "
                   "up, and why.",
                   "Wat een koppeling nog verteld moet worden, het meest riskante eerst; of wat is "
                   "opgegeven, en waarom."},
       .allow = kManagers,
       .handler = api::read(list),
       .refusals = unknown},
      {.operation = "connectors.calls",
       .method = Method::get,
       .path = "/api/v1/connections/{id}/calls",
       .summary = {"The last calls to a connection, and how they went.",
                   "De laatste aanroepen naar een koppeling, en hoe ze gingen."},
       .allow = kManagers,
       .handler = api::read(list_calls),
       .refusals = unknown},
      {.operation = "connectors.tell_all",
       .method = Method::post,
       .path = "/api/v1/connections/{id}/queue",
       .summary = {"Tell everything anew, whatever was told before.",
                   "Vertel alles opnieuw, wat er ook al verteld is."},
       .allow = kManagers,
       .handler = api::write(tell_everything),
       .refusals = unknown},
      {.operation = "connectors.retry",
       .method = Method::post,
       .path = "/api/v1/connections/{id}/queue/{kind}/{variant}",
       .summary = {"Tell it now.", "Vertel het nu."},
       .allow = kManagers,
       .handler = api::write(again),
       .refusals = of_intent},
      {.operation = "connectors.drop_intent",
       .method = Method::del,
       .path = "/api/v1/connections/{id}/queue/{kind}/{variant}",
       .summary = {"Do not tell it, until it changes.", "Vertel het niet, tot het verandert."},
       .allow = kManagers,
       .handler = api::write(drop),
       .refusals = of_intent},
  };
}

}  // namespace sluis::connectors::outgoing
