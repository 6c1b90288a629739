#include "simulator/sample.h"

#include "channels/channels.h"
#include "company/company.h"
#include "consent/consent.h"
#include "customers/customers.h"
#include "panel/panel.h"
#include "platform/analytics/testing.h"
#include "platform/capability.h"
#include "platform/store/backup.h"
#include "segments/segments.h"
#include "simulator/removal.h"
#include "simulator/simulator.h"
#include "value/value.h"

namespace sluis::simulator {
namespace {

using Counts = std::map<std::string, std::int64_t>;

constexpr store::Statement kShipped{
    "test.shipped",
    "select (select count(*) from events_event) + (select count(*) from events_daily) + "
    "(select count(*) from events_daily_added) + (select count(*) from events_identity_day) + "
    "(select count(*) from events_channel) + (select count(*) from customers_merged) + "
    "(select count(*) from customers_channel) + (select count(*) from customers_profile) + "
    "(select count(*) from customers_followed) + (select count(*) from segments_member) + "
    "(select count(*) from customers_changed where customer <> 0) + "
    "(select count(*) from value_customer) + (select count(*) from value_buyer) + "
    "(select count(*) from value_fit) as rows"};

constexpr const store::Statement* kOfTest[] = {&kShipped};

class SampleTest : public analytics::testing::OnBothHomes {
 protected:
  void SetUp() override {
    analytics::testing::OnBothHomes::SetUp();
    if (IsSkipped()) return;
    store::Registry shipped;
    for (const Capability& one :
         {access::capability(), company::capability(), kpis::capability(), channels::capability(),
          identities::capability(), consent::capability(), events::capability(nullptr),
          customers::capability(), segments::capability(), value::capability(), panel::capability(),
          imports::capability(nullptr), capability(nullptr)}) {
      registry_.migrations.push_back(one.migrations);
      registry_.statements.push_back(one.statements);
      shipped.migrations.push_back(one.analytics_migrations);
      shipped.statements.push_back(one.analytics_statements);
    }
    shipped.statements.push_back(kOfTest);
    open(registry_);
    open_analytics(shipped);
    intake_ = events::open_intake(store()).value();
  }
  void TearDown() override {
    intake_.reset();
    analytics::testing::OnBothHomes::TearDown();
  }

  access::Actor actor() { return access::command_line(ids_, clock_.now()); }
  Workplace place() { return {store(), *intake_, ids_, clock_, home().folder() / "sample"}; }

  Result<Sample> begin(const Wanted& wanted) {
    return store().unit(
        [&](store::Tx& tx) { return begin_loading(tx, actor(), wanted, std::nullopt); });
  }
  Result<void> load(const Wanted& wanted) {
    const Sample begun = TRY(begin(wanted));
    const auto loading = TRY(Loading::begin(place(), begun, 0, "command line"));
    while (TRY(loading->next([](auto, auto) {}, {}))) {
    }
    return {};
  }
  Result<void> remove(bool everything = false) {
    TRY(store().unit([&](store::Tx& tx) { return begin_removal(tx, actor(), everything); }));
    return remove_sample(place(), analytics(), "command line", {});
  }
  std::optional<Sample> present() {
    return *store().snapshot([](store::Snapshot& snapshot) -> Result<std::optional<Sample>> {
      return sample(snapshot);
    });
  }

  // What follows the log brings it where it goes.
  void follow() {
    events::Readers readers(store(), clock_, *intake_, {}, [](auto&, auto&) { FAIL(); });
    readers.catch_up();
    ASSERT_TRUE(events::ship_all(store(), analytics()));
  }

  // Rows of each table but those that only ever grow: what was done, and where readers are.
  Counts rows() {
    const auto file = home().folder() / fmt::format("copy-{}", ++copies_);
    store::Registry all = registry_;
    all.migrations.insert(all.migrations.begin(), platform::migrations());
    const auto manifest =
        store::back_up(home().location(), all, file, clock_.now(), [](auto, auto) {}, {});
    Counts counts;
    for (const store::TableCount& table : manifest.value().tables) {
      const bool grows = table.table == "access_audit" || table.table.ends_with("_cursor") ||
                         table.table.starts_with("platform_") || table.table == "events_cursor";
      if (!grows && table.rows > 0) counts[table.table] = table.rows;
    }
    counts["analytics"] = shipped();
    return counts;
  }
  std::int64_t shipped() {
    return analytics()
        .unit([](analytics::Tx& tx) -> Result<std::int64_t> {
          return *tx.one<std::int64_t>(kShipped);
        })
        .value();
  }

