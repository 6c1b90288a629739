#include "taxes/commands.h"

#include "platform/command/rows.h"
#include "taxes/taxes.h"

namespace sluis::taxes {
namespace {

Result<void> list(command::Invocation& args) {
  command::print_rows(args, rates());
  return {};
}

}  // namespace

std::vector<command::Command> commands() {
  return {{.name = "taxes list",
           .summary = {"List the VAT rates per country and class, in hundredths of a per cent.",
                       "Toon de btw-tarieven per land en soort, in honderdsten van een procent."},
           .needs = command::Needs::nothing,
           .output = command::Output::rows,
           .run = list}};
}

}  // namespace sluis::taxes
