#include "decisions/figures.h"

#include "kernel/json.h"

namespace sluis::decisions {
namespace {

using methods::Estimate;
using report::Drawing;
using report::Sheet;

constexpr Text kTitle{"What policies would have brought", "Wat beleid zou hebben gebracht"};
constexpr Text kTotals{
    "n = {0} rows of a randomised test; policies were learnt on {1} of them with {2} features and "
    "judged on the other {3}.",
    "n = {0} rijen van een gerandomiseerde proef; beleid is geleerd op {1} ervan met {2} kenmerken "
    "en beoordeeld op de andere {3}."};
constexpr Text kArms{"What each arm brought", "Wat elke arm bracht"};
constexpr Text kArmsNote{
    "Per row, after the cost of the arm. A lift is over {0}, caused by the arm, with its range of "
    "95 % (Welch).",
    "Per rij, na de kosten van de arm. Een lift is ten opzichte van {0}, veroorzaakt door de arm, "
    "met zijn marge van 95 % (Welch)."};
constexpr Text kPolicies{"What each policy would have brought",
                         "Wat elk beleid zou hebben gebracht"};
constexpr Text kPoliciesNote{
    "Per row, after costs, on rows that the policies never saw: doubly robust, with its range of "
    "95 %. The gain is over {0} for everyone. \"learnt\" gives each row the arm of which most is "
    "expected; \"sure\" only where that is above {0} with a chance of 95 %.",
    "Per rij, na kosten, op rijen die het beleid nooit zag: dubbel robuust, met de marge van 95 %. "
    "De winst is ten opzichte van {0} voor iedereen. \"learnt\" geeft elke rij de arm waarvan het "
    "meeste wordt verwacht; \"sure\" alleen waar dat met een kans van 95 % boven {0} ligt."};
constexpr Text kArm{"Arm", "Arm"};
constexpr Text kPolicy{"Policy", "Beleid"};
constexpr Text kRows{"Rows", "Rijen"};
constexpr Text kMean{"Mean", "Gemiddeld"};
constexpr Text kLift{"Lift", "Lift"};
constexpr Text kFrom{"from", "van"};
constexpr Text kTo{"to", "tot"};
constexpr Text kValue{"Value", "Waarde"};
constexpr Text kGain{"Gain", "Winst"};
constexpr Text kOverBest{"Over {0}", "Boven {0}"};

struct RangeFigures {
  double value = 0;
  double low = 0;
  double high = 0;
};
BOOST_DESCRIBE_STRUCT(RangeFigures, (), (value, low, high))

RangeFigures range_of(const Estimate& estimate) {
  return {estimate.value, estimate.low, estimate.high};
}

struct ArmRow {
  std::string arm;
  std::int64_t rows = 0;
  RangeFigures mean;
  std::optional<RangeFigures> lift;  // none of the control
};
BOOST_DESCRIBE_STRUCT(ArmRow, (), (arm, rows, mean, lift))

struct ShareRow {
  std::string arm;
  double share = 0;
};
BOOST_DESCRIBE_STRUCT(ShareRow, (), (arm, share))

struct PolicyRow {
  std::string policy;
  bool learnt = false;
  std::vector<ShareRow> shares;
  RangeFigures ips;
  RangeFigures snips;
  double rows_worth = 0;
  RangeFigures doubly_robust;
  RangeFigures gain_over_control;
  RangeFigures gain_over_best;
};
BOOST_DESCRIBE_STRUCT(PolicyRow, (),
                      (policy, learnt, shares, ips, snips, rows_worth, doubly_robust,
                       gain_over_control, gain_over_best))

struct JudgementFigures {
  std::int64_t rows = 0;
  std::int64_t learnt_on = 0;
  std::int64_t judged_on = 0;
  std::int64_t features = 0;
  std::string control;
  std::string best;
  std::vector<ArmRow> arms;
  std::vector<PolicyRow> policies;
};
BOOST_DESCRIBE_STRUCT(JudgementFigures, (),
                      (rows, learnt_on, judged_on, features, control, best, arms, policies))

std::string name_of(const Trial& trial, std::size_t arm) {
  return std::string(trial.arms[arm]);
}

PolicyRow row_of(const PolicyFigures& policy, const Trial& trial) {
  PolicyRow row{.policy = policy.name,
                .learnt = policy.is_learnt,
                .shares = {},
                .ips = range_of(policy.inverse),
                .snips = range_of(policy.self_normalised.estimate),
                .rows_worth = policy.self_normalised.rows_worth,
                .doubly_robust = range_of(policy.doubly_robust),
                .gain_over_control = range_of(policy.over_control),
                .gain_over_best = range_of(policy.over_best)};
  for (std::size_t arm = 0; arm < policy.shares.size(); ++arm)
    row.shares.push_back({name_of(trial, arm), policy.shares[arm]});
  return row;
}

void add_range(std::vector<report::Cell>& cells, const Estimate& estimate) {
  cells.insert(cells.end(), {estimate.value, estimate.low, estimate.high});
}

void add_range_columns(Sheet& sheet, const std::string& name, const Message& heading) {
  sheet.columns.push_back({name, heading});
  sheet.columns.push_back({name + "_low", Message(kFrom)});
  sheet.columns.push_back({name + "_high", Message(kTo)});
}

}  // namespace

std::string json_of(const Judgement& judgement, const Trial& trial) {
  JudgementFigures figures{.rows = judgement.rows,
                           .learnt_on = judgement.learnt_on,
                           .judged_on = judgement.judged_on,
                           .features = static_cast<std::int64_t>(judgement.features),
                           .control = name_of(trial, judgement.control),
                           .best = name_of(trial, judgement.best),
                           .arms = {},
                           .policies = {}};
  for (std::size_t arm = 0; arm < judgement.arms.size(); ++arm) {
    const ArmFigures& found = judgement.arms[arm];
    figures.arms.push_back(
        {name_of(trial, arm), found.outcomes.size(), range_of(mean_of(found.outcomes)), {}});
    if (arm != judgement.control) figures.arms.back().lift = range_of(found.lift);
  }
  for (const PolicyFigures& policy : judgement.policies)
    figures.policies.push_back(row_of(policy, trial));
  return to_json(figures) + "\n";
}

Sheet arm_sheet(const Judgement& judgement, const Trial& trial) {
  Sheet sheet{.name = "arms",
              .title = Message(kArms),
              .columns = {{"arm", Message(kArm)}},
              .rows = {},
              .notes = {Message(kArmsNote, name_of(trial, judgement.control))},
              .drawing = Drawing::bars,
              .drawn = 1};
  add_range_columns(sheet, "mean", Message(kMean));
  add_range_columns(sheet, "lift", Message(kLift));
  sheet.columns.push_back({"rows", Message(kRows)});
  for (std::size_t arm = 0; arm < judgement.arms.size(); ++arm) {
    const ArmFigures& found = judgement.arms[arm];
    std::vector<report::Cell> cells{name_of(trial, arm)};
    add_range(cells, mean_of(found.outcomes));
    if (arm == judgement.control) {
      cells.resize(cells.size() + 3);
    } else {
      add_range(cells, found.lift);
    }
    cells.emplace_back(found.outcomes.size());
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

Sheet policy_sheet(const Judgement& judgement, const Trial& trial) {
  Sheet sheet{.name = "policies",
              .title = Message(kPolicies),
              .columns = {{"policy", Message(kPolicy)}},
              .rows = {},
              .notes = {Message(kPoliciesNote, name_of(trial, judgement.control))},
              .drawing = Drawing::bars,
              .drawn = 1};
  add_range_columns(sheet, "value", Message(kValue));
  add_range_columns(sheet, "gain_over_control", Message(kGain));
  add_range_columns(sheet, "gain_over_best", Message(kOverBest, name_of(trial, judgement.best)));
  for (const PolicyFigures& policy : judgement.policies) {
    std::vector<report::Cell> cells{policy.name};
    for (const Estimate& estimate : {policy.doubly_robust, policy.over_control, policy.over_best})
      add_range(cells, estimate);
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

Message totals_of(const Judgement& judgement) {
  return Message(kTotals, std::to_string(judgement.rows), std::to_string(judgement.learnt_on),
                 std::to_string(judgement.features), std::to_string(judgement.judged_on));
}

report::Page page_of(const Judgement& judgement, const Trial& trial) {
  return {.title = Message(kTitle),
          .summary = {totals_of(judgement)},
          .sheets = {policy_sheet(judgement, trial), arm_sheet(judgement, trial)}};
}

}  // namespace sluis::decisions
