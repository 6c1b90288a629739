// The answers that are given again to whoever repeats a request.
#pragma once

#include "platform/store/session.h"

namespace sluis::platform {

// Forgets stored answers in which the text stands: for whoever erases a person.
void forget_answers_about(store::Tx& tx, std::string_view text);

}  // namespace sluis::platform
