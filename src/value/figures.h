// A valuation as figures: for programs, and as sheets of a page.
#pragma once

#include "platform/report/page.h"
#include "value/valuing.h"

namespace sluis::value {

std::string json_of(const Valuation& valuation, Language language);
// A row for each parameter of each model.
report::Sheet parameter_sheet(const Valuation& valuation);
report::Page page_of(const Valuation& valuation);
// The n of all figures in one sentence.
Message totals_of(const Valuation& valuation);
// A row for each customer, as CSV.
std::string customers_csv(const Valuation& valuation, const table::Names& customers);

}  // namespace sluis::value
