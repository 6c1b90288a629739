#include "access/users.h"

#include "access/store.h"
#include "kernel/assert.h"
#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"
#include "platform/secrets/secrets.h"

namespace sluis::access {
namespace {

constexpr RefusalKind kUserUnknown{"user_unknown",
                                   Category::not_found,
                                   Retry::useless,
                                   {"There is no such user.", "Deze gebruiker bestaat niet."}};
constexpr RefusalKind kEmailTaken{"email_taken",
                                  Category::conflict,
                                  Retry::useless,
                                  {"Another user has the e-mail address {0}.",
                                   "Een andere gebruiker heeft het e-mailadres {0}."}};
constexpr RefusalKind kLastAdmin{
    "last_admin",
    Category::conflict,
    Retry::useless,
    {"This is the last active administrator. Make somebody else administrator first.",
     "Dit is de laatste actieve beheerder. Maak eerst iemand anders beheerder."}};
constexpr RefusalKind kRightsWrong{
    "rights_wrong",
    Category::invalid,
    Retry::useless,
    {"These roles do not go together.", "Deze rollen gaan niet samen."}};
constexpr RefusalKind kPasswordWeak{
    "password_weak",
    Category::invalid,
    Retry::useless,
    {"This password is not strong enough.", "Dit wachtwoord is niet sterk genoeg."}};
constexpr RefusalKind kUserInactive{
    "user_inactive",
    Category::conflict,
    Retry::useless,
    {"This user is not active. Activate the user first.",
     "Deze gebruiker is niet actief. Activeer de gebruiker eerst."}};
constexpr RefusalKind kLinkInvalid{
    "link_invalid",
    Category::not_found,
    Retry::useless,
    {"This link is not valid: it was used before, replaced by a newer one, or is too old. "
     "Ask for a new link.",
     "Deze link is niet geldig: hij is al gebruikt, vervangen door een nieuwere, of te oud. "
     "Vraag om een nieuwe link."}};
constexpr RefusalKind kAlreadySetUp{
    "already_set_up",
    Category::conflict,
    Retry::useless,
    {"Sluis has an administrator already. Sign in, or ask the administrator for access.",
     "Sluis heeft al een beheerder. Log in, of vraag de beheerder om toegang."}};

struct UserChanged {
  UserId id;
};
BOOST_DESCRIBE_STRUCT(UserChanged, (), (id))

// Into the trail, and told to those who look.
void record(store::Tx& tx, const Actor& actor, UserId id, std::string_view action,
            const Json& before = {}, const Json& after = {}) {
  audit(
      tx, actor,
      {.entity = "user", .id = to_string(id), .action = action, .before = before, .after = after});
  outbox::append(tx, actor.now, "access.user_changed", UserChanged{id});
}

bool is_admin(const User& user) {
  return user.active && includes(user.roles, api::Role::admin);
}

Result<void> check_rights(const Rights& rights) {
  const auto fault = fault_of(rights);
  if (!fault) return {};
  return std::unexpected(
      Refusal(kRightsWrong)
          .with({{.pointer = "/roles", .code = "roles", .message = text_of(*fault)}}));
}

Refusal email_taken(const Email& email) {
  static constexpr Text taken{"is taken by another user", "is al van een andere gebruiker"};
  return Refusal(kEmailTaken, email.text)
      .with({{.pointer = "/email", .code = "taken", .message = Message(taken)}});
}

Result<User> insert(store::Tx& tx, const Actor& actor, const UserDraft& draft,
                    const std::optional<std::string>& password_hash) {
  TRY_VOID(check_rights({draft.roles, draft.partner, draft.location}));
  User user;
  user.id = actor.ids.next<UserId>();
  user.created = actor.now;
  apply_change(draft, user);
  if (!sql::insert_user(tx, user)) return std::unexpected(email_taken(user.email));
  if (password_hash) user.has_password = sql::set_password(tx, user.id, *password_hash);
  record(tx, actor, user.id, "created", {}, Json{to_json(user)});
  return user;
}

// The count of administrators follows; the last one stays.
Result<void> count_admins(store::Tx& tx, const User& before, const User& after) {
  if (!is_admin(before) && is_admin(after)) sql::add_admin(tx);
  if (is_admin(before) && !is_admin(after) && !sql::remove_admin(tx)) {
    return refuse(UserRefusal::last_admin);
  }
  return {};
}

Result<void> update(store::Tx& tx, const User& user, std::int64_t version) {
  if (sql::update_user(tx, user, version)) return {};
  const auto holder = sql::user_with(tx, user.email);
  if (holder && holder->id != user.id) return std::unexpected(email_taken(user.email));
  return refuse(api::ApiRefusal::version_changed);
}

Refusal no_setup(store::Snapshot& snapshot) {
  return Refusal(sql::admins(snapshot) > 0 ? kAlreadySetUp : kLinkInvalid);
}

void shut_out(store::Tx& tx, UserId id) {
  sql::end_sessions_but(tx, id, SessionId());
  sql::drop_link(tx, id);
}

}  // namespace

const RefusalKind& kind_of(UserRefusal refusal) {
  switch (refusal) {
    case UserRefusal::user_unknown:
      return kUserUnknown;
    case UserRefusal::email_taken:
      return kEmailTaken;
    case UserRefusal::last_admin:
      return kLastAdmin;
    case UserRefusal::rights_wrong:
      return kRightsWrong;
    case UserRefusal::password_weak:
      return kPasswordWeak;
    case UserRefusal::user_inactive:
      return kUserInactive;
    case UserRefusal::link_invalid:
      return kLinkInvalid;
    case UserRefusal::already_set_up:
      return kAlreadySetUp;
  }
  assertion_failed("a UserRefusal");
}

Result<User> find_user(store::Snapshot& snapshot, UserId id) {
  auto user = sql::user(snapshot, id);
  if (!user) return refuse(UserRefusal::user_unknown);
  return *std::move(user);
}

Result<User> find_user(store::Snapshot& snapshot, const Email& email) {
  auto user = sql::user_with(snapshot, email);
  if (!user) return refuse(UserRefusal::user_unknown);
  return *std::move(user);
}

Result<User> add_user(store::Tx& tx, const Actor& actor, const UserDraft& draft,
                      const std::optional<std::string>& password_hash) {
  User user = TRY(insert(tx, actor, draft, password_hash));
  if (is_admin(user)) sql::add_admin(tx);
  return user;
}

Result<User> change_user(store::Tx& tx, const Actor& actor, UserId id, const UserPatch& patch,
                         std::int64_t version) {
  const User before = TRY(find_user(tx, id));
  if (before.version != version) return refuse(api::ApiRefusal::version_changed);
  User after = before;
  apply_change(patch, after);
  ++after.version;
  TRY_VOID(check_rights({after.roles, after.partner, after.location}));
  TRY_VOID(update(tx, after, version));
  TRY_VOID(count_admins(tx, before, after));
  if (!after.active) shut_out(tx, id);
  record(tx, actor, id, "changed", Json{to_json(before)}, Json{to_json(after)});
  return after;
}

Result<Link> make_password_link(store::Tx& tx, const Actor& actor, UserId id) {
  const User user = TRY(find_user(tx, id));
  if (!user.active) return refuse(UserRefusal::user_inactive);
  const std::string token = secrets::random_token();
  const Instant expires = actor.now + kPasswordLinkLife;
  sql::put_link(tx, id, sql::hashed(token), expires);
  record(tx, actor, id, "link_made");
  return Link{.path = "/password#" + token, .expires = expires};
}

Result<std::string> hash_of(const NewPassword& password, const Email& email) {
  if (const auto fault = fault_of(password.text, email)) {
    return std::unexpected(
        Refusal(kPasswordWeak)
            .with(
                {{.pointer = "/password", .code = enum_name(*fault), .message = text_of(*fault)}}));
  }
  return secrets::hash_password(password.text);
}

Result<std::optional<std::string>> setup_link(store::Tx& tx, Instant now) {
  const std::string token = secrets::random_token();
  if (!sql::offer_setup(tx, sql::hashed(token), now + kSetupLinkLife)) return std::nullopt;
  return "/setup#" + token;
}

Result<void> check_setup(store::Snapshot& snapshot, std::string_view token, Instant now) {
  if (sql::offers_setup(snapshot, sql::hashed(token), now)) return {};
  return std::unexpected(no_setup(snapshot));
}

Result<User> first_admin(store::Tx& tx, const Actor& actor, std::string_view token,
                         const UserDraft& draft, const std::string& password_hash) {
  if (!sql::take_setup(tx, sql::hashed(token), actor.now)) return std::unexpected(no_setup(tx));
  return insert(tx, actor, draft, password_hash);
}

Result<User> user_of_link(store::Snapshot& snapshot, std::string_view token, Instant now) {
  auto user = sql::user_of_link(snapshot, sql::hashed(token), now);
  if (!user) return refuse(UserRefusal::link_invalid);
  return *std::move(user);
}

Result<void> set_password(store::Tx& tx, const Actor& actor, UserId id, std::string_view token,
                          const std::string& password_hash) {
  if (!sql::take_link(tx, sql::hashed(token), actor.now)) return refuse(UserRefusal::link_invalid);
  if (!sql::set_password(tx, id, password_hash)) return refuse(UserRefusal::link_invalid);
  sql::end_sessions_but(tx, id, SessionId());
  record(tx, actor, id, "password_set");
  return {};
}

}  // namespace sluis::access
