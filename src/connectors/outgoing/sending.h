// Tells shops what they do not know yet, and subscribers what happened, while the program serves:
// one thread looks for what is due, as many as there are make calls.
#pragma once

#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "connectors/outgoing/calling.h"

namespace sluis::events {
class Intake;
}

namespace sluis::connectors::outgoing {

struct Places {
  store::Store& store;
  const Clock& clock;
  IdSource& ids;
  client::Outgoing& outgoing;
  events::Intake* intake = nullptr;  // without it nothing that was kept is tried again
};

// One call, if there is one to make. Else when the next turn comes, where that is known.
struct Step {
  bool called = false;
  std::optional<Instant> not_before;
};
Result<Step> step(const Places& places, const std::stop_token& stop);

class Sending {
 public:
  // `trouble` is told what the store refused.
  Sending(const Places& places, std::function<void(const Refusal&)> trouble);
  ~Sending();

 private:
  void run(const std::stop_token& stop);

  const Places places_;
  const std::function<void(const Refusal&)> trouble_;
  std::mutex looking_;
  std::vector<std::jthread> threads_;
};

}  // namespace sluis::connectors::outgoing
