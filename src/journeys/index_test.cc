// The index on both homes: whatever happens in whatever order, what it followed is what building it
// anew gives.
#include "journeys/index.h"

#include <map>

#include "customers/customers.h"
#include "events/testing.h"
#include "journeys/store.h"
#include "kernel/random.h"
#include "platform/analytics/store.h"
#include "segments/segments.h"

namespace sluis::journeys {
namespace {

using events::Draft;

store::Registry analytics_registry() {
  store::Registry registry;
  for (const Capability& one :
       {events::capability(nullptr), customers::capability(), segments::capability()}) {
    registry.migrations.push_back(one.analytics_migrations);
    registry.statements.push_back(one.analytics_statements);
  }
  registry.statements.push_back(sql::statements());
  return registry;
}

struct Moved {
  CustomerId customer;
};
BOOST_DESCRIBE_STRUCT(Moved, (), (customer))
struct Gone {
  std::vector<IdentityId> identities;
  std::vector<CustomerId> numbers;
  IdentityId fresh;
};
BOOST_DESCRIBE_STRUCT(Gone, (), (identities, numbers, fresh))

class IndexTest : public events::testing::EventsTest {
 protected:
  void SetUp() override {
    EventsTest::SetUp();
    if (IsSkipped()) return;
    better_ = add_source("better", events::Precedence::shop);
    analytics_.emplace(home().location(), analytics::Options{}, analytics_registry());
  }
  void TearDown() override {
    analytics_.reset();
    EventsTest::TearDown();
  }

  void ship() { events::ship_all(store(), *analytics_).value(); }

  IdentityId id_of(const std::string& device) {
    return store()
        .unit([&](store::Tx& tx) -> Result<IdentityId> {
          return identities::id_of(identities::pepper(tx), identities::Kind::device, device);
        })
        .value();
  }

  // Maps an identity to a customer and tells it, as the room customers does.
  void map(const std::string& device, CustomerId to) {
    const IdentityId identity = id_of(device);
    store()
        .unit([&](store::Tx& tx) -> Result<void> {
          const CustomerId from = identities::customer_of(tx, identity);
          identities::remap(tx, identity, from, to, now());
          outbox::append(tx, now(), customers::kCustomerChanged, Moved{from});
          outbox::append(tx, now(), customers::kCustomerChanged, Moved{to});
          return {};
        })
        .value();
  }

  Draft draft(std::string_view kind, const std::string& device, std::int64_t minute) {
    device_ = device;
    return {.message_id = message_ = std::to_string(++messages_),
            .ts = *parse_instant("2026-01-01T00:00:00Z") + std::chrono::minutes(minute),
            .sent = {},
            .identities = {{identities::Kind::device, device_}},
            .channel = minute % 3 == 0 ? "webshop" : "shop",
            .kind = kind,
            .campaign = minute % 4 == 0 ? "winter" : "",
            .product = minute % 5 == 0 ? "SKU-1" : "",
            .props = {}};
  }
  void see(std::string_view kind, const std::string& device, std::int64_t minute) {
    outcome(server_, draft(kind, device, minute));
  }
  void buy(SourceId source, const std::string& device, std::int64_t minute,
           const std::string& order) {
    Draft bought = draft("order_completed", device, minute);
    bought.order = order;
    bought.revenue = Micro(20 * Micro::kPerUnit);
    bought.cost = Micro(minute);
    outcome(source, bought);
  }

  Index& followed() {
    if (!index_) index_.emplace(store(), *analytics_);
    index_->catch_up().value();
    return *index_;
  }

