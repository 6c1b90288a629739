// What came of invitations on the pages of partners, told apart by what makes or breaks it: whom
// they reached (selection), by what means (channel), and how those were helped who accepted
// (handling).
#pragma once

#include "decisions/explaining.h"

namespace sluis::decisions {

// An offer on a page. What it brought is for the company itself.
struct PageOffer {
  OfferId offer;
  std::string name;
  Act act = Act::advice;
  std::int64_t invited = 0;
  std::int64_t held_out = 0;  // were to be, and were not
  std::int64_t shown = 0;
  std::int64_t accepted = 0;
  std::int64_t answered = 0;     // of them, by somebody
  std::optional<double> wait_s;  // until then, on average
  std::int64_t buyers = 0;       // of those who were invited
  std::optional<double> margin;  // of them all
  std::optional<double> added;   // of one invitation, more than without it
  std::optional<double> added_low;
  std::optional<double> added_high;
  std::optional<double> cost;  // of them all, fees included
};
BOOST_DESCRIBE_STRUCT(PageOffer, (),
                      (offer, name, act, invited, held_out, shown, accepted, answered, wait_s,
                       buyers, margin, added, added_low, added_high, cost))
struct PartnerPage {
  PartnerId partner;
  PlacementId placement;
  std::string name;
  ChannelId channel;
  std::string channel_name;
  std::int64_t visitors = 0;
  std::int64_t turned_away = 0;  // of them, since nobody was free
  std::vector<PageOffer> offers;
  std::optional<Micro> fee;  // for each who accepts
  Micro owed;                // that is, of the period
};
BOOST_DESCRIBE_STRUCT(PartnerPage, (),
                      (partner, placement, name, channel, channel_name, visitors, turned_away,
                       offers, fee, owed))
struct PartnerPages {
  Instant from;
  Instant until;
  Currency currency;
  std::vector<PartnerPage> pages;
};
BOOST_DESCRIBE_STRUCT(PartnerPages, (), (from, until, currency, pages))

// Of one partner alone, who is told nothing of margins and costs, or of all.
PartnerPages partner_pages(store::Snapshot& snapshot, Instant from, Instant until,
                           std::optional<PartnerId> partner);

}  // namespace sluis::decisions
