// What is left of contacts with somebody who is erased: that they were there, and no word of it.
#pragma once

#include "platform/outbox/driver.h"

namespace sluis::contacts {

outbox::Consumer forgetting();

}  // namespace sluis::contacts
