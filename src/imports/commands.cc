#include "imports/commands.h"

#include "company/company.h"
#include "imports/detect.h"
#include "imports/presets.h"
#include "imports/toml.h"
#include "kernel/assert.h"
#include "platform/command/rows.h"

namespace sluis::imports {
namespace {

using command::Invocation;
using command::Output;

constexpr std::size_t kMappingMost = 1 << 20;
constexpr std::size_t kProblemsShown = 20;
constexpr std::int64_t kEverything = std::numeric_limits<std::int64_t>::max();

constexpr Text kSayHow{
    "Say how to read the files: --preset NAME for files that everybody knows ({0}), or --mapping "
    "FILE.toml. `sluis imports propose FILE` writes a mapping to begin with.",
    "Zeg hoe de bestanden te lezen zijn: --preset NAAM voor bestanden die iedereen kent ({0}), of "
    "--mapping BESTAND.toml. `sluis imports propose BESTAND` schrijft er een om mee te beginnen."};
constexpr Text kSkipped{"{0} is no file that this preset knows; it is left out.",
                        "{0} is geen bestand dat deze voorinstelling kent; het blijft erbuiten."};
constexpr Text kProblem{"{0}, line {1}: {2}", "{0}, regel {1}: {2}"};
constexpr Text kProblemOf{"{0}, line {1}, {2}: {3}", "{0}, regel {1}, {2}: {3}"};
constexpr Text kMoreProblems{
    "{0}: {1} rows gave no events; the first are told above.",
    "{0}: {1} rijen gaven geen gebeurtenissen; de eerste staan hierboven."};
constexpr Text kDoneBefore{"{0} was brought in before, on {1}; nothing changed.",
                           "{0} is al ingelezen, op {1}; er is niets gewijzigd."};
constexpr Text kWould{"{0}: {1} rows would give {2} events.",
                      "{0}: {1} rijen zouden {2} gebeurtenissen geven."};
constexpr Text kNewChannel{
    "{0}: there is no channel {1} on the worksheet; its {2} events would add it as a draft.",
    "{0}: er is geen kanaal {1} op het werkblad; de {2} gebeurtenissen zouden het als concept "
    "toevoegen."};
constexpr Text kNoChannel{
    "{0}: {1} is no channel on the worksheet, nor the code of a new one; its {2} events would be "
    "of the channel of the source.",
    "{0}: {1} is geen kanaal op het werkblad en geen code voor een nieuw; de {2} gebeurtenissen "
    "zouden van het kanaal van de bron zijn."};
constexpr Text kDoubt{"{0}: {1} may be {2}; the first was taken.",
                      "{0}: {1} kan {2} zijn; het eerste is genomen."};

// What a file brought.
struct FileRow {
  std::string file;
  std::string mapping;
  State state = State::done;
  std::int64_t rows = 0;
  std::int64_t events = 0;
  std::int64_t duplicates = 0;
  std::int64_t quarantined = 0;
  std::int64_t problem_rows = 0;

  static constexpr Text headings[] = {{"File", "Bestand"},
                                      {"Mapping", "Koppeling"},
                                      {"State", "Stand"},
                                      {"Rows", "Rijen"},
                                      {"Events", "Nieuw"},
                                      {"Known", "Bekend"},
                                      {"Quarantine", "Quarantaine"},
                                      {"Problems", "Problemen"}};
};
BOOST_DESCRIBE_STRUCT(FileRow, (),
                      (file, mapping, state, rows, events, duplicates, quarantined, problem_rows))

struct SumRow {
  std::string file;
  std::string channel;
  std::string kind;
  std::int64_t events = 0;
  Micro quantity;
  Micro revenue;
  Micro cost;
  std::string currency;

  static constexpr Text headings[] = {
      {"File", "Bestand"}, {"Channel", "Kanaal"}, {"Kind", "Soort"},  {"Events", "Aantal"},
      {"Units", "Stuks"},  {"Revenue", "Omzet"},  {"Cost", "Kosten"}, {"Currency", "Valuta"}};
};
BOOST_DESCRIBE_STRUCT(SumRow, (), (file, channel, kind, events, quantity, revenue, cost, currency))

struct PresetRow {
  std::string preset;
  std::string title;
  std::vector<std::string> columns;

  static constexpr Text headings[] = {
      {"Preset", "Voorinstelling"}, {"File", "Bestand"}, {"Columns", "Kolommen"}};
};
BOOST_DESCRIBE_STRUCT(PresetRow, (), (preset, title, columns))

struct ImportRow {
  ImportId id;
  std::string file;
  std::string mapping;
  State state = State::done;
  std::int64_t rows = 0;
  std::int64_t events = 0;
  std::int64_t problem_rows = 0;
  Instant changed;

