// The scripts know the whole table: every command with its options and the names of their values.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "platform/command/help.h"
#include "platform/config/config.h"

namespace sluis::command {
namespace {

// One thing that can be written behind a command.
struct Choice {
  std::string option;  // without dashes
  std::string help;
  bool flag = false;
  bool file = false;
  std::vector<std::string_view> values;
};

std::vector<Choice> choices_of(const Command& command) {
  std::vector<Choice> choices = {{"help", "This text", true, false, {}},
                                 {"config", "TOML file with settings", false, true, {}}};
  for (const Option& option : command.options) {
    const bool file = option.kind == Kind::file_in || option.kind == Kind::file_out;
    choices.push_back({std::string(option.name), std::string(option.help.en),
                       option.kind == Kind::flag, file, option.type.names()});
  }
  if (command.output == Output::rows) {
    choices.push_back({"format", "How rows are printed", false, false, enum_names<Format>()});
  }
  for (const config::Setting& setting : config::all_settings()) {
    const bool taken = command.every_setting || setting.reach == config::Reach::every_command;
    if (!taken || setting.hidden) continue;
    const bool file = setting.value == "DIR" || setting.value == "FILE";
    choices.push_back({setting.name(), std::string(setting.help.en), false, file,
                       config::type_of(setting).names()});
  }
  return choices;
}

std::vector<const Command*> visible(const Table& table) {
  std::vector<const Command*> commands;
  for (const Command& command : table.commands()) {
    if (!command.hidden) commands.push_back(&command);
  }
  return commands;
}

// The words that may follow each beginning of a command: "" → "channels serve …".
std::map<std::string, std::set<std::string>> next_words(const Table& table) {
  std::map<std::string, std::set<std::string>> next;
  for (const Command* command : visible(table)) {
    const std::string name(command->name);
    const std::size_t space = name.find(' ');
    next[""].insert(name.substr(0, space));
    if (space != std::string::npos) next[name.substr(0, space)].insert(name.substr(space + 1));
  }
  return next;
}

std::string bash_script(const Table& table) {
  std::string words;
  for (const auto& [before, after] : next_words(table)) {
    words += fmt::format("    \"{}\") words=\"{}\" ;;\n", before, fmt::join(after, " "));
  }
  std::string options;
  std::string values;
  for (const Command* command : visible(table)) {
    std::string names;
    for (const Choice& choice : choices_of(*command)) {
      names += fmt::format(" --{}", choice.option);
      if (choice.values.empty()) continue;
      values += fmt::format("    \"{} --{}\") words=\"{}\" ;;\n", command->name, choice.option,
                            fmt::join(choice.values, " "));
    }
    options += fmt::format("    \"{}\") words=\"{}\" ;;\n", command->name, names.substr(1));
  }
  return fmt::format(R"(# Completion of sluis for bash: source <(sluis completion bash)
_sluis() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} command= words= i
  for ((i = 1; i < COMP_CWORD && i < 3; i++)); do
    [[ ${{COMP_WORDS[i]}} == -* ]] && break
    command+=${{command:+ }}${{COMP_WORDS[i]}}
  done
  if [[ $previous == --* ]]; then
    case "$command $previous" in
{}    esac
  elif [[ $current == -* ]]; then
    case "$command" in
{}    esac
  else
    case "$command" in
{}    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _sluis sluis
)",
                     values, options, words);
}

// Without what has a meaning inside the quotes of zsh and fish.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += std::string_view("'\\[]:").find(c) == std::string::npos ? c : ' ';
  return out;
}

std::string zsh_script(const Table& table) {
  std::string cases;
  for (const Command* command : visible(table)) {
    std::string specs;
    for (const Choice& choice : choices_of(*command)) {
      const std::string values = choice.file ? "_files"
                                 : choice.values.empty()
                                     ? " "
                                     : fmt::format("({})", fmt::join(choice.values, " "));
      const std::string argument = choice.flag ? "" : fmt::format(":value:{}", values);
      specs += fmt::format(" '--{}[{}]{}'", choice.option, plain(choice.help), argument);
    }
    cases += fmt::format("    '{}') _arguments{} '*:file:_files' ;;\n", command->name, specs);
  }
  std::string words;
  for (const auto& [before, after] : next_words(table)) {
    words += fmt::format("    '{}') compadd -- {} ;;\n", before, fmt::join(after, " "));
  }
  return fmt::format(R"(#compdef sluis
# Completion of sluis for zsh: source <(sluis completion zsh)
_sluis() {{
  local command= i
  for ((i = 2; i < CURRENT && i < 4; i++)); do
    [[ $words[i] == -* ]] && break
    command+=${{command:+ }}$words[i]
  done
  case "$command" in
{}  esac
  case "$command" in
{}  esac
}}
compdef _sluis sluis
)",
                     words, cases);
}

std::string fish_script(const Table& table) {
  std::string out = "# Completion of sluis for fish: sluis completion fish | source\n";
  out += "complete -c sluis -f\n";
  for (const auto& [before, after] : next_words(table)) {
    const std::string when = before.empty()
                                 ? "__fish_use_subcommand"
                                 : fmt::format("__fish_seen_subcommand_from {0}", before);
    out += fmt::format("complete -c sluis -n '{}' -a '{}'\n", when, fmt::join(after, " "));
  }
  for (const Command* command : visible(table)) {
    for (const Choice& choice : choices_of(*command)) {
      const std::string name(command->name);
      const std::size_t space = name.find(' ');
      std::string when = "__fish_seen_subcommand_from " + name.substr(0, space);
      if (space != std::string::npos) {
        when += "; and __fish_seen_subcommand_from " + name.substr(space + 1);
      }
      std::string rest = choice.flag ? "" : choice.file ? " -r -F" : " -x";
      if (!choice.values.empty()) rest += fmt::format(" -a '{}'", fmt::join(choice.values, " "));
      out += fmt::format("complete -c sluis -n '{}' -l {} -d '{}'{}\n", when, choice.option,
                         plain(choice.help), rest);
    }
  }
  return out;
}

}  // namespace

std::string completion_script(const Table& table, Shell shell) {
  switch (shell) {
    case Shell::bash:
      return bash_script(table);
    case Shell::zsh:
      return zsh_script(table);
    case Shell::fish:
      return fish_script(table);
  }
  __builtin_unreachable();
}

}  // namespace sluis::command
