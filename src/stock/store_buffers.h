// The SQL of what channels leave for the others.
#pragma once

#include "stock/buffers.h"
#include "stock/rules.h"

namespace sluis::stock::sql {

std::vector<Buffer> buffers(store::Snapshot& snapshot);
std::optional<Buffer> buffer(store::Snapshot& snapshot, ChannelId channel);
void set_buffer(store::Tx& tx, const Buffer& buffer);

// What a channel leaves of a variant, by hand or reckoned; of no channel nothing.
std::int64_t left_of(store::Snapshot& snapshot, std::optional<ChannelId> channel,
                     VariantId variant);
// Of these variants, for one channel or for all: by variant within twenty at a time.
std::vector<Reckoned> reckoned(store::Snapshot& snapshot, std::optional<ChannelId> channel,
                               std::span<const VariantId> variants);
std::vector<Reckoned> reckoned(store::Snapshot& snapshot, ChannelId channel);
// What is nothing is forgotten.
void put(store::Tx& tx, const Reckoned& reckoned);

std::optional<Delay> delay(store::Snapshot& snapshot, ChannelId channel);
void put(store::Tx& tx, ChannelId channel, const Delay& delay);
void forget_delay(store::Tx& tx, ChannelId channel);
struct Late : Delay {
  ChannelId channel;
  bool believes = false;  // whoever sells there is told something
};
BOOST_DESCRIBE_STRUCT(Late, (Delay), (channel, believes))
std::vector<Late> late_channels(store::Snapshot& snapshot);

// Pieces since then: ordered through a channel, and gone or promised in any way.
struct Speed {
  std::int64_t own = 0;
  std::int64_t gone = 0;
};
BOOST_DESCRIBE_STRUCT(Speed, (), (own, gone))
Speed speed(store::Snapshot& snapshot, VariantId variant, ChannelId channel, Instant from);
struct SpeedOf : Speed {
  VariantId variant;
};
BOOST_DESCRIBE_STRUCT(SpeedOf, (Speed), (variant))
std::vector<SpeedOf> speeds(store::Snapshot& snapshot, ChannelId channel, Instant from);

std::span<const store::Statement* const> buffer_statements();

}  // namespace sluis::stock::sql
