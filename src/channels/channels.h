// The registry of channels: the worksheet of every way in which customers orient, buy and are
// served. It holds what is planned; what is measured stands in higher rooms.
#pragma once

#include "access/access.h"
#include "channels/channel.h"

namespace sluis {
struct Capability;
}

namespace sluis::channels {

Capability capability();

enum class ChannelRefusal : std::uint8_t {
  channel_unknown,
  code_taken,
  incomplete,
  move_not_allowed,
  not_a_draft,
  version_unknown,
};
BOOST_DESCRIBE_ENUM(ChannelRefusal, channel_unknown, code_taken, incomplete, move_not_allowed,
                    not_a_draft, version_unknown)
const RefusalKind& kind_of(ChannelRefusal refusal);

Kind kind_of(Form form);
// Its own traits, or those of its form.
std::vector<Trait> traits_of(const Head& channel);

// What somebody sees: a partner its own channels, a store those of its location; agents, stores and
// partners not what they cost.
struct Sight {
  bool costs = false;
  std::optional<PartnerId> partner;    // only of this one
  std::optional<LocationId> location;  // only of this one
};
Sight sight_of(const api::Principal& who);
constexpr Sight kEverything{.costs = true, .partner = {}, .location = {}};

// By cost: what a channel costs per month now in the company's currency. What is paid in others
// does not count, and who may not see costs gets the order of names.
enum class Sort : std::uint8_t { name, code, kind, state, reach, changed, missing, cost };
BOOST_DESCRIBE_ENUM(Sort, name, code, kind, state, reach, changed, missing, cost)

// Where a page ended: its last sort key and channel.
struct Place {
  ChannelId id;
  std::string key;
};
BOOST_DESCRIBE_STRUCT(Place, (), (id, key))

struct Query {
  std::string search;  // in name, code, goal and notes; any spelling of accents and capitals
  std::optional<Kind> kind;
  std::optional<Phase> phase;
  std::optional<State> state;
  std::optional<UserId> owner;
  Sort sort = Sort::name;
  bool descending = false;
  std::optional<Place> after;
  std::int64_t limit = 100;
};

// A channel in a list: what fits in one row, and what the worksheet shows beside it.
struct Listed : Head {
  Kind kind = Kind::internet;
  std::vector<Need> missing;
  std::int64_t kpis = 0;
  std::vector<Money> cost_per_month;  // now; see monthly_totals
};
BOOST_DESCRIBE_STRUCT(Listed, (Head), (kind, missing, kpis, cost_per_month))

struct List {
  std::vector<Listed> channels;
  std::optional<Place> next;
};
List list(store::Snapshot& snapshot, const Sight& sight, const Query& query, Instant now);

Result<Channel> find(store::Snapshot& snapshot, const Sight& sight, ChannelId id);
// All, in the order of their codes.
std::vector<Channel> all(store::Snapshot& snapshot, const Sight& sight);

// How every channel joins with every other one, where anything is said of it.
struct Joint : Link {
  ChannelId from;
};
BOOST_DESCRIBE_STRUCT(Joint, (Link), (from))
struct Matrix {
  std::vector<Head> channels;
  std::vector<Joint> links;
};
Matrix matrix(store::Snapshot& snapshot, const Sight& sight);

// Each of these is one change: guarded by the version that the caller has seen, told in the trail
// and to the outbox (topic channels.channel_added, _changed, _went_live, _paused, _ended,
// _removed), and refused with a problem for each field that is wrong.
Result<Channel> add(store::Tx& tx, const access::Actor& actor, const Draft& draft);
Result<Channel> change(store::Tx& tx, const access::Actor& actor, ChannelId id,
                       std::int64_t version, const Change& change);
Result<Channel> move(store::Tx& tx, const access::Actor& actor, ChannelId id, std::int64_t version,
                     State to);
// As it was at an earlier version, but for its state.
Result<Channel> restore(store::Tx& tx, const access::Actor& actor, ChannelId id,
                        std::int64_t version, std::int64_t earlier);
// Only a draft; what has been live is ended instead, so that its history stays.
Result<void> remove(store::Tx& tx, const access::Actor& actor, ChannelId id, std::int64_t version);

// Whatever its state, and although others join with it: as if it had never been.
Result<void> discard(store::Tx& tx, const access::Actor& actor, ChannelId id);

// Channels as people usually have them, with a goal, phases, KPIs and how they join each other and
// those that are there already under the code of a template.
Result<std::vector<Channel>> add_from_templates(store::Tx& tx, const access::Actor& actor,
                                                const std::vector<Slug>& codes, Language language);

}  // namespace sluis::channels