  static constexpr Text headings[] = {
      {"Id", "Id"},      {"File", "Bestand"}, {"Mapping", "Koppeling"},  {"State", "Stand"},
      {"Rows", "Rijen"}, {"Events", "Nieuw"}, {"Problems", "Problemen"}, {"Changed", "Gewijzigd"}};
};
BOOST_DESCRIBE_STRUCT(ImportRow, (),
                      (id, file, mapping, state, rows, events, problem_rows, changed))

Result<std::vector<Mapping>> mappings_of(Invocation& args) {
  if (const auto name = args.find<std::string>("preset")) return preset(*name);
  if (args.find<std::string>("mapping")) {
    const std::string toml = TRY(args.read_file("mapping", kMappingMost));
    return std::vector{TRY(mapping_from_toml(toml))};
  }
  return refuse(command::CommandRefusal::misuse, Message(kSayHow, join_names(preset_names())));
}

// The files with the mapping that each is read by. A mapping of one's own is for all of them.
Result<std::vector<Order>> orders_of(Invocation& args) {
  const std::vector<Mapping> mappings = TRY(mappings_of(args));
  const bool own = args.find<std::string>("mapping").has_value();
  std::vector<Order> orders;
  for (const std::string& file : args.texts("file")) {
    const std::filesystem::path path = file;
    const std::string name = path.filename().string();
    if (own) {
      orders.push_back({path, name, mappings.front()});
      continue;
    }
    const Form form = TRY(form_of(path, {}));
    const auto rows = TRY(open_rows(path, form));
    const Mapping* fits = fitting(mappings, rows->columns());
    if (fits) orders.push_back({path, name, *fits});
    if (!fits) args.note(Message(kSkipped, name));
  }
  if (orders.empty()) {
    return refuse(PresetRefusal::file_not_of_preset, args.texts("file").front(),
                  args.text("preset"));
  }
  return orders;
}

void tell_problems(Invocation& args, const std::string& file,
                   const std::vector<ToldProblem>& problems, std::int64_t rows) {
  const Language language = args.reader().language;
  for (std::size_t i = 0; i < std::min(problems.size(), kProblemsShown); ++i) {
    const ToldProblem& problem = problems[i];
    const std::string& text = language == Language::nl ? problem.nl : problem.en;
    const std::string line = std::to_string(problem.line);
    args.note(problem.column.empty() ? Message(kProblem, file, line, text)
                                     : Message(kProblemOf, file, line, problem.column, text));
  }
  if (rows > 0) args.note(Message(kMoreProblems, file, std::to_string(rows)));
}

// ---- Doing it

class Importer {
 public:
  Importer(Invocation& args, events::Intake& intake, const std::vector<Order>& orders)
      : args_(args), intake_(intake), orders_(orders) {
    std::error_code ignored;
    for (const Order& order : orders)
      total_ += static_cast<std::int64_t>(std::filesystem::file_size(order.file, ignored));
  }

  Result<void> run() {
    for (const Order& order : orders_)
      TRY_VOID(bring_in(order));
    command::print_rows(args_, rows_);
    return {};
  }

 private:
  Result<void> bring_in(const Order& order) {
    const auto run = TRY(Run::begin(setting(), order, args_.cancel()));
    if (run->was_done_before()) {
      args_.note(Message(kDoneBefore, order.file_name, to_string(run->import().changed)));
    }
    const auto more = run->go_on([&] {
      args_.progress(done_ + run->import().bytes, total_);
      return args_.cancelled();
    });
    if (!more) return std::unexpected(more.error());
    const Import& import = run->import();
    tell_problems(args_, order.file_name, import.problems,
                  import.problem_rows + import.quarantined);
    if (*more) {
      TRY_VOID(run->stop());
      return refuse(command::CommandRefusal::cancelled);
    }
    done_ += import.file_size;
    rows_.push_back({.file = order.file_name,
                     .mapping = import.mapping_name,
                     .state = import.state,
                     .rows = import.rows,
                     .events = import.events,
                     .duplicates = import.duplicates,
                     .quarantined = import.quarantined,
                     .problem_rows = import.problem_rows});
    return {};
  }

  Setting setting() const {
    return {args_.store(), intake_, args_.ids(), args_.clock(),
            access::command_line(args_.ids(), args_.clock().now()).name};
  }

