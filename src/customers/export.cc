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
Result<std::vector<Moment>> next_events(const Telling& telling, store::Store& store,
                                        CustomerId customer, Span& span) {
  auto events = TRY(store.snapshot([&](store::Snapshot& snapshot) {
    return timeline(telling.figures, snapshot, telling.sight, customer, span);
  }));
  span.after.reset();
  if (std::cmp_greater(events.size(), span.limit)) {
    events.pop_back();
    span.after = Passed{events.back().ts, events.back().event};
  }
  return events;
}

}  // namespace

Result<Everything> everything_of(const Telling& telling, store::Snapshot& snapshot,
                                 CustomerId customer) {
  Everything all;
  all.profile = TRY(profile(snapshot, customer));
  const auto behind = identities_behind(snapshot, customer);
  all.numbers = numbers_of(snapshot, behind);
  all.consent = consent::evidence_of(snapshot, behind);
  all.operations = operations_of(snapshot, customer);
  for (const CustomerId number : all.numbers)
    add_trail(snapshot, number, all.trail);
  View shown = TRY(view(telling.figures, snapshot, telling.sight, customer, telling.now));
  if (shown.profile) all.profile = *std::move(shown.profile);
  all.value = shown.value;
  all.channels = std::move(shown.channels);
  all.worth = sql::worth_of(telling.figures, all.numbers);
  all.currency = shown.currency;
  all.segments = sql::stays_of(telling.figures, all.numbers);
  for (const Teller& teller : telling.above)
    all.kept.push_back({std::string(teller.room), teller.tell(snapshot, behind)});
  return all;
}

void note_exported(store::Tx& tx, const access::Actor& actor, CustomerId customer) {
  access::audit(tx, actor, {.entity = "customer", .id = to_string(customer), .action = "exported"});
}

Result<CustomerId> write_everything(const Telling& telling, store::Store& store,
                                    CustomerId customer, const Write& write) {
  const Everything all = TRY(store.snapshot(
      [&](store::Snapshot& snapshot) { return everything_of(telling, snapshot, customer); }));
  std::string piece = to_json(all);
  piece.pop_back();
  piece += R"(,"events":[)";
  Span span;
  span.limit = kTimelineMax;
  do {
    for (const Moment& event : TRY(next_events(telling, store, customer, span))) {
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
