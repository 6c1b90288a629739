// Whose journeys a question is about, and over which time.
#pragma once

#include "journeys/index.h"
#include "kernel/fields.h"
#include "platform/analytics/session.h"

namespace sluis::journeys {

enum class ScopeRefusal : std::uint8_t {
  period_not_ahead,
  period_over_20_years,
  steps_unreadable,
  window_too_long,
  no_touches,
};
BOOST_DESCRIBE_ENUM(ScopeRefusal, period_not_ahead, period_over_20_years, steps_unreadable,
                    window_too_long, no_touches)
const RefusalKind& kind_of(ScopeRefusal refusal);

// Everything that is given must hold. Channel, campaign and product choose customers: those who, in
// the period, did one thing that all of these hold for. All that such a customer did counts.
struct Scope {
  Date from;                         // by the company's days, inclusive
  Date to;                           // exclusive
  std::optional<SegmentId> segment;  // who is in it now
  std::optional<ChannelId> channel;
  std::optional<std::string> campaign;
  std::optional<std::string> product;
};

// The same in seconds and numbers, for one state of the tracks.
class Selection {
 public:
  // Seconds of a period, by the company's zone.
  struct Period {
    std::uint32_t from_s = 0;
    std::uint32_t to_s = 0;
  };
  Selection(const Tracks& tracks, const Scope& scope, const Period& period,
            const std::optional<std::vector<CustomerId>>& members);

  // Calls take(journey in the period, whole track) for each customer with anything in the period.
  using Take = std::function<void(const methods::Journey&, const Track&)>;
  void each(const Take& take) const;
  // With what happened up to so long after the period.
  void each_until(std::uint32_t later_s, const Take& take) const;
  const Period& period() const { return period_; }
  std::optional<Name> product() const { return product_; }

 private:
  bool holds(const Track& track) const;

  const Tracks& tracks_;
  Period period_;
  bool nobody_ = false;  // nothing is called so
  std::optional<Channel> channel_;
  std::optional<Name> campaign_;
  std::optional<Name> product_;
  std::optional<std::vector<bool>> members_;
};

// The part of a journey in a period.
methods::Journey within(const methods::Journey& journey, std::uint64_t from_s, std::uint64_t to_s);

// What selecting needs of the stores.
struct Resolved {
  Scope scope;
  Selection::Period period;
  std::optional<std::vector<CustomerId>> members;

  Selection in(const Tracks& tracks) const { return {tracks, scope, period, members}; }
};
Result<Resolved> resolved(store::Store& store, analytics::Snapshot& figures, const Scope& scope);
// The same scope, but of another segment.
Result<Resolved> of_segment(store::Store& store, analytics::Snapshot& figures, Resolved from,
                            SegmentId segment);

}  // namespace sluis::journeys
