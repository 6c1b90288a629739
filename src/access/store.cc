#include "access/store.h"

#include "platform/secrets/secrets.h"

namespace sluis::access::sql {

using store::Snapshot;
using store::Statement;
using store::Tx;

Token hashed(std::string_view token) {
  const secrets::Hash hash = secrets::sha256(token);
  return {std::string(hash.begin(), hash.end())};
}

namespace {

constexpr Statement kAdmins{"access.admins", "select admins from access_house where id = 1"};
constexpr Statement kOfferSetup{
    "access.offer_setup",
    "update access_house set setup_token = $1, setup_expires = $2 where id = 1 and admins = 0"};
constexpr Statement kOffersSetup{
    "access.offers_setup",
    "select id from access_house "
    "where id = 1 and admins = 0 and setup_token = $1 and setup_expires > $2"};
constexpr Statement kTakeSetup{
    "access.take_setup",
    "update access_house set admins = 1, setup_token = null, setup_expires = null "
    "where id = 1 and admins = 0 and setup_token = $1 and setup_expires > $2"};
constexpr Statement kAddAdmin{
    "access.add_admin",
    "update access_house set admins = admins + 1, setup_token = null, setup_expires = null "
    "where id = 1"};
constexpr Statement kRemoveAdmin{
    "access.remove_admin",
    "update access_house set admins = admins - 1 where id = 1 and admins > 1"};

}  // namespace

std::int64_t admins(Snapshot& snapshot) {
  return *snapshot.one<std::int64_t>(kAdmins);
}
bool offer_setup(Tx& tx, const Token& token, Instant expires) {
  return tx.change(kOfferSetup, token, expires) == 1;
}
bool offers_setup(Snapshot& snapshot, const Token& token, Instant now) {
  return snapshot.one<std::int64_t>(kOffersSetup, token, now).has_value();
}
bool take_setup(Tx& tx, const Token& token, Instant now) {
  return tx.change(kTakeSetup, token, now) == 1;
}
void add_admin(Tx& tx) {
  tx.change(kAddAdmin);
}
bool remove_admin(Tx& tx) {
  return tx.change(kRemoveAdmin) == 1;
}

namespace {

constexpr Statement kInsertUser{
    "access.insert_user",
    "insert into access_users (id, email, name, language, roles, partner, location, active, "
    "created, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
    "on conflict (email) do nothing"};
constexpr Statement kUpdateUser{
    "access.update_user",
    "update access_users set email = $3, name = $4, language = $5, roles = $6, partner = $7, "
    "location = $8, active = $9, version = version + 1 where id = $1 and version = $2 "
    "and not exists (select 1 from access_users taken where taken.email = $3 and taken.id <> $1)"};
constexpr Statement kUser{
    "access.user",
    "select id, email, name, language, roles, partner, location, active, "
    "password is not null as has_password, created, version from access_users where id = $1"};
constexpr Statement kUserWith{
    "access.user_with",
    "select id, email, name, language, roles, partner, location, active, "
    "password is not null as has_password, created, version from access_users where email = $1"};
constexpr Statement kUsersAfter{
    "access.users_after",
    "select id, email, name, language, roles, partner, location, active, "
    "password is not null as has_password, created, version from access_users where id > $1 "
    "order by id limit $2"};
constexpr Statement kLoginOf{"access.login_of",
                             "select id, password from access_users where email = $1 and active"};
constexpr Statement kSetPassword{"access.set_password",
                                 "update access_users set password = $2 where id = $1 and active"};
constexpr Statement kReplacePassword{
    "access.replace_password",
    "update access_users set password = $3 where id = $1 and password = $2 and active"};

}  // namespace

bool insert_user(Tx& tx, const User& user) {
  return tx.change(kInsertUser, user.id, user.email, user.name, user.language, user.roles,
                   user.partner, user.location, user.active, user.created, user.version) == 1;
}
bool update_user(Tx& tx, const User& user, std::int64_t version) {
  return tx.change(kUpdateUser, user.id, version, user.email, user.name, user.language, user.roles,
                   user.partner, user.location, user.active) == 1;
}
std::optional<User> user(Snapshot& snapshot, UserId id) {
  return snapshot.one<User>(kUser, id);
}
std::optional<User> user_with(Snapshot& snapshot, const Email& email) {
  return snapshot.one<User>(kUserWith, email);
}
std::vector<User> users_after(Snapshot& snapshot, std::optional<UserId> after, std::int64_t limit) {
  return snapshot.all<User>(kUsersAfter, after.value_or(UserId()), limit);
}
std::optional<Login> login_of(Snapshot& snapshot, const Email& email) {
  return snapshot.one<Login>(kLoginOf, email);
}
bool set_password(Tx& tx, UserId id, std::string_view hash) {
  return tx.change(kSetPassword, id, hash) == 1;
}
bool replace_password(Tx& tx, UserId id, std::string_view expected, std::string_view hash) {
  return tx.change(kReplacePassword, id, expected, hash) == 1;
}

namespace {

constexpr Statement kPutLink{
    "access.put_link",
    "insert into access_links (user_id, token, expires) values ($1, $2, $3) "
    "on conflict (user_id) do update set token = excluded.token, expires = excluded.expires"};
constexpr Statement kUserOfLink{
    "access.user_of_link",
    "select u.id, u.email, u.name, u.language, u.roles, u.partner, u.location, u.active, "
    "u.password is not null as has_password, u.created, u.version "
    "from access_links l join access_users u on u.id = l.user_id "
    "where l.token = $1 and l.expires > $2 and u.active"};
constexpr Statement kTakeLink{"access.take_link",
                              "delete from access_links where token = $1 and expires > $2"};
constexpr Statement kDropLink{"access.drop_link", "delete from access_links where user_id = $1"};

}  // namespace

void put_link(Tx& tx, UserId user, const Token& token, Instant expires) {
  tx.change(kPutLink, user, token, expires);
}
std::optional<User> user_of_link(Snapshot& snapshot, const Token& token, Instant now) {
  return snapshot.one<User>(kUserOfLink, token, now);
}
bool take_link(Tx& tx, const Token& token, Instant now) {
  return tx.change(kTakeLink, token, now) == 1;
}
void drop_link(Tx& tx, UserId user) {
  tx.change(kDropLink, user);
}

namespace {

constexpr Statement kInsertSession{
    "access.insert_session",
    "insert into access_sessions (token, id, user_id, created, last_seen, device, peer) "
    "values ($1, $2, $3, $4, $5, $6, $7)"};
constexpr Statement kSession{
    "access.session",
    "select s.id, s.user_id, u.roles, u.partner, u.location, u.language, s.last_seen "
    "from access_sessions s join access_users u on u.id = s.user_id "
    "where s.token = $1 and s.created > $2 and s.last_seen > $3 and u.active"};
constexpr Statement kSessionsOf{
    "access.sessions_of",
    "select id, created, last_seen, device, peer from access_sessions "
    "where user_id = $1 and created > $2 and last_seen > $3 order by last_seen desc, id desc"};
constexpr Statement kSeeSession{
    "access.see_session",
    "update access_sessions set last_seen = $2 where token = $1 and last_seen <= $3"};
constexpr Statement kEndSession{"access.end_session",
                                "delete from access_sessions where user_id = $1 and id = $2"};
constexpr Statement kEndSessionsBut{"access.end_sessions_but",
                                    "delete from access_sessions where user_id = $1 and id <> $2"};

}  // namespace

void insert_session(Tx& tx, const Token& token, UserId user, const Session& session) {
  tx.change(kInsertSession, token, session.id, user, session.created, session.last_seen,
            session.device, session.peer);
}
std::optional<SessionUser> session(Snapshot& snapshot, const Token& token, const Horizon& horizon) {
  return snapshot.one<SessionUser>(kSession, token, horizon.started, horizon.seen);
}
std::vector<Session> sessions_of(Snapshot& snapshot, UserId user, const Horizon& horizon) {
  return snapshot.all<Session>(kSessionsOf, user, horizon.started, horizon.seen);
}
void see_session(Tx& tx, const Token& token, Instant now, Instant seen_before) {
  tx.change(kSeeSession, token, now, seen_before);
}
bool end_session(Tx& tx, UserId user, SessionId id) {
  return tx.change(kEndSession, user, id) == 1;
}
std::int64_t end_sessions_but(Tx& tx, UserId user, SessionId kept) {
  return tx.change(kEndSessionsBut, user, kept);
}

namespace {

// One statement, so that it is exact however many try at once: who comes too early changes nothing.
constexpr Statement kCountAttempt{
    "access.count_attempt",
    "insert into access_attempts (subject, failures, delay, last_try) values ($1, 1, 0, $2) "
    "on conflict (subject) do update set "
    "failures = case when access_attempts.last_try < $3 then 1 "
    "else access_attempts.failures + 1 end, "
    "delay = case when access_attempts.last_try < $3 or access_attempts.failures + 1 < $4 then 0 "
    "when access_attempts.delay = 0 then $5 "
    "when access_attempts.delay * 2 > $6 then $6 else access_attempts.delay * 2 end, "
    "last_try = $2 "
    "where access_attempts.last_try + access_attempts.delay <= $2"};
constexpr Statement kAttempts{
    "access.attempts",
    "select failures, last_try + delay as again_from from access_attempts where subject = $1"};
constexpr Statement kUncountAttempt{
    "access.uncount_attempt",
    "update access_attempts set failures = failures - 1 where subject = $1 and failures > 0"};
constexpr Statement kForgetAttempts{"access.forget_attempts",
                                    "delete from access_attempts where subject = $1"};

}  // namespace

bool count_attempt(Tx& tx, std::string_view subject, const Patience& patience, Instant now) {
  return tx.change(kCountAttempt, subject, now, now - kAttemptsForgottenAfter, patience.free,
                   kFirstWait.count(), patience.longest_wait.count()) == 1;
}
std::optional<Attempts> attempts(Snapshot& snapshot, std::string_view subject) {
  return snapshot.one<Attempts>(kAttempts, subject);
}
void uncount_attempt(Tx& tx, std::string_view subject) {
  tx.change(kUncountAttempt, subject);
}
void forget_attempts(Tx& tx, std::string_view subject) {
  tx.change(kForgetAttempts, subject);
}

namespace {

constexpr Statement kInsertKey{
    "access.insert_key",
    "insert into access_keys (id, token, hint, name, scope, roles, partner, location, origins, "
    "created, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"};
constexpr Statement kKeyHolder{
    "access.key_holder",
    "select id, scope, roles, partner, location, origins, last_used from access_keys "
    "where token = $1 and revoked is null"};
constexpr Statement kKey{
    "access.key",
    "select id, name, scope, roles, partner, location, origins, hint, created, created_by, "
    "last_used, revoked from access_keys where id = $1"};
constexpr Statement kKeys{
    "access.keys",
    "select id, name, scope, roles, partner, location, origins, hint, created, created_by, "
    "last_used, revoked from access_keys order by id"};
constexpr Statement kSeeKey{"access.see_key",
                            "update access_keys set last_used = $2 where id = $1 and (last_used is "
                            "null or last_used < $2)"};
constexpr Statement kRevokeKey{
    "access.revoke_key", "update access_keys set revoked = $2 where id = $1 and revoked is null"};

}  // namespace

void insert_key(Tx& tx, const Token& token, const Key& key) {
  tx.change(kInsertKey, key.id, token, key.hint, key.name, key.scope, key.roles, key.partner,
            key.location, key.origins, key.created, key.created_by);
}
std::optional<KeyHolder> key_holder(Snapshot& snapshot, const Token& token) {
  return snapshot.one<KeyHolder>(kKeyHolder, token);
}
std::optional<Key> key(Snapshot& snapshot, KeyId id) {
  return snapshot.one<Key>(kKey, id);
}
std::vector<Key> keys(Snapshot& snapshot) {
  return snapshot.all<Key>(kKeys);
}
void see_key(Tx& tx, KeyId id, Date today) {
  tx.change(kSeeKey, id, today);
}
bool revoke_key(Tx& tx, KeyId id, Instant now) {
  return tx.change(kRevokeKey, id, now) == 1;
}

namespace {

constexpr Statement kInsertCustomerLink{
    "access.insert_customer_link",
    "insert into access_customer_links (token, customer, purpose, created, created_by, expires) "
    "values ($1, $2, $3, $4, $5, $6)"};
constexpr Statement kTakeCustomerLink{
    "access.take_customer_link",
    "delete from access_customer_links where token = $1 and expires > $2 "
    "returning customer, purpose"};
constexpr Statement kInsertCustomerSession{
    "access.insert_customer_session",
    "insert into access_customer_sessions (token, id, customer, purpose, created, last_seen) "
    "values ($1, $2, $3, $4, $5, $5)"};
constexpr Statement kCustomerSession{
    "access.customer_session",
    "select id, customer, purpose, last_seen from access_customer_sessions "
    "where token = $1 and created > $2 and last_seen > $3"};
constexpr Statement kPurposeOf{
    "access.purpose_of",
    "select purpose from access_customer_sessions where customer = $1 and id = $2"};
constexpr Statement kSeeCustomerSession{
    "access.see_customer_session",
    "update access_customer_sessions set last_seen = $2 where token = $1 and last_seen <= $3"};
constexpr Statement kEndCustomerSession{
    "access.end_customer_session",
    "delete from access_customer_sessions where customer = $1 and id = $2"};
constexpr Statement kForgetCustomerLinks{"access.forget_customer_links",
                                         "delete from access_customer_links where customer = $1"};
constexpr Statement kForgetCustomerSessions{
    "access.forget_customer_sessions", "delete from access_customer_sessions where customer = $1"};

}  // namespace

void insert_customer_link(Tx& tx, const Token& token, const CustomerLink& link, const Actor& by,
                          Instant expires) {
  tx.change(kInsertCustomerLink, token, link.customer, link.purpose, by.now, by.name, expires);
}
std::optional<CustomerLink> take_customer_link(Tx& tx, const Token& token, Instant now) {
  return tx.one<CustomerLink>(kTakeCustomerLink, token, now);
}
void insert_customer_session(Tx& tx, const Token& token, const CustomerSession& session) {
  tx.change(kInsertCustomerSession, token, session.id, session.customer, session.purpose,
            session.last_seen);
}
std::optional<CustomerSession> customer_session(Snapshot& snapshot, const Token& token,
                                                const Horizon& horizon) {
  return snapshot.one<CustomerSession>(kCustomerSession, token, horizon.started, horizon.seen);
}
std::optional<Slug> purpose_of(Snapshot& snapshot, CustomerId customer, SessionId id) {
  return snapshot.one<Slug>(kPurposeOf, customer, id);
}
void see_customer_session(Tx& tx, const Token& token, Instant now, Instant seen_before) {
  tx.change(kSeeCustomerSession, token, now, seen_before);
}
void end_customer_session(Tx& tx, CustomerId customer, SessionId id) {
  tx.change(kEndCustomerSession, customer, id);
}
void forget_customer(Tx& tx, CustomerId customer) {
  tx.change(kForgetCustomerLinks, customer);
  tx.change(kForgetCustomerSessions, customer);
}

namespace {

constexpr Statement kInsertAudit{
    "access.insert_audit",
    "insert into access_audit (id, entity_id, entity, action, ts, actor, actor_user, peer, before, "
    "after) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
constexpr Statement kTrail{
    "access.trail",
    "select a.id, a.ts, a.actor, u.name as actor_name, a.peer, a.entity, a.entity_id, a.action, "
    "a.before, a.after from access_audit a left join access_users u on u.id = a.actor_user "
    "where (cast($1 as text) is null or a.entity = $1) "
    "and (cast($2 as text) is null or a.entity_id = $2) "
    "and (cast($3 as text) is null or a.actor = $3) "
    "and (cast($4 as bigint) is null or a.ts >= $4) "
    "and ($5 = 1 or a.entity not in ('user', 'key')) "
    "and (cast($6 as bigint) is null or a.id < $6) "
    "order by a.id desc limit $7"};
constexpr Statement kHistory{
    "access.history",
    "select a.id, a.ts, a.actor, u.name as actor_name, a.peer, a.entity, a.entity_id, a.action, "
    "a.before, a.after from access_audit a left join access_users u on u.id = a.actor_user "
    "where a.entity_id = $2 and a.entity = $1 and (cast($3 as bigint) is null or a.id < $3) "
    "order by a.id desc limit $4"};
constexpr Statement kForgetAudit{
    "access.forget_audit",
    "update access_audit set before = 'null', after = 'null', peer = '' "
    "where entity_id = $1 or actor = $1"};

}  // namespace

void insert_audit(Tx& tx, AuditId id, const Actor& actor, const Change& change) {
  tx.change(kInsertAudit, id, change.id, change.entity, change.action, actor.now, actor.name,
            parse_id<UserIdTag>(actor.name), actor.peer, change.before, change.after);
}
std::vector<AuditEntry> trail(Snapshot& snapshot, const TrailQuery& query, std::int64_t limit) {
  return snapshot.all<AuditEntry>(kTrail, query.entity, query.entity_id, query.actor, query.since,
                                  std::int64_t{query.with_access}, query.before, limit);
}
std::vector<AuditEntry> history(Snapshot& snapshot, std::string_view entity, std::string_view id,
                                std::optional<AuditId> before, std::int64_t limit) {
  return snapshot.all<AuditEntry>(kHistory, entity, id, before, limit);
}
void forget_audit(Tx& tx, CustomerId customer) {
  tx.change(kForgetAudit, to_string(customer));
}

namespace {

constexpr Statement kSweepSessions{
    "access.sweep_sessions", "delete from access_sessions where created <= $1 or last_seen <= $2"};
constexpr Statement kSweepLinks{"access.sweep_links",
                                "delete from access_links where expires <= $1"};
constexpr Statement kSweepCustomerLinks{"access.sweep_customer_links",
                                        "delete from access_customer_links where expires <= $1"};
constexpr Statement kSweepCustomerSessions{
    "access.sweep_customer_sessions",
    "delete from access_customer_sessions where created <= $1 or last_seen <= $2"};
constexpr Statement kSweepAttempts{"access.sweep_attempts",
                                   "delete from access_attempts where last_try < $1"};

constexpr const Statement* kStatements[] = {
    &kAdmins,
    &kOfferSetup,
    &kOffersSetup,
    &kTakeSetup,
    &kAddAdmin,
    &kRemoveAdmin,
    &kInsertUser,
    &kUpdateUser,
    &kUser,
    &kUserWith,
    &kUsersAfter,
    &kLoginOf,
    &kSetPassword,
    &kReplacePassword,
    &kPutLink,
    &kUserOfLink,
    &kTakeLink,
    &kDropLink,
    &kInsertSession,
    &kSession,
    &kSessionsOf,
    &kSeeSession,
    &kEndSession,
    &kEndSessionsBut,
    &kCountAttempt,
    &kAttempts,
    &kUncountAttempt,
    &kForgetAttempts,
    &kInsertKey,
    &kKeyHolder,
    &kKey,
    &kKeys,
    &kSeeKey,
    &kRevokeKey,
    &kInsertCustomerLink,
    &kTakeCustomerLink,
    &kInsertCustomerSession,
    &kCustomerSession,
    &kPurposeOf,
    &kSeeCustomerSession,
    &kEndCustomerSession,
    &kForgetCustomerLinks,
    &kForgetCustomerSessions,
    &kInsertAudit,
    &kTrail,
    &kHistory,
    &kForgetAudit,
    &kSweepSessions,
    &kSweepLinks,
    &kSweepCustomerLinks,
    &kSweepCustomerSessions,
    &kSweepAttempts,
};

}  // namespace

void sweep(Tx& tx, Instant now) {
  tx.change(kSweepSessions, now - kSessionLife, now - kSessionIdle);
  tx.change(kSweepLinks, now);
  tx.change(kSweepCustomerLinks, now);
  tx.change(kSweepCustomerSessions, now - kCustomerSessionLife, now - kCustomerSessionIdle);
  tx.change(kSweepAttempts, now - kAttemptsForgottenAfter);
}

std::span<const Statement* const> statements() {
  return kStatements;
}

}  // namespace sluis::access::sql
