// What `sluis doctor` looks at in the store.
#pragma once

#include <vector>

#include "platform/store/store.h"

namespace sluis::store {

struct Finding {
  bool sound;  // false: something is wrong and the message says what to do
  Message message;
};

// Integrity, foreign keys, migrations, blobs, cursors; one finding for each check at least.
std::vector<Finding> check(Store& store, const Location& location, const Registry& registry);

}  // namespace sluis::store
