// Who opened a contact stands in the trail, one line for each of them an hour.
#pragma once

#include "contacts/contacts.h"

namespace sluis::contacts {

// In a unit of its own, unless the trail tells it already.
Result<void> note_opened(store::Store& store, const access::Actor& actor, ContactId id);

}  // namespace sluis::contacts
