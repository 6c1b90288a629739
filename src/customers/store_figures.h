// The analytical SQL of customers: the map of merged identities, and the figures of each customer.
#pragma once

#include "customers/store_people.h"
#include "kernel/money.h"
#include "platform/analytics/session.h"
#include "platform/outbox/outbox.h"

namespace sluis::customers::sql {

// Up to where the figures follow shipments and facts.
struct Followed {
  std::int64_t shipment = 0;
  std::int64_t transaction_id = 0;
  std::int64_t number = 0;
  Instant followed{0};
  Currency currency;

  outbox::Position position() const { return {transaction_id, number}; }
};
BOOST_DESCRIBE_STRUCT(Followed, (), (shipment, transaction_id, number, followed, currency))

std::optional<Followed> followed(analytics::Snapshot& figures);
// False when it no longer stands at `from`: somebody else followed.
bool follow(analytics::Tx& tx, const std::optional<Followed>& from, const Followed& to);

// How many shipments there were.
std::int64_t shipments(analytics::Snapshot& figures);
// The currency of most orders, if there is any money.
std::optional<Currency> main_currency(analytics::Snapshot& figures, Currency company);

struct Merged {
  IdentityId identity;
  CustomerId customer;
};
BOOST_DESCRIBE_STRUCT(Merged, (), (identity, customer))
struct Stale {
  CustomerId customer;
};
BOOST_DESCRIBE_STRUCT(Stale, (), (customer))

// The whole map, and everybody's figures are stale.
void replace_map(analytics::Tx& tx, std::span<const Merged> map);
// Everybody of whom consent is known; and those of whom it became known.
void replace_known(analytics::Tx& tx, std::span<const KnownSince> known);
void add_known(analytics::Tx& tx, std::span<const KnownSince> known);
// The identities of these customers, which become stale.
void change_map(analytics::Tx& tx, std::span<const Stale> customers, std::span<const Merged> map);
// Who did something after a shipment is stale.
void note_shipped(analytics::Tx& tx, std::int64_t after);
// How many that are, some more than once.
std::int64_t count_stale(analytics::Snapshot& figures);
// Tells those who follow whose figures change; that they are everybody's where they are very many.
void tell_stale(analytics::Tx& tx);
// Works out what is stale.
void renew(analytics::Tx& tx, Currency currency);
// All of it; whoever follows begins anew.
void clear(analytics::Tx& tx);

// Nothing leads to these identities and customer numbers any more; what they did is the fresh
// one's.
void forget(analytics::Tx& tx, std::span<const IdentityId> identities,
            std::span<const CustomerId> numbers, IdentityId fresh);

std::span<const store::Statement* const> figure_statements();

}  // namespace sluis::customers::sql
