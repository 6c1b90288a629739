// A judgement as figures: for programs, and as sheets of a page.
#pragma once

#include "decisions/judging.h"
#include "platform/report/page.h"

namespace sluis::decisions {

std::string json_of(const Judgement& judgement, const Trial& trial);
report::Sheet policy_sheet(const Judgement& judgement, const Trial& trial);
report::Sheet arm_sheet(const Judgement& judgement, const Trial& trial);
report::Page page_of(const Judgement& judgement, const Trial& trial);
// The n of all figures in one sentence.
Message totals_of(const Judgement& judgement);

}  // namespace sluis::decisions
