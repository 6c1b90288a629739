// What the platform itself keeps that may name people: answers that are given again to whoever
// repeats a request, and mail.
#pragma once

#include <span>
#include <string>

#include "platform/store/session.h"

namespace sluis::platform {

// Forgets stored answers in which one of the names stands (addresses, numbers, ids), in one pass,
// and mail to those that are addresses: for whoever erases people.
void forget_about(store::Tx& tx, std::span<const std::string> names);

}  // namespace sluis::platform
