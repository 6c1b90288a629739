#include "customers/customers.h"

#include <algorithm>
#include <map>
#include <set>

#include "customers/circles.h"
#include "kernel/assert.h"

namespace sluis::customers {
namespace {

constexpr RefusalKind kUnknown{"customer_unknown",
                               Category::not_found,
                               Retry::useless,
                               {"There is no such customer.", "Deze klant bestaat niet."}};
constexpr RefusalKind kSame{"customer_same",
                            Category::conflict,
                            Retry::useless,
                            {"These are one customer already.", "Dit is al één klant."}};
constexpr RefusalKind kNotOf{
    "customer_identity_of_another",
    Category::conflict,
    Retry::useless,
    {"{0} is not an identity of this customer.", "{0} is geen identiteit van deze klant."}};
constexpr RefusalKind kNothingLeft{
    "customer_nothing_left",
    Category::conflict,
    Retry::useless,
    {"Take out one or more identities, and leave at least one.",
     "Haal er een of meer identiteiten uit, en laat er minstens één over."}};
constexpr RefusalKind kOperationUnknown{
    "customer_operation_unknown",
    Category::not_found,
    Retry::useless,
    {"There is no such merge or split.", "Deze samenvoeging of splitsing bestaat niet."}};
constexpr RefusalKind kUndone{"customer_already_undone",
                              Category::conflict,
                              Retry::useless,
                              {"This was undone already.", "Dit is al ongedaan gemaakt."}};

struct Trail {
  OperationId operation;
  std::vector<IdentityId> identities;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Trail, (), (operation, identities, reason))

// What the decisions about a pair come to: the last that was not undone.
void apply_decisions(store::Snapshot& snapshot, Link& link) {
  const auto rows = sql::decisions_of_pair(snapshot, link.a, link.b);
  std::set<OperationId> undone;
  for (const auto& row : rows) {
    if (row.step == Step::undone) undone.insert(row.operation);
  }
  link.decision = Decision::none;
  link.decided = {};
  for (const auto& row : rows) {
    if (row.step == Step::undone || undone.contains(row.operation)) continue;
    link.decision = row.step == Step::joined ? Decision::joined : Decision::parted;
    link.decided = row.ts;
  }
}

// One step about some pairs, in one operation: written down, applied and settled.
class Doing {
 public:
  Doing(store::Tx& tx, const access::Actor& actor, Step step, const Why& why)
      : tx_(tx), actor_(actor), step_(step), why_(why) {
    sql::hold_guard(tx);
  }

  void about(IdentityId one, IdentityId other) { pairs_.push_back(link_of(one, other)); }

  // An operation of its own, or the one that is undone.
  Changed done(std::optional<OperationId> undone = {}) {
    const OperationId operation = undone.value_or(actor_.ids.next<OperationId>());
    std::set<IdentityId> ends;
    for (const Link& pair : pairs_)
      ends.insert({pair.a, pair.b});
    const std::vector<IdentityId> changed(ends.begin(), ends.end());
    const auto seeds = around(tx_, changed);
    for (const Link& pair : pairs_)
      write(operation, pair);
    tell(operation, changed);
    return {operation, settle(tx_, seeds, actor_.now)};
  }

 private:
  void write(OperationId operation, const Link& pair) {
    sql::insert(tx_, {.identity = pair.a,
                      .id = actor_.ids.next<OperationId>(),
                      .other = pair.b,
                      .operation = operation,
                      .step = step_,
                      .ts = actor_.now,
                      .actor = actor_.name,
                      .reason = why_.text});
    Link link = sql::link(tx_, pair.a, pair.b).value_or(pair);
    apply_decisions(tx_, link);
    sql::save(tx_, link);
  }

  void tell(OperationId operation, const std::vector<IdentityId>& identities) {
    for (const IdentityId id : identities) {
      access::audit(tx_, actor_,
                    {.entity = "customer",
                     .id = to_string(alone(id)),
                     .action = enum_name(step_),
                     .after = Json{to_json(Trail{operation, identities, why_.text})}});
    }
  }

  store::Tx& tx_;
  const access::Actor& actor_;
  const Step step_;
  const Why& why_;
  std::vector<Link> pairs_;
};

Result<std::vector<IdentityId>> known_behind(store::Snapshot& snapshot, CustomerId customer) {
  auto identities = identities_behind(snapshot, customer);
  if (identities.empty()) return refuse(CustomerRefusal::customer_unknown);
  return identities;
}

// Whether it is news: it was not known, or only as later.
bool note(store::Tx& tx, const Sighting& sighting) {
  const Link pair = link_of(sighting.one, sighting.other);
  Link link = sql::link(tx, pair.a, pair.b).value_or(pair);
  if (link.seen && *link.seen <= sighting.ts) return false;
  if (!link.seen) {
    const auto most = static_cast<std::int64_t>(kLimits.neighbours_max) + 1;
    for (const IdentityId end : {pair.a, pair.b}) {
      if (sql::seen_with(tx, end, most) == most) return false;  // nobody's already
    }
  }
  link.seen = sighting.ts;
  sql::save(tx, link);
  return true;
}

// Those that may be news: most pairs of a batch were seen together before.
std::vector<Sighting> not_known(store::Snapshot& snapshot, std::span<const Sighting> sightings) {
  std::vector<Link> pairs;
  for (const Sighting& one : sightings)
    pairs.push_back(link_of(one.one, one.other));
  std::map<std::pair<IdentityId, IdentityId>, Instant> seen;
  for (const Link& link : sql::links(snapshot, pairs)) {
    if (link.seen) seen.emplace(std::pair(link.a, link.b), *link.seen);
  }
  std::vector<Sighting> news;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto known = seen.find({pairs[i].a, pairs[i].b});
    const bool is_known = known != seen.end() && known->second <= sightings[i].ts;
    if (!is_known && pairs[i].a != pairs[i].b) news.push_back(sightings[i]);
  }
  return news;
}

Operation operation_of(const std::vector<sql::DecisionRow>& rows) {
  const auto& first = rows.front();
  Operation operation{.id = first.operation,
                      .step = first.step,
                      .ts = first.ts,
                      .actor = first.actor,
                      .reason = first.reason};
  std::set<IdentityId> identities;
  for (const auto& row : rows) {
    identities.insert({row.identity, row.other});
    operation.undone |= row.step == Step::undone;
  }
  operation.identities.assign(identities.begin(), identities.end());
  return operation;
}

}  // namespace

