// Who handles contacts: teams with skills and opening hours, agents with what they can do and how
// much at once, and whether they are there.
#pragma once

#include "access/access.h"
#include "contacts/teams/hours.h"
#include "kernel/fields.h"

namespace sluis::contacts {

struct TeamIdTag {
  static constexpr std::string_view prefix = "tem";
};
using TeamId = Id<TeamIdTag>;

using Skill = Slug;   // "returns", "kitchens"
using Tongue = Slug;  // "nl", "de"
using Seconds = Whole<1, 86'400>;

struct Team {
  TeamId id;
  std::int64_t version = 0;
  Slug code;  // never changes
  Line<1, 120> name;
  ChannelId channel;              // on whose account its contacts are
  std::vector<Skill> skills;      // that its agents have between them
  std::vector<Tongue> languages;  // none: all
  std::vector<Opening> hours;     // none: always open
  bool closed_on_holidays = true;
  Seconds answer_s{30};     // the wait within which most should be answered
  Seconds accept_s{20};     // how long an agent has to accept
  Seconds wrap_up_s{60};    // how long an agent has afterwards
  Seconds overflow_s{120};  // after which others help
  std::optional<TeamId> overflow_to;
  Whole<1, 100'000> waiting_most{1'000};
  Seconds handling_s{300};  // of one contact, as it was lately
  bool active = true;
  std::optional<LocationId> location;  // the store whose people these are
  bool operator==(const Team&) const = default;
};
BOOST_DESCRIBE_STRUCT(Team, (),
                      (id, version, code, name, channel, skills, languages, hours,
                       closed_on_holidays, answer_s, accept_s, wrap_up_s, overflow_s, overflow_to,
                       waiting_most, handling_s, active, location))

struct TeamDetails {
  Patch<std::vector<Skill>> skills;
  Patch<std::vector<Tongue>> languages;
  Patch<std::vector<Opening>> hours;
  Patch<bool> closed_on_holidays;
  Patch<Seconds> answer_s;
  Patch<Seconds> accept_s;
  Patch<Seconds> wrap_up_s;
  Patch<Seconds> overflow_s;
  Patch<std::optional<TeamId>> overflow_to;
  Patch<Whole<1, 100'000>> waiting_most;
  Patch<Seconds> handling_s;
  Patch<std::optional<LocationId>> location;
};
BOOST_DESCRIBE_STRUCT(TeamDetails, (),
                      (skills, languages, hours, closed_on_holidays, answer_s, accept_s, wrap_up_s,
                       overflow_s, overflow_to, waiting_most, handling_s, location))
struct TeamDraft : TeamDetails {
  Slug code;
  Line<1, 120> name;
  ChannelId channel;
};
BOOST_DESCRIBE_STRUCT(TeamDraft, (TeamDetails), (code, name, channel))
struct TeamChange : TeamDetails {
  Patch<Line<1, 120>> name;
  Patch<ChannelId> channel;
  Patch<bool> active;
};
BOOST_DESCRIBE_STRUCT(TeamChange, (TeamDetails), (name, channel, active))

enum class Presence : std::uint8_t { offline, online, on_break };
BOOST_DESCRIBE_ENUM(Presence, offline, online, on_break)
// Unanswered: an offer went by, so nothing is offered until they are back.
enum class Break : std::uint8_t { none, pause, lunch, meeting, training, technical, unanswered };
BOOST_DESCRIBE_ENUM(Break, none, pause, lunch, meeting, training, technical, unanswered)

struct AgentDraft {
  std::vector<TeamId> teams;
  std::optional<std::vector<Skill>> skills;
  std::optional<std::vector<Tongue>> languages;
  std::optional<Whole<0, 50>> chats_most;
  std::optional<bool> takes_calls;
  std::optional<Line<0, 64>> extension;
  std::optional<bool> active;
};
BOOST_DESCRIBE_STRUCT(AgentDraft, (),
                      (teams, skills, languages, chats_most, takes_calls, extension, active))

// What an agent can do, and what they do now: at most one call, or so many chats.
struct Agent {
  UserId user_id;
  std::vector<Skill> skills;
  std::vector<Tongue> languages;
  Whole<0, 50> chats_most{3};
  bool takes_calls = true;
  bool active = true;
  Presence presence = Presence::offline;
  Break reason = Break::none;  // of a break
  Instant since;               // of the presence
  Instant seen;                // the last sign of life
  std::optional<SessionId> session_id;
  std::int64_t calls = 0;  // that they have now, wrapping up included; so are chats
  std::int64_t chats = 0;
  Instant freed;          // when the latest of them ended
  Line<0, 64> extension;  // as an exchange knows them
  bool operator==(const Agent&) const = default;
};
BOOST_DESCRIBE_STRUCT(Agent, (),
                      (user_id, skills, languages, chats_most, takes_calls, active, presence,
                       reason, since, seen, session_id, calls, chats, freed, extension))

// A sign of life is expected this often, and somebody is gone without it after this long.
inline constexpr std::chrono::seconds kBeatEvery{30};
inline constexpr std::chrono::seconds kGoneAfter{90};

}  // namespace sluis::contacts
