// The truth of a sample as files for whoever wants to check a measure.
#pragma once

#include <string>

#include "simulator/simulation.h"

namespace sluis::simulator {

std::string places_sheet(const Tally& tally);
std::string acts_sheet(const Tally& tally);
std::string customers_sheet(const Simulation& simulation);
// What it was made with, as JSON.
std::string about(const Settings& settings, Date to);

}  // namespace sluis::simulator
