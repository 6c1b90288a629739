#include "customers/people.h"
#include "customers/routes.h"

namespace sluis::customers {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

constexpr std::int64_t kCompaniesMax = 100;

struct CompanyInput {
  CompanyId id;
};
BOOST_DESCRIBE_STRUCT(CompanyInput, (), (id))
struct CompaniesInput {
  std::optional<Line<0, 200>> search;
};
BOOST_DESCRIBE_STRUCT(CompaniesInput, (), (search))
struct CompanyList {
  std::vector<Company> items;
};
BOOST_DESCRIBE_STRUCT(CompanyList, (), (items))

// With its people, each with the customer they are now.
struct PersonView : Person {
  CustomerId customer;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(PersonView, (Person), (customer, name))
struct CompanyView : Company {
  std::vector<PersonView> people;
};
BOOST_DESCRIBE_STRUCT(CompanyView, (Company), (people))

struct AddInput {
  CompanyDraft body;
};
BOOST_DESCRIBE_STRUCT(AddInput, (), (body))
struct ChangeInput {
  CompanyId id;
  CompanyChange body;
};
BOOST_DESCRIBE_STRUCT(ChangeInput, (), (id, body))
struct RoleBody {
  IdentityId identity;
  std::optional<Line<0, 80>> role;  // none: leaves the company
};
BOOST_DESCRIBE_STRUCT(RoleBody, (), (identity, role))
struct RoleInput {
  CompanyId id;
  RoleBody body;
};
BOOST_DESCRIBE_STRUCT(RoleInput, (), (id, body))

CompanyView view_of(Snapshot& snapshot, Company company) {
  CompanyView view;
  for (const Person& person : people_of(snapshot, company.id)) {
    const CustomerId customer = identities::customer_of(snapshot, person.identity);
    view.people.push_back({person, customer, name_of(snapshot, customer)});
  }
  static_cast<Company&>(view) = std::move(company);
  return view;
}

api::Reply<CompanyView> reply_of(Snapshot& snapshot, Company company, int status = 200) {
  const std::int64_t version = company.version;
  return {.value = view_of(snapshot, std::move(company)),
          .status = status,
          .version = version,
          .headers = {}};
}

Result<CompanyList> list_companies(Snapshot& snapshot, const Call&, const CompaniesInput& in) {
  return CompanyList{companies(snapshot, in.search ? in.search->text : "", kCompaniesMax)};
}

Result<api::Reply<CompanyView>> show(Snapshot& snapshot, const Call&, const CompanyInput& in) {
  return reply_of(snapshot, TRY(company(snapshot, in.id)));
}

Result<api::Reply<CompanyView>> add(Tx& tx, const Call& call, const AddInput& in) {
  return reply_of(tx, TRY(add_company(tx, access::actor_of(call), in.body)), 201);
}

Result<api::Reply<CompanyView>> change(Tx& tx, const Call& call, const ChangeInput& in) {
  return reply_of(
      tx, TRY(change_company(tx, access::actor_of(call), in.id, call.expected_version, in.body)));
}

Result<api::Reply<CompanyView>> put_role(Tx& tx, const Call& call, const RoleInput& in) {
  TRY_VOID(set_role(tx, access::actor_of(call), in.id, in.body.identity, in.body.role));
  return reply_of(tx, TRY(company(tx, in.id)));
}

}  // namespace

std::vector<api::Route> company_routes() {
  using http::Method;
  const auto refusals = api::refuses<CompanyRefusal>();
  return {
      {.operation = "customers.companies",
       .method = Method::get,
       .path = "/api/v1/customers/companies",
       .summary = {"The companies, by name.", "De bedrijven, op naam."},
       .allow = kServes,
       .handler = api::read(list_companies)},
      {.operation = "customers.add_company",
       .method = Method::post,
       .path = "/api/v1/customers/companies",
       .summary = {"Add a company.", "Voeg een bedrijf toe."},
       .allow = kServes,
       .handler = api::write(add),
       .idempotency = api::Idempotency::by_key},
      {.operation = "customers.company",
       .method = Method::get,
       .path = "/api/v1/customers/companies/{id}",
       .summary = {"A company with its people and their roles.",
                   "Een bedrijf met zijn mensen en hun rollen."},
       .allow = kServes,
       .handler = api::read(show),
       .refusals = refusals},
      {.operation = "customers.change_company",
       .method = Method::patch,
       .path = "/api/v1/customers/companies/{id}",
       .summary = {"Change a company.", "Wijzig een bedrijf."},
       .allow = kServes,
       .handler = api::write(change),
       .precondition = api::Precondition::version,
       .refusals = refusals},
      {.operation = "customers.set_role",
       .method = Method::put,
       .path = "/api/v1/customers/companies/{id}/people",
       .summary = {"Give somebody a role in a company, or let them leave it.",
                   "Geef iemand een rol in een bedrijf, of laat die vertrekken."},
       .allow = kServes,
       .handler = api::write(put_role),
       .refusals = refusals},
  };
}

}  // namespace sluis::customers
