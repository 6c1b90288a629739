// Sends a sample that goes on to the server that holds it, as any shop would: over HTTP, with a
// key.
#pragma once

#include <functional>
#include <stop_token>

#include "kernel/result.h"
#include "platform/config/values.h"
#include "simulator/speed.h"

namespace sluis::simulator {

enum class LiveRefusal : std::uint8_t { server_unreachable, server_refuses, nothing_to_continue };
BOOST_DESCRIBE_ENUM(LiveRefusal, server_unreachable, server_refuses, nothing_to_continue)
const RefusalKind& kind_of(LiveRefusal refusal);

struct Feed {
  config::Endpoint server;
  std::string key;  // of scope ingest
  Speed speed;
  std::optional<std::int64_t> events;  // after which it ends
};

// Until it is stopped, or the sample is removed. `sent` hears how many events went, now and then.
// How many there were.
Result<std::int64_t> go_on_live(const Feed& feed, const Clock& clock,
                                const std::function<void(std::int64_t)>& sent,
                                const std::stop_token& stop);

}  // namespace sluis::simulator
