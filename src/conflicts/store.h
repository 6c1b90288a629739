// The SQL of conflicts.
#pragma once

#include <span>

#include "conflicts/conflicts.h"

namespace sluis::conflicts::sql {

std::vector<Conflict> all(store::Snapshot& snapshot);
std::optional<Conflict> find(store::Snapshot& snapshot, ConflictId id);

// A page and one more row if there is a page behind it.
struct ListedRow : Conflict {
  std::string sort_key;
};
BOOST_DESCRIBE_STRUCT(ListedRow, (Conflict), (sort_key))
std::vector<ListedRow> list(store::Snapshot& snapshot, const Query& query);

std::vector<Total> totals(store::Snapshot& snapshot);  // of the kinds there are

// False when the same clash was found by another look meanwhile.
bool insert(store::Tx& tx, const Conflict& conflict);
// False when the version before is not the present one.
bool update(store::Tx& tx, const Conflict& conflict, std::int64_t version);

// Whether this night has not begun yet.
bool begin_night(store::Tx& tx, Date night);
void put_looked(store::Tx& tx, Instant now);
std::optional<Instant> looked(store::Snapshot& snapshot);

std::span<const store::Statement* const> statements();

}  // namespace sluis::conflicts::sql
