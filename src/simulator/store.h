// The SQL of simulator: the one row that says that this home holds a sample company.
#pragma once

#include <span>

#include "simulator/sample.h"

namespace sluis::simulator::sql {

std::optional<Sample> sample(store::Snapshot& snapshot);
// False when there is one already.
bool insert(store::Tx& tx, const Sample& sample);
// False when its state is not `from` any more.
bool update(store::Tx& tx, const Sample& sample, SampleState from);
void remove(store::Tx& tx);

std::span<const store::Statement* const> statements();

}  // namespace sluis::simulator::sql
