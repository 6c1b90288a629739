// The routes of the versions of the policy.

#include <limits>

#include "decisions/engine.h"
#include "decisions/routes.h"
#include "decisions/versions.h"
#include "kernel/assert.h"

namespace sluis::decisions {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

using Number = Whole<1, 1'000'000'000>;

struct ListInput {
  std::optional<Number> after;
  std::optional<Whole<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListInput, (), (after, limit))
struct NumberInput {
  Number number;
};
BOOST_DESCRIBE_STRUCT(NumberInput, (), (number))

// What was learnt so far, also since the last version.
struct Progress {
  std::int64_t visits = 0;
  std::int64_t sales = 0;
  Micro margin;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (visits, sales, margin))

Result<api::Page<sql::VersionHead>> list_versions(Snapshot& snapshot, const Call&,
                                                  const ListInput& in) {
  const std::int64_t limit = in.limit.value_or(Whole<1, 200>{50}).number;
  const std::int64_t before =
      in.after ? in.after->number : std::numeric_limits<std::int64_t>::max();
  api::Page<sql::VersionHead> page;
  page.items = sql::versions(snapshot, before, limit + 1);
  if (std::cmp_greater(page.items.size(), limit)) {
    page.items.pop_back();
    page.next = std::to_string(page.items.back().number);
  }
  return page;
}

auto showing_progress(const Engine* engine) {
  return [engine](Snapshot&, const Call&) -> Result<Progress> {
    SLUIS_ASSERT(engine);
    const Learnt learnt = engine->learnt();
    return Progress{learnt.visits, learnt.sales, learnt.margin};
  };
}

auto learning(Engine* engine) {
  return [engine](store::Store& store, const Call& call) -> Result<api::Reply<sql::VersionHead>> {
    SLUIS_ASSERT(engine);
    const std::int64_t number = TRY(engine->learn());
    const auto made = TRY(store.unit([&](Tx& tx) -> Result<sql::VersionHead> {
      access::audit(tx, access::actor_of(call),
                    {.entity = "policy", .id = std::to_string(number), .action = "made"});
      return *sql::version(tx, number);
    }));
    return api::Reply<sql::VersionHead>{.value = made, .status = 201, .version = {}, .headers = {}};
  };
}

Result<sql::VersionHead> restore(Tx& tx, const Call& call, const NumberInput& in) {
  return restore_version(tx, access::actor_of(call), in.number.number);
}

}  // namespace

std::vector<api::Route> policy_routes(Engine* engine) {
  using http::Method;
  return {
      {.operation = "decisions.policies",
       .method = Method::get,
       .path = "/api/v1/decisions/policies",
       .summary =
           {"The versions of the policy: of what each was learnt, and how it compared with "
            "the one before it.",
            "De versies van het beleid: waarvan elk is geleerd, en hoe die zich verhield tot "
            "de vorige."},
       .allow = kReaders,
       .handler = api::read(list_versions)},
      {.operation = "decisions.learnt",
       .method = Method::get,
       .path = "/api/v1/decisions/policies/learnt",
       .summary = {"What was learnt so far.", "Wat tot nu toe geleerd is."},
       .allow = kReaders,
       .handler = api::read(showing_progress(engine))},
      {.operation = "decisions.learn",
       .method = Method::post,
       .path = "/api/v1/decisions/policies",
       .summary = {"Make a version from all that was learnt, which takes over.",
                   "Maak een versie uit alles wat geleerd is, die het overneemt."},
       .allow = kManagers,
       .handler = api::prepare(learning(engine))},
      {.operation = "decisions.restore_policy",
       .method = Method::post,
       .path = "/api/v1/decisions/policies/{number}/restore",
       .summary = {"Bring an earlier version back; nothing learnt takes over until learning is "
                   "switched on again.",
                   "Haal een eerdere versie terug; wat geleerd wordt neemt niet over tot het leren "
                   "weer aan gaat."},
       .allow = kManagers,
       .handler = api::write(restore),
       .refusals = api::refuses<PolicyRefusal>()},
  };
}

}  // namespace sluis::decisions
