// A decimal number while its digits are read: each notation (JSON, a cell of a sheet) has its own
// reader, the arithmetic is here once.
#pragma once

#include <optional>

#include "kernel/money.h"

namespace sluis {

class Decimal {
 public:
  // The next digit, '0' to '9'. What stands behind the first 30 that matter is dropped.
  void digit(char c);
  void point() { behind_point_ = true; }

  bool has_point() const { return behind_point_; }
  bool has_digit() const { return has_digit_; }

  // The number x 10^exponent, rounded half away from zero. Nothing without a digit, or above 10^12
  // units.
  std::optional<Micro> micro(bool negative, int exponent) const;

 private:
  __int128 digits_ = 0;
  int kept_ = 0;
  int exponent_ = 0;
  bool behind_point_ = false;
  bool has_digit_ = false;
};

}  // namespace sluis
