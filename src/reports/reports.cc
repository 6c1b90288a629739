#include "reports/reports.h"

#include "company/company.h"
#include "kernel/assert.h"
#include "platform/mail/mail.h"
#include "platform/zones/zones.h"
#include "reports/sending.h"
#include "reports/store.h"

namespace sluis::reports {
namespace {

constexpr std::string_view kEntity = "report_subscription";

constexpr Text kNoZone{
    "There is no time zone {0}. A zone is a name like Europe/Amsterdam; leave it empty for that of "
    "the company.",
    "De tijdzone {0} bestaat niet. Een tijdzone is een naam als Europe/Amsterdam; laat haar leeg "
    "voor die van het bedrijf."};

Json told(const std::optional<Subscription>& subscription) {
  return subscription ? Json{to_json(static_cast<const Choice&>(*subscription))} : Json{};
}

void record(store::Tx& tx, const access::Actor& actor, UserId reader, std::string_view action,
            const std::optional<Subscription>& before, const std::optional<Subscription>& after) {
  access::audit(tx, actor,
                {.entity = kEntity,
                 .id = to_string(reader),
                 .action = action,
                 .before = told(before),
                 .after = told(after)});
}

}  // namespace

const RefusalKind& kind_of(ReportRefusal refusal) {
  static constexpr RefusalKind week_not_over{
      "week_not_over",
      Category::invalid,
      Retry::useless,
      {"The week with {0} is not over, and a report tells of a whole week. Take a day before {1}.",
       "De week met {0} is niet voorbij, en een rapport gaat over een hele week. Neem een dag voor "
       "{1}."}};
  static constexpr RefusalKind readers_only{
      "report_readers_only",
      Category::forbidden,
      Retry::useless,
      {"A report goes to the mail address of a person, and a key has none. Sign in as yourself.",
       "Een rapport gaat naar het mailadres van een mens, en een sleutel heeft er geen. Log in als "
       "uzelf."}};
  static constexpr RefusalKind address_or_file{
      "address_or_file",
      Category::invalid,
      Retry::useless,
      {"Say where the report goes: to a FILE, or with --to to a mail address.",
       "Zeg waar het rapport heen gaat: naar een BESTAND, of met --to naar een mailadres."}};
  switch (refusal) {
    case ReportRefusal::week_not_over:
      return week_not_over;
    case ReportRefusal::readers_only:
      return readers_only;
    case ReportRefusal::address_or_file:
      return address_or_file;
  }
  assertion_failed("a ReportRefusal");
}

bool may_read(store::Snapshot& snapshot, UserId reader) {
  const auto person = access::person(snapshot, reader);
  return person && access::is_one_of(*person, kReaderRoles);
}

zones::Zone zone_of(store::Snapshot& snapshot, const Choice& choice) {
  const std::string& own = choice.zone.text;
  auto zone = zones::Zone::find(own.empty() ? company::settings(snapshot).settings.zone : own);
  return zone ? *std::move(zone) : *zones::Zone::find("UTC");
}

std::optional<Subscription> subscription_of(store::Snapshot& snapshot, UserId reader) {
  return sql::of(snapshot, reader);
}

Instant next_of(store::Snapshot& snapshot, const Subscription& subscription, Instant now) {
  return next(subscription, zone_of(snapshot, subscription), now);
}

Result<Subscription> subscribe(store::Tx& tx, const access::Actor& actor, UserId reader,
                               const Choice& choice) {
  if (const std::string& zone = choice.zone.text; !zone.empty() && !zones::exists(zone)) {
    return std::unexpected(Refusal(kind_of(JsonRefusal::invalid))
                               .with({{"/zone", "unknown", Message(kNoZone, zone)}}));
  }
  const auto before = sql::of(tx, reader);
  Subscription after{{choice}, reader, before ? before->since : actor.now, actor.now};
  if (before && static_cast<const Choice&>(*before) == choice) return *before;
  sql::put(tx, after);
  record(tx, actor, reader, before ? "changed" : "created", before, after);
  return after;
}

void unsubscribe(store::Tx& tx, const access::Actor& actor, UserId reader) {
  const auto before = sql::of(tx, reader);
  if (!before) return;
  sql::remove(tx, reader);
  take_back(tx, *before);
  record(tx, actor, reader, "removed", before, std::nullopt);
}

}  // namespace sluis::reports
