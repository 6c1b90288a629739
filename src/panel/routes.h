// The panel over HTTP: of staff, and of whoever has a link.
#pragma once

#include "platform/api/route.h"

namespace sluis::panel {

inline constexpr api::Allow kPanelWriters =
    api::Allow::role(api::Role::admin) | api::Allow::role(api::Role::manager);
inline constexpr api::Allow kPanelReaders = kPanelWriters | api::Allow::role(api::Role::analyst);

std::vector<api::Route> routes();
std::vector<api::Route> routes_of_results();
// Whose link it is says its token, in the body, so that no log and no history has it.
std::vector<api::Route> routes_of_links();

}  // namespace sluis::panel
