// What --help and `sluis help` print, from the table of commands.
#pragma once

#include "platform/command/line.h"

namespace sluis::command {

std::string help_overview(const Table& table, const Reader& reader);
// The commands that begin with a word: `sluis channels --help`.
std::string help_group(const std::vector<const Command*>& group, const Reader& reader);
std::string help_command(const Command& command, const Reader& reader);

enum class Shell : std::uint8_t { bash, zsh, fish };
BOOST_DESCRIBE_ENUM(Shell, bash, zsh, fish)

// A script for that shell that completes commands, options, and values that have names.
std::string completion_script(const Table& table, Shell shell);

}  // namespace sluis::command
