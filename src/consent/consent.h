// What may be kept of people and done with them: evidence that is only ever added to, and one gate
// that every outbound act and every inbound trace asks. What nothing allows is refused.
#pragma once

#include <shared_mutex>
#include <span>
#include <string>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "access/access.h"
#include "identities/identities.h"
#include "kernel/fields.h"
#include "platform/outbox/tail.h"

namespace sluis {
struct Capability;
}

namespace sluis::consent {

Capability capability();

struct EvidenceIdTag {
  static constexpr std::string_view prefix = "evi";
};
using EvidenceId = Id<EvidenceIdTag>;

// By what means somebody is reached or observed.
enum class Means : std::uint8_t { telephone, email, message, post, visit, web, advertising };
BOOST_DESCRIBE_ENUM(Means, telephone, email, message, post, visit, web, advertising)

// `similar_products`: selling what is like a customer bought here. `service`: about an order or
// another agreement. `tracking`: keeping what a device does.
enum class Purpose : std::uint8_t {
  marketing,
  similar_products,
  service,
  tracking,
  personalisation,
  research,
};
BOOST_DESCRIBE_ENUM(Purpose, marketing, similar_products, service, tracking, personalisation,
                    research)

// Why something is allowed, or is not any more. `relation` is the soft opt-in: an address that
// somebody gave with an order. An objection goes over all that it names; a withdrawal takes back
// what somebody agreed to.
enum class Ground : std::uint8_t {
  opt_in,
  relation,
  contract,
  legitimate_interest,
  withdrawal,
  objection,
};
BOOST_DESCRIBE_ENUM(Ground, opt_in, relation, contract, legitimate_interest, withdrawal, objection)

// What is said when evidence is added.
struct Claim {
  std::optional<Means> means;      // none: every means
  std::optional<Purpose> purpose;  // none: every purpose
  Ground ground = Ground::opt_in;
  Line<1, 200> source;        // where it was said: "webshop checkout", "call 2291"
  Line<0, 100> text_version;  // of the words that the person agreed to
  std::optional<Instant> ts;  // when it was said; else now
  std::optional<Instant> expires;
  Prose<2000> proof;  // the form, the recording, the order that it rests on
  bool operator==(const Claim&) const = default;
};
BOOST_DESCRIBE_STRUCT(Claim, (), (means, purpose, ground, source, text_version, ts, expires, proof))

// Evidence as it stands: never changed, only added to.
struct Evidence {
  IdentityId identity;
  EvidenceId id;
  std::optional<Means> means;
  std::optional<Purpose> purpose;
  Ground ground = Ground::opt_in;
  std::string source;
  std::string text_version;
  Instant ts;
  std::optional<Instant> expires;
  std::string proof;
  Instant recorded;
  std::string actor;
  bool operator==(const Evidence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Evidence, (),
                      (identity, id, means, purpose, ground, source, text_version, ts, expires,
                       proof, recorded, actor))

// Why the gate said what it said.
enum class Reason : std::uint8_t {
  opted_in,       //
  relation,       // a customer, who did not object
  contract,       // needed for what was agreed
  not_objected,   // the law lets it be until somebody objects
  objected,       //
  withdrawn,      //
  expired,        // there was evidence, and its time is over
  no_evidence,    //
  never_allowed,  // no rule allows this by these means
};
BOOST_DESCRIBE_ENUM(Reason, opted_in, relation, contract, not_objected, objected, withdrawn,
                    expired, no_evidence, never_allowed)

struct Verdict {
  bool allowed = false;
  Reason reason = Reason::never_allowed;
  std::optional<EvidenceId> evidence;  // what it rests on
  std::string law;                     // the rule of that day; empty where there is none
  bool operator==(const Verdict&) const = default;
};
BOOST_DESCRIBE_STRUCT(Verdict, (), (allowed, reason, evidence, law))

enum class ConsentRefusal : std::uint8_t { too_much_evidence };
BOOST_DESCRIBE_ENUM(ConsentRefusal, too_much_evidence)
const RefusalKind& kind_of(ConsentRefusal refusal);

// The identity with this value; remember_identity also keeps it if nobody has seen it yet.
Result<std::optional<IdentityId>> find_identity(store::Snapshot& snapshot, identities::Kind kind,
                                                std::string_view value);
Result<IdentityId> remember_identity(store::Tx& tx, identities::Kind kind, std::string_view value,
                                     Instant now);

// Adds evidence, tells the trail, and the outbox (consent.evidence_added).
Result<Evidence> record(store::Tx& tx, const access::Actor& actor, IdentityId identity,
                        const Claim& claim);

// An order that somebody left an address with.
struct Order {
  std::string_view reference;
  Instant ts;
};
// The soft opt-in: whoever bought may hear of what is like it, at the address that came with the
// order. Told once for each address; an identity that is no address gives nothing. It is no act of
// a person, so the trail keeps nothing of it.
void note_relation(store::Tx& tx, IdSource& ids, const identities::Identity& address,
                   const Order& order, Instant now);

// The one gate: may this be done at this moment with the person behind these identities? Of what
// they carry, the strictest holds.
Verdict allowed(store::Snapshot& snapshot, std::span<const IdentityId> identities, Means means,
                Purpose purpose, Instant at);

// The same of evidence that was read before. A later yes takes away an earlier no of the same
// identity only; so no merge turns a no into a yes.
Verdict decide(std::span<const Evidence> evidence, Means means, Purpose purpose, Instant at);

// All evidence of these identities, the oldest first.
std::vector<Evidence> evidence_of(store::Snapshot& snapshot,
                                  std::span<const IdentityId> identities);

// Erases what is known of the identity, and keeps that it objected: otherwise the next list that
// somebody imports would undo it.
void forget(store::Tx& tx, IdentityId identity);

// Removes all there is of everybody, some thousands at a time; 0 when nothing was left.
std::int64_t clear(store::Tx& tx);

// Who refuses what now, in memory: for the way in of events, which asks no database. It follows the
// facts, so that an objection holds at once in every process.
class Refusals {
 public:
  Refusals(store::Store& store, const Clock& clock);  // reads all that refuse

  bool refused(IdentityId identity, Means means, Purpose purpose) const;
  // Of a fact consent.evidence_added.
  void take(const Json& payload);
  // Takes every such fact from the tail, as long as what it gives back lives.
  [[nodiscard]] outbox::Tail::Subscription follow(outbox::Tail& tail);

 private:
  using Mask = std::uint64_t;  // a bit for each means and purpose

  store::Store& store_;
  const Clock& clock_;
  outbox::Position read_;  // up to here all was read at the start
  mutable std::shared_mutex mutex_;
  boost::unordered_flat_map<std::int64_t, Mask> masks_;
};
inline constexpr std::string_view kEvidenceAdded = "consent.evidence_added";
struct EvidenceAdded {
  IdentityId identity;
  EvidenceId id;
};
BOOST_DESCRIBE_STRUCT(EvidenceAdded, (), (identity, id))

}  // namespace sluis::consent
