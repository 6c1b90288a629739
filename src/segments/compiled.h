// A rule made ready for the one statement that measures any of them: its conditions as one text, a
// row each. The statement says for each customer which of them hold; the rule decides from that.
#pragma once

#include "segments/rule.h"

namespace sluis::segments {

// `day` is the last one that counts.
std::string compiled(const std::vector<Condition>& conditions, Date day);

}  // namespace sluis::segments
