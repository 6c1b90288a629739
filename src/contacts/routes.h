// The routes of contacts.
#pragma once

#include <vector>

#include "contacts/looking.h"
#include "platform/api/route.h"

namespace sluis::contacts {

// Without an intake they can be described, not called.
std::vector<api::Route> routes(events::Intake* intake);
std::vector<api::Route> team_routes(events::Intake* intake);

inline constexpr api::Allow kManagers =
    api::Allow::role(api::Role::admin) | api::Allow::role(api::Role::manager);
inline constexpr api::Allow kHandlers =
    kManagers | api::Allow::role(api::Role::agent) | api::Allow::role(api::Role::store);
inline constexpr api::Allow kReaders = kHandlers | api::Allow::role(api::Role::analyst);

// Of the unit of a call.
class CallDesk {
 public:
  CallDesk(store::Tx& tx, const api::Call& call, events::Intake* intake);
  const Desk& desk() const { return desk_; }

 private:
  access::Actor actor_;
  Desk desk_;
};

}  // namespace sluis::contacts
