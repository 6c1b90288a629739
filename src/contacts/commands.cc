#include "contacts/commands.h"

#include "contacts/desk/looking.h"
#include "platform/command/rows.h"
#include "platform/store/store.h"

namespace sluis::contacts {
namespace {

using command::Invocation;
using store::Snapshot;

constexpr std::int64_t kShown = 100;
constexpr Sight kAll{.everything = true, .names = true, .user = {}};

struct Row {
  ContactId id;
  Kind kind;
  State state;
  std::string caller;
  Instant created;
  std::int64_t waited_s;
  std::int64_t handled_s;
  Outcome outcome;

  static constexpr Text headings[] = {{"Contact", "Contact"},      {"Kind", "Soort"},
                                      {"State", "Stand"},          {"With", "Met"},
                                      {"Asked", "Gevraagd"},       {"Waited (s)", "Gewacht (s)"},
                                      {"Handled (s)", "Duur (s)"}, {"Outcome", "Uitkomst"}};
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, kind, state, caller, created, waited_s, handled_s, outcome))

struct WallRow {
  Line<1, 120> name;
  std::int64_t online;
  std::int64_t free;
  std::int64_t waiting;
  std::int64_t longest_wait_s;
  std::int64_t active;
  std::int64_t answered;
  std::int64_t abandoned;

  static constexpr Text headings[] = {
      {"Team", "Team"},           {"Online", "Aanwezig"},        {"Free", "Vrij"},
      {"Waiting", "Wachtend"},    {"Longest (s)", "Langst (s)"}, {"Active", "In gesprek"},
      {"Answered", "Beantwoord"}, {"Abandoned", "Opgehangen"}};
};
BOOST_DESCRIBE_STRUCT(WallRow, (),
                      (name, online, free, waiting, longest_wait_s, active, answered, abandoned))

Result<void> list_contacts(Invocation& args) {
  const Query query{.state = args.find<State>("state"), .limit = kShown};
  const ContactList found = TRY(args.store().snapshot(
      [&](Snapshot& snapshot) -> Result<ContactList> { return list(snapshot, kAll, query); }));
  std::vector<Row> rows;
  for (const Listed& one : found.contacts) {
    rows.push_back({one.id, one.kind, one.state, one.caller, one.created, one.waited_s,
                    one.handled_s, one.outcome});
  }
  command::print_rows(args, rows);
  return {};
}

Result<void> show_wall(Invocation& args) {
  const Wall now = TRY(args.store().snapshot(
      [&](Snapshot& snapshot) -> Result<Wall> { return wall(snapshot, args.clock().now()); }));
  std::vector<WallRow> rows;
  for (const TeamState& one : now.teams) {
    rows.push_back({one.name, one.online, one.free, one.waiting, one.longest_wait_s, one.active,
                    one.answered, one.abandoned});
  }
  command::print_rows(args, rows);
  return {};
}

}  // namespace

std::vector<command::Command> commands() {
  return {{.name = "contacts list",
           .summary = {"List the latest contacts of all channels.",
                       "Toon de laatste contacten van alle kanalen."},
           .options = {{.name = "state",
                        .value = "STATE",
                        .help = {"Only in this state", "Alleen in deze stand"},
                        .type = command::of<State>}},
           .output = command::Output::rows,
           .run = list_contacts},
          {.name = "contacts wall",
           .summary = {"Show how all teams do, now and today.",
                       "Toon hoe alle teams het doen, nu en vandaag."},
           .output = command::Output::rows,
           .run = show_wall}};
}

}  // namespace sluis::contacts
