#include "simulator/contact_centre.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::simulator {
namespace {

TEST(ContactCentre, AnswersInTurnAndLetsGoWhoWillNotWait) {
  Queue queue(1);
  const Wait first = queue.call(0, 10, 100);
  EXPECT_TRUE(first.answered);
  EXPECT_EQ(first.seconds, 0);
  const Wait impatient = queue.call(20, 30, 100);
  EXPECT_FALSE(impatient.answered);
  EXPECT_EQ(impatient.seconds, 30);
  const Wait patient = queue.call(40, 60, 50);
  EXPECT_TRUE(patient.answered);
  EXPECT_EQ(patient.seconds, 60);
  EXPECT_EQ(queue.call(150, 0, 1).seconds, 0);
}

// Against the definition: nobody is answered while all agents are busy.
RC_GTEST_PROP(ContactCentre, HasNoMoreConversationsThanAgents, ()) {
  const auto agents = *rc::gen::inRange<std::size_t>(1, 5);
  Queue queue(agents);
  std::int64_t arrival = 0;
  std::vector<std::pair<std::int64_t, std::int64_t>> talks;
  const auto calls = *rc::gen::inRange(0, 60);
  for (int i = 0; i < calls; ++i) {
    arrival += *rc::gen::inRange(0, 60);
    const auto patience = *rc::gen::inRange<std::int64_t>(0, 200);
    const auto handling = *rc::gen::inRange<std::int64_t>(1, 300);
    const Wait wait = queue.call(arrival, patience, handling);
    const std::int64_t begins = arrival + wait.seconds;
    const auto busy = [&](std::int64_t moment) {
      return std::ranges::count_if(
          talks, [&](const auto& talk) { return talk.first <= moment && moment < talk.second; });
    };
    RC_ASSERT(wait.seconds <= patience);
    if (wait.answered) {
      RC_ASSERT(busy(begins) < static_cast<std::ptrdiff_t>(agents));
      RC_ASSERT(wait.seconds == 0 || busy(begins - 1) == static_cast<std::ptrdiff_t>(agents));
      talks.emplace_back(begins, begins + handling);
    } else {
      RC_ASSERT(wait.seconds == patience);
      RC_ASSERT(busy(begins) == static_cast<std::ptrdiff_t>(agents));
    }
  }
}

}  // namespace
}  // namespace sluis::simulator
