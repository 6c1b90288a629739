#include "events/commands.h"

#include "events/quarantine.h"
#include "events/sources.h"
#include "events/store.h"
#include "platform/command/rows.h"

namespace sluis::events {
namespace {

using command::Invocation;
using command::Output;
using store::Snapshot;
using store::Tx;

constexpr std::int64_t kReplayedAtOnce = 200;
constexpr Text kReplayed{"{0} accepted, {1} known already, {2} still not understood.",
                         "{0} opgenomen, {1} al bekend, {2} nog niet te begrijpen."};

struct SourceRow {
  SourceId id;
  Slug code;
  std::string name;
  SourceKind kind = SourceKind::live;
  std::string channel;
  Precedence precedence = Precedence::server;
  std::optional<Instant> last_event;
  bool silent = false;
};
BOOST_DESCRIBE_STRUCT(SourceRow, (),
                      (id, code, name, kind, channel, precedence, last_event, silent))

Result<void> list_sources(Invocation& args) {
  const auto rows =
      TRY(args.store().snapshot([](Snapshot& snapshot) -> Result<std::vector<SourceRow>> {
        std::vector<SourceRow> rows;
        for (const Source& source : sources(snapshot)) {
          const auto channel = channels::find(snapshot, channels::kEverything, source.channel);
          rows.push_back({.id = source.id,
                          .code = source.code,
                          .name = source.name.text,
                          .kind = source.kind,
                          .channel = channel ? channel->code.text : std::string(),
                          .precedence = source.precedence,
                          .last_event = source.last_event,
                          .silent = source.silent});
        }
        return rows;
      }));
  command::print_rows(args, rows);
  return {};
}

Result<void> count_quarantine(Invocation& args) {
  const auto rows =
      TRY(args.store().snapshot([](Snapshot& snapshot) -> Result<std::vector<QuarantineCount>> {
        return sql::quarantine_counts(snapshot);
      }));
  command::print_rows(args, rows);
  return {};
}

Result<void> replay_all(Invocation& args) {
  const auto intake = TRY(open_intake(args.store()));
  const auto actor = access::command_line(args.ids(), args.clock().now());
  QuarantineQuery query{.source = args.find<SourceId>("source"),
                        .reason = args.find<Reason>("reason"),
                        .kind = args.find<std::string>("kind"),
                        .after = {},
                        .limit = kReplayedAtOnce};
  Replayed sum;
  do {
    const Replayed some =
        TRY(args.store().unit([&](Tx& tx) { return replay(tx, *intake, actor, query, {}); },
                              store::Priority::background));
    sum.accepted += some.accepted;
    sum.duplicates += some.duplicates;
    sum.waiting += some.waiting;
    query.after = some.next;
  } while (query.after && !args.cancelled());
  args.say({kReplayed, std::to_string(sum.accepted), std::to_string(sum.duplicates),
            std::to_string(sum.waiting)});
  return {};
}

}  // namespace

std::vector<command::Command> commands() {
  return {
      {.name = "sources list",
       .summary = {"List who sends events, and when they last did.",
                   "Toon wie gebeurtenissen stuurt, en wanneer voor het laatst."},
       .output = Output::rows,
       .run = list_sources},
      {.name = "quarantine list",
       .summary = {"Count the events that could not be understood.",
                   "Tel de gebeurtenissen die niet te begrijpen waren."},
       .output = Output::rows,
       .run = count_quarantine},
      {.name = "quarantine replay",
       .summary = {"Try again to take in events that could not be understood.",
                   "Probeer opnieuw gebeurtenissen op te nemen die niet te begrijpen waren."},
       .options = {{.name = "source",
                    .value = "SOURCE",
                    .help = {"only of this source", "alleen van deze bron"},
                    .type = command::of<SourceId>},
                   {.name = "reason",
                    .value = "REASON",
                    .help = {"only for this reason", "alleen om deze reden"},
                    .type = command::of<Reason>},
                   {.name = "kind",
                    .value = "KIND",
                    .help = {"only of this kind", "alleen van deze soort"}}},
       .run = replay_all},
  };
}

}  // namespace sluis::events
