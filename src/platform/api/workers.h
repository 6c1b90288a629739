// A bounded pool for slow pure work, such as hashing a password: what does not fit is refused at
// once, so that a flood costs the caller and not the server.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sluis::api {

class Workers {
 public:
  Workers(unsigned threads, std::size_t waiting_max);
  ~Workers() { finish(); }

  // Finishes what is running and what waits; takes nothing more.
  void finish();

  // False when too much is waiting already.
  bool post(std::move_only_function<void()> work);

 private:
  void run();

  const std::size_t waiting_max_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::move_only_function<void()>> waiting_;
  bool stopping_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace sluis::api
