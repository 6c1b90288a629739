#include "platform/command/line.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/fields.h"

namespace sluis::command {
namespace {

enum class Colour { red, blue };
BOOST_DESCRIBE_ENUM(Colour, red, blue)

Result<void> nothing(Invocation&) {
  return {};
}

Table typed_table() {
  return Table({
      {.name = "paint",
       .summary = {"Paint", "Verf"},
       .options =
           {{.name = "colour",
             .value = "COLOUR",
             .help = {"Colour", "Kleur"},
             .type = of<Colour>,
             .required = true},
            {.name = "coats",
             .value = "N",
             .help = {"Coats", "Lagen"},
             .type = of<Whole<1, 9>>,
             .fallback = "2"},
            {.name = "dry", .help = {"Dry", "Droog"}, .kind = Kind::flag},
            {.name = "plan", .value = "FILE", .help = {"Plan", "Plan"}, .kind = Kind::file_in}},
       .positionals =
           {{.name = "wall", .value = "WALL", .help = {"Wall", "Muur"}, .required = true},
            {.name = "photo", .help = {"Photo", "Foto"}, .kind = Kind::file_out}},
       .output = Output::rows,
       .run = nothing},
      {.name = "walls list", .summary = {"List", "Lijst"}, .run = nothing},
      {.name = "walls add", .summary = {"Add", "Voeg toe"}, .run = nothing},
      {.name = "serve", .summary = {"Serve", "Bedien"}, .every_setting = true, .run = nothing},
      {.name = "secret", .summary = {"Hidden", "Verborgen"}, .hidden = true, .run = nothing},
  });
}

using Words = std::vector<std::string>;

std::string value_of(const Line& line, std::string_view name) {
  for (const auto& [given, value] : line.given.values) {
    if (given == name) return value;
  }
  return "(none)";
}

// "--colour: must be …" of a line that is refused; its message when no option is to blame.
std::string complaint(const Words& words) {
  const Table all = typed_table();
  const auto line = parse_line(all, words);
  if (line) return "(none)";
  std::string text;
  for (const FieldProblem& problem : line.error().fields()) {
    text += problem.pointer + " " + problem.message.in(Language::en) + "\n";
  }
  return text.empty() ? line.error().message().in(Language::en) : text;
}

TEST(Line, ReadsEveryKindOfOption) {
  const Table all = typed_table();
  const auto line = parse_line(all, Words{"paint", "north", "--colour", "red", "--dry", "--plan=-",
                                          "--format", "csv", "p.png"});
  ASSERT_TRUE(line) << line.error().message().in(Language::en);
  EXPECT_EQ(line->command->name, "paint");
  EXPECT_EQ(value_of(*line, "wall"), "north");
  EXPECT_EQ(value_of(*line, "photo"), "p.png");
  EXPECT_EQ(value_of(*line, "colour"), "red");
  EXPECT_EQ(value_of(*line, "coats"), "2");
  EXPECT_EQ(value_of(*line, "plan"), "-");
  EXPECT_EQ(line->given.flags, Words{"dry"});
  EXPECT_EQ(line->given.format, Format::csv);
}

TEST(Line, EveryCommandTakesTheSettingsOfItsHome) {
  const Table all = typed_table();
  const auto line =
      parse_line(all, Words{"walls", "list", "--data", "/srv", "--store=sqlite", "--config", "c"});
  ASSERT_TRUE(line);
  EXPECT_EQ(line->settings, (std::vector<std::pair<std::string, std::string>>{
                                {"data", "/srv"}, {"store", "sqlite"}}));
  EXPECT_EQ(line->config_file, "c");
  EXPECT_TRUE(parse_line(all, Words{"serve", "--listen", "127.0.0.1:1"}));
  EXPECT_EQ(complaint({"walls", "list", "--listen=127.0.0.1:1"}),
            "--listen is not an option of this command\n");
}

TEST(Line, TellsEveryProblemAtOnce) {
  EXPECT_EQ(complaint({"paint", "--coats", "10", "--dry=yes", "--colour"}),
            "--coats must be a whole number from 1 to 9, not \"10\"\n"
            "--dry takes no value; write just --dry\n"
            "--colour needs a value: --colour COLOUR\n"
            "WALL is needed\n");
}

TEST(Line, SaysWhatAnEnumTakes) {
  EXPECT_EQ(complaint({"paint", "n", "--colour", "green"}),
            "--colour must be one of: red, blue, not \"green\"\n");
}

TEST(Line, SuggestsTheOptionThatWasMeant) {
  EXPECT_EQ(complaint({"paint", "n", "--color=red", "--colour=red"}),
            "--color is not an option of this command; did you mean --colour?\n");
}

TEST(Line, SuggestsTheCommandThatWasMeant) {
  EXPECT_EQ(complaint({"pant"}), "There is no command `sluis pant`; did you mean `sluis paint`?");
  EXPECT_EQ(complaint({"walls"}), "`sluis walls` needs one more word: walls add, walls list.");
  EXPECT_EQ(complaint({"walls", "lst"}),
            "There is no command `sluis walls lst`; did you mean `sluis walls list`?");
  EXPECT_EQ(complaint({"xyzzy"}), "There is no command `sluis xyzzy`; `sluis help` lists them.");
  EXPECT_EQ(complaint({"secre"}), "There is no command `sluis secre`; `sluis help` lists them.");
  EXPECT_EQ(complaint({"--data", "x", "serve"}),
            "Begin with the command: `sluis COMMAND --data …`.");
}

TEST(Line, RefusesWordsTooMany) {
  EXPECT_EQ(complaint({"walls", "list", "more"}),
            "more is one word too many; quote a value that has spaces\n");
}

TEST(Line, BehindTwoDashesNothingIsAnOption) {
  const Table all = typed_table();
  const auto line = parse_line(all, Words{"paint", "--colour=red", "--", "--help"});
  ASSERT_TRUE(line);
  EXPECT_FALSE(line->help);
  EXPECT_EQ(value_of(*line, "wall"), "--help");
}

TEST(Line, HelpIsGivenWhateverElseIsWrong) {
  const Table all = typed_table();
  const auto line = parse_line(all, Words{"paint", "--nonsense", "--help"});
  ASSERT_TRUE(line);
  EXPECT_TRUE(line->help);
}

TEST(Line, AbsoluteWordsGiveTheSameLineElsewhere) {
  const Table all = typed_table();
  const auto line = parse_line(all, Words{"paint", "--colour=red", "--plan", "a/../b", "--dry",
                                          "--format=json", "--", "-x", "out.png"});
  ASSERT_TRUE(line);
  const Words words = absolute_words(*line, "/srv/plans");
  const auto again = parse_line(all, words);
  ASSERT_TRUE(again);
  EXPECT_EQ(value_of(*again, "plan"), "/srv/plans/b");
  EXPECT_EQ(value_of(*again, "photo"), "/srv/plans/out.png");
  EXPECT_EQ(value_of(*again, "wall"), "-x");
  EXPECT_EQ(again->given.flags, line->given.flags);
  EXPECT_EQ(again->given.format, Format::json);
  EXPECT_EQ(absolute_words(*again, "/elsewhere"), words);
}

RC_GTEST_PROP(Line, AnyWordsAreReadOrRefused, (const std::vector<std::string>& words)) {
  const Table all = typed_table();
  Words line = {"paint"};
  line.insert(line.end(), words.begin(), words.end());
  const auto read = parse_line(all, line);
  if (read) {
    RC_ASSERT(read->command->name == "paint");
  } else {
    RC_ASSERT(!read.error().fields().empty());
  }
}

}  // namespace
}  // namespace sluis::command
