// Looking for conflicts: everything that channels say is read at one moment, laid beside each other
// by the rules, and what became of what was known is written down.
#pragma once

#include "conflicts/settling.h"
#include "platform/jobs/runner.h"

namespace sluis::analytics {
class Store;
}

namespace sluis::conflicts {

inline constexpr std::string_view kLookJob = "conflicts.look";

struct Workplace {
  store::Store& store;
  analytics::Store& analytics;
  const Clock& clock;
  IdSource& ids;
};

// What a look came to.
struct Looked {
  std::int64_t clashes = 0;  // that there are now, accepted ones among them
  std::int64_t found = 0;    // since the look before; found again included
  std::int64_t changed = 0;
  std::int64_t resolved = 0;
};
BOOST_DESCRIBE_STRUCT(Looked, (), (clashes, found, changed, resolved))

// Written down some at a time, each as it was when it was read; what somebody decided meanwhile
// stays until the next look. Told as conflicts.looked. `who` stands in the trail.
Result<Looked> look(const Workplace& place, std::string_view who);

jobs::Kind look_job(const Workplace& place);
JobId begin_look(store::Tx& tx, IdSource& ids, Instant now, std::optional<UserId> creator);
// Once a night, from four o'clock on by the company's clock. Whether it was now.
bool begin_nightly(store::Tx& tx, IdSource& ids, Instant now);

}  // namespace sluis::conflicts
