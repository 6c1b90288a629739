#include "kernel/decimal.h"

#include <algorithm>

namespace sluis {
namespace {

using Wide = __int128;

constexpr Wide kMost = Wide(1'000'000'000'000) * Micro::kPerUnit;
constexpr int kDigitsKept = 30;  // more than decide a rounded amount; they fit in 128 bits
constexpr int kMicroDecimals = 6;
constexpr int kExponentMost = 100'000;  // beyond it all is nothing or too much

// value x 10^exponent, rounded half away from zero; value >= 0.
std::optional<Wide> shifted(Wide value, int exponent) {
  if (value == 0) return 0;
  for (; exponent > 0; --exponent) {
    if (value > kMost) return std::nullopt;
    value *= 10;
  }
  for (; exponent < -1 && value != 0; ++exponent)
    value /= 10;
  if (exponent < 0) value = (value + 5) / 10;
  if (value > kMost) return std::nullopt;
  return value;
}

}  // namespace

void Decimal::digit(char c) {
  has_digit_ = true;
  const bool keep = kept_ < kDigitsKept;
  if (keep) digits_ = digits_ * 10 + (c - '0');
  if (keep && digits_ != 0) ++kept_;
  exponent_ += (keep ? 0 : 1) - (behind_point_ ? 1 : 0);
}

std::optional<Micro> Decimal::micro(bool negative, int exponent) const {
  if (!has_digit_) return std::nullopt;
  const int within = std::clamp(exponent, -kExponentMost, kExponentMost);
  const auto micros = shifted(digits_, within + exponent_ + kMicroDecimals);
  if (!micros) return std::nullopt;
  const auto units = static_cast<std::int64_t>(*micros);
  return Micro(negative ? -units : units);
}

}  // namespace sluis
