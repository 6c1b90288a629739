// The SQL of company.
#pragma once

#include <span>

#include "company/company.h"

namespace sluis::company {

std::span<const store::Migration> migrations();

VersionedSettings find_settings(store::Snapshot& snapshot);
// False when the version is not the present one.
bool replace_settings(store::Tx& tx, const Settings& to, std::int64_t version);

std::span<const store::Statement* const> statements();

}  // namespace sluis::company
