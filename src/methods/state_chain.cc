// Markov chains whose states are the last few channels.
#include <algorithm>
#include <cmath>

#include <boost/unordered/unordered_flat_map.hpp>

#include "methods/markov.h"

namespace sluis::methods {
namespace {

constexpr std::size_t kWorkMax = 2'000'000'000;  // steps of a sweep, for one solution
constexpr double kMovesLeast = 1e-15;            // in one sweep, as a part of the largest there is

// Channels behind each other, 16 bits each; 0 is none, so that a channel counts from 1.
using StateKey = std::uint64_t;

StateKey key_of(StateKey before, Channel channel, int order) {
  const StateKey kept =
      order == StateChain::kOrderMax ? ~StateKey{0} : (StateKey{1} << (16 * order)) - 1;
  return ((before << 16) | (StateKey{channel} + 1)) & kept;
}

bool holds(StateKey key, std::size_t channel) {
  for (; key != 0; key >>= 16) {
    if ((key & 0xFFFF) == channel + 1) return true;
  }
  return false;
}

struct Edge {
  std::uint32_t to = 0;
  double chance = 0;
};

}  // namespace

class StateChain::States {
 public:
  States(int order, bool with_nulls) : order_(order), with_nulls_(with_nulls) {}

  void add(const Path& path) {
    const double nulls = with_nulls_ ? path.nulls : 0;
    const double walks = path.conversions + nulls;
    if (path.steps.empty() || walks == 0 || keys_.size() > kStatesMax) return;
    StateKey key = 0;
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
      key = key_of(key, path.steps[i], order_);
      const std::uint32_t state = state_of(key);
      if (i == 0) {
        start_[state] += walks;
      } else {
        walks_[std::uint64_t{before} << 32 | state] += walks;
      }
      before = state;
    }
    converts_[before] += path.conversions;
    leaves_[before] += walks;
    value_[before] += path.value;
  }

  std::size_t size() const { return keys_.size(); }
  int order() const { return order_; }
  std::size_t rounds_max() const { return kWorkMax / (size() + edges_.size()); }

  void solve_ready();
  // What a walk brings that may not come to states with `without`; none when it was not solved.
  std::optional<double> brings(const std::vector<double>& reward,
                               std::optional<std::size_t> without) const;

  const std::vector<double>& converts() const { return converts_; }
  const std::vector<double>& value() const { return value_; }

 private:
  std::uint32_t state_of(StateKey key) {
    const auto [at, fresh] = numbers_.try_emplace(key, static_cast<std::uint32_t>(keys_.size()));
    if (fresh) {
      keys_.push_back(key);
      for (auto* column : {&start_, &converts_, &leaves_, &value_})
        column->push_back(0);
    }
    return at->second;
  }

  // Whether anything still moved.
  bool sweep(std::vector<double>& brought, const std::vector<double>& reward,
             const std::vector<bool>& closed, bool backwards) const;

  int order_;
  bool with_nulls_;
  boost::unordered_flat_map<StateKey, std::uint32_t> numbers_;
  boost::unordered_flat_map<std::uint64_t, double> walks_;  // from state to state
  std::vector<StateKey> keys_;
  std::vector<double> start_;
  std::vector<double> converts_;
  std::vector<double> leaves_;  // to a conversion or to nothing
  std::vector<double> value_;

  // Ready to be solved: the edges of each state, and what all that leave it add up to.
  std::vector<std::size_t> ends_;
  std::vector<Edge> edges_;
  std::vector<double> total_;
  std::vector<double> stays_;  // the chance to come from a state to itself
};

