#include "methods/trial.h"

#include <algorithm>
#include <cmath>

#include "methods/special.h"

namespace sluis::methods {
namespace {

constexpr double kTail = 0.975;

// By Welch and Satterthwaite; 0, as of a normal distribution, where nothing scatters.
double degrees_of_freedom(const Arm& a, const Arm& b) {
  const auto part = [](const Arm& arm) {
    const double square = std::pow(arm.standard_error(), 2);
    return arm.size() > 1 ? square * square / static_cast<double>(arm.size() - 1) : 0;
  };
  const double both = std::pow(a.standard_error(), 2) + std::pow(b.standard_error(), 2);
  const double parts = part(a) + part(b);
  return parts > 0 ? both * both / parts : 0;
}

// How the two hang together, from -1 to 1; pulled to nothing where few say so.
double correlation_of(const Pairs& pairs) {
  const auto number = [](std::int64_t count) { return static_cast<double>(count); };
  const double first = number(pairs.both + pairs.first) * number(pairs.second + pairs.neither);
  const double second = number(pairs.both + pairs.second) * number(pairs.first + pairs.neither);
  if (first == 0 || second == 0) return 0;
  const double all = number(pairs.both + pairs.first + pairs.second + pairs.neither);
  const double together =
      number(pairs.both) * number(pairs.neither) - number(pairs.first) * number(pairs.second);
  const double careful = together > 0 ? std::max(together - all / 2, 0.0) : together;
  return careful / std::sqrt(first * second);
}

}  // namespace

Arm Arm::of(std::int64_t size, double sum, double squares) {
  Arm arm;
  arm.size_ = size;
  if (size == 0) return arm;
  arm.mean_ = sum / static_cast<double>(size);
  arm.squares_ = std::max(0.0, squares - sum * arm.mean_);
  return arm;
}

void Arm::add(double outcome) {
  ++size_;
  const double before = outcome - mean_;
  mean_ += before / static_cast<double>(size_);
  squares_ += before * (outcome - mean_);
}

void Arm::add(const Arm& other) {
  if (other.size_ == 0) return;
  const double both = static_cast<double>(size_ + other.size_);
  const double apart = other.mean_ - mean_;
  squares_ += other.squares_ +
              apart * apart * static_cast<double>(size_) * static_cast<double>(other.size_) / both;
  mean_ += apart * static_cast<double>(other.size_) / both;
  size_ += other.size_;
}

double Arm::variance() const {
  return size_ > 1 ? squares_ / static_cast<double>(size_ - 1) : 0;
}

double Arm::standard_error() const {
  return size_ > 0 ? std::sqrt(variance() / static_cast<double>(size_)) : 0;
}

Estimate estimate(double value, double standard_error, double freedom) {
  const double times = freedom > 0 ? student_quantile(kTail, freedom) : normal_quantile(kTail);
  return {.value = value,
          .standard_error = standard_error,
          .low = value - times * standard_error,
          .high = value + times * standard_error};
}

Share share_of(std::int64_t some, std::int64_t all) {
  if (all == 0) return {};
  const double n = static_cast<double>(all);
  const double p = static_cast<double>(some) / n;
  const double z = normal_quantile(kTail);
  const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
  const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  return {.value = p, .low = std::max(0.0, middle - half), .high = std::min(1.0, middle + half)};
}

Share difference_of(const Pairs& pairs) {
  const std::int64_t all = pairs.both + pairs.first + pairs.second + pairs.neither;
  if (all == 0) return {.value = 0, .low = -1, .high = 1};
  const Share first = share_of(pairs.both + pairs.first, all);
  const Share second = share_of(pairs.both + pairs.second, all);
  const double correlation = correlation_of(pairs);
  const auto distance = [&](double of_first, double of_second) {
    return std::sqrt(of_first * of_first - 2 * correlation * of_first * of_second +
                     of_second * of_second);
  };
  const double value = first.value - second.value;
  return {.value = value,
          .low = value - distance(first.value - first.low, second.high - second.value),
          .high = value + distance(first.high - first.value, second.value - second.low)};
}

Estimate mean_of(const Arm& arm) {
  return estimate(arm.mean(), arm.standard_error(), static_cast<double>(arm.size() - 1));
}

Estimate lift(const Arm& treated, const Arm& control) {
  return estimate(treated.mean() - control.mean(),
                  std::hypot(treated.standard_error(), control.standard_error()),
                  degrees_of_freedom(treated, control));
}

}  // namespace sluis::methods
