#include "simulator/jobs.h"

#include <mutex>

namespace sluis::simulator {
namespace {

constexpr std::string_view kLoad = "simulator.load";
constexpr std::string_view kRemove = "simulator.remove";

constexpr Text kLoaded{"{0} of {1} days loaded", "{0} van {1} dagen geladen"};

struct Input {
  std::string actor;
};
BOOST_DESCRIBE_STRUCT(Input, (), (actor))

// How far a job is: months that are in, and days.
struct Progress {
  std::int64_t months = 0;
  std::int64_t days = 0;
  std::int64_t of_days = 0;
  bool finished = false;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (months, days, of_days, finished))

// The sample that the runner is loading, kept open from one month to the next.
struct Open {
  std::mutex mutex;
  JobId job;
  std::unique_ptr<Loading> loading;
};

Result<Progress> progress_of(const jobs::Job& job) {
  if (job.cursor.text == "null") return Progress{};
  return from_json<Progress>(job.cursor.text);
}

Result<Sample> sample_of(store::Store& store) {
  return store.snapshot([](store::Snapshot& snapshot) -> Result<Sample> {
    auto present = sample(snapshot);
    if (!present) return refuse(SampleRefusal::no_sample);
    return *std::move(present);
  });
}

Result<Json> load_month(const Workplace& place, Open& open, const jobs::Job& job,
                        const std::stop_token& stop) {
  const std::lock_guard lock(open.mutex);
  Progress progress = TRY(progress_of(job));
  const Sample sample = TRY(sample_of(place.store));
  if (open.job != job.id || !open.loading) {
    const auto input = TRY(from_json<Input>(job.input.text));
    open.loading = TRY(Loading::begin(place, sample, progress.months, input.actor));
    open.job = job.id;
  }
  auto more = open.loading->next([](auto, auto) {}, stop);
  if (!more) {
    open.loading.reset();
    return std::unexpected(std::move(more).error());
  }
  progress = {.months = progress.months + 1,
              .days = open.loading->days_done(),
              .of_days = sample.days,
              .finished = !*more};
  if (progress.finished) open.loading.reset();
  return Json{to_json(progress)};
}

Result<jobs::Step> loaded(const Json& outcome) {
  const auto progress = TRY(from_json<Progress>(outcome.text));
  return jobs::Step{
      .cursor = outcome,
      .done = progress.days,
      .total = progress.of_days,
      .message = Message(kLoaded, std::to_string(progress.days), std::to_string(progress.of_days)),
      .finished = progress.finished,
      .result = {}};
}

Result<Json> take_out(const Workplace& place, analytics::Store& analytics, const jobs::Job& job,
                      const std::stop_token& stop) {
  const auto input = TRY(from_json<Input>(job.input.text));
  TRY_VOID(remove_sample(place, analytics, input.actor, stop));
  return Json{"null"};
}

jobs::Order order_of(std::string_view kind, const api::Principal& who) {
  return {.kind = std::string(kind),
          .input = Json{to_json(Input{who.name()})},
          .creator = who.audience == api::Audience::staff ? std::optional(who.user) : std::nullopt};
}

}  // namespace

jobs::Order loading_order(const api::Principal& who) {
  return order_of(kLoad, who);
}
jobs::Order removal_order(const api::Principal& who) {
  return order_of(kRemove, who);
}

std::vector<jobs::Kind> sample_jobs(const Workplace& place, analytics::Store& analytics) {
  const auto open = std::make_shared<Open>();
  return {
      {.name = std::string(kLoad),
       .step = [](store::Tx&, const jobs::Job&, const Json& outcome) { return loaded(outcome); },
       .outside = [place, open](
                      const jobs::Job& job,
                      const std::stop_token& stop) { return load_month(place, *open, job, stop); }},
      {.name = std::string(kRemove),
       .step = [](store::Tx&, const jobs::Job&, const Json&) -> Result<jobs::Step> {
         return jobs::Step{
             .cursor = {}, .done = 1, .total = 1, .message = {}, .finished = true, .result = {}};
       },
       .outside =
           [place, &analytics](const jobs::Job& job, const std::stop_token& stop) {
             return take_out(place, analytics, job, stop);
           }}};
}

}  // namespace sluis::simulator
