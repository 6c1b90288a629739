#include "company/company.h"

#include "company/store.h"
#include "kernel/assert.h"
#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"
#include "platform/zones/zones.h"

namespace sluis::company {
namespace {

constexpr std::string_view kEntity = "company";

struct CompanyChanged {
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(CompanyChanged, (), (version))

Refusal unknown_zone(const std::string& zone) {
  const RefusalKind& kind = kind_of(CompanyRefusal::zone_unknown);
  return Refusal(kind, zone).with({{"/zone", "unknown", Message(kind.text, zone)}});
}

}  // namespace

const RefusalKind& kind_of(CompanyRefusal refusal) {
  static constexpr RefusalKind zone_unknown{
      "zone_unknown",
      Category::invalid,
      Retry::useless,
      {"There is no time zone {0}. A zone is a name like Europe/Amsterdam.",
       "De tijdzone {0} bestaat niet. Een tijdzone is een naam als Europe/Amsterdam."}};
  switch (refusal) {
    case CompanyRefusal::zone_unknown:
      return zone_unknown;
  }
  assertion_failed("a CompanyRefusal");
}

VersionedSettings settings(store::Snapshot& snapshot) {
  return find_settings(snapshot);
}

Date today(const Settings& settings, Instant now) {
  return zones::Calendar(settings.zone).day_of(now);
}

Result<VersionedSettings> change(store::Tx& tx, const access::Actor& actor, const Settings& to,
                                 std::int64_t version) {
  if (!zones::exists(to.zone)) return std::unexpected(unknown_zone(to.zone));
  const VersionedSettings before = find_settings(tx);
  if (!replace_settings(tx, to, version)) return refuse(api::ApiRefusal::version_changed);
  access::audit(tx, actor,
                {.entity = kEntity,
                 .id = std::string(kEntity),
                 .action = "changed",
                 .before = {to_json(before.settings)},
                 .after = {to_json(to)}});
  outbox::append(tx, actor.now, "company.settings_changed", CompanyChanged{version + 1});
  return VersionedSettings{to, version + 1};
}

}  // namespace sluis::company
