#include "platform/command/line.h"

#include <algorithm>

#include <fmt/format.h>

#include "kernel/assert.h"
#include "kernel/nearest.h"
#include "platform/config/config.h"

namespace sluis::command {
namespace {

constexpr Text kNotUnderstood{"`sluis {0}` cannot be run like this; see `sluis {0} --help`:",
                              "`sluis {0}` kan zo niet; zie `sluis {0} --help`:"};
constexpr Text kNoCommand{"There is no command `sluis {0}`; `sluis help` lists them.",
                          "Er is geen opdracht `sluis {0}`; `sluis help` noemt ze."};
constexpr Text kNearCommand{"There is no command `sluis {0}`; did you mean `sluis {1}`?",
                            "Er is geen opdracht `sluis {0}`; bedoelde u `sluis {1}`?"};
constexpr Text kIncomplete{"`sluis {0}` needs one more word: {1}.",
                           "`sluis {0}` heeft nog een woord nodig: {1}."};
constexpr Text kOptionFirst{"Begin with the command: `sluis COMMAND {0} …`.",
                            "Begin met de opdracht: `sluis OPDRACHT {0} …`."};
constexpr Text kUnknown{"is not an option of this command", "is geen optie van deze opdracht"};
constexpr Text kNear{"is not an option of this command; did you mean --{0}?",
                     "is geen optie van deze opdracht; bedoelde u --{0}?"};
constexpr Text kNeedsValue{"needs a value: --{0} {1}", "heeft een waarde nodig: --{0} {1}"};
constexpr Text kTakesNone{"takes no value; write just --{0}",
                          "heeft geen waarde; schrijf alleen --{0}"};
constexpr Text kMustBe{"must be {0}, not \"{1}\"", "moet {0} zijn, niet \"{1}\""};
constexpr Text kRequired{"is needed", "is nodig"};
constexpr Text kTooMany{"is one word too many; quote a value that has spaces",
                        "is een woord te veel; zet een waarde met spaties tussen aanhalingstekens"};

bool is_option(std::string_view word) {
  return word.starts_with('-') && word != "-";
}

std::string first_words(std::span<const std::string> words) {
  std::string out;
  for (const std::string& word : words) {
    if (is_option(word)) break;
    out += (out.empty() ? "" : " ") + word;
  }
  return out;
}

// How many words of a name there are, for skipping it.
std::size_t word_count(std::string_view name) {
  return static_cast<std::size_t>(std::ranges::count(name, ' ')) + 1;
}

std::unexpected<Refusal> no_such_command(const Table& table, std::span<const std::string> words) {
  if (!words.empty() && is_option(words[0])) {
    return std::unexpected(
        Refusal(kind_of(CommandRefusal::misuse), Message(kOptionFirst, words[0])));
  }
  const std::string given = first_words(words);
  const auto group = table.group(words.empty() ? std::string_view() : words[0]);
  std::vector<std::string_view> names;
  if (!group.empty() && word_count(given) == 1) {
    for (const Command* command : group)
      names.push_back(command->name);
    return refuse(CommandRefusal::misuse, Message(kIncomplete, given, join_names(names)));
  }
  for (const Command& command : table.commands()) {
    if (!command.hidden) names.push_back(command.name);
  }
  std::string_view meant = nearest(given, names);
  if (meant.empty() && !words.empty()) meant = nearest(words[0], names);
  if (meant.empty()) return refuse(CommandRefusal::misuse, Message(kNoCommand, given));
  return refuse(CommandRefusal::misuse, Message(kNearCommand, given, meant));
}

class Parser {
 public:
  Parser(const Command& command, std::span<const std::string> words)
      : command_(command), words_(words) {
    line_.command = &command;
  }

  Result<Line> run() {
    if (asks_for_help()) {
      line_.help = true;
      return std::move(line_);
    }
    while (next_ < words_.size())
      take_word();
    finish();
    if (problems_.empty()) return std::move(line_);
    return std::unexpected(
        Refusal(kind_of(CommandRefusal::misuse), Message(kNotUnderstood, command_.name))
            .with(std::move(problems_)));
  }

