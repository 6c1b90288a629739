#include "platform/capability.h"

#include "segments/buyers.h"
#include "segments/commands.h"
#include "segments/routes.h"
#include "segments/segments.h"
#include "segments/store.h"
#include "segments/store_buyers.h"
#include "segments/store_members.h"

namespace sluis::segments {

// Of schema/ and analytics/, compiled in.
std::span<const store::Migration> migrations();
std::span<const store::Migration> analytics_migrations();

namespace {

std::span<const store::Statement* const> statements() {
  static const std::vector<const store::Statement*> all = [] {
    const auto own = sql::statements();
    std::vector<const store::Statement*> both(own.begin(), own.end());
    std::ranges::copy(sql::buyer_statements(), std::back_inserter(both));
    return both;
  }();
  return all;
}

}  // namespace

Capability capability() {
  return {.name = "segments",
          .migrations = migrations(),
          .statements = statements(),
          .analytics_migrations = analytics_migrations(),
          .analytics_statements = sql::analytics_statements(),
          .routes = routes(),
          .commands = commands(),
          .consumers = {forgetting()},
          .topics = {{.name = "segments", .allow = kReaders}}};
}

}  // namespace sluis::segments
