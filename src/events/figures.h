// What ingest counts and times of each of its steps.
#pragma once

#include <array>

#include "events/event.h"
#include "platform/metrics/metrics.h"

namespace sluis::events {

// In the order in which an event passes them.
enum class Step : std::uint8_t { validate, normalise, identify, consent, dedupe, money, store };
BOOST_DESCRIBE_ENUM(Step, validate, normalise, identify, consent, dedupe, money, store)

class Figures {
 public:
  // Without a registry it counts for nobody.
  explicit Figures(metrics::Registry* registry);

  // So many events came to a step, fewer went on, and it took so long.
  void passed(Step step, std::size_t came, std::size_t went_on, std::uint64_t took_ns);
  void decided(const Verdict& verdict);

 private:
  struct OfStep {
    metrics::Counter* events = nullptr;
    metrics::Counter* dropped = nullptr;
    metrics::Counter* nanoseconds = nullptr;
  };

  metrics::Registry own_;
  std::array<OfStep, 7> steps_;
  std::array<metrics::Counter*, 4> outcomes_;
  std::vector<metrics::Counter*> reasons_;
};

}  // namespace sluis::events