  store::testing::SetClock clock_{Instant(1'767'603'600'000'000)};  // 2026-01-05T09:00:00Z
  IdSource ids_{clock_, 0, Instant()};
  store::Registry registry_;
  std::shared_ptr<events::Intake> intake_;
  int copies_ = 0;
};
SLUIS_ON_BOTH_HOMES(SampleTest);

constexpr Wanted kSmall{.seed = 7, .customers = 60, .days = 45};

TEST_P(SampleTest, LeavesNothingBehind) {
  const Counts before = rows();
  ASSERT_TRUE(load(kSmall));
  follow();
  const Counts with = rows();
  for (const char* table :
       {"events_batch", "events_money", "events_source", "events_coverage", "identities_identity",
        "consent_evidence", "customers_trait", "customers_word", "channels_channels",
        "imports_import", "kpis_targets", "analytics"})
    EXPECT_GT(with.contains(table) ? with.at(table) : 0, 0) << table;
  ASSERT_TRUE(remove());
  follow();
  EXPECT_EQ(rows(), before);
  EXPECT_FALSE(std::filesystem::exists(home().folder() / "sample"));
}

TEST_P(SampleTest, ComesInAgainAfterItWasRemoved) {
  ASSERT_TRUE(load(kSmall));
  const auto events = present()->events;
  follow();
  const Counts first = rows();
  ASSERT_TRUE(remove());
  ASSERT_TRUE(load(kSmall));
  EXPECT_EQ(present()->events, events);
  follow();
  EXPECT_EQ(rows(), first);
}

TEST_P(SampleTest, GoesOnWhereItWasBrokenOff) {
  ASSERT_TRUE(load(kSmall));
  follow();
  const Counts whole = rows();
  ASSERT_TRUE(remove());
  const Sample begun = begin(kSmall).value();
  ASSERT_TRUE(
      Loading::begin(place(), begun, 0, "one").value()->next([](auto, auto) {}, {}).value());
  const auto rest = Loading::begin(place(), present().value(), 1, "another").value();
  while (rest->next([](auto, auto) {}, {}).value()) {
  }
  follow();
  EXPECT_EQ(rows(), whole);
}

TEST_P(SampleTest, GoesIntoAnEmptyHomeOnly) {
  ASSERT_TRUE(store().unit([&](store::Tx& tx) {
    return consent::remember_identity(tx, identities::Kind::email, "ann@example.com", clock_.now());
  }));
  EXPECT_EQ(begin(kSmall).error().kind().name, "home_not_empty");
  EXPECT_EQ(remove().error().kind().name, "no_sample");
}

TEST_P(SampleTest, DoesNotTakeTheEventsOfOthersWithoutBeingTold) {
  ASSERT_TRUE(load(kSmall));
  EXPECT_EQ(begin(kSmall).error().kind().name, "sample_present");
  const events::Draft draft{.message_id = "1", .ts = clock_.now(), .kind = "page_viewed"};
  const auto source = store().unit([&](store::Tx& tx) {
    events::SourceDraft theirs;
    theirs.name = {"Our shop"};
    theirs.channel = present()->channels.front();
    return events::add_source(tx, actor(), theirs);
  });
  intake_ = events::open_intake(store()).value();
  ASSERT_TRUE(store().unit([&](store::Tx& tx) -> Result<void> {
    events::append(tx, *intake_, ids_,
                   {.sender = {.source = source->id},
                    .received = clock_.now(),
                    .drafts = std::span(&draft, 1)});
    return {};
  }));
  follow();
  EXPECT_EQ(remove().error().kind().name, "sample_mixed");
  EXPECT_EQ(present()->state, SampleState::present);
  EXPECT_TRUE(remove(true));
}

TEST_P(SampleTest, IsNotLoadedAnyMoreOnceItIsBeingRemoved) {
  const Sample begun = begin(kSmall).value();
  const auto loading = Loading::begin(place(), begun, 0, "command line").value();
  ASSERT_TRUE(store().unit([&](store::Tx& tx) { return begin_removal(tx, actor(), false); }));
  EXPECT_EQ(loading->next([](auto, auto) {}, {}).error().kind().name, "sample_busy");
}

}  // namespace
}  // namespace sluis::simulator
