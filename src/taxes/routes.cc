#include "taxes/routes.h"

#include "taxes/taxes.h"

namespace sluis::taxes {
namespace {

struct RatesInput {
  std::optional<Country> country;
};
BOOST_DESCRIBE_STRUCT(RatesInput, (), (country))

Result<api::Page<Rate>> list_rates(store::Snapshot&, const api::Call&, const RatesInput& in) {
  api::Page<Rate> page{.items = rates(), .next = {}};
  std::erase_if(page.items,
                [&](const Rate& one) { return in.country && one.country != *in.country; });
  return page;
}

}  // namespace

std::vector<api::Route> routes() {
  return {{.operation = "taxes.rates",
           .method = http::Method::get,
           .path = "/api/v1/taxes/rates",
           .summary = {"VAT rates per country and class, each from a day on, with its source.",
                       "Btw-tarieven per land en soort, elk vanaf een dag, met de bron."},
           .allow = api::Allow::staff(),
           .handler = api::read(list_rates)}};
}

}  // namespace sluis::taxes
