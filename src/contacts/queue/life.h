// The life of a contact, as a table: which act leads from which state to which.
#pragma once

#include <span>

#include "contacts/contact.h"

namespace sluis::contacts {

// Pick: an agent takes it without having been asked. Leave: the customer goes. Let_lapse: nobody
// accepted in time. Hand_on: to another team or person. Wrap: the agent is done with it.
enum class Act : std::uint8_t {
  offer,
  pick,
  accept,
  decline,
  let_lapse,
  leave,
  hand_on,
  finish,
  wrap,
  resume,
  miss
};
BOOST_DESCRIBE_ENUM(Act, offer, pick, accept, decline, let_lapse, leave, hand_on, finish, wrap,
                    resume, miss)

struct Move {
  State from;
  Act act;
  State to;
};
std::span<const Move> moves();
// Where it is after an act; nothing where the act may not be.
std::optional<State> after(State from, Act act);

// Somebody waits for an answer.
bool waits(State state);
// It takes an agent's time.
bool is_held(State state);

}  // namespace sluis::contacts
