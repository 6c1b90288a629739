#include "customers/export.h"

#include "customers/erase.h"
#include "customers/store_view.h"
#include "platform/store/store.h"

namespace sluis::customers {
namespace {

void add_trail(store::Snapshot& snapshot, CustomerId number,
               std::vector<access::AuditEntry>& trail) {
  std::optional<AuditId> after;
  do {
    auto page = access::history_of(snapshot, "customer", to_string(number), after);
    std::ranges::move(page.items, std::back_inserter(trail));
    after = page.next ? parse_id<AuditIdTag>(*page.next) : std::nullopt;
  } while (after);
}

// The next events, and where they end; nothing after the last.
Result<std::vector<Moment>> next_events(analytics::Snapshot& figures, store::Store& store,
                                        const Sight& sight, CustomerId customer, Span& span) {
  auto events = TRY(store.snapshot([&](store::Snapshot& snapshot) {
    return timeline(figures, snapshot, sight, customer, span);
  }));
  span.after.reset();
  if (std::cmp_greater(events.size(), span.limit)) {
    events.pop_back();
    span.after = Passed{events.back().ts, events.back().event};
  }
  return events;
}

}  // namespace

Result<Everything> everything_of(analytics::Snapshot& figures, store::Snapshot& snapshot,
                                 const Sight& sight, CustomerId customer, Instant now) {
  Everything all;
  all.profile = TRY(profile(snapshot, customer));
  const auto behind = identities_behind(snapshot, customer);
  all.numbers = numbers_of(snapshot, behind);
  all.consent = consent::evidence_of(snapshot, behind);
  all.operations = operations_of(snapshot, customer);
  for (const CustomerId number : all.numbers)
    add_trail(snapshot, number, all.trail);
  View shown = TRY(view(figures, snapshot, sight, customer, now));
  all.value = shown.value;
  all.channels = std::move(shown.channels);
  all.currency = shown.currency;
  all.segments = sql::stays_of(figures, all.numbers);
  return all;
}

void note_exported(store::Tx& tx, const access::Actor& actor, CustomerId customer) {
  access::audit(tx, actor, {.entity = "customer", .id = to_string(customer), .action = "exported"});
}

Result<CustomerId> write_everything(analytics::Snapshot& figures, store::Store& store,
                                    const Sight& sight, CustomerId customer, Instant now,
                                    const Write& write) {
  const Everything all = TRY(store.snapshot([&](store::Snapshot& snapshot) {
    return everything_of(figures, snapshot, sight, customer, now);
  }));
  std::string piece = to_json(all);
  piece.pop_back();
  piece += R"(,"events":[)";
  Span span;
  span.limit = kTimelineMax;
  do {
    for (const Moment& event : TRY(next_events(figures, store, sight, customer, span))) {
      if (!piece.ends_with('[')) piece += ',';
      piece += to_json(event);
    }
    TRY_VOID(write(piece));
    piece.clear();
  } while (span.after);
  TRY_VOID(write("]}\n"));
  return all.profile.id;
}

}  // namespace sluis::customers
