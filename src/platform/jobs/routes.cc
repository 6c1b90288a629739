#include "platform/jobs/routes.h"

#include "platform/client/reason.h"
#include "platform/jobs/jobs.h"

namespace sluis::jobs {
namespace {

using api::Allow;
using api::Role;

// What those who may look at jobs see of one; what it was ordered to do stays inside.
struct JobView {
  JobId id;
  std::string kind;
  State state;
  std::int64_t done;
  std::int64_t total;
  std::string message;
  Json result;
  std::optional<UserId> creator;
  Instant created;
  Instant changed;
};
BOOST_DESCRIBE_STRUCT(JobView, (),
                      (id, kind, state, done, total, message, result, creator, created, changed))

struct JobInput {
  JobId id;
};
BOOST_DESCRIBE_STRUCT(JobInput, (), (id))

struct ListInput {
  std::optional<Whole<1, 200>> limit;
  std::optional<JobId> after;
};
BOOST_DESCRIBE_STRUCT(ListInput, (), (limit, after))

constexpr Allow kLookers = Allow::role(Role::admin) | Allow::role(Role::manager);

JobView view_of(Job job, Language language) {
  return {job.id,
          std::move(job.kind),
          job.state,
          job.done,
          job.total,
          client::message_in(job, language),
          std::move(job.result),
          job.creator,
          job.created,
          job.changed};
}

Result<api::Page<JobView>> list(store::Snapshot& snapshot, const api::Call& call,
                                const ListInput& input) {
  const std::int64_t limit = input.limit ? input.limit->number : 50;
  auto jobs = recent(snapshot, input.after, static_cast<int>(limit + 1));
  api::Page<JobView> page;
  const bool more = static_cast<std::int64_t>(jobs.size()) > limit;
  if (more) jobs.pop_back();
  if (more) page.next = to_string(jobs.back().id);
  for (Job& job : jobs)
    page.items.push_back(view_of(std::move(job), call.language));
  return page;
}

Result<JobView> show(store::Snapshot& snapshot, const api::Call& call, const JobInput& input) {
  return view_of(TRY(find(snapshot, input.id)), call.language);
}

Result<void> stop(store::Tx& tx, const api::Call& call, const JobInput& input) {
  return cancel(tx, call.now, input.id);
}

}  // namespace

std::vector<api::Route> routes() {
  return {
      {.operation = "jobs.list",
       .method = http::Method::get,
       .path = "/api/v1/jobs",
       .summary = {"Long-running work, the newest first.", "Langlopend werk, het nieuwste eerst."},
       .allow = kLookers,
       .handler = api::read(list)},
      {.operation = "jobs.show",
       .method = http::Method::get,
       .path = "/api/v1/jobs/{id}",
       .summary = {"How far a job is.", "Hoe ver een taak is."},
       .allow = kLookers,
       .handler = api::read(show),
       .refusals = api::refuses<JobRefusal>()},
      {.operation = "jobs.cancel",
       .method = http::Method::post,
       .path = "/api/v1/jobs/{id}/cancel",
       .summary = {"Stop a job after the part that it is doing.",
                   "Stop een taak na het deel waarmee zij bezig is."},
       .allow = kLookers,
       .handler = api::write(stop),
       .refusals = api::refuses<JobRefusal>()},
  };
}

}  // namespace sluis::jobs
