// Who gets which contact: one who asks among 500 people who are there, and a line of 5,000 of whom
// some find somebody.
//   bench_contacts
#include <cstdio>

#include "contacts/queue/routing.h"
#include "kernel/random.h"
#include "workload.h"

namespace sluis {
namespace {

using contacts::Asked;
using contacts::Free;

constexpr std::int64_t kAgents = 500;
constexpr std::int64_t kLine = 5'000;
constexpr int kDecisions = 2'000;

Free agent(std::int64_t number, Random& random) {
  return {.user = UserId(number),
          .teams = {contacts::TeamId(static_cast<std::int64_t>(random.below(3)))},
          .skills = {{"returns"}, {"kitchens"}},
          .languages = {{"nl"}, {"en"}},
          .chats = static_cast<std::int64_t>(random.below(5)),
          .chats_most = 5,
          .freed = Instant(static_cast<std::int64_t>(random.below(1'000'000)))};
}

Asked asked(std::int64_t number, Random& random) {
  return {.id = contacts::ContactId(number),
          .team = contacts::TeamId(static_cast<std::int64_t>(random.below(3))),
          .rank = number,
          .skill = contacts::Skill{"kitchens"},
          .language = contacts::Tongue{"nl"}};
}

void measure() {
  Random random(1);
  std::vector<Free> agents;
  for (std::int64_t i = 0; i < kAgents; ++i)
    agents.push_back(agent(i + 1, random));
  std::vector<Asked> line;
  for (std::int64_t i = 0; i < kLine; ++i)
    line.push_back(asked(i + 1, random));
  std::int64_t chosen = 0;
  double begun = workload::cpu_s();
  for (int i = 0; i < kDecisions; ++i)
    chosen += contacts::choose(line[static_cast<std::size_t>(i)], agents) != nullptr;
  const double one_us = (workload::cpu_s() - begun) * 1e6 / kDecisions;
  begun = workload::cpu_s();
  const std::size_t matches = contacts::match(line, agents).size();
  const double line_us = (workload::cpu_s() - begun) * 1e6 / static_cast<double>(kLine);
  std::printf("one of %lld people: %.1f us a decision (%lld found)\n",
              static_cast<long long>(kAgents), one_us, static_cast<long long>(chosen));
  std::printf("a line of %lld: %.1f us for each (%zu found)\n", static_cast<long long>(kLine),
              line_us, matches);
}

}  // namespace
}  // namespace sluis

int main() {
  sluis::measure();
}
