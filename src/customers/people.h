// What is known of customers: the profile, and the companies in which people have a role.
#pragma once

#include "customers/traits.h"

namespace sluis::customers {

// Adds what was seen of an identity, and renews the words by which it is found.
void note_traits(store::Tx& tx, IdentityId identity, std::span<const TraitSeen> seen);
// Whether somebody is found by the value of such an identity.
bool is_findable(identities::Kind kind);
// The same after its value became known.
void renew_words(store::Tx& tx, IdentityId identity);

struct CompanyIdTag {
  static constexpr std::string_view prefix = "cmp";
};
using CompanyId = Id<CompanyIdTag>;

struct Company {
  CompanyId id;
  std::int64_t version = 0;
  Line<1, 200> name;
  Line<0, 40> registration;  // chamber of commerce
  Line<0, 40> vat_number;
  Prose<2000> notes;
  Instant created;
  Instant changed;
  bool operator==(const Company&) const = default;
};
BOOST_DESCRIBE_STRUCT(Company, (),
                      (id, version, name, registration, vat_number, notes, created, changed))

struct CompanyDraft {
  Line<1, 200> name;
  std::optional<Line<0, 40>> registration;
  std::optional<Line<0, 40>> vat_number;
  std::optional<Prose<2000>> notes;
};
BOOST_DESCRIBE_STRUCT(CompanyDraft, (), (name, registration, vat_number, notes))
struct CompanyChange {
  Patch<Line<1, 200>> name;
  Patch<Line<0, 40>> registration;
  Patch<Line<0, 40>> vat_number;
  Patch<Prose<2000>> notes;
};
BOOST_DESCRIBE_STRUCT(CompanyChange, (), (name, registration, vat_number, notes))

// Somebody in a company, by one of their identities.
struct Person {
  IdentityId identity;
  CompanyId company;
  Line<0, 80> role;
  Instant since;
};
BOOST_DESCRIBE_STRUCT(Person, (), (identity, company, role, since))

enum class CompanyRefusal : std::uint8_t { company_unknown };
BOOST_DESCRIBE_ENUM(CompanyRefusal, company_unknown)
const RefusalKind& kind_of(CompanyRefusal refusal);

Result<Company> add_company(store::Tx& tx, const access::Actor& actor, const CompanyDraft& draft);
Result<Company> change_company(store::Tx& tx, const access::Actor& actor, CompanyId id,
                               std::int64_t version, const CompanyChange& change);
Result<Company> company(store::Snapshot& snapshot, CompanyId id);
std::vector<Company> companies(store::Snapshot& snapshot, std::string_view search,
                               std::int64_t limit);
std::vector<Person> people_of(store::Snapshot& snapshot, CompanyId id);
// Gives somebody a role in a company; without a role they leave it.
Result<void> set_role(store::Tx& tx, const access::Actor& actor, CompanyId company,
                      IdentityId identity, const std::optional<Line<0, 80>>& role);

struct Membership {
  CompanyId company;
  std::string name;
  std::string role;
};
BOOST_DESCRIBE_STRUCT(Membership, (), (company, name, role))

struct Profile {
  CustomerId id;
  std::string name;
  std::vector<identities::Identity> identities;
  std::vector<Trait> traits;
  std::vector<Membership> companies;
};
BOOST_DESCRIBE_STRUCT(Profile, (), (id, name, identities, traits, companies))

// Who the customer is now; any number it ever had finds it.
Result<Profile> profile(store::Snapshot& snapshot, CustomerId id);

// Customers for whom every word of the text is the beginning of a word they are found by, in the
// order of their numbers. Of more than four words the four longest count.
std::vector<CustomerId> search(store::Snapshot& snapshot, std::string_view text,
                               std::int64_t limit);
// What a customer is called.
std::string name_of(store::Snapshot& snapshot, CustomerId id);

}  // namespace sluis::customers
