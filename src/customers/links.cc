#include "customers/links.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "kernel/assert.h"

namespace sluis::customers {
namespace {

using identities::Kind;

// Disjoint sets of positions, by size and with path halving (Tarjan and van Leeuwen, 1984).
class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size), size_(size, 1) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) {
      parent_[i] = parent_[parent_[i]];
      i = parent_[i];
    }
    return i;
  }
  // The root of both from now on.
  std::size_t join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    if (a == b) return a;
    if (size_[a] < size_[b]) std::swap(a, b);
    parent_[b] = a;
    size_[a] += size_[b];
    return a;
  }

 private:
  std::vector<std::size_t> parent_;
  std::vector<std::size_t> size_;
};

// Where each identity stands in a list that is in their order.
class PlacesOfIdentities {
 public:
  explicit PlacesOfIdentities(std::span<const Known> identities) {
    for (const Known& one : identities)
      sorted_.push_back(one);
    std::ranges::sort(sorted_, {}, &Known::id);
  }
  std::size_t of(IdentityId id) const {
    const auto found = std::ranges::lower_bound(sorted_, id, {}, &Known::id);
    SLUIS_ASSERT(found != sorted_.end() && found->id == id);
    return static_cast<std::size_t>(found - sorted_.begin());
  }
  const std::vector<Known>& all() const { return sorted_; }

 private:
  std::vector<Known> sorted_;
};

// When a link that joins began to.
Instant moment_of(const Link& link) {
  if (link.decision != Decision::joined) return *link.seen;
  return std::min(link.seen.value_or(link.decided), link.decided);
}

bool before(const Link& one, const Link& other) {
  return std::tuple(moment_of(one), one.a, one.b) < std::tuple(moment_of(other), other.a, other.b);
}

// What is known of each set of a circle while it is being joined.
class Circle {
 public:
  explicit Circle(std::span<const Known> identities)
      : places_(identities),
        sets_(places_.all().size()),
        verified_(places_.all().size()),
        oldest_(places_.all().size(), nullptr) {
    for (std::size_t i = 0; i < verified_.size(); ++i) {
      const Known& one = places_.all()[i];
      if (is_verified(one)) verified_[i].emplace(one.kind, one.id);
    }
  }

  void join(const Link& link) {
    const std::size_t a = sets_.root(places_.of(link.a));
    const std::size_t b = sets_.root(places_.of(link.b));
    const Link* oldest = older(older(oldest_[a], oldest_[b]), &link);
    auto both = verified_[a];
    for (const auto& [kind, id] : verified_[b]) {
      const auto [at, added] = both.emplace(kind, id);
      if (!added) at->second = std::min(at->second, id);
    }
    const std::size_t root = sets_.join(a, b);
    verified_[root] = std::move(both);
    oldest_[root] = oldest;
  }

  // Whether a person parted somebody at one end from somebody at the other.
  bool parted(const Link& link, std::span<const Link> apart) {
    const std::size_t a = sets_.root(places_.of(link.a));
    const std::size_t b = sets_.root(places_.of(link.b));
    return std::ranges::any_of(apart, [&](const Link& one) {
      const std::size_t c = sets_.root(places_.of(one.a));
      const std::size_t d = sets_.root(places_.of(one.b));
      return (a == c && b == d) || (a == d && b == c);
    });
  }

  // The verified identities, one of each end, that keep the ends apart.
  std::optional<Proposal> conflict(const Link& link) {
    const std::size_t a = sets_.root(places_.of(link.a));
    const std::size_t b = sets_.root(places_.of(link.b));
    if (a == b) return std::nullopt;
    for (const auto& [kind, id] : verified_[a]) {
      const auto other = verified_[b].find(kind);
      if (other != verified_[b].end()) return ordered(id, other->second);
    }
    return std::nullopt;
  }

  std::vector<Group> groups() {
    std::map<std::size_t, Group> by_root;
    for (std::size_t i = 0; i < places_.all().size(); ++i) {
      const std::size_t root = sets_.root(i);
      Group& group = by_root[root];
      group.identities.push_back(places_.all()[i].id);
      const Link* oldest = oldest_[root];
      group.customer = oldest != nullptr ? number_of(*oldest) : alone(group.identities[0]);
    }
    std::vector<Group> groups;
    for (auto& [root, group] : by_root)
      groups.push_back(std::move(group));
    return groups;
  }

 private:
  static const Link* older(const Link* one, const Link* other) {
    if (one == nullptr || other == nullptr) return one != nullptr ? one : other;
    return before(*other, *one) ? other : one;
  }
  static Proposal ordered(IdentityId one, IdentityId other) {
    return {std::min(one, other), std::max(one, other)};
  }

  PlacesOfIdentities places_;
  Sets sets_;
  std::vector<std::map<Kind, IdentityId>> verified_;  // of each root, the least of a kind
  std::vector<const Link*> oldest_;                   // that joined the set
};

void sort_groups(std::vector<Group>& groups) {
  std::ranges::sort(groups, {}, [](const Group& group) { return group.identities.front(); });
}

// Splitmix64's finaliser (Steele, Lea and Flood, 2014).
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

