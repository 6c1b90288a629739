// The threads on which queries run, with a connection each.
#pragma once

#include <atomic>
#include <thread>

#include "platform/analytics/store.h"
#include "platform/analytics/watch.h"
#include "platform/store/waiting_queue.h"

namespace sluis::analytics {

class Pool {
 public:
  using Connect = std::function<std::unique_ptr<Engine>()>;  // throws Error

  Pool(Connect connect, const Options& options);
  ~Pool();

  void query(Query query);
  Counters counters() const {
    return {
        .queries = queries_, .failures = failures_, .stopped = stopped_, .waiting = queue_.size()};
  }

 private:
  void serve();
  void run(std::unique_ptr<Engine>& engine, Query& query);
  std::optional<store::Failure> attempt(std::unique_ptr<Engine>& engine, Query& query);

  const Connect connect_;
  const std::function<void(const std::string&)> report_;
  std::atomic<std::uint64_t> queries_{0};
  std::atomic<std::uint64_t> failures_{0};
  std::atomic<std::uint64_t> stopped_{0};
  Watch watch_;
  store::WaitingQueue<Query> queue_;
  std::vector<std::jthread> threads_;
};

}  // namespace sluis::analytics
