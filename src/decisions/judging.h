// Policies judged on a randomised test: learnt on one half of its customers, and what each would
// have brought estimated on the other half, which it never saw.
#pragma once

#include "decisions/trial_file.h"

namespace sluis::decisions {

struct Judging {
  std::uint32_t control = 0;  // the arm in which nothing was done
  std::vector<double> costs;  // of each arm, taken off every outcome in it
  std::uint64_t seed = 1;     // of the halves
};

struct ArmFigures {
  methods::Arm outcomes;   // after cost
  methods::Estimate lift;  // over the control
};

// What a policy does with the rows that it is judged on, and what that is worth for each of them.
struct PolicyFigures {
  std::string name;  // "learnt", or the arm that it always chooses
  bool is_learnt = false;
  std::vector<double> shares;  // of the rows to which it gives each arm
  methods::Estimate inverse;
  methods::SelfNormalised self_normalised;
  methods::Estimate doubly_robust;
  methods::Estimate over_control;  // doubly robust, row by row
  methods::Estimate over_best;     // over the arm that was best on the half it learnt on
};

struct Judgement {
  std::int64_t rows = 0;
  std::int64_t learnt_on = 0;
  std::int64_t judged_on = 0;
  std::size_t features = 0;
  std::uint32_t control = 0;
  std::uint32_t best = 0;        // the arm to give everyone, by the half that was learnt on
  std::vector<ArmFigures> arms;  // over all rows
  std::vector<PolicyFigures> policies;
};

// Policies: each arm for everyone; `learnt`, the arm of which most is expected; and `sure`, the
// same where its gain over the control is above 0 with a chance of 95 %, else the control. The
// last two only where there are features. Refused when an arm has fewer than 30 rows in a half.
Result<Judgement> judge(const Trial& trial, const Judging& how);

}  // namespace sluis::decisions
