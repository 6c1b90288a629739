#include "imports/imports.h"

#include "company/company.h"
#include "imports/files.h"
#include "imports/presets.h"
#include "imports/testing.h"
#include "imports/toml.h"
#include "kernel/testing.h"
#include "kpis/kpis.h"
#include "platform/capability.h"
#include "platform/store/testing.h"

namespace sluis::imports {
namespace {

constexpr std::string_view kMapping = R"(
name = "sales"
title = "Sales"
needs = ["order", "day", "who", "what", "amount"]
currency = "EUR"

[all]
ts = "{day}"
user = "{who}"
channel = "popup-store"
order = "{order}"

[[events]]
kind = "order_completed"
once_per = "{order}"
revenue = "0"

[[events]]
kind = "order_line"
product = "{what}"
part = "{what}"
quantity = "1"
revenue = "{amount}"
)";

class ImportsTest : public store::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    store::Registry registry;
    for (const Capability& one :
         {access::capability(), company::capability(), kpis::capability(), channels::capability(),
          identities::capability(), events::capability(nullptr), capability(nullptr)}) {
      registry.migrations.push_back(one.migrations);
      registry.statements.push_back(one.statements);
    }
    open(registry);
    intake_ = events::open_intake(store()).value();
    mapping_ = mapping_from_toml(kMapping).value();
  }
  void TearDown() override {
    intake_.reset();
    OnBothHomes::TearDown();
  }

  Setting setting() { return {store(), *intake_, ids_, clock_, "command line"}; }
  Order order(const std::string& name, std::string_view bytes) {
    return {folder_.write(name, bytes), name, mapping_};
  }

  // Lines of three each; the amounts are cents, so that sums show what is missing.
  static std::string orders(int from, int to) {
    std::string csv = "order,day,who,what,amount\n";
    for (int i = from; i < to; ++i) {
      for (const std::string_view what : {"a", "b", "a"})
        csv += fmt::format("o{},2024-01-{:02},c{},{},0.01\n", i, i % 28 + 1, i % 7, what);
    }
    return csv;
  }

  Result<Import> bring_in(const Order& order) {
    const auto run = TRY(Run::begin(setting(), order, {}));
    done_before_ = run->was_done_before();
    while (TRY(run->go_on([] { return false; }))) {
    }
    return run->import();
  }

  // What counts in the log.
  struct Logged {
    std::int64_t events = 0;
    Micro quantity;
    std::string revenue;
    std::set<IdentityId> people;
  };
  Logged logged() {
    Logged all;
    Micro revenue;
    outbox::Position after;
    while (true) {
      const auto batches =
          store().snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<events::Batch>> {
            return events::batches_after(snapshot, after, 100'000);
          });
      if (batches->empty()) break;
      for (const events::Batch& batch : *batches) {
        for (const events::Event& event : batch.events) {
          ++all.events;
          if (!event.identities.empty()) all.people.insert(event.identity());
          if (!event.counted) continue;
          revenue += event.revenue.value_or(Micro());
          all.quantity += event.quantity.value_or(Micro());
        }
        after = batch.position;
      }
    }
    all.revenue = to_string(revenue);
    return all;
  }
  void read_visits() {
    mapping_.all->order.reset();
    mapping_.events.resize(1);
    mapping_.events[0] = {};
    mapping_.events[0].kind = {"store_visited"};
  }
  std::pair<std::int64_t, std::string> counted() {
    const Logged all = logged();
    return {all.events, all.revenue};
  }

  store::testing::SetClock clock_{*parse_instant("2026-01-05T09:00:00Z")};
  IdSource ids_{clock_, 1, Instant()};
  testing::Folder folder_;
  std::shared_ptr<events::Intake> intake_;
  Mapping mapping_;
  bool done_before_ = false;
};
SLUIS_ON_BOTH_HOMES(ImportsTest);

TEST_P(ImportsTest, BringsInEveryLineOnceHoweverOftenItIsRepeated) {
  const auto first = bring_in(order("a.csv", orders(0, 1000)));
  ASSERT_TRUE(first) << first.error().message().in(Language::en);
  EXPECT_EQ(first->rows, 3000);
  EXPECT_EQ(first->events, 4000);
  EXPECT_EQ(first->state, State::done);
  EXPECT_EQ(counted(), (std::pair<std::int64_t, std::string>{4000, "30.00"}));

  const auto again = bring_in(order("renamed.csv", orders(0, 1000)));
  EXPECT_TRUE(done_before_);
  EXPECT_EQ(again->id, first->id);

  const auto more = bring_in(order("b.csv", orders(0, 1001)));
  EXPECT_EQ(more->events, 4);
  EXPECT_EQ(more->duplicates, 4000);
  EXPECT_EQ(counted(), (std::pair<std::int64_t, std::string>{4004, "30.03"}));
}

