// Connections are added, seen, paused and given new secrets, by who manages the house.

#include "connectors/connections.h"
#include "connectors/routes.h"
#include "platform/api/refusal.h"

namespace sluis::connectors {
namespace {

using api::Allow;
using api::Call;
using store::Snapshot;
using store::Tx;

constexpr Allow kManagers = Allow::role(api::Role::admin) | Allow::role(api::Role::manager);

// A connection and, this once, what was made for it.
struct AddedView : Connection {
  std::vector<ShownSecret> secrets;
};
BOOST_DESCRIBE_STRUCT(AddedView, (Connection), (secrets))

struct AddInput {
  ConnectionDraft body;
};
BOOST_DESCRIBE_STRUCT(AddInput, (), (body))
struct ConnectionInput {
  ConnectionId id;
};
BOOST_DESCRIBE_STRUCT(ConnectionInput, (), (id))
struct ChangeInput {
  ConnectionId id;
  ConnectionChange body;
};
BOOST_DESCRIBE_STRUCT(ChangeInput, (), (id, body))
struct RotateBody {
  Purpose purpose = Purpose::webhook;
  std::optional<GivenSecret> secret;  // theirs; else one is made and shown
};
BOOST_DESCRIBE_STRUCT(RotateBody, (), (purpose, secret))
struct RotateInput {
  ConnectionId id;
  RotateBody body;
};
BOOST_DESCRIBE_STRUCT(RotateInput, (), (id, body))

template <class T>
api::Reply<T> versioned(T value, int status = 200) {
  const std::int64_t version = value.version;
  return {.value = std::move(value), .status = status, .version = version, .headers = {}};
}

Result<api::Page<ListedConnection>> list(Snapshot& snapshot, const Call& call) {
  return api::Page<ListedConnection>{.items = connections(snapshot, call.now), .next = {}};
}

Result<api::Reply<Connection>> show(Snapshot& snapshot, const Call&, const ConnectionInput& in) {
  return versioned(TRY(connection(snapshot, in.id)));
}

Result<api::Reply<AddedView>> add(Tx& tx, const Call& call, const AddInput& in) {
  NewConnection added = TRY(add_connection(tx, access::actor_of(call), in.body));
  AddedView view;
  static_cast<Connection&>(view) = std::move(added.connection);
  view.secrets = std::move(added.secrets);
  return versioned(std::move(view), 201);
}

Result<api::Reply<Connection>> change(Tx& tx, const Call& call, const ChangeInput& in) {
  return versioned(
      TRY(change_connection(tx, access::actor_of(call), in.id, call.expected_version, in.body)));
}

Result<ShownSecret> rotate(Tx& tx, const Call& call, const RotateInput& in) {
  return rotate_secret(tx, access::actor_of(call), in.id, in.body.purpose, in.body.secret);
}

}  // namespace

std::vector<api::Route> connection_routes() {
  using http::Method;
  using enum ConnectionRefusal;
  std::vector<const RefusalKind*> unfitting = api::refuses(address_unfitting);
  unfitting.push_back(&kind_of(channels::ChannelRefusal::channel_unknown));
  unfitting.push_back(&kind_of(stock::StockRefusal::location_unknown));
  std::vector<const RefusalKind*> of_change = unfitting;
  of_change.push_back(&kind_of(connection_unknown));
  return {
      {.operation = "connectors.list",
       .method = Method::get,
       .path = "/api/v1/connections",
       .summary = {"The connections with systems of others, and how they go.",
                   "De koppelingen met systemen van anderen, en hoe het ermee gaat."},
       .allow = kManagers,
       .handler = api::read(list)},
      {.operation = "connectors.add",
       .method = Method::post,
       .path = "/api/v1/connections",
       .summary = {"Add a connection; the secrets that are made for it are shown this once.",
                   "Voeg een koppeling toe; de geheimen die ervoor gemaakt worden, worden alleen "
                   "nu getoond."},
       .allow = kManagers,
       .handler = api::write(add),
       .refusals = unfitting},
      {.operation = "connectors.show",
       .method = Method::get,
       .path = "/api/v1/connections/{id}",
       .summary = {"One connection, without its secrets.", "Eén koppeling, zonder haar geheimen."},
       .allow = kManagers,
       .handler = api::read(show),
       .refusals = api::refuses(connection_unknown)},
      {.operation = "connectors.change",
       .method = Method::patch,
       .path = "/api/v1/connections/{id}",
       .summary = {"Change a connection, pause it or go on.",
                   "Wijzig een koppeling, zet haar stil of weer aan."},
       .allow = kManagers,
       .handler = api::write(change),
       .precondition = api::Precondition::version,
       .refusals = of_change},
      {.operation = "connectors.rotate_secret",
       .method = Method::post,
       .path = "/api/v1/connections/{id}/secrets",
       .summary = {"Give a new secret; the present one holds for a day more.",
                   "Geef een nieuw geheim; het huidige geldt nog een dag."},
       .allow = kManagers,
       .handler = api::write(rotate),
       .refusals = api::refuses(connection_unknown, secret_unfitting)},
  };
}

}  // namespace sluis::connectors
