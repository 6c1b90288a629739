// Sources: who sends events, what they promise to send, and when they fell silent.
#pragma once

#include "events/events.h"

namespace sluis::events {

enum class SourceRefusal : std::uint8_t { source_unknown, source_taken };
BOOST_DESCRIBE_ENUM(SourceRefusal, source_unknown, source_taken)
const RefusalKind& kind_of(SourceRefusal refusal);

struct SourceChange {
  Patch<Line<1, 120>> name;
  Patch<ChannelId> channel;
  Patch<Currency> currency;
  Patch<std::string> zone;
  Patch<Precedence> precedence;
  Patch<Contract> contract;
  Patch<std::optional<Whole<1, 43'200>>> silence_minutes;
};
BOOST_DESCRIBE_STRUCT(SourceChange, (),
                      (name, channel, currency, zone, precedence, contract, silence_minutes))

Result<Source> find_source(store::Snapshot& snapshot, SourceId id);
Result<Source> change_source(store::Tx& tx, const access::Actor& actor, SourceId id,
                             std::int64_t version, const SourceChange& change);

// Marks the sources that have been silent for longer than they may, and those that are heard again;
// each is told as a fact. How many changed.
std::int64_t look_for_silence(store::Tx& tx, Instant now);

}  // namespace sluis::events
