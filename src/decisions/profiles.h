// What is known of visitors for deciding, in memory: a few numbers for each identity, taken from
// the log of events. Of a customer with several identities they are put together when they are
// asked for, so that merging and splitting change nothing that is kept.
#pragma once

#include <array>
#include <deque>
#include <span>

#include <boost/unordered/unordered_flat_map.hpp>

#include "decisions/decisions.h"

namespace sluis::decisions {

// Of 2020 on; 0 for never.
using Moment = std::uint32_t;
Moment moment_of(Instant instant);

inline constexpr Moment kVisitEndsAfter_s = 1'800;
inline constexpr std::size_t kMadeKept = 6;
inline constexpr std::size_t kPlacesKept = 4;

// An offer that was made: the latest of them are kept.
struct Made {
  Moment at = 0;
  std::uint16_t offer = 0;  // its mark: see Slot
  bool dismissed = false;
};

struct Profile {
  Moment visit = 0;  // when the latest visit began
  Moment seen = 0;
  Moment basket = 0;    // something was put into it
  Moment checkout = 0;  // was begun
  Moment ordered = 0;
  std::uint16_t views = 0;  // of this visit; so are products
  std::uint16_t products = 0;
  std::uint16_t orders = 0;
  // What was drawn in the visit, by placement: 0 for nothing yet.
  std::array<std::uint16_t, kPlacesKept> drawn{};
  std::array<Made, kMadeKept> made{};

  // How often an offer was made since a moment, before this visit.
  int made_since(std::uint16_t offer, Moment since) const;
  // All that is remembered was made since then, so that more of it may be forgotten.
  bool full_since(Moment since) const;
  const Made* made_in_visit(std::uint16_t offer) const;
};

// What is done now, as it will be known from the log.
void note(Profile& profile, const Deed& deed);

// A customer who came from a merge.
struct Group {
  CustomerId customer;
  std::vector<IdentityId> identities;  // the first that was seen, first
};

class Profiles {
 public:
  // Somebody as far as they are known: the numbers of their customer, and the identity that was
  // seen first.
  struct Known {
    IdentityId lead;
    std::vector<CustomerId> customers;
    std::vector<IdentityId> identities;
    Profile profile;
  };
  Known look(std::span<const IdentityId> seen, Moment now) const;

  void take(const events::Event& event);
  void make(IdentityId lead, const Made& made, Moment visit);
  void draw(IdentityId lead, std::size_t place, std::uint16_t choice, Moment visit);
  void dismiss(std::span<const IdentityId> identities, std::uint16_t offer);

  void join(const Group& group);
  void part(CustomerId customer);
  void forget(std::span<const IdentityId> identities);
  void clear();

  // Whom something was heard of, in the order in which it was first: 0, 1, … and then nobody.
  std::optional<IdentityId> heard(std::size_t place) const;
  // The first of their customer's identities of whom something was heard.
  bool leads(IdentityId identity) const;
  bool has(IdentityId identity) const { return profiles_.contains(identity.number()); }
  std::size_t size() const { return profiles_.size(); }
  std::size_t bytes() const;

 private:
  // The one to be changed in a visit, which may be new.
  Profile& in_visit(IdentityId identity, Moment visit, Moment seen);
  Profile& of(IdentityId identity);

  std::deque<std::int64_t> heard_;
  boost::unordered_flat_map<std::int64_t, Profile> profiles_;
  boost::unordered_flat_map<std::int64_t, CustomerId> customers_;  // of identities that were merged
  boost::unordered_flat_map<std::int64_t, Group> groups_;          // by customer
};

}  // namespace sluis::decisions
