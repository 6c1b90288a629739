// Special functions of the models, so that only one file compiles Boost.Math.
#pragma once

namespace sluis::methods {

double log_gamma(double x);
double digamma(double x);   // its derivative
double trigamma(double x);  // and the derivative of that

// Gauss's series 2F1(a, b; c; z) for 0 <= z < 1 (NIST Digital Library of Mathematical Functions,
// 15.2.1); after a million terms it is what it is by then.
double hypergeometric(double a, double b, double c, double z);

// Below which a part of a standard normal number lies, or of Student's t with so many degrees of
// freedom; 0 < part < 1.
double normal_quantile(double part);
double student_quantile(double part, double freedom);

}  // namespace sluis::methods
