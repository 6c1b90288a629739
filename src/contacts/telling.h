// What others hear of contacts: their timeline, the outbox, and the log of customer behaviour.
#pragma once

#include "contacts/contacts.h"

namespace sluis::contacts {

struct Deed {
  std::string_view what;
  std::optional<TeamId> from = {};  // where it was before
  Prose<2000> note = {};
};
// To its timeline, and to the outbox as contacts.contact_<what>.
void tell(const Desk& desk, const Contact& contact, const Deed& deed);
void tell_presence(const Desk& desk, const Agent& agent);

// To the log of events, once it is over: how it was asked for, how long it took, what came of it.
void report(const Desk& desk, const Contact& contact);

}  // namespace sluis::contacts
