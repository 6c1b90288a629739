#include "journeys/live_commands.h"

#include <algorithm>

#include "channels/channels.h"
#include "events/events.h"
#include "journeys/credits.h"
#include "journeys/name_list.h"
#include "platform/analytics/store.h"
#include "platform/command/rows.h"
#include "segments/segments.h"

namespace sluis::journeys {
namespace {

using command::Invocation;
using command::of;
using command::Option;
using command::Output;

using Models = NameList<methods::Model>;
using Steps = Whole<1, 8>;
using Order = Whole<1, methods::StateChain::kOrderMax>;
using Rounds = Whole<0, 1'000>;

constexpr std::chrono::minutes kPatience{10};
constexpr Text kN{"n = {0} customers with {1} steps. {2}", "n = {0} klanten met {1} stappen. {2}"};

// Rows, with channels by their codes.

struct SwitchRow {
  std::string from;
  std::string to;
  std::int64_t times = 0;
  double share = 0;
  double low = 0;
  double high = 0;
};
BOOST_DESCRIBE_STRUCT(SwitchRow, (), (from, to, times, share, low, high))

struct GapRow {
  std::string from;
  std::string to;
  std::int64_t times = 0;
  double quarter_days = 0;
  double median_days = 0;
  double three_quarters_days = 0;
};
BOOST_DESCRIBE_STRUCT(GapRow, (), (from, to, times, quarter_days, median_days, three_quarters_days))

struct LinkRow {
  std::int64_t step = 0;
  std::string from;
  std::string to;
  std::int64_t customers = 0;
};
BOOST_DESCRIBE_STRUCT(LinkRow, (), (step, from, to, customers))

struct LevelRow {
  std::string step;
  std::int64_t customers = 0;
  std::optional<double> share;
  std::optional<double> low;
  std::optional<double> high;
  std::optional<double> median_days;
};
BOOST_DESCRIBE_STRUCT(LevelRow, (), (step, customers, share, low, high, median_days))

struct BothRow {
  std::string one;
  std::string other;
  std::int64_t customers = 0;
};
BOOST_DESCRIBE_STRUCT(BothRow, (), (one, other, customers))

struct CreditRow {
  std::string credited;
  methods::Model model = methods::Model::first;
  double conversions = 0;
  std::optional<double> low;
  std::optional<double> high;
  double share = 0;
  double value = 0;
  std::optional<double> removal_effect;
};
BOOST_DESCRIBE_STRUCT(CreditRow, (),
                      (credited, model, conversions, low, high, share, value, removal_effect))

class Codes {
 public:
  explicit Codes(std::vector<channels::Channel> channels) : channels_(std::move(channels)) {}
  std::string of(std::optional<ChannelId> id) const {
    if (!id) return {};
    const auto found = std::ranges::find(channels_, *id, &channels::Channel::id);
    return found == channels_.end() ? to_string(*id) : found->code.text;
  }
  // One that nothing is called is refused nowhere: nobody did anything there.
  std::optional<ChannelId> find(const std::string& code) const {
    const auto found = std::ranges::find_if(
        channels_, [&](const channels::Channel& one) { return one.code.text == code; });
    return found == channels_.end() ? std::nullopt : std::optional(found->id);
  }

