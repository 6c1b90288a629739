// A randomised test: who was treated how was drawn, so the difference of two arms is caused by the
// treatment. Outcomes may be of any kind: a visit as 0 or 1, an amount.
#pragma once

#include <cstdint>

namespace sluis::methods {

// The outcomes of one arm, added up as they come (Welford 1962).
class Arm {
 public:
  // From what a database adds up: so many outcomes, their sum and the sum of their squares.
  static Arm of(std::int64_t size, double sum, double squares);

  void add(double outcome);
  // As if both had been added here (Chan, Golub and LeVeque 1979).
  void add(const Arm& other);

  std::int64_t size() const { return size_; }
  double mean() const { return mean_; }
  double variance() const;        // of one outcome; 0 with fewer than two
  double standard_error() const;  // of the mean

 private:
  std::int64_t size_ = 0;
  double mean_ = 0;
  double squares_ = 0;  // of the distances to the mean
};

// A number with what surrounds it in 95 of 100 tests as large as this one.
struct Estimate {
  double value = 0;
  double standard_error = 0;
  double low = 0;
  double high = 0;
};
// With so many degrees of freedom; 0 for a normal distribution.
Estimate estimate(double value, double standard_error, double freedom = 0);

// What part of so many did something, with the interval of Wilson (1927): it stays within 0 and 1,
// and holds for few as well. Of none it is anything between 0 and 1.
struct Share {
  double value = 0;
  double low = 0;
  double high = 1;
};
Share share_of(std::int64_t some, std::int64_t all);

// Whoever is counted, by which of two things hold of them.
struct Pairs {
  std::int64_t both = 0;
  std::int64_t first = 0;   // and not the second
  std::int64_t second = 0;  // and not the first
  std::int64_t neither = 0;
};
// How much larger the first of the two shares is than the second, from -1 to 1, with the interval
// of Newcombe (1998, Statistics in Medicine 17, pages 2635 to 2650, method 10): made of Wilson's of
// the two, it holds for few as well. Of nobody it is anything between -1 and 1.
Share difference_of(const Pairs& pairs);

// Needs two outcomes in the arm to say anything about its range.
Estimate mean_of(const Arm& arm);
// What an outcome is higher with the treatment than without (Welch 1947).
Estimate lift(const Arm& treated, const Arm& control);

}  // namespace sluis::methods