  std::optional<analytics::Store> analytics_;
  std::optional<Index> index_;
  SourceId better_;
  int messages_ = 0;
  std::string message_;
  std::string device_;
};
SLUIS_ON_BOTH_HOMES(IndexTest);

// Each customer as a text, however they are numbered.
std::multiset<std::string> told(const Index& index) {
  return index
      .ask([](const Tracks& tracks, Instant) -> Result<std::multiset<std::string>> {
        std::multiset<std::string> all;
        const Words& words = tracks.words();
        tracks.each([&](auto, const Track& track) {
          std::string text;
          each_step(track, words.orders(), [&](const Step& step) {
            text += fmt::format("{} {} {} {} {}; ", step.ts,
                                words.channels()[step.channel].number(), words.kind(step.kind),
                                words.name(step.campaign), words.name(step.product));
          });
          for (const Booking& booking : track.bookings)
            text += fmt::format("{} {} {} {} {}; ", booking.ts, words.kind(booking.kind),
                                words.name(booking.product), booking.revenue, booking.cost);
          all.insert(text);
        });
        return all;
      })
      .value();
}

TEST_P(IndexTest, RefusesUntilItIsBuilt) {
  const Index index(store(), *analytics_);
  const auto told = index.ask([](const Tracks&, Instant) -> Result<int> { return 1; });
  ASSERT_FALSE(told.has_value());
  EXPECT_EQ(told.error().kind().name, "index_being_built");
  EXPECT_FALSE(index.standing().ready);
}

TEST_P(IndexTest, FollowsWhatHappensAndGivesWhatBuildingAnewGives) {
  Random random(7);
  const auto one_of = [&](int most) { return static_cast<int>(random.below(most)); };
  for (int round = 0; round < 60; ++round) {
    const std::string device = fmt::format("d{}", one_of(12));
    const int minute = one_of(5'000);
    switch (one_of(9)) {
      case 0:
        map(device, CustomerId(1'000 + one_of(3)));
        break;
      case 1:
        map(device, CustomerId(id_of(device).number()));
        break;
      case 2:
        buy(server_, device, minute, fmt::format("A-{}", one_of(6)));
        break;
      case 3:
        buy(better_, device, minute, fmt::format("A-{}", one_of(6)));
        break;
      case 4:
        ship();
        break;
      default:
        see(one_of(2) == 0 ? "product_viewed" : "email_clicked", device, minute);
    }
    if (round % 7 == 6) followed();
  }
  ship();
  Index& index = followed();
  Index anew(store(), *analytics_);
  anew.catch_up().value();
  EXPECT_EQ(told(index), told(anew));
  EXPECT_GT(told(anew).size(), 3u);
  EXPECT_EQ(index.standing().steps, anew.standing().steps);
}

TEST_P(IndexTest, ReadsWhatWasShippedAndGoesOnInTheLog) {
  see("product_viewed", "d1", 10);
  ship();
  see("email_clicked", "d1", 5);
  const auto tracks = told(followed());
  ASSERT_EQ(tracks.size(), 1u);
  EXPECT_LT(tracks.begin()->find("email_clicked"), tracks.begin()->find("product_viewed"));
  EXPECT_EQ(followed().standing().as_of, now());
}

TEST_P(IndexTest, TakesAnEventOutThatCountsNoLonger) {
  buy(server_, "d1", 10, "A-1");
  ship();
  EXPECT_EQ(followed().standing().steps, 1);
  buy(better_, "d1", 11, "A-1");
  ship();
  EXPECT_EQ(followed().standing().steps, 1);
}

TEST_P(IndexTest, ForgetsWhoWasErasedAndKeepsWhatTheyDid) {
  see("product_viewed", "d1", 10);
  see("product_viewed", "d2", 20);
  ship();
  const auto before = told(followed());
  const Gone gone{.identities = {id_of("d1")}, .numbers = {}, .fresh = IdentityId(5)};
  store()
      .unit([&](store::Tx& tx) -> Result<void> {
        outbox::append(tx, now(), customers::kPersonErased, gone);
        return {};
      })
      .value();
  EXPECT_EQ(told(followed()), before);
  const auto is_known = [&](std::int64_t number) {
    return followed()
        .ask([&](const Tracks& tracks, Instant) -> Result<bool> {
          return tracks.customer(CustomerId(number)).has_value();
        })
        .value();
  };
  EXPECT_FALSE(is_known(id_of("d1").number()));
  EXPECT_TRUE(is_known(5));
}

TEST_P(IndexTest, IsEmptyWhenTheLogWasCleared) {
  see("product_viewed", "d1", 10);
  ship();
  EXPECT_EQ(followed().standing().steps, 1);
  while (store()
             .unit([&](store::Tx& tx) -> Result<std::int64_t> {
               return events::clear(tx, *intake_, now());
             })
             .value() > 0) {
  }
  EXPECT_EQ(followed().standing().steps, 0);
  intake_ = events::open_intake(store()).value();
  server_ = add_source("again", events::Precedence::server);
  see("product_viewed", "d2", 10);
  EXPECT_EQ(followed().standing().steps, 1);
}

// ---- Tracks by themselves

Happened step(std::int64_t identity, std::int64_t second) {
  return {.event = EventId(identity * 1'000 + second),
          .ts = Instant(second * 1'000'000),
          .identity = IdentityId(identity),
          .channel = ChannelId(1),
          .kind = "product_viewed",
          .campaign = "",
          .product = "",
          .revenue = {},
          .cost = {},
          .currency = {}};
}

std::multiset<std::size_t> lengths(const Tracks& tracks) {
  std::multiset<std::size_t> lengths;
  tracks.each([&](auto, const Track& track) { lengths.insert(track.steps.size()); });
  return lengths;
}

TEST(Tracks, AMergeAndASplitMoveNothingAndAreExact) {
  Tracks tracks((Currency()));
  for (std::int64_t identity = 1; identity <= 4; ++identity) {
    for (std::int64_t second = 0; second < identity; ++second)
      tracks.add(step(identity, second));
  }
  const IdentityId ids[] = {IdentityId(1), IdentityId(2), IdentityId(4), IdentityId(9)};
  tracks.join(CustomerId(77), ids);
  EXPECT_EQ(lengths(tracks), (std::multiset<std::size_t>{3, 7}));
  EXPECT_EQ(tracks.customer(CustomerId(77)), 0u);
  tracks.join(CustomerId(78), std::span(ids).first(1));
  EXPECT_EQ(lengths(tracks), (std::multiset<std::size_t>{1, 3, 6}));
  tracks.join(CustomerId(77), {});
  EXPECT_EQ(lengths(tracks), (std::multiset<std::size_t>{1, 2, 3, 4}));
  EXPECT_FALSE(tracks.customer(CustomerId(77)));
}

TEST(Tracks, FoldingMovesAllIntoTheColumnsAndChangesNothing) {
  Tracks tracks((Currency()));
  for (std::int64_t second = 9; second >= 0; --second) {
    tracks.add(step(1, second));
    tracks.add(step(2, second * second));
  }
  for (int round = 0; round < 2; ++round) {
    const auto before = lengths(tracks);
    for (const std::size_t piece : tracks.pieces_with_later())
      tracks.replace(piece, tracks.rebuilt(piece));
    EXPECT_EQ(lengths(tracks), before);
    EXPECT_EQ(tracks.later_steps(), 0u);
    tracks.add(step(3, 5));
  }
  tracks.each(
      [](auto, const Track& track) { EXPECT_TRUE(std::ranges::is_sorted(track.steps.times)); });
}

}  // namespace
}  // namespace sluis::journeys
