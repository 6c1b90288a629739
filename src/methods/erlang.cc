#include "methods/erlang.h"

#include <cmath>
#include <limits>

namespace sluis::methods {
namespace {

constexpr double kNegligible = 1e-12;
constexpr int kQueueMost = 1'000'000;

constexpr double kForEver = std::numeric_limits<double>::infinity();

}  // namespace

double erlang_b(double load, int servers) {
  double blocked = 1;
  for (int n = 1; n <= servers; ++n)
    blocked = load * blocked / (n + load * blocked);
  return blocked;
}

double erlang_c(double load, int servers) {
  if (load >= servers) return 1;
  const double blocked = erlang_b(load, servers);
  return servers * blocked / (servers - load * (1 - blocked));
}

Expected expected(const Demand& demand) {
  const double load = demand.load();
  if (load >= demand.servers) return {.waits = 1, .wait_s = kForEver, .queue = kForEver, .busy = 1};
  const double waits = erlang_c(load, demand.servers);
  const double wait_s = waits * demand.handling_s / (demand.servers - load);
  return {.waits = waits,
          .wait_s = wait_s,
          .queue = demand.arrivals_per_s * wait_s,
          .busy = load / demand.servers};
}

// With k waiting one of them leaves or a server comes free at servers / handling + k / patience: a
// birth-death chain, summed from the state in which all servers are busy and nobody waits, whose
// weight against all states below it is what Erlang B says.
Expected expected(const Demand& demand, double patience_s) {
  const double blocked = erlang_b(demand.load(), demand.servers);
  double weight = 1;  // of the state with k waiting
  double full = 0;    // of all states in which all are busy
  double waiting = 0;
  for (int k = 0; k < kQueueMost && (weight > kNegligible || k == 0); ++k) {
    full += weight;
    waiting += k * weight;
    weight *= demand.arrivals_per_s / (demand.servers / demand.handling_s + (k + 1) / patience_s);
  }
  const double all = full + (1 / blocked - 1);
  const double queue = waiting / all;
  const double abandoned =
      demand.arrivals_per_s > 0 ? queue / patience_s / demand.arrivals_per_s : 0;
  return {.waits = full / all,
          .wait_s = demand.arrivals_per_s > 0 ? queue / demand.arrivals_per_s : 0,
          .queue = queue,
          .abandoned = abandoned,
          .busy = demand.load() * (1 - abandoned) / demand.servers};
}

double service_level(const Demand& demand, double within_s) {
  const double load = demand.load();
  if (load >= demand.servers) return 0;
  return 1 - erlang_c(load, demand.servers) *
                 std::exp(-(demand.servers - load) * within_s / demand.handling_s);
}

int servers_for(double arrivals_per_s, double handling_s, double within_s, double level) {
  Demand demand{.arrivals_per_s = arrivals_per_s, .handling_s = handling_s};
  demand.servers = static_cast<int>(demand.load()) + 1;
  while (service_level(demand, within_s) < level)
    ++demand.servers;
  return demand.servers;
}

double wait_now_s(int place, int servers, int free, double handling_s) {
  if (free >= place) return 0;
  if (servers <= 0) return kForEver;
  return (place - free) * handling_s / servers;
}

}  // namespace sluis::methods
