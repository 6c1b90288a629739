#include "events/shipping.h"

#include <condition_variable>
#include <thread>

#include "company/company.h"
#include "events/news.h"
#include "events/store.h"
#include "events/store_shipping.h"
#include "platform/analytics/store.h"
#include "platform/metrics/stopwatch.h"

namespace sluis::events {
namespace {

// So many events go in one transaction at most: of so many DuckDB writes full groups of rows into
// its file at once, and nothing of them into its log.
constexpr std::int64_t kEventsMost = 250'000;
// So many of them are in memory together with their rows.
constexpr std::int64_t kEventsAtOnce = 20'000;
// A shipment costs a commit; what trickles in is collected for so long.
constexpr std::chrono::milliseconds kCollect{700};
constexpr std::chrono::seconds kIdle{1};
constexpr std::chrono::seconds kAfterFailure{5};
// For older transactions to end: those of a server take milliseconds, unless somebody forgot one.
constexpr std::chrono::milliseconds kShippingPoll{2};
constexpr int kPollsMost = 5'000;
// A follower rests for so many times as long as it worked.
constexpr std::uint64_t kRestPerWork = 4;

// What is to be shipped, and what it needs of the operational store.
struct Load {
  outbox::Position from;
  outbox::Position until;
  Instant received;  // of the last batch
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
    const sql::Reach reach = sql::reach_of(snapshot, from, kEventsMost);
    Load load{from, reach.end, reach.received, {}, {}};
    if (load.until == from) return load;
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

// The batches of a load behind a position, as many as are in memory at a time.
Result<std::vector<Batch>> piece_of(store::Store& store, const Load& load, outbox::Position after) {
  return store.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<Batch>> {
    auto batches = batches_after(snapshot, after, kEventsAtOnce);
    while (!batches.empty() && batches.back().position > load.until)
      batches.pop_back();
    return batches;
  });
}

// Returns the number of events.
Result<std::int64_t> add_all(analytics::Tx& tx, store::Store& store, const Load& load,
                             Shipment& shipment) {
  std::int64_t events = 0;
  outbox::Position position = load.from;
  while (position < load.until) {
    const auto batches = TRY(piece_of(store, load, position));
    if (batches.empty()) break;  // the log was cleared meanwhile
    for (const Batch& batch : batches)
      shipment.add(batch);
    add_events(tx, shipment);
    events += std::ssize(shipment.events());
    withdraw_all(tx, batches, shipment);
    shipment.end_piece();
    position = batches.back().position;
  }
  return events;
}

// Returns the number of events; nothing when another process moved the cursor meanwhile.
Result<std::optional<std::int64_t>> ship(analytics::Tx& tx, store::Store& store, const Load& load,
                                         const ShippingHook& hook) {
  const auto number = move_cursor(tx, load.from, load.until, load.received);
  if (!number) return std::nullopt;
  hook(ShippingStep::cursor_moved);
  zones::Calendar calendar(load.zone);
  Shipment shipment(calendar, *number);
  const std::int64_t events = TRY(add_all(tx, store, load, shipment));
  hook(ShippingStep::events_added);
  add_sums(tx, shipment);
  if (shipped_channels(tx) != load.channels) replace_channels(tx, load.channels);
  hook(ShippingStep::sums_added);
  return events;
}

struct Shipped {
  std::int64_t events = 0;
  bool any = false;  // false: nothing was waiting
};

// `from` is where the cursor stands, if that is known: a round with nothing to do asks the figures
// nothing.
Result<Shipped> ship_next(store::Store& store, analytics::Store& analytics,
                          std::optional<outbox::Position>& from, const ShippingHook& hook) {
  if (!from) from = TRY(shipped_position(analytics));
  const Load load = TRY(load_after(store, *from));
  if (load.until == load.from) return Shipped{};
  hook(ShippingStep::read);
  const auto events =
      TRY(analytics.unit([&](analytics::Tx& tx) { return ship(tx, store, load, hook); }));
  hook(ShippingStep::kept);
  from = events ? std::optional(load.until) : std::nullopt;
  return Shipped{events.value_or(0), true};
}

// At least what stood in the log up to `until`. What comes in meanwhile is collected for the next
// round: else a busy server would go on shipping a few events at a time, for a commit each.
Result<std::int64_t> ship_from(store::Store& store, analytics::Store& analytics,
                               std::optional<outbox::Position>& from, outbox::Position until,
                               const std::stop_token& stop, const ShippingHook& hook) {
  std::int64_t events = 0;
  while (!stop.stop_requested()) {
    const Shipped shipped = TRY(ship_next(store, analytics, from, hook));
    if (!shipped.any) break;
    events += shipped.events;
    if (from && *from >= until) break;
  }
  return events;
}

Result<outbox::Position> position(store::Store& store, outbox::Position (*read)(store::Snapshot&)) {
  return store.snapshot(
      [read](store::Snapshot& snapshot) -> Result<outbox::Position> { return read(snapshot); });
}

// Until what was acknowledged can be read, or an older transaction has lasted for too long.
Result<void> await(store::Store& store, outbox::Position acknowledged,
                   const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  for (int i = 0; i < kPollsMost && !stop.stop_requested(); ++i) {
    if (TRY(position(store, last_position)) >= acknowledged) break;
    std::unique_lock lock(mutex);
    stopped.wait_for(lock, stop, kShippingPoll, [] { return false; });
  }
  return {};
}

}  // namespace

outbox::Position acknowledged_position(store::Snapshot& snapshot) {
  return sql::acknowledged_position(snapshot);
}

Result<std::int64_t> ship_all(store::Store& store, analytics::Store& analytics,
                              const std::stop_token& stop, const ShippingHook& hook) {
  const auto acknowledged = TRY(position(store, acknowledged_position));
  // Figures that were never written to are not opened just to find nothing.
  if (acknowledged == outbox::Position{}) return 0;
  TRY_VOID(await(store, acknowledged, stop));
  std::optional<outbox::Position> from;
  return ship_from(store, analytics, from, acknowledged, stop, hook ? hook : [](ShippingStep) {});
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
    bool is_behind = false;
  };

