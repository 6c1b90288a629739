#include "access/routes.h"

#include "access/cookies.h"
#include "access/customers.h"
#include "access/keys.h"
#include "access/sessions.h"
#include "access/store.h"
#include "access/users.h"

namespace sluis::access {
namespace {

using api::Allow;
using api::Call;
using api::Nothing;
using api::Page;
using api::Reply;
using api::Role;
using http::Method;
using store::Snapshot;
using store::Store;
using store::Tx;

constexpr std::int64_t kPage = 100;

constexpr Allow kAdmin = Allow::role(Role::admin);
constexpr Allow kReadsTrail = kAdmin | Allow::role(Role::manager);
// All who work here; partners do not.
constexpr Allow kColleagues =
    kReadsTrail | Allow::role(Role::analyst) | Allow::role(Role::agent) | Allow::role(Role::store);
constexpr Allow kMakesCustomerLinks = kReadsTrail | Allow::role(Role::agent);

using Token = Line<1, 100>;

http::Header set_cookie(std::string cookie) {
  return {"Set-Cookie", std::move(cookie)};
}

// ---- First-run set-up

struct SetupState {
  bool needed = false;
};
BOOST_DESCRIBE_STRUCT(SetupState, (), (needed))

struct SetupBody {
  Token token;
  Email email;
  PersonName name;
  NewPassword password;
  std::optional<Language> language;
};
BOOST_DESCRIBE_STRUCT(SetupBody, (), (token, email, name, password, language))

struct SetupInput {
  SetupBody body;
};
BOOST_DESCRIBE_STRUCT(SetupInput, (), (body))

Result<SetupState> setup_state(Snapshot& snapshot, const Call&) {
  return SetupState{.needed = sql::admins(snapshot) == 0};
}

Reply<User> signed_in(const Call& call, User user, const Opened& opened, int status) {
  return {.value = std::move(user),
          .status = status,
          .version = {},
          .headers = {set_cookie(staff_cookie(opened.token, call.secure))}};
}

Result<Reply<User>> set_up(Store& store, const Call& call, const SetupInput& in) {
  const auto& token = in.body.token.text;
  TRY_VOID(
      store.snapshot([&](Snapshot& snapshot) { return check_setup(snapshot, token, call.now); }));
  const std::string hash = TRY(hash_of(in.body.password, in.body.email));
  const UserDraft draft{.email = in.body.email,
                        .name = in.body.name,
                        .language = in.body.language.value_or(call.language),
                        .roles = {Role::admin},
                        .partner = {},
                        .location = {}};
  return store.unit([&](Tx& tx) -> Result<Reply<User>> {
    User admin = TRY(first_admin(tx, actor_of(call), token, draft, hash));
    const Opened opened = open_session(tx, call, admin.id);
    return signed_in(call, std::move(admin), opened, 201);
  });
}

// ---- Signing in and out

struct SignInBody {
  Email email;
  GivenPassword password;
};
BOOST_DESCRIBE_STRUCT(SignInBody, (), (email, password))

struct SignInInput {
  SignInBody body;
};
BOOST_DESCRIBE_STRUCT(SignInInput, (), (body))

struct SessionInput {
  SessionId id;
};
BOOST_DESCRIBE_STRUCT(SessionInput, (), (id))

struct SessionItem {
  SessionId id;
  Instant created;
  Instant last_seen;
  std::string device;
  std::string peer;
  bool current = false;  // the one that asks
};
BOOST_DESCRIBE_STRUCT(SessionItem, (), (id, created, last_seen, device, peer, current))

Result<Reply<User>> post_session(Store& store, const Call& call, const SignInInput& in) {
  const Opened opened = TRY(sign_in(store, call, in.body.email, in.body.password));
  User user =
      TRY(store.snapshot([&](Snapshot& snapshot) { return find_user(snapshot, in.body.email); }));
  return signed_in(call, std::move(user), opened, 201);
}

Result<Reply<Nothing>> delete_session(Tx& tx, const Call& call) {
  TRY_VOID(end_session(tx, actor_of(call), call.who.user, call.who.session));
  return Reply<Nothing>{.value = {},
                        .status = 204,
                        .version = {},
                        .headers = {set_cookie(no_staff_cookie(call.secure))}};
}

Result<Page<SessionItem>> list_sessions(Snapshot& snapshot, const Call& call) {
  Page<SessionItem> page;
  for (const Session& session : sessions_of(snapshot, call.who.user, call.now)) {
    SessionItem& item = page.items.emplace_back();
    apply_change(session, item);
    item.current = session.id == call.who.session;
  }
  return page;
}

Result<void> delete_one_session(Tx& tx, const Call& call, const SessionInput& in) {
  return end_session(tx, actor_of(call), call.who.user, in.id);
}

Result<void> delete_other_sessions(Tx& tx, const Call& call) {
  end_other_sessions(tx, actor_of(call), call.who.user, call.who.session);
  return {};
}

// ---- Oneself

struct MePatch {
  Patch<PersonName> name;
  Patch<Language> language;
};
BOOST_DESCRIBE_STRUCT(MePatch, (), (name, language))

struct MeInput {
  MePatch body;
};
BOOST_DESCRIBE_STRUCT(MeInput, (), (body))

struct PasswordBody {
  GivenPassword old_password;
  NewPassword password;
};
BOOST_DESCRIBE_STRUCT(PasswordBody, (), (old_password, password))

struct PasswordInput {
  PasswordBody body;
};
BOOST_DESCRIBE_STRUCT(PasswordInput, (), (body))

struct LinkPasswordBody {
  Token token;
  NewPassword password;
};
BOOST_DESCRIBE_STRUCT(LinkPasswordBody, (), (token, password))

struct LinkPasswordInput {
  LinkPasswordBody body;
};
BOOST_DESCRIBE_STRUCT(LinkPasswordInput, (), (body))

Reply<User> versioned(User user, int status = 200) {
  const std::int64_t version = user.version;
  return {.value = std::move(user), .status = status, .version = version, .headers = {}};
}

Result<Reply<User>> get_me(Snapshot& snapshot, const Call& call) {
  return versioned(TRY(find_user(snapshot, call.who.user)));
}

Result<Reply<User>> patch_me(Tx& tx, const Call& call, const MeInput& in) {
  UserPatch patch;
  patch.name = in.body.name;
  patch.language = in.body.language;
  return versioned(
      TRY(change_user(tx, actor_of(call), call.who.user, patch, call.expected_version)));
}

Result<void> put_my_password(Store& store, const Call& call, const PasswordInput& in) {
  return change_password(store, call, in.body.old_password, in.body.password);
}

Result<Reply<User>> post_password(Store& store, const Call& call, const LinkPasswordInput& in) {
  const auto& token = in.body.token.text;
  User user = TRY(
      store.snapshot([&](Snapshot& snapshot) { return user_of_link(snapshot, token, call.now); }));
  const std::string hash = TRY(hash_of(in.body.password, user.email));
  const Opened opened = TRY(store.unit([&](Tx& tx) -> Result<Opened> {
    Actor actor = actor_of(call);
    actor.name = to_string(user.id);
    TRY_VOID(set_password(tx, actor, user.id, token, hash));
    return open_session(tx, call, user.id);
  }));
  user.has_password = true;
  return signed_in(call, std::move(user), opened, 200);
}

// ---- Users

struct UserInput {
  UserId id;
};
BOOST_DESCRIBE_STRUCT(UserInput, (), (id))

struct UserListInput {
  std::optional<UserId> after;
};
BOOST_DESCRIBE_STRUCT(UserListInput, (), (after))

struct UserDraftInput {
  UserDraft body;
};
BOOST_DESCRIBE_STRUCT(UserDraftInput, (), (body))

struct UserPatchInput {
  UserId id;
  UserPatch body;
};
BOOST_DESCRIBE_STRUCT(UserPatchInput, (), (id, body))

// With the link to give to the new user: no administrator ever knows a password.
struct InvitedUser {
  User user;
  Link link;
};
BOOST_DESCRIBE_STRUCT(InvitedUser, (), (user, link))

Result<Page<User>> list_users(Snapshot& snapshot, const Call&, const UserListInput& in) {
  return sql::page_of(sql::users_after(snapshot, in.after, kPage + 1), kPage);
}

// A colleague, as far as others who work here may know.
struct Person {
  UserId id;
  PersonName name;
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, name, active))

Result<Page<Person>> list_people(Snapshot& snapshot, const Call& call, const UserListInput& in) {
  Page<User> users = TRY(list_users(snapshot, call, in));
  Page<Person> people{.items = {}, .next = std::move(users.next)};
  for (User& user : users.items)
    people.items.push_back({user.id, std::move(user.name), user.active});
  return people;
}

Result<Reply<InvitedUser>> post_user(Tx& tx, const Call& call, const UserDraftInput& in) {
  const Actor actor = actor_of(call);
  User user = TRY(add_user(tx, actor, in.body, std::nullopt));
  Link link = TRY(make_password_link(tx, actor, user.id));
  const std::int64_t version = user.version;
  return Reply<InvitedUser>{.value = {std::move(user), std::move(link)},
                            .status = 201,
                            .version = version,
                            .headers = {}};
}

Result<Reply<User>> get_user(Snapshot& snapshot, const Call&, const UserInput& in) {
  return versioned(TRY(find_user(snapshot, in.id)));
}

Result<Reply<User>> patch_user(Tx& tx, const Call& call, const UserPatchInput& in) {
  return versioned(TRY(change_user(tx, actor_of(call), in.id, in.body, call.expected_version)));
}

Result<Reply<Link>> post_user_link(Tx& tx, const Call& call, const UserInput& in) {
  Link link = TRY(make_password_link(tx, actor_of(call), in.id));
  return Reply<Link>{.value = std::move(link), .status = 201, .version = {}, .headers = {}};
}

// ---- Keys

struct KeyInput {
  KeyId id;
};
BOOST_DESCRIBE_STRUCT(KeyInput, (), (id))

struct KeyDraftInput {
  KeyDraft body;
};
BOOST_DESCRIBE_STRUCT(KeyDraftInput, (), (body))

Result<Page<Key>> list_keys(Snapshot& snapshot, const Call&) {
  return Page<Key>{.items = sql::keys(snapshot), .next = {}};
}

Result<Reply<NewKey>> post_key(Tx& tx, const Call& call, const KeyDraftInput& in) {
  NewKey made = TRY(create_key(tx, actor_of(call), in.body));
  return Reply<NewKey>{.value = std::move(made), .status = 201, .version = {}, .headers = {}};
}

Result<void> delete_key(Tx& tx, const Call& call, const KeyInput& in) {
  return revoke_key(tx, actor_of(call), in.id);
}

// ---- Customers

struct CustomerLinkBody {
  CustomerId customer;
  Slug purpose;
};
BOOST_DESCRIBE_STRUCT(CustomerLinkBody, (), (customer, purpose))

struct CustomerLinkInput {
  CustomerLinkBody body;
};
BOOST_DESCRIBE_STRUCT(CustomerLinkInput, (), (body))

struct CustomerSessionBody {
  Token token;
};
BOOST_DESCRIBE_STRUCT(CustomerSessionBody, (), (token))

struct CustomerSessionInput {
  CustomerSessionBody body;
};
BOOST_DESCRIBE_STRUCT(CustomerSessionInput, (), (body))

struct CustomerMe {
  CustomerId customer;
  Slug purpose;  // of the link that was followed
};
BOOST_DESCRIBE_STRUCT(CustomerMe, (), (customer, purpose))

Result<Reply<Link>> post_customer_link(Tx& tx, const Call& call, const CustomerLinkInput& in) {
  Link link = make_customer_link(tx, actor_of(call), in.body.customer, in.body.purpose);
  return Reply<Link>{.value = std::move(link), .status = 201, .version = {}, .headers = {}};
}

Result<Reply<Nothing>> post_customer_session(Tx& tx, const Call& call,
                                             const CustomerSessionInput& in) {
  const Opened opened = TRY(open_customer_session(tx, call, in.body.token.text));
  return Reply<Nothing>{.value = {},
                        .status = 204,
                        .version = {},
                        .headers = {set_cookie(customer_cookie(opened.token, call.secure))}};
}

Result<CustomerMe> get_customer_me(Snapshot& snapshot, const Call& call) {
  const auto purpose = sql::purpose_of(snapshot, call.who.customer, call.who.session);
  return CustomerMe{.customer = call.who.customer, .purpose = purpose.value_or(Slug{})};
}

Result<Reply<Nothing>> delete_customer_session(Tx& tx, const Call& call) {
  end_customer_session(tx, actor_of(call), call.who.customer, call.who.session);
  return Reply<Nothing>{.value = {},
                        .status = 204,
                        .version = {},
                        .headers = {set_cookie(no_customer_cookie(call.secure))}};
}

// ---- The trail

struct AuditInput {
  std::optional<Line<1, 100>> entity;
  std::optional<Line<1, 100>> id;
  std::optional<Line<1, 100>> actor;
  std::optional<Instant> since;
  std::optional<AuditId> after;
};
BOOST_DESCRIBE_STRUCT(AuditInput, (), (entity, id, actor, since, after))

std::optional<std::string> text_of(const std::optional<Line<1, 100>>& line) {
  return line ? std::optional(line->text) : std::nullopt;
}

Result<Page<AuditEntry>> get_audit(Snapshot& snapshot, const Call& call, const AuditInput& in) {
  const sql::TrailQuery query{.entity = text_of(in.entity),
                              .entity_id = text_of(in.id),
                              .actor = text_of(in.actor),
                              .since = in.since,
                              .with_access = call.who.has(Role::admin),
                              .before = in.after};
  return sql::page_of(sql::trail(snapshot, query, kPage + 1), kPage);
}

}  // namespace

