#include "stock/rules.h"

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

}  // namespace sluis::stock
