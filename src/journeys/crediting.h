// The models of attribution over a file: from its rows to credits per channel, and those as sheets.
#pragma once

#include <functional>

#include "journeys/path_file.h"
#include "methods/attribution.h"
#include "platform/report/page.h"

namespace sluis::journeys {

struct Crediting {
  methods::AttributionSettings models;
  std::string direct = "direct";  // the channel that last_non_direct passes over
  int bootstrap_rounds = 0;
  std::uint64_t seed = 1;
};

// What came of it. `credits` and `intervals` go per model, and in these per channel.
struct Credits {
  std::vector<std::string> channels;
  methods::Totals totals;
  std::vector<methods::ModelCredit> credits;
  methods::Intervals intervals;  // empty without a bootstrap
};

// Calls its argument with a taker of paths, and with the names of the channels on them.
using PathSource = std::function<Result<void>(table::Names& channels, const TakePaths& take)>;
Result<Credits> credit(const PathSource& source, const Crediting& how);

// Which figure stands for a channel.
enum class Figure : std::uint8_t { conversions, value, share, removal_effect };
BOOST_DESCRIBE_ENUM(Figure, conversions, value, share, removal_effect)

// A row per channel by name, a column per model.
report::Sheet sheet_of(const Credits& credits, Figure figure);
report::Sheet agreement_sheet(const Credits& credits);
report::Sheet interval_sheet(const Credits& credits);
// Everything, for programs.
std::string json_of(const Credits& credits);
report::Page page_of(const Credits& credits);
// The n of all figures in one sentence.
Message totals_of(const Credits& credits);

}  // namespace sluis::journeys
