#include "simulator/removal.h"

#include "consent/consent.h"
#include "customers/customers.h"
#include "panel/panel.h"
#include "platform/analytics/store.h"
#include "platform/command/command.h"
#include "segments/segments.h"
#include "value/value.h"

namespace sluis::simulator {
namespace {

// The log first: what still follows it then finds nothing to bring back.
std::int64_t clear_some(store::Tx& tx, events::Intake& intake, Instant now) {
  if (const auto rows = events::clear(tx, intake, now)) return rows;
  if (const auto rows = panel::clear(tx)) return rows;
  if (const auto rows = customers::clear(tx)) return rows;
  if (const auto rows = consent::clear(tx)) return rows;
  if (const auto rows = identities::clear(tx)) return rows;
  return imports::clear(tx);
}

Result<void> clear_all(const Workplace& place, const std::stop_token& stop) {
  std::int64_t rows = 1;
  while (rows > 0) {
    if (stop.stop_requested()) return refuse(command::CommandRefusal::cancelled);
    rows = TRY(place.store.unit(
        [&](store::Tx& tx) -> Result<std::int64_t> {
          return clear_some(tx, place.intake, place.clock.now());
        },
        store::Priority::background));
  }
  return {};
}

// Segments are people's own and stay; who was in them goes, and what everybody was worth.
Result<void> clear_members(const Workplace& place, analytics::Store& analytics) {
  const auto all = TRY(
      place.store.snapshot([](store::Snapshot& snapshot) -> Result<std::vector<segments::Segment>> {
        return segments::all(snapshot);
      }));
  return analytics.unit([&](analytics::Tx& tx) -> Result<void> {
    for (const segments::Segment& segment : all)
      segments::remove_members(tx, segment.id);
    value::clear(tx);
    return {};
  });
}

}  // namespace

Result<void> remove_sample(const Workplace& place, analytics::Store& analytics,
                           const std::string& actor, const std::stop_token& stop) {
  const auto until =
      TRY(place.store.snapshot([](store::Snapshot& snapshot) -> Result<outbox::Position> {
        return events::last_position(snapshot);
      }));
  TRY_VOID(clear_all(place, stop));
  TRY_VOID(events::clear_shipped(analytics, until, place.clock.now()));
  TRY_VOID(customers::clear_figures(analytics));
  TRY_VOID(clear_members(place, analytics));
  const access::Actor who{.name = actor, .peer = "", .now = place.clock.now(), .ids = place.ids};
  TRY_VOID(place.store.unit([&](store::Tx& tx) { return end_removal(tx, who); }));
  std::error_code ignored;
  std::filesystem::remove_all(place.folder, ignored);
  return {};
}

}  // namespace sluis::simulator
