// Runs what is to happen after a while, on a thread of its own: quick things, such as answering a
// request for which there is no more time. On time to within some tens of milliseconds.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace sluis::api {

class Deadlines {
 public:
  ~Deadlines() { finish(); }

  void after(std::chrono::milliseconds time, std::function<void()> action);
  // What has not come by then does not happen any more.
  void finish();

 private:
  using Moment = std::chrono::steady_clock::time_point;
  void run();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::multimap<Moment, std::function<void()>> waiting_;
  bool stopping_ = false;
  std::jthread thread_;  // from the first action on
};

}  // namespace sluis::api
