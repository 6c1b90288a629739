#include "decisions/pages.h"

#include <algorithm>

#include "company/company.h"
#include "decisions/decisions.h"

namespace sluis::decisions {
namespace {

PageOffer page_offer(const Measured& row, Act act, bool own) {
  PageOffer offer{.offer = row.offer,
                  .name = row.name,
                  .act = act,
                  .invited = row.decisions,
                  .held_out = row.held_out,
                  .shown = row.shown,
                  .accepted = row.accepted,
                  .wait_s = {},
                  .buyers = row.buyers,
                  .margin = {},
                  .added = {},
                  .added_low = {},
                  .added_high = {},
                  .cost = {}};
  if (!own) return offer;
  offer.margin = row.margin;
  offer.added = row.added;
  offer.added_low = row.added_low;
  offer.added_high = row.added_high;
  offer.cost = row.cost + row.queue_price;
  return offer;
}

void set_handling(PageOffer& offer, std::span<const sql::Handled> handled) {
  const auto found = std::ranges::find(handled, offer.offer, &sql::Handled::offer);
  if (found == handled.end()) return;
  offer.answered = found->answered;
  if (found->answered > 0)
    offer.wait_s = static_cast<double>(found->waited_s) / static_cast<double>(found->answered);
}

void set_selection(PartnerPage& page, store::Snapshot& snapshot, Instant from, Instant until) {
  for (const sql::TurnedAway& one : sql::turned_away(snapshot, from, until, page.placement)) {
    page.visitors = one.visitors;
    page.turned_away = one.turned_away;
  }
}

void set_offers(PartnerPage& page, store::Snapshot& snapshot, Instant from, Instant until,
                bool own) {
  const ResultsQuery query{.from = from, .until = until, .placement = page.placement};
  const auto handled = sql::handled(snapshot, from, until, page.placement);
  for (const Measured& row : results(snapshot, query).rows) {
    const auto offer = decisions::offer(snapshot, row.offer);
    PageOffer& one =
        page.offers.emplace_back(page_offer(row, offer ? offer->act : Act::advice, own));
    set_handling(one, handled);
    if (page.fee) page.owed += Micro(page.fee->units() * row.accepted);
  }
}

}  // namespace

PartnerPages partner_pages(store::Snapshot& snapshot, Instant from, Instant until,
                           std::optional<PartnerId> partner) {
  PartnerPages all{.from = from,
                   .until = until,
                   .currency = company::settings(snapshot).settings.currency,
                   .pages = {}};
  for (const Placement& place : placements(snapshot)) {
    const auto channel = channels::find(snapshot, channels::kEverything, place.channel);
    if (!channel || !channel->partner || (partner && channel->partner != partner)) continue;
    PartnerPage& page = all.pages.emplace_back(PartnerPage{.partner = *channel->partner,
                                                           .placement = place.id,
                                                           .name = place.name.text,
                                                           .channel = place.channel,
                                                           .channel_name = channel->name.text,
                                                           .offers = {},
                                                           .fee = place.fee,
                                                           .owed = {}});
    set_selection(page, snapshot, from, until);
    set_offers(page, snapshot, from, until, !partner);
  }
  return all;
}

}  // namespace sluis::decisions
