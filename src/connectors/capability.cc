#include "platform/capability.h"

#include "connectors/commands.h"
#include "connectors/connectors.h"
#include "connectors/ofrep/routes.h"
#include "connectors/outgoing/queue.h"
#include "connectors/outgoing/routes.h"
#include "connectors/routes.h"
#include "connectors/store.h"
#include "connectors/subscriptions/routes.h"
#include "connectors/subscriptions/subscriptions.h"
#include "connectors/webhooks/routes.h"
#include "connectors/webhooks/taking.h"
#include "connectors/woocommerce/routes.h"

namespace sluis::connectors {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability(events::Intake* intake, decisions::Engine* engine) {
  std::vector<api::Route> all = routes(intake, engine);
  std::ranges::move(connection_routes(), std::back_inserter(all));
  std::ranges::move(ofrep::routes(engine), std::back_inserter(all));
  std::ranges::move(outgoing::routes(), std::back_inserter(all));
  std::ranges::move(subscriptions::routes(), std::back_inserter(all));
  std::ranges::move(woocommerce::routes(intake), std::back_inserter(all));
  std::ranges::move(webhooks::routes(intake), std::back_inserter(all));
  return {.name = "connectors",
          .migrations = migrations(),
          .statements = sql::statements(),
          .routes = std::move(all),
          .commands = commands(),
          .consumers = {webhooks::forgetting(), webhooks::retrying(), outgoing::noticing(),
                        subscriptions::overhearing()},
          .topics = {{.name = "connectors",
                      .allow = api::Allow::role(api::Role::admin) |
                               api::Allow::role(api::Role::manager)}}};
}

}  // namespace sluis::connectors
