#include "customers/store_listing.h"

#include <limits>

#include "customers/store_figures.h"
#include "customers/store_view.h"

namespace sluis::customers::sql {
namespace {

using analytics::Snapshot;
using store::Joined;
using store::Statement;

constexpr std::string_view kSelect =
    "select p.customer, p.first_seen, p.last_seen, p.last_channel, p.channels, p.events, p.orders, "
    "p.net_revenue, p.margin from customers_profile p ";
constexpr std::string_view kCountAll = "select count(*) as found from customers_profile p ";
constexpr std::string_view kRanges =
    "where p.net_revenue >= $1 and p.net_revenue < $2 and p.orders >= $3 and p.last_seen >= $4 "
    "and p.last_seen < $5 ";
// Who is in all of the $9 sets: on the channel $6, in the segment $7, among the customers $8.
constexpr std::string_view kChosen =
    "with member as ("
    "select customer from customers_channel where channel = $6 "
    "union all select customer from feed_segment_member where segment = $7 and to_day is null "
    "union all select cast(line as bigint) as customer "
    "from (select unnest(string_to_array(cast($8 as text), ',')) as line) as lines "
    "where line <> ''), "
    "chosen as (select customer from member group by customer having count(*) = $9) ";
constexpr std::string_view kWithin = "join chosen on chosen.customer = p.customer ";

// Each order of each column has a statement of its own, for the index of that column. Its last two
// parameters are the figure and the customer after which the page begins.
constexpr std::string_view kAfter = "and p.";
constexpr std::string_view kOrder = "order by p.";
// DuckDB keeps the first few while it reads only where it knows how many: see kPageMax.
constexpr std::string_view kUpEnd = ", p.customer limit 501";
constexpr std::string_view kDownEnd = " desc, p.customer desc limit 501";

constexpr std::string_view kUpFrom = " >= $6 and (p.";
constexpr std::string_view kUpBeyond = " > $6 or p.customer > $7) ";
constexpr std::string_view kDownFrom = " <= $6 and (p.";
constexpr std::string_view kDownBeyond = " < $6 or p.customer < $7) ";
constexpr std::string_view kWithinUpFrom = " >= $10 and (p.";
constexpr std::string_view kWithinUpBeyond = " > $10 or p.customer > $11) ";
constexpr std::string_view kWithinDownFrom = " <= $10 and (p.";
constexpr std::string_view kWithinDownBeyond = " < $10 or p.customer < $11) ";

constexpr std::string_view kName = "customers.list_by_";
constexpr std::string_view kUpName = "_up";
constexpr std::string_view kDownName = "_down";
constexpr std::string_view kWithinUpName = "_within_up";
constexpr std::string_view kWithinDownName = "_within_down";

template <const std::string_view& Column>
constexpr Statement kUp{Joined<kName, Column, kUpName>::sql,
                        Joined<kSelect, kRanges, kAfter, Column, kUpFrom, Column, kUpBeyond, kOrder,
                               Column, kUpEnd>::sql};
template <const std::string_view& Column>
constexpr Statement kDown{Joined<kName, Column, kDownName>::sql,
                          Joined<kSelect, kRanges, kAfter, Column, kDownFrom, Column, kDownBeyond,
                                 kOrder, Column, kDownEnd>::sql};
template <const std::string_view& Column>
constexpr Statement kWithinUp{
    Joined<kName, Column, kWithinUpName>::sql,
    Joined<kChosen, kSelect, kWithin, kRanges, kAfter, Column, kWithinUpFrom, Column,
           kWithinUpBeyond, kOrder, Column, kUpEnd>::sql};
template <const std::string_view& Column>
constexpr Statement kWithinDown{
    Joined<kName, Column, kWithinDownName>::sql,
    Joined<kChosen, kSelect, kWithin, kRanges, kAfter, Column, kWithinDownFrom, Column,
           kWithinDownBeyond, kOrder, Column, kDownEnd>::sql};

constexpr std::string_view kNetRevenue = "net_revenue";
constexpr std::string_view kMargin = "margin";
constexpr std::string_view kOrders = "orders";
constexpr std::string_view kEvents = "events";
constexpr std::string_view kChannels = "channels";
constexpr std::string_view kFirstSeen = "first_seen";
constexpr std::string_view kLastSeen = "last_seen";

constexpr Statement kCount{"customers.count", Joined<kCountAll, kRanges>::sql};
constexpr Statement kCountWithin{"customers.count_within",
                                 Joined<kChosen, kCountAll, kWithin, kRanges>::sql};
constexpr Statement kChannelsOf{
    "customers.channels_of",
    "select c.customer, c.channel from customers_channel c "
    "join (select cast(line as bigint) as customer "
    "from (select unnest(string_to_array(cast($1 as text), ',')) as line) as lines) as wanted "
    "on wanted.customer = c.customer order by c.customer, c.channel"};

struct Orders {
  const Statement& up;
  const Statement& down;
  const Statement& within_up;
  const Statement& within_down;
};

template <const std::string_view& Column>
Orders orders_by() {
  return {kUp<Column>, kDown<Column>, kWithinUp<Column>, kWithinDown<Column>};
}

Orders orders_of(Sort sort) {
  switch (sort) {
    case Sort::net_revenue:
      return orders_by<kNetRevenue>();
    case Sort::margin:
      return orders_by<kMargin>();
    case Sort::orders:
      return orders_by<kOrders>();
    case Sort::events:
      return orders_by<kEvents>();
    case Sort::channels:
      return orders_by<kChannels>();
    case Sort::first_seen:
      return orders_by<kFirstSeen>();
    case Sort::last_seen:
      return orders_by<kLastSeen>();
  }
  __builtin_unreachable();
}

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

std::string text_of(const std::vector<CustomerId>& customers) {
  std::string text;
  for (const CustomerId customer : customers)
    text += (text.empty() ? "" : ",") + std::to_string(customer.number());
  return text;
}

bool is_within(const Filter& filter, const Found& found) {
  return filter.channel || filter.segment || found;
}

// Calls `run` with the parameters of the ranges, and of the sets where there are any.
template <class Run>
auto with_parameters(const Filter& filter, const Found& found, Run&& run) {
  const auto ranges = [&](const auto&... more) {
    return run(filter.revenue_from.value_or(Micro(kLeast)),
               filter.revenue_to.value_or(Micro(kMost)), filter.orders_from.value_or(0),
               filter.seen_from.value_or(Instant(kLeast)), filter.seen_to.value_or(Instant(kMost)),
               more...);
  };
  if (!is_within(filter, found)) return ranges();
  const std::int64_t sets = (filter.channel ? 1 : 0) + (filter.segment ? 1 : 0) + (found ? 1 : 0);
  return ranges(filter.channel.value_or(ChannelId{}), filter.segment.value_or(SegmentId{}),
                text_of(found.value_or(std::vector<CustomerId>())), sets);
}

}  // namespace

std::vector<ProfileRow> list(Snapshot& figures, const Query& query, const Found& found) {
  const Orders orders = orders_of(query.sort);
  const bool within = is_within(query.filter, found);
  const Statement& statement = query.descending ? (within ? orders.within_down : orders.down)
                                                : (within ? orders.within_up : orders.up);
  const std::int64_t start = query.descending ? kMost : kLeast;
  const Place after = query.after.value_or(Place{start, CustomerId(start)});
  auto rows = with_parameters(query.filter, found, [&](const auto&... parameters) {
    return figures.all<ProfileRow>(statement, parameters..., after.figure, after.customer);
  });
  if (std::cmp_greater(rows.size(), query.limit + 1)) {
    rows.resize(static_cast<std::size_t>(query.limit) + 1);
  }
  return rows;
}

std::int64_t count(Snapshot& figures, const Filter& filter, const Found& found) {
  const Statement& statement = is_within(filter, found) ? kCountWithin : kCount;
  return with_parameters(filter, found, [&](const auto&... parameters) {
    return figures.one<std::int64_t>(statement, parameters...).value_or(0);
  });
}

std::vector<ChannelOf> channels_of(Snapshot& figures, const std::vector<CustomerId>& customers) {
  if (customers.empty()) return {};
  return figures.all<ChannelOf>(kChannelsOf, text_of(customers));
}

std::span<const Statement* const> listing_statements() {
  static constexpr auto all = []<const std::string_view&... Column>() {
    return std::array<const Statement*, 3 + 4 * sizeof...(Column)>{
        &kCount,           &kCountWithin,         &kChannelsOf,           &kUp<Column>...,
        &kDown<Column>..., &kWithinUp<Column>..., &kWithinDown<Column>...};
  }.template operator()<kNetRevenue, kMargin, kOrders, kEvents, kChannels, kFirstSeen, kLastSeen>();
  return all;
}

std::span<const Statement* const> analytics_statements() {
  static const auto all = [] {
    std::vector<const Statement*> gathered;
    for (const auto& some : {figure_statements(), listing_statements(), view_statements()})
      gathered.insert(gathered.end(), some.begin(), some.end());
    return gathered;
  }();
  return all;
}

}  // namespace sluis::customers::sql