 private:
  std::vector<channels::Channel> channels_;
};

// What the stores know of the words in a question.
struct Known {
  Codes codes;
  Scope scope;
};

Result<Known> known(const Invocation& args) {
  return args.store().snapshot([&](store::Snapshot& snapshot) -> Result<Known> {
    Known known{Codes(channels::all(snapshot, channels::kEverything)),
                {.from = args.as<Date>("from"),
                 .to = args.as<Date>("to"),
                 .segment = {},
                 .channel = {},
                 .campaign = args.find<std::string>("campaign"),
                 .product = args.find<std::string>("product")}};
    if (const auto segment = args.find<std::string>("segment")) {
      known.scope.segment = TRY(segments::named(snapshot, *segment)).id;
    }
    if (const auto channel = args.find<std::string>("channel")) {
      known.scope.channel = known.codes.find(*channel).value_or(ChannelId(-1));
    }
    return known;
  });
}

// Who is in a segment follows from what was shipped.
Result<void> bring_up(const Invocation& args) {
  return segments::bring_up(args.store(), args.analytics(), args.clock().now(), args.cancel());
}

// Until what was acknowledged before the command is in the index of the server.
Result<void> await(const Index& index, const Invocation& args) {
  const auto last =
      TRY(args.store().snapshot([](store::Snapshot& snapshot) -> Result<outbox::Position> {
        return events::acknowledged_position(snapshot);
      }));
  index.await(last, args.cancel());
  if (args.cancelled()) return refuse(command::CommandRefusal::cancelled);
  return {};
}

void tell(Invocation& args, const Basis& basis, Asked asked) {
  args.note(Message(kN, std::to_string(basis.customers), std::to_string(basis.steps),
                    std::string(definition_of(asked).in(args.reader().language))));
}

// Calls count(selection, words) on the index of the server, or on one that is read for this.
template <class Count>
auto counted(Invocation& args, const Index* serving, const Known& known, const Count& count)
    -> std::invoke_result_t<const Count&, const Selection&, const Words&> {
  using Answer = std::invoke_result_t<const Count&, const Selection&, const Words&>;
  if (known.scope.segment) TRY_VOID(bring_up(args));
  std::optional<Index> own;
  const Index& index = serving != nullptr ? *serving : own.emplace(args.store(), args.analytics());
  if (own) {
    TRY_VOID(own->catch_up(args.cancel()));
  } else {
    TRY_VOID(await(index, args));
  }
  const Resolved scope = TRY(args.analytics().snapshot(
      [&](analytics::Snapshot& figures) { return resolved(args.store(), figures, known.scope); },
      kPatience, args.cancel()));
  return index.ask([&](const Tracks& tracks, Instant) -> Answer {
    return count(scope.in(tracks), tracks.words());
  });
}

Result<void> print_switches(Invocation& args, const Index* index) {
  const Known about = TRY(known(args));
  const Switches answer = TRY(
      counted(args, index, about, [](const Selection& all, const Words& words) -> Result<Switches> {
        return switches(all, words);
      }));
  std::vector<SwitchRow> rows;
  for (const Switch& one : answer.switches)
    rows.push_back({about.codes.of(one.from), about.codes.of(one.to), one.times, one.share, one.low,
                    one.high});
  command::print_rows(args, rows);
  tell(args, answer, Asked::switches);
  return {};
}

Result<void> print_gaps(Invocation& args, const Index* index) {
  const Known about = TRY(known(args));
  const Gaps answer =
      TRY(counted(args, index, about, [](const Selection& all, const Words& words) -> Result<Gaps> {
        return gaps(all, words);
      }));
  std::vector<GapRow> rows;
  for (const Gap& one : answer.gaps)
    rows.push_back({about.codes.of(one.from), about.codes.of(one.to), one.times, one.quarter_days,
                    one.median_days, one.three_quarters_days});
  command::print_rows(args, rows);
  tell(args, answer, Asked::gaps);
  return {};
}

Result<void> print_links(Invocation& args, const Index* index) {
  const Known about = TRY(known(args));
  const PathsAsked asked{.steps = static_cast<int>(args.as<Steps>("steps").number),
                         .start = args.find<std::string>("start"),
                         .conversion = args.text("conversions")};
  const PathsAnswer answer =
      TRY(counted(args, index, about, [&](const Selection& all, const Words& words) {
        return paths(all, words, asked);
      }));
  std::vector<LinkRow> rows;
  for (const Link& one : answer.links)
    rows.push_back({one.step, about.codes.of(one.from), about.codes.of(one.to), one.customers});
  command::print_rows(args, rows);
  tell(args, answer, Asked::paths);
  return {};
}

Result<void> print_funnel(Invocation& args, const Index* index) {
  const Known about = TRY(known(args));
  const FunnelAsked asked{args.text("steps"), TRY(window_of(args.as<Duration>("window")))};
  const FunnelAnswer answer =
      TRY(counted(args, index, about, [&](const Selection& all, const Words& words) {
        return funnel(all, words, asked);
      }));
  std::vector<LevelRow> rows;
  for (const FunnelLevel& level : answer.levels) {
    LevelRow& row = rows.emplace_back();
    row = {level.step, level.customers, {}, {}, {}, level.median_days};
    if (!level.of_before) continue;
    row.share = level.of_before->share;
    row.low = level.of_before->low;
    row.high = level.of_before->high;
  }
  command::print_rows(args, rows);
  tell(args, answer, Asked::funnel);
  return {};
}

Result<void> print_overlap(Invocation& args, const Index* index) {
  const Known about = TRY(known(args));
  const Overlap answer = TRY(
      counted(args, index, about, [](const Selection& all, const Words& words) -> Result<Overlap> {
        return overlap(all, words);
      }));
  std::vector<BothRow> rows;
  for (const Both& one : answer.pairs)
    rows.push_back({about.codes.of(one.one), about.codes.of(one.other), one.customers});
  command::print_rows(args, rows);
  tell(args, answer, Asked::overlap);
  return {};
}

Result<void> print_credits(Invocation& args, const Index* index) {
  const Known about = TRY(known(args));
  CreditAsked asked{.models = {.models = args.as<Models>("models").names,
                               .order = static_cast<int>(args.as<Order>("order").number)},
                    .conversions = args.text("conversions"),
                    .window_s = TRY(window_of(args.as<Duration>("window"))),
                    .worth = args.as<Worth>("worth"),
                    .by = args.as<CreditBy>("by"),
                    .direct = about.codes.find(args.text("direct")),
                    .bootstrap_rounds = static_cast<int>(args.as<Rounds>("bootstrap").number)};
  Collected collected =
      TRY(counted(args, index, about, [&](const Selection& all, const Words& words) {
        return collect(all, words, asked);
      }));
  const CreditsAnswer answer = TRY(credits(std::move(collected), asked));
  std::vector<CreditRow> rows;
  for (const Credited& row : answer.rows) {
    const std::string credited = row.channel ? about.codes.of(row.channel) : *row.campaign;
    for (const ModelShare& one : row.models)
      rows.push_back({credited, one.model, one.conversions, one.low, one.high, one.share, one.value,
                      one.removal_effect});
  }
  command::print_rows(args, rows);
  tell(args, answer, Asked::attribution);
  return {};
}

std::vector<Option> options_with(std::vector<Option> own) {
  const std::vector<Option> of_scope = {
      {.name = "from",
       .value = "DAY",
       .help = {"the first day, such as 2026-01-01", "de eerste dag, zoals 2026-01-01"},
       .type = of<Date>,
       .required = true},
      {.name = "to",
       .value = "DAY",
       .help = {"the day after the last one", "de dag na de laatste"},
       .type = of<Date>,
       .required = true},
      {.name = "segment",
       .value = "SEGMENT",
       .help = {"code or id: only who is in it now", "code of id: alleen wie er nu in zit"}},
      {.name = "channel",
       .value = "CODE",
       .help = {"only customers who did something on it", "alleen klanten die er iets deden"}},
      {.name = "campaign",
       .value = "NAME",
       .help = {"only customers whom it brought", "alleen klanten die zij bracht"}},
      {.name = "product",
       .value = "SKU",
       .help = {"only customers who did something with it",
                "alleen klanten die er iets mee deden"}}};
  own.insert(own.begin(), of_scope.begin(), of_scope.end());
  return own;
}

constexpr Option kConversions{
    .name = "conversions",
    .value = "KINDS",
    .help = {"which kinds of event are conversions", "welke soorten gebeurtenis conversies zijn"},
    .fallback = "order_completed"};

std::vector<Option> path_options() {
  return options_with({{.name = "steps",
                        .value = "NUMBER",
                        .help = {"how many channels of each path", "hoeveel kanalen van elk pad"},
                        .type = of<Steps>,
                        .fallback = "4"},
                       {.name = "start",
                        .value = "KINDS",
                        .help = {"at which kinds of event a path begins",
                                 "bij welke soorten gebeurtenis een pad begint"}},
                       kConversions});
}

std::vector<Option> funnel_options() {
  return options_with({{.name = "steps",
                        .value = "KINDS",
                        .help = {"the steps, by kind of event with commas between them",
                                 "de stappen, naar soort gebeurtenis met komma's ertussen"},
                        .fallback = "product_viewed,order_completed"},
                       {.name = "window",
                        .value = "TIME",
                        .help = {"within which all steps lie", "waarbinnen alle stappen liggen"},
                        .type = of<Duration>,
                        .fallback = "7d"}});
}

std::vector<Option> credit_options() {
  return options_with(
      {{.name = "models",
        .value = "NAMES",
        .help = {"which models, with commas between them", "welke modellen, met komma's ertussen"},
        .type = of<Models>,
        .fallback = "first,last,linear,position,time_decay,last_non_direct,markov,shapley"},
       {.name = "order",
        .value = "NUMBER",
        .help = {"how many channels back the Markov chain remembers",
                 "hoeveel kanalen de Markovketen zich herinnert"},
        .type = of<Order>,
        .fallback = "1"},
       kConversions,
       {.name = "window",
        .value = "TIME",
        .help = {"how long before a conversion a touch counts",
                 "hoe lang voor een conversie een aanraking telt"},
        .type = of<Duration>,
        .fallback = "90d"},
       {.name = "worth",
        .value = "WHAT",
        .help = {"what a conversion is worth: revenue or margin",
                 "wat een conversie waard is: omzet (revenue) of marge (margin)"},
        .type = of<Worth>,
        .fallback = "revenue"},
       {.name = "by",
        .value = "WHAT",
        .help = {"credit channels or campaigns", "reken toe aan kanalen of campagnes"},
        .type = of<CreditBy>,
        .fallback = "channel"},
       {.name = "direct",
        .value = "CODE",
        .help = {"the channel that last_non_direct passes over",
                 "het kanaal dat last_non_direct overslaat"},
        .fallback = "direct"},
       {.name = "bootstrap",
        .value = "ROUNDS",
        .help = {"draw so many samples of the customers, for intervals of 95 %",
                 "trek zoveel steekproeven van de klanten, voor intervallen van 95 %"},
        .type = of<Rounds>,
        .fallback = "0"}});
}

}  // namespace

std::vector<command::Command> live_commands(const Index* index) {
  const auto run = [index](Result<void> (*print)(Invocation&, const Index*)) {
    return [index, print](Invocation& args) { return print(args, index); };
  };
  return {{.name = "paths switches",
           .summary = {"Print how often customers went from one channel to another.",
                       "Toon hoe vaak klanten van het ene kanaal naar het andere gingen."},
           .options = options_with({}),
           .output = Output::rows,
           .run = run(print_switches)},
          {.name = "paths times",
           .summary = {"Print how long it took from one channel to the next.",
                       "Toon hoe lang het duurde van het ene kanaal naar het volgende."},
           .options = options_with({}),
           .output = Output::rows,
           .run = run(print_gaps)},
          {.name = "paths steps",
           .summary = {"Print through which channels customers went, step by step.",
                       "Toon langs welke kanalen klanten gingen, stap voor stap."},
           .options = path_options(),
           .output = Output::rows,
           .run = run(print_links)},
          {.name = "paths funnel",
           .summary = {"Print how many customers came how far.",
                       "Toon hoeveel klanten hoe ver kwamen."},
           .options = funnel_options(),
           .output = Output::rows,
           .run = run(print_funnel)},
          {.name = "paths overlap",
           .summary = {"Print how many customers two channels share.",
                       "Toon hoeveel klanten twee kanalen delen."},
           .options = options_with({}),
           .output = Output::rows,
           .run = run(print_overlap)},
          {.name = "paths credit",
           .summary = {"Credit the conversions of a period to channels or campaigns, by several "
                       "models.",
                       "Reken de conversies van een periode toe aan kanalen of campagnes, met "
                       "meerdere modellen."},
           .options = credit_options(),
           .output = Output::rows,
           .run = run(print_credits)}};
}

}  // namespace sluis::journeys
