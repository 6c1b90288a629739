#include "simulator/commands.h"

#include "platform/command/rows.h"
#include "simulator/sample_files.h"

namespace sluis::simulator {
namespace {

using command::Invocation;
using command::Needs;
using command::Option;
using command::Output;

using CustomerCount = Whole<1, 1'000'000>;
using DayCount = Whole<1, 3'660>;
using Seed = Whole<0, 1'000'000'000>;

constexpr Text kWritten{"{0}: {1} events of {2} customers, and the truth beside them.",
                        "{0}: {1} gebeurtenissen van {2} klanten, en ernaast de waarheid."};

struct WorldRow {
  WorldName world;
  std::string summary;

  static constexpr Text headings[] = {{"World", "Wereld"}, {"What is special", "Wat bijzonder is"}};
};
BOOST_DESCRIBE_STRUCT(WorldRow, (), (world, summary))

struct Asked {
  Settings settings;
  std::int64_t days = 0;
};

Asked asked(const Invocation& args) {
  const auto until = args.as<Date>("until");
  const std::int64_t days = args.as<DayCount>("days").number;
  return {.settings = {.world = args.as<WorldName>("world"),
                       .seed = static_cast<std::uint64_t>(args.as<Seed>("seed").number),
                       .customers =
                           static_cast<std::uint32_t>(args.as<CustomerCount>("customers").number),
                       .from = until + -std::chrono::days(days)},
          .days = days};
}

Result<void> write_files(Invocation& args) {
  const auto [settings, days] = asked(args);
  const std::string& folder = args.text("folder");
  const std::int64_t events = TRY(write_sample(
      folder, settings, days,
      [&](std::int64_t done, std::int64_t total) { args.progress(done, total); }, args.cancel()));
  args.say(Message(kWritten, folder, std::to_string(events), std::to_string(settings.customers)));
  return {};
}

Result<void> list_worlds(Invocation& args) {
  std::vector<WorldRow> rows;
  for (const WorldName name : enum_values<WorldName>())
    rows.push_back({name, std::string(summary_of(name).in(args.reader().language))});
  command::print_rows(args, rows);
  return {};
}

std::vector<Option> sample_options() {
  return {{.name = "customers",
           .value = "COUNT",
           .help = {"how many customers; each has about 50 events a year",
                    "hoeveel klanten; elk heeft ongeveer 50 gebeurtenissen per jaar"},
           .type = command::of<CustomerCount>,
           .fallback = "2000"},
          {.name = "days",
           .value = "COUNT",
           .help = {"how many days", "hoeveel dagen"},
           .type = command::of<DayCount>,
           .fallback = "365"},
          {.name = "until",
           .value = "DATE",
           .help = {"the day after the last one", "de dag na de laatste"},
           .type = command::of<Date>,
           .fallback = "2026-01-01"},
          {.name = "world",
           .value = "WORLD",
           .help = {"what is true of the customers: see `sluis simulate worlds`",
                    "wat er waar is van de klanten: zie `sluis simulate worlds`"},
           .type = command::of<WorldName>,
           .fallback = "simple"},
          {.name = "seed",
           .value = "NUMBER",
           .help = {"the same number gives the same sample",
                    "hetzelfde getal geeft hetzelfde voorbeeld"},
           .type = command::of<Seed>,
           .fallback = "1"}};
}

}  // namespace

std::vector<command::Command> commands() {
  return {
      {.name = "simulate files",
       .summary = {"Write a sample company as files: events to import, and the truth about them.",
                   "Schrijf een voorbeeldbedrijf als bestanden: gebeurtenissen om in te lezen, en "
                   "de waarheid erover."},
       .options = sample_options(),
       .positionals = {{.name = "folder",
                        .value = "FOLDER",
                        .help = {"where they go; it is made when it is not there",
                                 "waar ze komen; de map wordt gemaakt als ze er niet is"},
                        .kind = command::Kind::file_out,
                        .required = true}},
       .needs = Needs::nothing,
       .run = write_files},
      {.name = "simulate worlds",
       .summary = {"List the worlds in which a sample company can live.",
                   "Toon de werelden waarin een voorbeeldbedrijf kan leven."},
       .needs = Needs::nothing,
       .output = Output::rows,
       .run = list_worlds},
  };
}

}  // namespace sluis::simulator