  void run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      const auto shipped = round(stop);
      if (!shipped) report_(shipped.error());
      wait(stop, !shipped ? kAfterFailure : *shipped > 0 ? kCollect : kIdle);
    }
  }

  // Where nothing happened it asks no more than one question of the operational store, and figures
  // of nobody are not opened.
  Result<std::int64_t> round(const std::stop_token& stop) {
    bool nobody = false;
    const Standing standing =
        TRY(store_.snapshot([&](store::Snapshot& snapshot) -> Result<Standing> {
          const Standing now{last_position(snapshot), outbox::last_position(snapshot)};
          nobody = now.log == outbox::Position{} && !identities::any(snapshot);
          return now;
        }));
    std::int64_t events = 0;
    if (nobody) return events;
    if (standing.log != outbox::Position{} && standing.log != from_) {
      events = TRY(ship_from(store_, analytics_, from_, standing.log, stop, [](ShippingStep) {}));
    }
    const std::chrono::nanoseconds elapsed(since_round_.lap_ns());
    follow(stop, news_.any(standing, elapsed) || events > 0);
    return events;
  }

  void follow(const std::stop_token& stop, bool has_news) {
    metrics::Stopwatch watch;
    const std::uint64_t away_ns = since_followed_.lap_ns();
    for (Following& one : followers_) {
      one.is_behind |= has_news;
      one.rest_ns -= std::min(one.rest_ns, away_ns);
      if (stop.stop_requested() || !one.is_behind || one.rest_ns > 0) continue;
      watch.lap_ns();
      const auto followed = one.follow();
      one.is_behind = !followed;
      if (!followed) report_(followed.error());
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
  std::optional<outbox::Position> from_;  // where the cursor stands, if nobody else moved it
  std::vector<Following> followers_;
  News news_;
  metrics::Stopwatch since_round_;
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
