// Who is asking, and who may. Deny by default: a route names those it allows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/enum.hpp>

#include "kernel/ids.h"
#include "kernel/text.h"

namespace sluis::api {

enum class Role : std::uint8_t { admin, manager, analyst, agent, store, partner };
BOOST_DESCRIBE_ENUM(Role, admin, manager, analyst, agent, store, partner)

enum class Audience : std::uint8_t { nobody, staff, customer, key };
BOOST_DESCRIBE_ENUM(Audience, nobody, staff, customer, key)

// What a key is for: `track` is public and bound to origins, `ingest` is secret and counts, `api`
// acts with a role, `metrics` reads the figures of the program itself.
enum class KeyScope : std::uint8_t { track, ingest, api, metrics };
BOOST_DESCRIBE_ENUM(KeyScope, track, ingest, api, metrics)

// What a request says of itself, as it was sent; empty where it says nothing.
struct Credentials {
  std::string_view cookies;
  std::string_view authorization;
  std::string_view origin;
};

struct Principal {
  Audience audience = Audience::nobody;
  UserId user;                         // of staff
  CustomerId customer;                 // of a customer
  KeyId key;                           // of a key
  SessionId session;                   // of staff and customers
  std::vector<Role> roles;             // of staff, and of a key with scope api
  std::optional<KeyScope> key_scope;   // of a key
  std::optional<PartnerId> partner;    // the only one that a partner sees
  std::optional<LocationId> location;  // the only one that a store sees
  std::optional<Language> language;    // chosen by a user; else the request says

  bool has(Role role) const;
  // "usr_…", "key_…", "cus_…" or "nobody": for the audit trail and for idempotency.
  std::string name() const;
};

// A set of roles, key scopes and audiences.
class Allow {
 public:
  static constexpr Allow anyone() { return Allow(kAnyone); }
  static constexpr Allow customers() { return Allow(kCustomers); }
  static constexpr Allow role(Role role) { return Allow(1u << static_cast<unsigned>(role)); }
  static constexpr Allow key(KeyScope scope) {
    return Allow(kFirstKey << static_cast<unsigned>(scope));
  }
  // Every role there is.
  static constexpr Allow staff() { return Allow(kFirstKey - 1); }
  // Whoever is signed in as a user, and no key: for what is one's own.
  static constexpr Allow users() { return Allow(kUsers); }

  friend constexpr Allow operator|(Allow a, Allow b) { return Allow(a.bits_ | b.bits_); }
  bool admits(const Principal& who) const;
  bool admits_anyone() const { return (bits_ & kAnyone) != 0; }
  // For the API description: "admin", "manager", "user", "customer", "key:ingest", "anyone".
  std::vector<std::string> names() const;

 private:
  static constexpr std::uint32_t kFirstKey = 1u << 6;  // the roles come before
  static constexpr std::uint32_t kCustomers = 1u << 16;
  static constexpr std::uint32_t kAnyone = 1u << 17;
  static constexpr std::uint32_t kUsers = 1u << 18;

  constexpr explicit Allow(std::uint32_t bits) : bits_(bits) {}

  std::uint32_t bits_;
};

}  // namespace sluis::api
