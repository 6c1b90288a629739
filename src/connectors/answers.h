// What the client of each convention expects to hear.
#pragma once

#include <span>

#include "events/events.h"
#include "platform/api/foreign.h"

namespace sluis::connectors {

// How many events of one request met which end.
struct Counts {
  std::int64_t accepted = 0;
  std::int64_t duplicate = 0;
  std::int64_t quarantined = 0;
  std::string decisions;  // what was decided on the way, as JSON; empty where nothing was asked
};
Counts count(std::span<const events::Verdict> verdicts);

http::Reply segment_answer(const Counts& counts);
http::Reply posthog_answer(const Counts& counts);
http::Reply plain_ok(const Counts& counts);
http::Reply matomo_answer(const Counts& counts);
http::Reply matomo_picture(const Counts& counts);
http::Reply umami_answer(const Counts& counts);
http::Reply plausible_answer(const Counts& counts);

// Questions that clients ask before they send anything.
http::Reply segment_settings(const api::Foreign& request);
http::Reply rudderstack_settings(const api::Foreign& request);
http::Reply posthog_flags(const api::Foreign& request);

}  // namespace sluis::connectors
