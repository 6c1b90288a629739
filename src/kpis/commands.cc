#include "kpis/commands.h"

#include "kpis/kpis.h"
#include "platform/command/rows.h"
#include "platform/store/store.h"

namespace sluis::kpis {
namespace {

using command::Invocation;

struct Row {
  Slug code;
  std::string name;
  Unit unit;
  Better better;
  Source source;
  bool built_in;

  static constexpr Text headings[] = {{"Code", "Code"},    {"Name", "Naam"},
                                      {"Unit", "Eenheid"}, {"Better", "Beter"},
                                      {"Source", "Bron"},  {"Built in", "Ingebouwd"}};
};
BOOST_DESCRIBE_STRUCT(Row, (), (code, name, unit, better, source, built_in))

Result<void> list(Invocation& args) {
  const auto known = TRY(args.store().snapshot([](store::Snapshot& snapshot) {
    return Result<std::vector<Definition>>(definitions(snapshot));
  }));
  std::vector<Row> rows;
  for (const Definition& one : known) {
    const bool dutch = args.reader().language == Language::nl;
    rows.push_back({.code = one.code,
                    .name = dutch ? one.name_nl.text : one.name_en.text,
                    .unit = one.unit,
                    .better = one.better,
                    .source = one.source,
                    .built_in = one.built_in});
  }
  command::print_rows(args, rows);
  return {};
}

}  // namespace

std::vector<command::Command> commands() {
  return {{.name = "kpis list",
           .summary = {"List all KPIs, built-in and own ones.",
                       "Toon alle KPI's, ingebouwde en eigen."},
           .output = command::Output::rows,
           .run = list}};
}

}  // namespace sluis::kpis
