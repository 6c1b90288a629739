#include "methods/journey_questions.h"
#include "methods/testing.h"

namespace sluis::methods {
namespace {

constexpr std::size_t kChannelsOfJourneys = 4;
constexpr std::uint32_t kWindowS = 1'000;

KindSet kind(EventKind of) {
  KindSet set;
  set.add(of);
  return set;
}

std::vector<JourneyEvent> draw_events() {
  std::vector<JourneyEvent> events(*rc::gen::inRange<std::size_t>(1, 60));
  for (JourneyEvent& event : events)
    event = {.customer = *rc::gen::inRange(0u, 5u),
             .ts = *rc::gen::inRange(100'000u, 400'000u) / 200 * 200,
             .channel = *rc::gen::inRange<Channel>(0, kChannelsOfJourneys),
             .kind = *rc::gen::inRange<EventKind>(0, 4),
             .value = static_cast<double>(*rc::gen::inRange(-5, 50))};
  return events;
}

JourneyIndex index_of(const std::vector<JourneyEvent>& events) {
  JourneyBuilder builder;
  for (const JourneyEvent& event : events)
    builder.add(event);
  return std::move(builder).build();
}

RC_GTEST_PROP(JourneyIndex, KeepsAllEventsInOrderOfTime, ()) {
  const auto events = draw_events();
  const JourneyIndex index = index_of(events);
  RC_ASSERT(index.events() == events.size());
  double value = 0;
  for (std::size_t customer = 0; customer < index.customers(); ++customer) {
    const Journey journey = index[customer];
    RC_ASSERT(std::ranges::is_sorted(journey.times));
    for (std::size_t i = 0; i < journey.size(); ++i) {
      value += journey.values[i];
      RC_ASSERT(std::ranges::any_of(events, [&](const JourneyEvent& event) {
        return event.customer == customer && event.ts == journey.times[i] &&
               event.channel == journey.channels[i] && event.kind == journey.kinds[i] &&
               event.value == journey.values[i];
      }));
    }
  }
  double right = 0;
  for (const JourneyEvent& event : events)
    right += event.value;
  RC_ASSERT(value == right);
}

// By its definition: a chain of events from each start, as far as it comes.
std::size_t furthest(const Journey& journey, std::size_t step, std::size_t from,
                     std::uint32_t end) {
  std::size_t best = step;
  for (std::size_t i = from; i < journey.size() && step < 3; ++i) {
    if (journey.kinds[i] != step || (step > 0 && journey.times[i] > end)) continue;
    const std::uint32_t until = step == 0 ? journey.times[i] + kWindowS : end;
    best = std::max(best, furthest(journey, step + 1, i + 1, until));
  }
  return best;
}

RC_GTEST_PROP(Funnel, IsWhatItsDefinitionSays, ()) {
  auto events = draw_events();
  for (JourneyEvent& event : events)
    event.ts = 1'000'000 + event.ts % 4'000;
  const JourneyIndex index = index_of(events);
  std::vector<std::int64_t> right(3);
  for (std::size_t customer = 0; customer < index.customers(); ++customer) {
    const std::size_t level = furthest(index[customer], 0, 0, 0);
    for (std::size_t step = 0; step < level; ++step)
      ++right[step];
  }
  const std::array steps = {kind(0), kind(1), kind(2)};
  RC_ASSERT(funnel(index, steps, kWindowS) == right);
  const auto timed = funnel_with_times(index, steps, kWindowS);
  for (std::size_t step = 0; step < right.size(); ++step) {
    RC_ASSERT(timed[step].customers == right[step]);
    RC_ASSERT(timed[step].median_s.has_value() == (right[step] > 0));
    RC_ASSERT(timed[step].median_s.value_or(0) <= kWindowS);
  }
}

TEST(Funnel, NeverTakesTwoStepsWithOneEvent) {
  const JourneyIndex index = index_of({{.ts = 10}, {.ts = 20}});
  EXPECT_EQ(funnel(index, std::array{kind(0), kind(0), kind(0)}, kWindowS),
            (std::vector<std::int64_t>{1, 1, 0}));
}

RC_GTEST_PROP(Transitions, AreOneLessThanTheEventsOfACustomer, ()) {
  const JourneyIndex index = index_of(draw_events());
  const ChannelCounts counts = transitions(index, kChannelsOfJourneys);
  std::int64_t sum = 0;
  for (std::size_t from = 0; from < kChannelsOfJourneys; ++from) {
    for (std::size_t to = 0; to < kChannelsOfJourneys; ++to)
      sum += counts.at(from, to);
  }
  std::int64_t right = 0;
  for (std::size_t customer = 0; customer < index.customers(); ++customer)
    right += std::max<std::int64_t>(0, static_cast<std::int64_t>(index[customer].size()) - 1);
  RC_ASSERT(sum == right);
}

RC_GTEST_PROP(Overlap, CountsCustomersOfBoth, ()) {
  const JourneyIndex index = index_of(draw_events());
  const ChannelCounts counts = overlap(index, kChannelsOfJourneys);
  for (Channel one = 0; one < kChannelsOfJourneys; ++one) {
    for (Channel other = 0; other < kChannelsOfJourneys; ++other) {
      std::int64_t right = 0;
      for (std::size_t customer = 0; customer < index.customers(); ++customer) {
        const auto used = index[customer].channels;
        right += std::ranges::count(used, one) > 0 && std::ranges::count(used, other) > 0;
      }
      RC_ASSERT(counts.at(one, other) == right);
    }
  }
}

RC_GTEST_PROP(LastTouch, GivesAwayEveryOrder, ()) {
  const auto events = draw_events();
  const JourneyIndex index = index_of(events);
  const TouchRules rules{
      .touches = kind(0), .orders = kind(3), .direct = Channel{1}, .window_s = kWindowS};
  const auto touched = last_touches(index, kChannelsOfJourneys, rules);
  std::int64_t orders = 0;
  double value = 0;
  for (const Touched& channel : touched) {
    orders += channel.orders;
    value += channel.value;
  }
  for (const JourneyEvent& event : events) {
    if (event.kind != 3) continue;
    --orders;
    value -= event.value;
  }
  RC_ASSERT(orders == 0 && value == 0);
  RC_ASSERT(touched[1].orders == 0);
}

RC_GTEST_PROP(Days, AddUpToAllEvents, ()) {
  const auto events = draw_events();
  const JourneyIndex index = index_of(events);
  const Days days = days_of(index);
  const auto cells = daily(index, kChannelsOfJourneys, days, kind(3));
  const auto customers = daily_customers(index, kChannelsOfJourneys, days);
  for (std::size_t day = 0; day < days.days; ++day) {
    for (Channel channel = 0; channel < kChannelsOfJourneys; ++channel) {
      std::set<std::uint32_t> met;
      std::int64_t count = 0;
      for (const JourneyEvent& event : events) {
        if (event.ts / 86'400 != days.first_day + day || event.channel != channel) continue;
        met.insert(event.customer);
        ++count;
      }
      RC_ASSERT(cells[day * kChannelsOfJourneys + channel].events == count);
      RC_ASSERT(customers[day * kChannelsOfJourneys + channel] ==
                static_cast<std::int64_t>(met.size()));
    }
  }
}

TEST(Days, OfNothingAreNone) {
  EXPECT_EQ(days_of(index_of({})).days, 0u);
  EXPECT_EQ(days_of(JourneyIndex()).days, 0u);
}

}  // namespace
}  // namespace sluis::methods
