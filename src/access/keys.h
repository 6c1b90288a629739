// Keys of programs: of shops that send facts, of other software, of what reads the metrics.
#pragma once

#include "access/access.h"
#include "access/rules.h"

namespace sluis::access {

struct Key {
  KeyId id;
  Line<1, 100> name;
  api::KeyScope scope = api::KeyScope::ingest;
  std::vector<api::Role> roles;  // of scope api
  std::optional<PartnerId> partner;
  std::optional<LocationId> location;
  std::vector<Origin> origins;  // of scope track: the sites that may use it
  std::string hint;             // its last characters, to tell it from others
  Instant created;
  std::string created_by;
  std::optional<Date> last_used;
  std::optional<Instant> revoked;
};
BOOST_DESCRIBE_STRUCT(Key, (),
                      (id, name, scope, roles, partner, location, origins, hint, created,
                       created_by, last_used, revoked))

struct KeyDraft {
  Line<1, 100> name;
  api::KeyScope scope = api::KeyScope::ingest;
  std::optional<std::vector<api::Role>> roles;
  std::optional<PartnerId> partner;
  std::optional<LocationId> location;
  std::optional<std::vector<Origin>> origins;
};
BOOST_DESCRIBE_STRUCT(KeyDraft, (), (name, scope, roles, partner, location, origins))

enum class KeyRefusal : std::uint8_t { key_unknown, key_unfitting, key_not_for_origin };
BOOST_DESCRIBE_ENUM(KeyRefusal, key_unknown, key_unfitting, key_not_for_origin)
const RefusalKind& kind_of(KeyRefusal refusal);

// The key itself is shown this once.
struct NewKey {
  Key key;
  std::string secret;
};
BOOST_DESCRIBE_STRUCT(NewKey, (), (key, secret))

Result<NewKey> create_key(store::Tx& tx, const Actor& actor, const KeyDraft& draft);
// The sites that have a key for tracking, by their origin.
std::vector<std::string> sites(store::Snapshot& snapshot);
Result<void> revoke_key(store::Tx& tx, const Actor& actor, KeyId id);

}  // namespace sluis::access
