#include "company/company.h"
#include "customers/customers.h"
#include "events/events.h"
#include "platform/analytics/store.h"
#include "segments/segments.h"
#include "segments/store.h"
#include "segments/store_members.h"

namespace sluis::segments {
namespace {

struct Setting {
  std::vector<Segment> segments;
  Currency currency;  // of the company
  Date today;
};

Result<Setting> setting_of(store::Store& store, Instant now) {
  return store.snapshot([&](store::Snapshot& snapshot) -> Result<Setting> {
    const company::Settings company = company::settings(snapshot).settings;
    return Setting{sql::all(snapshot), company.currency, company::today(company, now)};
  });
}

// Whether it holds for other customers tomorrow, though nothing happens.
bool moves_with_days(const Rule& rule) {
  return std::ranges::any_of(conditions_of(rule), [](const Condition& condition) {
    return condition.days || condition.measure == Measure::days_since_order;
  });
}

// Whether all customers are looked at: what was worked out does not tell who else is in it now.
bool needs_everybody(const Segment& segment, const std::optional<sql::Followed>& from,
                     const sql::Followed& to, const sql::Latest& changes) {
  if (!from || from->version != to.version || from->currency != to.currency) return true;
  if (from->day != to.day && moves_with_days(segment.rule)) return true;
  return changes.everybody > from->change || changes.oldest > from->change + 1;
}

// How far the figures are, and the segments with them.
struct Standing {
  sql::Latest changes;
  Currency currency;
  std::int64_t erased = 0;
  std::vector<sql::FollowedSegment> followed;

  std::optional<sql::Followed> of(SegmentId segment) const {
    const auto found = std::ranges::find(followed, segment, &sql::FollowedSegment::segment);
    return found != followed.end() ? std::optional<sql::Followed>(*found) : std::nullopt;
  }
};

Standing standing_of(analytics::Snapshot& figures, const Setting& setting) {
  return {sql::latest(figures), currency_of(figures, setting.currency), sql::erased(figures),
          sql::followed(figures)};
}

// What is to be worked out of a segment, if anything.
struct Work {
  std::optional<sql::Followed> from;
  sql::Followed to;
  bool everybody = false;
};

std::optional<Work> work_on(const Standing& standing, const Segment& segment, Date today) {
  Work work{.from = standing.of(segment.id),
            .to = {.version = segment.version,
                   .day = today,
                   .change = standing.changes.latest,
                   .currency = standing.currency}};
  if (segment.archived && (!work.from || work.from->version == segment.version)) return {};
  work.everybody = needs_everybody(segment, work.from, work.to, standing.changes);
  if (!work.everybody && work.from->change == work.to.change) return {};
  return work;
}

// As it stands in this unit: somebody else may have done it meanwhile.
void renew(analytics::Tx& tx, const Segment& segment, const Setting& setting, Instant now) {
  const auto work = work_on(standing_of(tx, setting), segment, setting.today);
  if (!work || !sql::follow(tx, segment.id, work->from, work->to)) return;
  When when{.day = setting.today, .now = now};
  if (!work->everybody) when.changed_after = work->from->change;
  refresh(tx, segment, work->to.currency, when);
}

// How many were erased when it was last looked for them stands where no segment is.
void forget(analytics::Tx& tx, const Standing& standing, Date today) {
  constexpr SegmentId kNone{0};
  const auto before = standing.of(kNone);
  if (standing.erased == (before ? before->change : 0)) return;
  const sql::Followed now{
      .version = 0, .day = today, .change = standing.erased, .currency = standing.currency};
  if (sql::follow(tx, kNone, before, now)) sql::forget_erased(tx);
}

}  // namespace

Result<void> renew_members(store::Store& store, analytics::Store& analytics, Instant now) {
  const Setting setting = TRY(setting_of(store, now));
  const Standing standing = TRY(analytics.unit([&](analytics::Tx& tx) -> Result<Standing> {
    Standing now_standing = standing_of(tx, setting);
    forget(tx, now_standing, setting.today);
    return now_standing;
  }));
  for (const Segment& segment : setting.segments) {
    if (!work_on(standing, segment, setting.today)) continue;
    TRY_VOID(analytics.unit([&](analytics::Tx& tx) -> Result<void> {
      renew(tx, segment, setting, now);
      return {};
    }));
  }
  return {};
}

Result<void> bring_up(store::Store& store, analytics::Store& analytics, Instant now,
                      const std::stop_token& stop) {
  TRY_VOID(events::ship_all(store, analytics, stop));
  TRY_VOID(customers::renew_figures(store, analytics, now));
  return renew_members(store, analytics, now);
}

}  // namespace sluis::segments
