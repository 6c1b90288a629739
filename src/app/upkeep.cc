#include "app/upkeep.h"

#include <condition_variable>
#include <mutex>

#include "conflicts/looking.h"
#include "contacts/forgetting.h"
#include "events/sources.h"
#include "imports/imports.h"
#include "orders/orders.h"
#include "panel/mailing.h"
#include "platform/api/idempotency.h"
#include "platform/blobs/blobs.h"
#include "platform/mail/mail.h"
#include "platform/outbox/driver.h"
#include "reports/sending.h"
#include "stock/stock.h"
#include "value/renewing.h"

namespace sluis::app {
namespace {

constexpr std::chrono::minutes kRhythm{1};
constexpr int kTurnsPerClean = 60;
constexpr std::int64_t kOrdersPerTurn = 1000;
constexpr std::int64_t kLinksPerTurn = 50;
constexpr std::chrono::hours kAnswersAreKept{24};

}  // namespace

Upkeep::Upkeep(store::Store& store, const Clock& clock, IdSource& ids, events::Intake& intake,
               const Keeping& keeping, log::Log& log, std::string origin)
    : store_(store),
      clock_(clock),
      ids_(ids),
      intake_(intake),
      keeping_(keeping),
      log_(log),
      origin_(std::move(origin)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Upkeep::run(const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock(mutex);
  for (int turn = 1; !wake.wait_for(lock, stop, kRhythm, [&] { return stop.stop_requested(); });
       ++turn) {
    listen();
    give_back();
    end_orders();
    value_customers();
    look_for_conflicts();
    ask_the_panel();
    mail_the_panel();
    send_reports();
    if (turn % kTurnsPerClean == 0) {
      reckon_buffers();
      clean();
    }
  }
}

void Upkeep::listen() {
  const auto changed = store_.unit(
      [&](store::Tx& tx) -> Result<std::int64_t> {
        return events::look_for_silence(tx, clock_.now());
      },
      store::Priority::background);
  if (changed && *changed > 0)
    log_.warning("sources changed their silence", {{"how many", *changed}});
}

void Upkeep::give_back() {
  Result<std::int64_t> ended = 0;
  do {
    ended = store_.unit(
        [&](store::Tx& tx) -> Result<std::int64_t> { return stock::expire(tx, clock_.now()); },
        store::Priority::background);
    if (!ended) log_.warning("reservations did not expire", {{"why", ended.error().kind().name}});
  } while (ended && *ended > 0);
}

// Each in a unit of its own: what is refused of one does not hold up the others' stock.
void Upkeep::end_orders() {
  const auto waiting =
      store_.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<orders::Waiting>> {
        return orders::overdue(snapshot, clock_.now(), kOrdersPerTurn);
      });
  if (!waiting) return;
  for (const orders::Waiting& one : *waiting) {
    const auto ended = store_.unit(
        [&](store::Tx& tx) -> Result<bool> {
          const access::Actor actor{.name = "upkeep", .peer = "", .now = clock_.now(), .ids = ids_};
          return orders::expire({tx, actor, intake_}, one);
        },
        store::Priority::background);
    if (!ended) log_.warning("an order did not end", {{"why", ended.error().kind().name}});
  }
}

void Upkeep::value_customers() {
  const auto begun = store_.unit(
      [&](store::Tx& tx) -> Result<bool> { return value::begin_nightly(tx, ids_, clock_.now()); },
      store::Priority::background);
  if (!begun) log_.warning("customers were not valued", {{"why", begun.error().kind().name}});
}

void Upkeep::look_for_conflicts() {
  const auto begun = store_.unit(
      [&](store::Tx& tx) -> Result<bool> {
        return conflicts::begin_nightly(tx, ids_, clock_.now());
      },
      store::Priority::background);
  if (!begun) log_.warning("no look for conflicts", {{"why", begun.error().kind().name}});
}

void Upkeep::reckon_buffers() {
  const auto changed = stock::reckon_anew(store_, clock_.now());
  if (!changed) log_.warning("buffers were not reckoned", {{"why", changed.error().kind().name}});
}

void Upkeep::ask_the_panel() {
  const auto begun = store_.unit(
      [&](store::Tx& tx) -> Result<std::int64_t> {
        const access::Actor actor{.name = "upkeep", .peer = "", .now = clock_.now(), .ids = ids_};
        return panel::begin_due(tx, actor);
      },
      store::Priority::background);
  if (!begun) log_.warning("no wave of the panel", {{"why", begun.error().kind().name}});
}

// Some at a time, so that other mail does not wait behind a whole panel.
void Upkeep::mail_the_panel() {
  if (origin_.empty()) return;
  const auto queued = store_.unit(
      [&](store::Tx& tx) -> Result<std::int64_t> {
        if (!mail::is_on(tx)) return 0;
        const access::Actor actor{.name = "upkeep", .peer = "", .now = clock_.now(), .ids = ids_};
        return panel::mail_links(tx, actor, origin_, kLinksPerTurn);
      },
      store::Priority::background);
  if (!queued) log_.warning("links were not mailed", {{"why", queued.error().kind().name}});
}

void Upkeep::send_reports() {
  const auto begun = store_.unit(
      [&](store::Tx& tx) -> Result<std::int64_t> {
        const access::Actor actor{.name = "upkeep", .peer = "", .now = clock_.now(), .ids = ids_};
        return reports::begin_due(tx, actor);
      },
      store::Priority::background);
  if (!begun) log_.warning("reports were not sent", {{"why", begun.error().kind().name}});
}

void Upkeep::clean() {
  const Instant now = clock_.now();
  const auto facts = outbox::clean(store_, now);
  const auto answers = store_.unit(
      [&](store::Tx& tx) -> Result<std::int64_t> {
        return api::idempotency::forget_before(tx, now - kAnswersAreKept);
      },
      store::Priority::background);
  const auto marks = store_.unit(
      [&](store::Tx& tx) -> Result<std::int64_t> {
        return store::forget_marks(tx, now - store::kMarksAreKept);
      },
      store::Priority::background);
  const auto sent =
      store_.unit([&](store::Tx& tx) -> Result<std::int64_t> { return imports::clean(tx, now); },
                  store::Priority::background);
  const auto mails =
      store_.unit([&](store::Tx& tx) -> Result<std::int64_t> { return mail::clean(tx, now); },
                  store::Priority::background);
  const auto talks = contacts::forget_old(store_, keeping_.contacts, now);
  for (const auto* one : {&facts, &answers, &marks, &sent, &mails, &talks}) {
    if (!*one) return log_.warning("upkeep failed", {{"why", one->error().kind().name}});
  }
  log_.debug("upkeep", {{"facts", *facts},
                        {"answers", *answers},
                        {"marks", *marks},
                        {"sent", *sent},
                        {"mails", *mails},
                        {"contacts", *talks},
                        {"files", blobs::sweep(store_, keeping_.folder)}});
}

}  // namespace sluis::app
