// The OpenAPI 3.1 document of the program, made from its route tables.
#pragma once

#include <span>
#include <string>

#include "platform/api/route.h"

namespace sluis::api {

// Indented JSON, the same for the same routes: a golden file of it is kept.
std::string openapi(std::span<const Route> routes, std::string_view version);

}  // namespace sluis::api
