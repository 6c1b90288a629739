#include "measures/profit.h"

#include <algorithm>
#include <map>

#include "measures/bearing.h"
#include "measures/rules.h"
#include "measures/store_profit.h"

namespace sluis::measures {
namespace {

using analytics::Snapshot;
using channels::Period;

std::optional<Every> every_of(Cut cut) {
  switch (cut) {
    case Cut::day:
      return Every::day;
    case Cut::week:
      return Every::week;
    case Cut::month:
      return Every::month;
    default:
      return std::nullopt;
  }
}

// The channels that bear costs, by their number.
using Costs = std::map<ChannelId, ChannelCosts>;

Result<Costs> costs_of(Snapshot& figures, const ProfitFilter& filter, Currency currency,
                       const Channels& worksheet) {
  std::map<ChannelId, std::int64_t> seconds;
  for (const auto& row : sql::seconds_with_customers(figures, filter.from, filter.to, currency))
    seconds[row.channel] = row.seconds;
  Costs costs;
  for (const channels::Channel& channel : worksheet) {
    if (filter.channel && *filter.channel != channel.id) continue;
    const auto of_channel =
        ChannelCosts::of(channel, currency, {filter.from, filter.to}, seconds[channel.id]);
    if (!of_channel) return refuse(MeasureRefusal::cost_too_large);
    costs.emplace(channel.id, *of_channel);
  }
  return costs;
}

std::string segment_of(const std::string& number) {
  return to_string(SegmentId(TextForm<std::int64_t>::parse(number).value_or(0)));
}

// Puts sums and costs into the rows of a cut.
class Table {
 public:
  Table(const ProfitFilter& filter, Cut cut, const Channels& worksheet)
      : filter_(filter), cut_(cut) {
    for (const channels::Channel& channel : worksheet) {
      if (channel.partner) partners_[channel.id] = to_string(*channel.partner);
    }
  }

  void add(const sql::CutSums& sums, Costs& costs) {
    Burden burden;
    if (const auto found = costs.find(sums.channel); found != costs.end())
      burden.agents = found->second.agents(sums.seconds);
    add_to(key_of(sums), profit_of(sums, burden));
  }

  // What a channel bears by the calendar goes to its row, to each stretch of time, or to none.
  void bear(ChannelId channel, const ChannelCosts& costs) {
    const Period whole{filter_.from, filter_.to};
    if (const auto every = every_of(cut_)) {
      for (Date starts = start_of(whole.from, *every); starts < whole.to;
           starts = next_start(starts, *every)) {
        const Period part{std::max(starts, whole.from),
                          std::min(next_start(starts, *every), whole.to)};
        add_to(to_string(starts), profit_of({}, costs.within(part)));
      }
    } else if (cut_ == Cut::channel) {
      add_to(to_string(channel), profit_of({}, costs.within(whole)));
    } else if (cut_ == Cut::partner) {
      add_to(partners_[channel], profit_of({}, costs.within(whole)));
    } else {
      shared_ = shared_ + profit_of({}, costs.within(whole));
    }
  }

  std::vector<ProfitRow> rows() const {
    std::vector<ProfitRow> rows;
    for (const auto& [key, profit] : rows_) {
      if (profit != ProfitAndLoss{} || every_of(cut_)) rows.push_back({key, profit});
    }
    if (every_of(cut_)) return rows;
    std::ranges::sort(rows, [](const ProfitRow& a, const ProfitRow& b) {
      return std::tie(b.profit.net_revenue, a.key) < std::tie(a.profit.net_revenue, b.key);
    });
    return rows;
  }
  const ProfitAndLoss& shared() const { return shared_; }

 private:
  std::string key_of(const sql::CutSums& sums) {
    if (cut_ == Cut::channel) return to_string(sums.channel);
    if (cut_ == Cut::partner) return partners_[sums.channel];
    if (cut_ == Cut::segment) return segment_of(sums.key);
    return sums.key;
  }
  void add_to(const std::string& key, const ProfitAndLoss& profit) {
    rows_[key] = rows_[key] + profit;
  }

