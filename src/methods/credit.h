// Credit by a fixed rule: each conversion is divided over the steps that led to it. Every model
// gives away exactly what there is, so that its credits add up to the conversions. Credit says who
// was there, not who caused it.
#pragma once

#include <array>
#include <optional>

#include "kernel/describe.h"
#include "methods/paths.h"

namespace sluis::methods {

enum class Rule : std::uint8_t {
  first,            // all to the first step
  last,             // all to the last one
  linear,           // to each step as much
  position,         // 40 % to the first, 40 % to the last, 20 % to those between
  time_decay,       // half as much for each half-life before the end
  last_non_direct,  // all to the last step that is not a direct visit
  shapley,          // to each channel its Shapley value in the game of channel sets
};
BOOST_DESCRIBE_ENUM(Rule, first, last, linear, position, time_decay, last_non_direct, shapley)

// Per channel.
struct Credit {
  std::vector<double> conversions;
  std::vector<double> value;

  void resize(std::size_t channels) {
    conversions.resize(channels);
    value.resize(channels);
  }
  void give(Channel channel, double share, const Path& path) {
    conversions[channel] += share * path.conversions;
    value[channel] += share * path.value;
  }
};

struct RuleSettings {
  std::vector<Rule> rules;  // those that are wanted
  std::optional<Channel> direct;
  double half_life = 7;  // days; steps where the paths have no times
};

// Takes in paths, batch after batch.
//
// Shapley: the players are the channels, and a coalition S is worth v(S) = the conversions of paths
// all of whose channels are in S. A path with the set T of distinct channels adds its conversions
// to v of every S that holds T: a unanimity game, in which the members of T share alike. As the
// Shapley value of a sum of games is the sum of their values (Shapley 1953), each distinct channel
// of a path gets 1/|T| of it: exact, for any number of channels, without looking at 2^n sets
// (Zhao, Mahboobi and Bagheri 2018, "Shapley value methods for attribution modeling").
class RuleCredits {
 public:
  explicit RuleCredits(RuleSettings settings) : settings_(std::move(settings)) {}

  void set_direct(std::optional<Channel> direct) { settings_.direct = direct; }
  void add(const Paths& batch, std::size_t channels);
  const Credit& of(Rule rule) const { return credits_[static_cast<std::size_t>(rule)]; }

 private:
  void add(Rule rule, const Path& path);
  void add_position(Credit& credit, const Path& path) const;
  void add_time_decay(Credit& credit, const Path& path);
  void add_shapley(Credit& credit, const Path& path);

  RuleSettings settings_;
  std::array<Credit, boost::mp11::mp_size<boost::describe::describe_enumerators<Rule>>::value>
      credits_;
  std::vector<double> weights_;     // of the steps of a path
  std::vector<Channel> distinct_;   // channels of a path
  std::vector<std::uint64_t> met_;  // the last path that each channel was met on
  std::uint64_t path_ = 0;
};

}  // namespace sluis::methods
