// The conventions that are understood: a pure function each, from a request to drafts.
#pragma once

#include "connectors/ingest/reading.h"

namespace sluis::connectors::ingest {

// Segment's HTTP API, and with it RudderStack and Jitsu: one call, or a batch of them.
Read read_segment(const Request& request);
// PostHog's capture: one event, or a batch.
Read read_posthog(const Request& request);
// Snowplow's tracker protocol: payload_data of version 1-0-4 and before.
Read read_snowplow(const Request& request);
// Matomo's tracking API: one request in its query or form, or many in JSON.
Read read_matomo(const Request& request);
// Umami: one event or identification.
Read read_umami(const Request& request);
// Plausible: one event.
Read read_plausible(const Request& request);

}  // namespace sluis::connectors::ingest
