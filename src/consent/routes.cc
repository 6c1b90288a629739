#include "consent/routes.h"

#include "consent/consent.h"
#include "consent/rules.h"
#include "consent/sheet.h"
#include "consent/store.h"

namespace sluis::consent {
namespace {

using api::Allow;
using api::Call;
using api::Role;
using store::Snapshot;
using store::Tx;

constexpr Allow kManagers = Allow::role(Role::admin) | Allow::role(Role::manager);
constexpr Allow kServes = kManagers | Allow::role(Role::agent) | Allow::role(Role::store);
constexpr Allow kPrograms = Allow::key(api::KeyScope::ingest);
constexpr std::size_t kIdentitiesMax = 100;

// What goes over the wire

// Of an identity by its id, or by what is known of it.
struct Given : Claim {
  std::optional<IdentityId> identity;
  std::optional<identities::Kind> kind;
  std::optional<Line<1, 254>> value;
};
BOOST_DESCRIBE_STRUCT(Given, (Claim), (identity, kind, value))
struct RecordInput {
  Given body;
};
BOOST_DESCRIBE_STRUCT(RecordInput, (), (body))

struct PageInput {
  std::optional<Ground> ground;
  std::optional<Means> means;
  std::optional<EvidenceId> after;
  std::optional<Whole<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(PageInput, (), (ground, means, after, limit))

struct IdentityInput {
  IdentityId id;
};
BOOST_DESCRIBE_STRUCT(IdentityInput, (), (id))
struct EvidenceList {
  std::vector<Evidence> items;
};
BOOST_DESCRIBE_STRUCT(EvidenceList, (), (items))

struct CheckInput {
  std::vector<IdentityId> identity;
  Means means = Means::telephone;
  Purpose purpose = Purpose::marketing;
  std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(CheckInput, (), (identity, means, purpose, at))

struct RuleView {
  std::string law;
  Means means = Means::telephone;
  Purpose purpose = Purpose::marketing;
  Date from;
  std::optional<Date> to;
  bool opt_in = true;
  bool relation = false;
  bool contract = false;
  bool until_objection = false;
};
BOOST_DESCRIBE_STRUCT(RuleView, (),
                      (law, means, purpose, from, to, opt_in, relation, contract, until_objection))
struct RuleList {
  std::vector<RuleView> rules;
};
BOOST_DESCRIBE_STRUCT(RuleList, (), (rules))

constexpr Text kOneOf{"given, or else kind and value", "gegeven, of anders kind en value"};
constexpr Text kSome{"one to {0} identities", "één tot {0} identiteiten"};

std::unexpected<Refusal> invalid(std::string pointer, const Message& expected) {
  return std::unexpected(
      Refusal(kind_of(JsonRefusal::invalid)).with({{std::move(pointer), "required", expected}}));
}

// Handlers

Result<IdentityId> identity_in(Tx& tx, const Given& given, Instant now) {
  if (given.identity) return *given.identity;
  if (!given.kind || !given.value) return invalid("/identity", Message(kOneOf));
  return remember_identity(tx, *given.kind, given.value->text, now);
}

Result<api::Reply<Evidence>> post_evidence(Tx& tx, const Call& call, const RecordInput& in) {
  const IdentityId identity = TRY(identity_in(tx, in.body, call.now));
  return api::Reply<Evidence>{.value = TRY(record(tx, access::actor_of(call), identity, in.body)),
                              .status = 201,
                              .version = {},
                              .headers = {}};
}

Result<api::Page<Evidence>> list_evidence(Snapshot& snapshot, const Call&, const PageInput& in) {
  const std::int64_t limit = in.limit ? in.limit->number : 100;
  auto rows = sql::page(
      snapshot, {.ground = in.ground, .means = in.means, .before = in.after, .limit = limit + 1});
  api::Page<Evidence> page;
  if (std::cmp_greater(rows.size(), limit)) {
    rows.pop_back();
    page.next = to_string(rows.back().id);
  }
  page.items = std::move(rows);
  return page;
}

Result<EvidenceList> evidence_of_one(Snapshot& snapshot, const Call&, const IdentityInput& in) {
  return EvidenceList{evidence_of(snapshot, {&in.id, 1})};
}

Result<Verdict> check(Snapshot& snapshot, const Call& call, const CheckInput& in) {
  if (in.identity.empty() || in.identity.size() > kIdentitiesMax) {
    return invalid("?identity", Message(kSome, std::to_string(kIdentitiesMax)));
  }
  return allowed(snapshot, in.identity, in.means, in.purpose, in.at.value_or(call.now));
}

Result<RuleList> list_rules(Snapshot&, const Call&) {
  RuleList list;
  for (const Rule& rule : rules()) {
    list.rules.push_back({.law = std::string(rule.law),
                          .means = rule.means,
                          .purpose = rule.purpose,
                          .from = rule.from,
                          .to = rule.to,
                          .opt_in = rule.opt_in,
                          .relation = rule.relation,
                          .contract = rule.contract,
                          .until_objection = rule.until_objection});
  }
  return list;
}

Result<api::Download> export_csv(Snapshot& snapshot, const Call&) {
  return api::Download{.content_type = "text/csv; charset=utf-8",
                       .file_name = "consent.csv",
                       .bytes = evidence_sheet(snapshot)};
}

}  // namespace

std::vector<api::Route> routes() {
  using http::Method;
  return {
      {.operation = "consent.evidence",
       .method = Method::get,
       .path = "/api/v1/consent/evidence",
       .summary = {"What people said and what else allows or forbids, the newest first.",
                   "Wat mensen zeiden en wat verder iets toestaat of verbiedt, het nieuwste "
                   "eerst."},
       .allow = kManagers,
       .handler = api::read(list_evidence)},
      {.operation = "consent.record",
       .method = Method::post,
       .path = "/api/v1/consent/evidence",
       .summary = {"Add evidence: a yes, a no, or another ground. It is never changed.",
                   "Voeg bewijs toe: een ja, een nee of een andere grond. Het wijzigt nooit."},
       .allow = kServes | kPrograms,
       .handler = api::write(post_evidence),
       .idempotency = api::Idempotency::by_key,
       .refusals = api::refuses<ConsentRefusal, identities::IdentityRefusal>()},
      {.operation = "consent.of_identity",
       .method = Method::get,
       .path = "/api/v1/consent/identities/{id}",
       .summary = {"All evidence of one identity, the oldest first.",
                   "Al het bewijs van één identiteit, het oudste eerst."},
       .allow = kServes,
       .handler = api::read(evidence_of_one)},
      {.operation = "consent.check",
       .method = Method::get,
       .path = "/api/v1/consent/check",
       .summary = {"May this be done with the person behind these identities, and why.",
                   "Mag dit met de persoon achter deze identiteiten, en waarom."},
       .allow = kServes | kPrograms,
       .handler = api::read(check)},
      {.operation = "consent.rules",
       .method = Method::get,
       .path = "/api/v1/consent/rules",
       .summary = {"What the law allows, by means, purpose and day.",
                   "Wat de wet toestaat, per middel, doel en dag."},
       .allow = Allow::staff(),
       .handler = api::read(list_rules)},
      {.operation = "consent.export",
       .method = Method::get,
       .path = "/api/v1/consent/export",
       .summary = {"All evidence as CSV.", "Al het bewijs als CSV."},
       .allow = kManagers,
       .handler = api::read(export_csv),
       .content_type = "text/csv"},
  };
}

}  // namespace sluis::consent
