#include "channels/commands.h"

#include "channels/channels.h"
#include "channels/import.h"
#include "channels/rules.h"
#include "channels/templates.h"
#include "platform/command/rows.h"
#include "platform/store/store.h"

namespace sluis::channels {
namespace {

using command::Invocation;
using command::of;
using command::Output;
using store::Snapshot;
using store::Tx;

constexpr std::size_t kFileMax = 20 * 1024 * 1024;
constexpr std::int64_t kPage = 500;

constexpr Text kWould{"{0} would be added, {1} changed, {2} stay as they are.",
                      "{0} zouden worden toegevoegd, {1} gewijzigd, {2} blijven zoals ze zijn."};
constexpr Text kDid{"{0} added, {1} changed, {2} stayed as they were.",
                    "{0} toegevoegd, {1} gewijzigd, {2} bleven zoals ze waren."};
constexpr Text kWrong{"{0}: {1}", "{0}: {1}"};
constexpr Text kDiffers{"{0}  {1}: {2} -> {3}", "{0}  {1}: {2} -> {3}"};
constexpr Text kNew{"{0}  new: {1}", "{0}  nieuw: {1}"};

struct ListRow {
  ChannelId id;
  Slug code;
  std::string name;
  Kind kind;
  Form form;
  State state;
  std::vector<Phase> phases;
  std::vector<Need> missing;
  std::int64_t kpis;
  std::string cost_per_month;

  static constexpr Text headings[] = {{"Id", "Id"},        {"Code", "Code"},
                                      {"Name", "Naam"},    {"Kind", "Soort"},
                                      {"Form", "Vorm"},    {"State", "Staat"},
                                      {"Phases", "Fasen"}, {"Missing", "Ontbreekt"},
                                      {"KPIs", "KPI's"},   {"Cost per month", "Kosten per maand"}};
};
BOOST_DESCRIBE_STRUCT(ListRow, (),
                      (id, code, name, kind, form, state, phases, missing, kpis, cost_per_month))

struct TemplateRow {
  Slug code;
  std::string name;
  Kind kind;
  Form form;
  std::vector<Phase> phases;
  std::string goal;

