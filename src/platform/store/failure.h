// Why the store could not do what was asked, though nothing was wrong with the request.
#pragma once

#include <stdexcept>
#include <string>

#include "kernel/describe.h"
#include "kernel/result.h"

namespace sluis::store {

enum class Failure : std::uint8_t {
  full_disk,        // nothing was kept; works again by itself when there is room
  unavailable,      // no connection to the database, or the store is stopping
  overloaded,       // too many units are waiting already
  contended,        // kept clashing with other writers
  outcome_unknown,  // the connection was lost at COMMIT: it may be kept, or not
  over_limit,       // a question took more time or memory than it may, or nobody waits for it
  broken_rule,      // a unique key or a reference would not hold, also when tried again: a fault
  internal,         // a fault in Sluis or in the data; the log says which
};
BOOST_DESCRIBE_ENUM(Failure, full_disk, unavailable, overloaded, contended, outcome_unknown,
                    over_limit, broken_rule, internal)

const RefusalKind& kind_of(Failure failure);
// The refusal for a failure, with the time after which to try again.
Refusal refusal_of(Failure failure);

// Thrown out of a session by a failing statement; the store turns it into the unit's Failure.
class Error : public std::runtime_error {
 public:
  Error(Failure failure, const std::string& what) : std::runtime_error(what), failure_(failure) {}
  Failure failure() const { return failure_; }

 private:
  Failure failure_;
};

}  // namespace sluis::store
