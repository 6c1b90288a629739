// A sample as a folder of files: the events as the importer reads them, and the truth beside.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>

#include "kernel/result.h"
#include "simulator/simulation.h"

namespace sluis::simulator {

using DaysDone = std::function<void(std::int64_t done, std::int64_t days)>;

// The number of events. events.csv.gz, truth-channels.csv, truth-acts.csv, truth-customers.csv and
// about.json; what was there under these names is replaced.
Result<std::int64_t> write_sample(const std::filesystem::path& folder, const Settings& settings,
                                  std::int64_t days, const DaysDone& done,
                                  const std::stop_token& cancel);

// The truth of what was simulated until now.
Result<void> write_truth(const std::filesystem::path& folder, const Settings& settings,
                         const Simulation& simulation);

}  // namespace sluis::simulator
