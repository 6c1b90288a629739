// Attribution by a Markov chain (Anderl, Becker, von Wangenheim and Schumann 2016, "Mapping the
// customer journey"): paths are walks from a start to a conversion or to nothing. The removal
// effect of a channel is the part of the conversions that is lost when every walk that comes to it
// ends in nothing. The chain is solved exactly, nothing is simulated.
#pragma once

#include <memory>

#include "methods/credit.h"
#include "methods/refusals.h"

namespace sluis::methods {

// Per channel. Credit is what there is, divided in proportion to the removal effects. Removal
// effects of value weigh each conversion with the mean value of those from the same state; where
// values do not add up to more than nothing, value goes by the effects of conversions.
struct Removal {
  std::vector<double> of_conversions;
  std::vector<double> of_value;
  Credit credit;
};

// Where a walk may go. With `nulls`, paths that led to nothing count as walks as well.
class Transitions {
 public:
  explicit Transitions(bool with_nulls) : with_nulls_(with_nulls) {}

  void add(const Paths& batch, std::size_t channels);
  // How often `from` was followed by `to`.
  double between(Channel from, Channel to) const { return next_[from * stride_ + to]; }

  // Order 1: a state is a channel. By the fundamental matrix N (Kemeny and Snell 1960, "Finite
  // Markov chains"): a walk comes to state j with the chance h_j = (start · N)_j / N_jj, and
  // without j what is lost is h_j · f_j, with f_j what a walk from j brings.
  Result<Removal> removal(const Totals& totals) const;

 private:
  friend class Order1;

  void make_room(std::size_t channels);

  bool with_nulls_;
  std::size_t channels_ = 0;
  std::size_t stride_ = 0;
  std::vector<double> next_;  // a row per channel
  std::vector<double> start_;
  std::vector<double> converts_;
  std::vector<double> value_;
  std::vector<double> ends_;  // in nothing
};

inline constexpr std::size_t kStatesMax = 200'000;

// Order k: a state is the last k channels, or all there were where a walk is younger. Only states
// that were seen are kept. To remove a channel is to remove every state that holds it; so with
// order 1 it is what Transitions does.
class StateChain {
 public:
  static constexpr int kOrderMax = 4;

  StateChain(int order, bool with_nulls);
  ~StateChain();
  StateChain(StateChain&&) noexcept;

  void add(const Paths& batch);
  // By Gauss-Seidel sweeps until nothing moves any more.
  Result<Removal> removal(const Totals& totals, std::size_t channels) const;

 private:
  class States;
  std::unique_ptr<States> states_;
};

// What both end with: effects become shares of what there is.
Removal shared(std::vector<double> of_conversions, std::vector<double> of_value,
               const Totals& totals);

}  // namespace sluis::methods
