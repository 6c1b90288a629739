#include "methods/markov.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace sluis::methods {
namespace {

// Inverts a square matrix in place by Gauss-Jordan elimination with pivots from the column.
class Inverse {
 public:
  Inverse(std::vector<double> matrix, std::size_t size)
      : size_(size), left_(std::move(matrix)), right_(size * size) {
    for (std::size_t i = 0; i < size_; ++i)
      right_[i * size_ + i] = 1;
    for (std::size_t column = 0; column < size_; ++column)
      eliminate(column);
  }

  double operator()(std::size_t row, std::size_t column) const {
    return right_[row * size_ + column];
  }

 private:
  void eliminate(std::size_t column) {
    std::size_t pivot = column;
    for (std::size_t row = column + 1; row < size_; ++row) {
      if (std::abs(left_[row * size_ + column]) > std::abs(left_[pivot * size_ + column]))
        pivot = row;
    }
    swap_rows(pivot, column);
    const double by = 1 / left_[column * size_ + column];
    for (std::size_t i = 0; i < size_; ++i) {
      left_[column * size_ + i] *= by;
      right_[column * size_ + i] *= by;
    }
    for (std::size_t row = 0; row < size_; ++row) {
      if (row != column) subtract(row, column, left_[row * size_ + column]);
    }
  }

  void swap_rows(std::size_t a, std::size_t b) {
    if (a == b) return;
    std::swap_ranges(&left_[a * size_], &left_[a * size_] + size_, &left_[b * size_]);
    std::swap_ranges(&right_[a * size_], &right_[a * size_] + size_, &right_[b * size_]);
  }

  void subtract(std::size_t row, std::size_t other, double times) {
    if (times == 0) return;
    for (std::size_t i = 0; i < size_; ++i) {
      left_[row * size_ + i] -= times * left_[other * size_ + i];
      right_[row * size_ + i] -= times * right_[other * size_ + i];
    }
  }

  std::size_t size_;
  std::vector<double> left_;
  std::vector<double> right_;
};

double sum_of(const std::vector<double>& all) {
  return std::accumulate(all.begin(), all.end(), 0.0);
}

std::vector<double> in_proportion(const std::vector<double>& effects, double total) {
  const double sum = sum_of(effects);
  std::vector<double> shares(effects.size());
  if (sum <= 0) return shares;
  std::ranges::transform(effects, shares.begin(),
                         [&](double effect) { return total * effect / sum; });
  return shares;
}

}  // namespace

Removal shared(std::vector<double> of_conversions, std::vector<double> of_value,
               const Totals& totals) {
  const bool values_weigh = sum_of(of_value) > 0;
  Removal removal{
      .of_conversions = std::move(of_conversions), .of_value = std::move(of_value), .credit = {}};
  removal.credit.conversions = in_proportion(removal.of_conversions, totals.conversions);
  removal.credit.value =
      in_proportion(values_weigh ? removal.of_value : removal.of_conversions, totals.value);
  return removal;
}

void Transitions::make_room(std::size_t channels) {
  if (channels <= stride_) {
    channels_ = std::max(channels_, channels);
    return;
  }
  const std::size_t stride = std::max<std::size_t>(16, std::bit_ceil(channels));
  std::vector<double> next(stride * stride);
  for (std::size_t row = 0; row < channels_; ++row)
    std::copy_n(&next_[row * stride_], channels_, &next[row * stride]);
  next_ = std::move(next);
  for (auto* column : {&start_, &converts_, &value_, &ends_})
    column->resize(stride);
  stride_ = stride;
  channels_ = channels;
}

void Transitions::add(const Paths& batch, std::size_t channels) {
  make_room(channels);
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Path path = batch[i];
    const double nulls = with_nulls_ ? path.nulls : 0;
    const double walks = path.conversions + nulls;
    if (path.steps.empty() || walks == 0) continue;
    start_[path.steps.front()] += walks;
    for (std::size_t step = 1; step < path.steps.size(); ++step)
      next_[path.steps[step - 1] * stride_ + path.steps[step]] += walks;
    const Channel last = path.steps.back();
    converts_[last] += path.conversions;
    ends_[last] += nulls;
    value_[last] += path.value;
  }
}

// The chain of order 1, solved.
class Order1 {
 public:
  explicit Order1(const Transitions& counts) : counts_(counts), inverse_(stays(), size()) {}

  // Of a reward for each walk that leaves from a state.
  std::vector<double> removal(const std::vector<double>& reward) const {
    std::vector<double> from(size());  // what a walk from here brings
    std::vector<double> comes(size());
    double base = 0;
    for (std::size_t state = 0; state < size(); ++state) {
      for (std::size_t other = 0; other < size(); ++other) {
        from[state] += inverse_(state, other) * part(reward[other], other);
        comes[state] += counts_.start_[other] * inverse_(other, state);
      }
      base += counts_.start_[state] * from[state];
    }
    std::vector<double> effects(size());
    if (base <= 0) return effects;
    for (std::size_t state = 0; state < size(); ++state)
      effects[state] = comes[state] / inverse_(state, state) * from[state] / base;
    return effects;
  }

 private:
  std::size_t size() const { return counts_.channels_; }

  double leaves(std::size_t state) const {
    const double* row = &counts_.next_[state * counts_.stride_];
    return std::accumulate(row, row + size(), counts_.converts_[state] + counts_.ends_[state]);
  }

  double part(double of, std::size_t state) const {
    const double all = leaves(state);
    return all > 0 ? of / all : 0;
  }

  // I - Q, with Q the chances to go from state to state.
  std::vector<double> stays() const {
    std::vector<double> matrix(size() * size());
    for (std::size_t row = 0; row < size(); ++row) {
      for (std::size_t column = 0; column < size(); ++column) {
        matrix[row * size() + column] =
            (row == column ? 1 : 0) - part(counts_.next_[row * counts_.stride_ + column], row);
      }
    }
    return matrix;
  }

  const Transitions& counts_;
  Inverse inverse_;
};

Result<Removal> Transitions::removal(const Totals& totals) const {
  if (channels_ == 0) return refuse(MethodRefusal::no_paths);
  const Order1 chain(*this);
  return shared(chain.removal(converts_), chain.removal(value_), totals);
}

}  // namespace sluis::methods
