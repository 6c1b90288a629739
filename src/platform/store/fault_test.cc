// What the store does when the disk, the server or the process fails.
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <csignal>
#include <future>
#include <latch>
#include <unistd.h>

#include "platform/store/postgres.h"
#include "platform/store/testing.h"

namespace sluis::store {
namespace {

constexpr Migration kPileMigrations[] = {{"pile/0001_pile", R"sql(
-- distribution: local
create table pile_stone (
  id bigint primary key,
  weight bigint not null,
  load text not null
);
)sql"}};
constexpr Statement kAddStone{"pile.insert",
                              "insert into pile_stone (id, weight, load) values ($1, 0, $2)"};
constexpr Statement kAdd{"pile.add", "update pile_stone set weight = weight + 1 where id = $1"};
constexpr Statement kWeight{"pile.weight", "select sum(weight) from pile_stone"};
constexpr Statement kCountStones{"pile.count", "select count(*) from pile_stone"};
constexpr Statement kIds{"pile.ids", "select id from pile_stone order by id"};
constexpr Statement kClear{"pile.clear", "delete from pile_stone"};
constexpr const Statement* kPileStatements[] = {&kAddStone,    &kAdd, &kWeight,
                                                &kCountStones, &kIds, &kClear};
const Registry kPile{{platform::migrations(), kPileMigrations}, {kPileStatements}};

Result<void> insert(Store& store, std::int64_t id, std::size_t load = 1) {
  const std::string stone(load, 'x');
  return store.unit([&](Tx& tx) -> Result<void> {
    tx.change(kAddStone, id, stone);
    return {};
  });
}

std::int64_t number(Store& store, const Statement& statement) {
  return *store.snapshot([&](Snapshot& snapshot) -> Result<std::int64_t> {
    return *snapshot.one<std::int64_t>(statement);
  });
}

// Inserts stones until the disk is full; how many there are then.
std::int64_t fill(Store& store, std::int64_t from) {
  for (std::int64_t id = from;; ++id) {
    const auto inserted = insert(store, id, 10'000);
    if (inserted) continue;
    EXPECT_TRUE(is(inserted.error(), Failure::full_disk)) << inserted.error().kind().name;
    return id;
  }
}

TEST(FullDisk, NothingIsKeptAndItWorksAgainWhenThereIsRoom) {
  testing::Home home(Dialect::sqlite);
  const auto store = *Store::open(home.location(), {.page_limit = 400}, kPile);
  const std::int64_t kept = fill(*store, 0);
  EXPECT_GT(kept, 50);
  EXPECT_EQ(number(*store, kCountStones), kept);
  ASSERT_TRUE(store->unit([&](Tx& tx) -> Result<void> {
    tx.change(kClear);
    return {};
  }));
  EXPECT_TRUE(insert(*store, 0, 10'000));
}

// Every file of this process may grow only so far, while it lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &before_); }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
};

TEST(FailingCommit, EveryUnitOfTheGroupIsTold) {
  testing::Home home(Dialect::sqlite);
  const auto store = *Store::open(home.location(), {}, kPile);
  ASSERT_TRUE(insert(*store, 0));
  constexpr int kUnits = 20;
  std::atomic<int> failed{0};
  std::latch all(kUnits + 1);
  std::promise<void> all_wait;
  {
    const FileSizeLimit limit(4'096);  // the log is longer already
    const auto write = [&](std::move_only_function<bool(Tx&)> run) {
      store->write(Priority::interactive, {std::move(run), [&](std::optional<Failure> failure) {
                                             if (failure) ++failed;
                                             all.count_down();
                                           }});
    };
    write([&](Tx& tx) {  // keeps the group open until all of it waits
      all_wait.get_future().wait();
      tx.change(kAddStone, 1'000, "first");
      return true;
    });
    for (int i = 1; i <= kUnits; ++i) {
      write([i](Tx& tx) {
        tx.change(kAddStone, i, "later");
        return true;
      });
    }
    all_wait.set_value();
    all.wait();
  }
  EXPECT_EQ(failed, kUnits + 1);
  EXPECT_EQ(number(*store, kCountStones), 1);
  EXPECT_TRUE(insert(*store, 1));
}

TEST(FullDisk, RealOneBehavesTheSame) {
  const testing::TemporaryFolder temporary;
  if (mount("tmpfs", temporary.path().c_str(), "tmpfs", 0, "size=2m") != 0) {
    GTEST_SKIP() << "only root may mount a small disk";
  }
  {
    const auto folder = Folder::claim(temporary.path());
    const auto store = *Store::open({&*folder, ""}, {}, kPile);
    const std::string ballast = temporary.path() / "ballast";
    std::ofstream(ballast) << std::string(500'000, 'b');
    const std::int64_t kept = fill(*store, 0);
    EXPECT_EQ(number(*store, kCountStones), kept);
    std::filesystem::remove(ballast);
    EXPECT_TRUE(insert(*store, kept));
  }
  EXPECT_EQ(umount(temporary.path().c_str()), 0);
}

// A server that a test may disturb.
class PostgresFaultTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!testing::Home::available(Dialect::postgres)) GTEST_SKIP() << "no PostgreSQL";
    home_ = std::make_unique<testing::Home>(Dialect::postgres);
  }
  Postgres administrator() { return Postgres(home_->location().url, false, nullptr); }
  void open(std::span<const Migration> migrations = {}) {
    Registry registry = kPile;
    registry.migrations.push_back(migrations);
    store_ = *Store::open(home_->location(), {.writers = 4}, registry);
  }
  void cut_all_connections() {
    administrator().execute(
        "select pg_terminate_backend(pid) from pg_stat_activity "
        "where datname = current_database() and pid <> pg_backend_pid()");
  }

  std::unique_ptr<testing::Home> home_;
  std::unique_ptr<Store> store_;
};

TEST_F(PostgresFaultTest, UnitWhoseConnectionIsLostRunsAgain) {
  open();
  ASSERT_TRUE(insert(*store_, 1));
  int runs = 0;
  const auto added = store_->unit([&](Tx& tx) -> Result<void> {
    if (++runs == 1) cut_all_connections();
    tx.change(kAdd, 1);
    return {};
  });
  EXPECT_TRUE(added);
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(number(*store_, kWeight), 1);  // readers have a new connection too
}

TEST_F(PostgresFaultTest, DeadlockIsTriedAgain) {
  administrator().execute("alter database " +
                          home_->location().url.substr(home_->location().url.rfind('/') + 1) +
                          " set deadlock_timeout = '20ms'");
  open();
  ASSERT_TRUE(insert(*store_, 1));
  ASSERT_TRUE(insert(*store_, 2));
  std::latch both_hold(2);
  const auto cross = [&](std::int64_t first, std::int64_t second) {
    return std::async(std::launch::async, [&, first, second] {
      bool again = false;
      return store_->unit([&, first, second](Tx& tx) -> Result<void> {
        tx.change(kAdd, first);
        if (!std::exchange(again, true)) both_hold.arrive_and_wait();
        tx.change(kAdd, second);
        return {};
      });
    });
  };
  auto one = cross(1, 2);
  auto two = cross(2, 1);
  EXPECT_TRUE(one.get());
  EXPECT_TRUE(two.get());
  EXPECT_EQ(number(*store_, kWeight), 4);
  EXPECT_GE(store_->counters().retries, 1u);
}

// A connection that is cut by the server while it commits.
constexpr Migration kCutAtCommit[] = {{"pile/0002_cut", R"sql(
create function pile_cut() returns trigger language plpgsql as
  'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
create constraint trigger pile_cut after insert on pile_stone deferrable initially deferred
  for each row when (new.id = 13) execute function pile_cut();
)sql"}};

TEST_F(PostgresFaultTest, ConnectionLostAtCommitIsOfUnknownOutcomeAndNotRepeated) {
  open(kCutAtCommit);
  int runs = 0;
  const auto inserted = store_->unit([&](Tx& tx) -> Result<void> {
    ++runs;
    tx.change(kAddStone, 13, "unlucky");
    return {};
  });
  ASSERT_FALSE(inserted);
  EXPECT_TRUE(is(inserted.error(), Failure::outcome_unknown));
  EXPECT_EQ(runs, 1);
  EXPECT_TRUE(insert(*store_, 14));
}

// A process that is killed in the middle of writing.
class KillTest : public testing::OnBothHomes {};
SLUIS_ON_BOTH_HOMES(KillTest);

// Each unit inserts a pair, id and -id; a pair that is acknowledged goes into the pipe.
[[noreturn]] void write_pairs_until_killed(const Location& location, std::int64_t from, int out) {
  const auto store = *Store::open(location, {}, kPile);
  std::atomic<std::int64_t> next{from};
  std::vector<std::jthread> writers;
  for (int i = 0; i < 8; ++i) {
    writers.emplace_back([&] {
      while (true) {
        const std::int64_t id = next++;
        const auto kept = store->unit([&](Tx& tx) -> Result<void> {
          tx.change(kAddStone, id, "left");
          tx.change(kAddStone, -id, "right");
          return {};
        });
        if (!kept || write(out, &id, sizeof id) != sizeof id) _exit(1);
      }
    });
  }
  while (true)
    pause();
}

TEST_P(KillTest, EveryAcknowledgedUnitIsThereAndNoHalfOne) {
  std::set<std::int64_t> acknowledged;
  for (std::int64_t round = 0; round < 5; ++round) {
    std::array<int, 2> pairs{};
    ASSERT_EQ(pipe(pairs.data()), 0);
    const pid_t child = fork();
    if (child == 0) write_pairs_until_killed(home().location(), 1 + round * 1'000'000, pairs[1]);
    ::close(pairs[1]);
    std::int64_t id = 0;
    const std::size_t enough = acknowledged.size() + 50 * static_cast<std::size_t>(round + 1);
    while (read(pairs[0], &id, sizeof id) == sizeof id) {
      acknowledged.insert(id);
      if (acknowledged.size() == enough) kill(child, SIGKILL);
    }
    ::close(pairs[0]);
    waitpid(child, nullptr, 0);

    const auto store = *Store::open(home().location(), {}, kPile);
    const auto ids = *store->snapshot([&](Snapshot& snapshot) -> Result<std::vector<std::int64_t>> {
      return snapshot.all<std::int64_t>(kIds);
    });
    const std::set<std::int64_t> kept(ids.begin(), ids.end());
    for (const std::int64_t one : acknowledged)
      EXPECT_TRUE(kept.contains(one)) << one;
    for (const std::int64_t one : kept)
      EXPECT_TRUE(kept.contains(-one)) << one;
    EXPECT_GE(acknowledged.size(), enough);
  }
}

}  // namespace
}  // namespace sluis::store
