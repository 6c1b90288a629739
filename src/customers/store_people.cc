#include "customers/store_people.h"

#include "kernel/assert.h"
#include "kernel/fold.h"
#include "platform/store/asked.h"

namespace sluis::customers::sql {
namespace {

using store::Joined;
using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kAddTraitRow =
    "insert into customers_trait (identity, name, value, ts, tie, low, high, total, times) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (identity, name) do update set ";
// The later of two is the one that counts: by moment, by tie, by value.
constexpr std::string_view kLater =
    "case when excluded.ts > customers_trait.ts or (excluded.ts = customers_trait.ts and "
    "(excluded.tie > customers_trait.tie or (excluded.tie = customers_trait.tie and "
    "excluded.value > customers_trait.value))) then excluded.";
constexpr std::string_view kValue = "value = ";
constexpr std::string_view kElseValue = "value else customers_trait.value end, ts = ";
constexpr std::string_view kElseTs = "ts else customers_trait.ts end, tie = ";
constexpr std::string_view kElseTie =
    "tie else customers_trait.tie end, "
    "low = case when customers_trait.low is null or excluded.low < customers_trait.low "
    "then excluded.low else customers_trait.low end, "
    "high = case when customers_trait.high is null or excluded.high > customers_trait.high "
    "then excluded.high else customers_trait.high end, "
    "total = customers_trait.total + excluded.total, "
    "times = customers_trait.times + excluded.times";
constexpr Statement kAddTrait{
    "customers.add_trait",
    Joined<kAddTraitRow, kValue, kLater, kElseValue, kLater, kElseTs, kLater, kElseTie>::sql};
constexpr Statement kTraits{
    "customers.traits",
    "select name, value, ts, tie, low, high, total, times from customers_trait "
    "where identity = $1 order by name"};

// Who did not come from a merge is an identity of the same number; no identity has that of another.
constexpr std::string_view kBehindThem =
    ", customers_theirs (customer, identity) as ("
    "select m.customer, m.identity from feed_customer_of as m "
    "where m.customer in (select id from asked) "
    "union all select asked.id as customer, asked.id as identity from asked "
    "left join feed_customer_of as it on it.identity = asked.id where it.customer is null) "
    "select t.customer, t.identity, k.kind, k.value, k.last_seen from customers_theirs as t "
    "left join feed_identity as k on k.identity = t.identity order by t.customer, t.identity";
constexpr Statement kBehind{"customers.behind", Joined<store::kAsked, kBehindThem>::sql};
constexpr std::string_view kOfIdentities =
    "select identity, name, value, ts, tie, low, high, total, times from customers_trait "
    "where identity in (select id from asked) order by identity, name";
constexpr Statement kTraitsOf{"customers.traits_of", Joined<store::kAsked, kOfIdentities>::sql};
constexpr std::string_view kSelectKnown =
    "select told.identity, min(told.recorded) as since, count(gone.erased) > 0 as erased "
    "from feed_consent as told left join customers_erasure as gone on gone.erased = told.identity ";
constexpr std::string_view kOfThem = "where told.identity in (select id from asked) ";
constexpr std::string_view kOnceEach = "group by told.identity";
constexpr Statement kKnownSince{"customers.known_since",
                                Joined<store::kAsked, kSelectKnown, kOfThem, kOnceEach>::sql};
constexpr Statement kAllKnownSince{"customers.all_known_since",
                                   Joined<kSelectKnown, kOnceEach>::sql};
constexpr Statement kWords{"customers.words",
                           "select word from customers_word where identity = $1 order by word"};
constexpr Statement kAddWord{"customers.add_word",
                             "insert into customers_word (identity, word) values ($1, $2) "
                             "on conflict (identity, word) do nothing"};
constexpr Statement kRemoveWord{"customers.remove_word",
                                "delete from customers_word where identity = $1 and word = $2"};
// Whom words with a beginning lead to, and all of some beginnings. $1: how many at most; from $2 on
// each beginning and what comes after all words that begin so.
constexpr std::string_view kLedTo =
    "select coalesce(m.customer, w.identity) as customer from customers_word as w "
    "left join feed_customer_of as m on m.identity = w.identity where w.word >= ";
constexpr std::string_view kFirst = "$2 and w.word < $3 ";
constexpr std::string_view kSecond = "$4 and w.word < $5 ";
constexpr std::string_view kThird = "$6 and w.word < $7 ";
constexpr std::string_view kFourth = "$8 and w.word < $9 ";
constexpr std::string_view kAnd = "intersect ";
constexpr std::string_view kOnce = "group by coalesce(m.customer, w.identity) ";
constexpr std::string_view kByCustomer = "order by customer limit $1";
constexpr Statement kWithWord{"customers.with_word",
                              Joined<kLedTo, kFirst, kOnce, kByCustomer>::sql};
constexpr Statement kWithTwoWords{"customers.with_two_words",
                                  Joined<kLedTo, kFirst, kAnd, kLedTo, kSecond, kByCustomer>::sql};
constexpr Statement kWithThreeWords{
    "customers.with_three_words",
    Joined<kLedTo, kFirst, kAnd, kLedTo, kSecond, kAnd, kLedTo, kThird, kByCustomer>::sql};
constexpr Statement kWithFourWords{
    "customers.with_four_words", Joined<kLedTo, kFirst, kAnd, kLedTo, kSecond, kAnd, kLedTo, kThird,
                                        kAnd, kLedTo, kFourth, kByCustomer>::sql};

constexpr std::string_view kSelectCompany =
    "select id, version, name, registration, vat_number, notes, created, changed "
    "from customers_company ";
constexpr Statement kInsertCompany{
    "customers.insert_company",
    "insert into customers_company (id, version, name, registration, vat_number, notes, created, "
    "changed, search) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
constexpr Statement kUpdateCompany{
    "customers.update_company",
    "update customers_company set version = $2, name = $3, registration = $4, vat_number = $5, "
    "notes = $6, changed = $8, search = $9 where id = $1 and version = $10 and created = $7"};
constexpr std::string_view kById = "where id = $1";
constexpr Statement kCompany{"customers.company", Joined<kSelectCompany, kById>::sql};
constexpr std::string_view kFound = "where search like $1 escape '\\' order by name, id limit $2";
constexpr Statement kCompanies{"customers.companies", Joined<kSelectCompany, kFound>::sql};

constexpr Statement kPeople{"customers.people",
                            "select identity, company, role, since from customers_person "
                            "where company = $1 order by since, identity"};
constexpr Statement kSavePerson{
    "customers.save_person",
    "insert into customers_person (identity, company, role, since) values ($1, $2, $3, $4) "
    "on conflict (identity, company) do update set role = excluded.role"};
constexpr Statement kRemovePerson{
    "customers.remove_person", "delete from customers_person where company = $1 and identity = $2"};
constexpr Statement kMemberships{
    "customers.memberships",
    "select person.company, company.name, person.role from customers_person as person "
    "join customers_company as company on company.id = person.company "
    "where person.identity = $1 order by company.name, person.company"};

constexpr Statement kInsertErasure{
    "customers.insert_erasure",
    "insert into customers_erasure (erased, fresh, ts) values ($1, $2, $3) "
    "on conflict (erased) do nothing"};
constexpr Statement kErasures{
    "customers.erasures", "select erased, fresh, ts from customers_erasure order by ts, erased"};

constexpr Statement kForgetTraits{"customers.forget_traits",
                                  "delete from customers_trait where identity = $1"};
constexpr Statement kForgetWords{"customers.forget_words",
                                 "delete from customers_word where identity = $1"};
constexpr Statement kForgetRoles{"customers.forget_roles",
                                 "delete from customers_person where identity = $1"};

constexpr Statement kClearTraits{"customers.clear_traits",
                                 "delete from customers_trait where identity in "
                                 "(select identity from customers_trait limit 2000)"};
constexpr Statement kClearWords{"customers.clear_words",
                                "delete from customers_word where identity in "
                                "(select identity from customers_word limit 2000)"};
constexpr Statement kClearRoles{"customers.clear_roles",
                                "delete from customers_person where identity in "
                                "(select identity from customers_person limit 2000)"};

constexpr const Statement* kStatements[] = {
    &kAddTrait,      &kTraits,        &kTraitsOf,      &kBehind,       &kWords,
    &kAddWord,       &kRemoveWord,    &kWithWord,      &kWithTwoWords, &kWithThreeWords,
    &kWithFourWords, &kInsertCompany, &kUpdateCompany, &kCompany,      &kCompanies,
    &kPeople,        &kSavePerson,    &kRemovePerson,  &kMemberships,  &kInsertErasure,
    &kErasures,      &kForgetTraits,  &kForgetWords,   &kForgetRoles,  &kClearTraits,
    &kClearWords,    &kClearRoles,    &kKnownSince,    &kAllKnownSince};

struct ToldSince : KnownSince {
  bool erased = false;
};
BOOST_DESCRIBE_STRUCT(ToldSince, (KnownSince), (erased))

// What is kept of who was erased leads to nobody, unless they came back.
std::vector<KnownSince> not_erased(Snapshot& snapshot, const std::vector<ToldSince>& told) {
  std::vector<KnownSince> known;
  for (const ToldSince& one : told) {
    if (!one.erased || identities::find(snapshot, one.identity)) known.push_back(one);
  }
  return known;
}

std::string search_of(const Company& company) {
  return folded(company.name.text + "\n" + company.registration.text + "\n" +
                company.vat_number.text);
}

}  // namespace

void add_trait(Tx& tx, IdentityId identity, const Trait& trait) {
  const auto add = [&](const auto&... field) { tx.change(kAddTrait, identity, field...); };
  std::apply(add, tie_fields(trait));
}

std::vector<Trait> traits(Snapshot& snapshot, IdentityId identity) {
  return snapshot.all<Trait>(kTraits, identity);
}

std::vector<Behind> behind(Snapshot& snapshot, std::span<const CustomerId> customers) {
  return snapshot.all<Behind>(kBehind, store::asked(customers));
}

std::vector<TraitOf> traits(Snapshot& snapshot, std::span<const IdentityId> identities) {
  return snapshot.all<TraitOf>(kTraitsOf, store::asked(identities));
}

std::vector<KnownSince> known_since(Snapshot& snapshot, std::span<const IdentityId> identities) {
  return not_erased(snapshot, snapshot.all<ToldSince>(kKnownSince, store::asked(identities)));
}

std::vector<KnownSince> all_known_since(Snapshot& snapshot) {
  return not_erased(snapshot, snapshot.all<ToldSince>(kAllKnownSince));
}

std::vector<std::string> words(Snapshot& snapshot, IdentityId identity) {
  return snapshot.all<std::string>(kWords, identity);
}

void add_word(Tx& tx, IdentityId identity, std::string_view word) {
  tx.change(kAddWord, identity, word);
}

void remove_word(Tx& tx, IdentityId identity, std::string_view word) {
  tx.change(kRemoveWord, identity, word);
}

std::vector<CustomerId> with_words(Snapshot& snapshot, std::span<const std::string> words,
                                   std::int64_t limit) {
  // U+10FFFD comes after every letter.
  std::vector<std::string> ends;
  for (const std::string& word : words)
    ends.push_back(word + "\xf4\x8f\xbf\xbd");
  const auto led_to = [&](const Statement& statement, const auto&... parameters) {
    return snapshot.all<CustomerId>(statement, limit, parameters...);
  };
  switch (words.size()) {
    case 0:
      return {};
    case 1:
      return led_to(kWithWord, words[0], ends[0]);
    case 2:
      return led_to(kWithTwoWords, words[0], ends[0], words[1], ends[1]);
    case 3:
      return led_to(kWithThreeWords, words[0], ends[0], words[1], ends[1], words[2], ends[2]);
    default:
      SLUIS_ASSERT(words.size() == kBeginningsMax);
      return led_to(kWithFourWords, words[0], ends[0], words[1], ends[1], words[2], ends[2],
                    words[3], ends[3]);
  }
}

bool insert(Tx& tx, const Company& company) {
  const auto insert = [&](const auto&... field) {
    return tx.change(kInsertCompany, field..., search_of(company));
  };
  return std::apply(insert, tie_fields(company)) == 1;
}

bool update(Tx& tx, const Company& company, std::int64_t version) {
  const auto update = [&](const auto&... field) {
    return tx.change(kUpdateCompany, field..., search_of(company), version);
  };
  return std::apply(update, tie_fields(company)) == 1;
}

std::optional<Company> company(Snapshot& snapshot, CompanyId id) {
  return snapshot.one<Company>(kCompany, id);
}

std::vector<Company> companies(Snapshot& snapshot, std::string_view search, std::int64_t limit) {
  return snapshot.all<Company>(kCompanies, containing(search), limit);
}

std::vector<Person> people(Snapshot& snapshot, CompanyId company) {
  return snapshot.all<Person>(kPeople, company);
}

void save(Tx& tx, const Person& person) {
  tx.change(kSavePerson, person.identity, person.company, person.role, person.since);
}

bool remove(Tx& tx, CompanyId company, IdentityId identity) {
  return tx.change(kRemovePerson, company, identity) == 1;
}

std::vector<Membership> memberships(Snapshot& snapshot, IdentityId identity) {
  return snapshot.all<Membership>(kMemberships, identity);
}

void insert(Tx& tx, const Erasure& erasure) {
  tx.change(kInsertErasure, erasure.erased, erasure.fresh, erasure.ts);
}

std::vector<Erasure> erasures(Snapshot& snapshot) {
  return snapshot.all<Erasure>(kErasures);
}

void forget_person(Tx& tx, IdentityId identity) {
  for (const Statement* statement : {&kForgetTraits, &kForgetWords, &kForgetRoles})
    tx.change(*statement, identity);
}

std::int64_t clear_people(Tx& tx) {
  return tx.change(kClearTraits) + tx.change(kClearWords) + tx.change(kClearRoles);
}

std::span<const store::Statement* const> people_statements() {
  return kStatements;
}

}  // namespace sluis::customers::sql
