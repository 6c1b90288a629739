// What the contact centre can take on at this moment: how each team stands, what one contact more
// costs there, and whom we have invited who did not answer yet.
#pragma once

#include <map>

#include <boost/unordered/unordered_flat_map.hpp>

#include "decisions/offer.h"

namespace sluis::decisions {

struct DecisionIdTag {
  static constexpr std::string_view prefix = "dec";
};
using DecisionId = Id<DecisionIdTag>;

struct TeamLine {
  contacts::TeamNow now;
  double contact_cost = 0;  // of the minutes that it takes
  double queue_price = 0;   // what one contact more takes from those behind it

  // Of who accepts now; infinite where nobody is there.
  double wait_s(Act act) const;
  double free(Act act) const;
};
TeamLine line_of(const contacts::TeamNow& now, const Settings& settings);

// All teams at one moment; nobody is free as long as it is not known, or not any more.
struct Lines {
  Instant as_of;
  std::map<contacts::TeamId, TeamLine> teams;

  bool known(Instant now) const;
};

// Those who were invited and may still come, by team.
class Outstanding {
 public:
  void add(DecisionId decision, contacts::TeamId team, Instant until);
  void answered(DecisionId decision);
  double count(contacts::TeamId team, Instant now);

 private:
  struct Invitation {
    contacts::TeamId team;
    Instant until;
  };
  using ByTime = std::multimap<Instant, DecisionId>;
  boost::unordered_flat_map<std::int64_t, Invitation> invitations_;
  std::map<contacts::TeamId, ByTime> by_team_;
};

}  // namespace sluis::decisions
