#include "decisions/outcomes.h"

#include <algorithm>
#include <set>

#include "company/company.h"
#include "decisions/learner.h"
#include "decisions/store_log.h"
#include "platform/outbox/outbox.h"

namespace sluis::decisions {
namespace {

constexpr std::string_view kOrder = "order_completed";
constexpr std::string_view kMoneyKinds[] = {kOrder, "order_line", "order_refunded", "adjustment"};

bool earns(const events::Event& event, Currency currency) {
  return event.counted && !event.identities.empty() && event.currency == currency &&
         std::ranges::find(kMoneyKinds, event.kind) != std::end(kMoneyKinds);
}

Micro margin_of(const events::Event& event) {
  return event.revenue.value_or(Micro()) - event.cost.value_or(Micro());
}

// All that is known of who an event is about, over all channels.
std::set<IdentityId> everybody(store::Snapshot& snapshot, const events::Event& event) {
  std::set<IdentityId> all;
  for (const IdentityId identity : event.identities) {
    all.insert(identity);
    const CustomerId customer = identities::customer_of(snapshot, identity);
    for (const IdentityId theirs : identities::identities_of(snapshot, customer))
      all.insert(theirs);
  }
  return all;
}

void tell(store::Tx& tx, const sql::Open& decision, std::int64_t sales, Micro margin, Instant now) {
  outbox::append(
      tx, now, kOutcomeSeen,
      Outcome{
          .decision = decision.id,
          .cell = {.segment = decision.segment, .buyer = decision.buyer, .phase = decision.phase},
          .given = decision.held_out ? std::nullopt : decision.offer,
          .sales = sales,
          .margin = margin});
}

// An order counts for every decision whose time has not passed: each asks what came after it.
void take(store::Tx& tx, const events::Event& event, std::chrono::days window, Instant now) {
  const Micro margin = margin_of(event);
  const bool order = event.kind == kOrder;
  for (const IdentityId identity : everybody(tx, event)) {
    for (const sql::Open& decision : sql::open_between(tx, identity, event.ts - window, event.ts)) {
      const sql::OutcomeRow row{.identity = identity,
                                .decision = decision.id,
                                .event = event.id,
                                .ts = event.ts,
                                .sale = order,
                                .margin = margin};
      if (!sql::insert(tx, row)) continue;
      sql::add(tx, decision, order ? 1 : 0, margin);
      tell(tx, decision, order && decision.orders == 0 ? 1 : 0, margin, now);
    }
  }
}

// Another sender told the same sale better: that one counts.
void take_back(store::Tx& tx, const events::Withdrawal& withdrawal, Instant now) {
  for (const sql::OutcomeRow& row : sql::outcomes_of(tx, withdrawal.event)) {
    const auto decision = sql::open(tx, row.identity, row.decision);
    sql::remove(tx, row);
    if (!decision) continue;
    sql::add(tx, *decision, row.sale ? -1 : 0, -row.margin);
    tell(tx, *decision, row.sale && decision->orders == 1 ? -1 : 0, -row.margin, now);
  }
}

Result<void> consume_batches(store::Tx& tx, std::span<const events::Batch> batches) {
  if (!sql::any(tx)) return {};
  const Currency currency = company::settings(tx).settings.currency;
  const std::chrono::days window(settings(tx).outcome_days.number);
  for (const events::Batch& batch : batches) {
    for (const events::Withdrawal& withdrawal : batch.withdrawals)
      take_back(tx, withdrawal, batch.received);
    for (const events::Event& event : batch.events)
      if (earns(event, currency)) take(tx, event, window, batch.received);
  }
  return {};
}

}  // namespace

events::Reader outcome_reader() {
  return {.name = "decisions.outcomes", .consume = consume_batches};
}

}  // namespace sluis::decisions
