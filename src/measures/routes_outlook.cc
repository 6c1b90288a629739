#include "measures/routes_outlook.h"

#include "company/company.h"
#include "measures/outlook_rows.h"
#include "measures/routes_asked.h"
#include "platform/export/download.h"

namespace sluis::measures {
namespace {

using api::Call;
using api::Stores;

constexpr Text kOutlookDefinition{
    "Every day to come is expected to be as the mean of the same weekday over the last eight "
    "weeks, or since the first of them with a sale; in 95 of 100 cases the period ends within the "
    "range if days go on as they lately did. It begins below what came so far only where days of "
    "those weeks took off more than they brought, by returns. Growth and seasons are not in it.",
    "Elke dag die komt wordt verwacht als het gemiddelde van dezelfde weekdag over de laatste acht "
    "weken, of sinds de eerste ervan met een verkoop; in 95 van de 100 gevallen eindigt de periode "
    "binnen het bereik als de dagen doorgaan zoals ze de laatste tijd gingen. Het begint alleen "
    "onder wat er tot nu toe kwam als dagen in die weken door retouren meer afnamen dan ze "
    "brachten. Groei en seizoenen zitten er niet in."};

struct OutlookInput : PeriodInput {
  std::optional<ChannelId> channel;
  std::optional<Currency> currency;
};
BOOST_DESCRIBE_STRUCT(OutlookInput, (PeriodInput), (channel, currency))

struct OutlookOut : About {
  std::string definition;
  Date today;
  std::int64_t days_left = 0;
  std::vector<OutlookRow> rows;
};
BOOST_DESCRIBE_STRUCT(OutlookOut, (About), (definition, today, days_left, rows))

struct FoundOutlook {
  About about;
  Outlook outlook;
  Channels worksheet;
};

Result<FoundOutlook> outlook_of(Stores& stores, const Call& call, const OutlookInput& in) {
  const Filter filter =
      TRY(checked(stores, {.from = in.from, .to = in.to, .channel = in.channel}, {}));
  const Setting known = TRY(setting_of(stores));
  FoundOutlook found{.about = {}, .outlook = {}, .worksheet = known.worksheet};
  TRY_VOID(describe(found.about, stores, filter, in.currency, known));
  const Date today = TRY(stores.store.snapshot([&](store::Snapshot& snapshot) -> Result<Date> {
    return company::today(company::settings(snapshot).settings, call.now);
  }));
  found.outlook = outlook(stores.figures, filter, today, found.about.currency, known.worksheet);
  return found;
}

Result<OutlookOut> get_outlook(Stores& stores, const Call& call, const OutlookInput& in) {
  FoundOutlook found = TRY(outlook_of(stores, call, in));
  OutlookOut out;
  static_cast<About&>(out) = found.about;
  out.definition = kOutlookDefinition.in(call.language);
  out.today = found.outlook.today;
  out.days_left = found.outlook.days_left;
  out.rows = std::move(found.outlook.rows);
  return out;
}

template <exporting::Form form>
Result<api::Download> export_outlook(Stores& stores, const Call& call, const OutlookInput& in) {
  const FoundOutlook found = TRY(outlook_of(stores, call, in));
  return exporting::download_of(form, "outlook", table_of(found.outlook, found.worksheet));
}

constexpr Text kOutlookFile{"The outlook as a file: a row for each KPI and channel.",
                            "De vooruitblik als bestand: een regel per KPI en kanaal."};

api::Route outlook_file(std::string_view operation, std::string_view path, exporting::Form form,
                        api::Handler handler) {
  auto refusals = refusals_of_figures();
  refusals.push_back(&kind_of(exporting::ExportRefusal::not_written));
  return {.operation = operation,
          .method = http::Method::get,
          .path = path,
          .summary = kOutlookFile,
          .allow = kReaders,
          .handler = std::move(handler),
          .limits = kOfFile,
          .refusals = std::move(refusals),
          .content_type = exporting::media_type(form)};
}

}  // namespace

std::vector<api::Route> outlook_routes() {
  using exporting::Form;
  return {{.operation = "measures.outlook",
           .method = http::Method::get,
           .path = "/api/v1/measures/outlook",
           .summary = {"What was wanted of a period, what came of it so far and what is expected "
                       "of the whole, per KPI and channel.",
                       "Wat er van een periode gewenst was, wat er tot nu toe van kwam en wat er "
                       "van het geheel verwacht wordt, per KPI en kanaal."},
           .allow = kReaders,
           .handler = api::query(get_outlook),
           .refusals = refusals_of_figures()},
          outlook_file("measures.outlook_csv", "/api/v1/measures/outlook/csv", Form::csv,
                       api::query(export_outlook<Form::csv>)),
          outlook_file("measures.outlook_xlsx", "/api/v1/measures/outlook/xlsx", Form::xlsx,
                       api::query(export_outlook<Form::xlsx>))};
}

}  // namespace sluis::measures
