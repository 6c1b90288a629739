#include "taxes/commands.h"

#include "platform/command/rows.h"
#include "taxes/taxes.h"

namespace sluis::taxes {
namespace {

Result<void> list(command::Invocation& args) {
  const auto country = args.find<Country>("country");
  std::vector<Rate> shown = rates();
  std::erase_if(shown, [&](const Rate& one) { return country && one.country != *country; });
  command::print_rows(args, shown);
  return {};
}

}  // namespace

std::vector<command::Command> commands() {
  return {{.name = "taxes list",
           .summary = {"List the VAT rates per country and class, in hundredths of a per cent.",
                       "Toon de btw-tarieven per land en soort, in honderdsten van een procent."},
           .options = {{.name = "country",
                        .value = "COUNTRY",
                        .help = {"Only of this country, as in NL", "Alleen van dit land, zoals NL"},
                        .type = command::of<Country>}},
           .needs = command::Needs::nothing,
           .output = command::Output::rows,
           .run = list}};
}

}  // namespace sluis::taxes
