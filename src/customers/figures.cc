#include <set>

#include "company/company.h"
#include "consent/consent.h"
#include "customers/erase.h"
#include "customers/store_figures.h"
#include "events/events.h"
#include "platform/analytics/store.h"
#include "platform/outbox/outbox.h"

namespace sluis::customers {
namespace {

constexpr int kFactsAtOnce = 2'000;
// Facts are kept for a week. Whoever was away for nearly as long reads the whole map again.
constexpr std::chrono::hours kFactsAreKept{6 * 24};
// So often it is written down that all is followed, though nothing happened.
constexpr std::chrono::hours kStillHere{24};

struct CustomerFact {
  CustomerId customer;
};
BOOST_DESCRIBE_STRUCT(CustomerFact, (), (customer))

// What the analytical store has, and is to have.
struct State {
  std::optional<sql::Followed> followed;
  std::int64_t shipments = 0;
  Currency currency;
};

// What became of the map meanwhile.
struct Changes {
  bool whole = false;  // the map is all there is
  bool more = false;   // facts are left
  outbox::Position until;
  std::vector<sql::Stale> customers;
  std::vector<sql::Merged> map;
  std::vector<sql::KnownSince> known;
};

Result<Currency> company_currency(store::Store& store) {
  return store.snapshot([](store::Snapshot& snapshot) -> Result<Currency> {
    return company::settings(snapshot).settings.currency;
  });
}

// On the connection that changes things, so that long questions do not keep it waiting.
Result<State> state_of(analytics::Store& analytics, Currency company) {
  return analytics.unit([&](analytics::Tx& tx) -> Result<State> {
    return State{sql::followed(tx), sql::shipments(tx),
                 sql::main_currency(tx, company).value_or(company)};
  });
}

Changes whole_map(store::Snapshot& snapshot) {
  Changes changes;
  changes.whole = true;
  changes.until = outbox::last_position(snapshot);
  identities::each_merged(snapshot, [&](IdentityId identity, CustomerId customer) {
    changes.map.push_back({identity, customer});
  });
  changes.known = sql::all_known_since(snapshot);
  return changes;
}

Result<Changes> changes_after(store::Snapshot& snapshot, outbox::Position position) {
  Changes changes;
  const auto facts = outbox::facts_after(snapshot, position, kFactsAtOnce);
  changes.until = facts.empty() ? position : facts.back().position;
  changes.more = std::cmp_equal(facts.size(), kFactsAtOnce);
  std::set<CustomerId> customers;
  std::set<IdentityId> told;
  for (const outbox::Fact& fact : facts) {
    if (fact.topic == kCustomerChanged) {
      customers.insert(TRY(from_json<CustomerFact>(fact.payload.text)).customer);
    } else if (fact.topic == consent::kEvidenceAdded) {
      told.insert(TRY(from_json<consent::EvidenceAdded>(fact.payload.text)).identity);
    }
  }
  changes.known = sql::known_since(snapshot, std::vector(told.begin(), told.end()));
  for (const sql::KnownSince& one : changes.known)
    customers.insert(identities::customer_of(snapshot, one.identity));
  for (const CustomerId customer : customers) {
    changes.customers.push_back({customer});
    for (const IdentityId identity : identities::merged_into(snapshot, customer))
      changes.map.push_back({identity, customer});
  }
  return changes;
}

Result<Changes> changes_since(store::Store& store, const State& state, Instant now) {
  return store.snapshot([&](store::Snapshot& snapshot) -> Result<Changes> {
    const auto& followed = state.followed;
    const bool follows = followed && followed->currency == state.currency &&
                         now - followed->followed < kFactsAreKept;
    if (!follows) return whole_map(snapshot);
    return changes_after(snapshot, followed->position());
  });
}

bool is_news(const State& state, const Changes& changes) {
  return changes.whole || changes.more || !changes.customers.empty() ||
         state.followed->shipment != state.shipments;
}

// Whether the place is to be written down, so that nobody reads the same facts again.
bool has_moved(const State& state, const Changes& changes, Instant now) {
  return state.followed->position() != changes.until ||
         now - state.followed->followed >= kStillHere;
}

// Leaves all as it is when somebody else followed meanwhile.
void take_in(analytics::Tx& tx, const State& state, const Changes& changes, Instant now) {
  const sql::Followed to{.shipment = state.shipments,
                         .transaction_id = changes.until.transaction,
                         .number = changes.until.number,
                         .followed = now,
                         .currency = state.currency};
  if (!sql::follow(tx, state.followed, to) || !is_news(state, changes)) return;
  if (changes.whole) {
    sql::replace_map(tx, changes.map);
    sql::replace_known(tx, changes.known);
  } else {
    sql::add_known(tx, changes.known);
    sql::change_map(tx, changes.customers, changes.map);
    sql::note_shipped(tx, state.followed->shipment);
    sql::tell_stale(tx);
  }
  sql::renew(tx, state.currency);
}

}  // namespace

Result<void> renew_figures(store::Store& store, analytics::Store& analytics, Instant now) {
  const Currency company = TRY(company_currency(store));
  for (;;) {
    const State state = TRY(state_of(analytics, company));
    const Changes changes = TRY(changes_since(store, state, now));
    if (!is_news(state, changes) && !has_moved(state, changes, now)) return {};
    TRY_VOID(analytics.unit([&](analytics::Tx& tx) -> Result<void> {
      take_in(tx, state, changes, now);
      return {};
    }));
    if (!changes.more) return {};
  }
}

// Whatever is shipped from here on hangs on the fresh identity already.
Result<bool> clear_shipped(store::Store& store, analytics::Store& analytics,
                           std::span<const Clear> above, const PersonErased& person) {
  TRY_VOID(events::ship_all(store, analytics));
  TRY_VOID(analytics.unit([&](analytics::Tx& tx) -> Result<void> {
    for (const IdentityId id : person.identities)
      events::rekey_shipped(tx, id, person.fresh);
    sql::forget(tx, person.identities, person.numbers, person.fresh);
    for (const Clear& clear : above)
      std::ranges::for_each(person.numbers, [&](CustomerId number) { clear(tx, number); });
    return {};
  }));
  return analytics.let_go();
}

Result<void> clear_figures(analytics::Store& analytics) {
  return analytics.unit([](analytics::Tx& tx) -> Result<void> {
    sql::clear(tx);
    return {};
  });
}

}  // namespace sluis::customers
