#include "decisions/learner.h"

#include <algorithm>

namespace sluis::decisions {
namespace {

constexpr std::size_t kLatest = 4'096;
constexpr std::size_t kComparedLeast = 200;
constexpr std::int64_t kSalesPerNews = 100;
// Visits without a sale tell something as well.
constexpr std::int64_t kVisitsPerNews = 10;
constexpr std::int64_t kVisitsLeast = 200;

}  // namespace

std::optional<Lesson> lesson_of(const Logged& logged) {
  if (!logged.learns) return std::nullopt;
  auto offers = decoded_offers(logged.details.data);
  if (!offers) return std::nullopt;
  return Lesson{.decision = logged.id,
                .cell = {.segment = logged.segment, .buyer = logged.buyer, .phase = logged.phase},
                .given = logged.held_out ? std::nullopt : logged.offer,
                .held_out = logged.held_out,
                .probability = logged.probability,
                .offers = *std::move(offers)};
}

Learner::Learner(Design design)
    : design_(std::move(design)), belief_({}, design_.cells(), design_.arms()) {}

void Learner::take(Lesson lesson) {
  const auto cell = design_.index_of(lesson.cell);
  const auto arm = design_.arm_of(lesson.given);
  if (!cell || !arm || lesson.decision <= settled_) return;
  last_ = std::max(last_, lesson.decision);
  belief_.observe(*cell, *arm, lesson.orders > 0, in_units(lesson.margin));
  ++learnt_.visits;
  learnt_.sales += lesson.orders > 0 ? 1 : 0;
  learnt_.margin += lesson.margin;
  latest_.push_back(std::move(lesson));
  if (latest_.size() > kLatest) latest_.pop_front();
}

void Learner::take(const Outcome& outcome) {
  const auto cell = design_.index_of(outcome.cell);
  const auto arm = design_.arm_of(outcome.given);
  if (!cell || !arm) return;
  belief_.amend(*cell, *arm, static_cast<double>(outcome.sales), in_units(outcome.margin));
  learnt_.sales += outcome.sales;
  learnt_.margin += outcome.margin;
  const auto found = std::ranges::find(latest_, outcome.decision, &Lesson::decision);
  if (found == latest_.end()) return;
  found->orders += outcome.sales;
  found->margin += outcome.margin;
}

bool Learner::has_news() const {
  const std::int64_t sales = learnt_.sales - before_.sales;
  const std::int64_t visits = learnt_.visits - before_.visits;
  return (sales > 0 && sales * kSalesPerNews >= before_.sales) ||
         (visits >= kVisitsLeast && visits * kVisitsPerNews >= before_.visits);
}

Version Learner::version(std::int64_t number) {
  Random random(static_cast<std::uint64_t>(number));
  before_ = learnt_;
  return {.number = number, .design = design_, .draws = belief_.draw(random)};
}

// Who was held out was given nothing by no chance of the policy.
std::vector<const Lesson*> Learner::comparable() const {
  std::vector<const Lesson*> all;
  for (const Lesson& lesson : latest_) {
    if (!lesson.held_out && lesson.probability > 0) all.push_back(&lesson);
  }
  return all;
}

methods::Grid Learner::grid_of(const Version& version, const PolicySettings& settings) const {
  const auto lessons = comparable();
  methods::Grid grid(lessons.size(), design_.arms());
  for (std::size_t i = 0; i < lessons.size(); ++i) {
    Weighing weighing{.cell = lessons[i]->cell, .offers = lessons[i]->offers, .passed = true};
    const std::size_t cell = version.design.index_of(weighing.cell).value_or(0);
    std::vector<Draws> draws = {version.draws[cell].front()};
    for (const Weighed& one : weighing.offers)
      draws.push_back(version.draws[cell][version.design.arm_of(one.offer).value_or(0)]);
    set_chances(weighing, draws, settings);
    grid.row(i)[0] = weighing.nothing;
    for (const Weighed& one : weighing.offers) {
      if (const auto arm = design_.arm_of(one.offer)) grid.row(i)[*arm] = one.probability;
    }
  }
  return grid;
}

std::optional<Learner::Comparison> Learner::compared(const Version& to, const Version& with,
                                                     const PolicySettings& settings) const {
  const auto lessons = comparable();
  if (lessons.size() < kComparedLeast) return std::nullopt;
  std::vector<methods::Drawn> drawn;
  for (const Lesson* lesson : lessons) {
    double price = 0;
    for (const Weighed& one : lesson->offers)
      if (one.offer == lesson->given) price = one.cost + one.queue;
    drawn.push_back({.arm = static_cast<std::uint32_t>(design_.arm_of(lesson->given).value_or(0)),
                     .probability = lesson->probability,
                     .outcome = in_units(lesson->margin) - price});
  }
  const auto terms = methods::inverse_terms(drawn, grid_of(to, settings));
  const auto before = methods::inverse_terms(drawn, grid_of(with, settings));
  return Comparison{.rows = static_cast<std::int64_t>(lessons.size()),
                    .gain = methods::value_of(terms, before)};
}

}  // namespace sluis::decisions
