#include "kpis/routes.h"

#include "kpis/kpis.h"

namespace sluis::kpis {
namespace {

using api::Allow;
using api::Call;
using api::Role;

constexpr Allow kWriters = Allow::role(Role::admin) | Allow::role(Role::manager);

using Limit = Whole<1, 200>;
constexpr Limit kLimit{100};

struct ListInput {
  std::optional<Slug> after;
  std::optional<Limit> limit;
};
BOOST_DESCRIBE_STRUCT(ListInput, (), (after, limit))

struct CodeInput {
  Slug code;
};
BOOST_DESCRIBE_STRUCT(CodeInput, (), (code))

struct DefineInput {
  Draft body;
};
BOOST_DESCRIBE_STRUCT(DefineInput, (), (body))

struct ChangeInput {
  Slug code;
  Change body;
};
BOOST_DESCRIBE_STRUCT(ChangeInput, (), (code, body))

api::Reply<Definition> versioned(Definition definition, int status = 200) {
  const std::int64_t version = definition.version;
  return {.value = std::move(definition), .status = status, .version = version, .headers = {}};
}

Result<api::Page<Definition>> list(store::Snapshot& snapshot, const Call&, const ListInput& in) {
  api::Page<Definition> page{.items = definitions(snapshot), .next = {}};
  if (in.after) std::erase_if(page.items, [&](const auto& one) { return one.code <= *in.after; });
  const auto limit = static_cast<std::size_t>(in.limit.value_or(kLimit).number);
  if (page.items.size() > limit) {
    page.items.resize(limit);
    page.next = page.items.back().code.text;
  }
  return page;
}

Result<api::Reply<Definition>> show(store::Snapshot& snapshot, const Call&, const CodeInput& in) {
  return versioned(TRY(definition(snapshot, in.code)));
}

Result<api::Reply<Definition>> add(store::Tx& tx, const Call& call, const DefineInput& in) {
  return versioned(TRY(define(tx, access::actor_of(call), in.body)), 201);
}

Result<api::Reply<Definition>> change(store::Tx& tx, const Call& call, const ChangeInput& in) {
  return versioned(
      TRY(redefine(tx, access::actor_of(call), in.code, call.expected_version, in.body)));
}

Result<void> drop(store::Tx& tx, const Call& call, const CodeInput& in) {
  return remove(tx, access::actor_of(call), in.code, call.expected_version);
}

}  // namespace

std::vector<api::Route> routes() {
  using http::Method;
  return {
      {.operation = "kpis.list",
       .method = Method::get,
       .path = "/api/v1/kpis",
       .summary = {"All KPIs, built-in and own ones, by code.",
                   "Alle KPI's, ingebouwde en eigen, op code."},
       .allow = Allow::staff(),
       .handler = api::read(list)},
      {.operation = "kpis.add",
       .method = Method::post,
       .path = "/api/v1/kpis",
       .summary = {"Define a KPI of the company's own.", "Leg een eigen KPI vast."},
       .allow = kWriters,
       .handler = api::write(add),
       .idempotency = api::Idempotency::by_key,
       .refusals = {&kind_of(KpiRefusal::code_taken)}},
      {.operation = "kpis.show",
       .method = Method::get,
       .path = "/api/v1/kpis/{code}",
       .summary = {"One KPI.", "Eén KPI."},
       .allow = Allow::staff(),
       .handler = api::read(show),
       .refusals = {&kind_of(KpiRefusal::unknown)}},
      {.operation = "kpis.change",
       .method = Method::patch,
       .path = "/api/v1/kpis/{code}",
       .summary = {"Change a KPI of the company's own, or the owner of any.",
                   "Wijzig een eigen KPI, of de eigenaar van een willekeurige."},
       .allow = kWriters,
       .handler = api::write(change),
       .precondition = api::Precondition::version,
       .refusals = {&kind_of(KpiRefusal::unknown), &kind_of(KpiRefusal::built_in)}},
      {.operation = "kpis.remove",
       .method = Method::del,
       .path = "/api/v1/kpis/{code}",
       .summary = {"Remove a KPI of the company's own that has no targets.",
                   "Verwijder een eigen KPI die geen doelen heeft."},
       .allow = kWriters,
       .handler = api::write(drop),
       .precondition = api::Precondition::version,
       .refusals = {&kind_of(KpiRefusal::unknown), &kind_of(KpiRefusal::built_in),
                    &kind_of(KpiRefusal::in_use)}},
  };
}

}  // namespace sluis::kpis
