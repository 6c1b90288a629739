#include "customers/store.h"

#include "customers/store_people.h"
#include "platform/store/asked.h"

namespace sluis::customers::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr Statement kHoldGuard{"customers.hold_guard",
                               "update customers_guard set changes = changes + 1 where id = 1"};

constexpr Statement kNeighbours{
    "customers.neighbours",
    "select link.other, link.seen, link.decision, link.decided, known.kind, known.verified "
    "from customers_link as link left join feed_identity as known on known.identity = link.other "
    "where link.identity = $1 order by link.other limit $2"};
constexpr Statement kLink{
    "customers.link",
    "select identity as a, other as b, seen, decision, decided from customers_link "
    "where identity = $1 and other = $2"};
constexpr Statement kLinkNumbered{
    "customers.link_numbered",
    "select identity as a, other as b, seen, decision, decided from customers_link "
    "where number = $1 and identity < other"};
constexpr std::string_view kOfNumbers =
    "select identity as a, other as b, seen, decision, decided from customers_link "
    "where number in (select id from asked) and identity < other";
constexpr Statement kLinks{"customers.links", store::Joined<store::kAsked, kOfNumbers>::sql};
constexpr Statement kNumbersOfLinks{"customers.numbers_of_links",
                                    "select number from customers_link where identity = $1"};
constexpr Statement kSeenWith{"customers.seen_with",
                              "select count(*) as found from (select 1 as one from customers_link "
                              "where identity = $1 and seen is not null limit $2) as seen"};
constexpr Statement kSave{
    "customers.save_link",
    "insert into customers_link (identity, other, number, seen, decision, decided) "
    "values ($1, $2, $3, $4, $5, $6) on conflict (identity, other) "
    "do update set seen = excluded.seen, decision = excluded.decision, "
    "decided = excluded.decided"};

constexpr Statement kInsertDecision{
    "customers.insert_decision",
    "insert into customers_decision (identity, id, other, operation, step, ts, actor, reason) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr std::string_view kSelectDecision =
    "select identity, id, other, operation, step, ts, actor, reason from customers_decision ";
constexpr std::string_view kOfPair = "where identity = $1 and other = $2 order by id";
constexpr Statement kDecisionsOfPair{"customers.decisions_of_pair",
                                     store::Joined<kSelectDecision, kOfPair>::sql};
constexpr std::string_view kOfOperation = "where operation = $1 order by id";
constexpr Statement kDecisionsOfOperation{"customers.decisions_of_operation",
                                          store::Joined<kSelectDecision, kOfOperation>::sql};
constexpr std::string_view kAbout = "where identity = $1 or other = $1 order by id";
constexpr Statement kDecisionsAbout{"customers.decisions_about",
                                    store::Joined<kSelectDecision, kAbout>::sql};

constexpr Statement kProposals{
    "customers.proposals",
    "select identity, other, since from customers_proposal "
    "where since > $1 or (since = $1 and (identity > $2 or (identity = $2 and other > $3))) "
    "order by since, identity, other limit $4"};
constexpr Statement kProposalsOf{"customers.proposals_of",
                                 "select identity, other, since from customers_proposal "
                                 "where identity = $1 order by other"};
constexpr Statement kPropose{"customers.propose",
                             "insert into customers_proposal (identity, other, since) "
                             "values ($1, $2, $3) on conflict (identity, other) do nothing"};
constexpr Statement kWithdraw{"customers.withdraw_proposal",
                              "delete from customers_proposal where identity = $1 and other = $2"};

constexpr Statement kForgetBackLinks{
    "customers.forget_back_links",
    "delete from customers_link where other = $1 and identity in "
    "(select mine.other from customers_link as mine where mine.identity = $1)"};
constexpr Statement kForgetLinks{"customers.forget_links",
                                 "delete from customers_link where identity = $1"};
constexpr Statement kForgetDecisions{
    "customers.forget_decisions",
    "delete from customers_decision where identity = $1 or other = $1"};
constexpr Statement kForgetProposals{
    "customers.forget_proposals",
    "delete from customers_proposal where identity = $1 or other = $1"};

constexpr Statement kClearLinks{"customers.clear_links",
                                "delete from customers_link where identity in "
                                "(select identity from customers_link limit 2000)"};
constexpr Statement kClearDecisions{"customers.clear_decisions",
                                    "delete from customers_decision where identity in "
                                    "(select identity from customers_decision limit 2000)"};
constexpr Statement kClearProposals{"customers.clear_proposals",
                                    "delete from customers_proposal where identity in "
                                    "(select identity from customers_proposal limit 2000)"};

constexpr const Statement* kStatements[] = {&kHoldGuard,
                                            &kNeighbours,
                                            &kLink,
                                            &kLinkNumbered,
                                            &kLinks,
                                            &kSeenWith,
                                            &kSave,
                                            &kInsertDecision,
                                            &kDecisionsOfPair,
                                            &kDecisionsOfOperation,
                                            &kDecisionsAbout,
                                            &kProposals,
                                            &kProposalsOf,
                                            &kPropose,
                                            &kWithdraw,
                                            &kForgetLinks,
                                            &kNumbersOfLinks,
                                            &kForgetBackLinks,
                                            &kForgetDecisions,
                                            &kForgetProposals,
                                            &kClearLinks,
                                            &kClearDecisions,
                                            &kClearProposals};

struct NeighbourRow {
  IdentityId other;
  std::optional<Instant> seen;
  Decision decision = Decision::none;
  Instant decided;
  std::optional<identities::Kind> kind;
  std::optional<bool> verified;
};
BOOST_DESCRIBE_STRUCT(NeighbourRow, (), (other, seen, decision, decided, kind, verified))

struct LinkRow {
  IdentityId a;
  IdentityId b;
  std::optional<Instant> seen;
  Decision decision = Decision::none;
  Instant decided;
};
BOOST_DESCRIBE_STRUCT(LinkRow, (), (a, b, seen, decision, decided))

std::optional<Link> link_of_row(const std::optional<LinkRow>& row) {
  if (!row) return std::nullopt;
  return Link{row->a, row->b, row->seen, row->decision, row->decided};
}

}  // namespace

