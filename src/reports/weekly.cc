#include "reports/weekly.h"

#include <algorithm>

#include "events/events.h"
#include "platform/analytics/store.h"
#include "platform/zones/zone.h"
#include "reports/reports.h"
#include "segments/segments.h"

namespace sluis::reports {
namespace {

using measures::Channels;
using measures::Filter;

constexpr std::int64_t kConflictsMost = 500;
constexpr std::chrono::days kOneWeek{7};

// What is kept in the operational store, as it was at one moment.
struct Known {
  company::Settings company;
  Channels worksheet;
  std::optional<Instant> arrived;  // the last that any source told
};

std::optional<Instant> last_arrival(store::Snapshot& snapshot) {
  std::optional<Instant> last;
  for (const events::Freshness& one : events::freshness(snapshot))
    last = last ? std::max(*last, one.last_received) : one.last_received;
  return last;
}

// When a day begins for the company.
Instant begin_of(Date day, const company::Settings& company) {
  const Instant midnight(
      std::chrono::duration_cast<Duration>(day.days().time_since_epoch()).count());
  const auto zone = zones::Zone::find(company.zone);
  return zone ? zone->moment_of(midnight) : midnight;
}

std::vector<conflicts::Conflict> conflicts_since(store::Snapshot& snapshot, Instant since) {
  conflicts::Query query{.search = {},
                         .kind = {},
                         .state = conflicts::State::open,
                         .channel = {},
                         .owner = {},
                         .after = {},
                         .limit = kConflictsMost};
  auto found = conflicts::list(snapshot, query).conflicts;
  std::erase_if(found, [&](const conflicts::Conflict& one) { return one.since < since; });
  return found;
}

Known read(store::Snapshot& snapshot, Weekly& report) {
  Known known{.company = company::settings(snapshot).settings,
              .worksheet = measures::setting(snapshot).worksheet,
              .arrived = last_arrival(snapshot)};
  report.company = known.company;
  report.currency = known.company.currency;
  for (const channels::Channel& channel : known.worksheet)
    report.channels[channel.id] = channel.name.text;
  for (const segments::Segment& segment : segments::all(snapshot))
    report.segments[segment.id] = segment.name.text;
  return known;
}

void add_what_stands_out(store::Snapshot& snapshot, Weekly& report) {
  report.conflicts = conflicts_since(snapshot, begin_of(report.week.from, report.company));
  report.hours = decisions::agent_hours(snapshot, begin_of(report.hits_over.from, report.company),
                                        begin_of(report.week.to, report.company));
}

Filter filter_of(const Week& week) {
  return {.from = week.from, .to = week.to};
}

Week weeks_until(Date end, int weeks) {
  return {end + -(weeks * kOneWeek), end};
}

Result<void> add_figures(analytics::Snapshot& figures, const Channels& worksheet, Date today,
                         Weekly& report) {
  const auto profit_of = [&](const Week& week) {
    return measures::profit(figures, {filter_of(week), {}}, measures::Cut::channel, report.currency,
                            worksheet);
  };
  report.profit = TRY(profit_of(report.week));
  report.profit_before = TRY(profit_of(before(report.week)));
  report.targets =
      measures::outlook(figures, filter_of(report.week), today, report.currency, worksheet).rows;
  report.hits = measures::over_phases(
      measures::hit_rates(figures, filter_of(report.hits_over), kHitWithinDays, false));
  const Filter evidence = filter_of(report.evidence_over);
  report.trials = measures::trials(figures, evidence, report.currency, kTestWithinDays);
  report.misfits =
      TRY(measures::fit(figures, evidence, kFitWithinDays, report.currency, worksheet)).misfits;
  return {};
}

// Behind is only what may belong to the week: what comes now is of this one.
bool is_complete(const Weekly& report, const Known& known) {
  if (!known.arrived || (report.as_of && *report.as_of >= *known.arrived)) return true;
  return report.as_of && *report.as_of >= begin_of(report.week.to, report.company);
}

}  // namespace

Result<Weekly> weekly(store::Store& store, analytics::Snapshot& figures, std::optional<Week> week,
                      Instant now) {
  Weekly report;
  report.made = now;
  const Known known = TRY(store.snapshot([&](store::Snapshot& snapshot) -> Result<Known> {
    Known read_now = read(snapshot, report);
    const Week last = last_week(company::today(read_now.company, now));
    report.week = week.value_or(last);
    if (report.week.to > last.to) {
      return refuse(ReportRefusal::week_not_over, to_string(report.week.from), to_string(last.to));
    }
    report.hits_over = weeks_until(report.week.from, kWeeksOfHits);
    report.evidence_over = weeks_until(report.week.to, kWeeksOfEvidence);
    add_what_stands_out(snapshot, report);
    return read_now;
  }));
  report.as_of = measures::as_of(figures);
  report.others = measures::currencies(figures, report.week.from, report.week.to);
  std::erase(report.others, report.currency);
  report.complete = is_complete(report, known);
  TRY_VOID(add_figures(figures, measures::charged(figures, known.worksheet),
                       company::today(known.company, now), report));
  return report;
}

}  // namespace sluis::reports
