// The routes of decisions.
#pragma once

#include <vector>

#include "decisions/decisions.h"
#include "platform/api/route.h"

namespace sluis::decisions {

// Without an engine and an intake they can be described, not called.
std::vector<api::Route> routes(Engine* engine, events::Intake* intake);
std::vector<api::Route> offer_routes();
std::vector<api::Route> preview_routes(Engine* engine);
std::vector<api::Route> deciding_routes(Engine* engine);
std::vector<api::Route> answering_routes(const Engine* engine, events::Intake* intake);
std::vector<api::Route> step_routes(Engine* engine, events::Intake* intake);
std::vector<api::Route> policy_routes(Engine* engine);
std::vector<api::Route> looking_routes();

inline constexpr api::Allow kManagers =
    api::Allow::role(api::Role::admin) | api::Allow::role(api::Role::manager);
inline constexpr api::Allow kReaders = kManagers | api::Allow::role(api::Role::analyst);
inline constexpr api::Allow kAskers =
    api::Allow::key(api::KeyScope::ingest) | api::Allow::key(api::KeyScope::track);

}  // namespace sluis::decisions
