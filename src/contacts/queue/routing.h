// Who gets which contact: pure. Those who wait come in the order of their rank; each goes to the
// least occupied agent who fits, and waits on only where nobody does.
#pragma once

#include <span>

#include "contacts/contact.h"

namespace sluis::contacts {

// A call takes all of somebody; a chat one of so many at once.
bool takes_whole(Kind kind);

// Its place in line: as if it had come earlier, by so long for each step of worth. So nobody is
// overtaken by those who come later than that.
inline constexpr std::chrono::seconds kHeadStart{30};
std::int64_t rank_of(Instant created, Worth worth);

// Somebody who waits.
struct Asked {
  ContactId id;
  Kind kind = Kind::chat;
  TeamId team;
  std::int64_t rank = 0;
  std::optional<Skill> skill;
  std::optional<Tongue> language;
  std::optional<UserId> wanted;  // as long as that still holds
  std::vector<UserId> declined;
};

// Somebody who is there.
struct Free {
  UserId user;
  std::vector<TeamId> teams;
  std::vector<Skill> skills;
  std::vector<Tongue> languages;
  bool takes_calls = true;
  std::int64_t calls = 0;
  std::int64_t chats = 0;
  std::int64_t chats_most = 0;
  Instant freed;
  bool kept = false;  // for a call that waits until their chats have ended
};

// Why a contact does not go to an agent.
enum class Unfit : std::uint8_t {
  other_team,
  lacks_skill,
  lacks_language,
  takes_no_calls,
  declined_it,
  not_wanted,
  no_room,
  kept_for_call,
};
BOOST_DESCRIBE_ENUM(Unfit, other_team, lacks_skill, lacks_language, takes_no_calls, declined_it,
                    not_wanted, no_room, kept_for_call)
std::optional<Unfit> why_not(const Asked& asked, const Free& agent);

// The one who gets it, or nothing.
const Free* choose(const Asked& asked, std::span<const Free> agents);

struct Match {
  std::size_t asked = 0;
  UserId user;
};
// Each match takes its room at once: `agents` are those there are afterwards. For a call that needs
// all of somebody, the one with the fewest chats gets no more of them.
std::vector<Match> match(std::span<const Asked> asked, std::vector<Free>& agents);

}  // namespace sluis::contacts