// What the links say of every identity, for the whole of a house at once.
class House {
 public:
  House(std::span<const Known> identities, std::span<const Link> links, const Limits& limits)
      : places_(identities), sets_(places_.all().size()), links_(links) {
    std::vector<std::vector<Neighbour>> neighbours(places_.all().size());
    for (const Link& link : links) {
      const std::size_t a = places_.of(link.a);
      const std::size_t b = places_.of(link.b);
      neighbours[a].push_back({places_.all()[b], link});
      neighbours[b].push_back({places_.all()[a], link});
    }
    for (std::size_t i = 0; i < neighbours.size(); ++i)
      shared_.push_back(is_shared(places_.all()[i], neighbours[i], limits));
    for (const Link& link : links) {
      if (joins(link)) sets_.join(places_.of(link.a), places_.of(link.b));
    }
  }

  struct Part {
    std::vector<Known> identities;
    std::vector<Link> links;
  };
  // The circles, each with its own links.
  std::map<std::size_t, Part> parts() {
    std::map<std::size_t, Part> parts;
    for (std::size_t i = 0; i < places_.all().size(); ++i)
      parts[sets_.root(i)].identities.push_back(places_.all()[i]);
    for (const Link& link : links_) {
      const std::size_t root = sets_.root(places_.of(link.a));
      const bool apart =
          link.decision == Decision::parted && sets_.root(places_.of(link.b)) == root;
      if (joins(link) || apart) parts[root].links.push_back(link);
    }
    return parts;
  }

 private:
  bool joins(const Link& link) const {
    return may_join(link, shared_[places_.of(link.a)] || shared_[places_.of(link.b)]);
  }

  PlacesOfIdentities places_;
  Sets sets_;
  std::span<const Link> links_;
  std::vector<bool> shared_;
};

}  // namespace

Link link_of(IdentityId one, IdentityId other) {
  SLUIS_ASSERT(one != other);
  Link link;
  link.a = std::min(one, other);
  link.b = std::max(one, other);
  return link;
}

bool is_verified(const Known& identity) {
  switch (identity.kind) {
    case Kind::user:
    case Kind::card:
    case Kind::marketplace:
      return true;
    case Kind::email:
    case Kind::phone:
      return identity.verified;
    case Kind::device:
    case Kind::session_code:
      return false;
  }
  assertion_failed("a Kind of identity");
}

bool is_shared(const Known& identity, std::span<const Neighbour> neighbours, const Limits& limits) {
  std::size_t seen = 0;
  std::vector<Kind> verified;
  for (const Neighbour& one : neighbours) {
    if (!one.link.seen || one.link.decision == Decision::parted) continue;
    ++seen;
    if (is_verified(one.known)) verified.push_back(one.known.kind);
  }
  if (seen > limits.neighbours_max) return true;
  const bool weak = identity.kind == Kind::device || identity.kind == Kind::session_code;
  std::ranges::sort(verified);
  return weak && std::ranges::adjacent_find(verified) != verified.end();
}

bool may_join(const Link& link, bool shared) {
  switch (link.decision) {
    case Decision::joined:
      return true;
    case Decision::parted:
      return false;
    case Decision::none:
      return link.seen && !shared;
  }
  assertion_failed("a Decision");
}

Resolved resolve_circle(std::span<const Known> circle, std::span<const Link> links,
                        const Limits& limits) {
  Circle joined(circle);
  std::vector<Link> seen;
  std::vector<Link> apart;
  for (const Link& link : links) {
    if (link.decision == Decision::joined) joined.join(link);
    if (link.decision == Decision::none) seen.push_back(link);
    if (link.decision == Decision::parted) apart.push_back(link);
  }
  if (circle.size() > limits.circle_max) seen.clear();
  std::ranges::sort(seen, before);
  Resolved resolved;
  for (const Link& link : seen) {
    if (joined.parted(link, apart)) continue;
    if (const auto conflict = joined.conflict(link)) {
      resolved.proposals.push_back(*conflict);
    } else {
      joined.join(link);
    }
  }
  resolved.groups = joined.groups();
  sort_groups(resolved.groups);
  std::ranges::sort(resolved.proposals);
  const auto twice = std::ranges::unique(resolved.proposals);
  resolved.proposals.erase(twice.begin(), twice.end());
  return resolved;
}

Resolved resolve(std::span<const Known> identities, std::span<const Link> links,
                 const Limits& limits) {
  House house(identities, links, limits);
  Resolved all;
  for (const auto& [root, part] : house.parts()) {
    Resolved one = resolve_circle(part.identities, part.links, limits);
    std::ranges::move(one.groups, std::back_inserter(all.groups));
    std::ranges::move(one.proposals, std::back_inserter(all.proposals));
  }
  sort_groups(all.groups);
  std::ranges::sort(all.proposals);
  return all;
}

CustomerId number_of(const Link& link) {
  const auto a = static_cast<std::uint64_t>(link.a.number());
  const auto b = static_cast<std::uint64_t>(link.b.number());
  const std::uint64_t number = mixed(mixed(a) + 0x9e3779b97f4a7c15 + b) >> 1;
  return CustomerId(static_cast<std::int64_t>(number));
}

CustomerId alone(IdentityId identity) {
  return CustomerId(identity.number());
}

}  // namespace sluis::customers
