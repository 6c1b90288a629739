#include "customers/erase.h"
#include "customers/export.h"
#include "customers/purge.h"
#include "customers/routes.h"
#include "platform/jobs/jobs.h"

namespace sluis::customers {
namespace {

using api::Call;
using store::Tx;

struct IdInput {
  CustomerId id;
};
BOOST_DESCRIBE_STRUCT(IdInput, (), (id))

// Gone are the values at once; the job clears what is left of old pages.
struct Forgotten {
  std::int64_t identities = 0;
  JobId job;
};
BOOST_DESCRIBE_STRUCT(Forgotten, (), (identities, job))

Result<api::Reply<Forgotten>> post_forget(Tx& tx, const Call& call, const IdInput& in) {
  const Forgetting begun = TRY(forget(tx, access::actor_of(call), in.id));
  const JobId job = jobs::start(tx, call.ids, call.now, purge_order(begun, call.who.user));
  return api::Reply<Forgotten>{.value = {std::ssize(begun.person.identities), job},
                               .status = 202,
                               .version = {},
                               .headers = {}};
}

auto exporting(std::span<const Teller> above) {
  return [above](api::Stores& stores, const Call& call, const IdInput& in) -> Result<Everything> {
    const Telling telling{stores.figures, above, sight_of(call.who), call.now};
    Everything all = TRY(stores.store.snapshot(
        [&](store::Snapshot& snapshot) { return everything_of(telling, snapshot, in.id); }));
    TRY_VOID(stores.store.unit([&](Tx& tx) -> Result<void> {
      note_exported(tx, access::actor_of(call), all.profile.id);
      return {};
    }));
    return all;
  };
}

}  // namespace

std::vector<api::Route> erase_routes(std::span<const Teller> above) {
  using http::Method;
  return {
      {.operation = "customers.forget",
       .method = Method::post,
       .path = "/api/v1/customers/{id}/forget",
       .summary = {"Erase a person everywhere; figures stay as they are.",
                   "Wis een persoon overal; cijfers blijven zoals ze zijn."},
       .allow = kManagers,
       .handler = api::write(post_forget),
       .refusals = api::refuses<CustomerRefusal>()},
      {.operation = "customers.export",
       .method = Method::post,
       .path = "/api/v1/customers/{id}/export",
       .summary = {"Everything that is kept of a person but the events, which the timeline pages.",
                   "Alles wat van een persoon is bewaard, behalve de gebeurtenissen; die geeft de "
                   "tijdlijn per bladzijde."},
       .allow = kManagers,
       .handler = api::query(exporting(above)),
       .refusals = api::refuses<CustomerRefusal>()},
  };
}

}  // namespace sluis::customers
