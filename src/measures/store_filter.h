// The pieces of SQL that choose events, for every statement of this room that looks at them.
#pragma once

#include "measures/figures.h"
#include "platform/store/statement.h"

namespace sluis::measures::sql {

// The identities of those who are in a segment now; its number follows. Who became one with others
// since that was worked out is in it under the number they share, or not at all.
inline constexpr std::string_view kOfMembers =
    "(select coalesce(theirs.identity, member.customer) from feed_segment_member as member "
    "left join feed_customer_of as theirs on theirs.customer = member.customer "
    "left join feed_customer_of as own on own.identity = member.customer "
    "where member.to_day is null and own.identity is null and member.segment = ";
// What an event must be to pass a filter: $1 and $2 the period, $3 the currency, $4 the channel, $5
// the kind, $6 the campaign, $7 the product, $8 the segment; 0 or empty where it may be any.
inline constexpr std::string_view kFiltered =
    "fact.day >= cast($1 as date) and fact.day < cast($2 as date) "
    "and (cast($3 as text) = '' or fact.currency = $3) "
    "and (cast($4 as bigint) = 0 or fact.channel = $4) "
    "and (cast($5 as text) = '' or fact.kind = $5) "
    "and (cast($6 as text) = '' or fact.campaign = $6) "
    "and (cast($7 as text) = '' or fact.product = $7) "
    "and (cast($8 as bigint) = 0 or fact.identity in ";
inline constexpr std::string_view kEighth = "$8)) ";
inline constexpr std::string_view kPasses = store::Joined<kFiltered, kOfMembers, kEighth>::sql;

// Runs a statement over events that pass the filter; `more` are its further parameters.
template <class Row, class... More>
std::vector<Row> of_events(analytics::Snapshot& figures, const store::Statement& statement,
                           const Filter& filter, std::string_view currency, const More&... more) {
  return figures.all<Row>(statement, filter.from, filter.to, currency,
                          filter.channel.value_or(ChannelId{}).number(), filter.kind.value_or(""),
                          filter.campaign.value_or(""), filter.product.value_or(""),
                          filter.segment.value_or(SegmentId{}).number(), more...);
}

}  // namespace sluis::measures::sql