void hold_guard(Tx& tx) {
  tx.change(kHoldGuard);
}

std::vector<Neighbour> neighbours(Snapshot& snapshot, const Known& identity, std::int64_t most) {
  std::vector<Neighbour> all;
  for (const NeighbourRow& row : snapshot.all<NeighbourRow>(kNeighbours, identity.id, most)) {
    Link link = link_of(identity.id, row.other);
    link.seen = row.seen;
    link.decision = row.decision;
    link.decided = row.decided;
    all.push_back(
        {{row.other, row.kind.value_or(identities::Kind::device), row.verified.value_or(false)},
         link});
  }
  return all;
}

std::optional<Link> link(Snapshot& snapshot, IdentityId a, IdentityId b) {
  return link_of_row(snapshot.one<LinkRow>(kLink, a, b));
}

std::vector<Link> links(Snapshot& snapshot, std::span<const Link> pairs) {
  constexpr std::size_t kAtOnce = 200;  // what is asked is read from its beginning for each
  std::vector<Link> links;
  for (std::size_t from = 0; from < pairs.size(); from += kAtOnce) {
    const auto some = pairs.subspan(from, std::min(kAtOnce, pairs.size() - from));
    const std::string numbers = store::asked(std::views::transform(some, number_of));
    const auto take = [&](LinkRow&& row) { links.push_back(*link_of_row(row)); };
    snapshot.each<LinkRow>(kLinks, take, numbers);
  }
  return links;
}

std::optional<Link> link_numbered(Snapshot& snapshot, CustomerId number) {
  const auto rows = snapshot.all<LinkRow>(kLinkNumbered, number);
  return rows.empty() ? std::nullopt : link_of_row(rows.front());
}

std::vector<CustomerId> numbers_of_links(Snapshot& snapshot, IdentityId identity) {
  return snapshot.all<CustomerId>(kNumbersOfLinks, identity);
}

std::int64_t seen_with(Snapshot& snapshot, IdentityId identity, std::int64_t most) {
  return snapshot.one<std::int64_t>(kSeenWith, identity, most).value_or(0);
}

void save(Tx& tx, const Link& link) {
  const CustomerId number = number_of(link);
  tx.change(kSave, link.a, link.b, number, link.seen, link.decision, link.decided);
  tx.change(kSave, link.b, link.a, number, link.seen, link.decision, link.decided);
}

void insert(Tx& tx, const DecisionRow& row) {
  const auto insert = [&](const auto&... field) { tx.change(kInsertDecision, field...); };
  std::apply(insert, tie_fields(row));
}

std::vector<DecisionRow> decisions_of_pair(Snapshot& snapshot, IdentityId a, IdentityId b) {
  return snapshot.all<DecisionRow>(kDecisionsOfPair, a, b);
}

std::vector<DecisionRow> decisions_of_operation(Snapshot& snapshot, OperationId operation) {
  return snapshot.all<DecisionRow>(kDecisionsOfOperation, operation);
}

std::vector<DecisionRow> decisions_about(Snapshot& snapshot, IdentityId identity) {
  return snapshot.all<DecisionRow>(kDecisionsAbout, identity);
}

std::vector<Proposed> proposals(Snapshot& snapshot, Instant after, IdentityId identity,
                                IdentityId other, std::int64_t limit) {
  return snapshot.all<Proposed>(kProposals, after, identity, other, limit);
}

std::vector<Proposed> proposals_of(Snapshot& snapshot, IdentityId identity) {
  return snapshot.all<Proposed>(kProposalsOf, identity);
}

void propose(Tx& tx, const Proposal& proposal, Instant now) {
  tx.change(kPropose, proposal.a, proposal.b, now);
}

void withdraw(Tx& tx, IdentityId identity, IdentityId other) {
  tx.change(kWithdraw, identity, other);
}

void forget(Tx& tx, IdentityId identity) {
  for (const Statement* statement :
       {&kForgetBackLinks, &kForgetLinks, &kForgetDecisions, &kForgetProposals})
    tx.change(*statement, identity);
}

std::int64_t clear(Tx& tx) {
  return tx.change(kClearLinks) + tx.change(kClearDecisions) + tx.change(kClearProposals) +
         clear_people(tx);
}

std::span<const Statement* const> statements() {
  static const auto all = [] {
    std::vector<const Statement*> gathered(std::begin(kStatements), std::end(kStatements));
    const auto more = people_statements();
    gathered.insert(gathered.end(), more.begin(), more.end());
    return gathered;
  }();
  return all;
}

}  // namespace sluis::customers::sql
