// What is right and wrong about passwords, roles, origins and attempts: pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/fields.h"
#include "kernel/result.h"
#include "platform/api/principal.h"

namespace sluis::access {

// A password that is being chosen. Length is what counts (NIST SP 800-63B): 12 to 200 characters.
struct NewPassword {
  std::string text;
};

// A password that is offered for comparison; the limit only keeps hashing cheap.
struct GivenPassword {
  std::string text;
};

enum class PasswordFault : std::uint8_t { common, monotonous, like_email };
BOOST_DESCRIBE_ENUM(PasswordFault, common, monotonous, like_email)
// What is wrong with a choice of the right length: a well-known word with some digits, a handful of
// characters again and again, or the user's own address.
std::optional<PasswordFault> fault_of(std::string_view password, const Email& email);
const Text& text_of(PasswordFault fault);

// What someone may do and see.
struct Rights {
  std::vector<api::Role> roles;
  std::optional<PartnerId> partner;
  std::optional<LocationId> location;
  bool operator==(const Rights&) const = default;
};
bool includes(const std::vector<api::Role>& roles, api::Role role);

enum class RightsFault : std::uint8_t { no_role, twice, not_alone, scope_missing, scope_unused };
// Roles partner and store stand alone, each with the one partner or location that it may see.
std::optional<RightsFault> fault_of(const Rights& rights);
const Text& text_of(RightsFault fault);

// A web origin: scheme, host and, if it is not the usual one, port; in lower case.
struct Origin {
  std::string text;
  auto operator<=>(const Origin&) const = default;
};

// How often one may try before waiting, and how the wait grows: doubling from a second.
struct Patience {
  std::int64_t free;
  Duration longest_wait;
};
// An attacker elsewhere cannot keep the owner of an address out for longer than half a minute …
inline constexpr Patience kPatienceWithEmail{5, std::chrono::seconds(30)};
// … because what comes from one network soon waits long. Many people may share one.
inline constexpr Patience kPatienceWithNetwork{20, std::chrono::minutes(15)};
inline constexpr Duration kFirstWait = std::chrono::seconds(1);
inline constexpr Duration kAttemptsForgottenAfter = std::chrono::hours(1);

// How long what was given out stays good.
inline constexpr Duration kSetupLinkLife = std::chrono::hours(24);
inline constexpr Duration kPasswordLinkLife = std::chrono::days(3);
inline constexpr Duration kCustomerLinkLife = std::chrono::days(7);
inline constexpr Duration kSessionIdle = std::chrono::hours(12);
inline constexpr Duration kSessionLife = std::chrono::days(30);
inline constexpr Duration kCustomerSessionIdle = std::chrono::hours(1);
inline constexpr Duration kCustomerSessionLife = std::chrono::hours(24);
// Seen more often than this is not noted.
inline constexpr Duration kSeenEvery = std::chrono::minutes(1);

// What a browser says it is: at most 200 visible ASCII characters.
std::string device_of(std::string_view user_agent);

// The value of a cookie in the Cookie header; empty if there is none.
std::string_view cookie_of(std::string_view cookies, std::string_view name);

// The key in the Authorization header: `Bearer KEY`, or `Basic` with the key as the user's name.
std::optional<std::string> key_of(std::string_view authorization);

}  // namespace sluis::access

namespace sluis {

template <>
struct TextForm<access::NewPassword> {
  static std::optional<access::NewPassword> parse(std::string_view text);
  static std::string print(const access::NewPassword&) { return "********"; }
  static Message expected();
  static std::string schema();
};

template <>
struct TextForm<access::GivenPassword> {
  static std::optional<access::GivenPassword> parse(std::string_view text);
  static std::string print(const access::GivenPassword&) { return "********"; }
  static Message expected();
  static std::string schema();
};

template <>
struct TextForm<access::Origin> {
  static std::optional<access::Origin> parse(std::string_view text);
  static std::string print(const access::Origin& value) { return value.text; }
  static Message expected();
  static std::string schema();
};

}  // namespace sluis
