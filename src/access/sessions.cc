#include "access/sessions.h"

#include "access/store.h"
#include "kernel/assert.h"
#include "kernel/network.h"
#include "platform/secrets/secrets.h"

namespace sluis::access {
namespace {

// One text for every reason, so that nobody learns who has an account.
constexpr RefusalKind kSignInWrong{"sign_in_wrong",
                                   Category::unauthenticated,
                                   Retry::useless,
                                   {"This e-mail address and password do not belong together.",
                                    "Dit e-mailadres en wachtwoord horen niet bij elkaar."}};
constexpr RefusalKind kTooManyAttempts{
    "too_many_attempts",
    Category::too_many,
    Retry::may_help,
    {"Too many attempts. Try again in {0} seconds.",
     "Te veel pogingen. Probeer het over {0} seconden opnieuw."}};
constexpr RefusalKind kPasswordWrong{
    "password_wrong",
    Category::forbidden,
    Retry::useless,
    {"This is not your present password.", "Dit is niet uw huidige wachtwoord."}};
constexpr RefusalKind kSessionUnknown{"session_unknown",
                                      Category::not_found,
                                      Retry::useless,
                                      {"You have no such session; it may have ended already.",
                                       "U heeft deze sessie niet; misschien is zij al beëindigd."}};

std::string by_email(const Email& email) {
  return "email:" + email.text;
}
std::string by_network(std::string_view peer) {
  return "network:" + network_of(peer);
}

Result<void> count_attempt(store::Tx& tx, const std::string& subject, const Patience& patience,
                           Instant now) {
  if (sql::count_attempt(tx, subject, patience, now)) return {};
  const auto attempts = sql::attempts(tx, subject);
  const Duration wait = attempts ? attempts->again_from - now : kFirstWait;
  const auto seconds =
      std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::seconds>(wait).count());
  return std::unexpected(
      Refusal(kTooManyAttempts, std::to_string(seconds)).after(static_cast<int>(seconds)));
}

// Before the password is looked at: however many try at once, no more are heard than may be. The
// network first, so that who is held back there cannot use up the turns of an address.
Result<void> count_attempt(store::Store& store, const api::Call& call, const Email& email) {
  return store.unit([&](store::Tx& tx) -> Result<void> {
    TRY_VOID(count_attempt(tx, by_network(call.peer), kPatienceWithNetwork, call.now));
    return count_attempt(tx, by_email(email), kPatienceWithEmail, call.now);
  });
}

void forgive_attempts(store::Tx& tx, const api::Call& call, const Email& email) {
  sql::uncount_attempt(tx, by_network(call.peer));
  sql::forget_attempts(tx, by_email(email));
}

// The hash that a password was found to match.
std::optional<std::string> matched(const std::optional<sql::Login>& login,
                                   const GivenPassword& password) {
  const bool known = login && login->password;
  const std::string hash(known ? std::string_view(*login->password) : kNobodysHash);
  const bool matches = secrets::password_matches(hash, password.text);
  return known && matches ? std::optional(hash) : std::nullopt;
}

Result<std::optional<sql::Login>> login_of(store::Store& store, const Email& email) {
  return store.snapshot([&](store::Snapshot& snapshot) -> Result<std::optional<sql::Login>> {
    return sql::login_of(snapshot, email);
  });
}

Actor actor_of(const api::Call& call, UserId user) {
  return {
      .name = to_string(user), .peer = std::string(call.peer), .now = call.now, .ids = call.ids};
}

}  // namespace

const RefusalKind& kind_of(SessionRefusal refusal) {
  switch (refusal) {
    case SessionRefusal::sign_in_wrong:
      return kSignInWrong;
    case SessionRefusal::too_many_attempts:
      return kTooManyAttempts;
    case SessionRefusal::password_wrong:
      return kPasswordWrong;
    case SessionRefusal::session_unknown:
      return kSessionUnknown;
  }
  assertion_failed("a SessionRefusal");
}

Result<Opened> sign_in(store::Store& store, const api::Call& call, const Email& email,
                       const GivenPassword& password) {
  TRY_VOID(count_attempt(store, call, email));
  const auto login = TRY(login_of(store, email));
  const auto hash = matched(login, password);
  if (!hash) return refuse(SessionRefusal::sign_in_wrong);
  // Made with the parameters of an older release: the password is at hand only now.
  const std::string fresh =
      secrets::needs_rehash(*hash) ? secrets::hash_password(password.text) : *hash;
  return store.unit([&](store::Tx& tx) -> Result<Opened> {
    // The user may have been shut out, or have another password, since we looked.
    if (!sql::replace_password(tx, login->id, *hash, fresh)) {
      return refuse(SessionRefusal::sign_in_wrong);
    }
    forgive_attempts(tx, call, email);
    sql::sweep(tx, call.now);
    return open_session(tx, call, login->id);
  });
}

Opened open_session(store::Tx& tx, const api::Call& call, UserId user) {
  const Session session{.id = call.ids.next<SessionId>(),
                        .created = call.now,
                        .last_seen = call.now,
                        .device = device_of(call.device),
                        .peer = std::string(call.peer)};
  Opened opened{.id = session.id, .token = secrets::random_token()};
  sql::insert_session(tx, sql::hashed(opened.token), user, session);
  audit(tx, actor_of(call, user), {.entity = "user", .id = to_string(user), .action = "signed_in"});
  return opened;
}

std::vector<Session> sessions_of(store::Snapshot& snapshot, UserId user, Instant now) {
  return sql::sessions_of(snapshot, user,
                          {.started = now - kSessionLife, .seen = now - kSessionIdle});
}

Result<void> end_session(store::Tx& tx, const Actor& actor, UserId user, SessionId id) {
  if (!sql::end_session(tx, user, id)) return refuse(SessionRefusal::session_unknown);
  audit(tx, actor, {.entity = "user", .id = to_string(user), .action = "signed_out"});
  return {};
}

void end_other_sessions(store::Tx& tx, const Actor& actor, UserId user, SessionId kept) {
  if (sql::end_sessions_but(tx, user, kept) == 0) return;
  audit(tx, actor, {.entity = "user", .id = to_string(user), .action = "signed_out_elsewhere"});
}

Result<void> change_password(store::Store& store, const api::Call& call,
                             const GivenPassword& old_password, const NewPassword& new_password) {
  const User user = TRY(store.snapshot(
      [&](store::Snapshot& snapshot) { return find_user(snapshot, call.who.user); }));
  TRY_VOID(count_attempt(store, call, user.email));
  const auto old_hash = matched(TRY(login_of(store, user.email)), old_password);
  if (!old_hash) return refuse(SessionRefusal::password_wrong);
  const std::string hash = TRY(hash_of(new_password, user.email));
  return store.unit([&](store::Tx& tx) -> Result<void> {
    if (!sql::replace_password(tx, user.id, *old_hash, hash)) {
      return refuse(SessionRefusal::password_wrong);
    }
    forgive_attempts(tx, call, user.email);
    sql::end_sessions_but(tx, user.id, call.who.session);
    audit(tx, access::actor_of(call),
          {.entity = "user", .id = to_string(user.id), .action = "password_set"});
    return {};
  });
}

}  // namespace sluis::access
