// A decision in process: a visitor looked up among a million, twelve offers through all gates,
// weighed by what is believed of them, one drawn, and the row of the log encoded.
//   bench_decisions [DECISIONS [PROFILES]]
#include <cstdio>

#include "decisions/log.h"
#include "kernel/text_form.h"
#include "workload.h"

namespace sluis::decisions {
namespace {

constexpr std::size_t kOffers = 12;
constexpr int kRuns = 5;
constexpr contacts::TeamId kTeam(1);
const Instant kNow = *parse_instant("2026-01-05T09:00:00Z");

// What was seen before: some offers pay in some cells.
Version version(const Design& design, Random& random) {
  Belief belief({}, design.cells(), design.arms());
  for (int i = 0; i < 500'000; ++i) {
    const std::size_t cell = random.below(design.cells());
    const std::size_t arm = random.below(design.arms());
    const double conversion = 0.03 + 0.003 * static_cast<double>((cell * 7 + arm * 5) % 10);
    belief.observe(cell, arm, random.unit() < conversion, 40 * random.unit());
  }
  return {.number = 1, .design = design, .draws = belief.draw(random)};
}

struct World {
  Known known;
  Place place;
  Lines lines;
  Demand demand;
};

World world(Random& random) {
  World world;
  Design design;
  for (std::size_t i = 0; i < kOffers; ++i) {
    Offer offer{.id = OfferId(static_cast<std::int64_t>(i) + 1),
                .act = i % 2 == 0 ? Act::chat : Act::advice};
    if (i % 2 == 0) offer.team = kTeam;
    design.offers.push_back(offer.id);
    world.known.slots.push_back({.offer = offer, .mark = mark_of(offer.id)});
    world.place.slots.push_back(static_cast<std::uint16_t>(i));
    world.place.modelled.push_back(true);
  }
  world.known.version = std::make_shared<const Version>(version(design, random));
  world.place.draws = world.known.version->draws;
  world.lines = {.as_of = kNow,
                 .teams = {{kTeam, line_of({.team = kTeam,
                                            .open = true,
                                            .agents = 5,
                                            .calls_free = 2,
                                            .chats_free = 5,
                                            .call_wait_s = 0,
                                            .chat_wait_s = 0,
                                            .handling_s = 300,
                                            .arrivals_per_s = 0.01},
                                           world.known.settings)}}};
  world.demand.acceptance.fill(0.3);
  return world;
}

// Everybody looked at some pages lately; some have something in their basket.
void fill(Profiles& profiles, std::int64_t people, Random& random) {
  for (std::int64_t who = 1; who <= people; ++who) {
    events::Event event;
    event.identities = {IdentityId(who)};
    for (auto views = 1 + random.below(5); views > 0; --views) {
      event.kind = views == 1 && random.below(4) == 0 ? "product_added" : "product_viewed";
      event.ts = kNow - std::chrono::seconds(60 * views);
      profiles.take(event);
    }
  }
}

// The bytes of the row that goes to the log, and whether something was offered.
std::pair<std::size_t, bool> decide(const World& world, const Profiles& profiles, IdentityId who,
                                    double number) {
  const auto known = profiles.look({&who, 1}, moment_of(kNow));
  const Visitor visitor{.profile = known.profile, .segment = {}};
  const Weighing weighing =
      weigh({world.known, world.place, visitor, {}, world.lines, world.demand, kNow});
  const auto drawn = drawn_at(weighing, number);
  const bool held_out =
      is_held_out(static_cast<std::uint64_t>(known.lead.number()), 1, world.known.policy);
  return {encoded(weighing.offers).size(), drawn && !held_out};
}

void measure(std::int64_t decisions, std::int64_t people) {
  Random random(1);
  const World here = world(random);
  Profiles profiles;
  fill(profiles, people, random);
  double best_s = 1e9;
  std::size_t bytes = 0;
  std::size_t made = 0;
  for (int run = 0; run < kRuns; ++run) {
    const double begun = workload::cpu_s();
    for (std::int64_t i = 0; i < decisions; ++i) {
      const IdentityId who(
          static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(people))) + 1);
      const auto [row, offered] = decide(here, profiles, who, random.unit());
      bytes += row;
      made += offered;
    }
    best_s = std::min(best_s, workload::cpu_s() - begun);
  }
  const double all = static_cast<double>(decisions) * kRuns;
  std::printf(
      "decisions per CPU-second: %.0f (at least 500,000); offers made: %.3f of them; "
      "bytes of weighing in a row: %.0f\n",
      static_cast<double>(decisions) / best_s, static_cast<double>(made) / all,
      static_cast<double>(bytes) / all);
  std::printf("profiles: %zu in %.0f MB (1,000,000 in at most 300)\n", profiles.size(),
              static_cast<double>(profiles.bytes()) / 1e6);
}

std::int64_t number(int argc, char** argv, int i, std::int64_t otherwise) {
  if (argc <= i) return otherwise;
  return sluis::TextForm<std::int64_t>::parse(argv[i]).value_or(otherwise);
}

}  // namespace
}  // namespace sluis::decisions

int main(int argc, char** argv) {
  namespace decisions = sluis::decisions;
  decisions::measure(decisions::number(argc, argv, 1, 200'000),
                     decisions::number(argc, argv, 2, 1'000'000));
}
