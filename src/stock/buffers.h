// How many pieces a channel leaves for the others at each location: as many as somebody set, else
// as many of each variant as are likely to go elsewhere before the channel hears of it.
#pragma once

#include <span>

#include "access/access.h"
#include "channels/channels.h"
#include "stock/ledger.h"

namespace sluis::stock {

// In how many of 10,000 delays nothing may be sold through a channel that went elsewhere meanwhile.
using Service = Whole<5'000, 9'999>;

struct Buffer {
  ChannelId channel;
  std::optional<Units> units;  // set by hand, for every variant; else reckoned for each
  Service service{9'900};
};
BOOST_DESCRIBE_STRUCT(Buffer, (), (channel, units, service))

// With how late the channel hears of a change, but for few of them; nothing where it hears at once
// or that was not measured.
struct ChannelBuffer : Buffer {
  std::optional<std::int64_t> delay_ms;
};
BOOST_DESCRIBE_STRUCT(ChannelBuffer, (Buffer), (delay_ms))
// Of the channels for which something was set or that hear late; any other is as a Buffer of its
// own.
std::vector<ChannelBuffer> buffers(store::Snapshot& snapshot);
// Told in the trail and to the outbox (topic stock.buffer_set). Without a service it stays as it
// was.
Result<void> set_buffer(store::Tx& tx, const access::Actor& actor, ChannelId channel,
                        std::optional<Units> units, std::optional<Service> service = {});

// A buffer of one variant, with what it was reckoned from.
struct Reckoned {
  VariantId variant;
  ChannelId channel;
  std::int64_t units = 0;
  std::int64_t delay_ms = 0;  // until the channel has heard of a change, but for few
  std::int64_t own = 0;       // pieces that were ordered through it in a week
  std::int64_t others = 0;    // pieces that went otherwise in that week
  std::int64_t service = 0;   // as of Service
  bool operator==(const Reckoned&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reckoned, (), (variant, channel, units, delay_ms, own, others, service))

// What a channel leaves of some variants.
class Leaving {
 public:
  Leaving(store::Snapshot& snapshot, std::optional<ChannelId> channel,
          std::span<const VariantId> variants);
  Leaving(const Buffer& buffer, std::span<const Reckoned> reckoned);  // of any channels

  std::int64_t of(VariantId variant) const;
  // Why; nothing where it was set by hand, or nothing is left.
  std::optional<Reckoned> why(VariantId variant) const;

 private:
  std::optional<Units> by_hand_;
  std::vector<Reckoned> reckoned_;  // by variant
};

// Whoever sells through the channel heard of a change of the variant this late. Of a bundle its
// parts count. The buffer grows at once where it must; it shrinks when all are reckoned anew, so
// that telling a shop of a new buffer does not change it again. Told to the outbox (topic
// stock.buffer_reckoned).
void heard_after(store::Tx& tx, Instant now, VariantId variant, ChannelId channel,
                 std::int64_t delay_ms);

// Reckons anew what each channel that hears late leaves of each variant that was sold in the last
// week: how many buffers are others now. Read beside whoever writes, and written some at a time, so
// that no order waits for it.
Result<std::int64_t> reckon_anew(store::Store& store, Instant now);

}  // namespace sluis::stock
