#include "simulator/commands.h"

#include "platform/clock.h"
#include "platform/command/rows.h"
#include "platform/config/config.h"
#include "simulator/live.h"
#include "simulator/removal.h"
#include "simulator/sample_files.h"

namespace sluis::simulator {
namespace {

using command::CommandRefusal;
using command::Invocation;
using command::Needs;
using command::Option;
using command::Output;

constexpr std::int64_t kCustomersMost = 1'000'000;
using CustomerCount = Whole<1, kCustomersMost>;
using EventCount = Whole<1, 50'000'000>;
using DayCount = Whole<1, 3'660>;
using Seed = Whole<0, 1'000'000'000>;

constexpr Text kWritten{"{0}: {1} events of {2} customers, and the truth beside them.",
                        "{0}: {1} gebeurtenissen van {2} klanten, en ernaast de waarheid."};

constexpr Text kLoaded{
    "The sample company is there: {0} events of {1} customers. What is true of it "
    "stands in {2}; `sluis simulate --remove` takes it away.",
    "Het voorbeeldbedrijf staat er: {0} gebeurtenissen van {1} klanten. Wat er "
    "waar van is, staat in {2}; `sluis simulate --remove` haalt het weg."};
constexpr Text kSent{"{0} events sent.", "{0} gebeurtenissen gestuurd."};
constexpr Text kRemoved{"The sample company is gone.", "Het voorbeeldbedrijf is weg."};
constexpr Text kEither{"Say how many customers or how many events, not both.",
                       "Zeg hoeveel klanten of hoeveel gebeurtenissen, niet allebei."};
constexpr Text kNoOwner{"There is no user {0}.", "Er is geen gebruiker {0}."};

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

// Each customer has about fifty events a year.
constexpr std::int64_t kEventsOfYear = 50;
constexpr std::int64_t kDaysOfYear = 365;

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

// ---- Into the store

Result<Wanted> wanted(const Invocation& args) {
  Wanted wanted{.world = args.as<WorldName>("world"),
                .seed = args.as<Seed>("seed").number,
                .days = args.as<DayCount>("days").number};
  const auto customers = args.find<CustomerCount>("customers");
  const auto events = args.find<EventCount>("events");
  if (customers && events) return refuse(CommandRefusal::misuse, Message(kEither));
  if (customers) wanted.customers = customers->number;
  if (events) {
    const std::int64_t fitting = events->number * kDaysOfYear / (kEventsOfYear * wanted.days);
    wanted.customers = std::clamp<std::int64_t>(fitting, 1, kCustomersMost);
  }
  return wanted;
}

Result<std::optional<UserId>> owner_of(const Invocation& args) {
  const auto email = args.find<Email>("owner");
  if (!email) return std::nullopt;
  return args.store().snapshot([&](store::Snapshot& snapshot) -> Result<std::optional<UserId>> {
    const auto person = access::person(snapshot, *email);
    if (!person) return refuse(CommandRefusal::misuse, Message(kNoOwner, email->text));
    return person->id;
  });
}

Workplace workplace_of(const Invocation& args, events::Intake& intake) {
  const store::Folder* folder = args.home().location.folder;
  const std::filesystem::path place =
      folder != nullptr ? folder->path() : args.config().settings.data;
  return {args.store(), intake, args.ids(), args.clock(), place / "sample"};
}

Result<void> load(Invocation& args, events::Intake& intake) {
  const Wanted size = TRY(wanted(args));
  const auto owner = TRY(owner_of(args));
  const auto actor = access::command_line(args.ids(), args.clock().now());
  const Sample sample =
      TRY(args.store().unit([&](store::Tx& tx) { return begin_loading(tx, actor, size, owner); }));
  const Workplace place = workplace_of(args, intake);
  const auto loading = TRY(Loading::begin(place, sample, 0, actor.name));
  const auto tell = [&](std::int64_t done, std::int64_t total) { args.progress(done, total); };
  while (TRY(loading->next(tell, args.cancel()))) {
  }
  args.say(Message(kLoaded, std::to_string(loading->events()), std::to_string(sample.customers),
                   place.folder.string()));
  return {};
}

Result<void> take_away(Invocation& args, events::Intake& intake) {
  const auto actor = access::command_line(args.ids(), args.clock().now());
  TRY_VOID(args.store().unit([&](store::Tx& tx) -> Result<void> {
    TRY_VOID(not_loading(tx));
    TRY(begin_removal(tx, actor, args.flag("everything")));
    return {};
  }));
  TRY_VOID(remove_sample(workplace_of(args, intake), args.analytics(), actor.name, args.cancel()));
  args.say(kRemoved);
  return {};
}

Result<void> simulate(Invocation& args, events::Intake* intake) {
  const auto run = args.flag("remove") ? take_away : load;
  if (intake != nullptr) return run(args, *intake);
  const auto own = TRY(events::open_intake(args.store()));
  return run(args, *own);
}

Result<void> go_on(Invocation& args) {
  Feed feed{args.as<config::Endpoint>("server"), args.text("key"), args.as<Speed>("speed"), {}};
  if (const auto events = args.find<EventCount>("events")) feed.events = events->number;
  const platform::ProgramClock clock(std::nullopt);
  const std::int64_t sent = TRY(go_on_live(
      feed, clock, [&](std::int64_t events) { args.progress(events, feed.events.value_or(0)); },
      args.cancel()));
  args.say({kSent, std::to_string(sent)});
  return {};
}

Result<void> list_worlds(Invocation& args) {
  std::vector<WorldRow> rows;
  for (const WorldName name : enum_values<WorldName>())
    rows.push_back({name, std::string(summary_of(name).in(args.reader().language))});
  command::print_rows(args, rows);
  return {};
}

const Option kCustomers{.name = "customers",
                        .value = "COUNT",
                        .help = {"how many customers; each has about 50 events a year",
                                 "hoeveel klanten; elk heeft ongeveer 50 gebeurtenissen per jaar"},
                        .type = command::of<CustomerCount>};

Option or_else(Option option, std::string_view fallback) {
  option.fallback = fallback;
  return option;
}

std::vector<Option> sample_options() {
  return {{.name = "days",
           .value = "COUNT",
           .help = {"how many days", "hoeveel dagen"},
           .type = command::of<DayCount>,
           .fallback = "365"},
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

std::vector<Option> file_options() {
  std::vector<Option> options = sample_options();
  options.push_back(or_else(kCustomers, "2000"));
  options.push_back({.name = "until",
                     .value = "DATE",
                     .help = {"the day after the last one", "de dag na de laatste"},
                     .type = command::of<Date>,
                     .fallback = "2026-01-01"});
  return options;
}

std::vector<Option> home_options() {
  std::vector<Option> options = sample_options();
  options.push_back(kCustomers);
  options.push_back({.name = "events",
                     .value = "COUNT",
                     .help = {"about how many events, instead of --customers; without either there "
                              "are 5000 customers",
                              "ongeveer hoeveel gebeurtenissen, in plaats van --customers; zonder "
                              "beide zijn er 5000 klanten"},
                     .type = command::of<EventCount>});
  options.push_back({.name = "owner",
                     .value = "ADDRESS",
                     .help = {"of the user who owns the channels; without one they stay drafts",
                              "van de gebruiker van wie de kanalen zijn; zonder blijven het "
                              "concepten"},
                     .type = command::of<Email>});
  options.push_back(
      {.name = "remove",
       .help = {"take the sample company away again", "haal het voorbeeldbedrijf weer weg"},
       .kind = command::Kind::flag});
  options.push_back({.name = "everything",
                     .help = {"with --remove: also what others sent meanwhile",
                              "met --remove: ook wat anderen intussen stuurden"},
                     .kind = command::Kind::flag});
  return options;
}

}  // namespace

std::vector<command::Command> commands(events::Intake* intake) {
  return {
      {.name = "simulate",
       .summary = {"Fill an empty home with a sample company, or take it away again.",
                   "Vul een leeg bedrijf met een voorbeeldbedrijf, of haal dat weer weg."},
       .options = home_options(),
       .run = [intake](Invocation& args) { return simulate(args, intake); }},
      {.name = "simulate files",
       .summary = {"Write a sample company as files: events to import, and the truth about them.",
                   "Schrijf een voorbeeldbedrijf als bestanden: gebeurtenissen om in te lezen, en "
                   "de waarheid erover."},
       .options = file_options(),
       .positionals = {{.name = "folder",
                        .value = "FOLDER",
                        .help = {"where they go; it is made when it is not there",
                                 "waar ze komen; de map wordt gemaakt als ze er niet is"},
                        .kind = command::Kind::file_out,
                        .required = true}},
       .needs = Needs::nothing,
       .run = write_files},
      {.name = "simulate live",
       .summary = {"Let the sample company of a running server go on, until stopped.",
                   "Laat het voorbeeldbedrijf van een draaiende server doorgaan, tot u het stopt."},
       .options = {{.name = "server",
                    .value = "ADDRESS:PORT",
                    .help = {"where the server listens, without TLS",
                             "waar de server luistert, zonder TLS"},
                    .type = command::of<config::Endpoint>,
                    .fallback = "127.0.0.1:8080"},
                   {.name = "key",
                    .value = "KEY",
                    .help = {"of `sluis key create --scope ingest --name sample-traffic`",
                             "van `sluis key create --scope ingest --name sample-traffic`"},
                    .required = true},
                   {.name = "speed",
                    .value = "SPEED",
                    .help = {"events a second, or \"60x\" for times as fast as time passes",
                             "gebeurtenissen per seconde, of \"60x\" voor keer zo snel als de "
                             "tijd"},
                    .type = command::of<Speed>,
                    .fallback = "1x"},
                   {.name = "events",
                    .value = "COUNT",
                    .help = {"end after so many", "eindig na zoveel gebeurtenissen"},
                    .type = command::of<EventCount>}},
       .needs = Needs::nothing,
       .run = go_on},
      {.name = "simulate worlds",
       .summary = {"List the worlds in which a sample company can live.",
                   "Toon de werelden waarin een voorbeeldbedrijf kan leven."},
       .needs = Needs::nothing,
       .output = Output::rows,
       .run = list_worlds},
  };
}

}  // namespace sluis::simulator
