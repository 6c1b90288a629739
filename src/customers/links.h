// Who is who: which identities are one customer, as a pure function of a set of links. So the order
// in which links arrive does not matter, and taking one away restores exactly what was before it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "identities/identities.h"

namespace sluis::customers {

// What a person decided about two identities; what was seen cannot overrule it.
enum class Decision : std::uint8_t { none, joined, parted };
BOOST_DESCRIBE_ENUM(Decision, none, joined, parted)

// Two identities that an event carried together, or that somebody joined or parted; a < b.
struct Link {
  IdentityId a;
  IdentityId b;
  std::optional<Instant> seen;  // first seen together
  Decision decision = Decision::none;
  Instant decided;  // when, if it was
  bool operator==(const Link&) const = default;
};
Link link_of(IdentityId one, IdentityId other);

struct Known {
  IdentityId id;
  identities::Kind kind = identities::Kind::device;
  bool verified = false;
  bool operator==(const Known&) const = default;
};

// Whether an identity stands for one known person: a login, a loyalty card, a buyer of a
// marketplace, or an address that somebody confirmed. Two of one kind are two people until a person
// says otherwise.
bool is_verified(const Known& identity);

struct Limits {
  std::size_t neighbours_max = 50;  // more: nobody's, a shared or a mistaken value
  std::size_t circle_max = 500;     // more than this joined by sight: noise, not a person
};

// A neighbour of an identity, and what is between them.
struct Neighbour {
  Known known;
  Link link;
};
// A device or code that two verified identities of one kind were seen with, or anything that was
// seen with too many: what was seen with it joins nobody.
bool is_shared(const Known& identity, std::span<const Neighbour> neighbours, const Limits& limits);

// Whether the link may join its ends at all; `shared` says it of either end.
bool may_join(const Link& link, bool shared);

struct Group {
  CustomerId customer;
  std::vector<IdentityId> identities;  // in the order of their numbers
  bool operator==(const Group&) const = default;
};

// Two identities that look like one person, but that only a person may join.
struct Proposal {
  IdentityId a;
  IdentityId b;
  auto operator<=>(const Proposal&) const = default;
};

struct Resolved {
  std::vector<Group> groups;
  std::vector<Proposal> proposals;
  bool operator==(const Resolved&) const = default;
};

// The customers of identities that links which may join hang together: a circle. Decisions go
// first, then what was seen, the oldest first. What would bring those together whom a person parted
// is left; what would make one of two verified identities of a kind is only proposed. `links` are
// all those between them, the parted ones too.
Resolved resolve_circle(std::span<const Known> circle, std::span<const Link> links,
                        const Limits& limits);

// The customers of any number of identities and all links between them.
Resolved resolve(std::span<const Known> identities, std::span<const Link> links,
                 const Limits& limits);

// The number of a customer that a link made; an identity alone is the customer of its own number.
CustomerId number_of(const Link& link);
CustomerId alone(IdentityId identity);

}  // namespace sluis::customers
