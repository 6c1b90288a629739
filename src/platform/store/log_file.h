// The write-ahead log beside a SQLite file, in which pages stand as they were before.
#pragma once

#include "platform/store/store.h"

namespace sluis::store {

// Brings it into the file and empties it, for whoever erases a person; nothing to do on PostgreSQL.
// False when a reader or a writer was in the way for too long.
bool empty_log(const Location& location);

}  // namespace sluis::store
