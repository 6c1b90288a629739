#include "platform/command/help.h"

#include <sys/wait.h>

#include <fstream>
#include <spawn.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "platform/command/display_width.h"
#include "platform/command/files.h"
#include "platform/command/program.h"
#include "platform/store/testing.h"

namespace sluis::command {
namespace {

std::unique_ptr<Table> help_table() {
  return complete_table({
      {.name = "paint",
       .summary = {"Paint a wall", "Verf een muur"},
       .options = {{.name = "colour",
                    .value = "COLOUR",
                    .help = {"Which colour", "Welke kleur"},
                    .required = true},
                   {.name = "format-of-paint",
                    .value = "FORMAT",
                    .help = {"How it comes", "Hoe het komt"},
                    .type = of<Format>,
                    .fallback = "csv"}},
       .positionals = {{.name = "wall", .value = "WALL", .help = {"Which", "Welke"}}},
       .run = [](Invocation&) { return Result<void>(); }},
      {.name = "walls list",
       .summary = {"List the walls", "Toon de muren"},
       .output = Output::rows,
       .run = [](Invocation&) { return Result<void>(); }},
      {.name = "trick",
       .summary = {"Hidden", "Verborgen"},
       .hidden = true,
       .run = [](Invocation&) { return Result<void>(); }},
  });
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST(Help, ExplainsACommand) {
  const auto all = help_table();
  const std::string help = help_command(*all->find(std::vector<std::string>{"paint"}), {});
  EXPECT_TRUE(help.starts_with("Usage: sluis paint [WALL] --colour COLOUR [OPTION …]\n")) << help;
  EXPECT_TRUE(has(help, "Paint a wall"));
  EXPECT_TRUE(has(help, "Which colour (needed)"));
  EXPECT_TRUE(has(help, "How it comes (one of: table, json, csv; otherwise csv)"));
  EXPECT_TRUE(has(help, "--data DIR"));
  EXPECT_FALSE(has(help, "--listen"));
}

TEST(Help, SpeaksDutch) {
  const auto all = help_table();
  const std::string help =
      help_command(*all->find(std::vector<std::string>{"paint"}), {.language = Language::nl});
  EXPECT_TRUE(help.starts_with("Gebruik: sluis paint")) << help;
  EXPECT_TRUE(has(help, "Welke kleur (verplicht)"));
}

TEST(Help, FitsTheTerminal) {
  const auto all = help_table();
  for (const Command& command : all->commands()) {
    std::istringstream lines(help_command(command, {.width = 60}));
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("  ")) EXPECT_LE(display_width(line), 60) << line;
    }
  }
}

TEST(Help, ListsCommandsButNoHiddenOnes) {
  const std::string help = help_overview(*help_table(), {});
  EXPECT_TRUE(has(help, "walls list"));
  EXPECT_TRUE(has(help, "completion"));
  EXPECT_FALSE(has(help, "trick"));
}

// What bash offers for these words, the last of which is being written.
std::string offered(const std::string& words) {
  const store::testing::TemporaryFolder folder;
  const std::string script = (folder.path() / "script").string();
  std::ofstream(script) << completion_script(*help_table(), Shell::bash) << "COMP_WORDS=(sluis "
                        << words << ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_sluis\n"
                        << "echo \"${COMPREPLY[*]}\" >" << script << ".out\n";
  std::string shell = "bash";
  std::string argument = script;
  char* words_of_call[] = {shell.data(), argument.data(), nullptr};
  pid_t bash = 0;
  int status = -1;
  EXPECT_EQ(::posix_spawnp(&bash, "bash", nullptr, nullptr, words_of_call, environ), 0);
  EXPECT_EQ(::waitpid(bash, &status, 0), bash);
  EXPECT_EQ(status, 0);
  return *read_whole_file(script + ".out", 4096);
}

TEST(Completion, BashOffersWhatFits) {
  EXPECT_EQ(offered("pa"), "paint\n");
  EXPECT_EQ(offered("walls l"), "list\n");
  EXPECT_EQ(offered("paint --co"), "--config --colour\n");
  EXPECT_EQ(offered("walls list --format j"), "json\n");
  EXPECT_EQ(offered("completion ''").find("--"), std::string::npos);
}

TEST(Completion, EveryShellKnowsEveryCommand) {
  for (const Shell shell : enum_values<Shell>()) {
    const std::string script = completion_script(*help_table(), shell);
    for (const auto* word : {"paint", "walls", "list", "colour", "data"}) {
      EXPECT_TRUE(has(script, word)) << enum_name(shell) << " lacks " << word;
    }
    EXPECT_FALSE(has(script, "trick"));
  }
}

}  // namespace
}  // namespace sluis::command
