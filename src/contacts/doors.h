// Anybody may ask for somebody and send files, so that what comes from one network is bounded. This
// machine is not counted: behind a proxy that is not named as trusted everybody would be one.
#pragma once

#include "contacts/contacts.h"

namespace sluis::contacts {

// In an hour of the clock, from an IPv4 address or the first half of an IPv6 one.
inline constexpr std::int64_t kVisitsOfNetwork = 60;
inline constexpr std::int64_t kFileBytesOfNetwork = 100LL * 1024 * 1024;

enum class DoorRefusal : std::uint8_t { visits_too_many, network_too_much };
BOOST_DESCRIBE_ENUM(DoorRefusal, visits_too_many, network_too_much)
const RefusalKind& kind_of(DoorRefusal refusal);

Result<void> count_visit(const Desk& desk);
Result<void> count_file(const Desk& desk, std::int64_t bytes);
// Of hours that are over; how many.
std::int64_t forget_doors(store::Tx& tx, Instant now);

}  // namespace sluis::contacts
