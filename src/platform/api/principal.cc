#include "platform/api/principal.h"

#include <algorithm>

#include "kernel/assert.h"
#include "kernel/describe.h"

namespace sluis::api {

bool Principal::has(Role role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::string Principal::name() const {
  switch (audience) {
    case Audience::nobody:
      return "nobody";
    case Audience::staff:
      return to_string(user);
    case Audience::customer:
      return to_string(customer);
    case Audience::key:
      return to_string(key);
  }
  assertion_failed("an Audience");
}

bool Allow::admits(const Principal& who) const {
  if (admits_anyone()) return true;
  if (who.audience == Audience::customer) return (bits_ & kCustomers) != 0;
  if (who.audience == Audience::staff && (bits_ & kUsers) != 0) return true;
  if (who.key_scope && (bits_ & key(*who.key_scope).bits_) != 0) return true;
  return std::any_of(who.roles.begin(), who.roles.end(),
                     [&](Role role) { return (bits_ & Allow::role(role).bits_) != 0; });
}

std::vector<std::string> Allow::names() const {
  std::vector<std::string> names;
  for (const Role each : enum_values<Role>()) {
    if ((bits_ & role(each).bits_) != 0) names.emplace_back(enum_name(each));
  }
  for (const KeyScope each : enum_values<KeyScope>()) {
    if ((bits_ & key(each).bits_) != 0) names.push_back("key:" + std::string(enum_name(each)));
  }
  if ((bits_ & kUsers) != 0) names.emplace_back("user");
  if ((bits_ & kCustomers) != 0) names.emplace_back("customer");
  if (admits_anyone()) names.emplace_back("anyone");
  return names;
}

}  // namespace sluis::api
