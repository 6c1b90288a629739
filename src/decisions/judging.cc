#include "decisions/judging.h"

#include <algorithm>
#include <cmath>

#include "decisions/refusals.h"
#include "kernel/random.h"

namespace sluis::decisions {
namespace {

using methods::Drawn;
using methods::Expectation;
using methods::Grid;

constexpr std::int64_t kRowsLeast = 30;  // of an arm, in each half
// 95 of 100 normal numbers lie above minus so many standard errors.
constexpr double kSure = 1.6449;

struct Half {
  std::vector<std::size_t> numbers;  // of its rows in the trial
  std::vector<Drawn> rows;           // outcomes after cost
};

struct Halves {
  Half learnt;
  Half judged;
};

Halves halves_of(const Trial& trial, const Judging& how) {
  Halves halves;
  Random random(how.seed);
  for (std::size_t i = 0; i < trial.rows.size(); ++i) {
    Half& half = random.below(2) == 0 ? halves.learnt : halves.judged;
    half.numbers.push_back(i);
    half.rows.push_back(trial.rows[i]);
    half.rows.back().outcome -= how.costs[trial.rows[i].arm];
  }
  return halves;
}

std::vector<methods::Arm> arms_of(const Half& half, std::size_t arms) {
  std::vector<methods::Arm> outcomes(arms);
  for (const Drawn& row : half.rows)
    outcomes[row.arm].add(row.outcome);
  return outcomes;
}

Result<void> check_sizes(const Trial& trial, const Halves& halves) {
  for (const Half* half : {&halves.learnt, &halves.judged}) {
    const auto arms = arms_of(*half, trial.arms.size());
    for (std::size_t arm = 0; arm < arms.size(); ++arm) {
      if (arms[arm].size() >= kRowsLeast && arms.size() > 1) continue;
      return refuse(DecisionRefusal::trial_too_small, std::to_string(2 * kRowsLeast),
                    std::string(trial.arms[arm]), std::to_string(arms[arm].size()));
    }
  }
  return {};
}

// What is expected of every row under each arm.
class Expected {
 public:
  Expected(const Trial& trial, const Half& learnt) : trial_(trial) {
    for (std::size_t arm = 0; arm < trial.arms.size(); ++arm)
      models_.emplace_back(trial.features.count);
    for (std::size_t i = 0; i < learnt.rows.size(); ++i)
      models_[learnt.rows[i].arm].add(features(learnt.numbers[i]), learnt.rows[i].outcome);
    for (methods::OutcomeModel& model : models_)
      model.settle();
  }

  // A row of the trial, under each arm.
  std::vector<Expectation> of(std::size_t number) const {
    std::vector<Expectation> arms;
    for (const methods::OutcomeModel& model : models_)
      arms.push_back(model.expect(features(number)));
    return arms;
  }

 private:
  std::span<const float> features(std::size_t number) const {
    return trial_.features.count == 0 ? std::span<const float>() : trial_.features.row(number);
  }

