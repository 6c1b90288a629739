// Customers: which identities are one person, and what is known of that person over all channels.
// A merge or a split changes the map of identities and no event, and can be taken back exactly.
#pragma once

#include "access/access.h"
#include "identities/identities.h"
#include "kernel/fields.h"

namespace sluis {
struct Capability;
}

namespace sluis::analytics {
class Store;
}

namespace sluis::customers {

Capability capability();

struct OperationIdTag {
  static constexpr std::string_view prefix = "opr";
};
using OperationId = Id<OperationIdTag>;

// The fact customers.person_erased. Each capability that keeps something of these identities clears
// it, or hangs it on the fresh one, which leads to nobody.
struct PersonErased {
  std::vector<IdentityId> identities;
  std::vector<CustomerId> numbers;  // that they ever had
  IdentityId fresh;
};
BOOST_DESCRIBE_STRUCT(PersonErased, (), (identities, numbers, fresh))

enum class CustomerRefusal : std::uint8_t {
  customer_unknown,
  same_customer,
  not_of_customer,
  nothing_left,
  operation_unknown,
  already_undone,
};
BOOST_DESCRIBE_ENUM(CustomerRefusal, customer_unknown, same_customer, not_of_customer, nothing_left,
                    operation_unknown, already_undone)
const RefusalKind& kind_of(CustomerRefusal refusal);

// An event carried both identities.
struct Sighting {
  IdentityId one;
  IdentityId other;
  Instant ts;
};
// Joins what belongs together, and proposes what only a person may join. In any order, any number
// of times. Tells of each customer that changed (customers.customer_changed).
void note_sightings(store::Tx& tx, std::span<const Sighting> sightings, Instant now);

enum class Step : std::uint8_t { joined, parted, undone };
BOOST_DESCRIBE_ENUM(Step, joined, parted, undone)

using Why = Line<0, 200>;

// What somebody did to the links of a customer.
struct Operation {
  OperationId id;
  Step step = Step::joined;
  Instant ts;
  std::string actor;
  std::string reason;
  std::vector<IdentityId> identities;  // that it is about
  bool undone = false;
};
BOOST_DESCRIBE_STRUCT(Operation, (), (id, step, ts, actor, reason, identities, undone))

// What a customer has become: after a merge its number may be another one's.
struct Changed {
  OperationId operation;
  std::vector<CustomerId> customers;
};
BOOST_DESCRIBE_STRUCT(Changed, (), (operation, customers))

Result<Changed> merge(store::Tx& tx, const access::Actor& actor, CustomerId one, CustomerId other,
                      const Why& why);
// Takes identities out; what is seen later does not join them again.
Result<Changed> split(store::Tx& tx, const access::Actor& actor, CustomerId customer,
                      const std::vector<IdentityId>& out, const Why& why);
// As if it had never been done: restores exactly the customers there would be.
Result<Changed> undo(store::Tx& tx, const access::Actor& actor, OperationId operation,
                     const Why& why);

// What was decided about the identities of a customer, the newest first.
std::vector<Operation> operations_of(store::Snapshot& snapshot, CustomerId customer);

// Two verified identities that look like one person; merge joins them, part keeps them apart.
struct Proposed {
  IdentityId identity;
  IdentityId other;
  Instant since;
};
BOOST_DESCRIBE_STRUCT(Proposed, (), (identity, other, since))
std::vector<Proposed> proposals(store::Snapshot& snapshot, std::optional<Proposed> after,
                                std::int64_t limit);
Result<Changed> part(store::Tx& tx, const access::Actor& actor, IdentityId one, IdentityId other,
                     const Why& why);

// The identities behind a customer number: of the present one, of one of its identities, or of one
// that it had before it was merged. Empty when nobody has it.
std::vector<IdentityId> identities_behind(store::Snapshot& snapshot, CustomerId customer);

// By what people know a customer in a list: its name, else one of its identities. Nothing for who
// may see no names.
std::optional<std::string> label_of(store::Snapshot& snapshot, const api::Principal& who,
                                    CustomerId customer);

// What somebody told of themselves: "first_name", "city" …
using Told = std::pair<std::string_view, std::string>;
void note_told(store::Tx& tx, IdentityId identity, std::span<const Told> told, Instant ts);

// Removes all that is known of people and all their links, some thousands of rows at a time; 0 when
// nothing was left. Companies stay, and the list of who was erased.
std::int64_t clear(store::Tx& tx);
// The same of the figures of customers.
Result<void> clear_figures(analytics::Store& analytics);

// What customers did, in the analytical store: the map of merged identities as feed_customer_of,
// and a row of figures for each customer. Takes in what was shipped and merged since the last call;
// after it the figures are those of the customers there are now. Safe beside others that do the
// same.
Result<void> renew_figures(store::Store& store, analytics::Store& analytics, Instant now);

inline constexpr std::string_view kPersonErased = "customers.person_erased";
inline constexpr std::string_view kCustomerChanged = "customers.customer_changed";

}  // namespace sluis::customers
