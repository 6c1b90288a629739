// What `sluis doctor` looks at; it only reads, also beside a process that serves.
#pragma once

#include <vector>

#include "platform/store/store.h"

namespace sluis::store {

struct Finding {
  bool sound;  // false: something is wrong and the message says what to do
  Message message;
};

// Integrity, foreign keys, migrations, blobs, cursors; one finding for each check at least.
std::vector<Finding> check(const Location& location, const Registry& registry);

}  // namespace sluis::store
