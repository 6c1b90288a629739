// What all customers did, in memory: columns that never change and, beside them, what came since.
// An identity is never mixed with another; those of one customer are read together. So a merge, a
// split and an erasure move no event. For one thread, or for many that only read.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <boost/unordered/unordered_flat_map.hpp>

#include "journeys/columns.h"
#include "kernel/ids.h"
#include "kernel/money.h"
#include "platform/table/names.h"

namespace sluis::journeys {

// The number of an identity, by order of appearance.
using Run = std::uint32_t;

// An event as any source of events has it; texts belong to whoever calls.
struct Happened {
  EventId event;
  Instant ts;
  IdentityId identity;
  ChannelId channel;
  std::string_view kind;
  std::string_view campaign;
  std::string_view product;
  std::optional<Micro> revenue;
  std::optional<Micro> cost;
  Currency currency;
};

// The words that events are told in, each under a number.
class Words {
 public:
  explicit Words(Currency currency);

  Channel channel_of(ChannelId channel);
  std::optional<Channel> find_channel(ChannelId channel) const;
  EventKind kind_of(std::string_view kind);
  std::optional<EventKind> find_kind(std::string_view kind) const;
  std::optional<Name> find_name(std::string_view name) const;

  // What somebody did; nothing for lines of orders, refunds and adjustments.
  std::optional<Step> step_of(const Happened& event);
  // Nothing where no money moved, or not in the currency of these figures.
  std::optional<Booking> booking_of(const Happened& event);

  std::span<const ChannelId> channels() const { return channels_; }
  std::size_t kinds() const { return kinds_.size(); }
  std::string_view kind(EventKind kind) const { return kinds_[kind]; }
  std::string_view name(Name name) const { return names_[name]; }
  std::size_t names() const { return names_.size(); }
  const methods::KindSet& orders() const { return orders_; }
  // Of which nobody does one: lines of orders, refunds, adjustments.
  const methods::KindSet& only_money() const { return only_money_; }
  Currency currency() const { return currency_; }
  std::size_t bytes() const;

 private:
  Currency currency_;
  std::vector<ChannelId> channels_;
  boost::unordered_flat_map<std::int64_t, Channel> channel_numbers_;
  table::Names kinds_;
  table::Names names_;
  methods::KindSet orders_;
  methods::KindSet only_money_;
};

class Tracks {
 public:
  explicit Tracks(Currency currency) : words_(currency) {}

  Words& words() { return words_; }
  const Words& words() const { return words_; }

  // ---- Filling at the start: who has how much, then all of it in any order.
  void make_room(IdentityId identity, const Sizes& sizes);
  void open();
  void put(const Happened& event);
  void close();

  // ---- What comes later
  void add(const Happened& event);
  // Takes an event out that counts no longer; false where it is not in here. One that came later
  // is found by its id.
  bool remove(EventId event);
  bool remove(const Happened& event);
  // From here on these are the identities of the customer; those that nobody saw are left out.
  void join(CustomerId customer, std::span<const IdentityId> identities);
  void rename(IdentityId from, IdentityId to);
  // Moves what came later into the columns, a piece at a time.
  std::vector<std::size_t> pieces_with_later() const;
  std::shared_ptr<const Columns> rebuilt(std::size_t piece) const;
  void replace(std::size_t piece, std::shared_ptr<const Columns> columns);

  // ---- Reading
  bool knows(IdentityId identity) const { return runs_.contains(identity.number()); }
  std::size_t identities() const { return flags_.size(); }
  std::size_t later_steps() const { return later_steps_; }
  std::size_t steps() const { return steps_; }
  std::size_t bytes() const;
  // Calls take(customer, track) once for each customer; a customer goes by the first of its runs.
  using Take = std::function<void(Run, const Track&)>;
  void each(const Take& take) const;
  std::optional<Run> customer(CustomerId customer) const;

 private:
  static constexpr std::size_t kRunsInPiece = 32'768;
  static constexpr std::uint8_t kFollows = 1;  // another run of its customer is the first
  static constexpr std::uint8_t kShared = 2;   // its customer has more runs
  static constexpr std::uint8_t kLater = 4;    // something came later

  struct LaterStep : Step {
    EventId event;
  };
  struct LaterBooking : Booking {
    EventId event;
  };
  // `whole`: what is in the columns has been copied, and one event of it taken out.
  struct Later {
    std::vector<LaterStep> steps;
    std::vector<LaterBooking> bookings;
    bool whole = false;
  };

  Run run_of(IdentityId identity);
  Track in_columns(Run run) const;
  void gather(Run run, Gathered& gathered) const;
  Later& copied(Run run);
  std::vector<Run> circle(Run run) const;
  void link(CustomerId customer, std::vector<Run> runs);
  void leave(Run run);
  void dissolve(CustomerId customer);

  Words words_;
  std::vector<std::shared_ptr<const Columns>> pieces_;
  std::vector<std::shared_ptr<Columns>> filling_;
  std::vector<Sizes> sizes_;  // of what is filled
  std::vector<std::uint8_t> flags_;
  std::vector<Run> next_;  // the runs of a customer, in a circle
  boost::unordered_flat_map<std::int64_t, Run> runs_;
  boost::unordered_flat_map<std::int64_t, Run> firsts_;  // of customers with several
  boost::unordered_flat_map<Run, std::int64_t> owners_;  // of first runs
  boost::unordered_flat_map<Run, Later> later_;
  boost::unordered_flat_map<std::int64_t, Run> money_events_;  // of what came later
  std::size_t later_steps_ = 0;
  std::size_t steps_ = 0;
};

}  // namespace sluis::journeys
