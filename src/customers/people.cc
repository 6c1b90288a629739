#include "customers/people.h"

#include <algorithm>

#include "customers/store_people.h"
#include "kernel/assert.h"
#include "platform/api/refusal.h"

namespace sluis::customers {
namespace {

constexpr std::string_view kCompanyEntity = "company";

constexpr RefusalKind kCompanyUnknown{"company_unknown",
                                      Category::not_found,
                                      Retry::useless,
                                      {"There is no such company.", "Dit bedrijf bestaat niet."}};
constexpr Text kPresentVersion{"The present version is {0}.", "De huidige versie is {0}."};

Refusal stale(const Company& present) {
  return Refusal(kind_of(api::ApiRefusal::version_changed))
      .with({{"/version", "version", Message(kPresentVersion, std::to_string(present.version))}});
}

void told(store::Tx& tx, const access::Actor& actor, const Company* before, const Company& after) {
  access::audit(tx, actor,
                {.entity = kCompanyEntity,
                 .id = to_string(after.id),
                 .action = before == nullptr ? "added" : "changed",
                 .before = before != nullptr ? Json{to_json(*before)} : Json{},
                 .after = Json{to_json(after)}});
}

// The longest, which tell most. A beginning of another one tells nothing.
std::vector<std::string> telling(std::vector<std::string> words) {
  std::ranges::sort(words, [](const std::string& one, const std::string& other) {
    return one.size() > other.size();
  });
  std::vector<std::string> chosen;
  for (std::string& word : words) {
    const bool is_told = std::ranges::any_of(
        chosen, [&](const std::string& longer) { return longer.starts_with(word); });
    if (!is_told && chosen.size() < sql::kBeginningsMax) chosen.push_back(std::move(word));
  }
  return chosen;
}

}  // namespace

const RefusalKind& kind_of(CompanyRefusal refusal) {
  switch (refusal) {
    case CompanyRefusal::company_unknown:
      return kCompanyUnknown;
  }
  assertion_failed("a CompanyRefusal");
}

void note_traits(store::Tx& tx, IdentityId identity, std::span<const TraitSeen> seen) {
  if (seen.empty()) return;
  auto known = sql::traits(tx, identity);
  bool says_more = false;
  for (const TraitSeen& one : seen) {
    const Trait trait = trait_of(one);
    const auto before = std::ranges::find(known, one.name, &Trait::name);
    if (before == known.end() && known.size() >= kTraitsMax) continue;
    sql::add_trait(tx, identity, trait);
    if (before == known.end()) {
      known.push_back(trait);
      says_more = true;
    } else {
      const Trait after = joined(*before, trait);
      says_more |= after.value != before->value;
      *before = after;
    }
  }
  if (says_more) renew_words(tx, identity);
}

void note_told(store::Tx& tx, IdentityId identity, std::span<const Told> told, Instant ts) {
  std::vector<TraitSeen> seen;
  for (const auto& [name, value] : told)
    seen.push_back({.name = std::string(name), .value = value, .ts = ts});
  note_traits(tx, identity, seen);
}

bool is_findable(identities::Kind kind) {
  return kind != identities::Kind::device && kind != identities::Kind::session_code;
}

void renew_words(store::Tx& tx, IdentityId identity) {
  std::vector<std::string> values;
  const auto known = identities::find(tx, identity);
  if (known && is_findable(known->kind)) values.push_back(known->value);
  const auto before = sql::words(tx, identity);
  const auto after = words_of(sql::traits(tx, identity), values);
  for (const std::string& word : before) {
    if (!std::ranges::binary_search(after, word)) sql::remove_word(tx, identity, word);
  }
  for (const std::string& word : after) {
    if (std::ranges::find(before, word) == before.end()) sql::add_word(tx, identity, word);
  }
}

Result<Company> add_company(store::Tx& tx, const access::Actor& actor, const CompanyDraft& draft) {
  Company made{.id = actor.ids.next<CompanyId>(),
               .version = 1,
               .name = draft.name,
               .registration = draft.registration.value_or(Line<0, 40>()),
               .vat_number = draft.vat_number.value_or(Line<0, 40>()),
               .notes = draft.notes.value_or(Prose<2000>()),
               .created = actor.now,
               .changed = actor.now};
  sql::insert(tx, made);
  told(tx, actor, nullptr, made);
  return made;
}

Result<Company> change_company(store::Tx& tx, const access::Actor& actor, CompanyId id,
                               std::int64_t version, const CompanyChange& change) {
  const Company before = TRY(company(tx, id));
  Company after = before;
  apply_change(change, after);
  after.version = version + 1;
  after.changed = actor.now;
  if (!sql::update(tx, after, version)) return std::unexpected(stale(before));
  told(tx, actor, &before, after);
  return after;
}

Result<Company> company(store::Snapshot& snapshot, CompanyId id) {
  auto found = sql::company(snapshot, id);
  if (!found) return refuse(CompanyRefusal::company_unknown);
  return *std::move(found);
}

std::vector<Company> companies(store::Snapshot& snapshot, std::string_view search,
                               std::int64_t limit) {
  return sql::companies(snapshot, search, limit);
}

std::vector<Person> people_of(store::Snapshot& snapshot, CompanyId id) {
  return sql::people(snapshot, id);
}

Result<void> set_role(store::Tx& tx, const access::Actor& actor, CompanyId id, IdentityId identity,
                      const std::optional<Line<0, 80>>& role) {
  TRY_VOID(company(tx, id));
  const Person person{.identity = identity,
                      .company = id,
                      .role = role.value_or(Line<0, 80>()),
                      .since = actor.now};
  if (role) {
    sql::save(tx, person);
  } else if (!sql::remove(tx, id, identity)) {
    return {};
  }
  access::audit(tx, actor,
                {.entity = kCompanyEntity,
                 .id = to_string(id),
                 .action = role ? "role_given" : "role_ended",
                 .after = Json{to_json(person)}});
  return {};
}

Result<Profile> profile(store::Snapshot& snapshot, CustomerId id) {
  const auto behind = identities_behind(snapshot, id);
  if (behind.empty()) return refuse(CustomerRefusal::customer_unknown);
  Profile profile;
  profile.id = identities::customer_of(snapshot, behind.front());
  profile.identities = identities::find_all(snapshot, behind);
  for (const IdentityId one : behind) {
    std::ranges::move(sql::traits(snapshot, one), std::back_inserter(profile.traits));
    std::ranges::move(sql::memberships(snapshot, one), std::back_inserter(profile.companies));
  }
  profile.traits = joined(std::move(profile.traits));
  profile.name = display_name(profile.traits);
  return profile;
}

std::vector<CustomerId> search(store::Snapshot& snapshot, std::string_view text,
                               std::int64_t limit) {
  return sql::with_words(snapshot, telling(words_in(text)), limit);
}

std::string name_of(store::Snapshot& snapshot, CustomerId id) {
  std::vector<Trait> traits;
  for (const IdentityId one : identities::identities_of(snapshot, id))
    std::ranges::move(sql::traits(snapshot, one), std::back_inserter(traits));
  return display_name(joined(std::move(traits)));
}

}  // namespace sluis::customers
