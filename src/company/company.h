// What the whole company shares: its name, the zone in which its days begin, the currency of its
// reports and the language of its customers.
#pragma once

#include "access/access.h"
#include "kernel/money.h"
#include "platform/store/store.h"

namespace sluis::company {

Capability capability();

enum class CompanyRefusal { zone_unknown };
BOOST_DESCRIBE_ENUM(CompanyRefusal, zone_unknown)
const RefusalKind& kind_of(CompanyRefusal refusal);

struct Settings {
  Line<0, 120> name;                      // empty until the first set-up
  std::string zone = "Europe/Amsterdam";  // IANA
  Currency currency;
  Language language = Language::nl;  // of customers, where they did not choose
  bool operator==(const Settings&) const = default;
};
BOOST_DESCRIBE_STRUCT(Settings, (), (name, zone, currency, language))

struct VersionedSettings {
  Settings settings;
  std::int64_t version = 0;
};

VersionedSettings settings(store::Snapshot& snapshot);
// Which day it is for the company.
Date today(const Settings& settings, Instant now);
// Refuses another version than the present one (ApiRefusal::version_changed).
Result<VersionedSettings> change(store::Tx& tx, const access::Actor& actor, const Settings& to,
                                 std::int64_t version);

}  // namespace sluis::company
