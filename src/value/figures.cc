#include "value/figures.h"

#include <algorithm>
#include <cmath>

#include "kernel/csv.h"
#include "kernel/json.h"

namespace sluis::value {
namespace {

using report::Drawing;
using report::Sheet;

constexpr std::size_t kTenths = 10;

constexpr Text kTitle{"What customers are worth", "Wat klanten waard zijn"};
constexpr Text kTotals{
    "n = {0} customers who bought from {1} to {2}; {3} of them came back, {4} times together.",
    "n = {0} klanten die kochten van {1} tot en met {2}; {3} van hen kwamen terug, samen {4} "
    "keer."};
constexpr Text kDefinition{
    "Purchases of one customer on one day are one; the first one of a customer does not count as a "
    "repeat. Times are in weeks.",
    "Aankopen van een klant op een dag zijn er een; de eerste van een klant telt niet als "
    "herhaling. "
    "Tijden zijn in weken."};
constexpr Text kRefunded{"{0} days on which refunds took back more than was bought are left out.",
                         "{0} dagen waarop meer werd teruggegeven dan gekocht zijn weggelaten."};
constexpr Text kModel{"Model", "Model"};
constexpr Text kParameter{"Parameter", "Parameter"};
constexpr Text kValue{"Value", "Waarde"};
constexpr Text kParameters{"What the models found", "Wat de modellen vonden"};
constexpr Text kCorrelation{
    "How often customers buy and for how much goes together with a correlation of {0}; the model "
    "of "
    "amounts takes that for 0.",
    "Hoe vaak klanten kopen en voor hoeveel hangt samen met een correlatie van {0}; het model van "
    "bedragen gaat uit van 0."};
constexpr Text kHoldOut{"Expected beside what came after", "Verwacht naast wat erna kwam"};
constexpr Text kHoldOutNote{
    "n = {0} customers over {1} weeks that the models did not see: {2} purchases, {3} expected. "
    "For "
    "{4} % of the customers the number lay in their range of 90 %.",
    "n = {0} klanten over {1} weken die de modellen niet zagen: {2} aankopen, {3} verwacht. Bij "
    "{4} % "
    "van de klanten lag het aantal in hun marge van 90 %."};
constexpr Text kRepeats{"Repeats before", "Herhalingen ervoor"};
constexpr Text kCustomers{"Customers", "Klanten"};
constexpr Text kActual{"Purchases on average", "Aankopen gemiddeld"};
constexpr Text kExpected{"Expected", "Verwacht"};
constexpr Text kTracking{"Repeat purchases week by week", "Herhaalaankopen week na week"};
constexpr Text kTrackingNote{"The model saw the weeks up to {0}.",
                             "Het model zag de weken tot en met {0}."};
constexpr Text kWeek{"Week", "Week"};
constexpr Text kTogether{"Made", "Gedaan"};
constexpr Text kAlive{"How likely customers are to be there still",
                      "Hoe waarschijnlijk klanten er nog zijn"};
constexpr Text kChance{"P(alive)", "P(actief)"};
constexpr Text kUpTo{"{0}–{1} %", "{0}–{1} %"};
constexpr Text kOrders{"Where the orders expected lie", "Waar de verwachte orders liggen"};
constexpr Text kOrdersExpected{"Orders expected", "Verwachte orders"};
constexpr Text kWorth{"Where the value expected lies", "Waar de verwachte waarde ligt"};
constexpr Text kWorthNote{
    "Customers by the value expected of them, a tenth of them at a time. This is what the models "
    "expect of who they are, not what any action would add.",
    "Klanten naar de waarde die van hen verwacht wordt, steeds een tiende van hen. Dit is wat de "
    "modellen verwachten van wie zij zijn, niet wat een actie zou toevoegen."};
constexpr Text kTenth{"Tenth of the customers", "Tiende van de klanten"};
constexpr Text kValueExpected{"Value expected", "Verwachte waarde"};

struct HoldOutFigures {
  double weeks = 0;
  double actual = 0;
  double expected = 0;
  std::optional<double> expected_pareto_nbd;
  double within_range = 0;
};
BOOST_DESCRIBE_STRUCT(HoldOutFigures, (),
                      (weeks, actual, expected, expected_pareto_nbd, within_range))

struct ValuationFigures {
  std::int64_t rows = 0;
  std::int64_t customers = 0;
  std::int64_t repeat_customers = 0;
  std::int64_t repeat_purchases = 0;
  std::int64_t days_refunded = 0;
  Date first;
  Date until;
  std::string unit = "week";
  std::optional<methods::BgNbd> bg_nbd;
  std::optional<methods::ParetoNbd> pareto_nbd;
  std::optional<methods::GammaGamma> gamma_gamma;
  double correlation_of_amount = 0;
  std::optional<std::string> no_money;
  std::optional<HoldOutFigures> hold_out;
  std::vector<std::string> problems;
};
BOOST_DESCRIBE_STRUCT(ValuationFigures, (),
                      (rows, customers, repeat_customers, repeat_purchases, days_refunded, first,
                       until, unit, bg_nbd, pareto_nbd, gamma_gamma, correlation_of_amount,
                       no_money, hold_out, problems))

std::int64_t whole(double number) {
  return static_cast<std::int64_t>(number);
}

std::string shown(double number, Language language = Language::en) {
  return report::shown(number, language);
}

Sheet hold_out_sheet(const Valuation& valuation, const HoldOut& check) {
  Sheet sheet{.name = "hold_out",
              .title = Message(kHoldOut),
              .columns = {{"repeats", Message(kRepeats)},
                          {"actual", Message(kActual)},
                          {"expected", Message(kExpected)},
                          {"customers", Message(kCustomers)}},
              .rows = {},
              .notes = {Message(kHoldOutNote, shown(valuation.buyers), shown(check.weeks),
                                shown(check.actual), shown(check.expected),
                                shown(100 * check.within_range))},
              .drawing = Drawing::bars,
              .drawn = 2};
  const std::int64_t last = check.classes.back().repeats;
  for (const HoldOutClass& same : check.classes) {
    const std::string label = std::to_string(same.repeats) + (same.repeats == last ? "+" : "");
    sheet.rows.push_back({label, same.actual, same.expected, whole(same.buyers)});
  }
  return sheet;
}

Sheet tracking_sheet(const Valuation& valuation, const HoldOut& check) {
  Sheet sheet{
      .name = "tracking",
      .title = Message(kTracking),
      .columns = {{"week", Message(kWeek)},
                  {"actual", Message(kTogether)},
                  {"expected", Message(kExpected)}},
      .rows = {},
      .notes = {Message(kTrackingNote,
                        shown(static_cast<double>(valuation.how.until - valuation.first) / 7))},
      .drawing = Drawing::lines};
  for (const TrackedWeek& week : check.tracking)
    sheet.rows.push_back({week.week, week.actual, week.expected});
  return sheet;
}

Sheet alive_sheet(const Valuation& valuation) {
  std::array<std::int64_t, kTenths> customers{};
  for (const std::uint32_t group : valuation.groups.group_of) {
    const double chance = valuation.lifetimes[group].alive;
    ++customers.at(std::min(static_cast<std::size_t>(chance * kTenths), kTenths - 1));
  }
  Sheet sheet{.name = "alive",
              .title = Message(kAlive),
              .columns = {{"alive", Message(kChance)}, {"customers", Message(kCustomers)}},
              .rows = {},
              .drawing = Drawing::bars};
  for (std::size_t i = 0; i < kTenths; ++i) {
    const Message range(kUpTo, std::to_string(i * 10), std::to_string(i * 10 + 10));
    sheet.rows.push_back({range.in(Language::en), customers.at(i)});
  }
  return sheet;
}

void add_tenths(Sheet& sheet, std::vector<double> values) {
  std::ranges::sort(values, std::ranges::greater());
  for (std::size_t i = 0; i < kTenths; ++i) {
    double sum = 0;
    for (std::size_t at = values.size() * i / kTenths; at < values.size() * (i + 1) / kTenths; ++at)
      sum += values[at];
    sheet.rows.push_back({std::to_string(i + 1), sum});
  }
}

Sheet worth_sheet(const Valuation& valuation) {
  std::vector<double> values;
  for (std::size_t i = 0; i < valuation.histories.buyers.size(); ++i)
    values.push_back(*value_of(valuation, i).clv);
  Sheet sheet{.name = "worth",
              .title = Message(kWorth),
              .columns = {{"tenth", Message(kTenth)}, {"value", Message(kValueExpected)}},
              .rows = {},
              .notes = {Message(kWorthNote)},
              .drawing = Drawing::bars};
  add_tenths(sheet, std::move(values));
  return sheet;
}

// In place of the former, with why there is no money.
Sheet orders_sheet(const Valuation& valuation) {
  std::vector<double> orders;
  for (const std::uint32_t group : valuation.groups.group_of)
    orders.push_back(valuation.lifetimes[group].orders);
  Sheet sheet{.name = "orders",
              .title = Message(kOrders),
              .columns = {{"tenth", Message(kTenth)}, {"orders", Message(kOrdersExpected)}},
              .rows = {},
              .notes = {},
              .drawing = Drawing::bars};
  if (valuation.no_money) sheet.notes.push_back(*valuation.no_money);
  add_tenths(sheet, std::move(orders));
  return sheet;
}

void add_number(std::vector<std::string>& cells, std::optional<double> number) {
  cells.push_back(number ? TextForm<double>::print(*number) : std::string());
}

}  // namespace

std::string json_of(const Valuation& valuation, Language language) {
  ValuationFigures figures{.rows = valuation.rows,
                           .customers = whole(valuation.buyers),
                           .repeat_customers = whole(valuation.repeat_buyers),
                           .repeat_purchases = whole(valuation.repeats),
                           .days_refunded = valuation.days_refunded,
                           .first = valuation.first,
                           .until = valuation.how.until,
                           .bg_nbd = valuation.models.bg_nbd,
                           .pareto_nbd = valuation.models.pareto_nbd,
                           .gamma_gamma = valuation.models.gamma_gamma,
                           .correlation_of_amount = valuation.correlation};
  if (const auto& check = valuation.hold_out) {
    figures.hold_out = {check->weeks, check->actual, check->expected, check->expected_pareto_nbd,
                        check->within_range};
  }
  if (valuation.no_money) figures.no_money = valuation.no_money->in(language);
  for (const Message& problem : valuation.problems)
    figures.problems.push_back(problem.in(language));
  return to_json(figures) + "\n";
}

Sheet parameter_sheet(const Valuation& valuation) {
  Sheet sheet{.name = "parameters",
              .title = Message(kParameters),
              .columns = {{"model", Message(kModel)},
                          {"parameter", Message(kParameter)},
                          {"value", Message(kValue)}},
              .rows = {},
              .notes = valuation.problems};
  const auto add = [&](std::string_view name, const auto& model) {
    if (!model) return;
    for_each_field(*model, [&](std::string_view parameter, double value) {
      sheet.rows.push_back({std::string(name), std::string(parameter), value});
    });
  };
  add("bg_nbd", valuation.models.bg_nbd);
  add("pareto_nbd", valuation.models.pareto_nbd);
  add("gamma_gamma", valuation.models.gamma_gamma);
  if (valuation.models.gamma_gamma) {
    sheet.notes.emplace_back(kCorrelation, shown(valuation.correlation));
  }
  return sheet;
}

Message totals_of(const Valuation& valuation) {
  return Message(kTotals, shown(valuation.buyers), to_string(valuation.first),
                 to_string(valuation.how.until), shown(valuation.repeat_buyers),
                 shown(valuation.repeats));
}

report::Page page_of(const Valuation& valuation) {
  report::Page page{.title = Message(kTitle),
                    .summary = {totals_of(valuation), Message(kDefinition)},
                    .sheets = {parameter_sheet(valuation)}};
  if (valuation.days_refunded > 0) {
    page.summary.emplace_back(kRefunded, std::to_string(valuation.days_refunded));
  }
  if (const auto& check = valuation.hold_out) {
    page.sheets.push_back(tracking_sheet(valuation, *check));
    page.sheets.push_back(hold_out_sheet(valuation, *check));
  }
  if (!valuation.models.bg_nbd) return page;
  page.sheets.push_back(alive_sheet(valuation));
  const bool money = valuation.models.gamma_gamma.has_value();
  page.sheets.push_back(money ? worth_sheet(valuation) : orders_sheet(valuation));
  return page;
}

std::string customers_csv(const Valuation& valuation, const table::Names& customers) {
  CsvWriter csv(',');
  csv.row(std::vector<std::string>{"customer", "repeats", "last_week", "age_weeks", "alive",
                                   "orders", "orders_low", "orders_high", "spent_again", "amount",
                                   "clv", "clv_low", "clv_high"});
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < valuation.histories.buyers.size(); ++i) {
    const methods::Buyer& buyer = valuation.histories.buyers[i];
    const CustomerValue value = value_of(valuation, i);
    cells.assign(
        {std::string(customers[valuation.histories.customers[i]]), std::to_string(buyer.repeats)});
    for (const double number : {buyer.last_w, buyer.age_w, value.alive, value.orders,
                                value.orders_range.low, value.orders_range.high, buyer.spend})
      add_number(cells, number);
    for (const auto number : {value.amount, value.clv, value.clv_low, value.clv_high})
      add_number(cells, number);
    csv.row(cells);
  }
  return csv.take();
}

}  // namespace sluis::value
