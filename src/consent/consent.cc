#include "consent/consent.h"

#include <algorithm>
#include <mutex>

#include "consent/rules.h"
#include "consent/store.h"
#include "kernel/assert.h"
#include "platform/outbox/outbox.h"

namespace sluis::consent {
namespace {

constexpr std::string_view kRegion = "NL";       // of telephone numbers without a country
constexpr std::int64_t kEvidenceMax = 1'000;     // of one identity
constexpr std::string_view kByItself = "order";  // the actor of what follows from an order

constexpr RefusalKind kTooMuchEvidence{
    "consent_too_much_evidence",
    Category::conflict,
    Retry::useless,
    {"There are already {0} pieces of evidence about this identity. An objection can always be "
     "added.",
     "Van deze identiteit zijn al {0} bewijzen bewaard. Een bezwaar kan altijd nog worden "
     "toegevoegd."}};

// What the trail keeps: that something was said, not the words of it.
struct Told {
  std::optional<Means> means;
  std::optional<Purpose> purpose;
  Ground ground = Ground::opt_in;
};
BOOST_DESCRIBE_STRUCT(Told, (), (means, purpose, ground))

// By which means an address is written to or called.
std::vector<Means> means_of(identities::Kind kind) {
  switch (kind) {
    case identities::Kind::email:
      return {Means::email};
    case identities::Kind::phone:
      return {Means::telephone, Means::message};
    default:
      return {};
  }
}

bool has_relation(const std::vector<Evidence>& evidence, Means means) {
  return std::ranges::any_of(evidence, [&](const Evidence& one) {
    return one.ground == Ground::relation && one.means == means;
  });
}

Result<std::string> normal_value(identities::Kind kind, std::string_view value) {
  std::string room;
  const auto normal = identities::normal_form({kind, value}, kRegion, room);
  if (!normal) return refuse(normal.error());
  return std::string(*normal);
}

Evidence evidence_of_claim(const access::Actor& actor, IdentityId identity, const Claim& claim) {
  return {.identity = identity,
          .id = actor.ids.next<EvidenceId>(),
          .means = claim.means,
          .purpose = claim.purpose,
          .ground = claim.ground,
          .source = claim.source.text,
          .text_version = claim.text_version.text,
          .ts = std::min(claim.ts.value_or(actor.now), actor.now),
          .expires = claim.expires,
          .proof = claim.proof.text,
          .recorded = actor.now,
          .actor = actor.name};
}

}  // namespace

const RefusalKind& kind_of(ConsentRefusal refusal) {
  switch (refusal) {
    case ConsentRefusal::too_much_evidence:
      return kTooMuchEvidence;
  }
  assertion_failed("a ConsentRefusal");
}

Result<Evidence> record(store::Tx& tx, const access::Actor& actor, IdentityId identity,
                        const Claim& claim) {
  auto problems = problems_of(claim, actor.now);
  if (!problems.empty()) {
    return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(std::move(problems)));
  }
  const bool refuses = claim.ground == Ground::objection || claim.ground == Ground::withdrawal;
  if (!sql::count_one(tx, identity, refuses ? INT64_MAX : kEvidenceMax)) {
    return refuse(ConsentRefusal::too_much_evidence, std::to_string(kEvidenceMax));
  }
  Evidence evidence = evidence_of_claim(actor, identity, claim);
  sql::insert(tx, evidence);
  access::audit(tx, actor,
                {.entity = "customer",
                 .id = to_string(CustomerId(identity.number())),  // that it is by itself
                 .action = "evidence_added",
                 .after = Json{to_json(Told{claim.means, claim.purpose, claim.ground})}});
  outbox::append(tx, actor.now, kEvidenceAdded, EvidenceAdded{identity, evidence.id});
  return evidence;
}

void note_relation(store::Tx& tx, IdSource& ids, const identities::Identity& address,
                   const Order& order, Instant now) {
  const std::vector<Means> by = means_of(address.kind);
  if (by.empty()) return;
  const std::vector<Evidence> before = sql::of_identity(tx, address.id);
  for (const Means means : by) {
    if (has_relation(before, means) || !sql::count_one(tx, address.id, kEvidenceMax)) continue;
    const Evidence evidence{.identity = address.id,
                            .id = ids.next<EvidenceId>(),
                            .means = means,
                            .purpose = Purpose::similar_products,
                            .ground = Ground::relation,
                            .source = fmt::format("order {}", order.reference),
                            .text_version = {},
                            .ts = std::min(order.ts, now),
                            .expires = {},
                            .proof = {},
                            .recorded = now,
                            .actor = std::string(kByItself)};
    sql::insert(tx, evidence);
    outbox::append(tx, now, kEvidenceAdded, EvidenceAdded{address.id, evidence.id});
  }
}

Result<std::optional<IdentityId>> find_identity(store::Snapshot& snapshot, identities::Kind kind,
                                                std::string_view value) {
  const std::string normal = TRY(normal_value(kind, value));
  const auto pepper = identities::pepper(snapshot);
  if (!pepper) return std::nullopt;
  return identities::id_of(*pepper, kind, normal);
}

Result<IdentityId> remember_identity(store::Tx& tx, identities::Kind kind, std::string_view value,
                                     Instant now) {
  std::string normal = TRY(normal_value(kind, value));
  const IdentityId id = identities::id_of(identities::pepper(tx), kind, normal);
  const identities::Identity seen[] = {
      {.id = id, .kind = kind, .value = std::move(normal), .first_seen = now, .last_seen = now}};
  identities::remember(tx, seen);
  return id;
}

Verdict allowed(store::Snapshot& snapshot, std::span<const IdentityId> identities, Means means,
                Purpose purpose, Instant at) {
  return decide(evidence_of(snapshot, identities), means, purpose, at);
}

std::vector<Evidence> evidence_of(store::Snapshot& snapshot,
                                  std::span<const IdentityId> identities) {
  return sql::of_identities(snapshot, identities);
}

void forget(store::Tx& tx, IdentityId identity) {
  sql::forget(tx, identity);
}

std::int64_t clear(store::Tx& tx) {
  return sql::clear(tx);
}

Refusals::Refusals(store::Store& store, const Clock& clock) : store_(store), clock_(clock) {
  const auto read = store_.snapshot([&](store::Snapshot& snapshot) -> Result<void> {
    masks_.clear();
    read_ = outbox::last_position(snapshot);
    for (const IdentityId identity : sql::refusing(snapshot))
      masks_[identity.number()] = refused_mask(sql::of_identity(snapshot, identity), clock_.now());
    return {};
  });
  SLUIS_ASSERT(read.has_value());
}

bool Refusals::refused(IdentityId identity, Means means, Purpose purpose) const {
  const std::shared_lock lock(mutex_);
  const auto found = masks_.find(identity.number());
  return found != masks_.end() && (found->second & mask_of(means, purpose)) != 0;
}

outbox::Tail::Subscription Refusals::follow(outbox::Tail& tail) {
  return tail.follow(read_, {std::string(kEvidenceAdded)},
                     [this](const outbox::Fact& fact) { take(fact.payload); });
}

void Refusals::take(const Json& payload) {
  const auto added = from_json<EvidenceAdded>(payload.text);
  if (!added) return;
  const auto mask = store_.snapshot([&](store::Snapshot& snapshot) -> Result<Mask> {
    return refused_mask(sql::of_identity(snapshot, added->identity), clock_.now());
  });
  const std::unique_lock lock(mutex_);
  masks_[added->identity.number()] = mask.value_or(~Mask{0});  // unread evidence is taken for a no
}

}  // namespace sluis::consent
