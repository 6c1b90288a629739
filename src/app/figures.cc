#include "app/figures.h"

#include <algorithm>

#include <fmt/format.h>

#include "platform/api/router.h"

namespace sluis::app {
namespace {

using Seconds = std::chrono::duration<double>;

// Of a method that HTTP does not know there is nothing to tell apart.
std::string_view name_of(http::Method method) {
  return method == http::Method::other ? "other" : api::method_name(method);
}

}  // namespace

RequestFigures::RequestFigures(std::span<const api::Route> routes, metrics::Registry& metrics,
                               log::Log& log)
    : log_(log), others_(of_route("other", metrics)) {
  for (const api::Route& route : routes) {
    routes_.emplace(route.operation, of_route(route.operation, metrics));
  }
}

RequestFigures::OfRoute RequestFigures::of_route(std::string_view operation,
                                                 metrics::Registry& metrics) {
  const std::string name(operation);
  OfRoute figures{
      .by_class = {},
      .seconds = &metrics.histogram("sluis_request_seconds", "From a request's head to its answer.",
                                    {{"operation", name}})};
  for (std::size_t i = 0; i < figures.by_class.size(); ++i) {
    figures.by_class[i] =
        &metrics.counter("sluis_requests_total", "Requests that were answered.",
                         {{"operation", name}, {"class", fmt::format("{}xx", i + 1)}});
  }
  return figures;
}

void RequestFigures::take(const api::Served& served) const {
  const auto known = served.route ? routes_.find(served.route->operation) : routes_.end();
  const OfRoute& figures = known == routes_.end() ? others_ : known->second;
  const int status_class = std::clamp(served.status / 100, 1, 5);
  figures.by_class[static_cast<std::size_t>(status_class - 1)]->add();
  figures.seconds->observe(std::chrono::duration_cast<Seconds>(served.took).count());

  const bool ordinary = only_reads(served.method) && served.status < 400;
  const log::Level level = served.status >= 500 ? log::Level::error
                           : ordinary           ? log::Level::debug
                                                : log::Level::info;
  if (!log_.wants(level)) return;
  const std::string id = to_string(served.id);
  if (level == log::Level::error && !served.fault.empty()) {
    log_.error("request failed", {{"id", id}, {"why", served.fault}});
  }
  log_.write(level, "request",
             {{"id", id},
              {"method", name_of(served.method)},
              {"route", served.route ? served.route->path : "other"},
              {"status", static_cast<std::int64_t>(served.status)},
              {"us", served.took.count()},
              {"bytes", static_cast<std::int64_t>(served.body_bytes)}});
}

void count_store(metrics::Registry& metrics, const store::Store& store) {
  const auto counter = [&](std::string_view name, std::string_view help,
                           std::uint64_t store::Counters::* member) {
    metrics.counter_from(name, help, [&store, member] { return store.counters().*member; });
  };
  const auto gauge = [&](std::string_view name, std::string_view help,
                         std::size_t store::Counters::* member) {
    metrics.gauge_from(name, help,
                       [&store, member] { return static_cast<double>(store.counters().*member); });
  };
  using store::Counters;
  counter("sluis_store_units_total", "Units of work that were run.", &Counters::units);
  counter("sluis_store_commits_total", "Commits that carried them.", &Counters::commits);
  counter("sluis_store_readings_total", "Snapshots that were read.", &Counters::readings);
  counter("sluis_store_failures_total", "Units and readings that failed.", &Counters::failures);
  counter("sluis_store_retries_total", "Units that were run again.", &Counters::retries);
  gauge("sluis_store_waiting_writes", "Units that wait now.", &Counters::waiting_writes);
  gauge("sluis_store_waiting_reads", "Readings that wait now.", &Counters::waiting_reads);
}

void count_http(metrics::Registry& metrics, const http::Server& server) {
  const metrics::Labels port = {{"port", std::to_string(server.port())}};
  const auto counter = [&](std::string_view name, std::string_view help,
                           std::uint64_t http::Stats::* member) {
    metrics.counter_from(name, help, [&server, member] { return server.stats().*member; }, port);
  };
  using http::Stats;
  metrics.gauge_from(
      "sluis_connections", "Connections that are open.",
      [&server] { return static_cast<double>(server.stats().connections_open); }, port);
  counter("sluis_connections_total", "Connections accepted.", &Stats::connections_accepted);
  counter("sluis_connections_refused_total", "Connections over a limit.",
          &Stats::connections_refused);
  counter("sluis_requests_refused_total", "Requests malformed, too large or too slow.",
          &Stats::requests_refused);
  counter("sluis_requests_failed_total", "Requests where the server itself went wrong.",
          &Stats::requests_failed);
  counter("sluis_received_bytes_total", "Bytes received.", &Stats::bytes_received);
  counter("sluis_sent_bytes_total", "Bytes sent.", &Stats::bytes_sent);
}

void count_log(metrics::Registry& metrics, const log::Log& log) {
  metrics.counter_from("sluis_log_dropped_total", "Log entries lost: the reader was too slow.",
                       [&log] { return log.dropped(); });
}

}  // namespace sluis::app
