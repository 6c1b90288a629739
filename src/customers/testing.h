// For tests: a store with identities, on both homes, and short words for who is who.
#pragma once

#include "access/testing.h"
#include "company/company.h"
#include "consent/consent.h"
#include "customers/customers.h"
#include "customers/links.h"
#include "events/events.h"
#include "platform/outbox/outbox.h"

namespace sluis::customers::testing {

class PeopleTest : public store::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    open(registry(), {.durable = false});  // thousands of small units
  }

  // What customers stand on.
  static store::Registry registry();

  template <class F>
  auto keep(F&& f) {
    return store().unit(f);
  }
  template <class F>
  auto look(F&& f) {
    using Value = std::invoke_result_t<F&, store::Snapshot&>;
    return store()
        .snapshot([&](store::Snapshot& snapshot) -> Result<Value> { return f(snapshot); })
        .value();
  }

  access::Actor actor() { return access::command_line(ids_, clock_.now()); }

  // An identity of that kind with a number of the test's own choice.
  IdentityId known(std::int64_t number, identities::Kind kind, bool verified = false) {
    const identities::Identity one[] = {{.id = IdentityId(number),
                                         .kind = kind,
                                         .value = std::to_string(number),
                                         .first_seen = clock_.now(),
                                         .last_seen = clock_.now(),
                                         .verified = verified}};
    keep([&](store::Tx& tx) -> Result<void> {
      identities::remember(tx, one);
      return {};
    }).value();
    return IdentityId(number);
  }
  IdentityId device(std::int64_t number) { return known(number, identities::Kind::device); }
  IdentityId user(std::int64_t number) { return known(number, identities::Kind::user); }
  IdentityId email(std::int64_t number, bool verified = false) {
    return known(number, identities::Kind::email, verified);
  }

  void see(IdentityId one, IdentityId other, std::int64_t ts = 100) {
    keep([&](store::Tx& tx) -> Result<void> {
      const Sighting sighting[] = {{one, other, Instant(ts)}};
      note_sightings(tx, sighting, clock_.now());
      return {};
    }).value();
  }

  CustomerId customer(IdentityId id) {
    return look([&](store::Snapshot& snapshot) { return identities::customer_of(snapshot, id); });
  }
  bool together(IdentityId one, IdentityId other) { return customer(one) == customer(other); }

  Result<Changed> merged(CustomerId one, CustomerId other) {
    clock_.advance(std::chrono::seconds(1));
    return keep([&](store::Tx& tx) { return merge(tx, actor(), one, other, {"same voice"}); });
  }
  Result<Changed> split_off(CustomerId customer, const std::vector<IdentityId>& out) {
    clock_.advance(std::chrono::seconds(1));
    return keep([&](store::Tx& tx) { return split(tx, actor(), customer, out, {"two people"}); });
  }
  Result<Changed> undone(OperationId operation) {
    clock_.advance(std::chrono::seconds(1));
    return keep([&](store::Tx& tx) { return undo(tx, actor(), operation, {}); });
  }

  store::testing::SetClock clock_{*parse_instant("2026-11-22T09:00:00Z")};
  IdSource ids_{clock_, 1, Instant(0)};
};

inline store::Registry PeopleTest::registry() {
  store::Registry registry;
  for (const Capability& one :
       {access::capability(), company::capability(), kpis::capability(), channels::capability(),
        identities::capability(), consent::capability(), events::capability(nullptr),
        customers::capability()}) {
    registry.migrations.push_back(one.migrations);
    registry.statements.push_back(one.statements);
  }
  return registry;
}

}  // namespace sluis::customers::testing
