// The SQL of what is known of people and companies.
#pragma once

#include "customers/erase.h"

namespace sluis::customers::sql {

void add_trait(store::Tx& tx, IdentityId identity, const Trait& trait);
std::vector<Trait> traits(store::Snapshot& snapshot, IdentityId identity);

// Who is behind some customers; of an identity that is not known only that it is there.
struct Behind {
  CustomerId customer;
  IdentityId identity;
  std::optional<identities::Kind> kind;
  std::optional<std::string> value;
  std::optional<Instant> last_seen;
};
BOOST_DESCRIBE_STRUCT(Behind, (), (customer, identity, kind, value, last_seen))
// In the order of the customers.
std::vector<Behind> behind(store::Snapshot& snapshot, std::span<const CustomerId> customers);
struct TraitOf : Trait {
  IdentityId identity;
};
BOOST_DESCRIBE_STRUCT(TraitOf, (Trait), (identity))
// In the order of the identities.
std::vector<TraitOf> traits(store::Snapshot& snapshot, std::span<const IdentityId> identities);

// Since when there is evidence about identities; of these, or of all.
struct KnownSince {
  IdentityId identity;
  Instant since;
};
BOOST_DESCRIBE_STRUCT(KnownSince, (), (identity, since))
std::vector<KnownSince> known_since(store::Snapshot& snapshot,
                                    std::span<const IdentityId> identities);
std::vector<KnownSince> all_known_since(store::Snapshot& snapshot);

std::vector<std::string> words(store::Snapshot& snapshot, IdentityId identity);
void add_word(store::Tx& tx, IdentityId identity, std::string_view word);
void remove_word(store::Tx& tx, IdentityId identity, std::string_view word);
// Customers with a word for each of these beginnings, in the order of their numbers.
inline constexpr std::size_t kBeginningsMax = 4;
std::vector<CustomerId> with_words(store::Snapshot& snapshot, std::span<const std::string> words,
                                   std::int64_t limit);

bool insert(store::Tx& tx, const Company& company);
// False when the version is not the present one.
bool update(store::Tx& tx, const Company& company, std::int64_t version);
std::optional<Company> company(store::Snapshot& snapshot, CompanyId id);
std::vector<Company> companies(store::Snapshot& snapshot, std::string_view search,
                               std::int64_t limit);
std::vector<Person> people(store::Snapshot& snapshot, CompanyId company);
void save(store::Tx& tx, const Person& person);
bool remove(store::Tx& tx, CompanyId company, IdentityId identity);
std::vector<Membership> memberships(store::Snapshot& snapshot, IdentityId identity);

void insert(store::Tx& tx, const Erasure& erasure);
std::vector<Erasure> erasures(store::Snapshot& snapshot);

void forget_person(store::Tx& tx, IdentityId identity);
std::int64_t clear_people(store::Tx& tx);

std::span<const store::Statement* const> people_statements();

}  // namespace sluis::customers::sql
