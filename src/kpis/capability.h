// The tables of data that kpis gives to the program.
#pragma once

#include <span>
#include <vector>

#include "platform/api/route.h"
#include "platform/command/command.h"
#include "platform/store/migrations.h"

namespace sluis::kpis {

std::vector<api::Route> routes();
std::vector<command::Command> commands();
std::span<const store::Migration> migrations();  // of schema/, compiled in

}  // namespace sluis::kpis
