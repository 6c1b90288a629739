// What comes in just now, per channel and second, for live panels: counts, never the events.
#pragma once

#include <map>
#include <mutex>
#include <thread>

#include "events/event.h"

namespace sluis::http {
class EventStream;
}

namespace sluis::events {

struct LiveCount {
  ChannelId channel;
  std::int64_t events = 0;
  std::int64_t orders = 0;
};
BOOST_DESCRIBE_STRUCT(LiveCount, (), (channel, events, orders))

struct LiveSecond {
  std::vector<LiveCount> channels;  // only those where something happened
};
BOOST_DESCRIBE_STRUCT(LiveSecond, (), (channels))

class LiveCounts {
 public:
  LiveCounts();

  void add(std::span<const LiveCount> counts);
  // Gets a LiveSecond each second, of the process that it listens to.
  void follow(const std::shared_ptr<http::EventStream>& stream);

 private:
  void serve(const std::stop_token& stop);

  std::mutex mutex_;
  std::map<ChannelId, LiveCount> now_;
  std::vector<std::weak_ptr<http::EventStream>> streams_;
  std::condition_variable_any wake_;
  std::jthread thread_;
};

}  // namespace sluis::events
