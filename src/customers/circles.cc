#include "customers/circles.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "kernel/assert.h"
#include "platform/outbox/outbox.h"

namespace sluis::customers {
namespace {

constexpr std::int64_t kNeighboursRead = 1'000;

struct CustomerFact {
  CustomerId customer;
};
BOOST_DESCRIBE_STRUCT(CustomerFact, (), (customer))

// An identity with its links, as they are stored.
struct Node {
  Known known;
  std::vector<Neighbour> neighbours;
  bool shared = false;
};

// Identities as they are looked at, each read once.
class Nodes {
 public:
  explicit Nodes(store::Snapshot& snapshot) : snapshot_(snapshot) {}

  const Node& of(IdentityId id) {
    const auto [at, added] = nodes_.try_emplace(id);
    if (added) at->second = read(id);
    return at->second;
  }

  bool joins(const Neighbour& neighbour, const Node& node) {
    if (neighbour.link.decision != Decision::none) return may_join(neighbour.link, false);
    return may_join(neighbour.link, node.shared || of(neighbour.known.id).shared);
  }

 private:
  Node read(IdentityId id) {
    Node node;
    node.known.id = id;
    if (const auto identity = identities::find(snapshot_, id)) {
      node.known.kind = identity->kind;
      node.known.verified = identity->verified;
    }
    node.neighbours = sql::neighbours(snapshot_, node.known, kNeighboursRead);
    node.shared = is_shared(node.known, node.neighbours, kLimits);
    return node;
  }

  store::Snapshot& snapshot_;
  std::map<IdentityId, Node> nodes_;
};

struct Part {
  std::vector<Known> identities;
  std::vector<Link> links;
  bool noise = false;  // too large to be a person; then not all of it is here
};

// The circles around some identities, each looked at once. One that is too large to be a person is
// followed no further than twice that size, but for what persons joined.
class Walk {
 public:
  explicit Walk(store::Snapshot& snapshot) : nodes_(snapshot) {}

  bool was_at(IdentityId id) const { return visited_.contains(id); }

  Part circle_of(IdentityId start) {
    Part part;
    std::set<IdentityId> own = {start};
    std::deque<IdentityId> waiting = {start};
    while (!waiting.empty()) {
      const Node& node = nodes_.of(waiting.front());
      waiting.pop_front();
      part.identities.push_back(node.known);
      const bool far = part.identities.size() > 2 * kLimits.circle_max;
      for (const Neighbour& neighbour : node.neighbours) {
        if (far && neighbour.link.decision != Decision::joined) continue;
        const bool first = node.known.id == neighbour.link.a;
        if (first && neighbour.link.decision == Decision::parted)
          part.links.push_back(neighbour.link);
        if (!nodes_.joins(neighbour, node)) continue;
        // Met before, from another start: then that walk was broken off.
        part.noise |= visited_.contains(neighbour.known.id);
        if (own.insert(neighbour.known.id).second) waiting.push_back(neighbour.known.id);
        if (first) part.links.push_back(neighbour.link);
      }
    }
    part.noise |= part.identities.size() > kLimits.circle_max;
    std::erase_if(part.links, [&](const Link& link) { return !own.contains(link.b); });
    visited_.insert(own.begin(), own.end());
    return part;
  }

 private:
  Nodes nodes_;
  std::set<IdentityId> visited_;
};

Resolved resolved(const Part& part) {
  Limits limits = kLimits;
  if (part.noise) limits.circle_max = 0;
  return resolve_circle(part.identities, part.links, limits);
}

void renew_proposals(store::Tx& tx, const Part& part, const std::vector<Proposal>& proposals,
                     Instant now) {
  const std::set<Proposal> wanted(proposals.begin(), proposals.end());
  for (const Known& one : part.identities) {
    if (!is_verified(one)) continue;
    for (const Proposed& old : sql::proposals_of(tx, one.id)) {
      if (!wanted.contains({old.identity, old.other})) sql::withdraw(tx, old.identity, old.other);
    }
  }
  for (const Proposal& proposal : wanted)
    sql::propose(tx, proposal, now);
}

void map_group(store::Tx& tx, const Group& group, Instant now, std::set<CustomerId>& changed) {
  for (const IdentityId id : group.identities) {
    const CustomerId from = identities::customer_of(tx, id);
    if (from == group.customer) continue;
    // The guard is held, so nobody else maps it meanwhile.
    SLUIS_ASSERT(identities::remap(tx, id, from, group.customer, now));
    changed.insert(from);
    changed.insert(group.customer);
  }
}

}  // namespace

std::vector<IdentityId> around(store::Snapshot& snapshot, std::span<const IdentityId> changed) {
  std::set<IdentityId> all;
  for (const IdentityId id : changed) {
    all.insert(id);
    for (const IdentityId own :
         identities::identities_of(snapshot, identities::customer_of(snapshot, id)))
      all.insert(own);
    for (const Neighbour& one : sql::neighbours(snapshot, Known{.id = id}, kNeighboursRead))
      all.insert(one.known.id);
  }
  return {all.begin(), all.end()};
}

std::vector<CustomerId> settle(store::Tx& tx, std::span<const IdentityId> identities, Instant now) {
  Walk walk(tx);
  std::set<CustomerId> changed;
  for (const IdentityId id : identities) {
    if (walk.was_at(id)) continue;
    const Part part = walk.circle_of(id);
    const Resolved now_one = resolved(part);
    for (const Group& group : now_one.groups)
      map_group(tx, group, now, changed);
    renew_proposals(tx, part, now_one.proposals, now);
  }
  for (const CustomerId customer : changed)
    outbox::append(tx, now, kCustomerChanged, CustomerFact{customer});
  return {changed.begin(), changed.end()};
}

}  // namespace sluis::customers