// Visits are no money facts: only their message ids tell that they were there before.
std::string visits(int from, int to) {
  std::string csv = "order,day,who,what,amount\n";
  for (int i = from; i < to; ++i)
    csv += fmt::format("o{},2024-01-01,c{},a,0\n", i, i);
  return csv;
}

TEST_P(ImportsTest, AFileCountsOnceWhateverItsMappingIsCalled) {
  read_visits();
  const auto proposed = bring_in(order("a.csv", visits(0, 100)));
  EXPECT_EQ(proposed->events, 100);

  mapping_.name = {"monthly"};
  mapping_.title = {"Every month"};
  EXPECT_EQ(bring_in(order("a.csv", visits(0, 100)))->id, proposed->id);
  EXPECT_TRUE(done_before_);

  // Kept under its name, it goes on where it was tried.
  const access::Actor actor = access::command_line(ids_, clock_.now());
  const auto kept = store().unit([&](store::Tx& tx) { return add_mapping(tx, actor, mapping_); });
  ASSERT_TRUE(kept);
  const auto next_month = bring_in(order("b.csv", visits(0, 150)));
  EXPECT_EQ(next_month->source, proposed->source);
  EXPECT_EQ(next_month->events, 50);
  EXPECT_EQ(next_month->duplicates, 100);

  // Corrected, it stays there; what the correction leaves as it was counts once.
  mapping_.events.push_back(mapping_.events[0]);
  mapping_.events[1].kind = {"product_viewed"};
  mapping_.name = {"corrected"};
  const auto corrected = bring_in(order("b.csv", visits(0, 150)));
  EXPECT_EQ(corrected->source, proposed->source);
  EXPECT_EQ(corrected->events, 150);
  EXPECT_EQ(corrected->duplicates, 150);
}

TEST_P(ImportsTest, OthersWhoseFilesLookAlikeStayApart) {
  read_visits();
  const auto north = bring_in(order("north.csv", visits(0, 100)));
  mapping_.name = {"south"};
  const auto south = bring_in(order("south.csv", visits(0, 101)));
  EXPECT_NE(south->source, north->source);
  EXPECT_EQ(south->events, 101);
}

TEST_P(ImportsTest, GoesOnWhereItWasBrokenOff) {
  const Order whole = order("a.csv", orders(0, 2000));
  {
    const auto run = Run::begin(setting(), whole, {});
    ASSERT_TRUE(run);
    EXPECT_TRUE((*run)->go_on([] { return true; }).value());
  }  // gone, as after a kill
  const auto rest = bring_in(whole);
  EXPECT_FALSE(done_before_);
  EXPECT_EQ(rest->rows, 6000);
  EXPECT_EQ(rest->events, 8000);
  EXPECT_EQ(rest->duplicates, 0);
  EXPECT_EQ(counted(), (std::pair<std::int64_t, std::string>{8000, "60.00"}));
}

TEST_P(ImportsTest, TellsBadRowsByLineAndBringsInTheOthers) {
  const auto import = bring_in(order("a.csv",
                                     "order,day,who,what,amount\n"
                                     "o1,2024-01-01,c1,a,1.50\n"
                                     "o2,soon,c1,a,1\n"
                                     "o3,2024-01-01,c1\n"
                                     "o4,2024-01-01,c1,a,one\n"
                                     "o5,2024-01-01,c1,a,2.50\n"));
  ASSERT_TRUE(import);
  EXPECT_EQ(import->problem_rows, 3);
  ASSERT_EQ(import->problems.size(), 3u);
  EXPECT_EQ(import->problems[0].line, 3);
  EXPECT_EQ(import->problems[0].column, "day");
  EXPECT_EQ(import->problems[1].code, "ragged");
  EXPECT_EQ(import->problems[2].en, "\"one\" is no amount");
  EXPECT_EQ(logged().revenue, "4.00");
}

