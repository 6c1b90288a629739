// Versions of the policy as people see and bring them back.
#pragma once

#include "decisions/store_log.h"

namespace sluis::decisions {

// It is in force again, and nothing that is learnt takes over until learning is switched on again.
// Refused where offers or segments are others now.
Result<sql::VersionHead> restore_version(store::Tx& tx, const access::Actor& actor,
                                         std::int64_t number);

// The fact decisions.version_made.
struct VersionFact {
  std::int64_t number;
  sql::VersionState state;
};
BOOST_DESCRIBE_STRUCT(VersionFact, (), (number, state))

}  // namespace sluis::decisions
