#include "journeys/commands.h"

#include "journeys/crediting.h"
#include "journeys/name_list.h"

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
using Order = Whole<1, methods::StateChain::kOrderMax>;
using Rounds = Whole<0, 10'000>;
using Seed = Whole<0, 1'000'000'000>;

constexpr double kHalfLifeSteps = 2;

constexpr Text kHalfLifeWrong{"--half-life must be more than 0.",
                              "--half-life moet meer dan 0 zijn."};
constexpr Text kNoRemoval{
    "Only the model markov has removal effects: ask for it with --models.",
    "Alleen het model markov heeft verwijdereffecten: vraag erom met --models."};
constexpr Text kWritten{"{0}: the report.", "{0}: het rapport."};

Result<Crediting> crediting_of(const Invocation& args) {
  const double half_life = args.find<double>("half-life").value_or(kHalfLifeSteps);
  if (!(half_life > 0)) return refuse(command::CommandRefusal::misuse, Message(kHalfLifeWrong));
  return Crediting{.models = {.models = args.as<Models>("models").names,
                              .order = static_cast<int>(args.as<Order>("order").number),
                              .with_nulls = !args.flag("without-nulls"),
                              .half_life = half_life},
                   .direct = args.text("direct"),
                   .bootstrap_rounds = static_cast<int>(args.as<Rounds>("bootstrap").number),
                   .seed = static_cast<std::uint64_t>(args.as<Seed>("seed").number)};
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

Result<void> write_report(Invocation& args, const report::Page& page) {
  const auto file = args.find<std::string>("report");
  if (!file) return {};
  TRY_VOID(args.write_file("report", report::html_of(page, args.reader().language)));
  args.note(Message(kWritten, *file));
  return {};
}

Result<void> attribute(Invocation& args) {
  const Crediting how = TRY(crediting_of(args));
  const Figure figure = args.as<Figure>("show");
  const bool has_markov = args.as<Models>("models").holds(methods::Model::markov);
  if (figure == Figure::removal_effect && !has_markov) {
    return refuse(command::CommandRefusal::misuse, Message(kNoRemoval));
  }
  table::TableReader reader = TRY(table::TableReader::open(args.text("file")));
  const Credits credits =
      TRY(credit([&](table::Names& channels,
                     const TakePaths& take) { return read_paths(reader, channels, take); },
                 how));
  print_credits(args, credits, figure);
  return write_report(args, page_of(credits));
}

constexpr Option kReport{.name = "report",
                         .value = "FILE",
                         .help = {"also write a page with charts to this file (HTML)",
                                  "schrijf ook een pagina met tekeningen naar dit bestand (HTML)"},
                         .kind = Kind::file_out};

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
       .help = {"after how many steps time_decay gives half as much (2)",
                "na hoeveel stappen time_decay half zoveel geeft (2)"},
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
      kReport};
}

}  // namespace

std::vector<command::Command> commands() {
  return {{.name = "attribute",
           .summary = {"Credit the conversions in a file of paths to channels, by several models.",
                       "Reken de conversies in een bestand met paden toe aan kanalen, met meerdere "
                       "modellen."},
           .options = attribute_options(),
           .positionals = {{.name = "file",
                            .value = "FILE",
                            .help = {"CSV with path, total_conversions, total_conversion_value and "
                                     "total_null",
                                     "CSV met path, total_conversions, total_conversion_value en "
                                     "total_null"},
                            .kind = Kind::file_in,
                            .required = true}},
           .needs = Needs::nothing,
           .output = Output::rows,
           .run = attribute}};
}

}  // namespace sluis::journeys
