#include "stock/buffers.h"

#include <map>
#include <ranges>

#include "platform/outbox/outbox.h"
#include "stock/store_buffers.h"

namespace sluis::stock {
namespace {

constexpr std::chrono::hours kWeek{7 * 24};
constexpr double kNeverWent = 0.5;  // pieces in a week, so that what never sold may
constexpr double kServiceWhole = 10'000;
constexpr std::size_t kKeptAtOnce = 200;
constexpr std::chrono::duration<double, std::milli> kHour = std::chrono::hours(1);

Buffer buffer_of(store::Snapshot& snapshot, ChannelId channel) {
  return sql::buffer(snapshot, channel).value_or(Buffer{.channel = channel, .units = {}});
}

Reckoned reckon(VariantId variant, ChannelId channel, const Delay& delay, const sql::Speed& speed,
                Service service) {
  const auto per_hour = [](std::int64_t pieces) {
    return (static_cast<double>(pieces) + kNeverWent) / static_cast<double>(kWeek.count());
  };
  Reckoned all{.variant = variant,
               .channel = channel,
               .delay_ms = delay.longest_ms(),
               .own = speed.own,
               .others = std::max<std::int64_t>(0, speed.gone - speed.own),
               .service = service.number};
  all.units = buffer_for(static_cast<double>(all.delay_ms) / kHour.count(), per_hour(all.own),
                         per_hour(all.others), static_cast<double>(service.number) / kServiceWhole);
  return all;
}

void keep(store::Tx& tx, Instant now, const Reckoned& before, const Reckoned& after) {
  sql::put(tx, after);
  if (before.units != after.units) outbox::append(tx, now, "stock.buffer_reckoned", after);
}

void grow(store::Tx& tx, Instant now, VariantId variant, ChannelId channel, const Delay& delay,
          Service service) {
  const Reckoned after =
      reckon(variant, channel, delay, sql::speed(tx, variant, channel, now - kWeek), service);
  const auto found = sql::reckoned(tx, channel, std::array{variant});
  const Reckoned before = found.empty() ? Reckoned{} : found.front();
  if (after.units > before.units) keep(tx, now, before, after);
}

// What became of the buffer of a variant.
struct Renewed {
  Reckoned was;
  Reckoned now;
};

// Reads all that was sold in a week.
std::vector<Renewed> renewed(store::Snapshot& snapshot, Instant now, ChannelId channel) {
  const auto delay = sql::delay(snapshot, channel);
  const Service service = buffer_of(snapshot, channel).service;
  std::map<VariantId, Reckoned> before;
  for (const Reckoned& one : sql::reckoned(snapshot, channel))
    before.emplace(one.variant, one);
  std::map<VariantId, sql::Speed> speeds;
  for (const auto& [variant, _] : before)
    speeds.emplace(variant, sql::Speed{});
  if (delay) {
    for (const sql::SpeedOf& one : sql::speeds(snapshot, channel, now - kWeek))
      speeds[one.variant] = one;
  }
  std::vector<Renewed> all;
  for (const auto& [variant, speed] : speeds) {
    const Reckoned after = reckon(variant, channel, delay.value_or(Delay{}), speed, service);
    const auto found = before.find(variant);
    const Reckoned was = found == before.end() ? Reckoned{} : found->second;
    if (after != was && (after.units != 0 || was.units != 0)) all.push_back({was, after});
  }
  return all;
}

// Of one channel, but those that grew since they were read; how many are others now.
std::int64_t keep_all(store::Tx& tx, Instant now, std::span<const Renewed> some) {
  if (some.empty()) return 0;
  std::vector<VariantId> variants;
  for (const Renewed& one : some)
    variants.push_back(one.now.variant);
  std::map<VariantId, Reckoned> standing;
  for (const Reckoned& one : sql::reckoned(tx, some.front().now.channel, variants))
    standing.emplace(one.variant, one);
  std::int64_t changed = 0;
  for (const Renewed& one : some) {
    if (standing[one.now.variant] != one.was) continue;
    keep(tx, now, one.was, one.now);
    changed += one.now.units != one.was.units;
  }
  return changed;
}

Result<void> forget_delay(store::Store& store, ChannelId channel) {
  return store.unit(
      [&](store::Tx& tx) -> Result<void> {
        sql::forget_delay(tx, channel);
        return {};
      },
      store::Priority::background);
}

}  // namespace

Leaving::Leaving(store::Snapshot& snapshot, std::optional<ChannelId> channel,
                 std::span<const VariantId> variants) {
  if (!channel) return;
  if (const auto set = sql::buffer(snapshot, *channel)) by_hand_ = set->units;
  if (!by_hand_) reckoned_ = sql::reckoned(snapshot, channel, variants);
}

Leaving::Leaving(const Buffer& buffer, std::span<const Reckoned> reckoned)
    : by_hand_(buffer.units) {
  if (by_hand_) return;
  std::ranges::copy_if(reckoned, std::back_inserter(reckoned_),
                       [&](const Reckoned& one) { return one.channel == buffer.channel; });
}

std::int64_t Leaving::of(VariantId variant) const {
  if (by_hand_) return by_hand_->number;
  const auto found = why(variant);
  return found ? found->units : 0;
}

std::optional<Reckoned> Leaving::why(VariantId variant) const {
  const auto found = std::ranges::find(reckoned_, variant, &Reckoned::variant);
  return found == reckoned_.end() ? std::nullopt : std::optional(*found);
}

void heard_after(store::Tx& tx, Instant now, VariantId variant, ChannelId channel,
                 std::int64_t delay_ms) {
  const Delay delay = delay_after(sql::delay(tx, channel), std::max<std::int64_t>(0, delay_ms));
  sql::put(tx, channel, delay);
  const Service service = buffer_of(tx, channel).service;
  std::vector<catalog::Part> parts = catalog::parts_of(tx, variant);
  if (parts.empty()) parts.push_back({.variant = variant});
  for (const catalog::Part& part : parts)
    grow(tx, now, part.variant, channel, delay, service);
}

Result<std::int64_t> reckon_anew(store::Store& store, Instant now) {
  const auto late = TRY(store.snapshot([](store::Snapshot& snapshot) {
    return Result<std::vector<sql::Late>>(sql::late_channels(snapshot));
  }));
  std::int64_t changed = 0;
  for (const sql::Late& one : late) {
    if (!one.believes) TRY_VOID(forget_delay(store, one.channel));
    const auto all = TRY(store.snapshot([&](store::Snapshot& snapshot) {
      return Result<std::vector<Renewed>>(renewed(snapshot, now, one.channel));
    }));
    for (auto left = std::span(all); !left.empty();) {
      const auto some = left.first(std::min(kKeptAtOnce, left.size()));
      changed += TRY(
          store.unit([&](store::Tx& tx) -> Result<std::int64_t> { return keep_all(tx, now, some); },
                     store::Priority::background));
      left = left.subspan(some.size());
    }
  }
  return changed;
}

std::vector<ChannelBuffer> buffers(store::Snapshot& snapshot) {
  std::map<ChannelId, ChannelBuffer> all;
  for (const Buffer& one : sql::buffers(snapshot))
    all.emplace(one.channel, ChannelBuffer{one, {}});
  for (const sql::Late& one : sql::late_channels(snapshot)) {
    const auto [of, _] = all.try_emplace(one.channel, ChannelBuffer{{one.channel, {}}, {}});
    of->second.delay_ms = one.longest_ms();
  }
  std::vector<ChannelBuffer> found;
  std::ranges::move(std::views::values(all), std::back_inserter(found));
  return found;
}

Result<void> set_buffer(store::Tx& tx, const access::Actor& actor, ChannelId channel,
                        std::optional<Units> units, std::optional<Service> service) {
  TRY_VOID(channels::find(tx, channels::kEverything, channel));
  const Buffer before = buffer_of(tx, channel);
  const Buffer after{channel, units, service.value_or(before.service)};
  sql::set_buffer(tx, after);
  access::audit(tx, actor,
                {.entity = "stock_buffer",
                 .id = to_string(channel),
                 .action = "changed",
                 .before = Json{to_json(before)},
                 .after = Json{to_json(after)}});
  outbox::append(tx, actor.now, "stock.buffer_set", after);
  if (after.service != before.service) keep_all(tx, actor.now, renewed(tx, actor.now, channel));
  return {};
}

}  // namespace sluis::stock
