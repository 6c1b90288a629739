// A source: who sends events. It belongs to one key, or to the files of one mapping, and says what
// its events are unless they say it themselves.
#pragma once

#include "access/access.h"
#include "channels/channels.h"

namespace sluis::events {

// How far a money fact of this source is believed, the lowest first. What a browser says of money
// is kept but never counts.
enum class Precedence : std::uint8_t { browser, server, shop, own };
BOOST_DESCRIBE_ENUM(Precedence, browser, server, shop, own)

// What sort of sender it is: events that come as they happen, or from files.
enum class SourceKind : std::uint8_t { live, import };
BOOST_DESCRIBE_ENUM(SourceKind, live, import)

enum class PropertyType : std::uint8_t { any, text, number, boolean, list, object };
BOOST_DESCRIBE_ENUM(PropertyType, any, text, number, boolean, list, object)

// A property that events of one kind, or of every kind, must have.
struct PropertyRule {
  Line<0, 64> kind;  // empty: of every kind
  Line<1, 120> name;
  PropertyType type = PropertyType::any;
  bool operator==(const PropertyRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(PropertyRule, (), (kind, name, type))

// What a source promises to send; what does not fit goes to the quarantine.
struct Contract {
  std::vector<Line<1, 64>> kinds;  // none: all
  std::vector<Slug> channels;      // none: all
  std::vector<PropertyRule> properties;
  bool operator==(const Contract&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contract, (), (kinds, channels, properties))

struct Source {
  SourceId id;
  std::int64_t version = 0;
  Slug code;
  Line<1, 120> name;
  SourceKind kind = SourceKind::live;
  std::optional<KeyId> key;
  ChannelId channel;
  Currency currency;
  std::string zone;  // IANA: of moments that come without one
  Precedence precedence = Precedence::server;
  Contract contract;
  std::optional<Whole<1, 43'200>> silence_minutes;  // silent for longer is an alarm
  std::optional<Instant> last_event;
  bool silent = false;
  Instant created;
  Instant changed;
};
BOOST_DESCRIBE_STRUCT(Source, (),
                      (id, version, code, name, kind, key, channel, currency, zone, precedence,
                       contract, silence_minutes, last_event, silent, created, changed))

}  // namespace sluis::events
