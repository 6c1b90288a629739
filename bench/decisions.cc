// A decision in process: twelve offers through all gates, weighed by what is believed of them, and
// one drawn.
//   bench_decisions [DECISIONS]
#include <cstdio>

#include "decisions/gates.h"
#include "decisions/policy.h"
#include "kernel/text_form.h"
#include "workload.h"

namespace sluis::decisions {
namespace {

constexpr std::size_t kOffers = 12;
constexpr std::size_t kCells = 60;
constexpr int kRuns = 5;

// What was seen before: some offers pay in some cells.
std::vector<std::vector<Draws>> version(Random& random) {
  Belief belief({}, kCells, kOffers + 1);
  for (int i = 0; i < 500'000; ++i) {
    const std::size_t cell = random.below(kCells);
    const std::size_t arm = random.below(kOffers + 1);
    const double conversion = 0.03 + 0.003 * static_cast<double>((cell * 7 + arm * 5) % 10);
    belief.observe(cell, arm, random.unit() < conversion, 40 * random.unit());
  }
  return belief.draw(random);
}

Circumstances circumstances(std::size_t offer, Random& random) {
  return {.wait_s = 90 * random.unit(),
          .wait_most_s = 60,
          .made = static_cast<int>(random.below(4)),
          .made_most = 3,
          .takes_place = offer % 2 == 0,
          .outstanding = 3 * random.unit(),
          .acceptance = 0.3,
          .free = 2};
}

std::size_t decide(const std::vector<Draws>& draws, std::uint64_t identity, Random& random) {
  const PolicySettings settings;
  std::array<Arm, kOffers> arms;
  for (std::size_t offer = 0; offer < kOffers; ++offer) {
    arms[offer] = {
        .passed = !stopped_by(circumstances(offer, random)), .cost = 1.5, .queue_price = 0.1};
  }
  const Chances found = chances(draws, arms, settings);
  return is_held_out(identity, 1, settings) ? 0 : arm_at(found, random.unit());
}

void measure(std::int64_t decisions) {
  Random random(1);
  const auto draws = version(random);
  double best_s = 1e9;
  std::size_t made = 0;
  for (int run = 0; run < kRuns; ++run) {
    const double begun = workload::cpu_s();
    for (std::int64_t i = 0; i < decisions; ++i)
      made += decide(draws[random.below(kCells)], static_cast<std::uint64_t>(i), random) > 0;
    best_s = std::min(best_s, workload::cpu_s() - begun);
  }
  std::printf("decisions per CPU-second: %.0f (at least 500,000); offers made: %.3f of them\n",
              static_cast<double>(decisions) / best_s,
              static_cast<double>(made) / static_cast<double>(decisions) / kRuns);
}

}  // namespace
}  // namespace sluis::decisions

int main(int argc, char** argv) {
  const auto decisions = argc > 1 ? sluis::TextForm<std::int64_t>::parse(argv[1]) : 200'000;
  sluis::decisions::measure(decisions.value_or(200'000));
}
