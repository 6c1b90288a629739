#include "methods/alike.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <Eigen/Cholesky>

#include "kernel/assert.h"

namespace sluis::methods {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

constexpr double kHeld = 1;  // rows as good as the prior that a feature makes no difference
constexpr int kRoundsMost = 30;
constexpr double kSettled = 1e-8;
constexpr double kChanceLeast = 0.05;
constexpr double kChanceMost = 1 - kChanceLeast;

// Mean and spread of each feature.
struct Scales {
  Vector mean;
  Vector deviation;  // 1 where all are equal
};

Scales scales_of(const Features& features) {
  const auto count = static_cast<Eigen::Index>(features.count);
  Vector sum = Vector::Zero(count);
  Vector squares = Vector::Zero(count);
  for (std::size_t i = 0; i < features.rows(); ++i) {
    const auto row = features.row(i);
    for (Eigen::Index k = 0; k < count; ++k) {
      const auto number = static_cast<double>(row[static_cast<std::size_t>(k)]);
      sum[k] += number;
      squares[k] += number * number;
    }
  }
  const auto rows = static_cast<double>(features.rows());
  Scales scales{sum / rows, Vector::Ones(count)};
  for (Eigen::Index k = 0; k < count; ++k) {
    const double variance = squares[k] / rows - scales.mean[k] * scales.mean[k];
    if (variance > 1e-12) scales.deviation[k] = std::sqrt(variance);
  }
  return scales;
}

// A row with a one before it, in units of the spread.
void put_row(const Features& features, const Scales& scales, std::size_t i, Vector& row) {
  const auto numbers = features.row(i);
  row[0] = 1;
  for (std::size_t k = 0; k < numbers.size(); ++k) {
    const auto at = static_cast<Eigen::Index>(k);
    row[at + 1] = (static_cast<double>(numbers[k]) - scales.mean[at]) / scales.deviation[at];
  }
}

double chance_of(const Vector& line, const Vector& row) {
  return 1 / (1 + std::exp(-std::clamp(line.dot(row), -30.0, 30.0)));
}

// Newton's step towards the most likely line.
Vector step_from(const Features& before, const Scales& scales,
                 std::span<const std::uint8_t> treated, const Vector& line) {
  Vector slope = -kHeld * line;
  slope[0] = 0;
  Matrix bend = Matrix::Identity(line.size(), line.size()) * kHeld;
  bend(0, 0) = 1e-9;
  Vector row(line.size());
  for (std::size_t i = 0; i < treated.size(); ++i) {
    put_row(before, scales, i, row);
    const double chance = chance_of(line, row);
    slope += (treated[i] - chance) * row;
    bend.noalias() += chance * (1 - chance) * row * row.transpose();
  }
  return bend.ldlt().solve(slope);
}

// Means of each feature in one group, of which everybody counts with a weight.
Vector means_of(const Features& before, const Scales& scales, std::span<const double> weights) {
  Vector sum = Vector::Zero(static_cast<Eigen::Index>(before.count) + 1);
  Vector row(sum.size());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] == 0) continue;
    put_row(before, scales, i, row);
    sum += weights[i] * row;
  }
  return sum / sum[0];
}

// What is known of everybody before, in one group or the other.
class Groups {
 public:
  Groups(const Features& before, std::span<const std::uint8_t> treated)
      : before_(before), treated_(treated), scales_(scales_of(before)) {}

  Vector difference(std::span<const double> weights) const {
    std::vector<double> one(treated_.size());
    std::vector<double> other(treated_.size());
    for (std::size_t i = 0; i < treated_.size(); ++i)
      (treated_[i] != 0 ? one : other)[i] = weights[i];
    return means_of(before_, scales_, one) - means_of(before_, scales_, other);
  }

 private:
  const Features& before_;
  std::span<const std::uint8_t> treated_;
  Scales scales_;
};

