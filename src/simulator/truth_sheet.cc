#include "simulator/truth_sheet.h"

#include <cmath>

#include "kernel/csv.h"
#include "kernel/json.h"
#include "simulator/places.h"
#include "simulator/sheet.h"

namespace sluis::simulator {
namespace {

constexpr char kComma = ',';

struct About {
  WorldName world = WorldName::simple;
  std::int64_t seed = 0;
  std::int64_t customers = 0;
  Date from;
  Date to;
  World parameters;
};
BOOST_DESCRIBE_STRUCT(About, (), (world, seed, customers, from, to, parameters))

std::string money(double micros) {
  return to_string(Micro(std::llround(micros)));
}

std::string number(double value) {
  return TextForm<double>::print(value);
}

const std::vector<std::string>& customer_columns() {
  static const std::vector<std::string> columns = [] {
    std::vector<std::string> names = {"user",
                                      "email",
                                      "phone",
                                      "card",
                                      "buyer",
                                      "kind",
                                      "first_day",
                                      "wants_a_year",
                                      "buys",
                                      "returns",
                                      "call_accepted",
                                      "call_uplift",
                                      "mail_uplift",
                                      "visit_uplift",
                                      "takes_mail",
                                      "mail_held_out",
                                      "call_held_out",
                                      "shares_device",
                                      "margin_of_order",
                                      "orders_a_year_untouched",
                                      "margin_a_year_untouched",
                                      "gain_of_call",
                                      "gain_of_call_after_mail",
                                      "gain_of_mail",
                                      "gain_of_visit"};
    for (const Place place : enum_values<Place>())
      names.push_back("taste_" + std::string(code_of(place)));
    return names;
  }();
  return columns;
}

std::string yes_no(bool value) {
  return TextForm<bool>::print(value);
}

std::vector<std::string> names_of(const Customer& customer) {
  std::vector<std::string> names;
  for (const Mark mark : {Mark::user, Mark::email, Mark::phone, Mark::card, Mark::marketplace})
    names.push_back(name_of({mark, customer.number}));
  return names;
}

std::vector<std::string> row_of(const Customer& customer, Date from, const Expected& expected) {
  std::vector<std::string> row = names_of(customer);
  const Date first = from + std::chrono::days(customer.first_day);
  for (const std::string& cell : {std::string(enum_name(customer.kind)),
                                  to_string(first),
                                  number(customer.wants_a_year),
                                  number(customer.buys),
                                  number(customer.returns),
                                  number(customer.call_accepted),
                                  number(customer.call_uplift),
                                  number(customer.mail_uplift),
                                  number(customer.visit_uplift),
                                  yes_no(customer.takes_mail),
                                  yes_no(customer.mail_held_out),
                                  yes_no(customer.call_held_out),
                                  yes_no(customer.shares_device),
                                  money(expected.margin_of_order),
                                  number(expected.orders_a_year),
                                  money(expected.margin_a_year),
                                  money(expected.gain_of_call),
                                  money(expected.gain_of_call_after_mail),
                                  money(expected.gain_of_mail),
                                  money(expected.gain_of_visit)}) {
    row.push_back(cell);
  }
  for (const double taste : customer.taste)
    row.push_back(number(taste));
  return row;
}

}  // namespace

std::string places_sheet(const Tally& tally) {
  CsvWriter csv(kComma);
  csv.row(std::vector<std::string>{"channel", "events", "orders", "units", "gross_revenue",
                                   "refunds", "net_revenue", "margin"});
  for (const PlaceTruth& place : tally.places()) {
    csv.row(std::vector<std::string>{
        std::string(code_of(place.place)), std::to_string(place.events),
        std::to_string(place.orders), std::to_string(place.units), to_string(place.gross_revenue),
        to_string(place.refunds), to_string(place.net_revenue()), to_string(place.margin())});
  }
  return csv.take();
}

std::string acts_sheet(const Tally& tally) {
  CsvWriter csv(kComma);
  csv.row(std::vector<std::string>{"act", "times", "incremental_orders", "incremental_margin"});
  for (const ActTruth& act : tally.acts()) {
    csv.row(std::vector<std::string>{std::string(enum_name(act.act)), std::to_string(act.times),
                                     std::to_string(act.incremental_orders),
                                     to_string(act.incremental_margin)});
  }
  return csv.take();
}

std::string customers_sheet(const Simulation& simulation) {
  const Oracle oracle(simulation.scene());
  const Date from(std::chrono::sys_days(std::chrono::days(simulation.scene().origin)));
  CsvWriter csv(kComma);
  csv.row(customer_columns());
  for (const Customer& customer : simulation.customers())
    csv.row(row_of(customer, from, oracle.expected_of(customer)));
  return csv.take();
}

std::string about(const Settings& settings, Date to) {
  return to_json(About{.world = settings.world,
                       .seed = static_cast<std::int64_t>(settings.seed),
                       .customers = settings.customers,
                       .from = settings.from,
                       .to = to,
                       .parameters = world_of(settings.world)}) +
         "\n";
}

}  // namespace sluis::simulator
