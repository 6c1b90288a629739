// What an outcome will be, given what is known of a row: a straight line through it, held towards
// the mean where little is known (ridge regression; Hoerl and Kennard 1970), which is the mean of
// Bayesian regression with a normal prior, so that every expectation has a standard error.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace sluis::methods {

// So many features at most; fitting costs rows times the square of it.
inline constexpr std::size_t kFeaturesMax = 400;

// Features of rows, one row after the other, each about as large as the others.
struct Features {
  std::size_t count = 0;  // of a row
  std::vector<float> numbers;

  std::size_t rows() const { return count == 0 ? 0 : numbers.size() / count; }
  std::span<const float> row(std::size_t i) const { return {numbers.data() + i * count, count}; }
};

struct Expectation {
  double outcome = 0;
  double standard_error = 0;  // of the expectation, not of an outcome
};

// Fed one row at a time; expects from what it was fed until it was settled.
class OutcomeModel {
 public:
  explicit OutcomeModel(std::size_t features);
  ~OutcomeModel();
  OutcomeModel(OutcomeModel&&) noexcept;

  void add(std::span<const float> features, double outcome);
  // A model that was fed nothing expects 0 and knows nothing: its error is infinite.
  void settle();
  Expectation expect(std::span<const float> features) const;

 private:
  struct Sums;
  std::unique_ptr<Sums> sums_;
};

}  // namespace sluis::methods