  Invocation& args_;
  events::Intake& intake_;
  const std::vector<Order>& orders_;
  std::vector<FileRow> rows_;
  std::int64_t done_ = 0;
  std::int64_t total_ = 0;
};

Result<void> try_files(Invocation& args, const std::vector<Order>& orders) {
  const auto around = TRY(args.store().snapshot(
      [](store::Snapshot& snapshot) -> Result<Surroundings> { return surroundings(snapshot); }));
  std::vector<SumRow> rows;
  for (const Order& order : orders) {
    const Trial trial = TRY(try_out(order, around, kEverything, [&](auto done, auto total) {
      args.progress(done, total);
      return !args.cancelled();
    }));
    if (!trial.whole) return refuse(command::CommandRefusal::cancelled);
    tell_problems(args, order.file_name, trial.problems, trial.problem_rows);
    for (const UnknownChannel& one : trial.unknown_channels) {
      args.note(Message(one.added ? kNewChannel : kNoChannel, order.file_name, one.code,
                        std::to_string(one.events)));
    }
    args.note(
        Message(kWould, order.file_name, std::to_string(trial.rows), std::to_string(trial.events)));
    for (const Sum& sum : trial.sums) {
      rows.push_back({order.file_name, sum.channel, sum.kind, sum.events, sum.quantity, sum.revenue,
                      sum.cost, sum.currency});
    }
  }
  command::print_rows(args, rows);
  return {};
}

Result<void> import_files(Invocation& args, events::Intake* intake) {
  const std::vector<Order> orders = TRY(orders_of(args));
  if (args.flag("dry-run")) return try_files(args, orders);
  if (intake) return Importer(args, *intake, orders).run();
  const auto own = TRY(events::open_intake(args.store()));
  return Importer(args, *own, orders).run();
}

// ---- Looking

Result<void> propose(Invocation& args) {
  const std::filesystem::path file = args.text("file");
  const Detection detection = TRY(detect(file, {}));
  for (const Doubt& doubt : detection.doubts) {
    const std::vector<std::string_view> choices(doubt.choices.begin(), doubt.choices.end());
    args.note(Message(kDoubt, doubt.column, doubt.of, join_names(choices)));
  }
  args.print(mapping_to_toml(detection.mapping));
  return {};
}

Result<void> list_presets(Invocation& args) {
  std::vector<PresetRow> rows;
  for (const std::string_view name : preset_names()) {
    for (const Mapping& mapping : TRY(preset(name))) {
      PresetRow& row = rows.emplace_back(PresetRow{std::string(name), mapping.title.text, {}});
      for (const ColumnName& column : mapping.needs.value)
        row.columns.push_back(column.text);
    }
  }
  command::print_rows(args, rows);
  return {};
}

Result<void> list_imports(Invocation& args) {
  constexpr int kMost = 200;
  const auto all =
      TRY(args.store().snapshot([](store::Snapshot& snapshot) -> Result<std::vector<Import>> {
        return imports(snapshot, std::nullopt, kMost);
      }));
  std::vector<ImportRow> rows;
  for (const Import& import : all) {
    rows.push_back({import.id, import.file_name, import.mapping_name, import.state, import.rows,
                    import.events, import.problem_rows, import.changed});
  }
  command::print_rows(args, rows);
  return {};
}

command::Option file_option(const Text& help, bool many) {
  return {.name = "file",
          .value = "FILE",
          .help = help,
          .kind = command::Kind::file_in,
          .required = true,
          .many = many};
}

}  // namespace

std::vector<command::Command> commands(events::Intake* intake) {
  std::vector<command::Command> all = {
      {.name = "import",
       .summary = {"Bring in the events of files: CSV, JSON lines, XLSX or Parquet.",
                   "Lees de gebeurtenissen van bestanden in: CSV, JSON-regels, XLSX of Parquet."},
       .options = {{.name = "preset",
                    .value = "NAME",
                    .help = {"how files that everybody knows are read; see `sluis imports presets`",
                             "hoe bestanden die iedereen kent gelezen worden; zie `sluis imports "
                             "presets`"}},
                   {.name = "mapping",
                    .value = "FILE",
                    .help = {"a mapping of your own, as TOML", "een eigen koppeling, als TOML"},
                    .kind = command::Kind::file_in},
                   {.name = "dry-run",
                    .help = {"only say what would come in, and what is wrong with which line",
                             "zeg alleen wat er binnen zou komen, en wat er mis is met welke "
                             "regel"},
                    .kind = command::Kind::flag}},
       .positionals = {file_option({"the files", "de bestanden"}, true)},
       .output = Output::rows,
       .run = [intake](Invocation& args) { return import_files(args, intake); }},
      {.name = "imports list",
       .summary = {"Show the latest imports.", "Toon de laatste keren dat er is ingelezen."},
       .output = Output::rows,
       .run = list_imports},
      {.name = "imports presets",
       .summary = {"List the presets and the columns by which they know a file.",
                   "Toon de voorinstellingen en de kolommen waaraan ze een bestand herkennen."},
       .needs = command::Needs::nothing,
       .output = Output::rows,
       .run = list_presets},
      {.name = "imports propose",
       .summary = {"Look at a file and write a mapping for it, to be corrected.",
                   "Bekijk een bestand en schrijf er een koppeling voor, om te verbeteren."},
       .positionals = {file_option({"the file", "het bestand"}, false)},
       .needs = command::Needs::nothing,
       .run = propose},
  };
  std::ranges::move(product_commands(), std::back_inserter(all));
  return all;
}

}  // namespace sluis::imports
