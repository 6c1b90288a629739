// Runs the consumers: each has a cursor that moves in the same transaction as its effect, so every
// fact takes effect once.
#pragma once

#include <functional>
#include <memory>

#include "platform/outbox/outbox.h"
#include "platform/store/store.h"

namespace sluis::outbox {

struct Consumer {
  std::string name;                 // of its cursor: "journeys.orders"; never changed
  std::vector<std::string> topics;  // see wants()
  // A refusal leaves the cursor before this fact; it is tried again later.
  std::function<Result<void>(store::Tx&, const Fact&)> consume;
};

struct DriverOptions {
  std::chrono::milliseconds poll{250};  // facts of other processes; our own come at once
  std::chrono::milliseconds retry{5'000};
  int batch = 200;  // facts per unit
};

class Driver {
 public:
  // `trouble` is told of a consumer that refuses a fact.
  Driver(store::Store& store, const Clock& clock, std::vector<Consumer> consumers,
         DriverOptions options,
         std::function<void(const Consumer&, const Fact&, const Refusal&)> trouble);
  ~Driver();

  // Until every consumer has passed all facts there are now, or refuses one.
  void catch_up();

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

// Removes facts that every cursor has passed and that are older than seven days; how many.
Result<std::int64_t> clean(store::Store& store, Instant now);

}  // namespace sluis::outbox