 private:
  bool asks_for_help() const {
    const auto end = std::ranges::find(words_, "--");
    return std::any_of(words_.begin(), end,
                       [](const auto& word) { return word == "--help" || word == "-h"; });
  }

  void take_word() {
    const std::string& word = words_[next_++];
    if (only_positionals_ || !is_option(word)) return take_positional(word);
    if (word == "--") {
      only_positionals_ = true;
      return;
    }
    if (!word.starts_with("--")) return problem(word, "unknown", kUnknown);
    const std::size_t equals = std::min(word.find('='), word.size());
    const std::string name = word.substr(2, equals - 2);
    std::optional<std::string> value;
    if (equals < word.size()) value = word.substr(equals + 1);
    take_option(name, std::move(value));
  }

  void take_positional(const std::string& word) {
    if (positional_ == command_.positionals.size()) return problem(word, "unknown", kTooMany);
    const Option& option = command_.positionals[positional_];
    if (!option.many) ++positional_;
    take_value(option, word);
  }

  void take_option(const std::string& name, std::optional<std::string> value) {
    const auto option = std::ranges::find(command_.options, name, &Option::name);
    if (option != command_.options.end()) {
      if (option->kind == Kind::flag) return take_flag(name, value.has_value());
      if (value || take_next(name, option->value, value)) take_value(*option, *value);
    } else if (name == "format" && command_.output == Output::rows) {
      if (value || take_next(name, "table|json|csv", value)) take_format(*value);
    } else if (name == "config") {
      if (value || take_next(name, "FILE", value)) line_.config_file = *value;
    } else if (const config::Setting* setting = find_setting(name)) {
      if (value || take_next(name, setting->value, value))
        line_.settings.emplace_back(name, *value);
    } else {
      unknown(name);
      // The word behind it is most likely its value.
      const bool valued = !value && next_ < words_.size() && !is_option(words_[next_]);
      if (valued) ++next_;
    }
  }

  const config::Setting* find_setting(std::string_view name) const {
    for (const config::Setting& setting : config::all_settings()) {
      const bool taken = command_.every_setting || setting.reach == config::Reach::every_command;
      if (taken && setting.name() == name) return &setting;
    }
    return nullptr;
  }

  // The following word is the value, unless it is an option itself.
  bool take_next(std::string_view name, std::string_view placeholder,
                 std::optional<std::string>& value) {
    if (next_ == words_.size() || words_[next_].starts_with("--")) {
      problem(fmt::format("--{}", name), "required", Message(kNeedsValue, name, placeholder));
      return false;
    }
    value = words_[next_++];
    return true;
  }

  void take_flag(const std::string& name, bool has_value) {
    if (has_value) return problem("--" + name, "unknown", Message(kTakesNone, name));
    line_.given.flags.push_back(name);
  }

  void take_value(const Option& option, const std::string& value) {
    if (!option.type.accepts(value)) {
      return problem(written(option), "format", Message(kMustBe, option.type.expected(), value));
    }
    const std::string name(option.name);
    if (!option.many) {
      std::erase_if(line_.given.values, [&](const auto& given) { return given.first == name; });
    }
    line_.given.values.emplace_back(name, value);
  }

  void take_format(const std::string& text) {
    const auto format = parse_enum<Format>(text);
    if (!format) {
      return problem("--format", "format", Message(kMustBe, TextForm<Format>::expected(), text));
    }
    line_.given.format = *format;
  }

  void unknown(const std::string& name) {
    std::vector<std::string> names = {"help", "config"};
    if (command_.output == Output::rows) names.push_back("format");
    for (const Option& option : command_.options)
      names.emplace_back(option.name);
    for (const config::Setting& setting : config::all_settings()) {
      if (find_setting(setting.name()) && !setting.hidden) names.push_back(setting.name());
    }
    const std::string_view meant = nearest(name, {names.begin(), names.end()});
    problem("--" + name, "unknown", meant.empty() ? Message(kUnknown) : Message(kNear, meant));
  }

