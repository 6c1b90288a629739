#include "conflicts/commands.h"

#include "conflicts/columns.h"
#include "conflicts/looking.h"
#include "events/events.h"
#include "platform/command/rows.h"

namespace sluis::conflicts {
namespace {

using command::Invocation;
using command::of;

constexpr std::int64_t kListedMost = 100'000;

constexpr Text kLooked{
    "{0} conflicts: {1} found, {2} with other values, {3} resolved since the look before.",
    "{0} tegenspraken: {1} gevonden, {2} met andere waarden, {3} opgelost sinds de vorige keer."};

Result<void> print_conflicts(Invocation& args) {
  const Query query{.search = args.find<std::string>("search").value_or(""),
                    .kind = args.find<Kind>("kind"),
                    .state = args.find<State>("state"),
                    .channel = {},
                    .owner = {},
                    .after = {},
                    .limit = kListedMost};
  command::print_rows(
      args, TRY(args.store().snapshot([&](store::Snapshot& snapshot) {
        return Result<std::vector<Columns>>(table_of(snapshot, list(snapshot, query).conflicts));
      })));
  return {};
}

Result<void> look_now(Invocation& args) {
  TRY_VOID(events::ship_all(args.store(), args.analytics(), args.cancel()));
  const Looked looked =
      TRY(look({args.store(), args.analytics(), args.clock(), args.ids()}, "command line"));
  args.say(Message(kLooked, std::to_string(looked.clashes), std::to_string(looked.found),
                   std::to_string(looked.changed), std::to_string(looked.resolved)));
  return {};
}

}  // namespace

std::vector<command::Command> commands() {
  return {{.name = "conflicts list",
           .summary = {"List what channels contradict each other in, what is about most money "
                       "first.",
                       "Toon waarin kanalen elkaar tegenspreken, wat over het meeste geld gaat "
                       "eerst."},
           .options = {{.name = "search",
                        .value = "TEXT",
                        .help = {"in SKU, name, what it is about and both values",
                                 "in SKU, naam, waar het over gaat en beide waarden"}},
                       {.name = "kind",
                        .value = "KIND",
                        .help = {"only of this kind", "alleen van deze soort"},
                        .type = of<Kind>},
                       {.name = "state",
                        .value = "STATE",
                        .help = {"only in this state", "alleen in deze staat"},
                        .type = of<State>}},
           .output = command::Output::rows,
           .run = print_conflicts},
          {.name = "conflicts look",
           .summary = {"Look for conflicts now; it also happens every night.",
                       "Zoek nu naar tegenspraken; dat gebeurt ook elke nacht."},
           .run = look_now}};
}

}  // namespace sluis::conflicts