const RefusalKind& kind_of(CustomerRefusal refusal) {
  switch (refusal) {
    case CustomerRefusal::customer_unknown:
      return kUnknown;
    case CustomerRefusal::same_customer:
      return kSame;
    case CustomerRefusal::not_of_customer:
      return kNotOf;
    case CustomerRefusal::nothing_left:
      return kNothingLeft;
    case CustomerRefusal::operation_unknown:
      return kOperationUnknown;
    case CustomerRefusal::already_undone:
      return kUndone;
  }
  assertion_failed("a CustomerRefusal");
}

void note_sightings(store::Tx& tx, std::span<const Sighting> sightings, Instant now) {
  const std::vector<Sighting> news = not_known(tx, sightings);
  if (news.empty()) return;
  sql::hold_guard(tx);
  std::set<IdentityId> seeds;
  for (const Sighting& sighting : news) {
    const IdentityId ends[] = {sighting.one, sighting.other};
    if (!note(tx, sighting)) continue;
    for (const IdentityId id : around(tx, ends))
      seeds.insert(id);
  }
  settle(tx, std::vector<IdentityId>(seeds.begin(), seeds.end()), now);
}

Result<Changed> merge(store::Tx& tx, const access::Actor& actor, CustomerId one, CustomerId other,
                      const Why& why) {
  Doing doing(tx, actor, Step::joined, why);
  const auto mine = TRY(known_behind(tx, one));
  const auto theirs = TRY(known_behind(tx, other));
  if (mine == theirs) return refuse(CustomerRefusal::same_customer);
  // All of both with one of them, so that no verified identity is left behind.
  for (const auto& all : {mine, theirs}) {
    for (const IdentityId id : all) {
      if (id != mine.front()) doing.about(mine.front(), id);
    }
  }
  return doing.done();
}

Result<Changed> split(store::Tx& tx, const access::Actor& actor, CustomerId customer,
                      const std::vector<IdentityId>& out, const Why& why) {
  Doing doing(tx, actor, Step::parted, why);
  const auto all = TRY(known_behind(tx, customer));
  const std::set<IdentityId> leaving(out.begin(), out.end());
  for (const IdentityId id : leaving) {
    if (std::ranges::find(all, id) == all.end()) {
      return refuse(CustomerRefusal::not_of_customer, to_string(id));
    }
  }
  if (leaving.empty() || leaving.size() == all.size()) {
    return refuse(CustomerRefusal::nothing_left);
  }
  for (const IdentityId id : leaving) {
    for (const IdentityId stays : all) {
      if (!leaving.contains(stays)) doing.about(id, stays);
    }
  }
  return doing.done();
}

Result<Changed> undo(store::Tx& tx, const access::Actor& actor, OperationId operation,
                     const Why& why) {
  Doing doing(tx, actor, Step::undone, why);
  const auto rows = sql::decisions_of_operation(tx, operation);
  if (rows.empty()) return refuse(CustomerRefusal::operation_unknown);
  if (rows.back().step == Step::undone) return refuse(CustomerRefusal::already_undone);
  for (const auto& row : rows)
    doing.about(row.identity, row.other);
  return doing.done(operation);
}

std::vector<Operation> operations_of(store::Snapshot& snapshot, CustomerId customer) {
  std::set<OperationId> ids;
  for (const IdentityId id : identities_behind(snapshot, customer)) {
    for (const auto& row : sql::decisions_about(snapshot, id))
      ids.insert(row.operation);
  }
  std::vector<Operation> operations;
  for (const OperationId id : ids)
    operations.push_back(operation_of(sql::decisions_of_operation(snapshot, id)));
  std::ranges::reverse(operations);
  return operations;
}

std::vector<Proposed> proposals(store::Snapshot& snapshot, std::optional<Proposed> after,
                                std::int64_t limit) {
  const Proposed from = after.value_or(Proposed{});
  return sql::proposals(snapshot, from.since, from.identity, from.other, limit);
}

Result<Changed> part(store::Tx& tx, const access::Actor& actor, IdentityId one, IdentityId other,
                     const Why& why) {
  Doing doing(tx, actor, Step::parted, why);
  if (one == other) return refuse(CustomerRefusal::same_customer);
  doing.about(one, other);
  return doing.done();
}

std::int64_t clear(store::Tx& tx) {
  return sql::clear(tx);
}

std::vector<IdentityId> identities_behind(store::Snapshot& snapshot, CustomerId customer) {
  auto merged = identities::identities_of(snapshot, customer);
  const IdentityId own(customer.number());
  if (merged.size() > 1 || (merged.size() == 1 && merged.front() != own)) return merged;
  if (identities::find(snapshot, own)) {
    return identities::identities_of(snapshot, identities::customer_of(snapshot, own));
  }
  // The number of a customer whose oldest link this was, before it met an older one.
  const auto link = sql::link_numbered(snapshot, customer);
  if (!link) return {};
  return identities::identities_of(snapshot, identities::customer_of(snapshot, link->a));
}

}  // namespace sluis::customers
