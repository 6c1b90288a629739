#include "conflicts/settling.h"

#include <set>

namespace sluis::conflicts {
namespace {

std::optional<UserId> owner_of(const Clash& clash, const Owners& owners) {
  for (const auto& channel : {std::optional(clash.channel), clash.other}) {
    const auto found = channel ? owners.find(*channel) : owners.end();
    if (found != owners.end()) return found->second;
  }
  return std::nullopt;
}

Conflict new_conflict(const Clash& clash, const Owners& owners, Instant now, IdSource& ids) {
  Conflict conflict;
  static_cast<Clash&>(conflict) = clash;
  conflict.id = ids.next<ConflictId>();
  conflict.version = 1;
  conflict.since = now;
  conflict.owner = owner_of(clash, owners);
  conflict.changed = now;
  return conflict;
}

// Open anew, as what clashes now.
Conflict opened(const Conflict& before, Instant now) {
  Conflict after = before;
  ++after.version;
  after.state = State::open;
  after.reason = {};
  after.closed = {};
  after.changed = now;
  return after;
}

Conflict resolved(const Conflict& before, Instant now) {
  Conflict after = before;
  ++after.version;
  after.state = State::resolved;
  after.changed = now;
  after.closed = now;
  return after;
}

std::optional<Settled> settled(const Conflict& before, const Clash& clash, Instant now) {
  Settled one{.step = Step::weighed, .before = before, .after = before};
  if (before.state == State::resolved) {
    one.step = Step::found_again;
    one.after = opened(before, now);
    one.after.since = now;
  } else if (!same_values(before, clash)) {
    one.step = Step::changed;
    one.after = opened(before, now);
  } else if (static_cast<const Clash&>(before) == clash) {
    return std::nullopt;
  }
  static_cast<Clash&>(one.after) = clash;
  return one;
}

}  // namespace

std::vector<Settled> settle(const std::vector<Conflict>& known, const std::vector<Clash>& clashes,
                            const Owners& owners, Instant now, IdSource& ids) {
  std::map<std::string, const Conflict*> by_key;
  for (const Conflict& one : known)
    by_key[key_of(one)] = &one;
  std::vector<Settled> all;
  for (const Clash& clash : clashes) {
    const auto found = by_key.find(key_of(clash));
    if (found == by_key.end()) {
      all.push_back(
          {.step = Step::found, .before = {}, .after = new_conflict(clash, owners, now, ids)});
    } else {
      if (auto one = settled(*found->second, clash, now)) all.push_back(*std::move(one));
      by_key.erase(found);
    }
  }
  for (const auto& [key, left] : by_key) {
    if (left->state != State::resolved)
      all.push_back({.step = Step::resolved, .before = *left, .after = resolved(*left, now)});
  }
  return all;
}

}  // namespace sluis::conflicts
