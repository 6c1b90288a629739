// What can be done with connections. Each change is told in the trail and to the outbox (topics
// connectors.connection_added, _changed); secrets are in neither.
#pragma once

#include "access/access.h"
#include "connectors/connection.h"
#include "platform/store/store.h"

namespace sluis::connectors {

enum class ConnectionRefusal : std::uint8_t {
  connection_unknown,
  connection_paused,
  secret_missing,
  secret_unfitting,
  address_unfitting,
};
BOOST_DESCRIBE_ENUM(ConnectionRefusal, connection_unknown, connection_paused, secret_missing,
                    secret_unfitting, address_unfitting)
const RefusalKind& kind_of(ConnectionRefusal refusal);

// A connection with the secrets that were made for it, shown this once.
struct ShownSecret {
  Purpose purpose = Purpose::consumer;
  std::string secret;
};
BOOST_DESCRIBE_STRUCT(ShownSecret, (), (purpose, secret))
struct NewConnection {
  Connection connection;
  std::vector<ShownSecret> secrets;
};

// How telling them goes.
struct Outgoing {
  std::optional<Instant> told;  // when it last went well
  std::int64_t waiting = 0;
  std::optional<Instant> oldest;  // of what waits
  std::int64_t failed = 0;        // given up
  std::int64_t absent = 0;        // variants of ours that they do not have
  // Of the last fifty calls: how late they were told, but for one in twenty; how many went wrong.
  std::optional<std::int64_t> lag_p95_ms;
  std::int64_t troubles = 0;
  std::optional<Instant> not_before;  // they are not called before
};
BOOST_DESCRIBE_STRUCT(Outgoing, (),
                      (told, waiting, oldest, failed, absent, lag_p95_ms, troubles, not_before))

struct ListedConnection : Connection {
  Health health;
  Outgoing outgoing;
  std::int64_t kept = 0;  // of what came in
};
BOOST_DESCRIBE_STRUCT(ListedConnection, (Connection), (health, outgoing, kept))

std::vector<ListedConnection> connections(store::Snapshot& snapshot, Instant now);
Result<Connection> connection(store::Snapshot& snapshot, ConnectionId id);
std::optional<Connection> connection_with_key(store::Snapshot& snapshot, const std::string& key);

Result<NewConnection> add_connection(store::Tx& tx, const access::Actor& actor,
                                     const ConnectionDraft& draft);
Result<Connection> change_connection(store::Tx& tx, const access::Actor& actor, ConnectionId id,
                                     std::int64_t version, const ConnectionChange& change);

// A new secret takes the place of the present one, which holds for a day more so that nothing is
// lost while the other side is told. `given` is what they made, where they make it.
Result<ShownSecret> rotate_secret(store::Tx& tx, const access::Actor& actor, ConnectionId id,
                                  Purpose purpose, const std::optional<GivenSecret>& given);
// Those that hold now, the newest first.
std::vector<std::string> secrets_of(store::Snapshot& snapshot, ConnectionId id, Purpose purpose,
                                    Instant now);

// How it goes.
void note_received(store::Tx& tx, ConnectionId id, Instant now);
void note_trouble(store::Tx& tx, ConnectionId id, Instant now, std::string_view what);

}  // namespace sluis::connectors
