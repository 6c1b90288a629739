// The routes of catalog.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::blobs {
class Blobs;
}

namespace sluis::catalog {

constexpr api::Allow kWriters =
    api::Allow::role(api::Role::admin) | api::Allow::role(api::Role::manager);
constexpr api::Allow kCostReaders = kWriters | api::Allow::role(api::Role::analyst);

std::vector<api::Route> routes();
// Texts, pictures and what is missing of them.
std::vector<api::Route> content_routes(blobs::Blobs* blobs);
// Many products at once.
std::vector<api::Route> edit_routes();

}  // namespace sluis::catalog
