#include "contacts/queue/routing.h"

#include <algorithm>
#include <tuple>

namespace sluis::contacts {
namespace {

template <class T>
bool among(const std::vector<T>& all, const T& one) {
  return std::ranges::find(all, one) != all.end();
}

bool has_room(const Free& agent, Kind kind) {
  if (takes_whole(kind)) return agent.calls == 0 && agent.chats == 0;
  return agent.calls == 0 && agent.chats < agent.chats_most;
}

// The least occupied first, then whoever is idle for the longest.
auto turn_of(const Free& agent) {
  const double occupied = static_cast<double>(agent.chats) /
                          static_cast<double>(std::max<std::int64_t>(agent.chats_most, 1));
  return std::tuple(occupied, agent.freed, agent.user);
}

void take_room(Free& agent, Kind kind) {
  ++(takes_whole(kind) ? agent.calls : agent.chats);
}

// Else chat after chat would come before a call that waits.
void keep_one(const Asked& call, std::span<Free> agents) {
  Free* best = nullptr;
  for (Free& agent : agents) {
    const bool only_chats = agent.calls == 0 && agent.chats > 0 && !agent.kept;
    if (!only_chats || why_not(call, agent) != Unfit::no_room) continue;
    if (best == nullptr || agent.chats < best->chats) best = &agent;
  }
  if (best != nullptr) best->kept = true;
}

}  // namespace

bool takes_whole(Kind kind) {
  return kind != Kind::chat;
}

std::int64_t rank_of(Instant created, Worth worth) {
  return (created - worth.number * Duration(kHeadStart)).micros();
}

std::optional<Unfit> why_not(const Asked& asked, const Free& agent) {
  if (!among(agent.teams, asked.team)) return Unfit::other_team;
  // Whoever asks for somebody by name wants them as they are.
  const bool by_name = asked.wanted == agent.user;
  const bool skilled = by_name || !asked.skill || among(agent.skills, *asked.skill);
  if (!skilled) return Unfit::lacks_skill;
  const bool understands =
      !asked.language || agent.languages.empty() || among(agent.languages, *asked.language);
  if (!understands) return Unfit::lacks_language;
  if (takes_whole(asked.kind) && !agent.takes_calls) return Unfit::takes_no_calls;
  if (among(asked.declined, agent.user)) return Unfit::declined_it;
  if (asked.wanted && *asked.wanted != agent.user) return Unfit::not_wanted;
  if (!has_room(agent, asked.kind)) return Unfit::no_room;
  if (agent.kept && !takes_whole(asked.kind)) return Unfit::kept_for_call;
  return std::nullopt;
}

const Free* choose(const Asked& asked, std::span<const Free> agents) {
  const Free* best = nullptr;
  for (const Free& agent : agents) {
    if (why_not(asked, agent)) continue;
    if (best == nullptr || turn_of(agent) < turn_of(*best)) best = &agent;
  }
  return best;
}

std::vector<Match> match(std::span<const Asked> asked, std::vector<Free>& agents) {
  std::vector<Match> matches;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const Free* chosen = choose(asked[i], agents);
    if (chosen == nullptr && takes_whole(asked[i].kind)) keep_one(asked[i], agents);
    if (chosen == nullptr) continue;
    take_room(agents[static_cast<std::size_t>(chosen - agents.data())], asked[i].kind);
    matches.push_back({.asked = i, .user = chosen->user});
  }
  return matches;
}

}  // namespace sluis::contacts
