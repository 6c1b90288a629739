// A file of a randomised test: a row for each customer, with the arm that was drawn, what came of
// it, and what was known of the customer before.
#pragma once

#include <string>
#include <vector>

#include "methods/off_policy.h"
#include "methods/outcome_model.h"
#include "platform/table/names.h"
#include "platform/table/table_reader.h"

namespace sluis::decisions {

struct TrialColumns {
  std::string arm;
  std::string outcome;
  std::string probability;            // empty: every row had the same chance of each arm
  std::vector<std::string> features;  // known before the arm was drawn
};

struct Trial {
  table::Names arms;
  std::vector<methods::Drawn> rows;
  methods::Features features;
};

// A column of which every cell is a number or empty is a number; any other is one of its values.
// Without a column of probabilities, that of an arm is its share of the rows.
Result<Trial> read_trial(table::TableReader& reader, const TrialColumns& columns);

}  // namespace sluis::decisions
