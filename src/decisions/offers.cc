// How offers, placements and settings change: looked at from all sides, stored under their version,
// told in the trail and to the outbox.

#include <algorithm>

#include <fmt/format.h>

#include "decisions/rules.h"
#include "decisions/store.h"
#include "kernel/assert.h"
#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"
#include "segments/segments.h"

namespace sluis::decisions {
namespace {

constexpr Text kTeamUnknown{"There is no such team.", "Dit team bestaat niet."};
constexpr Text kSegmentUnknown{"There is no such segment.", "Dit segment bestaat niet."};
constexpr Text kChannelUnknown{"There is no such channel.", "Dit kanaal bestaat niet."};
constexpr Text kOfferUnknown{"There is no such offer.", "Deze aanbieding bestaat niet."};

using Problems = std::vector<FieldProblem>;

void add_unknown(Problems& problems, std::string pointer, const Text& text) {
  problems.push_back({std::move(pointer), "unknown", Message(text)});
}

void look_up(store::Snapshot& snapshot, const std::vector<SegmentId>& segments,
             Problems& problems) {
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (!segments::find(snapshot, segments[i]))
      add_unknown(problems, fmt::format("/segments/{}", i), kSegmentUnknown);
  }
}

void look_up(store::Snapshot& snapshot, const Offer& offer, Problems& problems) {
  if (offer.team && !contacts::team(snapshot, *offer.team))
    add_unknown(problems, "/team", kTeamUnknown);
  look_up(snapshot, offer.segments, problems);
}

void look_up(store::Snapshot& snapshot, const Placement& placement, Problems& problems) {
  if (!channels::find(snapshot, channels::kEverything, placement.channel))
    add_unknown(problems, "/channel", kChannelUnknown);
  for (std::size_t i = 0; i < placement.offers.size(); ++i) {
    if (!sql::find(snapshot, placement.offers[i]))
      add_unknown(problems, fmt::format("/offers/{}", i), kOfferUnknown);
  }
}

void look_up(store::Snapshot& snapshot, const Settings& settings, Problems& problems) {
  look_up(snapshot, settings.segments, problems);
}

template <class T>
Result<void> check(store::Snapshot& snapshot, const T& value) {
  Problems problems = problems_of(value);
  look_up(snapshot, value, problems);
  if (problems.empty()) return {};
  return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(std::move(problems)));
}

// What the trail calls them, and how they are refused.
struct Sort {
  std::string_view entity;
  OfferRefusal unknown;
  OfferRefusal taken;
};
constexpr Sort sort_of(Type<Offer>) {
  return {"offer", OfferRefusal::offer_unknown, OfferRefusal::offer_code_taken};
}
constexpr Sort sort_of(Type<Placement>) {
  return {"placement", OfferRefusal::placement_unknown, OfferRefusal::placement_code_taken};
}

template <class T>
struct Fact {
  decltype(T::id) id;
  Slug code;
  std::int64_t version;
  BOOST_DESCRIBE_CLASS(Fact, (), (id, code, version), (), ())
};

template <class T>
void record(store::Tx& tx, const access::Actor& actor, const T* before, const T& after) {
  constexpr std::string_view entity = sort_of(Type<T>{}).entity;
  access::audit(tx, actor,
                {.entity = entity,
                 .id = to_string(after.id),
                 .action = before == nullptr ? "added" : "changed",
                 .before = before == nullptr ? Json{} : Json{to_json(*before)},
                 .after = Json{to_json(after)}});
  outbox::append(tx, actor.now, fmt::format("decisions.{}_changed", entity),
                 Fact<T>{after.id, after.code, after.version});
}

template <class T, class Id>
Result<T> found(store::Snapshot& snapshot, Id id) {
  auto one = sql::find(snapshot, id);
  if (!one) return refuse(sort_of(Type<T>{}).unknown);
  return *std::move(one);
}

template <class T, class Draft>
Result<T> added(store::Tx& tx, const access::Actor& actor, const Draft& draft) {
  T value;
  value.id = actor.ids.next<decltype(T::id)>();
  value.version = 1;
  value.created = actor.now;
  value.changed = actor.now;
  apply_change(draft, value);
  TRY_VOID(check(tx, value));
  if (!sql::insert(tx, value)) return refuse(sort_of(Type<T>{}).taken, value.code.text);
  record<T>(tx, actor, nullptr, value);
  return value;
}

template <class T, class Change>
Result<T> as_changed(store::Snapshot& snapshot, const T& before, const Change& change) {
  T after = before;
  apply_change(change, after);
  if (after != before) TRY_VOID(check(snapshot, after));
  return after;
}

template <class T, class Id, class Change>
Result<T> changed(store::Tx& tx, const access::Actor& actor, Id id, std::int64_t version,
                  const Change& change) {
  const T before = TRY(found<T>(tx, id));
  if (before.version != version) return refuse(api::ApiRefusal::version_changed);
  T after = TRY(as_changed(tx, before, change));
  if (after == before) return after;
  after.version = version + 1;
  after.changed = actor.now;
  if (!sql::update(tx, after, version)) return refuse(api::ApiRefusal::version_changed);
  record(tx, actor, &before, after);
  return after;
}

}  // namespace

std::vector<Offer> offers(store::Snapshot& snapshot) {
  return sql::all(snapshot, Type<Offer>{});
}

Result<Offer> offer(store::Snapshot& snapshot, OfferId id) {
  return found<Offer>(snapshot, id);
}

Result<Offer> add_offer(store::Tx& tx, const access::Actor& actor, const OfferDraft& draft) {
  return added<Offer>(tx, actor, draft);
}

Result<Offer> change_offer(store::Tx& tx, const access::Actor& actor, OfferId id,
                           std::int64_t version, const OfferChange& change) {
  return changed<Offer>(tx, actor, id, version, change);
}

Result<Offer> changed_to(store::Snapshot& snapshot, const Offer& offer, const OfferChange& change) {
  return as_changed(snapshot, offer, change);
}

std::vector<Placement> placements(store::Snapshot& snapshot) {
  return sql::all(snapshot, Type<Placement>{});
}

Result<Placement> placement(store::Snapshot& snapshot, PlacementId id) {
  return found<Placement>(snapshot, id);
}

Result<Placement> add_placement(store::Tx& tx, const access::Actor& actor,
                                const PlacementDraft& draft) {
  return added<Placement>(tx, actor, draft);
}

Result<Placement> change_placement(store::Tx& tx, const access::Actor& actor, PlacementId id,
                                   std::int64_t version, const PlacementChange& change) {
  return changed<Placement>(tx, actor, id, version, change);
}

Settings settings(store::Snapshot& snapshot) {
  return sql::settings(snapshot);
}

Result<Settings> change_settings(store::Tx& tx, const access::Actor& actor, std::int64_t version,
                                 const SettingsChange& change) {
  const Settings before = sql::settings(tx);
  if (before.version != version) return refuse(api::ApiRefusal::version_changed);
  Settings after = before;
  apply_change(change, after);
  if (after == before) return after;
  TRY_VOID(check(tx, after));
  after.version = version + 1;
  if (!sql::update(tx, after, version)) return refuse(api::ApiRefusal::version_changed);
  access::audit(tx, actor,
                {.entity = "decisions",
                 .id = "settings",
                 .action = "changed",
                 .before = Json{to_json(before)},
                 .after = Json{to_json(after)}});
  outbox::append(tx, actor.now, "decisions.settings_changed", after);
  return after;
}

}  // namespace sluis::decisions
