#include "simulator/routes.h"

#include "simulator/jobs.h"
#include "simulator/wire.h"

namespace sluis::simulator {
namespace {

using api::Allow;
using api::Call;
using api::Role;

constexpr Allow kAdmin = Allow::role(Role::admin);
// Everybody sees that the company is not real; a program that sends for it asks which one it is.
constexpr Allow kLookers = Allow::staff() | Allow::key(api::KeyScope::ingest);

struct LoadOrder {
  std::optional<WorldName> world;
  std::optional<Whole<0, 1'000'000'000>> seed;
  std::optional<Whole<1, 100'000>> customers;
  std::optional<Whole<1, 1'096>> days;
};
BOOST_DESCRIBE_STRUCT(LoadOrder, (), (world, seed, customers, days))
struct LoadInput {
  LoadOrder body;
};
BOOST_DESCRIBE_STRUCT(LoadInput, (), (body))

struct RemoveInput {
  std::optional<bool> everything;  // also what others sent
};
BOOST_DESCRIBE_STRUCT(RemoveInput, (), (everything))

struct Started {
  JobId job;
};
BOOST_DESCRIBE_STRUCT(Started, (), (job))

Wanted wanted(const LoadOrder& order) {
  Wanted wanted;
  if (order.world) wanted.world = *order.world;
  if (order.seed) wanted.seed = order.seed->number;
  if (order.customers) wanted.customers = order.customers->number;
  if (order.days) wanted.days = order.days->number;
  return wanted;
}

Result<api::Reply<Started>> in_job(store::Tx& tx, const Call& call, const jobs::Order& order) {
  const JobId job = jobs::start(tx, call.ids, call.now, order);
  TRY_VOID(give_to(tx, access::actor_of(call), job));
  return api::Reply<Started>{.value = {job}, .status = 202, .version = {}, .headers = {}};
}

Result<SampleView> show(store::Snapshot& snapshot, const Call&) {
  const auto present = sample(snapshot);
  return present ? view_of(*present) : SampleView{};
}

Result<api::Reply<Started>> load(store::Tx& tx, const Call& call, const LoadInput& input) {
  const bool staff = call.who.audience == api::Audience::staff;
  TRY(begin_loading(tx, access::actor_of(call), wanted(input.body),
                    staff ? std::optional(call.who.user) : std::nullopt));
  return in_job(tx, call, loading_order(call.who));
}

Result<api::Reply<Started>> remove(store::Tx& tx, const Call& call, const RemoveInput& input) {
  const Sample before =
      TRY(begin_removal(tx, access::actor_of(call), input.everything.value_or(false)));
  // What still loads it stops after its month; then this one has its turn.
  if (before.job) static_cast<void>(jobs::cancel(tx, call.now, *before.job));
  return in_job(tx, call, removal_order(call.who));
}

}  // namespace

std::vector<api::Route> routes() {
  return {
      {.operation = "simulator.show_sample",
       .method = http::Method::get,
       .path = "/api/v1/sample",
       .summary = {"Whether this is a sample company, and which; without a state it is not.",
                   "Of dit een voorbeeldbedrijf is, en welk; zonder stand is het dat niet."},
       .allow = kLookers,
       .handler = api::read(show)},
      {.operation = "simulator.load_sample",
       .method = http::Method::post,
       .path = "/api/v1/sample",
       .summary = {"Fill an empty home with a sample company, as a job.",
                   "Vul een leeg bedrijf met een voorbeeldbedrijf, als taak."},
       .allow = kAdmin,
       .handler = api::write(load),
       .idempotency = api::Idempotency::by_key,
       .refusals = api::refuses(SampleRefusal::home_not_empty, SampleRefusal::sample_present)},
      {.operation = "simulator.remove_sample",
       .method = http::Method::del,
       .path = "/api/v1/sample",
       .summary =
           {"Remove the sample company with all its events and customers, as a job.",
            "Verwijder het voorbeeldbedrijf met al zijn gebeurtenissen en klanten, als taak."},
       .allow = kAdmin,
       .handler = api::write(remove),
       .refusals = api::refuses(SampleRefusal::no_sample, SampleRefusal::sample_busy,
                                SampleRefusal::sample_mixed)},
  };
}

}  // namespace sluis::simulator
