#include "access/keys.h"

#include <algorithm>

#include "access/store.h"
#include "kernel/assert.h"
#include "platform/outbox/outbox.h"
#include "platform/secrets/secrets.h"

namespace sluis::access {
namespace {

constexpr std::size_t kHintSize = 4;

constexpr RefusalKind kKeyUnknown{"key_unknown",
                                  Category::not_found,
                                  Retry::useless,
                                  {"There is no such key, or it was revoked before.",
                                   "Deze sleutel bestaat niet, of is al ingetrokken."}};
constexpr RefusalKind kKeyUnfitting{"key_unfitting",
                                    Category::invalid,
                                    Retry::useless,
                                    {"A key with scope {0} cannot be made like this.",
                                     "Een sleutel voor {0} kan zo niet worden gemaakt."}};
constexpr RefusalKind kKeyNotForOrigin{
    "key_not_for_origin",
    Category::forbidden,
    Retry::useless,
    {"This key is public and works only on the sites that it was made for.",
     "Deze sleutel is openbaar en werkt alleen op de sites waarvoor hij is gemaakt."}};

constexpr Text kOriginsNeeded{"must name the sites that may use the key, as it is public",
                              "moet de sites noemen die de sleutel mogen gebruiken, want hij is "
                              "openbaar"};
constexpr Text kOriginsUnused{"belong only to a key with scope track",
                              "horen alleen bij een sleutel voor track"};
constexpr Text kRolesUnused{"belong only to a key with scope api",
                            "horen alleen bij een sleutel voor api"};

struct KeyChanged {
  KeyId id;
};
BOOST_DESCRIBE_STRUCT(KeyChanged, (), (id))

// Into the trail, and told to those who look.
void record(store::Tx& tx, const Actor& actor, KeyId id, std::string_view action,
            const Json& after = {}) {
  audit(tx, actor, {.entity = "key", .id = to_string(id), .action = action, .after = after});
  outbox::append(tx, actor.now, "access.key_changed", KeyChanged{id});
}

std::vector<FieldProblem> problems_of(const Key& key) {
  std::vector<FieldProblem> problems;
  const bool for_sites = key.scope == api::KeyScope::track;
  if (for_sites && key.origins.empty())
    problems.push_back({"/origins", "required", kOriginsNeeded});
  if (!for_sites && !key.origins.empty())
    problems.push_back({"/origins", "unused", kOriginsUnused});
  const Rights rights{key.roles, key.partner, key.location};
  if (key.scope != api::KeyScope::api) {
    if (rights != Rights{}) problems.push_back({"/roles", "unused", kRolesUnused});
  } else if (const auto fault = fault_of(rights)) {
    problems.push_back({"/roles", "roles", text_of(*fault)});
  }
  return problems;
}

}  // namespace

const RefusalKind& kind_of(KeyRefusal refusal) {
  switch (refusal) {
    case KeyRefusal::key_unknown:
      return kKeyUnknown;
    case KeyRefusal::key_unfitting:
      return kKeyUnfitting;
    case KeyRefusal::key_not_for_origin:
      return kKeyNotForOrigin;
  }
  assertion_failed("a KeyRefusal");
}

Result<NewKey> create_key(store::Tx& tx, const Actor& actor, const KeyDraft& draft) {
  std::string secret = fmt::format("slk_{}_{}", enum_name(draft.scope), secrets::random_token());
  Key key;
  key.id = actor.ids.next<KeyId>();
  key.hint = secret.substr(secret.size() - kHintSize);
  key.created = actor.now;
  key.created_by = actor.name;
  apply_change(draft, key);
  if (auto problems = problems_of(key); !problems.empty()) {
    return std::unexpected(Refusal(kKeyUnfitting, enum_name(key.scope)).with(std::move(problems)));
  }
  sql::insert_key(tx, sql::hashed(secret), key);
  record(tx, actor, key.id, "created", Json{to_json(key)});
  return NewKey{key, std::move(secret)};
}

Result<void> revoke_key(store::Tx& tx, const Actor& actor, KeyId id) {
  if (!sql::revoke_key(tx, id, actor.now)) return refuse(KeyRefusal::key_unknown);
  record(tx, actor, id, "revoked");
  return {};
}

std::vector<std::string> sites(store::Snapshot& snapshot) {
  std::vector<std::string> all;
  for (const Key& key : sql::keys(snapshot)) {
    if (key.scope != api::KeyScope::track || key.revoked) continue;
    for (const Origin& origin : key.origins)
      if (std::ranges::find(all, origin.text) == all.end()) all.push_back(origin.text);
  }
  return all;
}

}  // namespace sluis::access
