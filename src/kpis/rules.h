// What is known of KPIs without asking anybody: those that come with Sluis, and what a target must
// be like.
#pragma once

#include "kpis/kpis.h"

namespace sluis::kpis {

// In the order of their codes.
const std::vector<Definition>& built_in();

// The one of that code in a list that is in the order of codes; null when there is none.
const Definition* find(const std::vector<Definition>& definitions, const Slug& code);

// Two lists in the order of their codes as one.
std::vector<Definition> merged(const std::vector<Definition>& a, const std::vector<Definition>& b);

// Every KPI is known, periods do not turn round or overlap, and only money has a currency.
std::vector<FieldProblem> target_problems(const std::vector<Target>& targets,
                                          const std::vector<Definition>& known,
                                          const std::string& pointer);

}  // namespace sluis::kpis
