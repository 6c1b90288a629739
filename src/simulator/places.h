// The places where customers of the sample company look, buy and are helped, and when they can.
#pragma once

#include "simulator/calendar.h"
#include "simulator/event.h"

namespace sluis::simulator {

std::string_view code_of(Place place);  // on the worksheet
// When customers may come in; what they do there takes at most half an hour more.
const Week& hours_of(Place place);
// Mailings leave every second Tuesday at ten.
bool is_mailing_day(Date day);
inline constexpr std::int64_t kMailing_s = 10 * 3600;
// For so many days, the first included, a mailing makes people want something.
inline constexpr int kMailWorks_days = 3;

}  // namespace sluis::simulator
