#include "app/capabilities.h"

#include "access/access.h"
#include "app/above.h"
#include "app/frame.h"
#include "app/health.h"
#include "catalog/catalog.h"
#include "channels/channels.h"
#include "company/company.h"
#include "conflicts/conflicts.h"
#include "connectors/connectors.h"
#include "consent/consent.h"
#include "contacts/contacts.h"
#include "contacts/forgetting.h"
#include "customers/customers.h"
#include "customers/follow.h"
#include "decisions/forgetting.h"
#include "identities/identities.h"
#include "imports/imports.h"
#include "kpis/kpis.h"
#include "measures/measures.h"
#include "orders/forgetting.h"
#include "orders/orders.h"
#include "panel/forgetting.h"
#include "panel/panel.h"
#include "platform/jobs/routes.h"
#include "platform/mail/routes.h"
#include "platform/own.h"
#include "reports/reports.h"
#include "segments/segments.h"
#include "simulator/simulator.h"
#include "stock/stock.h"
#include "taxes/taxes.h"
#include "value/value.h"
#include "views/views.h"

namespace sluis::app {

customers::Above above_customers() {
  static constexpr customers::Teller kTellers[] = {
      {.room = "orders", .tell = orders::kept_of},
      {.room = "contacts", .tell = contacts::kept_of},
      {.room = "panel", .tell = panel::kept_of},
      {.room = "decisions", .tell = decisions::kept_of},
  };
  return {.clear = {segments::forget, value::forget}, .tell = kTellers};
}

std::vector<Capability> capabilities(const Engines& engines) {
  return {access::capability(),
          company::capability(),
          views::capability(),
          kpis::capability(),
          channels::capability(),
          taxes::capability(),
          catalog::capability(engines.blobs),
          identities::capability(),
          consent::capability(),
          events::capability(engines.intake),
          customers::capability(above_customers()),
          segments::capability(),
          stock::capability(),
          orders::capability(engines.intake),
          contacts::capability(engines.intake, engines.switchboard, engines.relay, engines.blobs),
          conflicts::capability(),
          journeys::capability(engines.journeys),
          value::capability(),
          panel::capability(),
          decisions::capability(engines.decisions, engines.intake),
          reports::capability(),
          imports::capability(engines.intake),
          connectors::capability(engines.intake, engines.decisions),
          measures::capability(),
          simulator::capability(engines.intake)};
}

store::Registry registry() {
  store::Registry registry{{platform::migrations()}, {platform::statements()}};
  for (const Capability& capability : capabilities()) {
    registry.migrations.push_back(capability.migrations);
    registry.statements.push_back(capability.statements);
  }
  return registry;
}

store::Registry analytics_registry() {
  store::Registry registry;
  for (const Capability& capability : capabilities()) {
    registry.migrations.push_back(capability.analytics_migrations);
    registry.statements.push_back(capability.analytics_statements);
  }
  return registry;
}

std::vector<api::Route> routes(outbox::Tail* tail, const metrics::Registry* metrics,
                               const Engines& engines) {
  std::vector<api::Route> routes = health_routes(metrics);
  std::ranges::move(frame_routes(), std::back_inserter(routes));
  std::ranges::move(jobs::routes(), std::back_inserter(routes));
  std::ranges::move(mail::routes(), std::back_inserter(routes));
  std::vector<live::Topic> topics = {
      {.name = "platform",
       .allow = api::Allow::role(api::Role::admin) | api::Allow::role(api::Role::manager)}};
  for (Capability& capability : capabilities(engines)) {
    std::ranges::move(capability.routes, std::back_inserter(routes));
    std::ranges::move(capability.topics, std::back_inserter(topics));
  }
  routes.push_back(live::route(tail, std::move(topics)));
  return routes;
}

std::vector<events::Reader> log_readers(IdSource& ids) {
  return {customers::log_reader(ids), decisions::outcome_reader()};
}

}  // namespace sluis::app