  void finish() {
    for (const auto* options : {&command_.options, &command_.positionals}) {
      for (const Option& option : *options)
        finish(option);
    }
  }

  void finish(const Option& option) {
    if (option.kind == Kind::flag) return;
    auto& values = line_.given.values;
    const auto same = [&](const auto& given) { return given.first == option.name; };
    if (std::ranges::any_of(values, same)) return;
    const std::string name = written(option);
    const bool told = std::ranges::any_of(
        problems_, [&](const FieldProblem& problem) { return problem.pointer == name; });
    if (option.required && !told) problem(name, "required", kRequired);
    if (!option.fallback.empty()) values.emplace_back(option.name, option.fallback);
  }

  std::string written(const Option& option) const {
    const bool positional = std::ranges::any_of(
        command_.positionals, [&](const Option& other) { return &other == &option; });
    if (!positional) return fmt::format("--{}", option.name);
    return std::string(option.value.empty() ? option.name : option.value);
  }

  void problem(std::string where, std::string_view code, const Message& message) {
    problems_.push_back({std::move(where), code, message});
  }

  const Command& command_;
  std::span<const std::string> words_;
  std::size_t next_ = 0;
  std::size_t positional_ = 0;
  bool only_positionals_ = false;
  Line line_;
  std::vector<FieldProblem> problems_;
};

}  // namespace

Table::Table(std::vector<Command> commands) : commands_(std::move(commands)) {
  std::ranges::sort(commands_, {}, &Command::name);
  const auto twin = std::ranges::adjacent_find(commands_, {}, &Command::name);
  SLUIS_ASSERT(twin == commands_.end());
}

const Command* Table::find(std::span<const std::string> words) const {
  const std::string given = first_words(words) + " ";
  const Command* found = nullptr;
  for (const Command& command : commands_) {
    const bool begins = given.starts_with(std::string(command.name) + " ");
    if (begins && (!found || command.name.size() > found->name.size())) found = &command;
  }
  return found;
}

std::vector<const Command*> Table::group(std::string_view word) const {
  std::vector<const Command*> members;
  for (const Command& command : commands_) {
    const bool member = command.name.starts_with(std::string(word) + " ");
    if (!word.empty() && member && !command.hidden) members.push_back(&command);
  }
  return members;
}

Result<Line> parse_line(const Table& table, std::span<const std::string> words) {
  const Command* command = table.find(words);
  if (!command) return no_such_command(table, words);
  return Parser(*command, words.subspan(word_count(command->name))).run();
}

std::vector<std::string> absolute_words(const Line& line, const std::filesystem::path& folder) {
  std::vector<std::string> words;
  std::string_view name = line.command->name;
  while (!name.empty()) {
    const std::size_t space = std::min(name.find(' '), name.size());
    words.emplace_back(name.substr(0, space));
    name.remove_prefix(std::min(space + 1, name.size()));
  }
  const auto absolute = [&](const Option& option, const std::string& value) {
    const bool file = option.kind == Kind::file_in || option.kind == Kind::file_out;
    return file && value != "-" ? (folder / value).lexically_normal().string() : value;
  };
  const auto values_of = [&](const Option& option) {
    std::vector<std::string> values;
    for (const auto& [given, value] : line.given.values) {
      if (given == option.name) values.push_back(absolute(option, value));
    }
    return values;
  };
  for (const std::string& flag : line.given.flags)
    words.push_back("--" + flag);
  for (const Option& option : line.command->options) {
    for (const std::string& value : values_of(option))
      words.push_back(fmt::format("--{}={}", option.name, value));
  }
  if (line.command->output == Output::rows) {
    words.push_back(fmt::format("--format={}", enum_name(line.given.format)));
  }
  words.emplace_back("--");
  for (const Option& option : line.command->positionals)
    std::ranges::move(values_of(option), std::back_inserter(words));
  return words;
}

}  // namespace sluis::command
