// The page in which visitors talk with agents, for a frame on the sites of the company.
#pragma once

#include "platform/api/route.h"

namespace sluis::app {

// What the scripts of that page ask.
inline constexpr const char* kFramePaths[] = {"/api/v1/contacts/visits"};

api::Route frame_route();

}  // namespace sluis::app
