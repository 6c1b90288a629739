#include "value/live_commands.h"

#include <cmath>

#include "customers/customers.h"
#include "events/events.h"
#include "platform/analytics/store.h"
#include "platform/command/rows.h"
#include "value/renewing.h"
#include "value/worth_rows.h"

namespace sluis::value {
namespace {

using command::Invocation;
using command::of;
using command::Output;

using Rows = Whole<1, 100'000>;

constexpr Text kNotFitted{"Nothing was fitted yet. Say `sluis worth fit`.",
                          "Er is nog niets gepast. Zeg `sluis worth fit`."};
constexpr Text kN{
    "n = {0} customers who bought from {1} to {2}, {3} of whom came back; fitted at {4}.",
    "n = {0} klanten die kochten van {1} tot en met {2}, van wie {3} terugkwamen; gepast op {4}."};
constexpr Text kSaid{"{0}", "{0}"};
constexpr Text kFitted{"{0} customers valued.", "{0} klanten gewaardeerd."};

struct ParameterRow {
  std::string model;
  std::string parameter;
  double value = 0;
};
BOOST_DESCRIBE_STRUCT(ParameterRow, (), (model, parameter, value))

template <class Found>
void add_rows(std::vector<ParameterRow>& rows, std::string_view name,
              const std::optional<Found>& found) {
  if (!found) return;
  for_each_field(*found, [&](std::string_view field, double value) {
    rows.push_back({std::string(name), std::string(field), value});
  });
}

std::vector<ParameterRow> rows_of(const Model& model) {
  std::vector<ParameterRow> rows;
  add_rows(rows, "bg_nbd", model.models.bg_nbd);
  add_rows(rows, "gamma_gamma", model.models.gamma_gamma);
  if (const auto& check = model.hold_out) {
    rows.push_back({"hold_out", "weeks", check->weeks});
    rows.push_back({"hold_out", "actual", check->actual});
    rows.push_back({"hold_out", "expected", check->expected});
    rows.push_back({"hold_out", "within_range", check->within_range});
  }
  return rows;
}

// What happened must be shipped before it can be gathered.
Result<void> bring_up(const Invocation& args) {
  TRY_VOID(events::ship_all(args.store(), args.analytics(), args.cancel()));
  return customers::renew_figures(args.store(), args.analytics(), args.clock().now());
}

Result<std::optional<Model>> model_of(const Invocation& args) {
  return args.analytics().snapshot(
      [](analytics::Snapshot& figures) -> Result<std::optional<Model>> { return model(figures); });
}

void tell(Invocation& args, const Model& model) {
  args.note(Message(kN, std::to_string(model.customers), to_string(model.first),
                    to_string(model.until), std::to_string(model.repeat_customers),
                    to_string(model.made)));
  for (const Said& problem : model.problems)
    args.note(Message(kSaid, in(problem, args.reader().language)));
}

Result<void> fit(Invocation& args) {
  TRY_VOID(bring_up(args));
  const auto id = args.ids().next<JobId>();
  TRY_VOID(renew({args.store(), args.analytics(), args.clock()}, id, args.cancel()));
  const auto found = TRY(model_of(args));
  if (!found) return {};
  args.say(Message(kFitted, std::to_string(found->customers)));
  tell(args, *found);
  return {};
}

Result<void> print_model(Invocation& args) {
  const auto found = TRY(model_of(args));
  command::print_rows(args, found ? rows_of(*found) : std::vector<ParameterRow>{});
  if (!found) {
    args.note(Message(kNotFitted));
  } else {
    tell(args, *found);
  }
  return {};
}

Result<std::vector<channels::Channel>> worksheet_of(const Invocation& args) {
  return args.store().snapshot(
      [](store::Snapshot& snapshot) -> Result<std::vector<channels::Channel>> {
        return channels::all(snapshot, channels::kEverything);
      });
}

// Rows, and why there is no money among them.
template <class Row>
struct Told {
  std::vector<Row> rows;
  std::optional<Said> no_money;
};

template <class Row>
Result<void> print(Invocation& args, const Told<Row>& told) {
  command::print_rows(args, table_of(told.rows, TRY(worksheet_of(args))));
  if (told.no_money) args.note(Message(kSaid, in(*told.no_money, args.reader().language)));
  return {};
}

Result<void> print_customers(Invocation& args) {
  const std::int64_t limit = args.as<Rows>("limit").number;
  return print(
      args, TRY(args.analytics().snapshot([&](analytics::Snapshot& figures) -> Result<Told<Worth>> {
        const auto fitted = model(figures);
        return Told{customers(figures, {}, std::nullopt, limit),
                    fitted ? fitted->no_money : std::nullopt};
      })));
}

Result<void> print_channels(Invocation& args) {
  return print(args, TRY(args.analytics().snapshot(
                         [&](analytics::Snapshot& figures) -> Result<Told<ChannelWorth>> {
                           const auto fitted = model(figures);
                           if (!fitted || fitted->customers == 0) return Told<ChannelWorth>{};
                           return Told{TRY(by_channel(figures, args.store(), *fitted)),
                                       fitted->no_money};
                         })));
}

}  // namespace

std::vector<command::Command> live_commands() {
  return {{.name = "worth fit",
           .summary = {"Fit the models of customer value on the company's own sales, and value all "
                       "customers.",
                       "Pas de modellen van klantwaarde op de eigen verkopen, en waardeer alle "
                       "klanten."},
           .run = fit},
          {.name = "worth model",
           .summary = {"Print what the last fit found, and how well it foretold what came after.",
                       "Toon wat de laatste keer gevonden is, en hoe goed dat voorspelde wat erna "
                       "kwam."},
           .output = Output::rows,
           .run = print_model},
          {.name = "worth customers",
           .summary = {"Print customers with their scores and what is expected of them.",
                       "Toon klanten met hun scores en wat van hen verwacht wordt."},
           .options = {{.name = "limit",
                        .value = "NUMBER",
                        .help = {"how many of the most valuable", "hoeveel van de waardevolste"},
                        .type = of<Rows>,
                        .fallback = "100"}},
           .output = Output::rows,
           .run = print_customers},
          {.name = "worth channels",
           .summary = {"Print what customers are worth by the channel on which they bought first.",
                       "Toon wat klanten waard zijn naar het kanaal waarop ze het eerst kochten."},
           .output = Output::rows,
           .run = print_channels}};
}

}  // namespace sluis::value
