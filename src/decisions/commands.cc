#include "decisions/commands.h"

#include "decisions/decisions.h"
#include "decisions/figures.h"
#include "decisions/refusals.h"
#include "kernel/fields.h"
#include "platform/command/rows.h"
#include "platform/report/command.h"
#include "platform/store/store.h"
#include "platform/table/number.h"

namespace sluis::decisions {
namespace {

using command::Format;
using command::Invocation;
using command::Kind;
using command::Needs;
using command::Option;
using command::Output;

using Seed = Whole<0, 1'000'000'000>;

constexpr Text kCostWrong{
    "--costs lists arms with what one row in it costs, such as \"mail=0.10,call=4\"; this is "
    "wrong: "
    "{0}.",
    "--costs noemt armen met wat een rij erin kost, zoals \"mail=0.10,call=4\"; dit klopt niet: "
    "{0}."};

Result<std::uint32_t> arm_named(const Trial& trial, std::string_view name) {
  std::string all;
  for (std::uint32_t arm = 0; arm < trial.arms.size(); ++arm) {
    if (trial.arms[arm] == name) return arm;
    all.append(all.empty() ? "" : ", ").append(trial.arms[arm]);
  }
  return refuse(DecisionRefusal::trial_arm_unknown, std::string(name), all);
}

Result<std::vector<double>> costs_of(const Invocation& args, const Trial& trial) {
  std::vector<double> costs(trial.arms.size());
  for (const std::string& cost : report::names(args, "costs")) {
    const std::size_t sign = cost.rfind('=');
    const auto amount = sign == std::string::npos
                            ? std::nullopt
                            : table::parse_number(std::string_view(cost).substr(sign + 1));
    if (!amount) return refuse(command::CommandRefusal::misuse, Message(kCostWrong, cost));
    costs[TRY(arm_named(trial, cost.substr(0, sign)))] = *amount;
  }
  return costs;
}

Result<void> judge_file(Invocation& args) {
  table::TableReader reader = TRY(table::TableReader::open(args.text("file")));
  const Trial trial =
      TRY(read_trial(reader, {.arm = args.text("arm"),
                              .outcome = args.text("outcome"),
                              .probability = args.find<std::string>("probability").value_or(""),
                              .features = report::names(args, "features")}));
  const Judging how{.control = TRY(arm_named(trial, args.text("control"))),
                    .costs = TRY(costs_of(args, trial)),
                    .seed = static_cast<std::uint64_t>(args.as<Seed>("seed").number)};
  const Judgement judgement = TRY(judge(trial, how));
  switch (args.format()) {
    case Format::json:
      args.print(json_of(judgement, trial));
      break;
    case Format::csv:
      args.print(report::csv_of(policy_sheet(judgement, trial)));
      break;
    case Format::table:
      args.print(report::table_of(arm_sheet(judgement, trial), args.reader()));
      args.print(report::table_of(policy_sheet(judgement, trial), args.reader()));
      args.say(totals_of(judgement));
      break;
  }
  return report::write(args, page_of(judgement, trial));
}

std::vector<Option> judge_options() {
  return {{.name = "arm",
           .value = "COLUMN",
           .help = {"the column that says which arm was drawn", "de kolom met de getrokken arm"},
           .required = true},
          {.name = "control",
           .value = "ARM",
           .help = {"the arm in which nothing was done", "de arm waarin niets werd gedaan"},
           .required = true},
          {.name = "outcome",
           .value = "COLUMN",
           .help = {"the column with what came of it, such as the margin",
                    "de kolom met wat ervan kwam, zoals de marge"},
           .required = true},
          {.name = "features",
           .value = "COLUMNS",
           .help = {"columns with what was known before, commas between them; without them nothing "
                    "is learnt",
                    "kolommen met wat ervoor bekend was, komma's ertussen; zonder wordt niets "
                    "geleerd"}},
          {.name = "costs",
           .value = "ARM=AMOUNT",
           .help = {"what one row in an arm costs, commas between them",
                    "wat een rij in een arm kost, komma's ertussen"}},
          {.name = "probability",
           .value = "COLUMN",
           .help = {"the column with the chance of the arm that was drawn; without it the share of "
                    "the arm",
                    "de kolom met de kans op de getrokken arm; zonder is dat het aandeel van de "
                    "arm"}},
          {.name = "seed",
           .value = "NUMBER",
           .help = {"draws which rows are learnt from", "trekt van welke rijen wordt geleerd"},
           .type = command::of<Seed>,
           .fallback = "1"},
          report::option()};
}

struct OfferRow {
  OfferId id;
  Slug code;
  std::string name;
  Act act;
  bool active;
  std::int64_t wait_most_s;
  std::optional<Instant> from;
  std::optional<Instant> until;

  static constexpr Text headings[] = {{"Offer", "Aanbieding"}, {"Code", "Code"},
                                      {"Name", "Naam"},        {"Act", "Handeling"},
                                      {"On", "Aan"},           {"Longest wait (s)", "Wacht (s)"},
                                      {"From", "Vanaf"},       {"Until", "Tot"}};
};
BOOST_DESCRIBE_STRUCT(OfferRow, (), (id, code, name, act, active, wait_most_s, from, until))

Result<void> list_offers(Invocation& args) {
  const auto all = TRY(args.store().snapshot(
      [](store::Snapshot& snapshot) -> Result<std::vector<Offer>> { return offers(snapshot); }));
  std::vector<OfferRow> rows;
  for (const Offer& one : all) {
    rows.push_back({one.id, one.code, one.name.text, one.act, one.active, one.wait_most_s.number,
                    one.from, one.until});
  }
  command::print_rows(args, rows);
  return {};
}

}  // namespace

std::vector<command::Command> commands(Engine* engine) {
  return {{.name = "decisions offers",
           .summary = {"List what may be offered to customers.",
                       "Toon wat klanten aangeboden mag worden."},
           .output = Output::rows,
           .run = list_offers},
          preview_command(engine),
          {.name = "policies",
           .summary = {"Learn from a file of a randomised test whom to give what, and judge that "
                       "on rows that were not learnt from.",
                       "Leer uit een bestand van een gerandomiseerde proef wie wat te geven, en "
                       "beoordeel dat op rijen waarvan niet is geleerd."},
           .options = judge_options(),
           .positionals = {{.name = "file",
                            .value = "FILE",
                            .help = {"CSV with a row for each customer in the test",
                                     "CSV met een rij voor elke klant in de proef"},
                            .kind = Kind::file_in,
                            .required = true}},
           .needs = Needs::nothing,
           .output = Output::rows,
           .run = judge_file}};
}

}  // namespace sluis::decisions
