// What may come only once: a unit asks for marks (128 bits of a hash) whether this is their first
// time, and if the unit is kept it never is again, for at least 30 days. On PostgreSQL a unique
// index answers; beside a SQLite file sorted files do (seen_files.h), because random keys in a
// B-tree cost more than all else that is done with an event.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "kernel/time.h"

namespace sluis::store {

class Tx;
struct Statement;

struct Mark {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const Mark&) const = default;
};

inline constexpr std::chrono::days kMarksAreKept{30};

class Seen {
 public:
  virtual ~Seen() = default;
  // For each mark whether it is new; of equal ones only the first is.
  virtual std::vector<bool> first_time(std::span<const Mark> marks, Instant now) = 0;
};

// Forgets marks that were noted before a moment; at most so many rows at a time that others do not
// wait. How many rows went.
std::int64_t forget_marks(Tx& tx, Instant before);

std::span<const Statement* const> seen_statements();

}  // namespace sluis::store
