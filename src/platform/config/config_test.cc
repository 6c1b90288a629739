#include "platform/config/config.h"

#include <fstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/store/testing.h"

namespace sluis::config {
namespace {

using store::testing::TemporaryFolder;

// Settings of an empty folder, with what a test gives.
class Given {
 public:
  Given() {
    inputs_.working_folder = folder_.path();
    inputs_.environment = [this](const std::string& name) -> std::optional<std::string> {
      const auto at = variables_.find(name);
      return at == variables_.end() ? std::nullopt : std::optional(at->second);
    };
  }

  Given& flag(std::string name, std::string value) {
    inputs_.flags.emplace_back(std::move(name), std::move(value));
    return *this;
  }
  Given& variable(const std::string& name, std::string value) {
    variables_[name] = std::move(value);
    inputs_.variables.push_back(name);
    return *this;
  }
  Given& file(const std::filesystem::path& name, std::string_view toml) {
    std::filesystem::create_directories((folder() / name).parent_path());
    std::ofstream(folder() / name) << toml;
    return *this;
  }
  Given& named_file(std::string name) {
    inputs_.file = std::move(name);
    return *this;
  }

  const std::filesystem::path& folder() const { return folder_.path(); }
  Result<Config> resolve() const { return config::resolve(inputs_); }
  // The pointers of all problems.
  std::vector<std::string> problems() const {
    std::vector<std::string> pointers;
    const auto config = resolve();
    if (config) return pointers;
    for (const FieldProblem& problem : config.error().fields())
      pointers.push_back(problem.pointer);
    return pointers;
  }
  std::string message() const {
    const auto config = resolve();
    return config ? "" : config.error().fields().at(0).message.in(Language::en);
  }

