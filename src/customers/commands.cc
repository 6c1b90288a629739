#include "customers/commands.h"

#include "customers/export.h"
#include "customers/listing.h"
#include "customers/opened.h"
#include "customers/purge.h"
#include "events/events.h"
#include "kernel/csv.h"
#include "platform/analytics/store.h"
#include "platform/command/files.h"
#include "platform/command/rows.h"
#include "platform/export/table_file.h"
#include "platform/store/store.h"

namespace sluis::customers {
namespace {

using command::Invocation;
using command::of;
using command::Output;
using store::Snapshot;
using store::Tx;

constexpr std::int64_t kFoundMax = 100;
constexpr std::size_t kListMax = 100 * 1024 * 1024;
constexpr std::int64_t kProposalsMax = 1'000;

constexpr Text kDone{"{0} done; customers changed: {1}", "{0} gedaan; klanten gewijzigd: {1}"};

struct FoundRow {
  CustomerId id;
  std::string name;
  std::int64_t identities = 0;

  static constexpr Text headings[] = {
      {"Id", "Id"}, {"Name", "Naam"}, {"Identities", "Identiteiten"}};
};
BOOST_DESCRIBE_STRUCT(FoundRow, (), (id, name, identities))

struct ProposalRow {
  IdentityId identity;
  IdentityId other;
  Instant since;

