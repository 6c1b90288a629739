#include "measures/routes_profit.h"

#include <algorithm>

#include "measures/profit_rows.h"
#include "measures/routes_asked.h"
#include "platform/export/download.h"

namespace sluis::measures {
namespace {

using api::Call;
using api::Stores;

constexpr std::int64_t kRowsMost = 500;
constexpr std::int64_t kExportedMost = 100'000;

struct ProfitInput : PeriodInput {
  std::optional<ChannelId> channel;
  std::optional<Line<1, 200>> campaign;
  std::optional<Line<1, 200>> product;
  std::optional<Line<2, 2>> country;
  std::optional<MembersOf> segment;
  std::optional<Currency> currency;
};
BOOST_DESCRIBE_STRUCT(ProfitInput, (PeriodInput),
                      (channel, campaign, product, country, segment, currency))

struct CutInput : ProfitInput {
  std::optional<Cut> by;  // else by channel
  std::optional<Compare> compare;
};
BOOST_DESCRIBE_STRUCT(CutInput, (ProfitInput), (by, compare))

struct OrdersInput : ProfitInput {
  std::optional<Place> after;
  std::optional<Whole<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(OrdersInput, (ProfitInput), (after, limit))

struct RowOut : ProfitAndLoss {
  std::string key;
  std::optional<ProfitAndLoss> before;  // in the period it is compared with
};
BOOST_DESCRIBE_STRUCT(RowOut, (ProfitAndLoss), (key, before))

struct ProfitOut : About {
  std::optional<PeriodInput> compared;
  ProfitAndLoss total;
  std::optional<ProfitAndLoss> before;
  std::vector<RowOut> rows;  // the five hundred with the most net revenue
  ProfitAndLoss others;      // of those that are not among them
  ProfitAndLoss shared;      // what no row bears
  bool overlapping = false;  // somebody may be in several rows, or in none
  bool worksheet = true;     // whether what channels cost by themselves is in it
  std::vector<AgentHour> hours;
};
BOOST_DESCRIBE_STRUCT(ProfitOut, (About),
                      (compared, total, before, rows, others, shared, overlapping, worksheet,
                       hours))

struct OrderOut : Sales {
  std::string order;
  ChannelId channel;
  Date day;
  Micro order_margin;
};
BOOST_DESCRIBE_STRUCT(OrderOut, (Sales), (order, channel, day, order_margin))

// What is asked, with what is needed to answer it.
struct Asked {
  ProfitFilter filter;
  Setting known;
  About about;
};

Result<Asked> asked_of(Stores& stores, const ProfitInput& in) {
  Asked asked{.filter = {}, .known = TRY(setting_of(stores)), .about = {}};
  static_cast<Filter&>(asked.filter) = TRY(checked(stores,
                                                   {.from = in.from,
                                                    .to = in.to,
                                                    .channel = in.channel,
                                                    .kind = {},
                                                    .campaign = text_of(in.campaign),
                                                    .product = text_of(in.product)},
                                                   in.segment));
  asked.filter.country = text_of(in.country);
  TRY_VOID(describe(asked.about, stores, asked.filter, in.currency, asked.known));
  return asked;
}

Result<Profit> profit_over(Stores& stores, const Asked& asked, const Filter& period, Cut cut) {
  ProfitFilter filter = asked.filter;
  filter.from = period.from;
  filter.to = period.to;
  return profit(stores.figures, filter, cut, asked.about.currency, asked.known.worksheet);
}

void put_rows(ProfitOut& out, const Profit& profit) {
  for (const ProfitRow& row : profit.rows) {
    if (std::ssize(out.rows) < kRowsMost) {
      out.rows.push_back({row.profit, row.key, {}});
    } else {
      out.others = out.others + row.profit;
    }
  }
}

bool is_time(Cut cut) {
  return cut == Cut::day || cut == Cut::week || cut == Cut::month;
}

// What each row was then; the days of then have other names, and take the places of those of now.
void put_beside(ProfitOut& out, const Profit& before, Cut cut) {
  out.before = before.total;
  for (std::size_t i = 0; i < out.rows.size(); ++i) {
    out.rows[i].before = ProfitAndLoss{};
    const auto same = std::ranges::find(before.rows, out.rows[i].key, &ProfitRow::key);
    if (is_time(cut) && i < before.rows.size()) {
      out.rows[i].before = before.rows[i].profit;
    } else if (!is_time(cut) && same != before.rows.end()) {
      out.rows[i].before = same->profit;
    }
  }
}

Cut cut_of(const CutInput& in) {
  return in.by.value_or(Cut::channel);
}

Result<ProfitOut> statement(Stores& stores, const Call&, const CutInput& in) {
  const Cut cut = cut_of(in);
  const Asked asked = TRY(asked_of(stores, in));
  const Profit now = TRY(profit_over(stores, asked, asked.filter, cut));
  ProfitOut out;
  static_cast<About&>(out) = asked.about;
  out.total = now.total;
  out.shared = now.shared;
  out.overlapping = cut == Cut::segment;
  out.worksheet = bears_worksheet(asked.filter);
  out.hours = now.hours;
  put_rows(out, now);
  if (const auto compared = compared_with(asked.filter, in.compare)) {
    out.compared = PeriodInput{compared->from, compared->to};
    put_beside(out, TRY(profit_over(stores, asked, *compared, cut)), cut);
  }
  return out;
}

Result<api::Page<OrderOut>> orders(Stores& stores, const Call&, const OrdersInput& in) {
  const Asked asked = TRY(asked_of(stores, in));
  const std::int64_t limit = in.limit.value_or(Whole<1, 500>{100}).number;
  auto found =
      profit_by_order(stores.figures, asked.filter, asked.about.currency, in.after, limit + 1);
  api::Page<OrderOut> page;
  if (std::ssize(found) > limit) {
    found.pop_back();
    page.next = TextForm<Place>::print({found.back().ts, found.back().event});
  }
  for (const OrderProfit& one : found) {
    page.items.push_back(
        {one.sales, one.order, one.channel, one.day, profit_of(one.sales, {}).order_margin});
  }
  return page;
}

template <exporting::Form form>
Result<api::Download> export_statement(Stores& stores, const Call&, const CutInput& in) {
  const Cut cut = cut_of(in);
  const Asked asked = TRY(asked_of(stores, in));
  const Profit now = TRY(profit_over(stores, asked, asked.filter, cut));
  return exporting::download_of(form, "profit", table_of(now, cut, asked.known.worksheet));
}

template <exporting::Form form>
Result<api::Download> export_orders(Stores& stores, const Call&, const ProfitInput& in) {
  const Asked asked = TRY(asked_of(stores, in));
  const auto found = profit_by_order(stores.figures, asked.filter, asked.about.currency,
                                     std::nullopt, kExportedMost);
  return exporting::download_of(form, "profit-orders", table_of(found, asked.known.worksheet));
}

std::vector<api::Route> routes_of_files() {
  using http::Method;
  auto refusals = refusals_of_figures();
  refusals.push_back(&kind_of(exporting::ExportRefusal::not_written));
  return {{.operation = "measures.profit_csv",
           .method = Method::get,
           .path = "/api/v1/measures/profit/csv",
           .summary = {"Profit and loss as CSV.", "De winst-en-verliesrekening als CSV."},
           .allow = kReaders,
           .handler = api::query(export_statement<exporting::Form::csv>),
           .limits = kOfFile,
           .refusals = refusals,
           .content_type = exporting::media_type(exporting::Form::csv)},
          {.operation = "measures.profit_xlsx",
           .method = Method::get,
           .path = "/api/v1/measures/profit/xlsx",
           .summary = {"The same as a spreadsheet.", "Hetzelfde als rekenblad."},
           .allow = kReaders,
           .handler = api::query(export_statement<exporting::Form::xlsx>),
           .limits = kOfFile,
           .refusals = refusals,
           .content_type = exporting::media_type(exporting::Form::xlsx)},
          {.operation = "measures.profit_orders_csv",
           .method = Method::get,
           .path = "/api/v1/measures/profit/orders/csv",
           .summary = {"The orders behind it as CSV: the latest hundred thousand.",
                       "De orders erachter als CSV: de laatste honderdduizend."},
           .allow = kReaders,
           .handler = api::query(export_orders<exporting::Form::csv>),
           .limits = kOfFile,
           .refusals = refusals,
           .content_type = exporting::media_type(exporting::Form::csv)},
          {.operation = "measures.profit_orders_xlsx",
           .method = Method::get,
           .path = "/api/v1/measures/profit/orders/xlsx",
           .summary = {"The same as a spreadsheet.", "Hetzelfde als rekenblad."},
           .allow = kReaders,
           .handler = api::query(export_orders<exporting::Form::xlsx>),
           .limits = kOfFile,
           .refusals = refusals,
           .content_type = exporting::media_type(exporting::Form::xlsx)}};
}

}  // namespace

std::vector<api::Route> profit_routes() {
  using http::Method;
  const auto refusals = refusals_of_figures();
  std::vector<api::Route> routes = {
      {.operation = "measures.profit",
       .method = Method::get,
       .path = "/api/v1/measures/profit",
       .summary = {"What is left of what is sold, level by level, per channel, segment, campaign, "
                   "country, partner, product or stretch of time.",
                   "Wat er overblijft van wat verkocht wordt, niveau voor niveau, per kanaal, "
                   "segment, campagne, land, partner, product of tijdvak."},
       .allow = kReaders,
       .handler = api::query(statement),
       .refusals = refusals},
      {.operation = "measures.profit_orders",
       .method = Method::get,
       .path = "/api/v1/measures/profit/orders",
       .summary = {"The orders behind profit and loss, the latest first.",
                   "De orders achter de winst-en-verliesrekening, de laatste eerst."},
       .allow = kReaders,
       .handler = api::query(orders),
       .refusals = refusals}};
  std::ranges::move(routes_of_files(), std::back_inserter(routes));
  return routes;
}

}  // namespace sluis::measures
