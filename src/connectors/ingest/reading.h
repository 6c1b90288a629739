// What the parsers of all conventions share: what a request is, and what is read from it. The
// drafts point into the reading, which must live until they are appended.
#pragma once

#include <deque>
#include <expected>

#include "connectors/ingest/arena.h"
#include "connectors/ingest/tree.h"
#include "events/events.h"

namespace sluis::connectors::ingest {

// A request as it came, its body without compression.
struct Request {
  std::string_view call;   // what sort of call it is, where the path says so: "track"
  std::string_view query;  // of the address, still percent-encoded
  std::string_view body;
  std::string_view peer;    // the sender's address
  std::string_view device;  // its User-Agent
  Instant received;
};

// Puts an event's props together. What tells about a person goes apart under one member, which is
// kept from figures and goes with the person.
class Props {
 public:
  static constexpr std::string_view kPrivate = "$private";
  static constexpr std::string_view kConsent = "$consent";  // choices per purpose, as they came

  void add(Node member) { append(public_, member.written()); }
  void add(std::string_view name, std::string_view json) { append(public_, name, json); }
  // Under a name that begins with `prefix`.
  void add_under(std::string_view prefix, Node member);
  void add_private(Node member) { append(private_, member.written()); }
  void add_private(std::string_view name, std::string_view json) { append(private_, name, json); }
  // Kept in the arena; the next event starts anew.
  std::string_view finish(Arena& arena);

 private:
  static void append(std::string& members, std::string_view written);
  static void append(std::string& members, std::string_view name, std::string_view json);

  std::string public_;
  std::string private_;
};

struct Reading {
  std::string_view key;  // of the sender, where the body or the address names it
  std::vector<events::Draft> drafts;
  std::deque<Tree> trees;
  Arena arena;
  Props props;  // of the event that is being read
  Node nudges;  // which places ask, on the way, what to offer there; absent: none
};

// Refused is only what cannot be read as a whole; what is wrong with one event is a fault of its
// draft.
using Read = std::expected<Reading, Unreadable>;

// What one event may be at most; more is quarantined.
inline constexpr std::size_t kEventBytesMax = 32 * 1024;
// Events in one request.
inline constexpr std::size_t kEventsMax = 10'000;

// Reads the body as JSON and keeps it with the reading.
std::expected<Node, Unreadable> read_json(Reading& reading, std::string_view json);
// The list of events in a request; nothing when it is no list.
std::expected<Node, Unreadable> few_enough(Node list);

// The first fault that is found stays.
void mark(events::Draft& draft, events::Reason reason, std::string_view pointer);

// False, and marked, when nothing can be made of the item: no object, too large, or not sound.
bool can_be_read(events::Draft& draft, Node item);

// An id is text, or a number as it is written; what is empty is not known.
void recognise(events::Draft& draft, identities::Kind kind, std::string_view value);

// RFC 3339, or seconds or milliseconds since 1970.
std::optional<Instant> moment_of(std::string_view text);
// Into `moment`, where the node is given; else what is there stays.
void read_moment(events::Draft& draft, std::optional<Instant>& moment, Node node,
                 std::string_view pointer);

// What stands behind the question mark of an address.
std::string_view query_of(std::string_view address);
// The value of one parameter of a query, decoded; empty if there is none.
std::string_view parameter(Arena& arena, std::string_view query, std::string_view name);

}  // namespace sluis::connectors::ingest
