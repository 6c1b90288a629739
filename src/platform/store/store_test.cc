// What every unit and reading may rely on, on both homes.
#include "platform/store/store.h"

#include <cmath>
#include <future>
#include <latch>
#include <rapidcheck.h>

#include "platform/store/testing.h"

namespace sluis::store {
namespace {

constexpr Migration kShelfMigrations[] = {{"shelf/0001_shelf", R"sql(
-- distribution: local
create table shelf_item (
  id bigint primary key,
  name text not null unique,
  on_hand bigint not null check (on_hand >= 0),
  weight double precision,
  fragile boolean not null default false,
  picture bytea
);
)sql"}};

struct Item {
  ChannelId id;
  std::string name;
  std::int64_t on_hand = 0;
  std::optional<double> weight;
  bool fragile = false;
  std::optional<Bytes> picture;
  bool operator==(const Item&) const = default;
};
BOOST_DESCRIBE_STRUCT(Item, (), (id, name, on_hand, weight, fragile, picture))

constexpr Statement kInsert{"shelf.insert",
                            "insert into shelf_item (id, name, on_hand, weight, fragile, picture) "
                            "values ($1, $2, $3, $4, $5, $6)"};
constexpr Statement kFind{"shelf.find",
                          "select name, id, on_hand, weight, fragile, picture from shelf_item "
                          "where id = $1"};
constexpr Statement kTake{"shelf.take",
                          "update shelf_item set on_hand = on_hand - $2 "
                          "where id = $1 and on_hand >= $2 returning on_hand"};
constexpr Statement kAddPieces{"shelf.add",
                               "update shelf_item set on_hand = on_hand + $2 where id = $1"};
constexpr Statement kSum{"shelf.sum", "select sum(on_hand) from shelf_item"};
constexpr Statement kCount{"shelf.count", "select count(*) from shelf_item"};
constexpr const Statement* kShelfStatements[] = {&kInsert,    &kFind, &kTake,
                                                 &kAddPieces, &kSum,  &kCount};

enum class Sold { out };
const RefusalKind& kind_of(Sold) {
  static constexpr RefusalKind out{
      "sold_out", Category::conflict, Retry::useless, {"Sold out.", "Uitverkocht."}};
  return out;
}

class StoreTest : public testing::OnBothHomes {
 protected:
  void open_shelf(const Options& options = {}) {
    open({{kShelfMigrations}, {kShelfStatements}}, options);
  }

  Result<void> insert(std::int64_t id, std::int64_t on_hand) {
    return store().unit([&](Tx& tx) -> Result<void> {
      tx.change(kInsert, id, "item " + std::to_string(id), on_hand, std::nullopt, false,
                std::nullopt);
      return {};
    });
  }
  template <class T>
  T read(const Statement& statement) {
    return *store().snapshot(
        [&](Snapshot& snapshot) -> Result<T> { return *snapshot.one<T>(statement); });
  }
  std::int64_t on_hand(std::int64_t id) {
    return store()
        .snapshot(
            [&](Snapshot& snapshot) -> Result<Item> { return *snapshot.one<Item>(kFind, id); })
        ->on_hand;
  }
};
SLUIS_ON_BOTH_HOMES(StoreTest);

// Any text that is valid UTF-8 without a zero byte, which PostgreSQL does not take.
std::string any_text() {
  const auto characters = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
      std::vector<std::string>{"a", "Z", "'", "\"", "\\", "%", "$1", ";", " ", "\n", "\t", "\x7f",
                               "\u00e9", "\u20ac", "\U0001f600"}));
  std::string text;
  for (const std::string& character : characters)
    text += character;
  return text;
}

TEST_P(StoreTest, RowsComeBackAsTheyWentIn) {
  open_shelf();
  std::int64_t next = 0;
  EXPECT_TRUE(rc::check([&] {
    const double weight = *rc::gen::arbitrary<double>();
    Item item{ChannelId(++next),
              std::to_string(next) + any_text(),
              *rc::gen::inRange<std::int64_t>(0, std::numeric_limits<std::int64_t>::max()),
              std::isfinite(weight) ? std::optional(weight) : std::nullopt,
              *rc::gen::arbitrary<bool>(),
              std::nullopt};
    if (*rc::gen::arbitrary<bool>()) item.picture = Bytes{*rc::gen::arbitrary<std::string>()};
    const auto found = store().unit([&](Tx& tx) -> Result<Item> {
      tx.change(kInsert, item.id, item.name, item.on_hand, item.weight, item.fragile, item.picture);
      return *tx.one<Item>(kFind, item.id);
    });
    RC_ASSERT(found.has_value());
    RC_ASSERT(*found == item);
  }));
}

TEST_P(StoreTest, RefusedUnitLeavesNothing) {
  open_shelf();
  const auto refused = store().unit([&](Tx& tx) -> Result<void> {
    tx.change(kInsert, 1, "one", 1, std::nullopt, false, std::nullopt);
    return refuse(Sold::out);
  });
  ASSERT_FALSE(refused);
  EXPECT_TRUE(is(refused.error(), Sold::out));
  EXPECT_EQ(read<std::int64_t>(kCount), 0);
}

TEST_P(StoreTest, FailingUnitsDoNotTouchTheOthersOfTheirGroup) {
  open_shelf();
  ASSERT_TRUE(insert(0, 0));
  std::atomic<int> kept{0};
  std::atomic<int> failed{0};
  constexpr int kUnits = 300;
  std::latch all(kUnits);
  for (int i = 1; i <= kUnits; ++i) {
    store().write(Priority::interactive,
                  {[i](Tx& tx) {
                     tx.change(kInsert, i, "item " + std::to_string(i), 1, std::nullopt, false,
                               std::nullopt);
                     if (i % 3 == 0) throw std::logic_error("a fault");
                     if (i % 3 == 1) {  // breaks the primary key
                       tx.change(kInsert, 0, "again", 1, std::nullopt, false, std::nullopt);
                     }
                     return true;
                   },
                   [&, i](std::optional<Failure> failure) {
                     ++(failure ? failed : kept);
                     const auto why = i % 3 == 0 ? Failure::internal : Failure::broken_rule;
                     if (failure) EXPECT_EQ(*failure, why);
                     all.count_down();
                   }});
  }
  all.wait();
  EXPECT_EQ(kept, kUnits / 3);
  EXPECT_EQ(failed, kUnits - kUnits / 3);
  EXPECT_EQ(read<std::int64_t>(kCount), kUnits / 3 + 1);
}

TEST_P(StoreTest, GuardedStatementNeverTakesTooMuch) {
  open_shelf();
  ASSERT_TRUE(insert(1, 100));
  std::atomic<int> taken{0};
  {
    std::vector<std::jthread> buyers;
    for (int i = 0; i < 64; ++i) {
      buyers.emplace_back([&] {
        for (int round = 0; round < 5; ++round) {
          const auto left = store().unit([&](Tx& tx) -> Result<std::int64_t> {
            const auto rest = tx.one<std::int64_t>(kTake, 1, 1);
            if (!rest) return refuse(Sold::out);
            return *rest;
          });
          if (left) ++taken;
        }
      });
    }
  }
  EXPECT_EQ(taken, 100);
  EXPECT_EQ(on_hand(1), 0);
}

TEST_P(StoreTest, ReaderSeesOneConsistentState) {
  open_shelf();
  ASSERT_TRUE(insert(1, 500));
  ASSERT_TRUE(insert(2, 500));
  std::atomic<bool> stop{false};
  std::jthread mover([&] {
    for (std::int64_t amount = 1; !stop; amount = -amount) {
      ASSERT_TRUE(store().unit([&](Tx& tx) -> Result<void> {
        tx.change(kAddPieces, 1, amount);
        tx.change(kAddPieces, 2, -amount);
        return {};
      }));
    }
  });
  for (int i = 0; i < 100; ++i) {
    const auto sums = store().snapshot([&](Snapshot& snapshot) -> Result<std::vector<Item>> {
      std::vector<Item> items;
      items.push_back(*snapshot.one<Item>(kFind, 1));
      items.push_back(*snapshot.one<Item>(kFind, 2));
      return items;
    });
    EXPECT_EQ((*sums)[0].on_hand + (*sums)[1].on_hand, 1000);
  }
  stop = true;
}

TEST_P(StoreTest, SnapshotMayNotWrite) {
  open_shelf();
  ASSERT_TRUE(insert(1, 1));
  const auto written = store().snapshot([&](Snapshot& snapshot) -> Result<std::int64_t> {
    return *snapshot.one<std::int64_t>(kTake, 1, 1);
  });
  EXPECT_FALSE(written);
  EXPECT_EQ(on_hand(1), 1);
}

TEST_P(StoreTest, ActionsFollowTheCommitOnlyWhenKept) {
  open_shelf();
  std::atomic<int> ran{0};
  for (const bool keep : {true, false}) {
    const Result<void> written = store().unit([&](Tx& tx) -> Result<void> {
      tx.after_commit([&] { ++ran; });
      if (!keep) return refuse(Sold::out);
      return {};
    });
    EXPECT_EQ(written.has_value(), keep);
  }
  EXPECT_EQ(ran, 1);
}

TEST_P(StoreTest, TooManyWaitingUnitsAreRefused) {
  open_shelf({.readers = 1, .writers = 1, .waiting_limit = 2});
  std::promise<void> started;
  std::promise<void> go_on;
  std::latch all(6);
  std::atomic<int> overloaded{0};
  const auto done = [&](std::optional<Failure> failure) {
    if (failure == Failure::overloaded) ++overloaded;
    all.count_down();
  };
  store().write(Priority::interactive, {[&](Tx&) {
                                          started.set_value();
                                          go_on.get_future().wait();
                                          return true;
                                        },
                                        done});
  started.get_future().wait();
  for (int i = 0; i < 5; ++i) {
    store().write(Priority::interactive, {[](Tx&) { return true; }, done});
  }
  go_on.set_value();
  all.wait();
  EXPECT_EQ(overloaded, 3);
}

TEST_P(StoreTest, WaitingUnitsAreFinishedBeforeTheStoreCloses) {
  open_shelf();
  std::atomic<int> kept{0};
  for (int i = 0; i < 200; ++i) {
    store().write(Priority::background, {[i](Tx& tx) {
                                           tx.change(kInsert, i, std::to_string(i), 1, std::nullopt,
                                                     false, std::nullopt);
                                           return true;
                                         },
                                         [&](auto failure) { kept += failure ? 0 : 1; }});
  }
  close();
  EXPECT_EQ(kept, 200);
  open_shelf();
  EXPECT_EQ(read<std::int64_t>(kCount), 200);
}

TEST_P(StoreTest, StatementsOfOthersAreTold) {
  open_shelf();
  constexpr Statement kForeign{"shelf.foreign", "select count(*) from platform_job"};
  constexpr Statement kWrong{"shelf.wrong", "select nothing from shelf_item"};
  for (const Statement* statement : kShelfStatements) {
    EXPECT_EQ(store().foreign_touch(*statement, "shelf"), "");
  }
  EXPECT_NE(store().foreign_touch(kForeign, "shelf"), "");
  EXPECT_NE(store().foreign_touch(kWrong, "shelf"), "");
}

}  // namespace
}  // namespace sluis::store
