#include "customers/follow.h"

#include <map>
#include <set>

#include "consent/consent.h"
#include "customers/people.h"
#include "customers/relations.h"

namespace sluis::customers {
namespace {

constexpr std::size_t kFoundMax = 2'000'000;

// Each pair once, with the moment it was first seen together.
std::vector<Sighting> sightings_in(const events::Batch& batch) {
  std::map<std::pair<IdentityId, IdentityId>, Instant> pairs;
  for (const events::Event& event : batch.events) {
    for (std::size_t i = 1; i < event.identities.size(); ++i) {
      const auto pair = std::minmax(event.identities.front(), event.identities[i]);
      const auto [at, added] = pairs.try_emplace(pair, event.ts);
      if (!added) at->second = std::min(at->second, event.ts);
    }
  }
  std::vector<Sighting> sightings;
  for (const auto& [pair, ts] : pairs)
    sightings.push_back({pair.first, pair.second, ts});
  return sightings;
}

void take_traits(store::Tx& tx, const events::Event& event) {
  if (event.identities.empty() || !event.props.contains("\"$private\"")) return;
  note_traits(tx, event.identity(), traits_in(event.props, event.ts, event.id.number()));
}

// Nobody is found by the name of a device; what it told of somebody is noted when it is told.
void greet(store::Tx& tx, IdentityId id) {
  const auto identity = identities::find(tx, id);
  if (identity && is_findable(identity->kind)) renew_words(tx, id);
}

}  // namespace

void Follower::take(store::Tx& tx, const events::Batch& batch) {
  const auto sightings = sightings_in(batch);
  if (!sightings.empty()) note_sightings(tx, sightings, batch.received);
  for (const events::Event& event : batch.events)
    take_traits(tx, event);
  auto met = strangers(batch);
  for (const IdentityId id : met)
    greet(tx, id);
  tx.after_commit([this, met = std::move(met)] { acquainted(met); });
}

std::vector<IdentityId> Follower::strangers(const events::Batch& batch) const {
  std::set<IdentityId> all;
  const std::lock_guard lock(mutex_);
  for (const events::Event& event : batch.events) {
    for (const IdentityId id : event.identities) {
      if (!found_.contains(id.number())) all.insert(id);
    }
  }
  return {all.begin(), all.end()};
}

void Follower::acquainted(const std::vector<IdentityId>& identities) {
  const std::lock_guard lock(mutex_);
  if (found_.size() > kFoundMax) found_.clear();
  for (const IdentityId id : identities)
    found_.insert(id.number());
}

events::Reader log_reader(IdSource& ids) {
  const auto follower = std::make_shared<Follower>();
  const auto relations = std::make_shared<Relations>(ids);
  return {.name = "customers.links",
          .consume = [=](store::Tx& tx, std::span<const events::Batch> batches) -> Result<void> {
            for (const events::Batch& batch : batches) {
              follower->take(tx, batch);
              relations->take(tx, batch);
            }
            return {};
          }};
}

outbox::Consumer consent_consumer() {
  return {.name = "customers.consent",
          .topics = {std::string(consent::kEvidenceAdded)},
          .consume = [](store::Tx& tx, const outbox::Fact& fact) -> Result<void> {
            const auto added = TRY(from_json<consent::EvidenceAdded>(fact.payload.text));
            renew_words(tx, added.identity);
            return {};
          }};
}

}  // namespace sluis::customers
