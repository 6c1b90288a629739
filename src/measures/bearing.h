// Who bears what the worksheet says: the people of a channel by the time they were with customers,
// everything else by the calendar. Pure. Shares add up to their whole, to the micro-unit.
#pragma once

#include "measures/profit.h"

namespace sluis::measures {

// Since when costs of a kind come in as they are made; what the worksheet planned of them counts no
// longer from then on, or they would count twice.
Channels without(Channels worksheet, ChannelId channel, channels::CostKind kind, Currency currency,
                 Date since);

// What one channel costs in parts of a period.
class ChannelCosts {
 public:
  // Nothing when it does not fit.
  static std::optional<ChannelCosts> of(const channels::Channel& channel, Currency currency,
                                        channels::Period period, std::int64_t seconds);

  // What the next so many seconds with customers cost. All seconds together cost what the people
  // do.
  Micro agents(std::int64_t seconds);
  // What is borne by the calendar in a part of the period; people only where nobody has contacts.
  Burden within(channels::Period part) const;
  AgentHour hour() const;
  std::int64_t seconds() const { return seconds_; }

 private:
  ChannelCosts(const channels::Channel& channel, Currency currency, channels::Period period,
               std::int64_t seconds)
      : channel_(channel), currency_(currency), period_(period), seconds_(seconds) {}
  template <class Holds>
  Micro until(Date day, Holds holds) const;
  template <class Holds>
  Micro part(channels::Period part, Holds holds) const;

  const channels::Channel& channel_;
  Currency currency_;
  channels::Period period_;
  std::int64_t seconds_ = 0;
  std::int64_t charged_s_ = 0;
  Micro people_;
};

}  // namespace sluis::measures
