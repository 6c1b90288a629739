#include "reports/commands.h"

#include "platform/config/config.h"
#include "platform/mail/mail.h"
#include "reports/page.h"
#include "reports/sending.h"

namespace sluis::reports {
namespace {

using command::Invocation;
using command::Kind;
using command::of;

constexpr Text kWritten{"The report of {0} is in {1}", "Het rapport van {0} staat in {1}"};
constexpr Text kWaits{
    "The report of {0} to {1} waits to be sent; `sluis mail list` shows how it went.",
    "Het rapport van {0} aan {1} wacht op verzending; `sluis mail list` toont hoe "
    "het ging."};

Result<void> send_to(Invocation& args, const Email& to, const Made& made, Language language) {
  TRY_VOID(args.store().unit([&](store::Tx& tx) -> Result<void> {
    const Cover cover{.key = "reports.command:" + to_string(args.ids().next<mail::MailId>()),
                      .to = to,
                      .name = {},
                      .language = language,
                      .subscribed = false,
                      .origin = config::origin_of(args.config().settings.public_url)};
    return queue(tx, args.ids(), cover, made, args.clock().now());
  }));
  args.say(Message(kWaits, name_of(made.week, args.reader().language), to.text));
  return {};
}

Result<void> report_week(Invocation& args) {
  const auto to = args.find<Email>("to");
  const auto file = args.find<std::string>("file");
  if (to.has_value() == file.has_value()) return refuse(ReportRefusal::address_or_file);
  const auto day = args.find<Date>("week");
  const Language language = args.find<Language>("in").value_or(args.reader().language);
  const Made made =
      TRY(make(args.store(), args.analytics(), day ? std::optional(week_of(*day)) : std::nullopt,
               language, args.clock().now(), args.cancel()));
  if (to) return send_to(args, *to, made, language);
  TRY_VOID(args.write_file("file", made.pdf));
  if (*file != "-") args.say(Message(kWritten, name_of(made.week, args.reader().language), *file));
  return {};
}

}  // namespace

std::vector<command::Command> commands() {
  return {{.name = "report",
           .summary = {"Write the report of a week as PDF, or mail it: what was sold, what is left "
                       "of it, and what stands out.",
                       "Schrijf het rapport van een week als pdf, of mail het: wat er verkocht is, "
                       "wat er overblijft, en wat eruit springt."},
           .options = {{.name = "week",
                        .value = "DAY",
                        .help = {"a day of the week; without it the last week that is over",
                                 "een dag van de week; zonder is het de laatste week die voorbij "
                                 "is"},
                        .type = of<Date>},
                       {.name = "in",
                        .value = "LANGUAGE",
                        .help = {"the language of the report", "de taal van het rapport"},
                        .type = of<Language>},
                       {.name = "to",
                        .value = "ADDRESS",
                        .help = {"mail it there instead of writing a file",
                                 "mail het daarheen in plaats van een bestand te schrijven"},
                        .type = of<Email>}},
           .positionals = {{.name = "file",
                            .value = "FILE",
                            .help = {"what is written, such as week.pdf",
                                     "wat geschreven wordt, zoals week.pdf"},
                            .kind = Kind::file_out}},
           .run = report_week}};
}

}  // namespace sluis::reports