 private:
  TemporaryFolder folder_;
  std::map<std::string, std::string> variables_;
  Inputs inputs_;
};

TEST(Config, HasDefaultsForEverything) {
  const Given given;
  const auto config = given.resolve();
  ASSERT_TRUE(config);
  const Settings& settings = config->settings;
  EXPECT_EQ(settings.data, given.folder() / "data");
  EXPECT_TRUE(settings.store.embedded());
  ASSERT_EQ(settings.listen.size(), 1u);
  EXPECT_EQ(settings.listen[0], (Endpoint{"127.0.0.1", 8080}));
  EXPECT_EQ(settings.stop_grace, Duration(10'000'000));
  EXPECT_EQ(config->source_of("listen"), Source::standard);
}

// One place that may give a value; which of them wins is their order in Source.
TEST(Config, AnEmptyFileSetsNothing) {
  Given given;
  given.file("data/sluis.toml", "");
  EXPECT_TRUE(given.resolve());
  std::filesystem::create_directories(given.folder() / "folder");
  given.named_file("folder");
  EXPECT_FALSE(given.resolve());
}

TEST(Config, AVariableThatIsNoSettingIsNamed) {
  Given given;
  given.variable("SLUIS_LOGLEVEL", "debug").variable("SLUIS_CONFIG", "none.toml");
  given.variable("SLUIS_TEST_DATA", "folder");  // for ./test
  given.file("none.toml", "");
  const auto config = given.resolve();
  ASSERT_TRUE(config);
  ASSERT_EQ(config->warnings.size(), 1u);
  EXPECT_EQ(config->warnings[0].in(Language::en),
            "In the environment: there is no setting SLUIS_LOGLEVEL; did you mean "
            "SLUIS_LOG_LEVEL?");
}

RC_GTEST_PROP(Config, TheStrongestSourceWins, (bool in_file, bool in_environment, bool in_flag)) {
  Given given;
  std::string expected = "info";
  Source source = Source::standard;
  if (in_file) {
    given.file("data/sluis.toml", "log-level = 'debug'\n");
    expected = "debug";
    source = Source::file;
  }
  if (in_environment) {
    given.variable("SLUIS_LOG_LEVEL", "warning");
    expected = "warning";
    source = Source::environment;
  }
  if (in_flag) {
    given.flag("log-level", "error");
    expected = "error";
    source = Source::flag;
  }
  const auto config = given.resolve();
  RC_ASSERT(config.has_value());
  RC_ASSERT(enum_name(config->settings.log_level) == expected);
  RC_ASSERT(config->source_of("log-level") == source);
}

TEST(Config, TheLastFlagWins) {
  const auto config = Given().flag("readers", "2").flag("readers", "7").resolve();
  ASSERT_TRUE(config);
  EXPECT_EQ(config->settings.readers.number, 7);
}

TEST(Config, ReadsListsFromCommasAndFromToml) {
  Given given;
  given.file("data/sluis.toml", "listen = ['127.0.0.1:81', '[::1]:82']\n");
  const auto from_file = given.resolve();
  ASSERT_TRUE(from_file);
  EXPECT_EQ(from_file->settings.listen, (std::vector<Endpoint>{{"127.0.0.1", 81}, {"::1", 82}}));
  const auto from_flag = given.flag("listen", "localhost:1, 127.0.0.2:2").resolve();
  ASSERT_TRUE(from_flag);
  EXPECT_EQ(from_flag->settings.listen,
            (std::vector<Endpoint>{{"localhost", 1}, {"127.0.0.2", 2}}));
}

TEST(Config, PathsOfAFileStartAtThatFile) {
  Given given;
  given.file("etc/sluis.toml", "web = 'site'\n").named_file("etc/sluis.toml");
  const auto config = given.flag("data", "elsewhere").resolve();
  ASSERT_TRUE(config);
  EXPECT_EQ(config->settings.web, given.folder() / "etc/site");
  EXPECT_EQ(config->settings.data, given.folder() / "elsewhere");
}

TEST(Config, TellsEveryProblemOfAFileWithItsLine) {
  Given given;
  given.file("data/sluis.toml", "log-levle = 'debug'\nreaders = 0\n[extra]\na = 1\n");
  const std::string file = (given.folder() / "data/sluis.toml").string();
  const auto problems = given.problems();
  EXPECT_EQ(problems.size(), 3u);
  for (const auto* place : {":1", ":2", ":3"}) {
    EXPECT_NE(std::ranges::find(problems, file + place), problems.end()) << place;
  }
}

TEST(Config, SuggestsTheSettingThatWasMeant) {
  Given given;
  given.file("data/sluis.toml", "log-levle = 'debug'\n");
  EXPECT_EQ(given.message(), "there is no setting log-levle; did you mean log-level?");
}

TEST(Config, SaysWhatWouldBeRight) {
  EXPECT_EQ(Given().flag("log-level", "loud").message(),
            "must be one of: debug, info, warning, error, not \"loud\"");
  EXPECT_EQ(Given().variable("SLUIS_READERS", "many").problems(),
            std::vector<std::string>{"SLUIS_READERS"});
}

TEST(Config, NamesTheLineWhereAFileIsNoToml) {
  Given given;
  given.file("data/sluis.toml", "web = 'a'\nthis is not toml\n");
  EXPECT_EQ(given.problems(),
            std::vector<std::string>{(given.folder() / "data/sluis.toml").string() + ":2"});
}

TEST(Config, RefusesAFileThatIsNotThere) {
  Given given;
  EXPECT_EQ(given.named_file("none.toml").problems(),
            std::vector<std::string>{(given.folder() / "none.toml").string()});
}

TEST(Config, ListensBeyondThisMachineOnlyWhenThatIsSafe) {
  const auto listening = [] { return std::make_unique<Given>(); };
  EXPECT_EQ(listening()->flag("listen", "0.0.0.0:80").problems(),
            std::vector<std::string>{"--listen"});
  EXPECT_EQ(listening()->flag("listen", "[::]:80").problems(),
            std::vector<std::string>{"--listen"});
  EXPECT_TRUE(listening()
                  ->flag("listen", "0.0.0.0:80")
                  .flag("trusted-proxies", "10.0.0.1")
                  .resolve()
                  .has_value());
  EXPECT_TRUE(listening()
                  ->flag("listen", "0.0.0.0:443")
                  .flag("tls-certificate", "c.pem")
                  .flag("tls-key", "k.pem")
                  .resolve()
                  .has_value());
  EXPECT_EQ(listening()->flag("tls-key", "k.pem").problems(),
            std::vector<std::string>{"--tls-key"});
}

TEST(Config, ListensSomewhere) {
  EXPECT_EQ(Given().flag("listen", " , ").problems(), std::vector<std::string>{"--listen"});
}

TEST(Config, ShowsNoPasswords) {
  const auto config =
      Given().flag("store", "postgresql://ann:s3cret@db:5432/sluis?sslmode=require").resolve();
  ASSERT_TRUE(config);
  const auto shown = std::ranges::find(config->origins, "store", &Origin::name);
  EXPECT_EQ(shown->value, "postgresql://ann:***@db:5432/sluis?sslmode=require");
  EXPECT_EQ(masked("postgresql://db/sluis?password=s3cret&user=ann"),
            "postgresql://db/sluis?password=***&user=ann");
  EXPECT_EQ(masked("postgresql://db:5432/sluis"), "postgresql://db:5432/sluis");
  EXPECT_EQ(Given().flag("store", "mysql://ann:s3cret@db").message().find("s3cret"),
            std::string::npos);
}

TEST(Settings, EveryFieldHasItsRowAndEveryFallbackIsRight) {
  std::vector<std::string_view> fields;
  for_each_field_type<Settings>([&](std::string_view name, auto) { fields.push_back(name); });
  ASSERT_EQ(fields.size(), all_settings().size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Setting& setting = all_settings()[i];
    EXPECT_EQ(setting.field, fields[i]);
    EXPECT_TRUE(setting.fallback.empty() || type_of(setting).accepts(setting.fallback))
        << setting.field;
  }
}

TEST(Endpoint, ReadsAddressesWithAPortAndNothingElse) {
  for (const auto* text : {"127.0.0.1:8080", "[::1]:0", "localhost:65535"}) {
    const auto endpoint = TextForm<Endpoint>::parse(text);
    ASSERT_TRUE(endpoint) << text;
    EXPECT_EQ(TextForm<Endpoint>::print(*endpoint), text);
  }
  for (const auto* text : {"8080", ":8080", "example.com:80", "::1:80", "127.0.0.1:65536",
                           "127.0.0.1:", "[::1]", "127.0.0.1:80a"}) {
    EXPECT_FALSE(TextForm<Endpoint>::parse(text)) << text;
  }
}

}  // namespace
}  // namespace sluis::config
