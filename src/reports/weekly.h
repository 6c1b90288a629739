// What is in the report of a week, as figures: each computed by the room that shows it on a screen.
#pragma once

#include <map>

#include "company/company.h"
#include "conflicts/conflicts.h"
#include "decisions/decisions.h"
#include "measures/measures.h"
#include "reports/schedule.h"

namespace sluis::reports {

// What needs more than a week to be told is told over so many weeks.
inline constexpr int kWeeksOfHits = 4;       // that ended a week before, so that all could order
inline constexpr int kWeeksOfEvidence = 13;  // tests and fit
inline constexpr std::int64_t kHitWithinDays = 7;
inline constexpr std::int64_t kTestWithinDays = 30;
inline constexpr std::int64_t kFitWithinDays = 30;
inline constexpr std::size_t kStandOut = 5;  // rows of what stands out

struct Weekly {
  company::Settings company;
  Currency currency;             // the company's
  std::vector<Currency> others;  // in which there was money, too
  Week week;
  Instant made;
  std::optional<Instant> as_of;  // when the last batch arrived that is in the figures
  bool complete = true;  // what had arrived was in the figures, as far as the week is concerned

  measures::Profit profit;  // by channel
  measures::Profit profit_before;
  std::vector<measures::OutlookRow> targets;
  Week hits_over;
  std::vector<measures::HitRate> hits;  // by channel
  Week evidence_over;
  std::vector<measures::Trial> trials;
  std::vector<measures::Misfit> misfits;       // what is about most money first
  std::vector<conflicts::Conflict> conflicts;  // open and found since the week began, likewise
  std::vector<decisions::TeamHour> hours;      // over the weeks of the hits and the week

  std::map<ChannelId, std::string> channels;  // their names
  std::map<SegmentId, std::string> segments;
};

// Without a week it is the last one that is over for the company.
Result<Weekly> weekly(store::Store& store, analytics::Snapshot& figures, std::optional<Week> week,
                      Instant now);

}  // namespace sluis::reports
