// The platform's own tables and statements: the first entry of every store's registry.
#pragma once

#include <span>
#include <vector>

#include "platform/store/migrations.h"
#include "platform/store/statement.h"

namespace sluis::platform {

std::span<const store::Migration> migrations();
std::span<const store::Statement* const> statements();

}  // namespace sluis::platform
