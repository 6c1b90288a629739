#include "platform/command/program.h"

#include <algorithm>

#include <fmt/format.h>

#include "platform/command/help.h"

namespace sluis::command {
namespace {

constexpr Text kOtherVersion{
    "The server on this data folder is Sluis {0}, this command is Sluis {1}. Use the same version, "
    "or restart the server with this one.",
    "De server op deze gegevensmap is Sluis {0}, deze opdracht is Sluis {1}. Gebruik dezelfde "
    "versie, of herstart de server met deze."};
constexpr Text kOtherStore{
    "The server on this data folder keeps its data elsewhere. Leave out --store, or name another "
    "folder with --data.",
    "De server op deze gegevensmap bewaart zijn gegevens elders. Laat --store weg, of noem een "
    "andere map met --data."};
constexpr Text kNoServer{
    "No server runs on the data folder {0}; start one with `sluis serve --data {0}`.",
    "Er draait geen server op de gegevensmap {0}; start er een met `sluis serve --data {0}`."};
constexpr std::size_t kInputBytesMax = 32 << 20;
constexpr std::string_view kSocketName = "control.sock";
constexpr std::string_view kVersion = SLUIS_VERSION;

Result<void> run_command(const Command& command, Given given, const Reader& reader, Screen& screen,
                         const config::Config& config, Home* home, std::stop_token cancel) {
  Invocation invocation(command, std::move(given), reader, screen, config, home, std::move(cancel));
  return command.run(invocation);
}

ExitCode report(const Result<void>& result, Screen& screen, Language language) {
  if (result) return ExitCode::done;
  screen.err(text_of(result.error(), language));
  return exit_code_of(result.error());
}

bool reads_standard_input(const Line& line) {
  const auto is_dash = [&](const Option& option) {
    return option.kind == Kind::file_in &&
           std::ranges::any_of(line.given.values, [&](const auto& given) {
             return given.first == option.name && given.second == "-";
           });
  };
  return line.command->input == Input::text ||
         std::ranges::any_of(line.command->options, is_dash) ||
         std::ranges::any_of(line.command->positionals, is_dash);
}

Result<std::string> input_of(const Line& line, Surroundings& around) {
  if (line.command->input == Input::password) {
    return read_password(around.signals, around.screen, around.reader.language);
  }
  if (reads_standard_input(line)) return read_standard_input(around.signals, kInputBytesMax);
  return std::string();
}

Call call_of(const Line& line, const config::Config& config, const Surroundings& around) {
  const Reader& reader = around.reader;
  Call call{.version = std::string(kVersion),
            .words = absolute_words(line, around.inputs.working_folder),
            .store = std::nullopt,
            .dutch = reader.language == Language::nl,
            .terminal = reader.terminal,
            .colour = reader.colour,
            .width = reader.width};
  if (config.source_of("store") != config::Source::standard) {
    call.store = config.settings.store.text;
  }
  return call;
}

// In the serving process if there is one; nothing if there is none that fits.
std::optional<ExitCode> run_there(const Line& line, const config::Config& config,
                                  Surroundings& around, const std::stop_token& cancel) {
  const auto socket = config.settings.data / kSocketName;
  const auto end =
      call_server(socket, call_of(line, config, around), line.given.input, around.screen, cancel);
  const Language language = around.reader.language;
  if (!end) return report(std::unexpected(end.error()), around.screen, language);
  if (!*end) return std::nullopt;
  if (!(*end)->other_store) return static_cast<ExitCode>((*end)->code);
  if (!config.settings.store.embedded()) return std::nullopt;
  around.screen.err(fmt::format("{}\n", kOtherStore.in(language)));
  return ExitCode::unavailable;
}

ExitCode run_here(const Line& line, const config::Config& config, Surroundings& around,
                  const HomeOpener& open, const std::stop_token& cancel) {
  const Language language = around.reader.language;
  if (line.command->needs == Needs::server) {
    around.screen.err(Message(kNoServer, config.settings.data.string()).in(language) + "\n");
    return ExitCode::unavailable;
  }
  auto home = open(config);
  if (!home) {
    around.screen.err(text_of(home.error(), language));
    return ExitCode::unavailable;
  }
  const auto result = run_command(*line.command, line.given, around.reader, around.screen, config,
                                  &(*home)->home(), cancel);
  return report(result, around.screen, language);
}

// --version, and --help where no command says what it is about.
std::optional<ExitCode> answer_about(const Table& table, const std::vector<std::string>& words,
                                     Surroundings& around) {
  Screen& screen = around.screen;
  if (words.empty()) {
    screen.err(help_overview(table, around.reader));
    return ExitCode::misuse;
  }
  if (words[0] == "--version" || words[0] == "-V") {
    screen.out(fmt::format("sluis {}\n", kVersion));
    return ExitCode::done;
  }
  if (words[0] == "--help" || words[0] == "-h") {
    screen.out(help_overview(table, around.reader));
    return ExitCode::done;
  }
  const bool asks = words.back() == "--help" || words.back() == "-h";
  const auto group = table.group(words[0]);
  if (!asks || group.empty() || table.find(words)) return std::nullopt;
  screen.out(help_group(group, around.reader));
  return ExitCode::done;
}

ExitCode run_line(Line line, Surroundings& around, const HomeOpener& open) {
  Screen& screen = around.screen;
  const Language language = around.reader.language;
  if (line.help) {
    screen.out(help_command(*line.command, around.reader));
    return ExitCode::done;
  }
  around.inputs.flags = line.settings;
  around.inputs.file = line.config_file;
  const auto config = config::resolve(around.inputs);
  if (!config) return report(std::unexpected(config.error()), screen, language);
  for (const Message& warning : config->warnings)
    screen.err(warning.in(language) + "\n");
  auto input = input_of(line, around);
  if (!input) return report(std::unexpected(input.error()), screen, language);
  line.given.input = *std::move(input);
  const SignalStop stop(around.signals);
  if (line.command->needs == Needs::nothing) {
    return report(run_command(*line.command, line.given, around.reader, screen, *config, nullptr,
                              stop.token()),
                  screen, language);
  }
  if (const auto code = run_there(line, *config, around, stop.token())) return *code;
  return run_here(line, *config, around, open, stop.token());
}

constexpr Text kUnknownTopic{"There is no command {0}.", "Er is geen opdracht {0}."};

Result<void> print_help(const Table& table, Invocation& args) {
  const auto first = args.find<std::string>("command");
  if (!first) return args.print(help_overview(table, args.reader())), Result<void>();
  if (*first == "exit-codes") {
    return args.print(exit_code_help(args.reader().language)), Result<void>();
  }
  std::vector<std::string> words = {*first};
  if (const auto second = args.find<std::string>("word")) words.push_back(*second);
  if (const Command* command = table.find(words)) {
    return args.print(help_command(*command, args.reader())), Result<void>();
  }
  const auto group = table.group(*first);
  if (group.empty()) return refuse(CommandRefusal::misuse, Message(kUnknownTopic, *first));
  return args.print(help_group(group, args.reader())), Result<void>();
}

}  // namespace

std::string text_of(const Refusal& refusal, Language language) {
  std::string out = refusal.message().in(language) + "\n";
  for (const FieldProblem& problem : refusal.fields()) {
    out += fmt::format("  {}: {}\n", problem.pointer, problem.message.in(language));
  }
  return out;
}

std::unique_ptr<Table> complete_table(std::vector<Command> commands) {
  auto table = std::make_unique<Table>(std::vector<Command>());
  const Table* all = table.get();
  commands.push_back(
      {.name = "help",
       .summary = {"Explain a command", "Leg een opdracht uit"},
       .positionals = {{.name = "command",
                        .value = "COMMAND",
                        .help = {"The command, or exit-codes", "De opdracht, of exit-codes"}},
                       {.name = "word",
                        .value = "WORD",
                        .help = {"Its second word", "Zijn tweede woord"}}},
       .needs = Needs::nothing,
       .run = [all](Invocation& args) { return print_help(*all, args); }});
  commands.push_back({.name = "completion",
                      .summary = {"Print a script that lets a shell complete commands",
                                  "Toon een script waarmee een shell opdrachten aanvult"},
                      .positionals = {{.name = "shell",
                                       .value = "SHELL",
                                       .help = {"Which shell", "Welke shell"},
                                       .type = of<Shell>,
                                       .required = true}},
                      .needs = Needs::nothing,
                      .run = [all](Invocation& args) -> Result<void> {
                        args.print(completion_script(*all, args.as<Shell>("shell")));
                        return {};
                      }});
  *table = Table(std::move(commands));
  return table;
}

ExitCode run_program(const Table& table, const std::vector<std::string>& words,
                     Surroundings& around, const HomeOpener& open) {
  if (const auto code = answer_about(table, words, around)) return *code;
  auto line = parse_line(table, words);
  if (!line) return report(std::unexpected(line.error()), around.screen, around.reader.language);
  return run_line(*std::move(line), around, open);
}

End run_call(const Table& table, const Call& call, std::string input, Screen& screen,
             const std::stop_token& cancel, const config::Config& config, Home* home) {
  const Reader reader{call.dutch ? Language::nl : Language::en, call.terminal, call.colour,
                      static_cast<int>(std::clamp<std::int64_t>(call.width, 0, 10'000))};
  const auto ends = [](ExitCode code) { return End{static_cast<std::int64_t>(code), false}; };
  if (call.version != kVersion) {
    screen.err(Message(kOtherVersion, kVersion, call.version).in(reader.language) + "\n");
    return ends(ExitCode::unavailable);
  }
  if (call.store && *call.store != config.settings.store.text) {
    return {static_cast<std::int64_t>(ExitCode::unavailable), true};
  }
  auto line = parse_line(table, call.words);
  if (!line) return ends(report(std::unexpected(line.error()), screen, reader.language));
  if (line->help || line->command->needs == Needs::nothing) {
    screen.out(help_command(*line->command, reader));
    return ends(ExitCode::misuse);
  }
  line->given.input = std::move(input);
  const auto result =
      run_command(*line->command, std::move(line->given), reader, screen, config, home, cancel);
  return ends(report(result, screen, reader.language));
}

}  // namespace sluis::command
