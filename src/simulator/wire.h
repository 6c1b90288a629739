// What goes between a server that holds a sample and whoever goes on with it: what the sample is,
// and events as the server's own route takes them.
#pragma once

#include "simulator/sample.h"

namespace sluis::simulator {

// All absent in a home with real data, or none.
struct SampleView {
  std::optional<SampleState> state;
  std::optional<WorldName> world;
  std::optional<std::int64_t> seed;
  std::optional<std::int64_t> customers;
  std::optional<std::int64_t> days;
  std::optional<Date> from;
  std::optional<Date> to;  // exclusive
  std::optional<std::int64_t> events;
  std::optional<JobId> job;  // that loads or removes it, or did
  std::optional<Instant> started;
};
BOOST_DESCRIBE_STRUCT(SampleView, (),
                      (state, world, seed, customers, days, from, to, events, job, started))
SampleView view_of(const Sample& sample);

// Events and orders of one live session are its own, also when the same days are lived again.
struct LiveNames {
  Date day;  // orders of earlier days are those of the sample
  std::int64_t session = 0;
};
// The event without its moment: it happens when it arrives.
std::string json_of(const Event& event, const LiveNames& names, std::int64_t number);

}  // namespace sluis::simulator