  static constexpr Text headings[] = {
      {"Identity", "Identiteit"}, {"Other", "Andere"}, {"Since", "Sinds"}};
};
BOOST_DESCRIBE_STRUCT(ProposalRow, (), (identity, other, since))

const command::Option kWhy{
    .name = "why",
    .value = "TEXT",
    .help = {"the reason, for the history", "de reden, voor de geschiedenis"},
    .type = of<Why>};

command::Option id_option(std::string_view name, Text help) {
  return {
      .name = name, .value = "CUSTOMER", .help = help, .type = of<CustomerId>, .required = true};
}

Result<void> find_people(Invocation& args) {
  const auto found =
      TRY(args.store().snapshot([&](Snapshot& snapshot) -> Result<std::vector<FoundRow>> {
        std::vector<FoundRow> rows;
        for (const CustomerId id : search(snapshot, args.text("text"), kFoundMax)) {
          const Profile one = TRY(profile(snapshot, id));
          rows.push_back({id, one.name, std::ssize(one.identities)});
        }
        return rows;
      }));
  command::print_rows(args, found);
  return {};
}

Result<void> show_one(Invocation& args) {
  const auto actor = access::command_line(args.ids(), args.clock().now());
  const Profile shown = TRY(args.store().unit([&](Tx& tx) -> Result<Profile> {
    Profile one = TRY(profile(tx, args.as<CustomerId>("id")));
    tell_opened(tx, actor, one.id);
    return one;
  }));
  args.print(to_json(shown) + "\n");
  return {};
}

Result<void> say(Invocation& args, const Result<Changed>& changed) {
  const Changed did = TRY(changed);
  args.say(Message(kDone, to_string(did.operation), std::to_string(did.customers.size())));
  return {};
}

Result<void> merge_two(Invocation& args) {
  const auto actor = access::command_line(args.ids(), args.clock().now());
  return say(args, args.store().unit([&](Tx& tx) {
    return merge(tx, actor, args.as<CustomerId>("one"), args.as<CustomerId>("other"),
                 args.find<Why>("why").value_or(Why()));
  }));
}

Result<void> split_one(Invocation& args) {
  const auto actor = access::command_line(args.ids(), args.clock().now());
  return say(args, args.store().unit([&](Tx& tx) {
    return split(tx, actor, args.as<CustomerId>("id"), {args.as<IdentityId>("identity")},
                 args.find<Why>("why").value_or(Why()));
  }));
}

Result<void> undo_one(Invocation& args) {
  const auto actor = access::command_line(args.ids(), args.clock().now());
  return say(args, args.store().unit([&](Tx& tx) {
    return undo(tx, actor, args.as<OperationId>("operation"),
                args.find<Why>("why").value_or(Why()));
  }));
}

Result<void> list_proposals(Invocation& args) {
  const auto found =
      TRY(args.store().snapshot([](Snapshot& snapshot) -> Result<std::vector<Proposed>> {
        return proposals(snapshot, {}, kProposalsMax);
      }));
  std::vector<ProposalRow> rows;
  for (const Proposed& one : found)
    rows.push_back({one.identity, one.other, one.since});
  command::print_rows(args, rows);
  return {};
}

constexpr Text kForgotten{"Erased, with {0} identities.", "Gewist, met {0} identiteiten."};
constexpr Text kErasedAgain{"{0} identities erased again.", "{0} identiteiten opnieuw gewist."};
constexpr Text kNoErasure{"Line {0} is no line of an erasure list.",
                          "Regel {0} is geen regel van een wislijst."};

enum class ListRefusal : std::uint8_t { no_erasure };
BOOST_DESCRIBE_ENUM(ListRefusal, no_erasure)
const RefusalKind& kind_of(ListRefusal) {
  static constexpr RefusalKind kind{"erasure_list_unreadable", Category::invalid, Retry::useless,
                                    kNoErasure};
  return kind;
}

Places places_of(Invocation& args, const Above& above) {
  return {args.store(), args.home().location, args.analytics(), above.clear};
}

Result<void> forget_one(Invocation& args, const Above& above) {
  const auto actor = access::command_line(args.ids(), args.clock().now());
  const Forgetting begun =
      TRY(args.store().unit([&](Tx& tx) { return forget(tx, actor, args.as<CustomerId>("id")); }));
  TRY_VOID(purge(places_of(args, above), begun));
  args.say(Message(kForgotten, std::to_string(begun.person.identities.size())));
  return {};
}

// What was acknowledged before the command is in it. Gives who it is now.
Result<CustomerId> tell_everything(Invocation& args, const Above& above, CustomerId customer,
                                   const Write& write) {
  const Instant now = args.clock().now();
  TRY_VOID(events::ship_all(args.store(), args.analytics(), args.cancel()));
  TRY_VOID(renew_figures(args.store(), args.analytics(), now));
  return args.analytics().snapshot(
      [&](analytics::Snapshot& figures) {
        return write_everything({figures, above.tell, {.names = true, .margins = true}, now},
                                args.store(), customer, write);
      },
      std::chrono::minutes(30), args.cancel());
}

Result<CustomerId> tell_everything_in_file(Invocation& args, const Above& above,
                                           CustomerId customer) {
  auto file = TRY(command::GrowingFile::create(args.text("out")));
  const auto present = TRY(tell_everything(
      args, above, customer, [&](std::string_view piece) { return file.write(piece); }));
  TRY_VOID(file.keep());
  return present;
}

Result<void> export_one(Invocation& args, const Above& above) {
  const auto print = [&](std::string_view piece) -> Result<void> {
    args.print(piece);
    return {};
  };
  const auto id = args.as<CustomerId>("id");
  const auto customer = TRY(args.text("out") == "-" ? tell_everything(args, above, id, print)
                                                    : tell_everything_in_file(args, above, id));
  return args.store().unit([&](Tx& tx) -> Result<void> {
    note_exported(tx, access::command_line(args.ids(), args.clock().now()), customer);
    return {};
  });
}

Result<void> list_erasures(Invocation& args) {
  const auto list = TRY(args.store().snapshot(
      [](Snapshot& snapshot) -> Result<std::vector<Erasure>> { return erasures(snapshot); }));
  command::print_rows(args, list);
  return {};
}

// As `sluis customers erasures --format csv` prints it.
Result<std::vector<Erasure>> read_erasures(std::string_view csv) {
  const CsvFile file = TRY(read_csv(csv));
  std::vector<Erasure> list;
  for (std::size_t i = 1; i < file.rows.size(); ++i) {
    const auto& cells = file.rows[i].cells;
    if (cells.size() != 3) return refuse(ListRefusal::no_erasure, std::to_string(i + 1));
    const auto erased = parse_id<IdentityIdTag>(cells[0]);
    const auto fresh = parse_id<IdentityIdTag>(cells[1]);
    const auto ts = parse_instant(cells[2]);
    if (!erased || !fresh || !ts) return refuse(ListRefusal::no_erasure, std::to_string(i + 1));
    list.push_back({*erased, *fresh, *ts});
  }
  return list;
}

Result<void> erase_list_again(Invocation& args, const Above& above) {
  const std::string csv = TRY(args.read_file("file", kListMax));
  const auto list = TRY(read_erasures(csv));
  const auto actor = access::command_line(args.ids(), args.clock().now());
  const auto begun = TRY(erase_again(args.store(), actor, list));
  for (const Forgetting& one : begun)
    TRY_VOID(purge(places_of(args, above), one));
  args.say(Message(kErasedAgain, std::to_string(list.size())));
  return {};
}

std::vector<command::Command> erase_commands(const Above& above) {
  return {
      {.name = "customers forget",
       .summary = {"Erase a person everywhere; figures stay as they are.",
                   "Wis een persoon overal; cijfers blijven zoals ze zijn."},
       .positionals = {id_option("id", {"the customer", "de klant"})},
       .run = [above](Invocation& args) { return forget_one(args, above); }},
      {.name = "customers export",
       .summary = {"Write everything that is kept of a person, as JSON.",
                   "Schrijf alles wat van een persoon is bewaard, als JSON."},
       .options = {{.name = "out",
                    .value = "FILE",
                    .help = {"where to write it", "waar het komt te staan"},
                    .kind = command::Kind::file_out,
                    .fallback = "-"}},
       .positionals = {id_option("id", {"the customer", "de klant"})},
       .run = [above](Invocation& args) { return export_one(args, above); }},
      {.name = "customers erasures",
       .summary = {"List what was erased; keep it beside your backups.",
                   "Toon wat is gewist; bewaar de lijst bij uw back-ups."},
       .output = Output::rows,
       .run = list_erasures},
      {.name = "customers erase-again",
       .summary = {"After a restore: erase again what stands in a list of erasures.",
                   "Na het terugzetten van een back-up: wis opnieuw wat in een wislijst staat."},
       .positionals = {{.name = "file",
                        .value = "FILE",
                        .help = {"as `sluis customers erasures --format csv` prints it",
                                 "zoals `sluis customers erasures --format csv` hem print"},
                        .kind = command::Kind::file_in,
                        .required = true}},
       .run = [above](Invocation& args) { return erase_list_again(args, above); }},
  };
}

constexpr Text kExported{"{0} rows in {1}", "{0} regels in {1}"};
constexpr std::int64_t kEverybody = 1'000'000'000;

// What was acknowledged before the command is in it. The trail tells that somebody took it.
Result<void> export_list(Invocation& args) {
  const Instant now = args.clock().now();
  TRY_VOID(events::ship_all(args.store(), args.analytics(), args.cancel()));
  TRY_VOID(renew_figures(args.store(), args.analytics(), now));
  const auto file =
      TRY(exporting::TableFile::create(args.as<exporting::Form>("form"), args.text("file"),
                                       exporting::columns_of<ExportedCustomer>()));
  const auto write = [&](ExportedCustomer&& row) { return exporting::write_row(*file, row); };
  const auto rows = TRY(args.analytics().snapshot(
      [&](analytics::Snapshot& figures) {
        return each_exported(figures, args.store(), {.names = true, .margins = true}, {}, now,
                             kEverybody, write);
      },
      std::chrono::minutes(30), args.cancel()));
  TRY_VOID(file->finish());
  TRY_VOID(args.store().unit([&](Tx& tx) -> Result<void> {
    access::audit(
        tx, access::command_line(args.ids(), now),
        {.entity = "customers", .id = "list", .action = "exported", .after = Json{to_json(rows)}});
    return {};
  }));
  args.say({kExported, std::to_string(rows), args.text("file")});
  return {};
}

command::Command export_command() {
  return {.name = "export customers",
          .summary = {"Write all customers with what they did as CSV, Parquet or a spreadsheet.",
                      "Schrijf alle klanten met wat ze deden als CSV, Parquet of rekenblad."},
          .options = {{.name = "form",
                       .value = "FORM",
                       .help = {"of the file", "van het bestand"},
                       .type = of<exporting::Form>,
                       .fallback = "csv"}},
          .positionals = {{.name = "file",
                           .value = "FILE",
                           .help = {"what is written; must not be there yet",
                                    "wat geschreven wordt; mag er nog niet zijn"},
                           .kind = command::Kind::file_out,
                           .required = true}},
          .run = export_list};
}

std::vector<command::Command> link_commands() {
  return {
      {.name = "customers find",
       .summary = {"Find customers by name, address, number or code.",
                   "Zoek klanten op naam, adres, nummer of code."},
       .positionals = {{.name = "text",
                        .value = "TEXT",
                        .help = {"the beginnings of words", "het begin van woorden"},
                        .required = true}},
       .output = Output::rows,
       .run = find_people},
      {.name = "customers show",
       .summary = {"Print the profile of a customer as JSON; the trail tells that you did.",
                   "Print het klantbeeld als JSON; het logboek vertelt dat u dat deed."},
       .positionals = {id_option("id", {"the customer", "de klant"})},
       .run = show_one},
      {.name = "customers merge",
       .summary = {"Make one customer of two; it can be taken back.",
                   "Maak van twee klanten één; het kan ongedaan worden gemaakt."},
       .options = {kWhy},
       .positionals = {id_option("one", {"a customer", "een klant"}),
                       id_option("other", {"the other one", "de andere"})},
       .run = merge_two},
      {.name = "customers split",
       .summary = {"Take an identity out of a customer.", "Haal een identiteit uit een klant."},
       .options = {kWhy},
       .positionals = {id_option("id", {"the customer", "de klant"}),
                       {.name = "identity",
                        .value = "IDENTITY",
                        .help = {"that leaves", "die weggaat"},
                        .type = of<IdentityId>,
                        .required = true}},
       .run = split_one},
      {.name = "customers undo",
       .summary = {"Take back a merge or a split, exactly.",
                   "Maak een samenvoeging of splitsing precies ongedaan."},
       .options = {kWhy},
       .positionals = {{.name = "operation",
                        .value = "OPERATION",
                        .help = {"as the merge or split told it",
                                 "zoals de samenvoeging of splitsing vertelde"},
                        .type = of<OperationId>,
                        .required = true}},
       .run = undo_one},
      {.name = "customers proposals",
       .summary = {"List verified identities that look like one person.",
                   "Toon bevestigde identiteiten die één persoon lijken."},
       .output = Output::rows,
       .run = list_proposals},
  };
}

}  // namespace

std::vector<command::Command> commands(const Above& above) {
  auto all = link_commands();
  std::ranges::move(erase_commands(above), std::back_inserter(all));
  all.push_back(export_command());
  return all;
}

}  // namespace sluis::customers
