// Sessions of staff: signing in with a password, and out again.
#pragma once

#include "access/users.h"

namespace sluis::access {

struct Session {
  SessionId id;
  Instant created;
  Instant last_seen;
  std::string device;  // what the browser says it is
  std::string peer;
};
BOOST_DESCRIBE_STRUCT(Session, (), (id, created, last_seen, device, peer))

enum class SessionRefusal : std::uint8_t {
  sign_in_wrong,
  too_many_attempts,
  password_wrong,
  session_unknown,
};
BOOST_DESCRIBE_ENUM(SessionRefusal, sign_in_wrong, too_many_attempts, password_wrong,
                    session_unknown)
const RefusalKind& kind_of(SessionRefusal refusal);

// A session that has begun; the token goes into its cookie and is kept nowhere.
struct Opened {
  SessionId id;
  std::string token;
};

// The hash of nobody's password: with it an unknown address takes as long as a known one. A test
// holds its parameters to those of today.
inline constexpr std::string_view kNobodysHash =
    "$argon2id$v=19$m=19456,t=2,p=1$mV+bqHg7nBUrbu6+4Hw/pQ$"
    "iyVGrNB940c55GiZUoI5IYfn8SNLW8S2kbnaJdMTvrE";

// Slow: hashes the password, whether or not there is such a user.
Result<Opened> sign_in(store::Store& store, const api::Call& call, const Email& email,
                       const GivenPassword& password);
// Begins a session for a user who has just shown to be that user.
Opened open_session(store::Tx& tx, const api::Call& call, UserId user);
std::vector<Session> sessions_of(store::Snapshot& snapshot, UserId user, Instant now);
Result<void> end_session(store::Tx& tx, const Actor& actor, UserId user, SessionId id);
void end_other_sessions(store::Tx& tx, const Actor& actor, UserId user, SessionId kept);
// Slow. Ends the user's other sessions.
Result<void> change_password(store::Store& store, const api::Call& call,
                             const GivenPassword& old_password, const NewPassword& new_password);

}  // namespace sluis::access
