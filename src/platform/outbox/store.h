// The rows of the outbox and of its cursors.
#pragma once

#include "platform/outbox/outbox.h"

namespace sluis::outbox {

// Where a consumer is; its cursor appears with its first move.
Position cursor(store::Snapshot& snapshot, std::string_view name);
// The same, held against others until the end of the unit.
Position hold_cursor(store::Tx& tx, std::string_view name, Instant now);
void move_cursor(store::Tx& tx, std::string_view name, Position position, Instant now);

// Facts that every cursor has passed and that were written before `moment`; at most 1,000.
std::int64_t remove_passed(store::Tx& tx, Instant moment);

}  // namespace sluis::outbox
