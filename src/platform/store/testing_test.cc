#include "platform/store/testing.h"

#include <libpq-fe.h>

#include "platform/store/postgres.h"

namespace sluis::store::testing {
namespace {

const char* server() {
  return std::getenv("SLUIS_TEST_POSTGRES");  // NOLINT(concurrency-mt-unsafe)
}

// The server's URL with another database in it: postgresql://user@host:port/NAME?options.
std::string with_database(std::string_view url, std::string_view database) {
  const auto options = std::min(url.find('?'), url.size());
  const auto host = url.find("//") + 2;
  const auto path = std::min(url.find('/', host), options);
  return fmt::format("{}/{}{}", url.substr(0, path), database, url.substr(options));
}

std::string new_name() {
  static std::atomic<int> count{0};
  return fmt::format("sluis_test_{}_{}", getpid(), ++count);
}

// Empty databases to use again: making one takes the server long. They go with the process.
class Databases {
 public:
  ~Databases() {
    for (const std::string& name : made_)
      administrate("drop database if exists " + name + " with (force)");
  }

  std::string take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) {
      free_.push_back(made_.emplace_back(new_name()));
      administrate("create database " + made_.back());
    }
    std::string name = std::move(free_.back());
    free_.pop_back();
    return with_database(server(), name);
  }

  void give_back(const std::string& url) {
    const auto start = url.find('/', url.find("//") + 2) + 1;
    const std::string name = url.substr(start, url.find('?') - start);
    administrate("alter database " + name + " reset all");
    Postgres(url, false, nullptr)
        .execute(
            "drop schema if exists analytics cascade; "
            "drop schema public cascade; create schema public; "
            "grant usage on schema public to public");
    const std::lock_guard lock(mutex_);
    free_.push_back(name);
  }

 private:
  static void administrate(const std::string& sql) {
    Postgres(server(), false, nullptr).execute(sql);
  }

  std::mutex mutex_;
  std::vector<std::string> made_;
  std::vector<std::string> free_;
};

Databases& databases() {
  static Databases all;
  return all;
}

}  // namespace

TemporaryFolder::TemporaryFolder() : path_(std::filesystem::temp_directory_path() / new_name()) {
  std::filesystem::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

bool Home::available(Dialect dialect) {
  return dialect == Dialect::sqlite || server() != nullptr;
}

Home::Home(Dialect dialect) : folder_(*Folder::claim(temporary_.path())) {
  if (dialect == Dialect::sqlite) return;
  url_ = databases().take();
}

Home::~Home() {
  if (!url_.empty()) databases().give_back(url_);
}

void OnBothHomes::SetUp() {
  if (!Home::available(GetParam())) GTEST_SKIP() << "SLUIS_TEST_POSTGRES names no server";
  home_ = std::make_unique<Home>(GetParam());
}

void OnBothHomes::TearDown() {
  store_.reset();
  home_.reset();
}

void OnBothHomes::open(Registry capabilities, const Options& options) {
  Registry registry{{platform::migrations()}, {platform::statements()}};
  for (const auto& some : capabilities.migrations)
    registry.migrations.push_back(some);
  for (const auto& some : capabilities.statements)
    registry.statements.push_back(some);
  auto opened = Store::open(home_->location(), options, registry);
  ASSERT_TRUE(opened) << opened.error().message().in(Language::en);
  store_ = *std::move(opened);
}

std::string name_of(const ::testing::TestParamInfo<Dialect>& info) {
  return info.param == Dialect::sqlite ? "Sqlite" : "Postgres";
}

}  // namespace sluis::store::testing

namespace sluis::store {
namespace {

class FixtureTest : public testing::OnBothHomes {};
SLUIS_ON_BOTH_HOMES(FixtureTest);

constexpr Statement kNodes{"test.nodes", "select count(*) from platform_node"};
constexpr const Statement* kTestingStatements[] = {&kNodes};

TEST_P(FixtureTest, StoreIsMigratedAndFresh) {
  open({{}, {kTestingStatements}});
  const auto count = store().snapshot([](Snapshot& snapshot) -> Result<std::int64_t> {
    return *snapshot.one<std::int64_t>(kNodes);
  });
  ASSERT_TRUE(count);
  EXPECT_EQ(*count, 64);
}

}  // namespace
}  // namespace sluis::store
