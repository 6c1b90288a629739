// Telephone calls of an exchange that tells of them, and calls without any link: an agent writes
// them down, and knows the visitor by six digits that are read aloud.
#pragma once

#include "contacts/contacts.h"

namespace sluis::contacts {

struct LineIdTag {
  static constexpr std::string_view prefix = "lin";
};
using LineId = Id<LineIdTag>;

enum class CallRefusal : std::uint8_t {
  line_unknown,
  call_event_unreadable,
  code_unknown,
  no_code_free
};
BOOST_DESCRIBE_ENUM(CallRefusal, line_unknown, call_event_unreadable, code_unknown, no_code_free)
const RefusalKind& kind_of(CallRefusal refusal);

// An exchange, and the team to which its calls belong.
struct TelephoneLine {
  LineId id;
  Line<1, 120> name;
  TeamId team;
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(TelephoneLine, (), (id, name, team, active))
struct LineDraft {
  Line<1, 120> name;
  TeamId team;
};
BOOST_DESCRIBE_STRUCT(LineDraft, (), (name, team))
struct NewLine : TelephoneLine {
  std::string path;  // to which the exchange sends; shown once
};
BOOST_DESCRIBE_STRUCT(NewLine, (TelephoneLine), (path))
Result<NewLine> add_line(store::Tx& tx, const access::Actor& actor, const LineDraft& draft);
std::vector<TelephoneLine> lines(store::Snapshot& snapshot);

// ---- What an exchange tells, in the words of Zammad and sipgate.

enum class CallEvent : std::uint8_t { new_call, answer, hangup };
BOOST_DESCRIBE_ENUM(CallEvent, new_call, answer, hangup)
enum class Direction : std::uint8_t { in, out };
BOOST_DESCRIBE_ENUM(Direction, in, out)

struct CallNews {
  CallEvent event = CallEvent::new_call;
  std::string call_id;
  Direction direction = Direction::in;
  std::string from;
  std::string to;
  std::vector<std::string> users;  // whose telephones ring, or who answered
};
// A form or JSON. Pure.
Result<CallNews> read_call_news(std::string_view body);
// In whatever order: what was missed is made up for. Several times the same tells nothing new.
Result<void> hear_call(const Desk& desk, std::string_view token, const CallNews& news);

// ---- Without any link

struct SpokenCode {
  std::string code;  // six digits
  Instant expires;
};
BOOST_DESCRIBE_STRUCT(SpokenCode, (), (code, expires))
// Bound to the device of a visitor.
Result<SpokenCode> make_code(store::Tx& tx, const access::Actor& actor, const Line<1, 254>& device);

struct ByHand {
  std::optional<Kind> kind;        // else a telephone call
  std::optional<TeamId> team;      // else the first of the agent's
  std::optional<Line<6, 6>> code;  // that the customer read aloud: good once
  std::optional<Line<0, 40>> phone;
  std::optional<Line<0, 200>> name;
  std::optional<Prose<2000>> question;
};
BOOST_DESCRIBE_STRUCT(ByHand, (), (kind, team, code, phone, name, question))
// A contact that the agent has already.
Result<Contact> write_down(const Desk& desk, UserId user, const ByHand& draft);

}  // namespace sluis::contacts
