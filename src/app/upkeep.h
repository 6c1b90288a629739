// Takes away, every hour, what the platform keeps only for a time: facts that every cursor has
// passed, and the answers to idempotent commands.
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

  store::Store& store_;
  const Clock& clock_;
  log::Log& log_;
  std::jthread thread_;
};

}  // namespace sluis::app
