#include "platform/report/command.h"

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

Result<void> write(command::Invocation& args, const Page& page) {
  const auto file = args.find<std::string>(kName);
  if (!file) return {};
  TRY_VOID(args.write_file(kName, html_of(page, args.reader().language)));
  args.note(Message(kWritten, *file));
  return {};
}

}  // namespace sluis::report
