#include "connectors/outgoing/sending.h"

#include <limits>

#include "connectors/outgoing/queue.h"
#include "connectors/store_outgoing.h"
#include "connectors/webhooks/taking.h"

namespace sluis::connectors::outgoing {
namespace {

constexpr int kThreads = 4;
constexpr std::chrono::milliseconds kRest{10};  // between two looks, however often the bell rings
constexpr std::chrono::seconds kLongestWait{1};
constexpr std::chrono::hours kSweptEvery{1};

struct Found {
  std::optional<Errand> errand;
  std::optional<Instant> not_before;
};

// The connections that could be called now, in turn, until one of them is.
Result<Found> look(const Places& places) {
  const Instant now = places.clock.now();
  const auto busy = TRY(
      places.store.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<ConnectionId>> {
        return sql::busy(snapshot, now);
      }));
  Found found;
  for (const ConnectionId id : busy) {
    auto prospect = TRY(places.store.unit(
        [&](store::Tx& tx) -> Result<Prospect> { return claim(tx, places.ids, id, now); }));
    if (prospect.errand) return Found{.errand = std::move(prospect.errand), .not_before = {}};
    if (!prospect.not_before) continue;
    found.not_before =
        std::min(found.not_before.value_or(*prospect.not_before), *prospect.not_before);
  }
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

Result<void> carry_out(const Places& places, const Errand& errand, const std::stop_token& stop) {
  const auto answer = places.outgoing.call(request_of(errand), stop);
  return places.store.unit([&](store::Tx& tx) -> Result<void> {
    record(tx, errand, answer, places.clock.now());
    return {};
  });
}

}  // namespace

Result<Step> step(const Places& places, const std::stop_token& stop) {
  while (TRY(sweep_some(places))) {
  }
  const Found found = TRY(look(places));
  if (found.errand) TRY_VOID(carry_out(places, *found.errand, stop));
  return Step{.called = found.errand.has_value(), .not_before = found.not_before};
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

void Sending::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    const auto errand = next_errand(stop);
    if (!errand) continue;
    const auto done = carry_out(places_, *errand, stop);
    if (!done) trouble_(done.error());
  }
}

// One thread at a time looks and waits; who has an errand lets the next one look.
std::optional<Errand> Sending::next_errand(const std::stop_token& stop) {
  const std::lock_guard lock(looking_);
  store::Bell& bell = places_.store.facts();
  while (!stop.stop_requested()) {
    const std::uint64_t seen = bell.count();
    auto found = look(places_);
    if (found && found->errand) return std::move(found->errand);
    const auto more = found ? other_work(places_) : Result<bool>(std::unexpected(found.error()));
    if (!more) trouble_(more.error());
    if (more && *more) continue;
    Duration longest = kLongestWait;
    if (found && found->not_before)
      longest = std::clamp(*found->not_before - places_.clock.now(), Duration(kRest), longest);
    bell.wait(std::numeric_limits<std::uint64_t>::max(), kRest);
    bell.wait(seen, longest);
  }
  return std::nullopt;
}

}  // namespace sluis::connectors::outgoing
