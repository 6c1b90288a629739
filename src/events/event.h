// An event of customer behaviour: as a sender hands it over (Draft), what became of it (Verdict),
// and as it stands in the log (Event). Texts of a draft belong to the request or file it came from,
// texts of an event to the batch it was read with, so that neither copies anything.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <boost/container/small_vector.hpp>

#include "channels/channels.h"
#include "identities/identities.h"
#include "kernel/money.h"

namespace sluis::events {

// Why an event could not be understood. Stable names: they are stored, counted and shown.
enum class Reason : std::uint8_t {
  unreadable,             // no event at all, or cut off
  text_not_utf8,          //
  text_too_long,          //
  kind_missing,           //
  kind_malformed,         // not snake_case
  message_id_too_long,    //
  identity_refused,       // empty, too long, or no e-mail address or telephone number
  time_unreadable,        //
  time_ahead,             // more than 5 minutes
  time_too_old,           // more than 2 years
  amount_unreadable,      //
  amount_too_large,       //
  currency_unknown,       //
  part_without_order,     //
  props_unreadable,       // not one JSON object
  props_too_large,        //
  event_too_large,        //
  kind_not_allowed,       // by the contract of the source
  channel_not_allowed,    // by the contract of the source
  property_missing,       // which the contract asks for
  property_of_other_type  // than the contract says
};
BOOST_DESCRIBE_ENUM(Reason, unreadable, text_not_utf8, text_too_long, kind_missing, kind_malformed,
                    message_id_too_long, identity_refused, time_unreadable, time_ahead,
                    time_too_old, amount_unreadable, amount_too_large, currency_unknown,
                    part_without_order, props_unreadable, props_too_large, event_too_large,
                    kind_not_allowed, channel_not_allowed, property_missing, property_of_other_type)
// What to tell someone who has to repair it.
const Text& text_of(Reason reason);

// What is wrong with an event, and where in it.
struct Fault {
  Reason reason = Reason::unreadable;
  std::string_view pointer = "";  // a JSON pointer into what was sent: "/timestamp"
};

// Most events have one or two, which take no memory of their own.
template <class T>
using Few = boost::container::small_vector<T, 2>;

struct Draft {
  std::string_view message_id;  // empty: a hash of the content takes its place
  std::optional<Instant> ts;    // when it happened by the sender's clock; nothing: when received
  std::optional<Instant> sent;  // when it was sent by the same clock, to set that clock right
  // The first is who did it; the others are the same person. None: nobody knows who it was.
  Few<identities::Seen> identities;
  std::string_view channel;  // its code on the worksheet; empty: the channel of the source
  std::string_view kind;     // "order_completed"
  std::optional<channels::Phase> phase;  // nothing: as the kind usually is
  std::string_view campaign;
  std::string_view product;
  std::optional<Micro> quantity;
  std::optional<Micro> revenue;  // net of VAT
  std::optional<Micro> cost;
  std::string_view currency;  // ISO 4217; empty: the currency of the source
  std::optional<std::int64_t> duration_s;
  std::string_view order;  // with `part` the key of a money fact; empty: it is none
  std::string_view part;
  std::string_view props;           // a JSON object; empty: {}
  std::string_view raw;             // what was sent, for the quarantine; empty: the draft as JSON
  std::optional<Fault> fault = {};  // found by whoever read it: to the quarantine with it
};

enum class Outcome : std::uint8_t { accepted, duplicate, quarantined, refused_by_consent };
BOOST_DESCRIBE_ENUM(Outcome, accepted, duplicate, quarantined, refused_by_consent)

struct Verdict {
  Outcome outcome = Outcome::accepted;
  Reason reason = Reason::unreadable;  // of what was quarantined
};

struct Event {
  EventId id;
  Instant ts;
  Few<IdentityId> identities;  // the first is who did it
  ChannelId channel;
  std::string_view kind;
  std::optional<channels::Phase> phase;
  std::string_view campaign;
  std::string_view product;
  std::optional<Micro> quantity;
  std::optional<Micro> revenue;
  std::optional<Micro> cost;
  Currency currency;
  std::optional<std::int64_t> duration_s;
  std::string_view order;
  std::string_view part;
  bool counted = true;     // false: another sender tells the same money fact better
  std::string_view props;  // a JSON object; empty: {}

  // Who did it; 0 where nobody knows.
  IdentityId identity() const { return identities.empty() ? IdentityId{} : identities.front(); }
  bool operator==(const Event&) const = default;
};

// A better sender told the same money fact: this event of an earlier batch counts no longer.
struct Withdrawal {
  EventId event;
  Instant ts;  // of that event
  bool operator==(const Withdrawal&) const = default;
};

}  // namespace sluis::events
