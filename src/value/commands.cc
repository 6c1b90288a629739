#include "value/commands.h"

#include "kernel/fields.h"
#include "platform/report/command.h"
#include "value/figures.h"

namespace sluis::value {
namespace {

using command::Format;
using command::Invocation;
using command::Kind;
using command::Needs;
using command::Option;
using command::Output;

using Weeks = Whole<1, 520>;

constexpr Text kShareWrong{
    "--discount and --margin are parts, such as 0.1 for ten percent: "
    "--discount from 0 to 10, --margin above 0 and at most 1.",
    "--discount en --margin zijn delen, zoals 0.1 voor tien procent: "
    "--discount van 0 tot en met 10, --margin boven 0 en hoogstens 1."};
constexpr Text kNoCustomerFigures{
    "--customers needs the BG/NBD model, which has no answer here.",
    "--customers heeft het BG/NBD-model nodig, dat hier geen antwoord heeft."};
constexpr Text kCustomersWritten{"{0}: {1} customers.", "{0}: {1} klanten."};

Result<Valuing> valuing_of(const Invocation& args, const Purchases& purchases) {
  const double discount = args.as<double>("discount");
  const double margin = args.as<double>("margin");
  if (!(discount >= 0 && discount <= 10 && margin > 0 && margin <= 1)) {
    return refuse(command::CommandRefusal::misuse, Message(kShareWrong));
  }
  if (purchases.days.empty()) return refuse(methods::MethodRefusal::no_buyers);
  const std::int32_t last = std::ranges::max(purchases.days, {}, [](const Purchase& purchase) {
                              return purchase.day;
                            }).day;
  const Date until =
      args.find<Date>("until").value_or(Date(std::chrono::sys_days(std::chrono::days(last))));
  return Valuing{.until = until,
                 .horizon = {.weeks = static_cast<double>(args.as<Weeks>("horizon").number),
                             .discount = discount},
                 .margin = margin};
}

void print_value(Invocation& args, const Valuation& valuation) {
  const report::Sheet sheet = parameter_sheet(valuation);
  switch (args.format()) {
    case Format::json:
      return args.print(json_of(valuation, args.reader().language));
    case Format::csv:
      return args.print(report::csv_of(sheet));
    case Format::table:
      args.print(report::table_of(sheet, args.reader()));
      args.say(totals_of(valuation));
      for (const Message& problem : valuation.problems)
        args.note(problem);
  }
}

Result<void> write_files(Invocation& args, const Valuation& valuation,
                         const table::Names& customers) {
  if (const auto file = args.find<std::string>("customers")) {
    if (!valuation.models.bg_nbd) {
      return refuse(command::CommandRefusal::misuse, Message(kNoCustomerFigures));
    }
    TRY_VOID(args.write_file("customers", customers_csv(valuation, customers)));
    args.note(Message(kCustomersWritten, *file, std::to_string(valuation.histories.buyers.size())));
  }
  return report::write(args, page_of(valuation));
}

Result<void> value_file(Invocation& args) {
  table::TableReader reader = TRY(table::TableReader::open(args.text("file")));
  const Purchases purchases =
      TRY(read_purchases(reader, {.customer = args.text("customer"),
                                  .date = args.text("date"),
                                  .amount = args.find<std::string>("amount").value_or("")}));
  const Valuing how = TRY(valuing_of(args, purchases));
  const Valuation valuation = TRY(value(purchases, how));
  print_value(args, valuation);
  return write_files(args, valuation, purchases.customers);
}

std::vector<Option> value_options() {
  return {
      {.name = "customer",
       .value = "COLUMN",
       .help = {"the column that says who bought", "de kolom die zegt wie kocht"},
       .required = true},
      {.name = "date",
       .value = "COLUMN",
       .help = {"the column with the day", "de kolom met de dag"},
       .required = true},
      {.name = "amount",
       .value = "COLUMN",
       .help = {"the column with the amount; without it there is no value in money",
                "de kolom met het bedrag; zonder is er geen waarde in geld"}},
      {.name = "until",
       .value = "DATE",
       .help = {"the last day that counts; what comes after it checks the models",
                "de laatste dag die telt; wat erna komt, toetst de modellen"},
       .type = command::of<Date>},
      {.name = "horizon",
       .value = "WEEKS",
       .help = {"how far ahead customers are valued", "hoe ver vooruit klanten gewaardeerd worden"},
       .type = command::of<Weeks>,
       .fallback = "52"},
      {.name = "discount",
       .value = "PART",
       .help = {"how much less a year later is worth", "hoeveel minder een jaar later waard is"},
       .type = command::of<double>,
       .fallback = "0.1"},
      {.name = "margin",
       .value = "PART",
       .help = {"the part of the amounts that is earned",
                "het deel van de bedragen dat verdiend wordt"},
       .type = command::of<double>,
       .fallback = "1"},
      {.name = "customers",
       .value = "FILE",
       .help = {"also write a row for each customer to this file (CSV)",
                "schrijf ook een rij voor elke klant naar dit bestand (CSV)"},
       .kind = Kind::file_out},
      report::option()};
}

}  // namespace

std::vector<command::Command> commands() {
  return {{.name = "value",
           .summary = {"Value the customers in a file of purchases: who comes back, how often, for "
                       "how much.",
                       "Waardeer de klanten in een bestand met aankopen: wie komt terug, hoe vaak, "
                       "voor hoeveel."},
           .options = value_options(),
           .positionals = {{.name = "file",
                            .value = "FILE",
                            .help = {"CSV with a row for each purchase",
                                     "CSV met een rij voor elke aankoop"},
                            .kind = Kind::file_in,
                            .required = true}},
           .needs = Needs::nothing,
           .output = Output::rows,
           .run = value_file}};
}

}  // namespace sluis::value
