#include "journeys/commands.h"

#include "journeys/asking.h"
#include "journeys/crediting.h"
#include "journeys/name_list.h"
#include "platform/report/command.h"

namespace sluis::journeys {

Message expected_names(const std::vector<std::string_view>& names) {
  static constexpr Text kNames{"names with commas between them, of: {0}",
                               "namen met komma's ertussen, uit: {0}"};
  return Message(kNames, join_names(names));
}

namespace {

using command::Format;
using command::Invocation;
using command::Kind;
using command::Needs;
using command::Option;
using command::Output;

using Models = NameList<methods::Model>;
using Questions = NameList<Question>;
using Order = Whole<1, methods::StateChain::kOrderMax>;
using Rounds = Whole<0, 10'000>;
using Seed = Whole<0, 1'000'000'000>;

constexpr double kHalfLifeSteps = 2;
constexpr double kHalfLifeDays = 7;

constexpr Text kHalfLifeWrong{"--half-life must be more than 0.",
                              "--half-life moet meer dan 0 zijn."};
constexpr Text kNoRemoval{
    "Only the model markov has removal effects: ask for it with --models.",
    "Alleen het model markov heeft verwijdereffecten: vraag erom met --models."};
constexpr Text kRefundsEarly{
    "{0} refunds came before any conversion of their customer; they are left out.",
    "{0} terugbetalingen kwamen voor elke conversie van hun klant; die zijn weggelaten."};
constexpr Text kStepsWrong{
    "--funnel needs 1 to {0} types of event with commas between them.",
    "--funnel heeft 1 tot {0} soorten gebeurtenis met komma's ertussen nodig."};
constexpr Text kOneQuestion{"CSV holds the answer to one question: --ask one of: {0}.",
                            "CSV bevat het antwoord op een vraag: --ask een van: {0}."};

// At most as long as the clock of events goes.
std::uint32_t seconds_of(const Invocation& args, std::string_view option) {
  const std::int64_t seconds = args.as<Duration>(option).count() / 1'000'000;
  return static_cast<std::uint32_t>(
      std::min<std::int64_t>(seconds, std::numeric_limits<std::uint32_t>::max()));
}

Result<Crediting> crediting_of(const Invocation& args, bool has_times) {
  const double half_life =
      args.find<double>("half-life").value_or(has_times ? kHalfLifeDays : kHalfLifeSteps);
  if (!(half_life > 0)) return refuse(command::CommandRefusal::misuse, Message(kHalfLifeWrong));
  return Crediting{.models = {.models = args.as<Models>("models").names,
                              .order = static_cast<int>(args.as<Order>("order").number),
                              .with_nulls = !args.flag("without-nulls"),
                              .half_life = half_life},
                   .direct = args.text("direct"),
                   .bootstrap_rounds = static_cast<int>(args.as<Rounds>("bootstrap").number),
                   .seed = static_cast<std::uint64_t>(args.as<Seed>("seed").number)};
}

// Conversions of events, credited over the touches before them.
Result<Credits> credit_events(Invocation& args, table::TableReader& reader, const Crediting& how) {
  const Events events = TRY(read_events(reader, args.text("worth")));
  PathRules rules{.conversions = TRY(kinds_of(events, report::names(args, "conversions"))),
                  .touches = {},
                  .window_s = seconds_of(args, "window")};
  const auto touches = report::names(args, "touches");
  rules.touches =
      touches.empty() ? other_kinds(events, rules.conversions) : TRY(kinds_of(events, touches));
  PathCounts counts;
  Credits credits = TRY(credit(
      [&](table::Names& channels, const TakePaths& take) -> Result<void> {
        for (const std::string& name : events.channels.all())
          channels.number_of(name);
        counts = paths_of(events, rules, take);
        return {};
      },
      how));
  if (counts.refunds_early > 0) {
    args.note(Message(kRefundsEarly, std::to_string(counts.refunds_early)));
  }
  return credits;
}

Result<Credits> credit_paths(table::TableReader& reader, const Crediting& how) {
  return credit([&](table::Names& channels,
                    const TakePaths& take) { return read_paths(reader, channels, take); },
                how);
}

void print_credits(Invocation& args, const Credits& credits, Figure figure) {
  const report::Sheet sheet = sheet_of(credits, figure);
  switch (args.format()) {
    case Format::json:
      return args.print(json_of(credits));
    case Format::csv:
      return args.print(report::csv_of(sheet));
    case Format::table:
      args.print(report::table_of(sheet, args.reader()));
      args.say(totals_of(credits));
      if (!credits.intervals.empty()) {
        args.print("\n" + report::table_of(interval_sheet(credits), args.reader()));
      }
  }
}

Result<void> attribute(Invocation& args) {
  const Figure figure = args.as<Figure>("show");
  const bool has_markov = args.as<Models>("models").holds(methods::Model::markov);
  if (figure == Figure::removal_effect && !has_markov) {
    return refuse(command::CommandRefusal::misuse, Message(kNoRemoval));
  }
  table::TableReader reader = TRY(table::TableReader::open(args.text("file")));
  const bool has_times = is_event_file(reader);
  const Crediting how = TRY(crediting_of(args, has_times));
  const Credits credits =
      has_times ? TRY(credit_events(args, reader, how)) : TRY(credit_paths(reader, how));
  print_credits(args, credits, figure);
  return report::write(args, page_of(credits));
}

Result<Asking> asking_of(const Invocation& args) {
  Asking asking{.questions = args.as<Questions>("ask").names,
                .steps = report::names(args, "funnel"),
                .funnel_window_s = seconds_of(args, "window"),
                .touches = report::names(args, "touches"),
                .orders = report::names(args, "orders"),
                .direct = args.text("direct"),
                .touch_window_s = seconds_of(args, "touch-window")};
  if (asking.steps.empty() || asking.steps.size() > methods::kStepsMax) {
    return refuse(command::CommandRefusal::misuse,
                  Message(kStepsWrong, std::to_string(methods::kStepsMax)));
  }
  if (args.format() == Format::csv && asking.questions.size() > 1) {
    return refuse(command::CommandRefusal::misuse,
                  Message(kOneQuestion, join_names(enum_names<Question>())));
  }
  return asking;
}

std::string json_of(const std::vector<report::Sheet>& sheets, const Events& events) {
  std::string out = fmt::format("{{\"customers\":{},\"events\":{}", events.index.customers(),
                                events.index.events());
  for (const report::Sheet& sheet : sheets)
    out += fmt::format(",\n\"{}\":{}", sheet.name, report::json_of(sheet));
  return out + "}\n";
}

void print_answers(Invocation& args, const Events& events,
                   const std::vector<report::Sheet>& sheets) {
  switch (args.format()) {
    case Format::json:
      return args.print(json_of(sheets, events));
    case Format::csv:
      return args.print(report::csv_of(sheets.front()));
    case Format::table:
      for (const report::Sheet& sheet : sheets) {
        args.say(sheet.title);
        args.print(report::table_of(sheet, args.reader()) + "\n");
      }
      args.say(totals_of(events));
  }
}

Result<void> ask_journeys(Invocation& args) {
  const Asking asking = TRY(asking_of(args));
  table::TableReader reader = TRY(table::TableReader::open(args.text("file")));
  const Events events = TRY(read_events(reader, args.text("worth")));
  if (events.index.events() == 0) return refuse(methods::MethodRefusal::no_paths);
  std::vector<report::Sheet> sheets = TRY(answers(events, asking));
  print_answers(args, events, sheets);
  return report::write(args, page_of(events, std::move(sheets)));
}

constexpr Option kWorth{.name = "worth",
                        .value = "COLUMN",
                        .help = {"of events: the column with what a conversion is worth, such as a "
                                 "margin",
                                 "van gebeurtenissen: de kolom met wat een conversie waard is, "
                                 "zoals een marge"},
                        .fallback = "revenue"};
constexpr Option kTouches{.name = "touches",
                          .value = "TYPES",
                          .help = {"which types of event are touches; else all that are no order",
                                   "welke soorten gebeurtenis aanrakingen zijn; anders alle die "
                                   "geen order zijn"}};
std::vector<Option> attribute_options() {
  return {
      {.name = "models",
       .value = "NAMES",
       .help = {"which models, with commas between them", "welke modellen, met komma's ertussen"},
       .type = command::of<Models>,
       .fallback = "first,last,linear,position,time_decay,last_non_direct,markov,shapley"},
      {.name = "order",
       .value = "NUMBER",
       .help = {"how many channels back the Markov chain remembers",
                "hoeveel kanalen de Markovketen zich herinnert"},
       .type = command::of<Order>,
       .fallback = "1"},
      {.name = "show",
       .value = "FIGURE",
       .help = {"which figure the table and the CSV hold; JSON holds all",
                "welk cijfer de tabel en de CSV bevatten; JSON bevat alles"},
       .type = command::of<Figure>,
       .fallback = "conversions"},
      {.name = "without-nulls",
       .help = {"leave paths that led to nothing out of the Markov chain",
                "laat paden die nergens toe leidden buiten de Markovketen"},
       .kind = Kind::flag},
      {.name = "direct",
       .value = "CHANNEL",
       .help = {"the channel that last_non_direct passes over",
                "het kanaal dat last_non_direct overslaat"},
       .fallback = "direct"},
      {.name = "half-life",
       .value = "NUMBER",
       .help = {"after how many days (7), or steps of paths (2), time_decay gives half as much",
                "na hoeveel dagen (7), of stappen van paden (2), time_decay half zoveel geeft"},
       .type = command::of<double>},
      {.name = "bootstrap",
       .value = "ROUNDS",
       .help = {"draw so many samples of the customers, for intervals of 95 %",
                "trek zoveel steekproeven van de klanten, voor intervallen van 95 %"},
       .type = command::of<Rounds>,
       .fallback = "0"},
      {.name = "seed",
       .value = "NUMBER",
       .help = {"the same number draws the same samples",
                "hetzelfde getal trekt dezelfde steekproeven"},
       .type = command::of<Seed>,
       .fallback = "1"},
      {.name = "conversions",
       .value = "TYPES",
       .help = {"of events: which types are conversions",
                "van gebeurtenissen: welke soorten conversies zijn"},
       .fallback = "purchase"},
      kTouches,
      {.name = "window",
       .value = "TIME",
       .help = {"of events: how long before a conversion a touch counts",
                "van gebeurtenissen: hoe lang voor een conversie een aanraking telt"},
       .type = command::of<Duration>,
       .fallback = "90d"},
      kWorth,
      report::option()};
}

std::vector<Option> journeys_options() {
  return {
      {.name = "ask",
       .value = "NAMES",
       .help = {"which questions, with commas between them", "welke vragen, met komma's ertussen"},
       .type = command::of<Questions>,
       .fallback = "funnel,transitions,last_touch,overlap"},
      {.name = "funnel",
       .value = "TYPES",
       .help = {"the steps of the funnel, by type of event",
                "de stappen van de funnel, naar soort gebeurtenis"},
       .fallback = "view,click,add_to_cart,purchase"},
      {.name = "window",
       .value = "TIME",
       .help = {"within which all steps of the funnel lie",
                "waarbinnen alle stappen van de funnel liggen"},
       .type = command::of<Duration>,
       .fallback = "7d"},
      {.name = "orders",
       .value = "TYPES",
       .help = {"which types of event are orders", "welke soorten gebeurtenis orders zijn"},
       .fallback = "purchase"},
      kTouches,
      {.name = "touch-window",
       .value = "TIME",
       .help = {"how long before an order the last touch counts",
                "hoe lang voor een order de laatste aanraking telt"},
       .type = command::of<Duration>,
       .fallback = "30d"},
      {.name = "direct",
       .value = "CHANNEL",
       .help = {"the channel of direct visits, which is no last touch",
                "het kanaal van directe bezoeken; dat is geen laatste aanraking"},
       .fallback = "direct"},
      kWorth,
      report::option()};
}

}  // namespace

std::vector<command::Command> commands() {
  return {
      {.name = "attribute",
       .summary = {"Credit the conversions in a file of paths or events to channels, by several "
                   "models.",
                   "Reken de conversies in een bestand met paden of gebeurtenissen toe aan "
                   "kanalen, met meerdere modellen."},
       .options = attribute_options(),
       .positionals = {{.name = "file",
                        .value = "FILE",
                        .help = {"CSV with path, total_conversions, total_conversion_value and "
                                 "total_null, or of events",
                                 "CSV met path, total_conversions, total_conversion_value en "
                                 "total_null, of van gebeurtenissen"},
                        .kind = Kind::file_in,
                        .required = true}},
       .needs = Needs::nothing,
       .output = Output::rows,
       .run = attribute},
      {.name = "journeys",
       .summary = {"Ask a file of events about journeys: funnel, transitions, last touch, overlap, "
                   "days.",
                   "Bevraag een bestand met gebeurtenissen over klantreizen: funnel, overgangen, "
                   "laatste aanraking, overlap, dagen."},
       .options = journeys_options(),
       .positionals = {{.name = "file",
                        .value = "FILE",
                        .help = {"CSV with customer, ts, channel, type and revenue",
                                 "CSV met customer, ts, channel, type en revenue"},
                        .kind = Kind::file_in,
                        .required = true}},
       .needs = Needs::nothing,
       .output = Output::rows,
       .run = ask_journeys}};
}

}  // namespace sluis::journeys
