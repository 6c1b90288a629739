// The routes of contacts.
#pragma once

#include <vector>

#include "contacts/chat/switchboard.h"
#include "contacts/desk/looking.h"
#include "platform/api/route.h"

namespace sluis::contacts {

// Without an intake and a switchboard they can be described, not called.
std::vector<api::Route> routes(events::Intake* intake, Switchboard* switchboard, const Relay* relay,
                               blobs::Blobs* blobs);
std::vector<api::Route> team_routes(events::Intake* intake);
std::vector<api::Route> chat_routes(events::Intake* intake, Switchboard* switchboard);
std::vector<api::Route> file_routes(events::Intake* intake, blobs::Blobs* blobs);
std::vector<api::Route> telephone_routes(events::Intake* intake);
std::vector<api::Route> appointment_routes(events::Intake* intake);
std::vector<api::Route> booked_routes(events::Intake* intake);
std::vector<api::Route> stay_routes(events::Intake* intake);
std::vector<api::Route> visit_routes(events::Intake* intake, Switchboard* switchboard);
api::Route relay_route(const Relay* relay);
api::Route visit_relay_route(const Relay* relay);

inline constexpr api::Allow kManagers =
    api::Allow::role(api::Role::admin) | api::Allow::role(api::Role::manager);
inline constexpr api::Allow kHandlers =
    kManagers | api::Allow::role(api::Role::agent) | api::Allow::role(api::Role::store);
inline constexpr api::Allow kReaders = kHandlers | api::Allow::role(api::Role::analyst);

// Of sending what was said by mail, beside who may.
std::vector<const RefusalKind*> mail_refusals(const RefusalKind* who);

// A stream of events, and the ear that fills it.
struct LiveStream {
  std::shared_ptr<http::EventStream> stream;
  Switchboard::Ear ear;
};
LiveStream live_stream();
// The subscription ends with the stream.
std::shared_ptr<http::EventStream> kept_with(LiveStream live,
                                             Switchboard::Subscription subscription);

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
