// What an agent does with a contact, and the customer who goes.

#include "contacts/queue/floor.h"
#include "contacts/store.h"
#include "contacts/teams/store.h"

namespace sluis::contacts {

Result<Contact> accept(const Desk& desk, UserId user, ContactId id) {
  Contact contact = TRY(taken_by(desk, user, id, Act::accept));
  begin_handling(desk, contact, user);
  sql::settle(desk.tx, contact);
  tell(desk, contact, {.what = "accepted"});
  return contact;
}

Result<Contact> decline(const Desk& desk, UserId user, ContactId id) {
  Contact contact = TRY(taken_by(desk, user, id, Act::decline));
  contact.declined.push_back(user);
  put_in_line(desk, contact);
  sql::settle(desk.tx, contact);
  tell(desk, contact, {.what = "declined"});
  route_for(desk, user, contact.team);
  return *sql::contact(desk.tx, id);
}

Result<Contact> pick(const Desk& desk, const Sight& sight, ContactId id) {
  Contact contact = TRY(taken(desk, id, Act::pick));
  if (!sees(desk.tx, sight, contact)) return refuse(ContactRefusal::contact_unknown);
  if (!sql::take_room(desk.tx, sight.user, contact.kind)) return refuse(ContactRefusal::no_room);
  begin_handling(desk, contact, sight.user);
  sql::settle(desk.tx, contact);
  tell(desk, contact, {.what = "picked"});
  return contact;
}

Result<Contact> finish(const Desk& desk, UserId user, ContactId id) {
  Contact contact = TRY(taken_by(desk, user, id, Act::finish));
  begin_wrap_up(desk, contact);
  sql::settle(desk.tx, contact);
  tell(desk, contact, {.what = "finished"});
  return contact;
}

Result<Contact> wrap(const Desk& desk, UserId user, ContactId id, const WrapUp& wrap) {
  Contact contact = TRY(taken_by(desk, user, id, Act::wrap));
  contact.outcome = wrap.outcome;
  if (wrap.order_reference) contact.order_reference = *wrap.order_reference;
  close(desk, contact);
  sql::settle(desk.tx, contact);
  tell(desk, contact, {.what = "wrapped_up", .note = wrap.note.value_or(Prose<2000>{})});
  route_for(desk, user, contact.team);
  return contact;
}

Result<Contact> leave(const Desk& desk, ContactId id) {
  Contact contact = TRY(taken(desk, id, Act::leave));
  const auto agent = contact.agent;
  if (contact.state == State::wrap_up) {
    begin_wrap_up(desk, contact);
  } else {
    close(desk, contact);
  }
  sql::settle(desk.tx, contact);
  tell(desk, contact, {.what = "left"});
  if (contact.state == State::abandoned) route_for(desk, agent, contact.team);
  return contact;
}

}  // namespace sluis::contacts
