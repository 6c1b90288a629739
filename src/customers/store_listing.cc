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
    "select p.customer, p.first_seen, p.last_seen, p.last_channel, p.channels, p.seen_on, "
    "p.events, p.orders, p.net_revenue, p.margin from customers_profile p ";
constexpr std::string_view kCountAll = "select count(*) as found from customers_profile p ";
constexpr std::string_view kRanges =
    "where p.net_revenue >= $1 and p.net_revenue < $2 and p.orders >= $3 and p.last_seen >= $4 "
    "and p.last_seen < $5 and (p.seen_on & $6) = $6 ";
constexpr std::string_view kOfSegment =
    "and p.customer in "
    "(select customer from feed_segment_member where segment = $7 and to_day is null) ";
// Who is in all of the $10 sets: on the channel $7, in the segment $8, among the customers $9.
constexpr std::string_view kChosen =
    "with member as ("
    "select customer from customers_channel where channel = $7 "
    "union all select customer from feed_segment_member where segment = $8 and to_day is null "
    "union all select cast(line as bigint) as customer "
    "from (select unnest(string_to_array(cast($9 as text), ',')) as line) as lines "
    "where line <> ''), "
    "chosen as (select customer from member group by customer having count(*) = $10) ";
constexpr std::string_view kWithin = "join chosen on chosen.customer = p.customer ";

// Each order of each column has a statement of its own, for the index of that column. Its last two
// parameters are the figure and the customer after which the page begins.
constexpr std::string_view kAnd = "and p.";
constexpr std::string_view kAtLeast = " >= ";
constexpr std::string_view kAtMost = " <= ";
constexpr std::string_view kButRather = " and (p.";
constexpr std::string_view kMore = " > ";
constexpr std::string_view kLess = " < ";
constexpr std::string_view kOrHigher = " or p.customer > ";
constexpr std::string_view kOrLower = " or p.customer < ";
constexpr std::string_view kOrder = ") order by p.";
// DuckDB keeps the first few while it reads only where it knows how many: see kPageMax.
constexpr std::string_view kUpEnd = ", p.customer limit 501";
constexpr std::string_view kDownEnd = " desc, p.customer desc limit 501";

template <const std::string_view& Column, const std::string_view& Figure,
          const std::string_view& Customer>
constexpr std::string_view kPageUp =
    Joined<kAnd, Column, kAtLeast, Figure, kButRather, Column, kMore, Figure, kOrHigher, Customer,
           kOrder, Column, kUpEnd>::sql;
template <const std::string_view& Column, const std::string_view& Figure,
          const std::string_view& Customer>
constexpr std::string_view kPageDown =
    Joined<kAnd, Column, kAtMost, Figure, kButRather, Column, kLess, Figure, kOrLower, Customer,
           kOrder, Column, kDownEnd>::sql;

constexpr std::string_view k7 = "$7";
constexpr std::string_view k8 = "$8";
constexpr std::string_view k9 = "$9";
constexpr std::string_view k11 = "$11";
constexpr std::string_view k12 = "$12";

constexpr std::string_view kName = "customers.list_by_";
constexpr std::string_view kUpName = "_up";
constexpr std::string_view kDownName = "_down";
constexpr std::string_view kSegmentUpName = "_of_segment_up";
constexpr std::string_view kSegmentDownName = "_of_segment_down";
constexpr std::string_view kWithinUpName = "_within_up";
constexpr std::string_view kWithinDownName = "_within_down";

template <const std::string_view& Column>
constexpr Statement kUp{Joined<kName, Column, kUpName>::sql,
                        Joined<kSelect, kRanges, kPageUp<Column, k7, k8>>::sql};
template <const std::string_view& Column>
constexpr Statement kDown{Joined<kName, Column, kDownName>::sql,
                          Joined<kSelect, kRanges, kPageDown<Column, k7, k8>>::sql};
template <const std::string_view& Column>
constexpr Statement kSegmentUp{Joined<kName, Column, kSegmentUpName>::sql,
                               Joined<kSelect, kRanges, kOfSegment, kPageUp<Column, k8, k9>>::sql};
template <const std::string_view& Column>
constexpr Statement kSegmentDown{
    Joined<kName, Column, kSegmentDownName>::sql,
    Joined<kSelect, kRanges, kOfSegment, kPageDown<Column, k8, k9>>::sql};
template <const std::string_view& Column>
constexpr Statement kWithinUp{
    Joined<kName, Column, kWithinUpName>::sql,
    Joined<kChosen, kSelect, kWithin, kRanges, kPageUp<Column, k11, k12>>::sql};
template <const std::string_view& Column>
constexpr Statement kWithinDown{
    Joined<kName, Column, kWithinDownName>::sql,
    Joined<kChosen, kSelect, kWithin, kRanges, kPageDown<Column, k11, k12>>::sql};

constexpr std::string_view kNetRevenue = "net_revenue";
constexpr std::string_view kMargin = "margin";
constexpr std::string_view kOrders = "orders";
constexpr std::string_view kEvents = "events";
constexpr std::string_view kChannels = "channels";
constexpr std::string_view kFirstSeen = "first_seen";
constexpr std::string_view kLastSeen = "last_seen";

