#include "platform/command/program.h"

#include <fstream>

#include <gtest/gtest.h>

#include "platform/command/files.h"
#include "platform/command/rows.h"
#include "platform/store/testing.h"

namespace sluis::command {
namespace {

using store::testing::TemporaryFolder;

class RecordedScreen : public Screen {
 public:
  void out(std::string_view bytes) override { out_ += bytes; }
  void err(std::string_view bytes) override { err_ += bytes; }
  void progress(std::int64_t, std::int64_t) override {}

  std::string out_;
  std::string err_;
};

struct Line {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Line, (), (text))

enum class Trouble { refused, away };
BOOST_DESCRIBE_ENUM(Trouble, refused, away)
const RefusalKind& kind_of(Trouble trouble) {
  static constexpr RefusalKind refused{
      "refused", Category::conflict, Retry::useless, {"It is taken.", "Het is bezet."}};
  static constexpr RefusalKind away{
      "away", Category::unavailable, Retry::may_help, {"It is away.", "Het is weg."}};
  return trouble == Trouble::refused ? refused : away;
}

Result<void> run_end(Invocation& args) {
  const std::string& how = args.text("how");
  if (how == "refused") return refuse(Trouble::refused);
  if (how == "away") return refuse(Trouble::away);
  if (how == "cancelled") return refuse(CommandRefusal::cancelled);
  if (how == "file") static_cast<void>(TRY(args.read_file("file", 100)));
  return {};
}

Result<void> run_copy(Invocation& args) {
  return args.write_file("to", TRY(args.read_file("from", 10)));
}

std::unique_ptr<Table> table() {
  return complete_table({
      {.name = "end",
       .summary = {"End", "Eindig"},
       .options = {{.name = "file", .help = {"File", "Bestand"}, .kind = Kind::file_in}},
       .positionals = {{.name = "how", .help = {"How", "Hoe"}, .required = true}},
       .needs = Needs::nothing,
       .run = run_end},
      {.name = "copy",
       .summary = {"Copy", "Kopieer"},
       .positionals =
           {{.name = "from", .help = {"From", "Van"}, .kind = Kind::file_in, .required = true},
            {.name = "to", .help = {"To", "Naar"}, .kind = Kind::file_out, .required = true}},
       .needs = Needs::nothing,
       .run = run_copy},
      {.name = "lines",
       .summary = {"Lines", "Regels"},
       .needs = Needs::nothing,
       .output = Output::rows,
       .run = [](Invocation& args) -> Result<void> {
         print_rows(args, std::vector<Line>{{"one"}});
         return {};
       }},
      {.name = "stored",
       .summary = {"Stored", "Bewaard"},
       .run = [](Invocation&) { return Result<void>(); }},
      {.name = "there",
       .summary = {"There", "Daar"},
       .needs = Needs::server,
       .run = [](Invocation& args) -> Result<void> {
         args.print("ran for a reader of " + std::to_string(args.reader().width) + " columns\n");
         return {};
       }},
  });
}

class ProgramTest : public ::testing::Test {
 protected:
  ExitCode run(std::vector<std::string> words) {
    screen_ = RecordedScreen();
    words.insert(words.end(), more_.begin(), more_.end());
    Surroundings around{
        .reader = reader_,
        .screen = screen_,
        .signals = signals_,
        .inputs = {.environment = [](const std::string&) { return std::optional<std::string>(); },
                   .working_folder = folder_.path()}};
    return run_program(*table_, words, around,
                       [](const config::Config&) -> Result<std::unique_ptr<OpenHome>> {
                         return refuse(Trouble::away);
                       });
  }

