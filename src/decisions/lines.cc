#include "decisions/lines.h"

#include <limits>

#include "methods/queue_price.h"

namespace sluis::decisions {
namespace {

constexpr std::chrono::seconds kKnownFor{5};
constexpr double kPatience_s = 180;  // on average, before somebody in line leaves
constexpr double kHour_s = 3'600;

double or_forever(const std::optional<std::int64_t>& wait_s) {
  return wait_s ? static_cast<double>(*wait_s) : std::numeric_limits<double>::infinity();
}

}  // namespace

double TeamLine::wait_s(Act act) const {
  if (!takes_place(act)) return 0;
  return or_forever(act == Act::call_now ? now.call_wait_s : now.chat_wait_s);
}

double TeamLine::free(Act act) const {
  return static_cast<double>(act == Act::call_now ? now.calls_free : now.chats_free);
}

TeamLine line_of(const contacts::TeamNow& now, const Settings& settings) {
  TeamLine line{.now = now};
  const double handling_s = static_cast<double>(now.handling_s);
  line.contact_cost = handling_s / kHour_s * in_units(settings.hour_cost);
  if (now.agents > 0) {
    line.queue_price =
        methods::queue_price({.arrivals_per_s = now.arrivals_per_s,
                              .handling_s = handling_s,
                              .servers = static_cast<int>(now.agents)},
                             kPatience_s, in_units(settings.waiting_hour_cost) / kHour_s);
  }
  return line;
}

// Also not where the clock was set back.
bool Lines::known(Instant now) const {
  return as_of <= now + kKnownFor && now <= as_of + kKnownFor;
}

void Outstanding::add(std::int64_t who, contacts::TeamId team, Instant until) {
  answered(who, team);
  Invited& invited = teams_[team];
  invited.until.emplace(who, until);
  invited.in_time.emplace(until, who);
}

void Outstanding::answered(std::int64_t who, contacts::TeamId team) {
  Invited& invited = teams_[team];
  const auto found = invited.until.find(who);
  if (found == invited.until.end()) return;
  invited.in_time.erase({found->second, who});
  invited.until.erase(found);
}

double Outstanding::count(contacts::TeamId team, Instant now) {
  Invited& invited = teams_[team];
  while (!invited.in_time.empty() && invited.in_time.begin()->first <= now)
    answered(invited.in_time.begin()->second, team);
  return static_cast<double>(invited.in_time.size());
}

}  // namespace sluis::decisions