  const ProfitFilter& filter_;
  const Cut cut_;
  std::map<ChannelId, std::string> partners_;
  std::map<std::string, ProfitAndLoss> rows_;
  ProfitAndLoss shared_;
};

Table table_of(Snapshot& figures, const ProfitFilter& filter, Cut cut, Currency currency,
               const Channels& worksheet, Costs costs) {
  Table table(filter, cut, worksheet);
  for (const sql::CutSums& sums : sql::by_cut(figures, filter, cut, currency))
    table.add(sums, costs);
  if (!bears_worksheet(filter)) return table;
  for (const auto& [channel, of_channel] : costs)
    table.bear(channel, of_channel);
  return table;
}

ProfitAndLoss sum_of(const Table& table) {
  ProfitAndLoss sum = table.shared();
  for (const ProfitRow& row : table.rows())
    sum = sum + row.profit;
  return sum;
}

std::vector<AgentHour> hours_of(const Costs& costs) {
  std::vector<AgentHour> hours;
  for (const auto& [channel, of_channel] : costs) {
    if (of_channel.seconds() > 0) hours.push_back(of_channel.hour());
  }
  return hours;
}

}  // namespace

bool bears_worksheet(const ProfitFilter& filter) {
  return bears_cost(filter) && !filter.country;
}

ProfitAndLoss profit_of(const Sales& sales, const Burden& burden) {
  ProfitAndLoss one{.orders = sales.orders,
                    .units = {sales.quantity},
                    .vat = sales.sold_vat - sales.refunded_vat,
                    .sales = sales.sold,
                    .refunds = sales.refunded,
                    .net_revenue = sales.sold - sales.refunded,
                    .goods_sold = sales.goods_sold,
                    .goods_back = sales.goods_back,
                    .channel_fees = sales.channel_fees,
                    .payment_fees = sales.payment_fees,
                    .transport = sales.transport,
                    .handling = sales.handling,
                    .agents = burden.agents,
                    .media = sales.media + burden.media,
                    .people = burden.people,
                    .fixed = burden.fixed,
                    .without_cost = sales.without_cost};
  one.payable = one.net_revenue + one.vat;
  one.gross_margin = one.net_revenue - one.goods_sold + one.goods_back;
  one.order_margin =
      one.gross_margin - one.channel_fees - one.payment_fees - one.transport - one.handling;
  one.contribution = one.order_margin - one.agents - one.media;
  one.result = one.contribution - one.people - one.fixed;
  return one;
}

ProfitAndLoss operator+(const ProfitAndLoss& a, const ProfitAndLoss& b) {
  ProfitAndLoss sum = a;
  boost::mp11::mp_for_each<FieldsOf<ProfitAndLoss>>(
      [&](auto field) { sum.*field.pointer = sum.*field.pointer + b.*field.pointer; });
  return sum;
}

Result<Profit> profit(Snapshot& figures, const ProfitFilter& filter, Cut cut, Currency currency,
                      const Channels& worksheet) {
  const Costs costs = TRY(costs_of(figures, filter, currency, worksheet));
  const Table table = table_of(figures, filter, cut, currency, worksheet, costs);
  // Rows do not tell how many orders there are: one may be in several.
  const bool whole = cut == Cut::channel;
  return Profit{
      .total = sum_of(whole ? table
                            : table_of(figures, filter, Cut::channel, currency, worksheet, costs)),
      .rows = table.rows(),
      .shared = cut == Cut::segment ? ProfitAndLoss{} : table.shared(),
      .hours = hours_of(costs)};
}

Result<std::vector<ChannelCost>> costs_beside_orders(Snapshot& figures, Date from, Date to,
                                                     Currency currency, const Channels& worksheet) {
  ProfitFilter filter;
  filter.from = from;
  filter.to = to;
  std::vector<ChannelCost> costs;
  for (const ProfitRow& row :
       TRY(profit(figures, filter, Cut::channel, currency, worksheet)).rows) {
    const auto channel = parse_id<ChannelIdTag>(row.key);
    const ProfitAndLoss& one = row.profit;
    if (channel) costs.push_back({*channel, one.agents + one.media + one.people + one.fixed});
  }
  return costs;
}

std::vector<OrderProfit> profit_by_order(Snapshot& figures, const ProfitFilter& filter,
                                         Currency currency, std::optional<Place> after,
                                         std::int64_t limit) {
  std::vector<OrderProfit> orders;
  for (const auto& row : sql::by_order(figures, filter, currency, after.value_or(Place{}), limit)) {
    orders.push_back({row.sale, row.channel, row.ts, row.event, row.day, row});
  }
  return orders;
}

}  // namespace sluis::measures
