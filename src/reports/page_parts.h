// The parts of the report, each a heading with what is below it.
#pragma once

#include "reports/weekly.h"
#include "reports/words.h"

namespace sluis::reports {

struct Page {
  std::vector<pdf::Block>& blocks;
  const Weekly& report;
  const Words& words;
};

void add_totals(const Page& page);     // four figures, and the contribution of each channel
void add_channels(const Page& page);   // beside the week before and the target
void add_statement(const Page& page);  // from revenue to result
void add_tests(const Page& page);      // what was measured to be added
void add_misfits(const Page& page);
void add_conflicts(const Page& page);
void add_hours(const Page& page);  // what an hour more of an agent is worth

// As people call it.
std::string channel_name(const Weekly& report, ChannelId channel);

}  // namespace sluis::reports
