#include "contacts/appointments/appointments.h"

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "contacts/testing.h"

namespace sluis::contacts {
namespace {

using testing::why;

class AppointmentsTest : public testing::ContactsTest {
 protected:
  Result<Appointment> booked(Instant starts, std::optional<UserId> with = {}) {
    AppointmentDraft draft{.team = team_, .starts = starts};
    draft.agent = with;
    draft.phone = Line<0, 40>{"0612345678"};
    return at_desk([&](const Desk& desk) { return book(desk, draft); });
  }
  Result<Appointment> stepped(AppointmentId id, Step step) {
    return at_desk([&](const Desk& desk) { return settle(desk, {.everything = true}, id, step); });
  }
  std::vector<Slot> free(std::optional<UserId> of = {}) {
    return store()
        .snapshot([&](store::Snapshot& s) {
          return slots(s, {.team = team_, .agent = of}, clock_.now());
        })
        .value();
  }
  Instant in(std::chrono::minutes later) { return clock_.now() + later; }
};
SLUIS_ON_BOTH_HOMES(AppointmentsTest);

TEST_P(AppointmentsTest, NobodyIsBookedTwiceForTheSameTime) {
  agent("ann", {team_}, 1);
  agent("bob", {team_}, 1);
  const Instant when = free().front().starts;
  EXPECT_EQ(free().front().agents, 2);
  std::atomic<int> taken = 0;
  {
    std::vector<std::jthread> people;
    for (int i = 0; i < 8; ++i)
      people.emplace_back([&] { taken += booked(when).has_value(); });
  }
  EXPECT_EQ(taken, 2);
  EXPECT_EQ(why(booked(when + std::chrono::minutes(20))),
            &kind_of(AppointmentRefusal::appointment_taken));
  EXPECT_EQ(free().front().starts, when + std::chrono::minutes(30));
}

// What was promised for a time joins the queue at that time, for the person who promised it.
TEST_P(AppointmentsTest, IsCalledBackByTheSamePerson) {
  const UserId ann = agent("ann", {team_}, 1);
  agent("bob", {team_}, 1);
  const Appointment made = booked(in(std::chrono::minutes(30)), ann).value();
  clock_.advance(std::chrono::minutes(30));
  come(ann);
  const auto calls = look([&](store::Snapshot& s) { return due_calls(s, clock_.now(), 10); });
  ASSERT_EQ(calls, std::vector{made.id});
  EXPECT_TRUE(at_desk([&](const Desk& desk) { return call_now(desk, made.id); }).value());
  EXPECT_FALSE(at_desk([&](const Desk& desk) { return call_now(desk, made.id); }).value());
  const auto held = look([&](store::Snapshot& s) { return desk(s, ann).value().held; });
  ASSERT_EQ(held.size(), 1);
  EXPECT_EQ(held.front().kind, Kind::call_back);
  EXPECT_EQ(held.front().caller, "0612345678");
  EXPECT_TRUE(stepped(made.id, Step::keep));
  EXPECT_EQ(why(stepped(made.id, Step::cancel)),
            &kind_of(AppointmentRefusal::appointment_step_not_allowed));
}

TEST_P(AppointmentsTest, MovesOnlyToWhereThereIsTime) {
  const UserId ann = agent("ann", {team_}, 1);
  const Instant first = free().front().starts;
  const Instant second = first + std::chrono::minutes(30);
  const AppointmentId one = booked(first, ann)->id;
  const AppointmentId other = booked(second, ann)->id;
  const auto moved = [&](AppointmentId id, Instant to) {
    return at_desk([&](const Desk& desk) { return move(desk, {.everything = true}, id, to); });
  };
  EXPECT_EQ(why(moved(one, second)), &kind_of(AppointmentRefusal::appointment_taken));
  EXPECT_TRUE(stepped(other, Step::cancel));
  EXPECT_TRUE(moved(one, second));
  EXPECT_EQ(why(moved(one, clock_.now())), &kind_of(AppointmentRefusal::appointment_past));
  EXPECT_EQ(why(booked(in(std::chrono::days(400)))),
            &kind_of(AppointmentRefusal::appointment_too_far));
  EXPECT_EQ(free(ann).front().starts, first);
}

TEST(AppointmentLife, EveryStateIsReachedAndWhatIsOverStaysSo) {
  for (const Booking state : enum_values<Booking>()) {
    EXPECT_TRUE(state == Booking::booked ||
                std::ranges::any_of(booking_moves(),
                                    [&](const BookingMove& move) { return move.to == state; }));
  }
  for (const Booking over : {Booking::kept, Booking::no_show, Booking::cancelled}) {
    EXPECT_FALSE(holds_time(over));
    for (const Step step : enum_values<Step>())
      EXPECT_FALSE(after(over, step));
  }
}

}  // namespace
}  // namespace sluis::contacts
