// The SQL of views.
#pragma once

#include <span>

#include "views/views.h"

namespace sluis::views {

std::span<const store::Migration> migrations();
std::span<const store::Statement* const> statements();

std::vector<View> find_of_screen(store::Snapshot& snapshot, UserId reader, const Slug& screen);
std::optional<View> find(store::Snapshot& snapshot, ViewId id);
// False when the owner has as many of this screen as one may have.
bool insert(store::Tx& tx, const View& view);
// False when the version is not the present one.
bool update(store::Tx& tx, const View& view);
void erase(store::Tx& tx, ViewId id);

}  // namespace sluis::views
