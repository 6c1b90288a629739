// The bootstrap of Poisson weights (Hanley and MacGibbon 2006): each person counts a random number
// of times, Poisson with mean 1. Of the c persons behind one row that makes a Poisson number with
// mean c, so rows that stand for many need not be written out.
#pragma once

#include "kernel/random.h"
#include "methods/paths.h"

namespace sluis::methods {

// Poisson. From a mean of 50 on as a rounded normal number, which then is near enough.
double poisson(Random& random, double mean);

// The same paths, met by another sample of persons.
Paths resampled(const Paths& paths, Random& random);

// Between which the middle 95 % of some numbers lies.
struct Interval {
  double low = 0;
  double high = 0;
};
Interval middle_95(std::vector<double> numbers);

}  // namespace sluis::methods