TEST_P(ImportsTest, RefusesWhatGivesNothingBeforeItWritesMuch) {
  std::string csv = "order,day,who,what,amount\n";
  for (int i = 0; i < 30'000; ++i)
    csv += "o,never,c,a,1\n";
  const auto import = bring_in(order("a.csv", csv));
  ASSERT_FALSE(import);
  EXPECT_EQ(import.error().kind().name, "nothing_readable");
  EXPECT_EQ(bring_in(order("b.csv", "order,day\n1,2\n")).error().kind().name, "mapping_misfit");
}

TEST_P(ImportsTest, AddsTheChannelsThatAFileNames) {
  ASSERT_TRUE(bring_in(order("a.csv", orders(0, 1))));
  const auto channels =
      store().snapshot([](store::Snapshot& snapshot) -> Result<std::vector<channels::Channel>> {
        return channels::all(snapshot, channels::kEverything);
      });
  ASSERT_EQ(channels->size(), 1u);
  EXPECT_EQ(channels->front().code.text, "popup-store");
  EXPECT_EQ(channels->front().state, channels::State::draft);
}

TEST_P(ImportsTest, TriesAFileWithoutWritingAnything) {
  const auto trial = try_out(order("a.csv", orders(0, 10)), {"Europe/Amsterdam", {}}, 1'000'000,
                             [](auto, auto) { return true; });
  ASSERT_TRUE(trial);
  EXPECT_EQ(trial->rows, 30);
  EXPECT_EQ(trial->events, 40);
  ASSERT_EQ(trial->sums.size(), 2u);
  EXPECT_EQ(to_string(trial->sums[1].revenue), "0.30");
  ASSERT_EQ(trial->unknown_channels.size(), 1u);
  EXPECT_EQ(trial->unknown_channels[0].code, "popup-store");
  EXPECT_EQ(trial->unknown_channels[0].events, 40);
  EXPECT_TRUE(trial->unknown_channels[0].added);
  mapping_.all->channel->text = "The {what}";
  const auto odd = try_out(order("a.csv", orders(0, 1)), {"Europe/Amsterdam", {"popup-store"}},
                           1'000'000, [](auto, auto) { return true; });
  ASSERT_FALSE(odd->unknown_channels.empty());
  EXPECT_FALSE(odd->unknown_channels[0].added);
  EXPECT_EQ(logged().events, 0);
}

TEST_P(ImportsTest, KeepsMappingsUnderTheirNames) {
  const access::Actor actor = access::command_line(ids_, clock_.now());
  const auto kept = store().unit([&](store::Tx& tx) { return add_mapping(tx, actor, mapping_); });
  ASSERT_TRUE(kept);
  const auto twin = store().unit([&](store::Tx& tx) { return add_mapping(tx, actor, mapping_); });
  EXPECT_EQ(twin.error().kind().name, "mapping_taken");
  mapping_.title = {"Sales of 2024"};
  const auto change = [&](std::int64_t version) {
    return store().unit(
        [&](store::Tx& tx) { return change_mapping(tx, actor, kept->id, version, mapping_); });
  };
  EXPECT_EQ(change(1)->version, 2);
  EXPECT_EQ(change(1).error().kind().name, "version_changed");
  const auto all =
      store().snapshot([](store::Snapshot& snapshot) -> Result<std::vector<KeptMapping>> {
        return mappings(snapshot);
      });
  ASSERT_EQ(all->size(), 1u);
  EXPECT_EQ(all->front().mapping, mapping_);
}

// The invoices of a year, as the README of the data adds them up, read back from the log.
TEST_P(ImportsTest, OnlineRetailAddsUpInTheLog) {
  const auto file = data_set("online_retail/online_retail_2010_2011.csv.gz");
  if (GetParam() != store::Dialect::sqlite) GTEST_SKIP() << "once is enough";
  if (!file) GTEST_SKIP() << "SLUIS_TEST_DATA has no such file";
  const auto import = bring_in({*file, "online_retail", preset("online_retail")->front()});
  ASSERT_TRUE(import) << import.error().message().in(Language::en);
  EXPECT_EQ(import->rows, 541'909);
  EXPECT_EQ(import->duplicates + import->quarantined + import->problem_rows, 0);
  const Logged all = logged();
  EXPECT_EQ(to_string(all.quantity), "5176450.00");
  EXPECT_EQ(all.revenue, "9747747.934");
  EXPECT_EQ(all.people.size(), 4'372u);
}

TEST_P(ImportsTest, WhatPeopleSentGoesWhenNobodyNeedsIt) {
  const auto staged = [&](const std::string& name) {
    std::filesystem::create_directories(folder_.path() / "staging");
    return folder_.write("staging/" + name, "order,day\n");
  };
  const auto actor = access::command_line(ids_, clock_.now());
  const KeptFile old = keep_file(store(), actor, "old.csv", staged("old")).value();
  const auto bad = bring_in(order("bad.csv", "order,day,who,what,amount\no1,never,c1,a,1\n"));
  ASSERT_EQ(bad->problems.size(), 1u);
  const auto cleaned = [&] {
    return store()
        .unit([&](store::Tx& tx) -> Result<std::int64_t> { return clean(tx, clock_.now()); })
        .value();
  };
  EXPECT_EQ(cleaned(), 0);

  clock_.advance(std::chrono::days(8));
  const auto later = access::command_line(ids_, clock_.now());
  const KeptFile fresh = keep_file(store(), later, "new.csv", staged("new")).value();
  EXPECT_EQ(cleaned(), 1);
  EXPECT_FALSE(std::filesystem::exists(old.path));
  EXPECT_TRUE(std::filesystem::exists(fresh.path));

  clock_.advance(std::chrono::days(31));
  EXPECT_EQ(cleaned(), 2);
  const auto told = store().snapshot(
      [&](store::Snapshot& snapshot) -> Result<Import> { return find(snapshot, bad->id); });
  EXPECT_TRUE(told->problems.empty());
  EXPECT_EQ(told->problem_rows, 1);
}

}  // namespace
}  // namespace sluis::imports
