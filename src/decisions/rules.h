// What an offer, a placement and settings must be like by themselves. Pure.
#pragma once

#include "decisions/offer.h"

namespace sluis::decisions {

// What is wrong with each of its fields; whom it names is looked up elsewhere.
std::vector<FieldProblem> problems_of(const Offer& offer);
std::vector<FieldProblem> problems_of(const Placement& placement);
std::vector<FieldProblem> problems_of(const Settings& settings);

// In one of the two.
const std::string& words_of(const Agreement& agreement, Language language);

}  // namespace sluis::decisions
