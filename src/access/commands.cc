#include "access/commands.h"

#include "access/access.h"
#include "access/keys.h"
#include "access/store.h"
#include "access/users.h"
#include "platform/command/rows.h"

namespace sluis::access {

// "admin,manager": several values in one option.
template <HasTextForm T>
struct ListOf {
  std::vector<T> items;
};

}  // namespace sluis::access

namespace sluis {

template <HasTextForm T>
struct TextForm<access::ListOf<T>> {
  static std::optional<access::ListOf<T>> parse(std::string_view text) {
    access::ListOf<T> list;
    while (true) {
      const auto comma = text.find(',');
      auto item = TextForm<T>::parse(text.substr(0, comma));
      if (!item) return std::nullopt;
      list.items.push_back(*std::move(item));
      if (comma == std::string_view::npos) return list;
      text.remove_prefix(comma + 1);
    }
  }
  static std::string print(const access::ListOf<T>& list) {
    std::string text;
    for (const T& item : list.items) {
      text += (text.empty() ? "" : ",") + TextForm<T>::print(item);
    }
    return text;
  }
  static Message expected() {
    static constexpr Text several{"{0}; several with commas between them",
                                  "{0}; meer met komma's ertussen"};
    return {several, TextForm<T>::expected()};
  }
  static std::string schema() { return R"("type":"string")"; }
};

}  // namespace sluis

