#include "stock/rules.h"

#include <cmath>

#include "methods/special.h"
#include "stock/drift.h"

namespace sluis::stock {

bool usually_sells(LocationKind kind) {
  switch (kind) {
    case LocationKind::warehouse:
    case LocationKind::store:
    case LocationKind::pop_up:
      return true;
    case LocationKind::partner:
    case LocationKind::in_transit:
      return false;
  }
  return false;
}

std::int64_t free_of(const Level& level, std::int64_t buffer) {
  return std::max<std::int64_t>(0, level.on_hand - level.reserved - level.safety - buffer);
}

double expected_missed(std::int64_t pieces, double expected) {
  return expected - expected_between(0, pieces, expected);
}

double expected_left(std::int64_t pieces, double expected) {
  return static_cast<double>(pieces) - expected_between(0, pieces, expected);
}

std::int64_t buffer_for(double delay_hours, double own_per_hour, double others_per_hour,
                        double service) {
  constexpr std::int64_t most = 1'000'000;
  constexpr double so_far_is_certain = 12;  // standard deviations below the mean
  const double elsewhere = others_per_hour * delay_hours;
  const double sells = -std::expm1(-own_per_hour * delay_hours);  // P(N >= 1)
  const double allowed = 1 - service;
  if (elsewhere <= 0 || sells <= allowed) return 0;
  std::int64_t pieces =
      std::max<std::int64_t>(0, std::llround(elsewhere - so_far_is_certain * std::sqrt(elsewhere)));
  const auto from = static_cast<double>(pieces);
  // P(M = pieces), and P(M > pieces) but for what is certain.
  double of_k = std::exp(from * std::log(elsewhere) - elsewhere - methods::log_gamma(from + 1));
  double more = 1 - of_k;
  while (sells * more > allowed && pieces < most) {
    ++pieces;
    of_k *= elsewhere / static_cast<double>(pieces);
    more -= of_k;
  }
  return pieces;
}

Delay delay_after(const std::optional<Delay>& before, std::int64_t measured_ms) {
  if (!before) return {.smoothed_ms = measured_ms, .deviation_ms = measured_ms / 2};
  const std::int64_t error = measured_ms - before->smoothed_ms;
  return {.smoothed_ms = before->smoothed_ms + error / 8,
          .deviation_ms =
              before->deviation_ms + (std::max<std::int64_t>(0, error) - before->deviation_ms) / 4};
}

}  // namespace sluis::stock
