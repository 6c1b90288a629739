// The tables of access: rows and what is done with them. Tokens come in as their hashes.
#pragma once

#include <span>
#include <vector>

#include "access/access.h"
#include "access/keys.h"
#include "access/rules.h"
#include "access/sessions.h"
#include "access/users.h"

namespace sluis::access::sql {

// SHA-256 of a token. Without salt or delay: nobody guesses 128 random bits, and it must be found
// by its hash.
using Token = store::Bytes;
Token hashed(std::string_view token);

std::span<const store::Statement* const> statements();

// A page of at most `limit` of the items that were found, of which there is one more when there is
// another page.
template <class T>
api::Page<T> page_of(std::vector<T> found, std::int64_t limit) {
  api::Page<T> page{.items = std::move(found), .next = {}};
  if (std::cmp_greater(page.items.size(), limit)) {
    page.items.pop_back();
    page.next = to_string(page.items.back().id);
  }
  return page;
}

// ---- The house: how many administrators there are, and the token that makes the first.

std::int64_t admins(store::Snapshot& snapshot);
// False when there is an administrator already.
bool offer_setup(store::Tx& tx, const Token& token, Instant expires);
bool offers_setup(store::Snapshot& snapshot, const Token& token, Instant now);
// False when the token is not the one offered, or too old, or there is an administrator.
bool take_setup(store::Tx& tx, const Token& token, Instant now);
void add_admin(store::Tx& tx);
// False when it is the last one.
bool remove_admin(store::Tx& tx);

// ---- Users

struct Login {
  UserId id;
  std::optional<std::string> password;  // its hash
};
BOOST_DESCRIBE_STRUCT(Login, (), (id, password))

// False when the e-mail address is taken.
bool insert_user(store::Tx& tx, const User& user);
// False when the version is another, or the e-mail address is taken.
bool update_user(store::Tx& tx, const User& user, std::int64_t version);
std::optional<User> user(store::Snapshot& snapshot, UserId id);
std::optional<User> user_with(store::Snapshot& snapshot, const Email& email);
std::vector<User> users_after(store::Snapshot& snapshot, std::optional<UserId> after,
                              std::int64_t limit);
// Of an active user.
std::optional<Login> login_of(store::Snapshot& snapshot, const Email& email);
// False when the user is not active.
bool set_password(store::Tx& tx, UserId id, std::string_view hash);
// False when the hash is no longer the one expected, or the user is not active.
bool replace_password(store::Tx& tx, UserId id, std::string_view expected, std::string_view hash);

// ---- One-time links to set a password

void put_link(store::Tx& tx, UserId user, const Token& token, Instant expires);
std::optional<User> user_of_link(store::Snapshot& snapshot, const Token& token, Instant now);
// False when it was used, replaced or is too old.
bool take_link(store::Tx& tx, const Token& token, Instant now);
void drop_link(store::Tx& tx, UserId user);

// ---- Sessions of staff

struct SessionUser {
  SessionId id;
  UserId user_id;
  std::vector<api::Role> roles;
  std::optional<PartnerId> partner;
  std::optional<LocationId> location;
  Language language;
  Instant last_seen;
};
BOOST_DESCRIBE_STRUCT(SessionUser, (), (id, user_id, roles, partner, location, language, last_seen))

// What was started or seen before these moments is over.
struct Horizon {
  Instant started;
  Instant seen;
};

void insert_session(store::Tx& tx, const Token& token, UserId user, const Session& session);
// Of an active user, and not over.
std::optional<SessionUser> session(store::Snapshot& snapshot, const Token& token,
                                   const Horizon& horizon);
std::vector<Session> sessions_of(store::Snapshot& snapshot, UserId user, const Horizon& horizon);
void see_session(store::Tx& tx, const Token& token, Instant now, Instant seen_before);
// False when the user has no such session.
bool end_session(store::Tx& tx, UserId user, SessionId id);
// All of a user's sessions but one.
std::int64_t end_sessions_but(store::Tx& tx, UserId user, SessionId kept);

// ---- Attempts to get in

struct Attempts {
  std::int64_t failures;
  Instant again_from;  // no earlier is another attempt heard
};
BOOST_DESCRIBE_STRUCT(Attempts, (), (failures, again_from))

// Counts an attempt as failed, in advance. False when it comes too early.
bool count_attempt(store::Tx& tx, std::string_view subject, const Patience& patience, Instant now);
std::optional<Attempts> attempts(store::Snapshot& snapshot, std::string_view subject);
// It was no failure after all.
void uncount_attempt(store::Tx& tx, std::string_view subject);
void forget_attempts(store::Tx& tx, std::string_view subject);

// ---- Keys

struct KeyHolder {
  KeyId id;
  api::KeyScope scope;
  std::vector<api::Role> roles;
  std::optional<PartnerId> partner;
  std::optional<LocationId> location;
  std::vector<Origin> origins;
  std::optional<Date> last_used;
};
BOOST_DESCRIBE_STRUCT(KeyHolder, (), (id, scope, roles, partner, location, origins, last_used))

void insert_key(store::Tx& tx, const Token& token, const Key& key);
std::optional<KeyHolder> key_holder(store::Snapshot& snapshot, const Token& token);
std::optional<Key> key(store::Snapshot& snapshot, KeyId id);
std::vector<Key> keys(store::Snapshot& snapshot);
void see_key(store::Tx& tx, KeyId id, Date today);
// False when there is no such key, or it was revoked before.
bool revoke_key(store::Tx& tx, KeyId id, Instant now);

// ---- Customers

struct CustomerLink {
  CustomerId customer;
  Slug purpose;
};
BOOST_DESCRIBE_STRUCT(CustomerLink, (), (customer, purpose))

struct CustomerSession {
  SessionId id;
  CustomerId customer;
  Slug purpose;
  Instant last_seen;
};
BOOST_DESCRIBE_STRUCT(CustomerSession, (), (id, customer, purpose, last_seen))

void insert_customer_link(store::Tx& tx, const Token& token, const CustomerLink& link,
                          const Actor& by, Instant expires);
// Nothing when it was used or is too old.
std::optional<CustomerLink> take_customer_link(store::Tx& tx, const Token& token, Instant now);
void insert_customer_session(store::Tx& tx, const Token& token, const CustomerSession& session);
std::optional<CustomerSession> customer_session(store::Snapshot& snapshot, const Token& token,
                                                const Horizon& horizon);
std::optional<Slug> purpose_of(store::Snapshot& snapshot, CustomerId customer, SessionId id);
void see_customer_session(store::Tx& tx, const Token& token, Instant now, Instant seen_before);
void end_customer_session(store::Tx& tx, CustomerId customer, SessionId id);
void forget_customer(store::Tx& tx, CustomerId customer);

// ---- The trail

struct TrailQuery {
  std::optional<std::string> entity = {};
  std::optional<std::string> entity_id = {};
  std::optional<std::string> actor = {};
  std::optional<Instant> since = {};
  bool with_access = true;  // also what was done to users and keys
  std::optional<AuditId> before = {};
};

void insert_audit(store::Tx& tx, AuditId id, const Actor& actor, const Change& change);
std::vector<AuditEntry> trail(store::Snapshot& snapshot, const TrailQuery& query,
                              std::int64_t limit);
std::vector<AuditEntry> history(store::Snapshot& snapshot, std::string_view entity,
                                std::string_view id, std::optional<AuditId> before,
                                std::int64_t limit);
// What the trail says of a customer or was done by one.
void forget_audit(store::Tx& tx, CustomerId customer);

// Removes what is over: sessions, links, attempts.
void sweep(store::Tx& tx, Instant now);

}  // namespace sluis::access::sql
