// What a shop of somebody else is to be told, and how that goes. An intent names the thing, not the
// number: whoever calls reads what is true then, so that a burst of changes is one call.
#pragma once

#include "connectors/connection.h"

namespace sluis::connectors::outgoing {

using catalog::VariantId;

struct CallIdTag {
  static constexpr std::string_view prefix = "cll";
};
using CallId = Id<CallIdTag>;

enum class Kind : std::uint8_t { stock, price };
BOOST_DESCRIBE_ENUM(Kind, stock, price)

struct Intent {
  ConnectionId connection;
  Kind kind = Kind::stock;
  VariantId variant;
  std::int64_t wanted = 1;  // changes that they were not told
  std::int64_t risk = 0;    // thousandths of pieces that would be oversold in an hour
  Instant since;            // of the oldest of these changes
  Instant due;
  std::int64_t attempts = 0;
  std::optional<Instant> again;    // something may be on its way still: tell it once more then
  std::optional<Instant> claimed;  // until then: a call that is under way has it
  bool failed = false;             // given up, until it changes or somebody asks
  std::string why;                 // the name of a refusal
  std::string message;             // in English
  std::string message_nl = {};
};
BOOST_DESCRIBE_STRUCT(Intent, (),
                      (connection, kind, variant, wanted, risk, since, due, attempts, again,
                       claimed, failed, why, message, message_nl))

// What a system calls a variant of ours.
struct Learnt {
  ConnectionId connection = {};
  VariantId variant = {};
  std::string theirs = {};  // empty: they had no such product
  std::string parent = {};  // the product above it, where a call needs that
  std::string item = {};    // what stock is counted by, where that is another thing
  Instant looked = {};
  std::optional<Micro> price = {};  // that they were told last
};
BOOST_DESCRIBE_STRUCT(Learnt, (), (connection, variant, theirs, parent, item, looked, price))

// One thing in a call, with what is true of it now.
struct Item {
  Intent intent;
  catalog::Sku sku;
  std::optional<Learnt> learnt;
  std::int64_t units = 0;
  Micro price;
};

// Where to call, and with what secret.
struct Place {
  std::string address;
  std::string access;
  std::string location;  // theirs, where they count by location
};

struct Pace {
  ConnectionId connection;
  Instant next_call;
  Instant not_before;
  Instant busy_until;
  std::int64_t failures = 0;
  std::optional<Instant> told;
  std::optional<std::string> sweep_after;  // going through everything is at this SKU
  Instant swept;                           // when that was begun last
  std::string their_location;
};
BOOST_DESCRIBE_STRUCT(Pace, (),
                      (connection, next_call, not_before, busy_until, failures, told, sweep_after,
                       swept, their_location))

// A call that was made.
struct Made {
  ConnectionId connection;
  CallId id;
  std::string what;  // "look_up", or the kind of what was told
  std::int64_t things = 0;
  Instant moment;
  std::int64_t took_ms = 0;
  std::optional<std::int64_t> lag_ms;  // since the oldest change in it
  std::string why;                     // empty: it went well
  std::string message;
  std::string message_nl = {};
};
BOOST_DESCRIBE_STRUCT(Made, (),
                      (connection, id, what, things, moment, took_ms, lag_ms, why, message,
                       message_nl))

}  // namespace sluis::connectors::outgoing
