// A rule made ready for the one statement that measures any of them: its conditions as one text, a
// row each. The statement says for each customer which of them hold; the rule decides from that.
#pragma once

#include "segments/rule.h"

namespace sluis::segments {

// Where a condition is measured: in the figures of customers, which know what there is until now;
// in the days of identities; or in events, when it asks for a kind.
enum class Source : std::uint8_t { figures, days, events };
BOOST_DESCRIBE_ENUM(Source, figures, days, events)

// `day` is the last one that counts; `is_last`: nothing happened after it.
std::string compiled(const std::vector<Condition>& conditions, Date day, bool is_last);
// Which of them hold for somebody of whom nothing was measured.
std::uint64_t held_by_nobody(const std::vector<Condition>& conditions);

}  // namespace sluis::segments
