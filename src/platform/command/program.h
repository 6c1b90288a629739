// Runs a command line: reads it, finds out the settings, and runs the command here or in the
// process that owns the data folder.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/command/control.h"
#include "platform/command/exit_code.h"
#include "platform/command/line.h"
#include "platform/command/terminal.h"
#include "platform/config/config.h"

namespace sluis::command {

// A company's data, opened by this process; closed at the end of its life.
class OpenHome {
 public:
  virtual ~OpenHome() = default;
  virtual Home& home() = 0;
};
using HomeOpener = std::function<Result<std::unique_ptr<OpenHome>>(const config::Config& config)>;

// The commands of the program with `help` and `completion`, which know all of them.
std::unique_ptr<Table> complete_table(std::vector<Command> commands);

// What a command line is run with.
struct Surroundings {
  Reader reader;
  Screen& screen;
  Signals& signals;
  config::Inputs inputs;  // without the flags, which come from the command line
};

ExitCode run_program(const Table& table, const std::vector<std::string>& words,
                     Surroundings& surroundings, const HomeOpener& open);

// The same operation inside a serving process, for a caller at the control socket.
End run_call(const Table& table, const Call& call, std::string input, Screen& screen,
             const std::stop_token& cancel, const config::Config& config, Home* home);

// A refusal with its fields, a line each.
std::string text_of(const Refusal& refusal, Language language);

}  // namespace sluis::command