constexpr Statement kCount{"customers.count", Joined<kCountAll, kRanges>::sql};
constexpr Statement kCountOfSegment{"customers.count_of_segment",
                                    Joined<kCountAll, kRanges, kOfSegment>::sql};
constexpr Statement kCountWithin{"customers.count_within",
                                 Joined<kChosen, kCountAll, kWithin, kRanges>::sql};
constexpr Statement kPlaces{"customers.places",
                            "select channel, place from customers_place order by channel"};
constexpr Statement kChannelsOf{
    "customers.channels_of",
    "select c.customer, c.channel from customers_channel c "
    "join (select cast(line as bigint) as customer "
    "from (select unnest(string_to_array(cast($1 as text), ',')) as line) as lines) as wanted "
    "on wanted.customer = c.customer order by c.customer, c.channel"};

// The two orders of the same customers.
struct Orders {
  const Statement& up;
  const Statement& down;
};
struct Kinds {
  Orders all;
  Orders of_segment;
  Orders within;
};

template <const std::string_view& Column>
Kinds sorted_by() {
  return {{kUp<Column>, kDown<Column>},
          {kSegmentUp<Column>, kSegmentDown<Column>},
          {kWithinUp<Column>, kWithinDown<Column>}};
}

Kinds sorted_by(Sort sort) {
  switch (sort) {
    case Sort::net_revenue:
      return sorted_by<kNetRevenue>();
    case Sort::margin:
      return sorted_by<kMargin>();
    case Sort::orders:
      return sorted_by<kOrders>();
    case Sort::events:
      return sorted_by<kEvents>();
    case Sort::channels:
      return sorted_by<kChannels>();
    case Sort::first_seen:
      return sorted_by<kFirstSeen>();
    case Sort::last_seen:
      return sorted_by<kLastSeen>();
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

bool is_within(const Chosen& chosen) {
  return chosen.channel || chosen.found;
}

// Which of three statements is meant.
template <class T>
const T* of_kind(const Chosen& chosen, const T* all, const T* of_segment, const T* within) {
  if (is_within(chosen)) return within;
  return chosen.segment ? of_segment : all;
}

// Calls `run` with the parameters of the ranges, and of the sets where there are any.
template <class Run>
auto with_parameters(const Filter& filter, const Chosen& chosen, Run&& run) {
  const auto ranges = [&](const auto&... more) {
    return run(filter.revenue_from.value_or(Micro(kLeast)),
               filter.revenue_to.value_or(Micro(kMost)), filter.orders_from.value_or(0),
               filter.seen_from.value_or(Instant(kLeast)), filter.seen_to.value_or(Instant(kMost)),
               chosen.seen_on, more...);
  };
  const std::int64_t sets =
      (chosen.channel ? 1 : 0) + (chosen.segment ? 1 : 0) + (chosen.found ? 1 : 0);
  if (sets == 0) return ranges();
  if (!is_within(chosen)) return ranges(*chosen.segment);
  return ranges(chosen.channel.value_or(ChannelId{}), chosen.segment.value_or(SegmentId{}),
                text_of(chosen.found.value_or(std::vector<CustomerId>())), sets);
}

}  // namespace

std::vector<ProfileRow> list(Snapshot& figures, const Query& query, const Chosen& chosen) {
  const Kinds kinds = sorted_by(query.sort);
  const Orders& orders = *of_kind(chosen, &kinds.all, &kinds.of_segment, &kinds.within);
  const Statement& statement = query.descending ? orders.down : orders.up;
  const std::int64_t start = query.descending ? kMost : kLeast;
  const Place after = query.after.value_or(Place{start, CustomerId(start)});
  auto rows = with_parameters(query.filter, chosen, [&](const auto&... parameters) {
    return figures.all<ProfileRow>(statement, parameters..., after.figure, after.customer);
  });
  if (std::cmp_greater(rows.size(), query.limit + 1)) {
    rows.resize(static_cast<std::size_t>(query.limit) + 1);
  }
  return rows;
}

std::int64_t count(Snapshot& figures, const Filter& filter, const Chosen& chosen) {
  const Statement& statement = *of_kind(chosen, &kCount, &kCountOfSegment, &kCountWithin);
  return with_parameters(filter, chosen, [&](const auto&... parameters) {
    return figures.one<std::int64_t>(statement, parameters...).value_or(0);
  });
}

std::vector<Placed> places(Snapshot& figures) {
  return figures.all<Placed>(kPlaces);
}

std::vector<ChannelOf> channels_of(Snapshot& figures, const std::vector<CustomerId>& customers) {
  if (customers.empty()) return {};
  return figures.all<ChannelOf>(kChannelsOf, text_of(customers));
}

std::span<const Statement* const> listing_statements() {
  static constexpr auto all = []<const std::string_view&... Column>() {
    return std::array<const Statement*, 5 + 6 * sizeof...(Column)>{&kCount,
                                                                   &kCountOfSegment,
                                                                   &kCountWithin,
                                                                   &kPlaces,
                                                                   &kChannelsOf,
                                                                   &kUp<Column>...,
                                                                   &kDown<Column>...,
                                                                   &kSegmentUp<Column>...,
                                                                   &kSegmentDown<Column>...,
                                                                   &kWithinUp<Column>...,
                                                                   &kWithinDown<Column>...};
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
