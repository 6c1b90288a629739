// What one more contact takes from everyone behind it (Mendelson 1985, "Pricing computer services:
// queueing effects"): those who come wait C(L) = c L W(L) together, so one more costs
// dC/dL = c (W + L W'(L)). Nothing while people sit idle, steep near saturation.
#pragma once

#include "methods/erlang.h"

namespace sluis::methods {

// In the unit of cost_per_s, which is what a second of waiting costs. With patience (Erlang A) it
// stays finite when there is more work than people, since callers leave then.
double queue_price(const Demand& demand, double patience_s, double cost_per_s);

// What one more hour of somebody who handles contacts is worth.
//
//   N = 3600 / handling time                      contacts that fit into the hour
//   e = min(N s, v)                               of them with visitors who were turned away
//   worth = e m + (N - e) max(0, q - c W)
//
// s is the share of visitors for whom nobody was free, v the contacts an hour that they would have
// accepted, m the margin that a contact was measured to add. What the hour does not spend on them
// shortens the queue: one contact more costs those behind it dC/dL = q where all together wait
// C = c L W (see above). Since waiting depends on how many people there are beyond the work
// L H, an hour more gives back what N contacts more would take but for their own waiting,
// -dC/dn = (q - c W) / H a second (Mendelson 1985; Halfin and Whitt 1981, "Heavy-traffic limits for
// queues with many exponential servers"). To the first order: each further hour is worth less.
struct Desk {
  double handling_s = 0;             // of one contact, on average; above 0
  double turned_away = 0;            // s, from 0 to 1
  double contacts_missed_per_h = 0;  // v
  double queue_price = 0;            // q, as m in money
  double own_wait = 0;               // c W, likewise
};

// `added`: m. With the ends of its interval come the ends of the worth.
double agent_hour(const Desk& desk, double added);

}  // namespace sluis::methods
