#include "connectors/connections.h"

#include "connectors/store.h"
#include "connectors/store_inbox.h"
#include "connectors/store_outgoing.h"
#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"
#include "platform/secrets/secrets.h"

namespace sluis::connectors {
namespace {

constexpr std::chrono::hours kBothHold{24};

// Which secrets a system has, and who makes them: as data.
enum class Maker : std::uint8_t { ours, theirs, either };
struct Need {
  System system;
  Purpose purpose;
  Maker maker;
};
constexpr Need kNeeds[] = {
    {System::woocommerce, Purpose::consumer, Maker::ours},
    {System::woocommerce, Purpose::webhook, Maker::either},
    {System::woocommerce, Purpose::access, Maker::theirs},
    {System::shopify, Purpose::webhook, Maker::theirs},
    {System::shopify, Purpose::access, Maker::theirs},
};

const Need* need_of(System system, Purpose purpose) {
  const auto found = std::ranges::find_if(
      kNeeds, [&](const Need& need) { return need.system == system && need.purpose == purpose; });
  return found == std::end(kNeeds) ? nullptr : found;
}

std::string made_secret(Purpose purpose) {
  return (purpose == Purpose::consumer ? "cs_" : "") + secrets::random_token();
}

void store_secret(store::Tx& tx, const access::Actor& actor, ConnectionId id, Purpose purpose,
                  const std::string& secret) {
  sql::insert(tx, Secret{.connection = id,
                         .purpose = purpose,
                         .id = actor.ids.next<SecretId>(),
                         .secret = secret,
                         .created = actor.now,
                         .ends = {}});
}

const std::optional<GivenSecret>& given_for(const ConnectionDraft& draft, Purpose purpose) {
  static const std::optional<GivenSecret> none;
  if (purpose == Purpose::webhook) return draft.webhook_secret;
  return purpose == Purpose::access ? draft.access : none;
}

// What they made is stored, what we make is shown; what is only theirs may come later.
void add_secrets(store::Tx& tx, const access::Actor& actor, const ConnectionDraft& draft,
                 NewConnection& added) {
  for (const Need& need : kNeeds) {
    if (need.system != draft.system) continue;
    const auto& given = given_for(draft, need.purpose);
    if (given) {
      store_secret(tx, actor, added.connection.id, need.purpose, given->text);
    } else if (need.maker != Maker::theirs) {
      added.secrets.push_back({need.purpose, made_secret(need.purpose)});
      store_secret(tx, actor, added.connection.id, need.purpose, added.secrets.back().secret);
    }
  }
}

Result<void> check(store::Snapshot& snapshot, const Connection& connection) {
  TRY_VOID(channels::find(snapshot, channels::kEverything, connection.channel));
  if (connection.location) TRY_VOID(stock::location(snapshot, {}, *connection.location));
  const bool fits =
      connection.address.text.empty() || TextForm<Url>::parse(connection.address.text);
  if (!fits) return refuse(ConnectionRefusal::address_unfitting, connection.address.text);
  return {};
}

constexpr std::int64_t kCallsLookedAt = 50;

// The one of which at most one in twenty is above it.
std::optional<std::int64_t> p95_of(std::vector<std::int64_t> values) {
  constexpr std::size_t in = 20;
  if (values.empty()) return std::nullopt;
  const auto place = static_cast<std::ptrdiff_t>(values.size() - 1 - values.size() / in);
  std::ranges::nth_element(values, values.begin() + place);
  return values[static_cast<std::size_t>(place)];
}

Outgoing outgoing_of(store::Snapshot& snapshot, ConnectionId id, Instant now) {
  const sql::Backlog backlog = sql::backlog(snapshot, id);
  Outgoing going{.told = {},
                 .waiting = backlog.waiting,
                 .oldest = backlog.oldest,
                 .failed = backlog.failed,
                 .absent = sql::absent(snapshot, id),
                 .lag_p95_ms = {},
                 .not_before = {}};
  if (const auto pace = sql::pace(snapshot, id)) {
    going.told = pace->told;
    if (pace->not_before > now) going.not_before = pace->not_before;
  }
  std::vector<std::int64_t> lags;
  for (const outgoing::Made& made : sql::calls(snapshot, id, kCallsLookedAt)) {
    if (!made.why.empty()) ++going.troubles;
    if (made.why.empty() && made.lag_ms) lags.push_back(*made.lag_ms);
  }
  going.lag_p95_ms = p95_of(std::move(lags));
  return going;
}

struct ConnectionFact {
  ConnectionId id;
  System system;
  State state;
};
BOOST_DESCRIBE_STRUCT(ConnectionFact, (), (id, system, state))

void tell(store::Tx& tx, const access::Actor& actor, std::string_view action,
          const Connection* before, const Connection& after) {
  access::audit(tx, actor,
                {.entity = "connection",
                 .id = to_string(after.id),
                 .action = action,
                 .before = before != nullptr ? Json{to_json(*before)} : Json{},
                 .after = Json{to_json(after)}});
  outbox::append(tx, actor.now, std::string("connectors.connection_").append(action),
                 ConnectionFact{after.id, after.system, after.state});
}

}  // namespace

std::vector<ListedConnection> connections(store::Snapshot& snapshot, Instant now) {
  std::vector<ListedConnection> all;
  for (const Connection& one : sql::connections(snapshot)) {
    ListedConnection& listed = all.emplace_back();
    static_cast<Connection&>(listed) = one;
    listed.health = sql::health(snapshot, one.id).value_or(Health{});
    listed.outgoing = outgoing_of(snapshot, one.id, now);
    listed.kept = sql::count_kept(snapshot, one.id);
  }
  return all;
}

Result<Connection> connection(store::Snapshot& snapshot, ConnectionId id) {
  auto found = sql::connection(snapshot, id);
  if (!found) return refuse(ConnectionRefusal::connection_unknown);
  return *std::move(found);
}

std::optional<Connection> connection_with_key(store::Snapshot& snapshot, const std::string& key) {
  return sql::with_key(snapshot, key);
}

Result<NewConnection> add_connection(store::Tx& tx, const access::Actor& actor,
                                     const ConnectionDraft& draft) {
  NewConnection added;
  Connection& one = added.connection;
  one = {.id = actor.ids.next<ConnectionId>(),
         .version = 1,
         .name = draft.name,
         .system = draft.system,
         .channel = draft.channel,
         .location = draft.location,
         .address = {draft.address ? draft.address->text : ""},
         .state = State::on,
         .calls_per_minute = draft.calls_per_minute.value_or(Rate{60}),
         .tells_stock = draft.tells_stock.value_or(false),
         .tells_prices = draft.tells_prices.value_or(false),
         .key = "ck_" + secrets::random_token(),
         .created = actor.now,
         .changed = actor.now};
  TRY_VOID(check(tx, one));
  sql::insert(tx, one);
  sql::begin_pace(tx, one.id);
  add_secrets(tx, actor, draft, added);
  tell(tx, actor, "added", nullptr, one);
  return added;
}

Result<Connection> change_connection(store::Tx& tx, const access::Actor& actor, ConnectionId id,
                                     std::int64_t version, const ConnectionChange& change) {
  const Connection before = TRY(connection(tx, id));
  Connection after = before;
  apply_change(change, after);
  after.version = version + 1;
  after.changed = actor.now;
  TRY_VOID(check(tx, after));
  if (!sql::update(tx, after, version)) {
    return refuse(api::ApiRefusal::version_changed, std::to_string(before.version));
  }
  tell(tx, actor, "changed", &before, after);
  return after;
}

Result<ShownSecret> rotate_secret(store::Tx& tx, const access::Actor& actor, ConnectionId id,
                                  Purpose purpose, const std::optional<GivenSecret>& given) {
  const Connection of = TRY(connection(tx, id));
  const Need* need = need_of(of.system, purpose);
  const bool fits =
      need != nullptr && (given ? need->maker != Maker::ours : need->maker != Maker::theirs);
  if (!fits) return refuse(ConnectionRefusal::secret_unfitting);
  ShownSecret shown{purpose, given ? given->text : made_secret(purpose)};
  sql::end_secrets(tx, id, purpose, actor.now + kBothHold);
  store_secret(tx, actor, id, purpose, shown.secret);
  tell(tx, actor, "secret_changed", &of, of);
  if (given) shown.secret.clear();
  return shown;
}

std::vector<std::string> secrets_of(store::Snapshot& snapshot, ConnectionId id, Purpose purpose,
                                    Instant now) {
  return sql::secrets(snapshot, id, purpose, now);
}

void note_received(store::Tx& tx, ConnectionId id, Instant now) {
  sql::note_received(tx, id, now);
}

void note_trouble(store::Tx& tx, ConnectionId id, Instant now, std::string_view what) {
  sql::note_trouble(tx, id, now, what);
}

}  // namespace sluis::connectors
