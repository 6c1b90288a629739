#include "conflicts/settling.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/store/testing.h"

namespace sluis::conflicts {
namespace {

constexpr ChannelId kCheaper{1};
constexpr ChannelId kDearer{2};
constexpr UserId kAnn{7};

class Settling {
 public:
  std::vector<Step> settled(const std::vector<Clash>& clashes) {
    clock_.advance(std::chrono::hours(24));
    std::vector<Step> steps;
    for (const Settled& one : settle(known, clashes, {{kCheaper, kAnn}}, clock_.now(), ids_)) {
      steps.push_back(one.step);
      std::erase_if(known, [&](const Conflict& before) { return before.id == one.before.id; });
      known.push_back(one.after);
    }
    return steps;
  }

  Conflict& only() { return known.at(0); }
  Instant now() const { return clock_.now(); }

  std::vector<Conflict> known;

 private:
  store::testing::SetClock clock_{*parse_instant("2026-01-05T09:00:00Z")};
  IdSource ids_{clock_, 1, Instant(0)};
};

Clash price(const std::string& value, std::int64_t variant = 1) {
  return {.kind = Kind::price,
          .variant = catalog::VariantId(variant),
          .channel = kDearer,
          .value = value,
          .other = kCheaper,
          .other_value = "10.00",
          .stake = Micro(5),
          .no_stake = {}};
}

using Steps = std::vector<Step>;

TEST(SettlingTest, GoesThroughItsLife) {
  Settling books;
  EXPECT_EQ(books.settled({price("12.00")}), Steps{Step::found});
  EXPECT_EQ(books.only().owner, kAnn);
  const Instant first = books.now();
  books.only().state = State::accepted;
  books.only().reason = {"Fee"};
  EXPECT_EQ(books.settled({price("12.00")}), Steps{});

  EXPECT_EQ(books.settled({price("13.00")}), Steps{Step::changed});
  EXPECT_EQ(books.only().state, State::open);
  EXPECT_EQ(books.only().reason, Reason{});
  EXPECT_EQ(books.only().since, first);

  EXPECT_EQ(books.settled({}), Steps{Step::resolved});
  EXPECT_EQ(books.only().closed, books.now());
  EXPECT_EQ(books.settled({}), Steps{});

  EXPECT_EQ(books.settled({price("13.00")}), Steps{Step::found_again});
  EXPECT_EQ(books.only().since, books.now());
  EXPECT_EQ(books.only().closed, std::nullopt);
}

TEST(SettlingTest, AnotherAmountOrOrderIsTheSameClash) {
  Settling books;
  books.settled({price("12.00")});
  books.only().state = State::accepted;
  Clash turned = price("12.00");
  std::swap(turned.value, turned.other_value);
  turned.channel = kCheaper;
  turned.other = kDearer;
  turned.stake = Micro(6);
  const std::int64_t version = books.only().version;
  EXPECT_EQ(books.settled({turned}), Steps{Step::weighed});
  EXPECT_EQ(books.only().state, State::accepted);
  EXPECT_EQ(books.only().stake, Micro(6));
  EXPECT_EQ(books.only().version, version);
}

RC_GTEST_PROP(SettlingTest, TwiceIsOnce, (const std::vector<std::vector<std::uint8_t>>& looks)) {
  Settling books;
  for (const auto& look : looks) {
    std::map<std::int64_t, Clash> clashes;
    for (const std::uint8_t one : look)
      clashes.insert_or_assign(one % 5, price(std::to_string(one), one % 5));
    std::vector<Clash> now;
    for (const auto& [variant, clash] : clashes)
      now.push_back(clash);
    books.settled(now);
    RC_ASSERT(books.settled(now).empty());
    const auto open = std::ranges::count_if(
        books.known, [](const Conflict& one) { return one.state != State::resolved; });
    RC_ASSERT(open == std::ssize(now));
  }
}

}  // namespace
}  // namespace sluis::conflicts
