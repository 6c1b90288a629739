// What an hour more of somebody in a team is worth (methods/queue_price.h), from what invitations
// to it were measured to add, what its queue took, and for how many nobody was free.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contacts/contacts.h"

namespace sluis::decisions {

struct TeamHour {
  contacts::TeamId team;
  std::string name;
  std::int64_t contacts = 0;   // of the period, of whatever origin
  double contact_minutes = 0;  // that these took
  std::int64_t invited = 0;    // accepted an offer of this team
  std::int64_t decisions = 0;  // gave one of its offers
  std::int64_t held_out = 0;   // and would have
  // Margin of one who accepted, more than without.
  std::optional<double> added;
  std::optional<double> added_low;
  std::optional<double> added_high;
  double queue_price = 0;  // of one who accepted
  std::int64_t visitors = 0;
  std::int64_t turned_away = 0;  // of them, since nobody was free
  std::optional<double> worth;   // of an hour
  std::optional<double> worth_low;
  std::optional<double> worth_high;
};
BOOST_DESCRIBE_STRUCT(TeamHour, (),
                      (team, name, contacts, contact_minutes, invited, decisions, held_out, added,
                       added_low, added_high, queue_price, visitors, turned_away, worth, worth_low,
                       worth_high))

// Of the teams whose people do offers, in the currency of the company.
std::vector<TeamHour> agent_hours(store::Snapshot& snapshot, Instant from, Instant until);

}  // namespace sluis::decisions