// What gives out a token or a key takes no Idempotency-Key: its answer would have to be kept, and
// secrets are not.
std::vector<api::Route> routes() {
  using api::refuses;
  using enum KeyRefusal;
  using enum SessionRefusal;
  using enum UserRefusal;
  return {
      {.operation = "access.setup_state",
       .method = Method::get,
       .path = "/api/v1/access/setup",
       .summary = {"Whether the first administrator is still to be made",
                   "Of de eerste beheerder nog gemaakt moet worden"},
       .allow = Allow::anyone(),
       .handler = api::read(setup_state)},
      {.operation = "access.set_up",
       .method = Method::post,
       .path = "/api/v1/access/setup",
       .summary = {"Make the first administrator with the link of set-up, and sign in",
                   "Maak de eerste beheerder met de link voor het inrichten, en log in"},
       .allow = Allow::anyone(),
       .handler = api::prepare(set_up),
       .refusals = refuses(link_invalid, already_set_up, password_weak, email_taken)},
      {.operation = "access.sign_in",
       .method = Method::post,
       .path = "/api/v1/access/session",
       .summary = {"Sign in", "Log in"},
       .allow = Allow::anyone(),
       .handler = api::prepare(post_session),
       .refusals = refuses(sign_in_wrong, too_many_attempts, user_unknown)},
      {.operation = "access.sign_out",
       .method = Method::del,
       .path = "/api/v1/access/session",
       .summary = {"Sign out", "Log uit"},
       .allow = Allow::users(),
       .handler = api::write(delete_session),
       .refusals = refuses(session_unknown)},
      {.operation = "access.sessions",
       .method = Method::get,
       .path = "/api/v1/access/sessions",
       .summary = {"Your sessions", "Uw sessies"},
       .allow = Allow::users(),
       .handler = api::read(list_sessions)},
      {.operation = "access.end_session",
       .method = Method::del,
       .path = "/api/v1/access/sessions/{id}",
       .summary = {"End one of your sessions", "Beëindig een van uw sessies"},
       .allow = Allow::users(),
       .handler = api::write(delete_one_session),
       .refusals = refuses(session_unknown)},
      {.operation = "access.end_other_sessions",
       .method = Method::del,
       .path = "/api/v1/access/sessions",
       .summary = {"End all your other sessions", "Beëindig al uw andere sessies"},
       .allow = Allow::users(),
       .handler = api::write(delete_other_sessions)},
      {.operation = "access.me",
       .method = Method::get,
       .path = "/api/v1/access/me",
       .summary = {"Who you are and what you may do", "Wie u bent en wat u mag"},
       .allow = Allow::users(),
       .handler = api::read(get_me),
       .refusals = refuses(user_unknown)},
      {.operation = "access.change_me",
       .method = Method::patch,
       .path = "/api/v1/access/me",
       .summary = {"Change your name or language", "Wijzig uw naam of taal"},
       .allow = Allow::users(),
       .handler = api::write(patch_me),
       .precondition = api::Precondition::version,
       .refusals = refuses(user_unknown)},
      {.operation = "access.change_my_password",
       .method = Method::put,
       .path = "/api/v1/access/me/password",
       .summary = {"Change your password; your other sessions end",
                   "Wijzig uw wachtwoord; uw andere sessies eindigen"},
       .allow = Allow::users(),
       .handler = api::prepare(put_my_password),
       .refusals = refuses(user_unknown, too_many_attempts, password_wrong, password_weak)},
      {.operation = "access.set_password",
       .method = Method::post,
       .path = "/api/v1/access/password",
       .summary = {"Choose a password with a one-time link, and sign in",
                   "Kies een wachtwoord met een eenmalige link, en log in"},
       .allow = Allow::anyone(),
       .handler = api::prepare(post_password),
       .refusals = refuses(link_invalid, password_weak)},
      {.operation = "access.users",
       .method = Method::get,
       .path = "/api/v1/access/users",
       .summary = {"The users", "De gebruikers"},
       .allow = kAdmin,
       .handler = api::read(list_users)},
      {.operation = "access.people",
       .method = Method::get,
       .path = "/api/v1/access/people",
       .summary = {"Who works here, by name", "Wie hier werken, met naam"},
       .allow = kColleagues,
       .handler = api::read(list_people)},
      {.operation = "access.add_user",
       .method = Method::post,
       .path = "/api/v1/access/users",
       .summary = {"Add a user and get the link with which the user chooses a password",
                   "Voeg een gebruiker toe en krijg de link waarmee die een wachtwoord kiest"},
       .allow = kAdmin,
       .handler = api::write(post_user),
       .refusals = refuses(email_taken, rights_wrong)},
      {.operation = "access.user",
       .method = Method::get,
       .path = "/api/v1/access/users/{id}",
       .summary = {"A user", "Een gebruiker"},
       .allow = kAdmin,
       .handler = api::read(get_user),
       .refusals = refuses(user_unknown)},
      {.operation = "access.change_user",
       .method = Method::patch,
       .path = "/api/v1/access/users/{id}",
       .summary = {"Change a user; deactivating one ends all sessions",
                   "Wijzig een gebruiker; deactiveren beëindigt alle sessies"},
       .allow = kAdmin,
       .handler = api::write(patch_user),
       .precondition = api::Precondition::version,
       .refusals = refuses(user_unknown, email_taken, last_admin, rights_wrong)},
      {.operation = "access.make_user_link",
       .method = Method::post,
       .path = "/api/v1/access/users/{id}/link",
       .summary = {"Make a one-time link with which a user chooses a new password",
                   "Maak een eenmalige link waarmee een gebruiker een nieuw wachtwoord kiest"},
       .allow = kAdmin,
       .handler = api::write(post_user_link),
       .refusals = refuses(user_unknown, user_inactive)},
      {.operation = "access.keys",
       .method = Method::get,
       .path = "/api/v1/access/keys",
       .summary = {"The keys, without their secrets", "De sleutels, zonder hun geheim"},
       .allow = kAdmin,
       .handler = api::read(list_keys)},
      {.operation = "access.create_key",
       .method = Method::post,
       .path = "/api/v1/access/keys",
       .summary = {"Create a key; it is shown only this once",
                   "Maak een sleutel; hij wordt alleen deze keer getoond"},
       .allow = kAdmin,
       .handler = api::write(post_key),
       .refusals = refuses(key_unfitting)},
      {.operation = "access.revoke_key",
       .method = Method::del,
       .path = "/api/v1/access/keys/{id}",
       .summary = {"Revoke a key at once", "Trek een sleutel direct in"},
       .allow = kAdmin,
       .handler = api::write(delete_key),
       .refusals = refuses(key_unknown)},
      {.operation = "access.make_customer_link",
       .method = Method::post,
       .path = "/api/v1/access/customer-links",
       .summary = {"Make a one-time link with which a customer comes in",
                   "Maak een eenmalige link waarmee een klant binnenkomt"},
       .allow = kMakesCustomerLinks,
       .handler = api::write(post_customer_link)},
      {.operation = "access.audit",
       .method = Method::get,
       .path = "/api/v1/access/audit",
       .summary =
           {"Who changed what, the newest first; managers do not see users and keys",
            "Wie wat wijzigde, het nieuwste eerst; managers zien gebruikers en sleutels niet"},
       .allow = kReadsTrail,
       .handler = api::read(get_audit)},
      {.operation = "access.customer_sign_in",
       .method = Method::post,
       .path = "/api/v1/customer/session",
       .summary = {"Come in as a customer with a one-time link",
                   "Kom binnen als klant met een eenmalige link"},
       .allow = Allow::anyone(),
       .handler = api::write(post_customer_session),
       .refusals = refuses(link_invalid)},
      {.operation = "access.customer_me",
       .method = Method::get,
       .path = "/api/v1/customer/me",
       .summary = {"Which customer you are", "Welke klant u bent"},
       .allow = Allow::customers(),
       .handler = api::read(get_customer_me)},
      {.operation = "access.customer_sign_out",
       .method = Method::del,
       .path = "/api/v1/customer/session",
       .summary = {"Leave", "Ga weg"},
       .allow = Allow::customers(),
       .handler = api::write(delete_customer_session)},
  };
}

}  // namespace sluis::access
