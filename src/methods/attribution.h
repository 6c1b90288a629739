// The models of attribution side by side, on the same paths.
#pragma once

#include <optional>

#include "methods/markov.h"
#include "methods/resample.h"

namespace sluis::methods {

enum class Model : std::uint8_t {
  first,
  last,
  linear,
  position,
  time_decay,
  last_non_direct,
  markov,
  shapley,
};
BOOST_DESCRIBE_ENUM(Model, first, last, linear, position, time_decay, last_non_direct, markov,
                    shapley)

struct AttributionSettings {
  std::vector<Model> models;
  int order = 1;           // of the Markov chain
  bool with_nulls = true;  // in the Markov chain
  double half_life = 7;    // of time decay: days, or steps where the paths have no times
};

struct ModelCredit {
  Model model = Model::first;
  Credit credit;
  std::vector<double> removal_effects;  // of a Markov chain; else empty
};

class Attribution {
 public:
  explicit Attribution(AttributionSettings settings);

  // Which channel is that of direct visits, as soon as it is known.
  void set_direct(Channel direct) { rules_.set_direct(direct); }
  // `channels`: how many there are up to now.
  void add(const Paths& batch, std::size_t channels);

  const Totals& totals() const { return totals_; }
  // In the order in which they were asked for.
  Result<std::vector<ModelCredit>> credits() const;

 private:
  Result<Removal> removal() const;

  AttributionSettings settings_;
  Totals totals_;
  std::size_t channels_ = 0;
  RuleCredits rules_;
  std::optional<Transitions> order_1_;
  std::optional<StateChain> order_k_;
};

// How far two models agree: the part of all conversions that both credit to the same channel.
double agreement(const Credit& a, const Credit& b);

// Between what the credits of conversions lie in 95 of 100 samples of as many persons: per model,
// per channel.
using Intervals = std::vector<std::vector<Interval>>;
struct BootstrapSettings {
  int rounds = 0;
  std::uint64_t seed = 1;
  std::optional<Channel> direct;
  std::size_t channels = 0;
};
Intervals bootstrap(const Paths& paths, const AttributionSettings& settings,
                    const BootstrapSettings& how);

}  // namespace sluis::methods
