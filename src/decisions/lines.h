// What the contact centre can take on at this moment: how each team stands, what one contact more
// costs there, and whom we have invited who did not answer yet.
#pragma once

#include <map>
#include <set>

#include <boost/unordered/unordered_flat_map.hpp>

#include "decisions/decision.h"

namespace sluis::decisions {

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

// Those who were invited and may still come, by team. Somebody who is invited in several places, or
// asks again, takes one place of the team.
class Outstanding {
 public:
  // `who`: a number of theirs, of the view of a page where nobody is known.
  void add(std::int64_t who, contacts::TeamId team, Instant until);
  void answered(std::int64_t who, contacts::TeamId team);
  double count(contacts::TeamId team, Instant now);

 private:
  struct Invited {
    boost::unordered_flat_map<std::int64_t, Instant> until;
    std::set<std::pair<Instant, std::int64_t>> in_time;
  };
  std::map<contacts::TeamId, Invited> teams_;
};

}  // namespace sluis::decisions
