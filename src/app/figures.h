// What the program counts and logs of itself while it serves.
#pragma once

#include <map>
#include <span>
#include <string_view>

#include "platform/api/dispatch.h"
#include "platform/http/server.h"
#include "platform/log/log.h"
#include "platform/metrics/metrics.h"

namespace sluis::app {

// Counts every answered request by its route and logs those that change something or go wrong; the
// others only at level debug.
class RequestFigures {
 public:
  RequestFigures(std::span<const api::Route> routes, metrics::Registry& metrics, log::Log& log);
  void take(const api::Served& served) const;

 private:
  struct OfRoute {
    std::array<metrics::Counter*, 5> by_class;  // 1xx to 5xx
    metrics::Histogram* seconds;
  };
  OfRoute of_route(std::string_view operation, metrics::Registry& metrics);

  log::Log& log_;
  std::map<std::string_view, OfRoute> routes_;
  OfRoute others_;
};

void count_store(metrics::Registry& metrics, const store::Store& store);
void count_http(metrics::Registry& metrics, const http::Server& server);
void count_log(metrics::Registry& metrics, const log::Log& log);

}  // namespace sluis::app