namespace sluis::access {
namespace {

using command::Invocation;
using command::of;
using command::Option;
using store::Snapshot;
using store::Tx;

using Roles = ListOf<api::Role>;
using Origins = ListOf<Origin>;

constexpr Text kPlaced{"{0} was added as {1}.", "{0} is toegevoegd als {1}."};
constexpr Text kDeactivated{"{0} is no longer active; all sessions have ended.",
                            "{0} is niet meer actief; alle sessies zijn beëindigd."};
constexpr Text kRevoked{"{0} was revoked.", "{0} is ingetrokken."};
constexpr Text kPasswordLength{"The password on standard input must be {0}.",
                               "Het wachtwoord op de standaardinvoer moet {0} zijn."};
constexpr RefusalKind kPasswordUnfitting{"password_unfitting", Category::invalid, Retry::useless,
                                         kPasswordLength};

Actor actor_of(Invocation& args) {
  return command_line(args.ids(), args.clock().now());
}

// The part before the "@", until the user chooses a name.
PersonName name_in(const Invocation& args, const Email& email) {
  const auto name = args.find<PersonName>("name");
  return name ? *name
              : PersonName{email.text.substr(0, std::min<std::size_t>(email.text.find('@'), 100))};
}

Result<std::string> hash_of_input(const Invocation& args, const Email& email) {
  const auto password = TextForm<NewPassword>::parse(args.input());
  if (!password) {
    return std::unexpected(Refusal(kPasswordUnfitting, TextForm<NewPassword>::expected()));
  }
  return hash_of(*password, email);
}

Result<void> add(Invocation& args) {
  const auto email = args.as<Email>("email");
  const auto roles = args.as<Roles>("role");
  const std::string hash = TRY(hash_of_input(args, email));
  const UserDraft draft{.email = email,
                        .name = name_in(args, email),
                        .language = args.reader().language,
                        .roles = roles.items,
                        .partner = args.find<PartnerId>("partner"),
                        .location = args.find<LocationId>("location")};
  TRY_VOID(args.store().unit([&](Tx& tx) { return add_user(tx, actor_of(args), draft, hash); }));
  args.say({kPlaced, email.text, TextForm<Roles>::print(roles)});
  return {};
}

struct UserRow {
  static constexpr Text headings[] = {
      {"Id", "Id"},           {"E-mail", "E-mail"},    {"Name", "Naam"},     {"Roles", "Rollen"},
      {"Partner", "Partner"}, {"Location", "Locatie"}, {"Active", "Actief"}, {"Since", "Sinds"}};
  UserId id;
  Email email;
  PersonName name;
  std::vector<api::Role> roles;
  std::optional<PartnerId> partner;
  std::optional<LocationId> location;
  bool active = false;
  Instant created;
};
BOOST_DESCRIBE_STRUCT(UserRow, (), (id, email, name, roles, partner, location, active, created))

struct KeyRow {
  static constexpr Text headings[] = {{"Id", "Id"},
                                      {"Name", "Naam"},
                                      {"Scope", "Soort"},
                                      {"Roles", "Rollen"},
                                      {"Sites", "Sites"},
                                      {"Ends in", "Eindigt op"},
                                      {"Made", "Gemaakt"},
                                      {"By", "Door"},
                                      {"Last used", "Laatst gebruikt"},
                                      {"Revoked", "Ingetrokken"}};
  KeyId id;
  Line<1, 100> name;
  api::KeyScope scope = api::KeyScope::ingest;
  std::vector<api::Role> roles;
  std::vector<Origin> origins;
  std::string hint;
  Instant created;
  std::string created_by;
  std::optional<Date> last_used;
  std::optional<Instant> revoked;
};
BOOST_DESCRIBE_STRUCT(KeyRow, (),
                      (id, name, scope, roles, origins, hint, created, created_by, last_used,
                       revoked))

UserRow row_of(const User& user) {
  return {user.id,      user.email,    user.name,   user.roles,
          user.partner, user.location, user.active, user.created};
}

KeyRow row_of(const Key& key) {
  return {key.id,   key.name,    key.scope,      key.roles,     key.origins,
          key.hint, key.created, key.created_by, key.last_used, key.revoked};
}

Result<void> list(Invocation& args) {
  std::vector<UserRow> rows;
  std::optional<UserId> after;
  TRY_VOID(args.store().snapshot([&](Snapshot& snapshot) -> Result<void> {
    for (auto users = sql::users_after(snapshot, after, 1000); !users.empty();
         users = sql::users_after(snapshot, after, 1000)) {
      for (const User& user : users)
        rows.push_back(row_of(user));
      after = users.back().id;
    }
    return {};
  }));
  command::print_rows(args, rows);
  return {};
}

Result<void> deactivate(Invocation& args) {
  const auto email = args.as<Email>("email");
  TRY_VOID(args.store().unit([&](Tx& tx) -> Result<User> {
    const User user = TRY(find_user(tx, email));
    UserPatch patch;
    patch.active = {.present = true, .value = false};
    return change_user(tx, actor_of(args), user.id, patch, user.version);
  }));
  args.say({kDeactivated, email.text});
  return {};
}

Result<void> link(Invocation& args) {
  const Link made = TRY(args.store().unit([&](Tx& tx) -> Result<Link> {
    const User user = TRY(find_user(tx, args.as<Email>("email")));
    return make_password_link(tx, actor_of(args), user.id);
  }));
  args.print(made.path + "\n");
  return {};
}

Result<void> create(Invocation& args) {
  const auto scope = args.as<api::KeyScope>("scope");
  const KeyDraft draft{
      .name = args.find<Line<1, 100>>("name").value_or(Line<1, 100>{std::string(enum_name(scope))}),
      .scope = scope,
      .roles = args.find<Roles>("role").value_or(Roles{}).items,
      .partner = args.find<PartnerId>("partner"),
      .location = args.find<LocationId>("location"),
      .origins = args.find<Origins>("origin").value_or(Origins{}).items};
  const NewKey made =
      TRY(args.store().unit([&](Tx& tx) { return create_key(tx, actor_of(args), draft); }));
  args.print(made.secret + "\n");
  return {};
}

Result<void> list_keys(Invocation& args) {
  const auto all = TRY(args.store().snapshot(
      [](Snapshot& snapshot) -> Result<std::vector<Key>> { return sql::keys(snapshot); }));
  std::vector<KeyRow> rows;
  for (const Key& key : all)
    rows.push_back(row_of(key));
  command::print_rows(args, rows);
  return {};
}

Result<void> revoke(Invocation& args) {
  const auto id = args.as<KeyId>("id");
  TRY_VOID(args.store().unit([&](Tx& tx) { return revoke_key(tx, actor_of(args), id); }));
  args.say({kRevoked, to_string(id)});
  return {};
}

const Option kEmail{.name = "email",
                    .value = "ADDRESS",
                    .help = {"whom it is about", "om wie het gaat"},
                    .type = of<Email>,
                    .required = true};
const Option kRole{.name = "role",
                   .value = "ROLE[,ROLE…]",
                   .help = {"what may be done", "wat er mag"},
                   .type = of<Roles>};
const Option kPartner{
    .name = "partner",
    .value = "ID",
    .help = {"the only partner that role partner sees", "de enige partner die de rol partner ziet"},
    .type = of<PartnerId>};
const Option kLocation{
    .name = "location",
    .value = "ID",
    .help = {"the only location that role store sees", "de enige locatie die de rol store ziet"},
    .type = of<LocationId>};

Option required(Option option) {
  option.required = true;
  return option;
}

std::vector<command::Command> user_commands() {
  return {
      {.name = "user add",
       .summary = {"Add a user, with the password from standard input",
                   "Voeg een gebruiker toe, met het wachtwoord van de standaardinvoer"},
       .options = {kEmail,
                   required(kRole),
                   {.name = "name",
                    .value = "NAME",
                    .help = {"of the person", "van de persoon"},
                    .type = of<PersonName>},
                   kPartner,
                   kLocation},
       .input = command::Input::password,
       .run = add},
      {.name = "user list",
       .summary = {"List the users", "Toon de gebruikers"},
       .output = command::Output::rows,
       .run = list},
      {.name = "user deactivate",
       .summary = {"Shut a user out, at once", "Sluit een gebruiker buiten, direct"},
       .options = {kEmail},
       .run = deactivate},
      {.name = "user link",
       .summary = {"Print the path of a one-time link with which a user chooses a password",
                   "Druk het pad af van een eenmalige link waarmee een gebruiker een wachtwoord "
                   "kiest"},
       .options = {kEmail},
       .run = link},
  };
}

std::vector<command::Command> key_commands() {
  return {
      {.name = "key create",
       .summary = {"Create a key and print it, this once",
                   "Maak een sleutel en druk hem af, deze ene keer"},
       .options = {{.name = "scope",
                    .value = "SCOPE",
                    .help = {"what the key is for", "waar de sleutel voor is"},
                    .type = of<api::KeyScope>,
                    .required = true},
                   kRole,
                   kPartner,
                   kLocation,
                   {.name = "origin",
                    .value = "ORIGIN[,ORIGIN…]",
                    .help = {"the sites that may use a key with scope track",
                             "de sites die een sleutel voor track mogen gebruiken"},
                    .type = of<Origins>},
                   {.name = "name",
                    .value = "NAME",
                    .help = {"to tell it from other keys", "om hem te onderscheiden"},
                    .type = of<Line<1, 100>>}},
       .run = create},
      {.name = "key list",
       .summary = {"List the keys, without their secrets", "Toon de sleutels, zonder hun geheim"},
       .output = command::Output::rows,
       .run = list_keys},
      {.name = "key revoke",
       .summary = {"Revoke a key, at once", "Trek een sleutel in, direct"},
       .positionals = {{.name = "id",
                        .value = "ID",
                        .help = {"of the key, as `key list` shows it",
                                 "van de sleutel, zoals `key list` die toont"},
                        .type = of<KeyId>,
                        .required = true}},
       .run = revoke},
  };
}

}  // namespace

std::vector<command::Command> commands() {
  auto all = user_commands();
  for (auto& each : key_commands())
    all.push_back(std::move(each));
  return all;
}

}  // namespace sluis::access
