// Live screens: the facts that capabilities publish, as server-sent events. An event names what
// changed and no more; a screen that cares asks for the thing itself, with its own rights.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "platform/api/route.h"
#include "platform/outbox/tail.h"

namespace sluis::live {

// The facts of a capability, and who may hear that something changed there.
struct Topic {
  std::string_view name;  // "channels": all topics that start with "channels."
  api::Allow allow;
};

// GET /api/v1/live?topic=channels&topic=kpis: without a topic all that the caller may hear. The id
// of an event is its position; Last-Event-ID resumes behind it. `tail` must outlive the route;
// without one it can be described, not called.
api::Route route(outbox::Tail* tail, std::vector<Topic> topics);

}  // namespace sluis::live
