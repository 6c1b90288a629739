// The pieces that acts on contacts share. Every act takes the floor first, then the contact, then
// room of an agent, so that acts come one after the other and what one sees holds until its end.
#pragma once

#include "contacts/contacts.h"
#include "contacts/desk/looking.h"
#include "contacts/queue/life.h"
#include "contacts/telling.h"

namespace sluis::contacts {

// The contact for an act that its state allows, in the state it has after it.
Result<Contact> taken(const Desk& desk, ContactId id, Act act);
// The same for who has it, or to whom it is offered.
Result<Contact> taken_by(const Desk& desk, UserId user, ContactId id, Act act);

// It waits from here on, in the team that it has; its agent is rid of it.
void put_in_line(const Desk& desk, Contact& contact);
// It takes the agent's time from here on.
void begin_handling(const Desk& desk, Contact& contact, UserId user);
// The agent is rid of it: the room is free again, and the time is counted.
void let_go(const Desk& desk, Contact& contact);
// The customer is gone; the agent has a moment for what remains.
void begin_wrap_up(const Desk& desk, Contact& contact);
// It is over.
void close(const Desk& desk, Contact& contact);

// Gives to whoever is free in these teams what waits there.
void route(const Desk& desk, std::span<const TeamId> teams);
// The same for the teams of an agent who has room again.
void route_for(const Desk& desk, std::optional<UserId> user, TeamId team);

// The team, which is there: contacts keep to teams that exist.
Team team_of(store::Snapshot& snapshot, TeamId id);

// Who answers somebody who stands in a store: its own team, else those of no store in particular;
// of both only where somebody is there and it is open.
std::vector<Team> answering_in(store::Snapshot& snapshot, LocationId store,
                               const std::optional<Tongue>& language, Instant now);

// What is kept of a token that somebody comes back with.
std::string hash_of(std::string_view token);

}  // namespace sluis::contacts
