#include "methods/queue_price.h"

#include <algorithm>

namespace sluis::methods {
namespace {

constexpr double kStep = 1e-4;  // of the arrivals

// Seconds that all who come in a second wait together.
double waited(Demand demand, double arrivals_per_s, double patience_s) {
  demand.arrivals_per_s = arrivals_per_s;
  return arrivals_per_s * expected(demand, patience_s).wait_s;
}

}  // namespace

double queue_price(const Demand& demand, double patience_s, double cost_per_s) {
  const double arrivals = std::max(demand.arrivals_per_s, 1e-9);
  const double step = arrivals * kStep;
  const double more = waited(demand, arrivals + step, patience_s);
  const double fewer = waited(demand, arrivals - step, patience_s);
  return std::max(0.0, cost_per_s * (more - fewer) / (2 * step));
}

double agent_hour(const Desk& desk, double added) {
  constexpr double kHour_s = 3'600;
  const double contacts = kHour_s / desk.handling_s;
  const double missed = std::min(contacts * desk.turned_away, desk.contacts_missed_per_h);
  return missed * added + (contacts - missed) * std::max(0.0, desk.queue_price - desk.own_wait);
}

}  // namespace sluis::methods
