#include "platform/command/help.h"

#include <algorithm>

#include <fmt/format.h>

#include "platform/command/display_width.h"
#include "platform/config/config.h"

namespace sluis::command {
namespace {

constexpr Text kUsage{"Usage: sluis {0}", "Gebruik: sluis {0}"};
constexpr Text kOverview{"COMMAND [OPTION …]", "OPDRACHT [OPTIE …]"};
constexpr Text kOptionsWord{"[OPTION …]", "[OPTIE …]"};
constexpr Text kCommands{"Commands:", "Opdrachten:"};
constexpr Text kArguments{"Arguments:", "Argumenten:"};
constexpr Text kOptions{"Options:", "Opties:"};
constexpr Text kSettings{"Settings (also as variables SLUIS_… and keys of sluis.toml):",
                         "Instellingen (ook als variabelen SLUIS_… en sleutels van sluis.toml):"};
constexpr Text kMore{
    "`sluis COMMAND --help` explains a command, `sluis help exit-codes` how it ends.",
    "`sluis OPDRACHT --help` legt een opdracht uit, `sluis help exit-codes` hoe hij eindigt."};
constexpr Text kRequired{"needed", "verplicht"};
constexpr Text kFallback{"otherwise {0}", "anders {0}"};
constexpr Text kOneOf{"one of: {0}", "een van: {0}"};
constexpr Text kStandardFile{"- is standard input", "- is de standaardinvoer"};
constexpr Text kPassword{"The password is read from standard input.",
                         "Het wachtwoord wordt van de standaardinvoer gelezen."};
constexpr Text kTextInput{"Reads standard input.", "Leest de standaardinvoer."};
constexpr Text kHelpText{"This text", "Deze tekst"};
constexpr Text kConfigText{"TOML file with settings; otherwise sluis.toml in the data folder",
                           "TOML-bestand met instellingen; anders sluis.toml in de gegevensmap"};
constexpr Text kFormatText{"How rows are printed", "Hoe rijen getoond worden"};
constexpr int kWidthMax = 100;
constexpr int kIndent = 2;

// One line of a list: a name on the left, a text on the right.
struct Entry {
  std::string left;
  std::string right;
};

std::string wrapped(std::string_view text, int indent, int width) {
  std::string out;
  int column = indent;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, space);
    const int size = display_width(word);
    if (column > indent && column + 1 + size > width) {
      out += '\n' + std::string(static_cast<std::size_t>(indent), ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += size;
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return out;
}

std::string list_of(const std::vector<Entry>& entries, const Reader& reader) {
  const int width = reader.width > 0 ? std::min(reader.width, kWidthMax) : kWidthMax;
  int left = 0;
  for (const Entry& entry : entries)
    left = std::max(left, display_width(entry.left));
  left = std::min(left, width / 3);
  std::string out;
  for (const Entry& entry : entries) {
    const int start = kIndent + left + 2;
    const int gap = start - kIndent - display_width(entry.left);
    out += std::string(kIndent, ' ') + entry.left;
    if (gap >= 2) {
      out.append(static_cast<std::size_t>(gap), ' ');
    } else {
      out += '\n' + std::string(static_cast<std::size_t>(start), ' ');
    }
    out += wrapped(entry.right, start, width) + '\n';
  }
  return out;
}

std::string joined(const std::vector<std::string>& notes) {
  return notes.empty() ? "" : fmt::format(" ({})", fmt::join(notes, "; "));
}

std::string explained(const Option& option, Language language) {
  std::vector<std::string> notes;
  const auto names = option.type.names();
  if (option.required) notes.emplace_back(kRequired.in(language));
  if (!names.empty()) notes.push_back(Message(kOneOf, join_names(names)).in(language));
  if (option.kind == Kind::file_in) notes.emplace_back(kStandardFile.in(language));
  if (!option.fallback.empty()) notes.push_back(Message(kFallback, option.fallback).in(language));
  return std::string(option.help.in(language)) + joined(notes);
}

std::string explained(const config::Setting& setting, Language language) {
  std::vector<std::string> notes;
  const auto names = config::type_of(setting).names();
  if (!names.empty()) notes.push_back(Message(kOneOf, join_names(names)).in(language));
  if (!setting.fallback.empty()) notes.push_back(Message(kFallback, setting.fallback).in(language));
  return std::string(setting.help.in(language)) + joined(notes);
}

std::string_view placeholder(const Option& option) {
  return option.value.empty() ? option.name : option.value;
}

std::vector<Entry> option_entries(const Command& command, Language language) {
  std::vector<Entry> entries;
  for (const Option& option : command.options) {
    const bool flag = option.kind == Kind::flag;
    std::string left = flag ? fmt::format("--{}", option.name)
                            : fmt::format("--{} {}", option.name, placeholder(option));
    entries.push_back({std::move(left), explained(option, language)});
  }
  if (command.output == Output::rows) {
    const std::string names = Message(kOneOf, join_names(enum_names<Format>())).in(language);
    entries.push_back({"--format FORMAT", fmt::format("{} ({})", kFormatText.in(language), names)});
  }
  entries.push_back({"--help", std::string(kHelpText.in(language))});
  return entries;
}

std::vector<Entry> setting_entries(const Command& command, Language language) {
  std::vector<Entry> entries;
  for (const config::Setting& setting : config::all_settings()) {
    const bool taken = command.every_setting || setting.reach == config::Reach::every_command;
    if (!taken || setting.hidden) continue;
    entries.push_back(
        {fmt::format("--{} {}", setting.name(), setting.value), explained(setting, language)});
  }
  entries.push_back({"--config FILE", std::string(kConfigText.in(language))});
  return entries;
}

std::string section(const Text& title, const std::vector<Entry>& entries, const Reader& reader) {
  return entries.empty()
             ? ""
             : fmt::format("\n{}\n{}", title.in(reader.language), list_of(entries, reader));
}

std::vector<Entry> command_entries(const std::vector<const Command*>& commands, Language language) {
  std::vector<Entry> entries;
  for (const Command* command : commands) {
    entries.push_back({std::string(command->name), std::string(command->summary.in(language))});
  }
  return entries;
}

std::string usage_of(const Command& command, Language language) {
  std::string usage(command.name);
  for (const Option& option : command.positionals) {
    const std::string_view name = placeholder(option);
    const std::string_view more = option.many ? " …" : "";
    usage +=
        option.required ? fmt::format(" {}{}", name, more) : fmt::format(" [{}{}]", name, more);
  }
  for (const Option& option : command.options) {
    if (option.required) usage += fmt::format(" --{} {}", option.name, placeholder(option));
  }
  return fmt::format("{} {}", usage, kOptionsWord.in(language));
}

}  // namespace

std::string help_overview(const Table& table, const Reader& reader) {
  std::vector<const Command*> visible;
  for (const Command& command : table.commands()) {
    if (!command.hidden) visible.push_back(&command);
  }
  const Language language = reader.language;
  return Message(kUsage, kOverview.in(language)).in(language) + "\n" +
         section(kCommands, command_entries(visible, language), reader) + "\n" +
         std::string(kMore.in(language)) + "\n";
}

std::string help_group(const std::vector<const Command*>& group, const Reader& reader) {
  return std::string(kCommands.in(reader.language)) + "\n" +
         list_of(command_entries(group, reader.language), reader);
}

std::string help_command(const Command& command, const Reader& reader) {
  const Language language = reader.language;
  std::string out = Message(kUsage, usage_of(command, language)).in(language);
  out += fmt::format("\n\n{}\n", command.summary.in(language));
  if (command.input == Input::password) out += fmt::format("{}\n", kPassword.in(language));
  if (command.input == Input::text) out += fmt::format("{}\n", kTextInput.in(language));
  std::vector<Entry> arguments;
  for (const Option& option : command.positionals) {
    arguments.push_back({std::string(placeholder(option)), explained(option, language)});
  }
  out += section(kArguments, arguments, reader);
  out += section(kOptions, option_entries(command, language), reader);
  return out + section(kSettings, setting_entries(command, language), reader);
}

}  // namespace sluis::command
