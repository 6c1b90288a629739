// Queues with one line and several servers, for work that comes at random (Poisson): who waits, how
// long, and how many servers that takes. Load is in Erlang: arrivals a second times seconds of work
// for each. Chats count as servers as often as somebody handles at once.
#pragma once

namespace sluis::methods {

// Work that comes in, for so many servers.
struct Demand {
  double arrivals_per_s = 0;
  double handling_s = 0;
  int servers = 0;

  double load() const { return arrivals_per_s * handling_s; }
};

// The chance that all servers are busy where nobody waits (A. K. Erlang, 1917), by the recursion
// B(n) = A B(n-1) / (n + A B(n-1)).
double erlang_b(double load, int servers);
// The chance to wait where everybody does (Erlang C); 1 when there is more work than servers.
double erlang_c(double load, int servers);

// What those who come may expect. Without patience nobody ever leaves (Erlang C); with it each
// leaves after a time of their own, on average patience_s (Erlang A: C. Palm, 1943; Garnett,
// Mandelbaum and Reiman, 2002, "Designing a call center with impatient customers").
struct Expected {
  double waits = 0;      // the chance to wait at all
  double wait_s = 0;     // on average, of all; infinite when there is more work than servers
  double queue = 0;      // how many wait, on average
  double abandoned = 0;  // the share that leaves
  double busy = 0;       // the share of their time that servers work
};
Expected expected(const Demand& demand);
Expected expected(const Demand& demand, double patience_s);

// The share that is answered within a time, where nobody leaves.
double service_level(const Demand& demand, double within_s);
// The fewest servers with which at least `level` (below 1) is answered within a time.
int servers_for(double arrivals_per_s, double handling_s, double within_s, double level);

// How long the one in this place of the line (from 1) waits, as things stand now: with all servers
// busy one of them comes free every handling_s / servers, whatever they did before (exponential
// times have no memory). Nothing to wait for while a server is free.
double wait_now_s(int place, int servers, int free, double handling_s);

}  // namespace sluis::methods
