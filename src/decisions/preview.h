// Who would get what if they came now: the customers known are weighed as a decision would weigh
// them, from memory, while decisions go on. Nothing of it is kept, drawn or learnt from.
#pragma once

#include "decisions/deciding.h"

namespace sluis::decisions {

struct Stopped {
  Gate gate = Gate::switched_off;
  std::int64_t customers = 0;
};
BOOST_DESCRIBE_STRUCT(Stopped, (), (gate, customers))

// An offer in a place, for the customers of a segment.
struct PreviewedOffer {
  OfferId offer;
  std::string name;
  std::int64_t passed = 0;       // every gate
  std::vector<Stopped> stopped;  // by the first gate that does; with `passed`, all of them
  double offered = 0;            // of those not held out, as many as are expected to get it
  // Of those, together: what their version of the policy expects beside nothing, less contact and
  // queue; in nine of ten draws it lies between the two.
  double gain = 0;
  double gain_low = 0;
  double gain_high = 0;
};
BOOST_DESCRIBE_STRUCT(PreviewedOffer, (),
                      (offer, name, passed, stopped, offered, gain, gain_low, gain_high))

// The customers whose first segment this is, of those that offers and settings ask for.
struct PreviewedGroup {
  std::optional<SegmentId> segment;  // none: in none of them
  std::int64_t customers = 0;
  std::int64_t held_out = 0;  // who get nothing, so that it can be measured
  std::vector<PreviewedOffer> offers;
};
BOOST_DESCRIBE_STRUCT(PreviewedGroup, (), (segment, customers, held_out, offers))

struct PreviewedPlace {
  PlacementId placement;
  std::string code;
  std::string name;
  std::vector<PreviewedGroup> groups;
};
BOOST_DESCRIBE_STRUCT(PreviewedPlace, (), (placement, code, name, groups))

struct Preview {
  Instant at;
  Currency currency;
  std::int64_t policy = 0;
  std::optional<Reason> nobody;  // is offered anything now, whatever is counted here
  // Each is asked for alone: what one accepts is not taken from the next.
  std::int64_t customers = 0;     // who were looked at
  std::int64_t one_in = 1;        // of so many, so that it never takes long
  std::int64_t not_kept = 0;      // allow nothing to be kept, so that nobody knows who they are
  std::vector<SegmentId> unread;  // segments whose members are not in memory yet: nobody is one
  std::vector<PreviewedPlace> places;
};
BOOST_DESCRIBE_STRUCT(Preview, (),
                      (at, currency, policy, nobody, customers, one_in, not_kept, unread, places))

// So much is weighed at most, of customers times places: a fifth of a second on one core.
inline constexpr std::int64_t kPreviewedMost = 100'000;

// What is imagined: an offer as it would be, and how far their visit is.
struct Imagined {
  std::optional<Offer> offer;            // in place of the one with its id; only its places
  std::optional<PlacementId> placement;  // only this one
  Context context;
};

// The sums of one place while customers pass by.
class PlacePreview {
 public:
  PlacePreview(const Known& known, const Place& place);

  void add(const Visitor& visitor, const Weighing& weighing, bool held_out);
  PreviewedPlace done() const;

 private:
  struct Sums {
    PreviewedGroup group;
    std::vector<std::array<double, kDraws>> gains;  // by offer, of each draw
  };

  Sums& sums_of(const Visitor& visitor);
  void add_gain(Sums& sums, std::size_t i, const Weighing& weighing) const;

  const Known& known_;
  const Place& place_;
  std::vector<Sums> all_;  // by bit of Known::segments; who is in none, last
};

}  // namespace sluis::decisions
