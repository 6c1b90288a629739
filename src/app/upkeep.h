// What is done now and then: every minute it looks for sources that fell silent and gives back what
// was reserved for too long, every hour it takes away what is kept only for a time (facts that
// every cursor has passed, the answers to idempotent commands, the marks of what may come only
// once, files that wait for an import).
#pragma once

#include <thread>

#include "platform/log/log.h"
#include "platform/store/store.h"

namespace sluis::app {

class Upkeep {
 public:
  Upkeep(store::Store& store, const Clock& clock, log::Log& log);

 private:
  void run(const std::stop_token& stop);
  void clean();
  void listen();
  void give_back();

  store::Store& store_;
  const Clock& clock_;
  log::Log& log_;
  std::jthread thread_;
};

}  // namespace sluis::app
