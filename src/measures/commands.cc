#include "measures/commands.h"

#include <filesystem>

#include "company/company.h"
#include "events/events.h"
#include "measures/fit_rows.h"
#include "measures/outlook_rows.h"
#include "measures/profit_rows.h"
#include "platform/command/rows.h"
#include "platform/export/table_file.h"
#include "segments/segments.h"

namespace sluis::measures {
namespace {

using command::Invocation;
using command::Kind;
using command::Option;
using command::Output;

using FitDays = Whole<1, 365>;

constexpr std::chrono::minutes kPatience{10};
constexpr Text kExported{"{0} rows in {1}", "{0} regels in {1}"};

Result<Filter> period_of(const Invocation& args) {
  Filter filter{.from = args.as<Date>("from"), .to = args.as<Date>("to")};
  TRY_VOID(check(filter));
  return filter;
}

// Brings everything up to what was acknowledged; who is in a segment follows from the figures of
// customers.
Result<void> bring_up(const Invocation& args, bool of_segments) {
  if (of_segments)
    return segments::bring_up(args.store(), args.analytics(), args.clock().now(), args.cancel());
  TRY_VOID(events::ship_all(args.store(), args.analytics(), args.cancel()));
  return {};
}

Result<std::optional<SegmentId>> segment_of(const Invocation& args) {
  using Found = Result<std::optional<SegmentId>>;
  const auto asked = args.find<std::string>("segment");
  if (!asked) return std::nullopt;
  return args.store().snapshot([&](store::Snapshot& snapshot) -> Found {
    return TRY(segments::named(snapshot, *asked)).id;
  });
}

// What a command asks for, once everything that was acknowledged before it is in the figures.
struct Question {
  Filter filter;
  Currency currency;
  Channels worksheet;
};

// Calls ask(figures, question).
template <class Ask>
Result<void> over_figures(Invocation& args, bool of_segments, Ask&& ask) {
  Filter filter = TRY(period_of(args));
  filter.segment = TRY(segment_of(args));
  TRY_VOID(bring_up(args, of_segments || filter.segment));
  Setting known = TRY(args.store().snapshot(
      [](store::Snapshot& snapshot) -> Result<Setting> { return setting(snapshot); }));
  return args.analytics().snapshot(
      [&](analytics::Snapshot& figures) -> Result<void> {
        const Currency currency = TRY(currency_of(currencies(figures, filter.from, filter.to),
                                                  args.find<Currency>("currency"), known.currency));
        return ask(figures,
                   Question{filter, currency, charged(figures, std::move(known.worksheet))});
      },
      kPatience, args.cancel());
}

// Gives `take` the rows that the command asks for, and the currency of their money.
template <class Take>
Result<void> take_figures(Invocation& args, Take&& take) {
  return over_figures(args, false, [&](analytics::Snapshot& figures, const Question& asked) {
    return with_rows(args.as<By>("by"), figures, asked.filter, asked.currency, asked.worksheet,
                     [&](const auto& rows) { return take(rows, asked.currency); });
  });
}

Result<void> print_profit(Invocation& args) {
  const Cut cut = args.as<Cut>("by");
  const auto print = [&](analytics::Snapshot& figures, const Question& asked) -> Result<void> {
    const Profit found =
        TRY(profit(figures, {asked.filter, {}}, cut, asked.currency, asked.worksheet));
    auto rows = table_of(found, cut, asked.worksheet);
    if (args.format() != command::Format::json) {
      for (ProfitColumns& row : rows)
        row = shown(row, asked.currency);
    }
    command::print_rows(args, rows);
    return {};
  };
  return over_figures(args, cut == Cut::segment, print);
}

Result<void> print_kpis(Invocation& args) {
  return take_figures(args, [&](auto rows, Currency currency) -> Result<void> {
    if (args.format() != command::Format::json) {
      for (auto& row : rows)
        row = shown(row, currency);
    }
    command::print_rows(args, rows);
    return {};
  });
}

Result<void> print_outlook(Invocation& args) {
  const Date today = TRY(args.store().snapshot([&](store::Snapshot& snapshot) -> Result<Date> {
    return company::today(company::settings(snapshot).settings, args.clock().now());
  }));
  return over_figures(args, false,
                      [&](analytics::Snapshot& figures, const Question& asked) -> Result<void> {
                        const Outlook found =
                            outlook(figures, asked.filter, today, asked.currency, asked.worksheet);
                        command::print_rows(args, table_of(found, asked.worksheet));
                        return {};
                      });
}

// The cells, or the mismatches among them.
Result<void> print_fit(Invocation& args) {
  const Segments segments = TRY(args.store().snapshot(
      [](store::Snapshot& snapshot) -> Result<Segments> { return segments::all(snapshot); }));
  const std::int64_t within = args.as<FitDays>("within").number;
  return over_figures(
      args, true, [&](analytics::Snapshot& figures, const Question& asked) -> Result<void> {
        const Fit found = TRY(fit(figures, asked.filter, within, asked.currency, asked.worksheet));
        if (args.flag("mismatches")) {
          command::print_rows(args, table_of(found.misfits, asked.worksheet, segments));
        } else {
          command::print_rows(args, table_of(found.cells, asked.worksheet, segments));
        }
        return {};
      });
}

template <class Row>
Result<std::unique_ptr<exporting::TableFile>> file_for(const Invocation& args) {
  return exporting::TableFile::create(args.as<exporting::Form>("form"), args.text("file"),
                                      exporting::columns_of<Row>());
}

void say_exported(Invocation& args, std::int64_t rows) {
  args.say({kExported, std::to_string(rows), args.text("file")});
}

Result<void> export_kpis(Invocation& args) {
  return take_figures(args, [&]<class Row>(const std::vector<Row>& rows, Currency) -> Result<void> {
    const auto file = TRY(file_for<Row>(args));
    for (const Row& row : rows)
      TRY_VOID(write_row(*file, row));
    TRY_VOID(file->finish());
    say_exported(args, std::ssize(rows));
    return {};
  });
}

// Day by day, so that memory does not grow with the period.
Result<void> export_events(Invocation& args) {
  const Filter filter = TRY(period_of(args));
  TRY_VOID(events::ship_all(args.store(), args.analytics(), args.cancel()));
  const auto file = TRY(file_for<ExportedFact>(args));
  std::int64_t rows = 0;
  for (Date day = filter.from; day < filter.to; day = day + std::chrono::days(1)) {
    if (args.cancelled()) return refuse(command::CommandRefusal::cancelled);
    const auto facts = TRY(args.analytics().snapshot(
        [&](analytics::Snapshot& figures) -> Result<std::vector<ExportedFact>> {
          return facts_of_day(figures, day);
        },
        kPatience, args.cancel()));
    for (const ExportedFact& fact : facts)
      TRY_VOID(write_row(*file, fact));
    rows += std::ssize(facts);
    args.progress(day - filter.from + 1, filter.to - filter.from);
  }
  TRY_VOID(file->finish());
  say_exported(args, rows);
  return {};
}

const Option kFrom{.name = "from",
                   .value = "DAY",
                   .help = {"the first day, such as 2026-01-01", "de eerste dag, zoals 2026-01-01"},
                   .type = command::of<Date>,
                   .required = true};
const Option kTo{.name = "to",
                 .value = "DAY",
                 .help = {"the day after the last one", "de dag na de laatste"},
                 .type = command::of<Date>,
                 .required = true};
const Option kBy{.name = "by",
                 .value = "WHAT",
                 .help = {"a row for each of these", "een regel voor elk hiervan"},
                 .type = command::of<By>,
                 .fallback = "channel"};
const Option kCut{.name = "by",
                  .value = "WHAT",
                  .help = {"a row for each of these", "een regel voor elk hiervan"},
                  .type = command::of<Cut>,
                  .fallback = "channel"};
const Option kCurrency{.name = "currency",
                       .value = "CODE",
                       .help = {"where there is money in several, such as EUR",
                                "waar er geld in meer valuta's is, zoals EUR"},
                       .type = command::of<Currency>};
const Option kSegment{
    .name = "segment",
    .value = "SEGMENT",
    .help = {"code or id: only what those did who are in it now; without the cost of channels",
             "code of id: alleen wat wie er nu in zit deed; zonder de kosten van kanalen"}};
const Option kWithin{
    .name = "within",
    .value = "DAYS",
    .help = {"in which an order counts for a place", "waarin een order telt voor een plaats"},
    .type = command::of<FitDays>,
    .fallback = "30"};
const Option kMismatches{.name = "mismatches",
                         .help = {"only where it differs from the worksheet, by money",
                                  "alleen waar het van het werkblad verschilt, naar geld"},
                         .kind = Kind::flag};
const Option kForm{.name = "form",
                   .value = "FORM",
                   .help = {"of the file", "van het bestand"},
                   .type = command::of<exporting::Form>,
                   .fallback = "csv"};
const Option kFile{.name = "file",
                   .value = "FILE",
                   .help = {"what is written; must not be there yet",
                            "wat geschreven wordt; mag er nog niet zijn"},
                   .kind = Kind::file_out,
                   .required = true};

}  // namespace

std::vector<command::Command> commands() {
  return {{.name = "kpi",
           .summary = {"Print orders, units, revenue, margin and cost over a period.",
                       "Toon orders, stuks, omzet, marge en kosten over een periode."},
           .options = {kBy, kFrom, kTo, kCurrency, kSegment},
           .output = Output::rows,
           .run = print_kpis},
          {.name = "profit",
           .summary = {"Print what is left of what is sold: from what buyers pay to the result.",
                       "Toon wat er overblijft van wat verkocht is: van wat kopers betalen tot het "
                       "resultaat."},
           .options = {kCut, kFrom, kTo, kCurrency, kSegment},
           .output = Output::rows,
           .run = print_profit},
          {.name = "outlook",
           .summary = {"Print what was wanted of a period, what came of it so far and what is "
                       "expected of the whole.",
                       "Toon wat er van een periode gewenst was, wat er tot nu toe van kwam en wat "
                       "er van het geheel verwacht wordt."},
           .options = {kFrom, kTo, kCurrency, kSegment},
           .output = Output::rows,
           .run = print_outlook},
          {.name = "fit",
           .summary = {"Print where customers are in each phase and who of them buys, beside what "
                       "the worksheet plans.",
                       "Toon waar klanten in elke fase zijn en wie van hen koopt, naast wat het "
                       "werkblad plant."},
           .options = {kFrom, kTo, kCurrency, kSegment, kWithin, kMismatches},
           .output = Output::rows,
           .run = print_fit},
          {.name = "export kpi",
           .summary = {"Write the figures of a period as CSV, Parquet or a spreadsheet.",
                       "Schrijf de cijfers van een periode als CSV, Parquet of rekenblad."},
           .options = {kBy, kFrom, kTo, kCurrency, kSegment, kForm},
           .positionals = {kFile},
           .run = export_kpis},
          {.name = "export events",
           .summary = {"Write the events of a period as CSV, Parquet or a spreadsheet.",
                       "Schrijf de gebeurtenissen van een periode als CSV, Parquet of rekenblad."},
           .options = {kFrom, kTo, kForm},
           .positionals = {kFile},
           .run = export_events}};
}

}  // namespace sluis::measures
