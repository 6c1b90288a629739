#include "connectors/commands.h"

#include "connectors/webhooks/taking.h"
#include "platform/client/reason.h"
#include "platform/command/rows.h"

namespace sluis::connectors {
namespace {

using command::Invocation;
using command::Output;
using store::Snapshot;

struct Row {
  ConnectionId id;
  std::string name;
  System system;
  State state;
  ChannelId channel;
  std::optional<Instant> received;
  std::optional<Instant> troubled;
  std::string trouble;

  static constexpr Text headings[] = {{"Id", "Id"},
                                      {"Name", "Naam"},
                                      {"System", "Systeem"},
                                      {"State", "Staat"},
                                      {"Channel", "Kanaal"},
                                      {"Received", "Ontvangen"},
                                      {"Trouble at", "Misgegaan op"},
                                      {"Trouble", "Wat er misging"}};
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, name, system, state, channel, received, troubled, trouble))

struct KeptRow {
  webhooks::KeptId id;
  std::string topic;
  std::string subject;
  std::string why;
  std::string message;
  Instant received;

  static constexpr Text headings[] = {{"Id", "Id"},           {"Topic", "Onderwerp"},
                                      {"Number", "Nummer"},   {"Why", "Waarom"},
                                      {"Message", "Bericht"}, {"Received", "Ontvangen"}};
};
BOOST_DESCRIBE_STRUCT(KeptRow, (), (id, topic, subject, why, message, received))

Result<void> list(Invocation& args) {
  const auto found =
      TRY(args.store().snapshot([&](Snapshot& snapshot) -> Result<std::vector<ListedConnection>> {
        return connections(snapshot, args.clock().now());
      }));
  std::vector<Row> rows;
  for (const ListedConnection& one : found) {
    rows.push_back({one.id, one.name.text, one.system, one.state, one.channel, one.health.received,
                    one.health.troubled, one.health.trouble});
  }
  command::print_rows(args, rows);
  return {};
}

Result<void> list_kept(Invocation& args) {
  const auto id = args.as<ConnectionId>("connection");
  const auto page = TRY(args.store().snapshot(
      [&](Snapshot& snapshot) { return webhooks::kept_of(snapshot, id, std::nullopt); }));
  std::vector<KeptRow> rows;
  for (const webhooks::Kept& one : page.kept)
    rows.push_back({one.id, one.topic, one.subject, one.why,
                    client::message_in(one, args.reader().language), one.received});
  command::print_rows(args, rows);
  return {};
}

}  // namespace

std::vector<command::Command> commands() {
  return {
      {.name = "connections list",
       .summary = {"List the connections with systems of others, and how they go.",
                   "Toon de koppelingen met systemen van anderen, en hoe het ermee gaat."},
       .output = Output::rows,
       .run = list},
      {.name = "connections kept",
       .summary = {"List what came in through a connection and did not fit, the newest first.",
                   "Toon wat via een koppeling binnenkwam en niet paste, het nieuwste eerst."},
       .positionals = {{.name = "connection",
                        .value = "ID",
                        .help = {"the connection, as `connections list` shows it",
                                 "de koppeling, zoals `connections list` die toont"},
                        .type = command::of<ConnectionId>,
                        .required = true}},
       .output = Output::rows,
       .run = list_kept},
  };
}

}  // namespace sluis::connectors
