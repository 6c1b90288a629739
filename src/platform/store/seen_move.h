// What was seen in the other home, before the data was moved here by a backup.
#pragma once

#include "platform/store/engine.h"
#include "platform/store/seen.h"

namespace sluis::store {

// Into rows, of which the files are made.
void take_marks_of_index(Engine& sqlite);
void take_marks_of_rows(Engine& postgres, Seen& index);

}  // namespace sluis::store
