#include "contacts/queue/rounds.h"

#include <condition_variable>
#include <mutex>

#include "contacts/appointments/appointments.h"
#include "contacts/appointments/inviting.h"

namespace sluis::contacts {
namespace {

constexpr std::chrono::seconds kRhythm{1};
constexpr std::int64_t kPerRound = 200;

}  // namespace

Rounds::Rounds(store::Store& store, const Clock& clock, IdSource& ids, events::Intake& intake,
               std::function<void(const Refusal&)> trouble)
    : store_(store),
      clock_(clock),
      ids_(ids),
      intake_(intake),
      trouble_(std::move(trouble)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Rounds::run(const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock(mutex);
  while (!wake.wait_for(lock, stop, kRhythm, [&] { return stop.stop_requested(); }))
    look();
}

// Each in a unit of its own, so that what is refused of one holds up no other.
void Rounds::look() {
  const auto calls =
      store_.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<AppointmentId>> {
        return due_calls(snapshot, clock_.now(), kPerRound);
      });
  const auto all = store_.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<Due>> {
    return due(snapshot, clock_.now(), kPerRound);
  });
  const auto reminders =
      store_.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<AppointmentId>> {
        return due_reminders(snapshot, clock_.now(), kPerRound);
      });
  for (const auto* one : {&calls, &reminders})
    if (!*one) return trouble_(one->error());
  if (!all) return trouble_(all.error());
  for (const AppointmentId id : *calls)
    act([&](const Desk& desk) { return call_now(desk, id); });
  for (const AppointmentId id : *reminders)
    act([&](const Desk& desk) { return remind(desk, id); });
  for (const Due& one : *all)
    act([&](const Desk& desk) { return let_time_pass(desk, one); });
}

void Rounds::act(const std::function<Result<bool>(const Desk&)>& what) {
  const auto done = store_.unit([&](store::Tx& tx) -> Result<bool> {
    const access::Actor actor{.name = "time", .peer = "", .now = clock_.now(), .ids = ids_};
    return what({tx, actor, intake_});
  });
  if (!done) trouble_(done.error());
}

}  // namespace sluis::contacts
