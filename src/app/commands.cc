#include "app/commands.h"

#include "app/capabilities.h"
#include "app/data_commands.h"
#include "app/serve.h"
#include "platform/api/openapi.h"
#include "platform/command/program.h"
#include "platform/command/rows.h"
#include "platform/jobs/jobs.h"
#include "platform/mail/commands.h"

namespace sluis::app {
namespace {

using command::Command;
using command::Invocation;
using command::Needs;
using command::Output;
using platform::ProgramClock;

enum class ProgramRefusal : std::uint8_t { clock_runs };
BOOST_DESCRIBE_ENUM(ProgramRefusal, clock_runs)

const RefusalKind& kind_of(ProgramRefusal refusal) {
  switch (refusal) {
    case ProgramRefusal::clock_runs: {
      static constexpr RefusalKind kind{
          "clock_runs",
          Category::conflict,
          Retry::useless,
          {"The server's clock runs by itself; start it with --test-clock to set it.",
           "De klok van de server loopt vanzelf; start hem met --test-clock om hem te zetten."}};
      return kind;
    }
  }
  __builtin_unreachable();
}

struct JobRow {
  JobId id;
  std::string kind;
  jobs::State state = jobs::State::queued;
  std::int64_t done = 0;
  std::int64_t total = 0;
  std::string message;
  Instant changed;

  static constexpr Text headings[] = {
      {"Job", "Taak"}, {"Kind", "Soort"},      {"State", "Stand"},      {"Done", "Gedaan"},
      {"Of", "Van"},   {"Message", "Melding"}, {"Changed", "Gewijzigd"}};
};
BOOST_DESCRIBE_STRUCT(JobRow, (), (id, kind, state, done, total, message, changed))

Result<void> run_config(Invocation& args) {
  print_rows(args, args.config().origins);
  return {};
}

Result<void> run_openapi(Invocation& args) {
  args.print(api::openapi(routes(nullptr, nullptr), SLUIS_VERSION));
  return {};
}

Result<void> run_jobs_list(Invocation& args) {
  const auto recent =
      TRY(args.store().snapshot([](store::Snapshot& snapshot) -> Result<std::vector<jobs::Job>> {
        return jobs::recent(snapshot, std::nullopt, 100);
      }));
  std::vector<JobRow> rows;
  for (const jobs::Job& job : recent) {
    rows.push_back({job.id, job.kind, job.state, job.done, job.total, job.message, job.changed});
  }
  print_rows(args, rows);
  return {};
}

Result<void> run_jobs_cancel(Invocation& args) {
  const auto id = args.as<JobId>("job");
  const Instant now = args.clock().now();
  return args.store().unit([&](store::Tx& tx) { return jobs::cancel(tx, now, id); });
}

Result<void> run_clock(Invocation& args, ProgramClock* clock) {
  const auto to = args.find<Instant>("set");
  const auto by = args.find<Duration>("advance");
  const bool moves = to || by;
  if (moves && (!clock || !clock->stands_still())) return refuse(ProgramRefusal::clock_runs);
  if (to) clock->set(*to);
  if (by) clock->advance(*by);
  args.print(to_string(args.clock().now()) + "\n");
  return {};
}

Command clock_command(ProgramClock* clock) {
  return {.name = "clock",
          .summary = {"Show or move the clock of a server that was started with --test-clock",
                      "Toon of verzet de klok van een server die met --test-clock begon"},
          .options = {{.name = "advance",
                       .value = "TIME",
                       .help = {"Move it on by this much", "Zet hem zoveel vooruit"},
                       .type = command::of<Duration>},
                      {.name = "set",
                       .value = "MOMENT",
                       .help = {"Set it to this moment", "Zet hem op dit moment"},
                       .type = command::of<Instant>}},
          .needs = Needs::server,
          .hidden = true,
          .run = [clock](Invocation& args) { return run_clock(args, clock); }};
}

std::vector<Command> job_commands() {
  return {
      {.name = "jobs list",
       .summary = {"Show the latest jobs", "Toon de laatste taken"},
       .output = Output::rows,
       .run = run_jobs_list},
      {.name = "jobs cancel",
       .summary = {"Cancel a job", "Breek een taak af"},
       .positionals = {{.name = "job",
                        .value = "JOB",
                        .help = {"Its id", "Zijn id"},
                        .type = command::of<JobId>,
                        .required = true}},
       .run = run_jobs_cancel},
  };
}

std::vector<Command> own_commands(ProgramClock* clock) {
  std::vector<Command> commands = job_commands();
  std::ranges::move(mail::commands(), std::back_inserter(commands));
  std::ranges::move(data_commands(), std::back_inserter(commands));
  commands.push_back(
      {.name = "serve",
       .summary = {"Serve the company until stopped", "Bedien het bedrijf tot het gestopt wordt"},
       .needs = Needs::nothing,
       .every_setting = true,
       .run = serve});
  commands.push_back({.name = "config",
                      .summary = {"Show every setting and where it comes from",
                                  "Toon elke instelling en waar hij vandaan komt"},
                      .needs = Needs::nothing,
                      .output = Output::rows,
                      .every_setting = true,
                      .run = run_config});
  commands.push_back({.name = "openapi",
                      .summary = {"Print the description of the API (OpenAPI 3.1, JSON)",
                                  "Toon de beschrijving van de API (OpenAPI 3.1, JSON)"},
                      .needs = Needs::nothing,
                      .run = run_openapi});
  commands.push_back(clock_command(clock));
  return commands;
}

}  // namespace

std::unique_ptr<command::Table> program_commands(platform::ProgramClock* clock,
                                                 const Engines& engines) {
  std::vector<Command> commands = own_commands(clock);
  for (Capability& capability : capabilities(engines)) {
    std::ranges::move(capability.commands, std::back_inserter(commands));
  }
  return command::complete_table(std::move(commands));
}

}  // namespace sluis::app
