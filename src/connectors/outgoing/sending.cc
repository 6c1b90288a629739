#include "connectors/outgoing/sending.h"

#include <limits>

#include "connectors/outgoing/queue.h"
#include "connectors/store_outgoing.h"
#include "connectors/subscriptions/subscriptions.h"
#include "connectors/webhooks/taking.h"

namespace sluis::connectors::outgoing {
namespace {

constexpr int kThreads = 4;
constexpr std::chrono::milliseconds kRest{10};  // between two looks, however often the bell rings
constexpr std::chrono::seconds kLongestWait{1};
constexpr std::chrono::hours kSweptEvery{1};

// A call to make, and what to write down of it.
struct Work {
  client::OutgoingRequest request;
  std::function<void(store::Tx&, const Result<client::OutgoingAnswer>&, Instant)> record;
};
struct Found {
  std::optional<Work> work;
  std::optional<Instant> not_before;
};

Work work_of(Errand errand) {
  auto request = request_of(errand);
  return {.request = std::move(request),
          .record = [errand = std::move(errand)](store::Tx& tx,
                                                 const Result<client::OutgoingAnswer>& answer,
                                                 Instant now) { record(tx, errand, answer, now); }};
}

Work work_of(subscriptions::Sent sent) {
  auto request = sent.request;
  return {.request = std::move(request),
          .record = [sent = std::move(sent)](
                        store::Tx& tx, const Result<client::OutgoingAnswer>& answer, Instant now) {
            subscriptions::record(tx, sent, answer, now);
          }};
}

// The shops that could be called now, in turn, until one of them is.
Result<Found> look_at_shops(const Places& places, Instant now) {
  const auto busy = TRY(
      places.store.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<ConnectionId>> {
        return sql::busy(snapshot, now);
      }));
  Found found;
  for (const ConnectionId id : busy) {
    auto prospect = TRY(places.store.unit(
        [&](store::Tx& tx) -> Result<Prospect> { return claim(tx, places.ids, id, now); }));
    if (prospect.errand)
      return Found{.work = work_of(*std::move(prospect.errand)), .not_before = {}};
    if (!prospect.not_before) continue;
    found.not_before =
        std::min(found.not_before.value_or(*prospect.not_before), *prospect.not_before);
  }
  return found;
}

Result<std::optional<Work>> look_at_subscriptions(const Places& places, Instant now) {
  const auto due = TRY(places.store.snapshot(
      [&](store::Snapshot& snapshot) -> Result<std::vector<subscriptions::SubscriptionId>> {
        return subscriptions::due(snapshot, now);
      }));
  for (const subscriptions::SubscriptionId id : due) {
    auto sent =
        TRY(places.store.unit([&](store::Tx& tx) -> Result<std::optional<subscriptions::Sent>> {
          return subscriptions::claim(tx, id, now);
        }));
    if (sent) return work_of(*std::move(sent));
  }
  return std::nullopt;
}

Result<Found> look(const Places& places) {
  const Instant now = places.clock.now();
  Found found = TRY(look_at_shops(places, now));
  if (!found.work) found.work = TRY(look_at_subscriptions(places, now));
  return found;
}

// A part of going through everything; false when there is nothing to go through.
Result<bool> sweep_some(const Places& places) {
  const Instant now = places.clock.now();
  const auto all = TRY(
      places.store.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<ConnectionId>> {
        return sql::to_sweep(snapshot, now - kSweptEvery);
      }));
  for (const ConnectionId id : all) {
    TRY_VOID(places.store.unit([&](store::Tx& tx) -> Result<bool> { return sweep(tx, id, now); },
                               store::Priority::background));
  }
  return !all.empty();
}

// What is done while nobody needs to be called; false when there was nothing.
Result<bool> other_work(const Places& places) {
  const bool swept = TRY(sweep_some(places));
  if (places.intake == nullptr) return swept;
  const bool tried = TRY(webhooks::try_due(places.store, *places.intake, places.ids, places.clock));
  return swept || tried;
}

Result<void> carry_out(const Places& places, const Work& work, const std::stop_token& stop) {
  const auto answer = places.outgoing.call(work.request, stop);
  return places.store.unit([&](store::Tx& tx) -> Result<void> {
    work.record(tx, answer, places.clock.now());
    return {};
  });
}

// Nothing when there was nothing to call: then it has waited for something to happen.
std::optional<Work> look_or_wait(const Places& places,
                                 const std::function<void(const Refusal&)>& trouble) {
  store::Bell& bell = places.store.facts();
  const std::uint64_t seen = bell.count();
  auto found = look(places);
  if (found && found->work) return std::move(found->work);
  const auto more = found ? other_work(places) : Result<bool>(std::unexpected(found.error()));
  if (!more) trouble(more.error());
  if (more && *more) return std::nullopt;
  Duration longest = kLongestWait;
  if (found && found->not_before)
    longest = std::clamp(*found->not_before - places.clock.now(), Duration(kRest), longest);
  bell.wait(std::numeric_limits<std::uint64_t>::max(), kRest);
  bell.wait(seen, longest);
  return std::nullopt;
}

}  // namespace

Result<Step> step(const Places& places, const std::stop_token& stop) {
  while (TRY(sweep_some(places))) {
  }
  const Found found = TRY(look(places));
  if (found.work) TRY_VOID(carry_out(places, *found.work, stop));
  return Step{.called = found.work.has_value(), .not_before = found.not_before};
}

Sending::Sending(const Places& places, std::function<void(const Refusal&)> trouble)
    : places_(places), trouble_(std::move(trouble)) {
  for (int i = 0; i < kThreads; ++i)
    threads_.emplace_back([this](const std::stop_token& stop) { run(stop); });
}

Sending::~Sending() {
  for (std::jthread& thread : threads_)
    thread.request_stop();
  places_.store.facts().ring();
}

// One thread at a time looks and waits; who has something to call lets the next one look.
void Sending::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    std::optional<Work> work;
    {
      const std::lock_guard lock(looking_);
      while (!work && !stop.stop_requested())
        work = look_or_wait(places_, trouble_);
    }
    if (!work) continue;
    const auto done = carry_out(places_, *work, stop);
    if (!done) trouble_(done.error());
  }
}

}  // namespace sluis::connectors::outgoing
