// The answers that are given again to whoever repeats a request.
#pragma once

#include <span>
#include <string>

#include "platform/store/session.h"

namespace sluis::platform {

// Forgets stored answers in which one of the texts stands, in one pass: for whoever erases people.
void forget_answers_about(store::Tx& tx, std::span<const std::string> texts);

}  // namespace sluis::platform
