// What may be offered to a customer as a next step, where it may be offered, and what holds for all
// of it.
#pragma once

#include "channels/channels.h"
#include "contacts/contacts.h"
#include "kernel/fields.h"

namespace sluis::decisions {

struct OfferIdTag {
  static constexpr std::string_view prefix = "ofr";
};
using OfferId = Id<OfferIdTag>;
struct PlacementIdTag {
  static constexpr std::string_view prefix = "plc";
};
using PlacementId = Id<PlacementIdTag>;

// An amount as a number of its currency, to reckon with what is only estimated.
inline double in_units(Micro amount) {
  return static_cast<double>(amount.units()) / static_cast<double>(Micro::kPerUnit);
}

// What the customer gets who accepts.
enum class Act : std::uint8_t {
  call_now,
  call_back,
  chat,
  video,
  appointment,
  discount,
  advice,
  mail
};
BOOST_DESCRIBE_ENUM(Act, call_now, call_back, chat, video, appointment, discount, advice, mail)

// Somebody has to be there for it, now or later.
bool needs_team(Act act);
// Somebody has to be free for it at once.
bool takes_place(Act act);
// Who accepts leaves a telephone number.
bool takes_number(Act act);

struct Words {
  Line<0, 80> title;
  Prose<400> body;
  Line<0, 40> button;
  bool operator==(const Words&) const = default;
};
BOOST_DESCRIBE_STRUCT(Words, (), (title, body, button))
struct Texts {
  Words nl;
  Words en;
  bool operator==(const Texts&) const = default;
};
BOOST_DESCRIBE_STRUCT(Texts, (), (nl, en))

using Name = Line<1, 120>;
using WaitMost = Whole<0, 3'600>;
using CapTimes = Whole<1, 6>;
using CapDays = Whole<1, 90>;
using Discount = Whole<1, 5'000>;

struct Offer {
  OfferId id;
  std::int64_t version = 0;
  Slug code;  // never changes
  Name name;
  Act act = Act::advice;
  std::optional<contacts::TeamId> team;  // of an act that people do
  Texts texts;
  std::optional<Micro> cost;    // of one that is accepted; else the minutes of the team
  WaitMost wait_most_s{30};     // nobody is asked to wait longer for it
  CapTimes cap_times{2};        // made to one customer so often at most …
  CapDays cap_days{7};          // … in so many days
  std::optional<Instant> from;  // inclusive
  std::optional<Instant> until;
  std::vector<SegmentId> segments;      // none: everybody
  std::vector<channels::Phase> phases;  // none: all
  std::optional<Discount> discount_basis_points;
  bool active = true;
  Instant created;
  Instant changed;
  bool operator==(const Offer&) const = default;
};
BOOST_DESCRIBE_STRUCT(Offer, (),
                      (id, version, code, name, act, team, texts, cost, wait_most_s, cap_times,
                       cap_days, from, until, segments, phases, discount_basis_points, active,
                       created, changed))

struct OfferDetails {
  Patch<std::optional<contacts::TeamId>> team;
  Patch<Texts> texts;
  Patch<std::optional<Micro>> cost;
  Patch<WaitMost> wait_most_s;
  Patch<CapTimes> cap_times;
  Patch<CapDays> cap_days;
  Patch<std::optional<Instant>> from;
  Patch<std::optional<Instant>> until;
  Patch<std::vector<SegmentId>> segments;
  Patch<std::vector<channels::Phase>> phases;
  Patch<std::optional<Discount>> discount_basis_points;
  Patch<bool> active;
};
BOOST_DESCRIBE_STRUCT(OfferDetails, (),
                      (team, texts, cost, wait_most_s, cap_times, cap_days, from, until, segments,
                       phases, discount_basis_points, active))
struct OfferDraft : OfferDetails {
  Slug code;
  Name name;
  Act act = Act::advice;
};
BOOST_DESCRIBE_STRUCT(OfferDraft, (OfferDetails), (code, name, act))
struct OfferChange : OfferDetails {
  Patch<Name> name;
};
BOOST_DESCRIBE_STRUCT(OfferChange, (OfferDetails), (name))

// What whoever leaves a telephone number agrees to; empty: they are asked nothing.
struct Agreement {
  Prose<400> nl;
  Prose<400> en;
  bool operator==(const Agreement&) const = default;
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (nl, en))

// A place on a channel where one of some offers may be made. Where the channel is a partner's it is
// a page of theirs.
struct Placement {
  PlacementId id;
  std::int64_t version = 0;
  Slug code;  // never changes
  Name name;
  ChannelId channel;
  std::vector<OfferId> offers;
  bool active = true;
  Instant created;
  Instant changed;
  std::optional<Micro> fee;  // to whose page it is, for each who accepts
  Agreement agreement;
  bool at_once = false;  // who is to be called back is called now, by somebody who is free
  bool operator==(const Placement&) const = default;
};
BOOST_DESCRIBE_STRUCT(Placement, (),
                      (id, version, code, name, channel, offers, active, created, changed, fee,
                       agreement, at_once))

// What somebody is needed for in a place: being called back at once takes them as a call does.
Act act_at(const Placement& place, const Offer& offer);

struct PlacementDetails {
  Patch<std::vector<OfferId>> offers;
  Patch<bool> active;
  Patch<std::optional<Micro>> fee;
  Patch<Agreement> agreement;
  Patch<bool> at_once;
};
BOOST_DESCRIBE_STRUCT(PlacementDetails, (), (offers, active, fee, agreement, at_once))
struct PlacementDraft : PlacementDetails {
  Slug code;
  Name name;
  ChannelId channel;
};
BOOST_DESCRIBE_STRUCT(PlacementDraft, (PlacementDetails), (code, name, channel))
struct PlacementChange : PlacementDetails {
  Patch<Name> name;
  Patch<ChannelId> channel;
};
BOOST_DESCRIBE_STRUCT(PlacementChange, (PlacementDetails), (name, channel))

// Of all decisions. Shares are in hundredths of a percent.
struct Settings {
  std::int64_t version = 0;
  bool active = true;                                     // false: nobody is offered anything
  Whole<0, 5'000> hold_out_basis_points{1'000};           // of the customers, for a quarter each
  Whole<0, 5'000> exploration_basis_points{1'000};        // of the decisions
  Whole<5'000, 10'000> sure_basis_points{8'000};          // the gain must be above 0 so surely
  Whole<1, 90> outcome_days{30};                          // what is bought in them counts
  Whole<0, 100> interest_views{3};                        // pages before a visitor is interested
  Micro hour_cost = Micro(35 * Micro::kPerUnit);          // of somebody who handles contacts
  Micro waiting_hour_cost = Micro(36 * Micro::kPerUnit);  // of a customer who waits
  std::vector<SegmentId> segments;                        // in which is learnt apart
  bool learning = true;                                   // what is learnt takes over by itself
  // So much of what is sold remains as margin on the goods, whatever discount is given.
  Whole<0, 9'000> floor_basis_points{0};
  bool operator==(const Settings&) const = default;
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (version, active, hold_out_basis_points, exploration_basis_points,
                       sure_basis_points, outcome_days, interest_views, hour_cost,
                       waiting_hour_cost, segments, learning, floor_basis_points))
struct SettingsChange {
  Patch<bool> active;
  Patch<Whole<0, 5'000>> hold_out_basis_points;
  Patch<Whole<0, 5'000>> exploration_basis_points;
  Patch<Whole<5'000, 10'000>> sure_basis_points;
  Patch<Whole<1, 90>> outcome_days;
  Patch<Whole<0, 100>> interest_views;
  Patch<Micro> hour_cost;
  Patch<Micro> waiting_hour_cost;
  Patch<std::vector<SegmentId>> segments;
  Patch<bool> learning;
  Patch<Whole<0, 9'000>> floor_basis_points;
};
BOOST_DESCRIBE_STRUCT(SettingsChange, (),
                      (active, hold_out_basis_points, exploration_basis_points, sure_basis_points,
                       outcome_days, interest_views, hour_cost, waiting_hour_cost, segments,
                       learning, floor_basis_points))

}  // namespace sluis::decisions
