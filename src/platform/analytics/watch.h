// Stops queries that take longer than they may, or whose caller went away.
#pragma once

#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

#include "platform/analytics/engine.h"

namespace sluis::analytics {

class Watch {
 public:
  Watch();

  // Watches over a query for as long as it lives.
  class Guard {
   public:
    Guard(Watch& watch, Engine& engine, std::chrono::steady_clock::time_point deadline,
          std::stop_token cancel);
    ~Guard();
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    // Whether it had to be stopped.
    bool stopped() const;

   private:
    friend class Watch;
    Watch& watch_;
    Engine& engine_;
    const std::chrono::steady_clock::time_point deadline_;
    const std::stop_token cancel_;
    bool stopped_ = false;
  };

 private:
  void run(const std::stop_token& stop);
  void stop_what_must();

  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::list<Guard*> guards_;
  std::jthread thread_;
};

}  // namespace sluis::analytics
