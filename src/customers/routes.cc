#include "customers/routes.h"

#include "consent/consent.h"
#include "customers/people.h"
#include "customers/view.h"
#include "platform/api/place.h"
#include "platform/api/refusal.h"

namespace sluis {

template <>
struct TextForm<customers::Proposed> : api::PlaceForm<customers::Proposed> {};

}  // namespace sluis

namespace sluis::customers {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

constexpr std::int64_t kFoundMax = 50;

// What goes over the wire

struct IdInput {
  CustomerId id;
};
BOOST_DESCRIBE_STRUCT(IdInput, (), (id))
struct HistoryInput {
  CustomerId id;
  std::optional<AuditId> after;
};
BOOST_DESCRIBE_STRUCT(HistoryInput, (), (id, after))

struct SearchInput {
  Line<2, 200> search;
  std::optional<Whole<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(SearchInput, (), (search, limit))
struct Found {
  CustomerId id;
  std::string name;
  std::vector<identities::Identity> identities;
};
BOOST_DESCRIBE_STRUCT(Found, (), (id, name, identities))
struct FoundList {
  std::vector<Found> items;
};
BOOST_DESCRIBE_STRUCT(FoundList, (), (items))

struct MergeBody {
  CustomerId one;
  CustomerId other;
  std::optional<Why> why;
};
BOOST_DESCRIBE_STRUCT(MergeBody, (), (one, other, why))
struct MergeInput {
  MergeBody body;
};
BOOST_DESCRIBE_STRUCT(MergeInput, (), (body))

struct SplitBody {
  std::vector<IdentityId> identities;  // that leave
  std::optional<Why> why;
};
BOOST_DESCRIBE_STRUCT(SplitBody, (), (identities, why))
struct SplitInput {
  CustomerId id;
  SplitBody body;
};
BOOST_DESCRIBE_STRUCT(SplitInput, (), (id, body))

struct UndoBody {
  std::optional<Why> why;
};
BOOST_DESCRIBE_STRUCT(UndoBody, (), (why))
struct UndoInput {
  OperationId id;
  UndoBody body;
};
BOOST_DESCRIBE_STRUCT(UndoInput, (), (id, body))

struct PartBody {
  IdentityId identity;
  IdentityId other;
  std::optional<Why> why;
};
BOOST_DESCRIBE_STRUCT(PartBody, (), (identity, other, why))
struct PartInput {
  PartBody body;
};
BOOST_DESCRIBE_STRUCT(PartInput, (), (body))

struct OperationList {
  std::vector<Operation> items;
};
BOOST_DESCRIBE_STRUCT(OperationList, (), (items))

struct ProposalInput {
  std::optional<Proposed> after;
  std::optional<Whole<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ProposalInput, (), (after, limit))
// With whom each of the two is now. By their names and identities a person decides, without opening
// them.
struct ProposalView : Proposed {
  CustomerId customer;
  CustomerId other_customer;
  std::vector<Found> people;  // the same two
};
BOOST_DESCRIBE_STRUCT(ProposalView, (Proposed), (customer, other_customer, people))

struct ConsentView {
  std::vector<ConsentLine> verdicts;
  std::vector<consent::Evidence> evidence;
};
BOOST_DESCRIBE_STRUCT(ConsentView, (), (verdicts, evidence))

// Handlers

Result<Found> found(Snapshot& snapshot, CustomerId id) {
  Profile one = TRY(profile(snapshot, id));
  return Found{id, std::move(one.name), std::move(one.identities)};
}

Result<FoundList> find(Snapshot& snapshot, const Call&, const SearchInput& in) {
  const std::int64_t limit = in.limit ? in.limit->number : kFoundMax;
  FoundList list;
  for (const CustomerId id : search(snapshot, in.search.text, limit))
    list.items.push_back(TRY(found(snapshot, id)));
  return list;
}

Result<Changed> post_merge(Tx& tx, const Call& call, const MergeInput& in) {
  return merge(tx, access::actor_of(call), in.body.one, in.body.other, in.body.why.value_or(Why()));
}

Result<Changed> post_split(Tx& tx, const Call& call, const SplitInput& in) {
  return split(tx, access::actor_of(call), in.id, in.body.identities, in.body.why.value_or(Why()));
}

Result<Changed> post_undo(Tx& tx, const Call& call, const UndoInput& in) {
  return undo(tx, access::actor_of(call), in.id, in.body.why.value_or(Why()));
}

Result<Changed> post_part(Tx& tx, const Call& call, const PartInput& in) {
  return part(tx, access::actor_of(call), in.body.identity, in.body.other,
              in.body.why.value_or(Why()));
}

Result<OperationList> list_operations(Snapshot& snapshot, const Call&, const IdInput& in) {
  return OperationList{operations_of(snapshot, in.id)};
}

Result<ProposalView> view_of(Snapshot& snapshot, const Proposed& pair) {
  ProposalView view{pair,
                    identities::customer_of(snapshot, pair.identity),
                    identities::customer_of(snapshot, pair.other),
                    {}};
  for (const CustomerId id : {view.customer, view.other_customer})
    view.people.push_back(TRY(found(snapshot, id)));
  return view;
}

Result<api::Page<ProposalView>> list_proposals(Snapshot& snapshot, const Call&,
                                               const ProposalInput& in) {
  const std::int64_t limit = in.limit ? in.limit->number : 100;
  auto pairs = proposals(snapshot, in.after, limit + 1);
  api::Page<ProposalView> page;
  if (std::cmp_greater(pairs.size(), limit)) {
    pairs.pop_back();
    page.next = TextForm<Proposed>::print(pairs.back());
  }
  for (const Proposed& pair : pairs)
    page.items.push_back(TRY(view_of(snapshot, pair)));
  return page;
}

Result<ConsentView> show_consent(Snapshot& snapshot, const Call& call, const IdInput& in) {
  const auto behind = identities_behind(snapshot, in.id);
  if (behind.empty()) return refuse(CustomerRefusal::customer_unknown);
  ConsentView view;
  view.evidence = consent::evidence_of(snapshot, behind);
  view.verdicts = consent_lines(view.evidence, call.now);
  return view;
}

Result<api::Page<access::AuditEntry>> history(Snapshot& snapshot, const Call&,
                                              const HistoryInput& in) {
  return access::history_of(snapshot, "customer", to_string(in.id), in.after);
}

}  // namespace

std::vector<api::Route> routes(std::span<const Teller> above) {
  using http::Method;
  const auto refusals = api::refuses<CustomerRefusal>();
  std::vector<api::Route> all = {
      {.operation = "customers.search",
       .method = Method::get,
       .path = "/api/v1/customers/search",
       .summary = {"Find customers by name, address, number or code.",
                   "Zoek klanten op naam, adres, nummer of code."},
       .allow = kServes,
       .handler = api::read(find),
       .refusals = refusals},
      {.operation = "customers.consent",
       .method = Method::get,
       .path = "/api/v1/customers/{id}/consent",
       .summary = {"What is allowed with a customer, and the evidence of it.",
                   "Wat met een klant mag, en het bewijs daarvan."},
       .allow = kServes,
       .handler = api::read(show_consent),
       .refusals = refusals},
      {.operation = "customers.opened",
       .method = Method::get,
       .path = "/api/v1/customers/{id}/history",
       .summary = {"Who opened the profile of a customer, the newest first.",
                   "Wie het klantbeeld opende, het nieuwste eerst."},
       .allow = kManagers,
       .handler = api::read(history)},
      {.operation = "customers.operations",
       .method = Method::get,
       .path = "/api/v1/customers/{id}/operations",
       .summary = {"The merges and splits of a customer, the newest first.",
                   "De samenvoegingen en splitsingen van een klant, het nieuwste eerst."},
       .allow = kServes,
       .handler = api::read(list_operations)},
      {.operation = "customers.merge",
       .method = Method::post,
       .path = "/api/v1/customers/merge",
       .summary = {"Make one customer of two; it can be taken back.",
                   "Maak van twee klanten één; het kan ongedaan worden gemaakt."},
       .allow = kServes,
       .handler = api::write(post_merge),
       .idempotency = api::Idempotency::by_key,
       .refusals = refusals},
      {.operation = "customers.split",
       .method = Method::post,
       .path = "/api/v1/customers/{id}/split",
       .summary =
           {"Take identities out of a customer; what is seen later does not bring them back.",
            "Haal identiteiten uit een klant; wat later wordt gezien brengt ze niet terug."},
       .allow = kServes,
       .handler = api::write(post_split),
       .idempotency = api::Idempotency::by_key,
       .refusals = refusals},
      {.operation = "customers.undo",
       .method = Method::post,
       .path = "/api/v1/customers/operations/{id}/undo",
       .summary = {"Take back a merge or a split, exactly.",
                   "Maak een samenvoeging of splitsing precies ongedaan."},
       .allow = kServes,
       .handler = api::write(post_undo),
       .refusals = refusals},
      {.operation = "customers.proposals",
       .method = Method::get,
       .path = "/api/v1/customers/proposals",
       .summary = {"Verified identities that look like one person, the oldest first.",
                   "Bevestigde identiteiten die één persoon lijken, het oudste eerst."},
       .allow = kServes,
       .handler = api::read(list_proposals)},
      {.operation = "customers.part",
       .method = Method::post,
       .path = "/api/v1/customers/proposals/part",
       .summary = {"Say that two identities are two people.",
                   "Zeg dat twee identiteiten twee mensen zijn."},
       .allow = kServes,
       .handler = api::write(post_part),
       .refusals = refusals},
  };
  std::ranges::move(company_routes(), std::back_inserter(all));
  std::ranges::move(erase_routes(above), std::back_inserter(all));
  std::ranges::move(listing_routes(), std::back_inserter(all));
  std::ranges::move(view_routes(), std::back_inserter(all));
  return all;
}

}  // namespace sluis::customers