void add_raw(Alike& found, std::span<const std::uint8_t> treated,
             std::span<const double> outcomes) {
  Arm one;
  Arm other;
  for (std::size_t i = 0; i < treated.size(); ++i)
    (treated[i] != 0 ? one : other).add(outcomes[i]);
  found.treated = one.size();
  found.others = other.size();
  found.raw_treated = mean_of(one);
  found.raw_others = mean_of(other);
  found.raw_difference = lift(one, other);
}

// All of one group have less of something than anybody of the other.
bool separated(const Features& before, std::span<const std::uint8_t> treated) {
  struct Reach {
    float least = std::numeric_limits<float>::max();
    float most = std::numeric_limits<float>::lowest();
  };
  std::vector<std::array<Reach, 2>> reached(before.count);
  for (std::size_t i = 0; i < treated.size(); ++i) {
    const auto row = before.row(i);
    for (std::size_t k = 0; k < row.size(); ++k) {
      Reach& reach = reached[k].at(treated[i] != 0 ? 1 : 0);
      reach.least = std::min(reach.least, row[k]);
      reach.most = std::max(reach.most, row[k]);
    }
  }
  return std::ranges::any_of(reached, [](const auto& groups) {
    return groups[0].most < groups[1].least || groups[1].most < groups[0].least;
  });
}

// As what a policy would have brought that treats everybody, or nobody.
SelfNormalised weighted(std::span<const Drawn> drawn, std::size_t arm) {
  Grid always(drawn.size(), 2);
  for (std::size_t i = 0; i < drawn.size(); ++i)
    always.row(i)[arm] = 1;
  return self_normalised(drawn, always);
}

}  // namespace

std::vector<double> chances(const Features& before, std::span<const std::uint8_t> treated) {
  SLUIS_ASSERT(before.count <= kFeaturesMax && before.rows() == treated.size());
  const Scales scales = scales_of(before);
  Vector line = Vector::Zero(static_cast<Eigen::Index>(before.count) + 1);
  for (int round = 0; round < kRoundsMost; ++round) {
    const Vector step = step_from(before, scales, treated, line);
    // So large a step comes only of a group that next to nobody is in.
    line += step * std::min(1.0, 5 / step.norm());
    if (step.norm() < kSettled) break;
  }
  std::vector<double> found(treated.size());
  Vector row(line.size());
  for (std::size_t i = 0; i < treated.size(); ++i) {
    put_row(before, scales, i, row);
    found[i] = chance_of(line, row);
  }
  return found;
}

std::optional<Alike> alike(const Features& before, std::span<const std::uint8_t> treated,
                           std::span<const double> outcomes) {
  Alike found;
  add_raw(found, treated, outcomes);
  if (found.treated < 2 || found.others < 2 || separated(before, treated)) return std::nullopt;
  const std::vector<double> chance = chances(before, treated);
  std::vector<Drawn> drawn;
  std::vector<double> weights(treated.size());
  std::int64_t kept_treated = 0;
  for (std::size_t i = 0; i < treated.size(); ++i) {
    if (chance[i] < kChanceLeast || chance[i] > kChanceMost) continue;
    const bool in = treated[i] != 0;
    const double own = in ? chance[i] : 1 - chance[i];
    weights[i] = 1 / own;
    kept_treated += in;
    drawn.push_back({.arm = in ? 1u : 0u, .probability = own, .outcome = outcomes[i]});
  }
  found.left_out = std::ssize(treated) - std::ssize(drawn);
  if (kept_treated < 2 || std::ssize(drawn) - kept_treated < 2) return std::nullopt;
  found.weighted_treated = weighted(drawn, 1);
  found.weighted_others = weighted(drawn, 0);
  const Estimate& one = found.weighted_treated.estimate;
  const Estimate& other = found.weighted_others.estimate;
  found.weighted_difference =
      estimate(one.value - other.value, std::hypot(one.standard_error, other.standard_error));
  const Groups groups(before, treated);
  const Vector raw = groups.difference(std::vector<double>(treated.size(), 1.0));
  const Vector balanced = groups.difference(weights);
  for (Eigen::Index k = 1; k < raw.size(); ++k)
    found.balance.push_back({raw[k], balanced[k]});
  return found;
}

}  // namespace sluis::methods
