#include "measures/routes.h"

#include <algorithm>

#include "measures/breakdown.h"
#include "measures/figures.h"
#include "measures/routes_asked.h"
#include "measures/routes_evidence.h"
#include "measures/routes_fit.h"
#include "measures/routes_outlook.h"
#include "measures/routes_profit.h"
#include "measures/rules.h"
#include "platform/analytics/analyst.h"
#include "platform/export/download.h"

namespace sluis::measures {
namespace {

using api::Allow;
using api::Call;
using api::Role;
using api::Stores;

constexpr Allow kAnalysts = Allow::role(Role::admin) | Allow::role(Role::analyst);

// What goes over the wire

struct StripInput : FilterInput {
  std::optional<Compare> compare;
};
BOOST_DESCRIBE_STRUCT(StripInput, (FilterInput), (compare))

struct SeriesInput : FilterInput {
  Every every = Every::day;
  std::optional<Compare> compare;
};
BOOST_DESCRIBE_STRUCT(SeriesInput, (FilterInput), (every, compare))

struct FactsInput : FilterInput {
  std::optional<Place> after;
  std::optional<Whole<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(FactsInput, (FilterInput), (after, limit))

struct PartsInput : FilterInput {
  Dimension by = Dimension::campaign;
  std::optional<Whole<1, 100>> limit;
};
BOOST_DESCRIBE_STRUCT(PartsInput, (FilterInput), (by, limit))

struct SheetInput : PeriodInput {
  std::optional<MembersOf> segment;
  std::optional<Currency> currency;
};
BOOST_DESCRIBE_STRUCT(SheetInput, (PeriodInput), (segment, currency))

struct KpiValue {
  Slug kpi;
  std::optional<std::string> value;   // in the unit of the KPI; absent where it has none
  std::optional<std::string> before;  // in the period it is compared with
};
BOOST_DESCRIBE_STRUCT(KpiValue, (), (kpi, value, before))

struct Strip : About {
  std::optional<PeriodInput> compared;
  std::vector<KpiValue> kpis;
  Figures figures;
};
BOOST_DESCRIBE_STRUCT(Strip, (About), (compared, kpis, figures))

struct ChannelPoint {
  Date starts;
  ChannelId channel;
  std::int64_t events = 0;
  std::int64_t orders = 0;
  Quantity units;
  Micro gross_revenue;
  Micro refunds;
  Micro net_revenue;
  Micro margin;
};
BOOST_DESCRIBE_STRUCT(ChannelPoint, (),
                      (starts, channel, events, orders, units, gross_revenue, refunds, net_revenue,
                       margin))

struct Point : Figures {
  Date starts;
};
BOOST_DESCRIBE_STRUCT(Point, (Figures), (starts))

struct Series : About {
  Every every = Every::day;
  std::vector<ChannelPoint> channels;
  std::vector<Point> total;
  std::vector<Point> before;  // of the period it is compared with
};
BOOST_DESCRIBE_STRUCT(Series, (About), (every, channels, total, before))

struct ChannelRow : Figures {
  ChannelId channel;
  std::optional<Figures> before;  // in the period it is compared with
};
BOOST_DESCRIBE_STRUCT(ChannelRow, (Figures), (channel, before))

struct ChannelTable : About {
  std::optional<PeriodInput> compared;
  std::vector<ChannelRow> channels;
};
BOOST_DESCRIBE_STRUCT(ChannelTable, (About), (compared, channels))

struct PartRow : Figures {
  std::string part;
};
BOOST_DESCRIBE_STRUCT(PartRow, (Figures), (part))

struct Parts : About {
  std::vector<PartRow> parts;
};
BOOST_DESCRIBE_STRUCT(Parts, (About), (parts))

struct SheetRow {
  ChannelId channel;
  Slug code;
  std::optional<channels::People> planned_reach;  // people a month
  std::int64_t reach = 0;                         // identities in the period
  std::vector<kpis::Target> targets;
  std::vector<KpiValue> kpis;
};
BOOST_DESCRIBE_STRUCT(SheetRow, (), (channel, code, planned_reach, reach, targets, kpis))

struct Sheet : About {
  std::vector<SheetRow> channels;
};
BOOST_DESCRIBE_STRUCT(Sheet, (About), (channels))

struct Freshness {
  std::optional<Instant> as_of;
  std::optional<Span> days;  // in which there is anything at all
};
BOOST_DESCRIBE_STRUCT(Freshness, (), (as_of, days))

struct ViewColumns {
  std::vector<ViewColumn> columns;
};
BOOST_DESCRIBE_STRUCT(ViewColumns, (), (columns))

struct Question {
  Prose<10'000> sql;
  std::optional<Whole<1, 10'000>> limit;
};
BOOST_DESCRIBE_STRUCT(Question, (), (sql, limit))

struct AskInput {
  Question body;
};
BOOST_DESCRIBE_STRUCT(AskInput, (), (body))

std::vector<KpiValue> kpis_of(const Figures& figures, const std::optional<Figures>& before) {
  std::vector<KpiValue> kpis;
  for (const Value& value : values_of(figures))
    kpis.push_back({{std::string(value.kpi)}, value.value, {}});
  if (!before) return kpis;
  const auto values = values_of(*before);
  for (std::size_t i = 0; i < kpis.size(); ++i)
    kpis[i].before = values[i].value;
  return kpis;
}

// Where no channel bears its cost, the KPIs that are made of it would say nothing.
void leave_out_cost(std::vector<KpiValue>& kpis) {
  std::erase_if(kpis, [](const KpiValue& one) { return needs_cost(one.kpi.text); });
}

Result<Strip> strip(Stores& stores, const Call&, const StripInput& in) {
  const Filter filter = TRY(filter_of(stores, in));
  const Setting known = TRY(setting_of(stores));
  Strip strip;
  TRY_VOID(describe(strip, stores, filter, in.currency, known));
  strip.figures = TRY(total(stores.figures, filter, strip.currency, known.worksheet));
  std::optional<Figures> before;
  if (const auto compared = compared_with(filter, in.compare)) {
    strip.compared = PeriodInput{compared->from, compared->to};
    before = TRY(total(stores.figures, *compared, strip.currency, known.worksheet));
  }
  strip.kpis = kpis_of(strip.figures, before);
  if (!bears_cost(filter)) leave_out_cost(strip.kpis);
  return strip;
}

std::vector<Point> points_of(const std::vector<DatedFigures>& figures) {
  std::vector<Point> points;
  for (const DatedFigures& one : figures)
    points.push_back({one.figures, one.starts});
  return points;
}

ChannelPoint point_of(const DatedChannelSums& row) {
  const Figures figures = figures_of(row.sums, {});
  return {row.starts,      row.channel,         figures.events,
          figures.orders,  figures.units,       figures.gross_revenue,
          figures.refunds, figures.net_revenue, figures.margin};
}

Result<Series> series(Stores& stores, const Call&, const SeriesInput& in) {
  const Filter filter = TRY(filter_of(stores, in));
  const Setting known = TRY(setting_of(stores));
  Series series;
  TRY_VOID(describe(series, stores, filter, in.currency, known));
  series.every = in.every;
  for (const auto& row : by_time_and_channel(stores.figures, filter, in.every, series.currency)) {
    series.channels.push_back(point_of(row));
  }
  const auto over = [&](const Filter& period) -> Result<std::vector<Point>> {
    return points_of(
        TRY(by_time(stores.figures, period, in.every, series.currency, known.worksheet)));
  };
  series.total = TRY(over(filter));
  if (const auto compared = compared_with(filter, in.compare)) {
    series.before = TRY(over(*compared));
  }
  return series;
}

// What happened then, beside what happens now; also on channels where nothing happens any more.
void put_beside(std::vector<ChannelRow>& rows, const std::vector<ChannelFigures>& before) {
  for (const ChannelFigures& then : before) {
    auto row = std::ranges::find(rows, then.channel, &ChannelRow::channel);
    if (row == rows.end()) row = rows.insert(row, {{}, then.channel, {}});
    row->before = then.figures;
  }
  for (ChannelRow& row : rows)
    row.before = row.before.value_or(Figures{});
}

Result<ChannelTable> channel_table(Stores& stores, const Call&, const StripInput& in) {
  const Filter filter = TRY(filter_of(stores, in));
  const Setting known = TRY(setting_of(stores));
  ChannelTable table;
  TRY_VOID(describe(table, stores, filter, in.currency, known));
  for (const auto& row : TRY(by_channel(stores.figures, filter, table.currency, known.worksheet)))
    table.channels.push_back({row.figures, row.channel, {}});
  if (const auto compared = compared_with(filter, in.compare)) {
    table.compared = PeriodInput{compared->from, compared->to};
    put_beside(table.channels,
               TRY(by_channel(stores.figures, *compared, table.currency, known.worksheet)));
  }
  return table;
}

Result<Parts> parts(Stores& stores, const Call&, const PartsInput& in) {
  const Filter filter = TRY(filter_of(stores, in));
  const Setting known = TRY(setting_of(stores));
  Parts parts;
  TRY_VOID(describe(parts, stores, filter, in.currency, known));
  const std::int64_t most = in.limit.value_or(Whole<1, 100>{10}).number;
  for (const auto& row : by_part(stores.figures, filter, in.by, parts.currency, most))
    parts.parts.push_back({row.figures, row.part});
  return parts;
}

Result<api::Page<Fact>> list_facts(Stores& stores, const Call&, const FactsInput& in) {
  const Filter filter = TRY(filter_of(stores, in));
  const std::int64_t limit = in.limit.value_or(Whole<1, 500>{100}).number;
  api::Page<Fact> page{facts(stores.figures, filter, in.currency, in.after, limit + 1), {}};
  if (std::ssize(page.items) > limit) {
    page.items.pop_back();
    const Fact& last = page.items.back();
    page.next = TextForm<Place>::print({last.ts, last.event});
  }
  return page;
}

constexpr std::int64_t kExportedMost = 100'000;

template <exporting::Form form>
Result<api::Download> export_facts(Stores& stores, const Call&, const FilterInput& in) {
  const Filter filter = TRY(filter_of(stores, in));
  const auto facts = facts_to_export(stores.figures, filter, in.currency, kExportedMost);
  return exporting::download_of(form, "events", facts);
}

// Planned beside measured: every channel of the worksheet, also where nothing was measured.
Result<Sheet> sheet(Stores& stores, const Call&, const SheetInput& in) {
  const Filter filter = TRY(checked(stores, {.from = in.from, .to = in.to}, in.segment));
  const Setting known = TRY(setting_of(stores));
  Sheet sheet;
  TRY_VOID(describe(sheet, stores, filter, in.currency, known));
  const auto measured = TRY(by_channel(stores.figures, filter, sheet.currency, known.worksheet));
  const auto reached = reach(stores.figures, filter);
  for (const channels::Channel& channel : known.worksheet) {
    SheetRow row{channel.id, channel.code, channel.reach, 0, channel.targets, {}};
    const auto seen = std::ranges::find(reached, channel.id, &Reach::channel);
    if (seen != reached.end()) row.reach = seen->identities;
    const auto found = std::ranges::find(measured, channel.id, &ChannelFigures::channel);
    row.kpis = kpis_of(found == measured.end() ? Figures{} : found->figures, {});
    sheet.channels.push_back(std::move(row));
  }
  return sheet;
}

Result<analytics::Answer> ask(Stores& stores, const Call&, const AskInput& in) {
  return analytics::answer(stores.figures, in.body.sql.text,
                           in.body.limit.value_or(Whole<1, 10'000>{1'000}).number);
}

Result<ViewColumns> list_views(Stores& stores, const Call&) {
  return ViewColumns{views(stores.figures)};
}

Result<Freshness> freshness(Stores& stores, const Call&) {
  return Freshness{as_of(stores.figures), span(stores.figures)};
}

std::vector<api::Route> figure_routes() {
  using http::Method;
  const auto of_period = refusals_of_period();
  const auto of_figures = refusals_of_figures();
  auto of_file = of_period;
  of_file.push_back(&kind_of(exporting::ExportRefusal::not_written));
  return {
      {.operation = "measures.strip",
       .method = Method::get,
       .path = "/api/v1/measures/strip",
       .summary = {"The KPIs of a period, beside those of another one.",
                   "De KPI's van een periode, naast die van een andere."},
       .allow = kReaders,
       .handler = api::query(strip),
       .refusals = of_figures},
      {.operation = "measures.series",
       .method = Method::get,
       .path = "/api/v1/measures/series",
       .summary = {"Figures per channel and day, week or month.",
                   "Cijfers per kanaal en dag, week of maand."},
       .allow = kReaders,
       .handler = api::query(series),
       .refusals = of_figures},
      {.operation = "measures.channels",
       .method = Method::get,
       .path = "/api/v1/measures/channels",
       .summary = {"Figures per channel, beside those of another period.",
                   "Cijfers per kanaal, naast die van een andere periode."},
       .allow = kReaders,
       .handler = api::query(channel_table),
       .refusals = of_figures},
      {.operation = "measures.events",
       .method = Method::get,
       .path = "/api/v1/measures/events",
       .summary = {"The events behind a figure, newest first.",
                   "De gebeurtenissen achter een cijfer, nieuwste eerst."},
       .allow = kReaders,
       .handler = api::query(list_facts),
       .refusals = of_period},
      {.operation = "measures.parts",
       .method = Method::get,
       .path = "/api/v1/measures/parts",
       .summary = {"Which campaigns, products or kinds of events bring the figures.",
                   "Welke campagnes, producten of soorten gebeurtenissen de cijfers brengen."},
       .allow = kReaders,
       .handler = api::query(parts),
       .refusals = of_figures},
      {.operation = "measures.export_csv",
       .method = Method::get,
       .path = "/api/v1/measures/events/csv",
       .summary = {"The events behind a figure as CSV: the newest hundred thousand.",
                   "De gebeurtenissen achter een cijfer als CSV: de nieuwste honderdduizend."},
       .allow = kReaders,
       .handler = api::query(export_facts<exporting::Form::csv>),
       .limits = kOfFile,
       .refusals = of_file,
       .content_type = exporting::media_type(exporting::Form::csv)},
      {.operation = "measures.export_xlsx",
       .method = Method::get,
       .path = "/api/v1/measures/events/xlsx",
       .summary = {"The same as a spreadsheet.", "Hetzelfde als rekenblad."},
       .allow = kReaders,
       .handler = api::query(export_facts<exporting::Form::xlsx>),
       .limits = kOfFile,
       .refusals = of_file,
       .content_type = exporting::media_type(exporting::Form::xlsx)},
      {.operation = "measures.worksheet",
       .method = Method::get,
       .path = "/api/v1/measures/worksheet",
       .summary = {"The worksheet with what was measured beside what was planned.",
                   "Het werkblad met wat gemeten is naast wat gepland was."},
       .allow = kReaders,
       .handler = api::query(sheet),
       .refusals = of_figures},
      {.operation = "measures.sql",
       .method = Method::post,
       .path = "/api/v1/measures/sql",
       .summary = {"Ask one SELECT of the published views (feed_…); nothing is changed.",
                   "Stel één SELECT aan de gepubliceerde weergaven (feed_…); er wijzigt niets."},
       .allow = kAnalysts,
       .handler = api::query(ask),
       .refusals = api::refuses<analytics::AnalystRefusal>()},
      {.operation = "measures.views",
       .method = Method::get,
       .path = "/api/v1/measures/sql/views",
       .summary = {"The views that can be asked, with their columns.",
                   "De weergaven die te bevragen zijn, met hun kolommen."},
       .allow = kAnalysts,
       .handler = api::query(list_views)},
      {.operation = "measures.freshness",
       .method = Method::get,
       .path = "/api/v1/measures/freshness",
       .summary = {"How far the figures are, and over which days they go.",
                   "Tot wanneer de cijfers bij zijn, en over welke dagen ze gaan."},
       .allow = kReaders,
       .handler = api::query(freshness)},
  };
}

}  // namespace

std::vector<api::Route> routes() {
  std::vector<api::Route> all = figure_routes();
  std::ranges::move(profit_routes(), std::back_inserter(all));
  std::ranges::move(evidence_routes(), std::back_inserter(all));
  std::ranges::move(fit_routes(), std::back_inserter(all));
  std::ranges::move(outlook_routes(), std::back_inserter(all));
  return all;
}

}  // namespace sluis::measures