  TemporaryFolder folder_;
  Signals signals_;
  Reader reader_{.width = 77};
  RecordedScreen screen_;
  std::vector<std::string> more_;
  std::unique_ptr<Table> table_ = table();
};

TEST_F(ProgramTest, ExitCodesSayHowItEnded) {
  EXPECT_EQ(run({"end", "well"}), ExitCode::done);
  EXPECT_EQ(run({"end", "refused"}), ExitCode::refused);
  EXPECT_EQ(screen_.err_, "It is taken.\n");
  EXPECT_EQ(run({"end", "well", "--nonsense"}), ExitCode::misuse);
  EXPECT_EQ(run({"end", "well", "--store", "nowhere"}), ExitCode::misuse);
  EXPECT_EQ(run({"end", "away"}), ExitCode::unavailable);
  EXPECT_EQ(run({"end", "file", "--file", "none"}), ExitCode::file);
  EXPECT_EQ(run({"end", "cancelled"}), ExitCode::cancelled);
  EXPECT_EQ(run({"stored"}), ExitCode::unavailable);
  EXPECT_EQ(run({"no", "such", "command"}), ExitCode::misuse);
  EXPECT_EQ(run({}), ExitCode::misuse);
}

TEST_F(ProgramTest, SaysItInDutch) {
  reader_.language = Language::nl;
  EXPECT_EQ(run({"end", "refused"}), ExitCode::refused);
  EXPECT_EQ(screen_.err_, "Het is bezet.\n");
}

TEST_F(ProgramTest, PrintsItsVersionAndHelp) {
  EXPECT_EQ(run({"--version"}), ExitCode::done);
  EXPECT_EQ(screen_.out_, "sluis " SLUIS_VERSION "\n");
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--help"},
                                                {"help"},
                                                {"help", "end"},
                                                {"end", "--help"},
                                                {"help", "exit-codes"}}) {
    EXPECT_EQ(run(words), ExitCode::done);
    EXPECT_FALSE(screen_.out_.empty());
    EXPECT_EQ(screen_.err_, "");
  }
  EXPECT_EQ(run({"help", "nonsense"}), ExitCode::misuse);
}

TEST_F(ProgramTest, PrintsRowsInTheFormatThatWasAskedFor) {
  run({"lines"});
  EXPECT_EQ(screen_.out_, "text\none\n");
  run({"lines", "--format", "csv"});
  EXPECT_EQ(screen_.out_, "text\r\none\r\n");
  run({"lines", "--format=json"});
  EXPECT_EQ(screen_.out_, "[\n{\"text\":\"one\"}\n]\n");
}

TEST_F(ProgramTest, ReadsAndWritesFilesAsAWhole) {
  more_ = {(folder_.path() / "a").string(), (folder_.path() / "b").string()};
  std::ofstream(folder_.path() / "a") << "0123456789";
  EXPECT_EQ(run({"copy"}), ExitCode::done);
  EXPECT_EQ(read_whole_file(folder_.path() / "b", 100), "0123456789");
  const auto mode = std::filesystem::status(folder_.path() / "b").permissions();
  EXPECT_EQ(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);

  std::ofstream(folder_.path() / "a") << "0123456789x";
  EXPECT_EQ(run({"copy"}), ExitCode::file);
  EXPECT_EQ(read_whole_file(folder_.path() / "b", 100), "0123456789");
}

TEST_F(ProgramTest, RunsWhereTheServerIs) {
  EXPECT_EQ(run({"there"}), ExitCode::unavailable);
  EXPECT_NE(screen_.err_.find("sluis serve --data"), std::string::npos);

  std::filesystem::create_directories(folder_.path() / "data");
  const config::Config config;
  const auto server = ControlServer::start(
      folder_.path() / "data/control.sock",
      [&](const Call& call, std::string input, Screen& screen, const std::stop_token& cancel) {
        return run_call(*table_, call, std::move(input), screen, cancel, config, nullptr);
      });
  ASSERT_TRUE(server);
  EXPECT_EQ(run({"there"}), ExitCode::done);
  EXPECT_EQ(screen_.out_, "ran for a reader of 77 columns\n");
  EXPECT_EQ(run({"stored"}), ExitCode::done);
  EXPECT_EQ(run({"stored", "--store", "sqlite"}), ExitCode::done);
  // Another store than the server's is opened here, where that can be.
  EXPECT_EQ(run({"stored", "--store", "postgresql://elsewhere/x"}), ExitCode::unavailable);
  EXPECT_EQ(screen_.err_, "It is away.\n");
}

TEST_F(ProgramTest, TwoVersionsSaySo) {
  const config::Config config;
  const End end =
      run_call(*table_, {.version = "0.0.1", .words = {"there"}}, "", screen_, {}, config, nullptr);
  EXPECT_EQ(end.code, static_cast<int>(ExitCode::unavailable));
  EXPECT_NE(screen_.err_.find("0.0.1"), std::string::npos);
}

}  // namespace
}  // namespace sluis::command
