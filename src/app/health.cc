#include "app/health.h"

#include "kernel/assert.h"

namespace sluis::app {
namespace {

using api::Allow;

enum class Status { ok };
BOOST_DESCRIBE_ENUM(Status, ok)

struct Health {
  Status status = Status::ok;
  std::string version = SLUIS_VERSION;
};
BOOST_DESCRIBE_STRUCT(Health, (), (status, version))

Result<Health> healthy(const api::Call&) {
  return Health{};
}

// The store was migrated before anything was served; that it gave a snapshot says that it is there.
Result<Health> ready(store::Snapshot&, const api::Call&) {
  return Health{};
}

}  // namespace

std::vector<api::Route> health_routes(const metrics::Registry* metrics) {
  const auto figures = [metrics](store::Snapshot&, const api::Call&) -> Result<api::Download> {
    SLUIS_ASSERT(metrics);
    return api::Download{"text/plain; version=0.0.4; charset=utf-8", "metrics.txt",
                         metrics->exposition()};
  };
  return {
      {.operation = "program.health",
       .method = http::Method::get,
       .path = "/healthz",
       .summary = {"Whether the program runs.", "Of het programma draait."},
       .allow = Allow::anyone(),
       .handler = api::memory(healthy)},
      {.operation = "program.ready",
       .method = http::Method::get,
       .path = "/readyz",
       .summary = {"Whether requests can be served: the store is there and migrated.",
                   "Of verzoeken bediend kunnen worden: de opslag is er en is bijgewerkt."},
       .allow = Allow::anyone(),
       .handler = api::read(ready)},
      {.operation = "program.metrics",
       .method = http::Method::get,
       .path = "/metrics",
       .summary = {"Figures of the program itself, for Prometheus.",
                   "Cijfers over het programma zelf, voor Prometheus."},
       .allow = Allow::role(api::Role::admin) | Allow::key(api::KeyScope::metrics),
       .handler = api::read(figures),
       .content_type = "text/plain"},
  };
}

}  // namespace sluis::app
