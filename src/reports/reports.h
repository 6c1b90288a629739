// The report of the week: what the channels sold, what was left of it and what stands out, as a PDF
// that goes by mail to whoever asked for it and may read figures, once a week.
#pragma once

#include "access/access.h"
#include "reports/schedule.h"

namespace sluis {
struct Capability;
}

namespace sluis::reports {

Capability capability();

enum class ReportRefusal : std::uint8_t { week_not_over, readers_only, address_or_file };
BOOST_DESCRIBE_ENUM(ReportRefusal, week_not_over, readers_only, address_or_file)
const RefusalKind& kind_of(ReportRefusal refusal);

// Who may read what is in it. Asked again for every report that goes.
inline constexpr api::Role kReaderRoles[] = {api::Role::admin, api::Role::manager,
                                             api::Role::analyst};
bool may_read(store::Snapshot& snapshot, UserId reader);

using ZoneName = Line<0, 64>;

// What a reader chooses.
struct Choice : Schedule {
  ZoneName zone;  // IANA; empty: the company's
  Language language = Language::en;
  bool operator==(const Choice&) const = default;
};
BOOST_DESCRIBE_STRUCT(Choice, (Schedule), (zone, language))

struct Subscription : Choice {
  UserId reader;
  Instant since;
  Instant done_until;  // what was due until then went, or was given up
  bool operator==(const Subscription&) const = default;
};
BOOST_DESCRIBE_STRUCT(Subscription, (Choice), (reader, since, done_until))

// By whose clocks it comes.
zones::Zone zone_of(store::Snapshot& snapshot, const Choice& choice);

std::optional<Subscription> subscription_of(store::Snapshot& snapshot, UserId reader);
// When the next one goes.
Instant next_of(store::Snapshot& snapshot, const Subscription& subscription, Instant now);
// Subscribes, or changes when it comes; the first one comes at the next moment of the schedule.
Result<Subscription> subscribe(store::Tx& tx, const access::Actor& actor, UserId reader,
                               const Choice& choice);
// Takes back what waits to go, too. Whoever has none stays without.
void unsubscribe(store::Tx& tx, const access::Actor& actor, UserId reader);

}  // namespace sluis::reports
