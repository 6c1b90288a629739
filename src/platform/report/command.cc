#include "platform/report/command.h"

#include <algorithm>

#include "kernel/fields.h"

namespace sluis::report {
namespace {

constexpr std::string_view kName = "report";
constexpr Text kWritten{"{0}: the report.", "{0}: het rapport."};

}  // namespace

command::Option option() {
  return {.name = kName,
          .value = "FILE",
          .help = {"also write a page with charts to this file (HTML)",
                   "schrijf ook een pagina met tekeningen naar dit bestand (HTML)"},
          .kind = command::Kind::file_out};
}

std::vector<std::string> names(const command::Invocation& args, std::string_view option) {
  const std::string text = args.find<std::string>(option).value_or("");
  std::vector<std::string> names;
  for (std::string_view left = text; !left.empty();) {
    const std::size_t comma = std::min(left.find(','), left.size());
    const std::string_view name = trimmed(left.substr(0, comma));
    if (!name.empty()) names.emplace_back(name);
    left.remove_prefix(std::min(comma + 1, left.size()));
  }
  return names;
}

Result<void> write(command::Invocation& args, const Page& page) {
  const auto file = args.find<std::string>(kName);
  if (!file) return {};
  TRY_VOID(args.write_file(kName, html_of(page, args.reader().language)));
  args.note(Message(kWritten, *file));
  return {};
}

}  // namespace sluis::report
