// The page in which visitors talk with agents, for a frame on the sites of the company.
#pragma once

#include "platform/api/route.h"

namespace sluis::app {

// What the scripts of that page ask.
inline constexpr const char* kFramePaths[] = {"/api/v1/contacts/visits"};

// The same page stands under the links of labels in stores (contacts/instore/labels.h).
std::vector<api::Route> frame_routes();

}  // namespace sluis::app
