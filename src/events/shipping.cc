#include "events/shipping.h"

#include <condition_variable>
#include <thread>

#include "company/company.h"
#include "events/store_shipping.h"
#include "platform/analytics/store.h"
#include "platform/metrics/stopwatch.h"

namespace sluis::events {
namespace {

// So many events go in one transaction: large enough that a commit costs little of it, small enough
// that they fit in memory together with their rows.
constexpr std::int64_t kEventsMost = 20'000;
// A shipment costs a commit; what trickles in is collected for so long.
constexpr std::chrono::milliseconds kCollect{400};
constexpr std::chrono::seconds kIdle{1};
constexpr std::chrono::seconds kAfterFailure{5};
// A follower rests for so many times as long as it worked.
constexpr std::uint64_t kRestPerWork = 4;

// What is to be shipped, and what it needs of the operational store.
struct Load {
  outbox::Position from;
  std::vector<Batch> batches;
  std::string zone;
  std::vector<ChannelRow> channels;
};

std::vector<ChannelRow> channels_of(store::Snapshot& snapshot) {
  std::vector<ChannelRow> rows;
  for (const channels::Channel& channel : channels::all(snapshot, channels::kEverything)) {
    rows.push_back({channel.id, channel.code.text, channel.name.text});
  }
  return rows;
}

Result<Load> load_after(store::Store& store, outbox::Position from) {
  return store.snapshot([&](store::Snapshot& snapshot) -> Result<Load> {
    Load load{from, batches_after(snapshot, from, kEventsMost), {}, {}};
    if (load.batches.empty()) return load;
    load.zone = company::settings(snapshot).settings.zone;
    load.channels = channels_of(snapshot);
    return load;
  });
}

// What an earlier batch said counted, and no longer does; it may be in this very shipment.
void withdraw_all(analytics::Tx& tx, const std::vector<Batch>& batches, Shipment& shipment) {
  for (const Batch& batch : batches) {
    for (const Withdrawal& withdrawal : batch.withdrawals) {
      if (const auto event = withdraw(tx, withdrawal.event)) shipment.withdraw(*event);
    }
  }
}

// Returns the number of events; nothing when another process moved the cursor meanwhile.
std::optional<std::int64_t> ship(analytics::Tx& tx, const Load& load, const ShippingHook& hook) {
  const Batch& last = load.batches.back();
  const auto number = move_cursor(tx, load.from, last.position, last.received);
  if (!number) return std::nullopt;
  hook(ShippingStep::cursor_moved);
  zones::Calendar calendar(load.zone);
  Shipment shipment(calendar, *number);
  for (const Batch& batch : load.batches)
    shipment.add(batch);
  add_events(tx, shipment);
  withdraw_all(tx, load.batches, shipment);
  hook(ShippingStep::events_added);
  shipment.add_up();
  add_sums(tx, shipment);
  if (shipped_channels(tx) != load.channels) replace_channels(tx, load.channels);
  hook(ShippingStep::sums_added);
  return static_cast<std::int64_t>(shipment.events().size());
}

struct Shipped {
  std::int64_t events = 0;
  bool any = false;  // false: nothing was waiting
};

Result<Shipped> ship_next(store::Store& store, analytics::Store& analytics,
                          const ShippingHook& hook) {
  const outbox::Position from = TRY(shipped_position(analytics));
  const Load load = TRY(load_after(store, from));
  if (load.batches.empty()) return Shipped{};
  hook(ShippingStep::read);
  const auto events =
      TRY(analytics.unit([&](analytics::Tx& tx) -> Result<std::optional<std::int64_t>> {
        return ship(tx, load, hook);
      }));
  hook(ShippingStep::kept);
  return Shipped{events.value_or(0), true};
}

// A store that was never written to is not opened just to find nothing.
Result<bool> log_is_empty(store::Store& store) {
  return store.snapshot([](store::Snapshot& snapshot) -> Result<bool> {
    return last_position(snapshot) == outbox::Position{};
  });
}

}  // namespace

Result<std::int64_t> ship_all(store::Store& store, analytics::Store& analytics,
                              const std::stop_token& stop, const ShippingHook& hook) {
  const ShippingHook called = hook ? hook : [](ShippingStep) {};
  std::int64_t events = 0;
  if (TRY(log_is_empty(store))) return events;
  while (!stop.stop_requested()) {
    const Shipped shipped = TRY(ship_next(store, analytics, called));
    if (!shipped.any) break;
    events += shipped.events;
  }
  return events;
}

// On the connection that changes things: long questions on the others must not keep it waiting.
Result<outbox::Position> shipped_position(analytics::Store& analytics) {
  return analytics.unit(
      [](analytics::Tx& tx) -> Result<outbox::Position> { return shipped_until(tx); });
}

Result<void> clear_shipped(analytics::Store& analytics, outbox::Position until, Instant now) {
  return analytics.unit([&](analytics::Tx& tx) -> Result<void> {
    clear_shipped(tx, until, now);
    return {};
  });
}

class Shipper::Loop {
 public:
  Loop(store::Store& store, analytics::Store& analytics, std::vector<Follower> followers,
       std::function<void(const Refusal&)> report)
      : store_(store),
        analytics_(analytics),
        report_(std::move(report)),
        followers_(std::make_move_iterator(followers.begin()),
                   std::make_move_iterator(followers.end())),
        thread_([this](const std::stop_token& stop) { run(stop); }) {}

 private:
  struct Following {
    explicit Following(Follower&& f) : follow(std::move(f)) {}
    Follower follow;
    std::uint64_t rest_ns = 0;
  };

  void run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      const auto shipped = ship_all(store_, analytics_, stop);
      if (!shipped) report_(shipped.error());
      if (shipped) follow(stop);
      wait(stop, !shipped ? kAfterFailure : *shipped > 0 ? kCollect : kIdle);
    }
  }

  void follow(const std::stop_token& stop) {
    const auto nothing = log_is_empty(store_);
    if (!nothing || *nothing) return;
    metrics::Stopwatch watch;
    const std::uint64_t away_ns = since_followed_.lap_ns();
    for (Following& one : followers_) {
      one.rest_ns -= std::min(one.rest_ns, away_ns);
      if (stop.stop_requested() || one.rest_ns > 0) continue;
      watch.lap_ns();
      if (const auto followed = one.follow(); !followed) report_(followed.error());
      one.rest_ns = kRestPerWork * watch.lap_ns();
    }
    since_followed_.lap_ns();
  }

  void wait(const std::stop_token& stop, std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, stop, time, [&] { return stop.stop_requested(); });
  }

  store::Store& store_;
  analytics::Store& analytics_;
  const std::function<void(const Refusal&)> report_;
  std::vector<Following> followers_;
  metrics::Stopwatch since_followed_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread thread_;
};

Shipper::Shipper(store::Store& store, analytics::Store& analytics, std::vector<Follower> followers,
                 std::function<void(const Refusal&)> report)
    : loop_(std::make_unique<Loop>(store, analytics, std::move(followers), std::move(report))) {}

Shipper::~Shipper() = default;

}  // namespace sluis::events
