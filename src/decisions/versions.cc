#include "decisions/versions.h"

#include "decisions/store.h"
#include "platform/outbox/outbox.h"

namespace sluis::decisions {

Result<sql::VersionHead> restore_version(store::Tx& tx, const access::Actor& actor,
                                         std::int64_t number) {
  const auto version = sql::version(tx, number);
  if (!version) return refuse(PolicyRefusal::policy_unknown, std::to_string(number));
  if (version->design != design_of(known_of(tx, nullptr)))
    return refuse(PolicyRefusal::policy_outdated, std::to_string(number));
  const auto before = sql::version_in_force(tx);
  sql::put_in_force(tx, number);
  const SettingsChange hold{.learning = {true, false}};
  TRY(change_settings(tx, actor, settings(tx).version, hold));
  const VersionFact fact{number, sql::VersionState::in_force};
  access::audit(tx, actor,
                {.entity = "policy",
                 .id = std::to_string(number),
                 .action = "restored",
                 .before = before ? Json{std::to_string(before->number)} : Json{},
                 .after = Json{std::to_string(number)}});
  outbox::append(tx, actor.now, "decisions.version_made", fact);
  sql::VersionHead head = *version;
  head.state = sql::VersionState::in_force;
  return head;
}

}  // namespace sluis::decisions
