#include "platform/outbox/outbox.h"

#include <future>
#include <latch>

#include "kernel/random.h"
#include "platform/outbox/driver.h"
#include "platform/outbox/tail.h"
#include "platform/store/testing.h"

namespace sluis::outbox {
namespace {

using store::Statement;
using store::Tx;

constexpr store::Migration kMigrations[] = {{"ledger/0001_ledger", R"sql(
-- distribution: local
create table ledger_entry (
  writer bigint not null,
  step bigint not null,
  place ${growing_number}
);
create unique index ledger_entry_once on ledger_entry (writer, step);
)sql"}};

constexpr Statement kEnter{"ledger.enter",
                           "insert into ledger_entry (writer, step) values ($1, $2)"};
constexpr Statement kEntries{"ledger.entries",
                             "select writer, step from ledger_entry order by place"};
constexpr const Statement* kStatements[] = {&kEnter, &kEntries};

struct Entry {
  std::int64_t writer = 0;
  std::int64_t step = 0;
  bool operator==(const Entry&) const = default;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (writer, step))

enum class Full { full };
const RefusalKind& kind_of(Full) {
  static constexpr RefusalKind full{
      "full", Category::conflict, Retry::useless, {"The ledger is full.", "Het boek is vol."}};
  return full;
}

Result<void> enter(Tx& tx, const Fact& fact) {
  const Entry entry = TRY(from_json<Entry>(fact.payload.text));
  tx.change(kEnter, entry.writer, entry.step);
  return {};
}

void ignore_trouble(const Consumer&, const Fact&, const Refusal&) {}

class OutboxTest : public store::testing::OnBothHomes {
 protected:
  void open_ledger() { open({{kMigrations}, {kStatements}}); }

  Result<void> append_one(const Entry& entry, std::string_view topic = "ledger.wanted") {
    return store().unit([&](Tx& tx) -> Result<void> {
      append(tx, clock_.now(), topic, entry);
      return {};
    });
  }
  std::vector<Entry> entries() {
    return *store().snapshot([](store::Snapshot& snapshot) -> Result<std::vector<Entry>> {
      return snapshot.all<Entry>(kEntries);
    });
  }
  std::vector<Fact> facts(Position after = {}) {
    return *store().snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<Fact>> {
      return facts_after(snapshot, after, 100'000);
    });
  }

  store::testing::SetClock clock_{Instant(1'800'000'000'000'000)};
};
SLUIS_ON_BOTH_HOMES(OutboxTest);

TEST_P(OutboxTest, FactsAreReadInOrderAndOnlyWhenCommitted) {
  open_ledger();
  ASSERT_TRUE(append_one({1, 1}));
  static_cast<void>(store().unit([&](Tx& tx) -> Result<void> {
    append(tx, clock_.now(), "ledger.wanted", Entry{1, 2});
    return refuse(Full::full);
  }));
  ASSERT_TRUE(append_one({1, 3}));
  const auto all = facts();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_LT(all[0].position, all[1].position);
  EXPECT_EQ(all[1].payload.text, R"({"writer":1,"step":3})");
  EXPECT_EQ(facts(all[0].position).size(), 1u);
  EXPECT_EQ(parse_position(to_string(all[1].position)), all[1].position);
}

// Beside a SQLite file there is one writer, and no overtaking.
class OvertakingTest : public OutboxTest {};
INSTANTIATE_TEST_SUITE_P(, OvertakingTest, ::testing::Values(store::Dialect::postgres),
                         store::testing::name_of);

// What makes a cursor by number alone skip: a transaction that began earlier, commits later.
TEST_P(OvertakingTest, FactOfAnOlderTransactionIsNotOvertaken) {
  open_ledger();
  std::promise<void> began;
  std::promise<void> may_commit;
  auto older = std::async(std::launch::async, [&] {
    return store().unit([&](Tx& tx) -> Result<void> {
      tx.change(kEnter, 9, 9);  // gives the transaction its number
      began.set_value();
      may_commit.get_future().wait();
      append(tx, clock_.now(), "ledger.wanted", Entry{1, 1});
      return {};
    });
  });
  began.get_future().wait();
  ASSERT_TRUE(append_one({2, 1}));
  EXPECT_TRUE(facts().empty());  // committed, but the older one may still come before it
  may_commit.set_value();
  ASSERT_TRUE(older.get());
  const auto all = facts();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].payload.text, R"({"writer":1,"step":1})");
  EXPECT_GT(all[0].position.number, all[1].position.number);  // the lower number came later
}

TEST_P(OutboxTest, NothingIsSkippedOrDoubledUnderSlowCommits) {
  open_ledger();
  constexpr int kWriters = 12;
  constexpr int kSteps = 40;
  Driver driver(store(), clock_, {{"ledger.all", {}, enter}}, {}, ignore_trouble);
  std::promise<void> all_tailed;
  std::vector<Entry> tailed;
  Tail tail(store());
  const auto subscription = tail.follow(std::nullopt, {}, [&](const Fact& fact) {
    tailed.push_back(*from_json<Entry>(fact.payload.text));
    if (tailed.size() == kWriters * kSteps) all_tailed.set_value();
  });
  {
    std::vector<std::jthread> writers;
    for (int writer = 0; writer < kWriters; ++writer) {
      writers.emplace_back([&, writer] {
        Random chance(static_cast<std::uint64_t>(writer));
        store::Bell late;  // nobody rings it
        for (int step = 0; step < kSteps; ++step) {
          ASSERT_TRUE(store().unit([&](Tx& tx) -> Result<void> {
            append(tx, clock_.now(), "ledger.wanted", Entry{writer, step});
            // A commit that comes late, so that transactions overtake each other.
            late.wait(0, std::chrono::microseconds(chance.below(1'000)));
            return {};
          }));
        }
      });
    }
  }
  driver.catch_up();
  const auto consumed = entries();
  EXPECT_EQ(consumed.size(), std::size_t{kWriters * kSteps});  // the unique index forbids doubles
  std::vector<std::int64_t> next(kWriters, 0);
  for (const Entry& entry : consumed) {
    EXPECT_EQ(entry.step, next[static_cast<std::size_t>(entry.writer)]++);
  }
  all_tailed.get_future().wait();
  EXPECT_EQ(tailed, consumed);
}

TEST_P(OutboxTest, TwoDriversShareOneCursor) {
  open_ledger();
  for (int step = 0; step < 300; ++step)
    ASSERT_TRUE(append_one({1, step}));
  {
    Driver one(store(), clock_, {{"ledger.all", {}, enter}}, {.batch = 7}, ignore_trouble);
    Driver two(store(), clock_, {{"ledger.all", {}, enter}}, {.batch = 7}, ignore_trouble);
    one.catch_up();
    two.catch_up();
  }
  EXPECT_EQ(entries().size(), 300u);
}

TEST_P(OutboxTest, RefusedFactIsTriedAgainAndTheOthersBeforeItCount) {
  open_ledger();
  for (int step = 0; step < 5; ++step)
    ASSERT_TRUE(append_one({1, step}));
  ASSERT_TRUE(append_one({1, 5}, "other.topic"));
  std::atomic<bool> refuses{true};
  std::atomic<int> troubles{0};
  const Consumer consumer{"ledger.some", {"ledger"}, [&](Tx& tx, const Fact& fact) -> Result<void> {
                            if (refuses && fact.payload.text.ends_with(R"("step":3})")) {
                              return refuse(Full::full);
                            }
                            return enter(tx, fact);
                          }};
  Driver driver(store(), clock_, {consumer}, {.retry = std::chrono::milliseconds(0)},
                [&](const Consumer&, const Fact&, const Refusal&) { ++troubles; });
  driver.catch_up();
  EXPECT_EQ(entries().size(), 3u);
  EXPECT_GE(troubles, 1);
  refuses = false;
  driver.catch_up();
  EXPECT_EQ(entries().size(), 5u);  // "other.topic" was not wanted
}

TEST_P(OutboxTest, TailResumesWhereItWas) {
  open_ledger();
  for (int step = 0; step < 10; ++step)
    ASSERT_TRUE(append_one({1, step}));
  const auto all = facts();
  Tail tail(store());
  std::promise<void> complete;
  std::vector<Position> seen;
  const auto subscription = tail.follow(all[3].position, {"ledger"}, [&](const Fact& fact) {
    seen.push_back(fact.position);
    if (seen.size() == 7) complete.set_value();
  });
  ASSERT_TRUE(append_one({1, 10}));
  complete.get_future().wait();
  for (std::size_t i = 0; i < 6; ++i)
    EXPECT_EQ(seen[i], all[4 + i].position);
}

TEST_P(OutboxTest, FactsAreKeptUntilAllHavePassedThemAndSevenDaysMore) {
  open_ledger();
  for (int step = 0; step < 3; ++step)
    ASSERT_TRUE(append_one({1, step}));
  {
    Driver driver(store(), clock_, {{"ledger.all", {}, enter}}, {}, ignore_trouble);
    driver.catch_up();
  }
  ASSERT_TRUE(append_one({1, 3}));  // not passed yet
  EXPECT_EQ(*clean(store(), clock_.now()), 0);
  clock_.advance(std::chrono::days(7) + std::chrono::seconds(1));
  EXPECT_EQ(*clean(store(), clock_.now()), 3);
  EXPECT_EQ(facts().size(), 1u);
}

}  // namespace
}  // namespace sluis::outbox
