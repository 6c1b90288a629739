#include "company/routes.h"

#include "company/company.h"
#include "platform/api/refusal.h"

namespace sluis::company {
namespace {

using api::Allow;
using api::Role;

struct ChangeInput {
  Settings body;
};
BOOST_DESCRIBE_STRUCT(ChangeInput, (), (body))

api::Reply<Settings> versioned(VersionedSettings found) {
  return {.value = std::move(found.settings), .version = found.version, .headers = {}};
}

Result<api::Reply<Settings>> show(store::Snapshot& snapshot, const api::Call&) {
  return versioned(settings(snapshot));
}

Result<api::Reply<Settings>> replace(store::Tx& tx, const api::Call& call,
                                     const ChangeInput& input) {
  return versioned(TRY(change(tx, access::actor_of(call), input.body, call.expected_version)));
}

}  // namespace

std::vector<api::Route> routes() {
  return {
      {.operation = "company.show",
       .method = http::Method::get,
       .path = "/api/v1/company",
       .summary = {"What the whole company shares.", "Wat het hele bedrijf deelt."},
       .allow = Allow::staff(),
       .handler = api::read(show)},
      {.operation = "company.change",
       .method = http::Method::put,
       .path = "/api/v1/company",
       .summary = {"Change the name, zone, currency or language of the company.",
                   "Wijzig naam, tijdzone, valuta of taal van het bedrijf."},
       .allow = Allow::role(Role::admin),
       .handler = api::write(replace),
       .precondition = api::Precondition::version,
       .refusals = api::refuses<CompanyRefusal>()},
  };
}

}  // namespace sluis::company
