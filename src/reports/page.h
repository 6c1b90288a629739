// The report of the week as a document.
#pragma once

#include "platform/pdf/document.h"
#include "reports/weekly.h"

namespace sluis::reports {

pdf::Document page_of(const Weekly& report, Language language);
// "weekly-report-2026-W47.pdf".
std::string file_name(const Week& week, Language language);
// "Week 47 of 2026".
std::string name_of(const Week& week, Language language);

}  // namespace sluis::reports
