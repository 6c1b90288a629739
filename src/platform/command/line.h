// Reads a command line against the table of commands. What is wrong is told all at once: which
// option, what is wrong, and what would be right.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "platform/command/command.h"

namespace sluis::command {

class Table {
 public:
  explicit Table(std::vector<Command> commands);

  const std::vector<Command>& commands() const { return commands_; }
  // The command whose name these words begin with; the longest name wins.
  const Command* find(std::span<const std::string> words) const;
  // Commands with a name that begins with this word: "channels" for "channels list".
  std::vector<const Command*> group(std::string_view word) const;

 private:
  std::vector<Command> commands_;
};

struct Line {
  const Command* command = nullptr;
  Given given;
  std::vector<std::pair<std::string, std::string>> settings;  // for config::resolve
  std::optional<std::string> config_file;
  bool help = false;  // --help was among them; nothing else was checked
};

Result<Line> parse_line(const Table& table, std::span<const std::string> words);

// The words that give the same line again, with paths made absolute: for another process.
std::vector<std::string> absolute_words(const Line& line, const std::filesystem::path& folder);

}  // namespace sluis::command
