// A pool of threads with a connection each, for readings: one consistent snapshot per reading.
#pragma once

#include <thread>

#include "platform/store/engine.h"
#include "platform/store/tally.h"
#include "platform/store/waiting_queue.h"

namespace sluis::store {

class Readers {
 public:
  using Connect = std::function<std::unique_ptr<Engine>()>;  // throws Error

  Readers(Connect connect, const Options& options, Tally& tally);
  ~Readers();

  void read(Reading reading);
  std::size_t waiting() const { return queue_.size(); }

 private:
  void serve();
  void run(std::unique_ptr<Engine>& engine, Reading& reading);
  std::optional<Failure> attempt(std::unique_ptr<Engine>& engine, Reading& reading);

  const Connect connect_;
  const std::function<void(const std::string&)> report_;
  Tally& tally_;
  WaitingQueue<Reading> queue_;
  std::vector<std::jthread> threads_;
};

}  // namespace sluis::store
