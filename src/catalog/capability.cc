#include "platform/capability.h"

#include "catalog/catalog.h"
#include "catalog/commands.h"
#include "catalog/routes.h"
#include "catalog/store.h"
#include "catalog/store_comparing.h"
#include "catalog/store_content.h"
#include "catalog/store_edits.h"

namespace sluis::catalog {

std::span<const store::Migration> migrations();  // of schema/, compiled in

namespace {

std::span<const store::Statement* const> statements() {
  static const std::vector<const store::Statement*> all = [] {
    const auto own = sql::statements();
    std::vector<const store::Statement*> both(own.begin(), own.end());
    std::ranges::copy(sql::content_statements(), std::back_inserter(both));
    std::ranges::copy(sql::comparing_statements(), std::back_inserter(both));
    std::ranges::copy(sql::edit_statements(), std::back_inserter(both));
    return both;
  }();
  return all;
}

std::vector<api::Route> all_routes(blobs::Blobs* blobs) {
  std::vector<api::Route> all = routes();
  std::ranges::move(content_routes(blobs), std::back_inserter(all));
  std::ranges::move(edit_routes(), std::back_inserter(all));
  return all;
}

}  // namespace

Capability capability(blobs::Blobs* blobs) {
  return {.name = "catalog",
          .migrations = migrations(),
          .statements = statements(),
          .routes = all_routes(blobs),
          .commands = commands(),
          .topics = {{.name = "catalog", .allow = api::Allow::staff()}}};
}

}  // namespace sluis::catalog
