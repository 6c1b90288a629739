// A company with its customers, day after day. The same settings give the same events, to the bit;
// a customer is the same however many others there are.
#pragma once

#include <map>

#include "simulator/truth.h"

namespace sluis::simulator {

struct Settings {
  WorldName world = WorldName::simple;
  std::uint64_t seed = 1;
  std::uint32_t customers = 2'000;
  Date from;
};

class Simulation {
 public:
  explicit Simulation(const Settings& settings);

  // The next day, its events in the order of time.
  const std::vector<Event>& next_day();
  // The day that comes next.
  Date date() const;

  const Tally& tally() const { return tally_; }
  const Scene& scene() const { return scene_; }
  const std::vector<Customer>& customers() const { return customers_; }

 private:
  void answer_calls();
  void take_returns();
  void schedule_returns();

  Scene scene_;
  std::vector<Customer> customers_;
  std::size_t agents_;
  std::int64_t day_ = 0;
  Doings doings_;
  std::map<std::int64_t, std::vector<Return>> coming_back_;  // by day
  Tally tally_;
};

}  // namespace sluis::simulator
