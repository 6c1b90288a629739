#include "methods/special.h"

#include <cmath>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>

namespace sluis::methods {
namespace {

constexpr int kSeriesTermsMax = 1'000'000;
constexpr double kSeriesTermLeast = 1e-17;  // of the sum

}  // namespace

double log_gamma(double x) {
  return boost::math::lgamma(x);
}

double digamma(double x) {
  return boost::math::digamma(x);
}

double trigamma(double x) {
  return boost::math::trigamma(x);
}

double hypergeometric(double a, double b, double c, double z) {
  double sum = 1;
  double term = 1;
  for (int n = 0; n < kSeriesTermsMax; ++n) {
    term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
    sum += term;
    if (std::abs(term) <= kSeriesTermLeast * std::abs(sum)) break;
  }
  return sum;
}

double normal_quantile(double part) {
  return boost::math::quantile(boost::math::normal(), part);
}

double student_quantile(double part, double freedom) {
  return boost::math::quantile(boost::math::students_t(freedom), part);
}

}  // namespace sluis::methods
