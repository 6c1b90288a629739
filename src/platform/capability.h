// What a capability gives to the program: tables of data that main() lists and the platform runs.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "platform/api/route.h"
#include "platform/command/command.h"
#include "platform/live/live.h"
#include "platform/outbox/driver.h"
#include "platform/store/migrations.h"
#include "platform/store/statement.h"

namespace sluis {

struct Capability {
  std::string_view name;  // of its folder, and the prefix of its tables
  std::span<const store::Migration> migrations;
  std::span<const store::Statement* const> statements;
  // What it keeps in the analytical store.
  std::span<const store::Migration> analytics_migrations = {};
  std::span<const store::Statement* const> analytics_statements = {};
  std::vector<api::Route> routes = {};
  std::vector<command::Command> commands = {};
  std::vector<outbox::Consumer> consumers = {};
  std::vector<live::Topic> topics = {};
};

}  // namespace sluis
