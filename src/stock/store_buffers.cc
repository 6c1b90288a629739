#include "stock/store_buffers.h"

#include "platform/store/groups.h"
#include "stock/store_drift.h"

namespace sluis::stock::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kSelectBuffer =
    "select channel, case when by_hand then units end as units, service from stock_buffers";
constexpr std::string_view kByChannel = " order by channel";
constexpr std::string_view kOfThatChannel = " where channel = $1";
constexpr Statement kBuffers{"stock.buffers", store::Joined<kSelectBuffer, kByChannel>::sql};
constexpr Statement kBuffer{"stock.buffer", store::Joined<kSelectBuffer, kOfThatChannel>::sql};
constexpr Statement kSetBuffer{
    "stock.set_buffer",
    "insert into stock_buffers (channel, units, by_hand, service) values ($1, $2, $3, $4) "
    "on conflict (channel) do update set units = $2, by_hand = $3, service = $4"};

constexpr Statement kLeftOf{
    "stock.left_of",
    "select coalesce((select case when by_hand then units end from stock_buffers "
    "where channel = $1), (select units from stock_reckoned where variant = $2 "
    "and channel = $1), 0)"};
constexpr std::string_view kSelectReckoned =
    "select variant, channel, units, delay_ms, own, others, service from stock_reckoned";
// $1: a channel or 0.
constexpr std::string_view kOfVariants = " where (channel = $1 or $1 = 0) and variant in ";
constexpr Statement kReckonedOne{
    "stock.reckoned_one", store::Joined<kSelectReckoned, kOfVariants, store::kSecondId>::sql};
constexpr Statement kReckonedSome{
    "stock.reckoned_some", store::Joined<kSelectReckoned, kOfVariants, store::kSecondIds>::sql};
constexpr Statement kReckoned{"stock.reckoned",
                              store::Joined<kSelectReckoned, kOfThatChannel>::sql};
constexpr Statement kPutReckoned{
    "stock.put_reckoned",
    "insert into stock_reckoned (variant, channel, units, delay_ms, own, others, service) "
    "values ($1, $2, $3, $4, $5, $6, $7) on conflict (variant, channel) do update set "
    "units = $3, delay_ms = $4, own = $5, others = $6, service = $7"};
constexpr Statement kForgetReckoned{
    "stock.forget_reckoned", "delete from stock_reckoned where variant = $1 and channel = $2"};

constexpr Statement kDelay{"stock.delay",
                           "select smoothed_ms, deviation_ms from stock_delays where channel = $1"};
constexpr Statement kPutDelay{
    "stock.put_delay",
    "insert into stock_delays (channel, smoothed_ms, deviation_ms) values ($1, $2, $3) "
    "on conflict (channel) do update set smoothed_ms = $2, deviation_ms = $3"};
constexpr Statement kForgetDelay{"stock.forget_delay",
                                 "delete from stock_delays where channel = $1"};
constexpr Statement kLate{"stock.late_channels",
                          "select late.smoothed_ms, late.deviation_ms, late.channel, exists "
                          "(select 1 from stock_beliefs as belief "
                          "where belief.channel = late.channel) as believes from stock_delays as "
                          "late order by late.channel"};

// Ids grow with time: $3 is the first of the time that counts, so the key finds them.
constexpr Statement kSpeed{
    "stock.speed",
    "select (select cast(coalesce(sum(quantity + fulfilled), 0) as bigint) "
    "from stock_reservations where variant = $1 and id >= $3 and channel = $2 "
    "and purpose <> 'basket') as own, "
    "(select cast(coalesce(-sum(quantity), 0) as bigint) from stock_movements "
    "where variant = $1 and id >= $3 and kind = 'sold') + "
    "(select cast(coalesce(sum(quantity), 0) as bigint) from stock_reservations "
    "where variant = $1 and id >= $3 and purpose <> 'basket' "
    "and state in ('held', 'waiting')) as gone"};
constexpr Statement kSpeeds{
    "stock.speeds",
    "select cast(sum(own) as bigint) as own, cast(sum(gone) as bigint) as gone, variant from "
    "(select variant, 0 as own, -sum(quantity) as gone from stock_movements where id >= $2 "
    "and kind = 'sold' group by variant union all select variant, "
    "sum(case when channel = $1 then quantity + fulfilled else 0 end) as own, "
    "sum(case when state in ('held', 'waiting') then quantity else 0 end) as gone "
    "from stock_reservations where id >= $2 and purpose <> 'basket' group by variant) as moved "
    "group by variant"};

constexpr const Statement* kStatements[] = {
    &kBuffers,      &kBuffer,   &kSetBuffer,   &kLeftOf,         &kReckonedOne,
    &kReckonedSome, &kReckoned, &kPutReckoned, &kForgetReckoned, &kDelay,
    &kPutDelay,     &kLate,     &kForgetDelay, &kSpeed,          &kSpeeds};

}  // namespace

std::vector<Buffer> buffers(Snapshot& snapshot) {
  return snapshot.all<Buffer>(kBuffers);
}

std::optional<Buffer> buffer(Snapshot& snapshot, ChannelId channel) {
  return snapshot.one<Buffer>(kBuffer, channel);
}

void set_buffer(Tx& tx, const Buffer& buffer) {
  tx.change(kSetBuffer, buffer.channel, buffer.units.value_or(Units{}), buffer.units.has_value(),
            buffer.service);
}

std::int64_t left_of(Snapshot& snapshot, std::optional<ChannelId> channel, VariantId variant) {
  return channel ? *snapshot.one<std::int64_t>(kLeftOf, *channel, variant) : 0;
}

std::vector<Reckoned> reckoned(Snapshot& snapshot, std::optional<ChannelId> channel,
                               std::span<const VariantId> variants) {
  std::vector<Reckoned> found;
  const auto take = [&](Reckoned&& one) { found.push_back(one); };
  store::in_groups(variants, kReckonedOne, kReckonedSome,
                   [&](const Statement& of, const auto&... one) {
                     snapshot.each<Reckoned>(of, take, channel.value_or(ChannelId()), one...);
                   });
  return found;
}

std::vector<Reckoned> reckoned(Snapshot& snapshot, ChannelId channel) {
  return snapshot.all<Reckoned>(kReckoned, channel);
}

void put(Tx& tx, const Reckoned& reckoned) {
  if (reckoned.units == 0) {
    tx.change(kForgetReckoned, reckoned.variant, reckoned.channel);
    return;
  }
  std::apply([&](const auto&... field) { tx.change(kPutReckoned, field...); },
             tie_fields(reckoned));
}

std::optional<Delay> delay(Snapshot& snapshot, ChannelId channel) {
  return snapshot.one<Delay>(kDelay, channel);
}

void put(Tx& tx, ChannelId channel, const Delay& delay) {
  tx.change(kPutDelay, channel, delay.smoothed_ms, delay.deviation_ms);
}

void forget_delay(Tx& tx, ChannelId channel) {
  tx.change(kForgetDelay, channel);
}

std::vector<Late> late_channels(Snapshot& snapshot) {
  return snapshot.all<Late>(kLate);
}

Speed speed(Snapshot& snapshot, VariantId variant, ChannelId channel, Instant from) {
  return *snapshot.one<Speed>(kSpeed, variant, channel, first_id_at(from));
}

std::vector<SpeedOf> speeds(Snapshot& snapshot, ChannelId channel, Instant from) {
  return snapshot.all<SpeedOf>(kSpeeds, channel, first_id_at(from));
}

std::span<const Statement* const> buffer_statements() {
  return kStatements;
}

}  // namespace sluis::stock::sql
