// The route of what is about to run out, and of what lies too long.

#include "stock/alerts.h"
#include "stock/routes.h"

namespace sluis::stock {
namespace {

struct AlertsInput {
  std::optional<AlertKind> kind;
  std::optional<Whole<1, 730>> cover_days;
  std::optional<Whole<1, 365>> lead_days;
  std::optional<Whole<0, 10'000>> carrying_basis_points;  // of the value, a year
  std::optional<Limit> limit;
};
BOOST_DESCRIBE_STRUCT(AlertsInput, (), (kind, cover_days, lead_days, carrying_basis_points, limit))

// An alert with its reason in the language of whoever asks.
struct ToldAlert : Alert {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ToldAlert, (Alert), (reason))

Result<api::Page<ToldAlert>> list_alerts(store::Snapshot& snapshot, const api::Call& call,
                                         const AlertsInput& in) {
  AlertQuery query{.kind = in.kind};
  query.cover = in.cover_days.value_or(query.cover);
  query.lead = in.lead_days.value_or(query.lead);
  query.carrying = in.carrying_basis_points.value_or(query.carrying);
  if (in.limit) query.limit = in.limit->number;
  api::Page<ToldAlert> page;
  for (Alert& alert : alerts(snapshot, query, call.now)) {
    ToldAlert told;
    told.reason = reason_of(alert).in(call.language);
    static_cast<Alert&>(told) = std::move(alert);
    page.items.push_back(std::move(told));
  }
  return page;
}

}  // namespace

std::vector<api::Route> alert_routes() {
  return {
      {.operation = "stock.alerts",
       .method = http::Method::get,
       .path = "/api/v1/stock/alerts",
       .summary = {"What is about to run out and what lies too long, the costliest first.",
                   "Wat bijna op is en wat te lang ligt, het duurste eerst."},
       .allow = kManagers | api::Allow::role(api::Role::analyst),
       .handler = api::read(list_alerts)},
  };
}

}  // namespace sluis::stock
