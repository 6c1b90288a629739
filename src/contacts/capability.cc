#include "platform/capability.h"

#include "contacts/commands.h"
#include "contacts/contacts.h"
#include "contacts/forgetting.h"
#include "contacts/instore/store_basket.h"
#include "contacts/routes.h"
#include "contacts/store.h"

namespace sluis::contacts {

std::span<const store::Migration> migrations();  // of schema/, compiled in

Capability capability(events::Intake* intake, Switchboard* switchboard, const Relay* relay,
                      blobs::Blobs* blobs) {
  return {.name = "contacts",
          .migrations = migrations(),
          .statements = sql::statements(),
          .analytics_statements = sql::analytics_statements(),
          .routes = routes(intake, switchboard, relay, blobs),
          .commands = commands(),
          .consumers = {forgetting()},
          .topics = {{.name = "contacts", .allow = api::Allow::staff()}}};
}

}  // namespace sluis::contacts
