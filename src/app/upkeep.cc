#include "app/upkeep.h"

#include <condition_variable>
#include <mutex>

#include "platform/api/idempotency.h"
#include "platform/outbox/driver.h"

namespace sluis::app {
namespace {

constexpr std::chrono::hours kRhythm{1};
constexpr std::chrono::hours kAnswersAreKept{24};

}  // namespace

Upkeep::Upkeep(store::Store& store, const Clock& clock, log::Log& log)
    : store_(store),
      clock_(clock),
      log_(log),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Upkeep::run(const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock(mutex);
  while (!wake.wait_for(lock, stop, kRhythm, [&] { return stop.stop_requested(); }))
    clean();
}

void Upkeep::clean() {
  const Instant now = clock_.now();
  const auto facts = outbox::clean(store_, now);
  const auto answers = store_.unit(
      [&](store::Tx& tx) -> Result<std::int64_t> {
        return api::idempotency::forget_before(tx, now - kAnswersAreKept);
      },
      store::Priority::background);
  if (facts && answers) return log_.debug("upkeep", {{"facts", *facts}, {"answers", *answers}});
  const Refusal& why = facts ? answers.error() : facts.error();
  log_.warning("upkeep failed", {{"why", why.kind().name}});
}

}  // namespace sluis::app
