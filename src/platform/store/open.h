// An engine of either kind for work on whole tables: backup, restore and checks.
#pragma once

#include "platform/store/engine.h"
#include "platform/store/store.h"

namespace sluis::store {

// Throws Error.
std::unique_ptr<Engine> open_to_read(const Location& location);
void begin_snapshot(Engine& engine);

// All that may be prepared.
std::unique_ptr<StatementSet> statements_of(const Registry& registry);

// Every migration of a registry, in the order in which they are applied.
std::vector<const Migration*> migrations_of(const Registry& registry);

}  // namespace sluis::store