  static constexpr Text headings[] = {{"Code", "Code"}, {"Name", "Naam"},    {"Kind", "Soort"},
                                      {"Form", "Vorm"}, {"Phases", "Fasen"}, {"Goal", "Doel"}};
};
BOOST_DESCRIBE_STRUCT(TemplateRow, (), (code, name, kind, form, phases, goal))

std::string text_of(const std::vector<Money>& amounts) {
  std::string text;
  for (const Money& one : amounts) {
    if (!text.empty()) text += " + ";
    text += to_string(one.amount) + " " + std::string(one.currency.code());
  }
  return text;
}

ListRow row_of(const Listed& channel) {
  return {.id = channel.id,
          .code = channel.code,
          .name = channel.name.text,
          .kind = channel.kind,
          .form = channel.form,
          .state = channel.state,
          .phases = channel.phases,
          .missing = channel.missing,
          .kpis = channel.kpis,
          .cost_per_month = text_of(channel.cost_per_month)};
}

Result<void> list_channels(Invocation& args) {
  const Instant now = args.clock().now();
  Query query{.search = args.find<std::string>("search").value_or(""),
              .state = args.find<State>("state"),
              .sort = Sort::code,
              .limit = kPage};
  std::vector<ListRow> rows;
  do {
    const List page = TRY(args.store().snapshot([&](Snapshot& snapshot) -> Result<List> {
      return list(snapshot, kEverything, query, now);
    }));
    for (const Listed& channel : page.channels)
      rows.push_back(row_of(channel));
    query.after = page.next;
  } while (query.after);
  command::print_rows(args, rows);
  return {};
}

Result<void> export_file(Invocation& args) {
  const auto separator = args.as<Separator>("separator");
  const std::string csv = TRY(args.store().snapshot([&](Snapshot& snapshot) -> Result<std::string> {
    return export_sheet(snapshot, separator);
  }));
  return args.write_file("out", csv);
}

void say_outcome(Invocation& args, const Text& text, const Import& import) {
  const auto count = [&](Outcome outcome) {
    return std::to_string(std::ranges::count(import.channels, outcome, &ImportedChannel::outcome));
  };
  args.say(
      Message(text, count(Outcome::added), count(Outcome::changed), count(Outcome::unchanged)));
}

void say_changes(Invocation& args, const Import& import) {
  for (const ImportedChannel& channel : import.channels) {
    if (channel.outcome == Outcome::added) {
      args.say(Message(kNew, channel.code.text, channel.name.text));
    }
    for (const FieldChange& change : channel.changes) {
      args.say(Message(kDiffers, channel.code.text, change.field, change.before.text,
                       change.after.text));
    }
  }
}

Result<void> preview_file(Invocation& args, const access::Actor& actor, const std::string& csv) {
  const Import import = TRY(args.store().snapshot(
      [&](Snapshot& snapshot) { return preview_import(snapshot, actor, csv); }));
  say_changes(args, import);
  for (const FieldProblem& problem : import.problems)
    args.note(Message(kWrong, problem.pointer, problem.message));
  say_outcome(args, kWould, import);
  return {};
}

Result<void> import_file(Invocation& args) {
  const std::string csv = TRY(args.read_file("file", kFileMax));
  const auto actor = access::command_line(args.ids(), args.clock().now());
  if (args.flag("preview")) return preview_file(args, actor, csv);
  const Import import =
      TRY(args.store().unit([&](Tx& tx) { return import_sheet(tx, actor, csv); }));
  say_outcome(args, kDid, import);
  return {};
}

Result<void> list_templates(Invocation& args) {
  const Language language = args.reader().language;
  std::vector<TemplateRow> rows;
  for (const Template& one : templates()) {
    rows.push_back({.code = {std::string(one.code)},
                    .name = std::string(one.name.in(language)),
                    .kind = kind_of(one.form),
                    .form = one.form,
                    .phases = one.phases,
                    .goal = std::string(one.goal.in(language))});
  }
  command::print_rows(args, rows);
  return {};
}

}  // namespace

std::vector<command::Command> commands() {
  return {
      {.name = "channels list",
       .summary = {"List the channels, with what they cost and what they miss.",
                   "Toon de kanalen, met wat ze kosten en wat er ontbreekt."},
       .options = {{.name = "search",
                    .value = "TEXT",
                    .help = {"in name, code, goal and notes", "in naam, code, doel en notities"}},
                   {.name = "state",
                    .value = "STATE",
                    .help = {"only channels in this state", "alleen kanalen in deze staat"},
                    .type = of<State>}},
       .output = Output::rows,
       .run = list_channels},
      {.name = "channels export",
       .summary = {"Write the whole worksheet as CSV, to be edited and imported again.",
                   "Schrijf het hele werkblad als CSV, om te bewerken en weer in te lezen."},
       .options = {{.name = "out",
                    .value = "FILE",
                    .help = {"where to write it", "waar het komt te staan"},
                    .kind = command::Kind::file_out,
                    .fallback = "-"},
                   {.name = "separator",
                    .value = "SEPARATOR",
                    .help = {"semicolon for Dutch spreadsheets, with decimal commas",
                             "semicolon voor Nederlandse rekenbladen, met decimale komma's"},
                    .type = of<Separator>,
                    .fallback = "comma"}},
       .run = export_file},
      {.name = "channels import",
       .summary = {"Carry out what a CSV file of the worksheet says, all of it or nothing.",
                   "Voer uit wat een CSV-bestand van het werkblad zegt, alles of niets."},
       .options = {{.name = "preview",
                    .help = {"only say what would change", "zeg alleen wat er zou wijzigen"},
                    .kind = command::Kind::flag}},
       .positionals = {{.name = "file",
                        .value = "FILE",
                        .help = {"as `sluis channels export` writes it",
                                 "zoals `sluis channels export` het schrijft"},
                        .kind = command::Kind::file_in,
                        .required = true}},
       .run = import_file},
      {.name = "channels templates",
       .summary = {"List the channels that companies usually have.",
                   "Toon de kanalen die bedrijven meestal hebben."},
       .needs = command::Needs::nothing,
       .output = Output::rows,
       .run = list_templates},
  };
}

}  // namespace sluis::channels
