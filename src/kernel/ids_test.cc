#include "kernel/ids.h"

#include <set>
#include <thread>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis {
namespace {

class SetClock : public Clock {
 public:
  explicit SetClock(Instant now) : now_(now) {}
  Instant now() const override { return now_; }
  void set(Instant now) { now_ = now; }

 private:
  Instant now_;
};

const Instant kNow = *parse_instant("2026-11-22T05:13:27.5Z");

RC_GTEST_PROP(Ids, TextFormIsExact, ()) {
  const ChannelId id(*rc::gen::inRange<std::int64_t>(0, std::numeric_limits<std::int64_t>::max()));
  RC_ASSERT(parse_id<ChannelIdTag>(to_string(id)) == id);
}

TEST(Ids, ReadsOnlyItsOwnKind) {
  const std::string text = to_string(ChannelId(12345));
  EXPECT_EQ(text, "chn_0000000000c1s");
  EXPECT_EQ(parse_id<UserIdTag>(text), std::nullopt);
  EXPECT_EQ(parse_id<ChannelIdTag>("chn_OOOOOOOOOOC1S"), ChannelId(12345));
  for (const char* wrong : {"", "chn_", "chn_123", "chn_000000000000u", "chn_zzzzzzzzzzzzz",
                            "chn0000000000c1s", "chn_0000000000c1s0"}) {
    EXPECT_EQ(parse_id<ChannelIdTag>(wrong), std::nullopt) << wrong;
  }
}

TEST(Ids, KeepTheirMomentAndOrder) {
  const SetClock clock(kNow);
  IdSource ids(clock, 5, Instant());
  const auto first = ids.next<ChannelId>();
  const auto second = ids.next<ChannelId>();
  EXPECT_LT(first, second);
  EXPECT_EQ(IdSource::moment_of(first.number()).millis(), kNow.millis());
}

TEST(Ids, AClockThatIsSetBackMakesNoDouble) {
  SetClock clock(kNow);
  IdSource ids(clock, 0, Instant());
  const auto before = ids.next<ChannelId>();
  clock.set(kNow - std::chrono::hours(1));
  EXPECT_GT(ids.next<ChannelId>(), before);
  IdSource restarted(clock, 0, kNow + std::chrono::seconds(1));
  EXPECT_GT(restarted.next<ChannelId>(), before);
}

TEST(Ids, ManyThreadsAndNodesNeverMakeTheSame) {
  const SetClock clock(kNow);
  IdSource one(clock, 0, Instant());
  IdSource two(clock, 63, Instant());
  constexpr std::size_t kEach = 70'000;  // more than the counter of one millisecond holds
  std::vector<std::vector<std::int64_t>> made(4);
  std::vector<std::jthread> threads;
  for (std::size_t t = 0; t < made.size(); ++t) {
    threads.emplace_back([&, t] {
      IdSource& source = t % 2 == 0 ? one : two;
      for (std::size_t i = 0; i < kEach; ++i)
        made[t].push_back(source.next<KeyId>().number());
    });
  }
  threads.clear();
  std::set<std::int64_t> all;
  for (const auto& ids : made)
    all.insert(ids.begin(), ids.end());
  EXPECT_EQ(all.size(), made.size() * kEach);
}

}  // namespace
}  // namespace sluis