  const Trial& trial_;
  std::vector<methods::OutcomeModel> models_;
};

using Choose = std::uint32_t (*)(const std::vector<Expectation>& arms, std::uint32_t control);

std::uint32_t choose_most(const std::vector<Expectation>& arms, std::uint32_t) {
  return static_cast<std::uint32_t>(std::ranges::max_element(arms, {}, &Expectation::outcome) -
                                    arms.begin());
}

// The guard against channels that only take over what would have been bought anyway.
std::uint32_t choose_surely(const std::vector<Expectation>& arms, std::uint32_t control) {
  const std::uint32_t most = choose_most(arms, control);
  const double gain = arms[most].outcome - arms[control].outcome;
  const double error = std::hypot(arms[most].standard_error, arms[control].standard_error);
  return gain - kSure * error > 0 ? most : control;
}

// What a policy is judged with: the rows, and what is expected of each under every arm.
struct Bench {
  const Half& rows;
  Grid expected;
  std::vector<double> control;  // doubly robust terms of doing nothing
  std::vector<double> best;     // of the best arm for everyone
};

Grid always(std::size_t rows, std::size_t arms, std::uint32_t arm) {
  Grid policy(rows, arms);
  for (std::size_t i = 0; i < rows; ++i)
    policy.row(i)[arm] = 1;
  return policy;
}

Grid expectations(const Expected& expected, const Half& judged, std::size_t arms) {
  Grid grid(judged.rows.size(), arms);
  for (std::size_t i = 0; i < judged.rows.size(); ++i)
    std::ranges::transform(expected.of(judged.numbers[i]), grid.row(i).begin(),
                           &Expectation::outcome);
  return grid;
}

Grid choices(const Expected& expected, const Half& judged, std::size_t arms, Choose choose,
             std::uint32_t control) {
  Grid policy(judged.rows.size(), arms);
  for (std::size_t i = 0; i < judged.rows.size(); ++i)
    policy.row(i)[choose(expected.of(judged.numbers[i]), control)] = 1;
  return policy;
}

Bench bench_of(const Half& judged, const Expected& expected, std::size_t arms,
               std::uint32_t control, std::uint32_t best) {
  const std::size_t rows = judged.rows.size();
  Bench bench{
      .rows = judged, .expected = expectations(expected, judged, arms), .control = {}, .best = {}};
  bench.control = doubly_robust_terms(judged.rows, always(rows, arms, control), bench.expected);
  bench.best = doubly_robust_terms(judged.rows, always(rows, arms, best), bench.expected);
  return bench;
}

std::vector<double> shares_of(const Grid& policy, std::size_t arms) {
  std::vector<double> shares(arms);
  for (std::size_t i = 0; i < policy.rows(); ++i)
    for (std::size_t arm = 0; arm < arms; ++arm)
      shares[arm] += policy.row(i)[arm];
  for (double& share : shares)
    share /= static_cast<double>(policy.rows());
  return shares;
}

PolicyFigures judged(std::string name, bool is_learnt, const Grid& policy, const Bench& bench,
                     std::size_t arms) {
  const std::vector<Drawn>& rows = bench.rows.rows;
  const auto terms = doubly_robust_terms(rows, policy, bench.expected);
  return {.name = std::move(name),
          .is_learnt = is_learnt,
          .shares = shares_of(policy, arms),
          .inverse = methods::value_of(inverse_terms(rows, policy)),
          .self_normalised = self_normalised(rows, policy),
          .doubly_robust = methods::value_of(terms),
          .over_control = methods::value_of(terms, bench.control),
          .over_best = methods::value_of(terms, bench.best)};
}

std::vector<ArmFigures> arm_figures(const Halves& halves, std::size_t count,
                                    std::uint32_t control) {
  auto outcomes = arms_of(halves.learnt, count);
  const auto others = arms_of(halves.judged, count);
  for (std::size_t arm = 0; arm < count; ++arm)
    outcomes[arm].add(others[arm]);
  std::vector<ArmFigures> arms;
  for (const methods::Arm& arm : outcomes)
    arms.push_back({arm, methods::lift(arm, outcomes[control])});
  return arms;
}

std::uint32_t best_arm(const Half& learnt, std::size_t count) {
  const auto arms = arms_of(learnt, count);
  return static_cast<std::uint32_t>(std::ranges::max_element(arms, {}, &methods::Arm::mean) -
                                    arms.begin());
}

}  // namespace

Result<Judgement> judge(const Trial& trial, const Judging& how) {
  const std::size_t arms = trial.arms.size();
  const Halves halves = halves_of(trial, how);
  TRY_VOID(check_sizes(trial, halves));
  Judgement judgement{.rows = std::ssize(trial.rows),
                      .learnt_on = std::ssize(halves.learnt.rows),
                      .judged_on = std::ssize(halves.judged.rows),
                      .features = trial.features.count,
                      .control = how.control,
                      .best = best_arm(halves.learnt, arms),
                      .arms = arm_figures(halves, arms, how.control),
                      .policies = {}};
  const Expected expected(trial, halves.learnt);
  const Bench bench = bench_of(halves.judged, expected, arms, how.control, judgement.best);
  for (std::uint32_t arm = 0; arm < arms; ++arm)
    judgement.policies.push_back(judged(std::string(trial.arms[arm]), false,
                                        always(halves.judged.rows.size(), arms, arm), bench, arms));
  if (trial.features.count == 0) return judgement;
  for (const auto& [name, choose] : {std::pair("learnt", &choose_most), {"sure", &choose_surely}})
    judgement.policies.push_back(judged(
        name, true, choices(expected, halves.judged, arms, choose, how.control), bench, arms));
  return judgement;
}

}  // namespace sluis::decisions
