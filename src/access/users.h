// The people who work with Sluis: who they are, what they may do, and how they get a password that
// nobody else knows.
#pragma once

#include "access/access.h"
#include "access/rules.h"

namespace sluis::access {

using PersonName = Line<1, 100>;

struct User {
  UserId id;
  Email email;
  PersonName name;
  Language language = Language::en;
  std::vector<api::Role> roles;
  std::optional<PartnerId> partner;    // the only one that role partner sees
  std::optional<LocationId> location;  // the only one that role store sees
  bool active = true;
  bool has_password = false;  // or was only invited
  Instant created;
  std::int64_t version = 1;
  bool operator==(const User&) const = default;
};
BOOST_DESCRIBE_STRUCT(User, (),
                      (id, email, name, language, roles, partner, location, active, has_password,
                       created, version))

struct UserDraft {
  Email email;
  PersonName name;
  Language language = Language::en;
  std::vector<api::Role> roles;
  std::optional<PartnerId> partner;
  std::optional<LocationId> location;
};
BOOST_DESCRIBE_STRUCT(UserDraft, (), (email, name, language, roles, partner, location))

struct UserPatch {
  Patch<Email> email;
  Patch<PersonName> name;
  Patch<Language> language;
  Patch<std::vector<api::Role>> roles;
  Patch<std::optional<PartnerId>> partner;
  Patch<std::optional<LocationId>> location;
  Patch<bool> active;
};
BOOST_DESCRIBE_STRUCT(UserPatch, (), (email, name, language, roles, partner, location, active))

enum class UserRefusal : std::uint8_t {
  user_unknown,
  email_taken,
  last_admin,
  rights_wrong,
  password_weak,
  user_inactive,
  link_invalid,
  already_set_up,
};
BOOST_DESCRIBE_ENUM(UserRefusal, user_unknown, email_taken, last_admin, rights_wrong, password_weak,
                    user_inactive, link_invalid, already_set_up)
const RefusalKind& kind_of(UserRefusal refusal);

// A one-time link: given to whom it is for, by whatever way is safe.
struct Link {
  std::string path;  // "/password#TOKEN": browsers do not send what is behind the #
  Instant expires;
};
BOOST_DESCRIBE_STRUCT(Link, (), (path, expires))

Result<User> find_user(store::Snapshot& snapshot, UserId id);
Result<User> find_user(store::Snapshot& snapshot, const Email& email);

// `password_hash` is nothing for a user who will be invited.
Result<User> add_user(store::Tx& tx, const Actor& actor, const UserDraft& draft,
                      const std::optional<std::string>& password_hash);
// Of the given version. Deactivating a user ends all sessions.
Result<User> change_user(store::Tx& tx, const Actor& actor, UserId id, const UserPatch& patch,
                         std::int64_t version);
// A link with which the user chooses a password; it replaces the one before.
Result<Link> make_password_link(store::Tx& tx, const Actor& actor, UserId id);

// The hash of a password that may be used. Slow: strangers first show a token that is good.
Result<std::string> hash_of(const NewPassword& password, const Email& email);

// Whether the token still makes the first administrator.
Result<void> check_setup(store::Snapshot& snapshot, std::string_view token, Instant now);
Result<User> first_admin(store::Tx& tx, const Actor& actor, std::string_view token,
                         const UserDraft& draft, const std::string& password_hash);
// The user that a link is for, while it is good.
Result<User> user_of_link(store::Snapshot& snapshot, std::string_view token, Instant now);
// Uses the link up and ends the sessions of before.
Result<void> set_password(store::Tx& tx, const Actor& actor, UserId id, std::string_view token,
                          const std::string& password_hash);

}  // namespace sluis::access
