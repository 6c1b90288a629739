#include "methods/outcome_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <Eigen/Cholesky>

#include "kernel/assert.h"

namespace sluis::methods {
namespace {

// Rows as good as the prior that a feature makes no difference.
constexpr double kRidge = 10;

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

Vector with_one(std::span<const float> features) {
  Vector row(std::ssize(features) + 1);
  row[0] = 1;
  for (std::size_t i = 0; i < features.size(); ++i)
    row[static_cast<Eigen::Index>(i) + 1] = static_cast<double>(features[i]);
  return row;
}

}  // namespace

// Sums over rows of (1, features): products with each other, with the outcome, and its squares.
struct OutcomeModel::Sums {
  explicit Sums(Eigen::Index size)
      : products(Matrix::Zero(size, size)), outcomes(Vector::Zero(size)) {}

  Matrix products;
  Vector outcomes;
  double squares = 0;
  double rows = 0;

  Eigen::LLT<Matrix> settled;
  Vector line;
  double scatter = 0;  // variance of an outcome around the line
};

OutcomeModel::OutcomeModel(std::size_t features)
    : sums_(std::make_unique<Sums>(static_cast<Eigen::Index>(features) + 1)) {
  SLUIS_ASSERT(features <= kFeaturesMax);
}
OutcomeModel::~OutcomeModel() = default;
OutcomeModel::OutcomeModel(OutcomeModel&&) noexcept = default;

void OutcomeModel::add(std::span<const float> features, double outcome) {
  Sums& sums = *sums_;
  const Vector row = with_one(features);
  sums.products.noalias() += row * row.transpose();
  sums.outcomes += outcome * row;
  sums.squares += outcome * outcome;
  sums.rows += 1;
}

void OutcomeModel::settle() {
  Sums& sums = *sums_;
  if (sums.rows == 0) return;
  Matrix held = sums.products;
  held.diagonal().tail(held.rows() - 1).array() += kRidge;
  sums.settled.compute(held);
  sums.line = sums.settled.solve(sums.outcomes);
  const double left = sums.squares - sums.line.dot(sums.outcomes);
  sums.scatter = std::max(0.0, left / sums.rows);
}

Expectation OutcomeModel::expect(std::span<const float> features) const {
  if (sums_->line.size() == 0) return {0, std::numeric_limits<double>::infinity()};
  const Vector row = with_one(features);
  return {.outcome = sums_->line.dot(row),
          .standard_error = std::sqrt(sums_->scatter * row.dot(sums_->settled.solve(row)))};
}

}  // namespace sluis::methods
