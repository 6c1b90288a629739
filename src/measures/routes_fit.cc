#include "measures/routes_fit.h"

#include "measures/fit_rows.h"
#include "measures/routes_asked.h"
#include "platform/export/download.h"

namespace sluis::measures {
namespace {

using api::Call;
using api::Stores;

using FitDays = Whole<1, 365>;
constexpr FitDays kUsualDays{30};

constexpr Text kFitDefinition{
    "Customers who were seen in a phase on a channel in the period; of those, who ordered on any "
    "channel from the first time that they were there until {0} days after it; and the margin on "
    "these orders, net of VAT and of the cost of goods. Planned: the worksheet has the channel "
    "live "
    "for that phase. Somebody can be in several places, so they do not add up, and none of it says "
    "what a change would bring.",
    "Klanten die in de periode in een fase op een kanaal gezien zijn; wie van hen op enig kanaal "
    "bestelde, van de eerste keer dat zij er waren tot {0} dagen erna; en de marge op die orders, "
    "zonder btw en na de kostprijs. Gepland: het werkblad heeft het kanaal live voor die fase. "
    "Iemand kan op meer plaatsen zijn, dus ze tellen niet op, en niets ervan zegt wat een "
    "verandering zou brengen."};

struct FitInput : PeriodInput {
  std::optional<ChannelId> channel;
  std::optional<MembersOf> segment;
  std::optional<Currency> currency;
  std::optional<FitDays> within;  // in which an order counts; 30
};
BOOST_DESCRIBE_STRUCT(FitInput, (PeriodInput), (channel, segment, currency, within))

struct FitOut : About {
  std::int64_t within = 0;  // days
  std::string definition;
  std::vector<FitCell> cells;
  std::vector<Misfit> misfits;
};
BOOST_DESCRIBE_STRUCT(FitOut, (About), (within, definition, cells, misfits))

struct FitCustomersInput : PeriodInput {
  ChannelId channel;
  channels::Phase phase = channels::Phase::awareness;
  std::optional<MembersOf> segment;
  std::optional<Currency> currency;
  std::optional<FitDays> within;
  std::optional<CustomerId> after;
  std::optional<Whole<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(FitCustomersInput, (PeriodInput),
                      (channel, phase, segment, currency, within, after, limit))

struct AskedFit {
  Filter filter;
  Setting known;
  About about;
  std::int64_t within = 0;
};

Result<AskedFit> asked_of(Stores& stores, const FitInput& in) {
  AskedFit asked{.within = in.within.value_or(kUsualDays).number};
  asked.filter =
      TRY(checked(stores, {.from = in.from, .to = in.to, .channel = in.channel}, in.segment));
  asked.known = TRY(setting_of(stores));
  TRY_VOID(describe(asked.about, stores, asked.filter, in.currency, asked.known));
  return asked;
}

Result<Fit> fit_of(Stores& stores, const AskedFit& asked) {
  return fit(stores.figures, asked.filter, asked.within, asked.about.currency,
             asked.known.worksheet);
}

Result<FitOut> get_fit(Stores& stores, const Call& call, const FitInput& in) {
  const AskedFit asked = TRY(asked_of(stores, in));
  Fit found = TRY(fit_of(stores, asked));
  FitOut out;
  static_cast<About&>(out) = asked.about;
  out.within = asked.within;
  out.definition = Message(kFitDefinition, std::to_string(asked.within)).in(call.language);
  out.cells = std::move(found.cells);
  out.misfits = std::move(found.misfits);
  return out;
}

Result<api::Page<FitCustomer>> get_fit_customers(Stores& stores, const Call&,
                                                 const FitCustomersInput& in) {
  const AskedFit asked =
      TRY(asked_of(stores, {{in.from, in.to}, {}, in.segment, in.currency, in.within}));
  const std::int64_t limit = in.limit.value_or(Whole<1, 500>{100}).number;
  api::Page<FitCustomer> page;
  page.items = fit_customers(stores.figures, asked.filter, asked.within, asked.about.currency,
                             {in.channel, in.phase}, in.after.value_or(CustomerId{}), limit + 1);
  if (std::ssize(page.items) > limit) {
    page.items.pop_back();
    page.next = to_string(page.items.back().customer);
  }
  return page;
}

Result<Segments> segments_of(Stores& stores) {
  return stores.store.snapshot(
      [](store::Snapshot& snapshot) -> Result<Segments> { return segments::all(snapshot); });
}

template <exporting::Form form>
Result<api::Download> export_cells(Stores& stores, const Call&, const FitInput& in) {
  const AskedFit asked = TRY(asked_of(stores, in));
  const Fit found = TRY(fit_of(stores, asked));
  return exporting::download_of(
      form, "fit", table_of(found.cells, asked.known.worksheet, TRY(segments_of(stores))));
}

template <exporting::Form form>
Result<api::Download> export_misfits(Stores& stores, const Call&, const FitInput& in) {
  const AskedFit asked = TRY(asked_of(stores, in));
  const Fit found = TRY(fit_of(stores, asked));
  return exporting::download_of(
      form, "mismatches", table_of(found.misfits, asked.known.worksheet, TRY(segments_of(stores))));
}

constexpr Text kCellsFile{
    "The fit of channels as a file: a row for each segment, phase and channel.",
    "De passing van kanalen als bestand: een regel per segment, fase en "
    "kanaal."};
constexpr Text kMisfitsFile{"The mismatches as a file, what is about most money first.",
                            "De mismatches als bestand, waar het meeste geld om gaat eerst."};

template <exporting::Form form, class Handler>
api::Route file_route(std::string_view operation, std::string_view path, const Text& summary,
                      Handler handler) {
  auto refusals = refusals_of_figures();
  refusals.push_back(&kind_of(exporting::ExportRefusal::not_written));
  return {.operation = operation,
          .method = http::Method::get,
          .path = path,
          .summary = summary,
          .allow = kReaders,
          .handler = api::query(handler),
          .limits = kOfFile,
          .refusals = std::move(refusals),
          .content_type = exporting::media_type(form)};
}

}  // namespace

std::vector<api::Route> fit_routes() {
  using exporting::Form;
  using http::Method;
  return {{.operation = "measures.fit",
           .method = Method::get,
           .path = "/api/v1/measures/fit",
           .summary = {"Where customers of each segment are in each phase and who of them buys, "
                       "beside what the worksheet plans, and the mismatches by money.",
                       "Waar klanten van elk segment in elke fase zijn en wie van hen koopt, naast "
                       "wat het werkblad plant, en de mismatches naar geld."},
           .allow = kReaders,
           .handler = api::query(get_fit),
           .refusals = refusals_of_figures()},
          {.operation = "measures.fit_customers",
           .method = Method::get,
           .path = "/api/v1/measures/fit/customers",
           .summary = {"Who was in a phase on a channel, and what they ordered after it.",
                       "Wie in een fase op een kanaal was, en wat zij erna bestelden."},
           .allow = kReaders,
           .handler = api::query(get_fit_customers),
           .refusals = refusals_of_figures()},
          file_route<Form::csv>("measures.fit_csv", "/api/v1/measures/fit/csv", kCellsFile,
                                export_cells<Form::csv>),
          file_route<Form::xlsx>("measures.fit_xlsx", "/api/v1/measures/fit/xlsx", kCellsFile,
                                 export_cells<Form::xlsx>),
          file_route<Form::csv>("measures.mismatches_csv", "/api/v1/measures/fit/mismatches/csv",
                                kMisfitsFile, export_misfits<Form::csv>),
          file_route<Form::xlsx>("measures.mismatches_xlsx", "/api/v1/measures/fit/mismatches/xlsx",
                                 kMisfitsFile, export_misfits<Form::xlsx>)};
}

}  // namespace sluis::measures