void StateChain::States::solve_ready() {
  total_ = leaves_;
  ends_.assign(size() + 1, 0);
  for (const auto& [ends, walks] : walks_) {
    total_[ends >> 32] += walks;
    ++ends_[(ends >> 32) + 1];
  }
  for (std::size_t state = 0; state < size(); ++state)
    ends_[state + 1] += ends_[state];
  edges_.resize(walks_.size());
  stays_.assign(size(), 0);
  std::vector<std::size_t> next(ends_.begin(), ends_.end() - 1);
  for (const auto& [ends, walks] : walks_) {
    const std::size_t from = ends >> 32;
    const auto to = static_cast<std::uint32_t>(ends);
    const double chance = walks / total_[from];
    if (from == to) stays_[from] = chance;
    edges_[next[from]++] = {to, from == to ? 0 : chance};
  }
  // Sums do not depend on how a table happens to be laid out.
  for (std::size_t state = 0; state < size(); ++state)
    std::sort(edges_.begin() + static_cast<std::ptrdiff_t>(ends_[state]),
              edges_.begin() + static_cast<std::ptrdiff_t>(ends_[state + 1]),
              [](const Edge& a, const Edge& b) { return a.to < b.to; });
}

bool StateChain::States::sweep(std::vector<double>& brought, const std::vector<double>& reward,
                               const std::vector<bool>& closed, bool backwards) const {
  double moved = 0;
  double largest = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    const std::size_t state = backwards ? size() - 1 - i : i;
    if (closed[state]) continue;
    double sum = reward[state] / total_[state];
    for (std::size_t edge = ends_[state]; edge < ends_[state + 1]; ++edge)
      sum += edges_[edge].chance * brought[edges_[edge].to];
    sum /= 1 - stays_[state];
    moved = std::max(moved, std::abs(sum - brought[state]));
    largest = std::max(largest, std::abs(sum));
    brought[state] = sum;
  }
  return moved > kMovesLeast * largest;
}

std::optional<double> StateChain::States::brings(const std::vector<double>& reward,
                                                 std::optional<std::size_t> without) const {
  std::vector<bool> closed(size());
  for (std::size_t state = 0; state < size(); ++state)
    closed[state] = without && holds(keys_[state], *without);
  std::vector<double> brought(size());
  const std::size_t rounds = rounds_max();
  for (std::size_t round = 0; round < rounds; ++round) {
    if (sweep(brought, reward, closed, round % 2 == 0)) continue;
    double sum = 0;
    for (std::size_t state = 0; state < size(); ++state)
      sum += start_[state] * brought[state];
    return sum;
  }
  return std::nullopt;
}

StateChain::StateChain(int order, bool with_nulls)
    : states_(std::make_unique<States>(order, with_nulls)) {}
StateChain::~StateChain() = default;
StateChain::StateChain(StateChain&&) noexcept = default;

void StateChain::add(const Paths& batch) {
  for (std::size_t i = 0; i < batch.size(); ++i)
    states_->add(batch[i]);
}

Result<Removal> StateChain::removal(const Totals& totals, std::size_t channels) const {
  const std::string order = std::to_string(states_->order());
  if (states_->size() == 0) return refuse(MethodRefusal::no_paths);
  if (states_->size() > kStatesMax) {
    return refuse(MethodRefusal::too_many_states, order, std::to_string(kStatesMax));
  }
  states_->solve_ready();
  const std::string rounds = std::to_string(states_->rounds_max());
  std::vector<double> effects[2];
  const std::vector<double>* rewards[] = {&states_->converts(), &states_->value()};
  for (std::size_t kind = 0; kind < 2; ++kind) {
    effects[kind].resize(channels);
    const auto base = states_->brings(*rewards[kind], std::nullopt);
    for (std::size_t channel = 0; base && *base > 0 && channel < channels; ++channel) {
      const auto rest = states_->brings(*rewards[kind], channel);
      if (!rest) return refuse(MethodRefusal::chain_not_solved, order, rounds);
      effects[kind][channel] = 1 - *rest / *base;
    }
    if (!base) return refuse(MethodRefusal::chain_not_solved, order, rounds);
  }
  return shared(std::move(effects[0]), std::move(effects[1]), totals);
}

}  // namespace sluis::methods
