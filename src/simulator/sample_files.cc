#include "simulator/sample_files.h"

#include "platform/command/command.h"
#include "platform/command/files.h"
#include "simulator/gzip_file.h"
#include "simulator/sheet.h"
#include "simulator/truth_sheet.h"

namespace sluis::simulator {
Result<std::int64_t> write_sample(const std::filesystem::path& folder, const Settings& settings,
                                  std::int64_t days, const DaysDone& done,
                                  const std::stop_token& cancel) {
  TRY(command::make_folder(folder));
  GzipFile file = TRY(GzipFile::create(folder / "events.csv.gz"));
  TRY(file.write(sheet_header()));
  Simulation simulation(settings);
  std::int64_t events = 0;
  for (std::int64_t day = 0; day < days; ++day) {
    if (cancel.stop_requested()) return refuse(command::CommandRefusal::cancelled);
    const std::string prefix = message_prefix(settings.seed, simulation.date());
    const std::vector<Event>& today = simulation.next_day();
    TRY(file.write(rows_of(today, prefix)));
    events += std::ssize(today);
    done(day + 1, days);
  }
  TRY(file.close());
  TRY(write_truth(folder, settings, simulation));
  return events;
}

Result<void> write_truth(const std::filesystem::path& folder, const Settings& settings,
                         const Simulation& simulation) {
  TRY(command::make_folder(folder));
  using command::write_whole_file;
  TRY(write_whole_file(folder / "truth-channels.csv", places_sheet(simulation.tally())));
  TRY(write_whole_file(folder / "truth-acts.csv", acts_sheet(simulation.tally())));
  TRY(write_whole_file(folder / "truth-customers.csv", customers_sheet(simulation)));
  return write_whole_file(folder / "about.json", about(settings, simulation.date()));
}

}  // namespace sluis::simulator
