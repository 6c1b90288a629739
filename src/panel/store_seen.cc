#include "panel/store_seen.h"

namespace sluis::panel::sql {
namespace {

using analytics::Snapshot;
using store::Joined;
using store::Statement;

constexpr std::string_view kAsked =
    "with asked as (select cast(line as bigint) as customer from (select "
    "unnest(string_to_array(cast($1 as text), ',')) as line) as lines where line <> '') ";

// $2 and $3 the days.
constexpr std::string_view kSeenOfAsked =
    "select asked.customer, fact.channel, cast(sum(case when fact.phase in ('awareness', "
    "'evaluation') then 1 else 0 end) as bigint) as events, cast(sum(case when fact.kind in "
    "('order_completed', 'order_line') then 1 else 0 end) as bigint) as orders "
    "from feed_event as fact left join feed_customer_of as own on own.identity = fact.identity "
    "join asked on asked.customer = coalesce(own.customer, fact.identity) "
    "where fact.counted and fact.day >= cast($2 as date) and fact.day < cast($3 as date) "
    "group by asked.customer, fact.channel order by asked.customer, fact.channel";
constexpr Statement kSeen{"panel.seen", Joined<kAsked, kSeenOfAsked>::sql};

constexpr std::string_view kMembersAsked =
    "select member.segment, member.customer from feed_segment_member as member "
    "join asked on asked.customer = member.customer where member.to_day is null "
    "order by member.segment, member.customer";
constexpr Statement kMemberships{"panel.memberships", Joined<kAsked, kMembersAsked>::sql};

constexpr std::string_view kFirstOfAsked =
    "select customer, channel from (select asked.customer, fact.channel, row_number() over "
    "(partition by asked.customer order by fact.ts, fact.event) as place from feed_event as fact "
    "left join feed_customer_of as own on own.identity = fact.identity "
    "join asked on asked.customer = coalesce(own.customer, fact.identity) "
    "where fact.counted and fact.kind in ('order_completed', 'order_line')) as bought "
    "where place = 1 order by customer";
constexpr Statement kFirstBought{"panel.first_bought", Joined<kAsked, kFirstOfAsked>::sql};

constexpr const Statement* kFigureStatements[] = {&kSeen, &kMemberships, &kFirstBought};

}  // namespace

std::vector<Seen> seen(Snapshot& figures, const std::string& customers, Date from, Date to) {
  return figures.all<Seen>(kSeen, customers, from, to);
}

std::vector<Membership> memberships(Snapshot& figures, const std::string& customers) {
  return figures.all<Membership>(kMemberships, customers);
}

std::vector<FirstBought> first_bought(Snapshot& figures, const std::string& customers) {
  return figures.all<FirstBought>(kFirstBought, customers);
}

std::span<const Statement* const> analytics_statements() {
  return kFigureStatements;
}

}  // namespace sluis::panel::sql
