// The operational SQL of segments: what they are called and what their rule is.
#pragma once

#include <span>

#include "segments/segments.h"

namespace sluis::segments::sql {

std::vector<Segment> all(store::Snapshot& snapshot);
std::optional<Segment> find(store::Snapshot& snapshot, SegmentId id);
// False when the code is taken.
bool insert(store::Tx& tx, const Segment& segment);
// False when the version is not the present one.
bool update(store::Tx& tx, const Segment& segment, std::int64_t version);

VersionedThresholds thresholds(store::Snapshot& snapshot);
bool set_thresholds(store::Tx& tx, const Thresholds& to, std::int64_t version);

std::span<const store::Statement* const> statements();

}  // namespace sluis::segments::sql
