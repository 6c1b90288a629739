#include "imports/jobs.h"

#include "imports/files.h"

namespace sluis::imports {
namespace {

constexpr int kUnitsOfChunk = 30;  // about a second

constexpr Text kRows{"{0} rows read", "{0} rijen gelezen"};

// How far it is after a chunk.
struct Chunk {
  Import import;
  bool finished = false;
};
BOOST_DESCRIBE_STRUCT(Chunk, (), (import, finished))

// The import that the runner is doing, kept open from one chunk to the next.
struct Open {
  std::mutex mutex;
  JobId job;
  std::unique_ptr<Run> run;
};

Result<std::unique_ptr<Run>> begin(const Workplace& place, const JobInput& input,
                                   const std::stop_token& stop) {
  const KeptFile file = TRY(place.store.snapshot(
      [&](store::Snapshot& snapshot) { return find_file(snapshot, input.file); }));
  const Setting setting{place.store, place.intake, place.ids, place.clock, input.actor};
  return Run::begin(setting, {file.path, file.name, input.mapping}, stop);
}

Result<Chunk> next_chunk(Run& run, const std::stop_token& stop) {
  int units = 0;
  const bool more =
      TRY(run.go_on([&] { return ++units == kUnitsOfChunk || stop.stop_requested(); }));
  // Between two chunks nobody works on it; it may be that nobody will.
  if (more) TRY_VOID(run.stop());
  return Chunk{run.import(), !more};
}

Result<Json> bring_in(const Workplace& place, const jobs::Job& job, Open& open,
                      const std::stop_token& stop) {
  const std::lock_guard lock(open.mutex);
  const JobInput input = TRY(from_json<JobInput>(job.input.text));
  if (open.job != job.id || !open.run) {
    open.run = TRY(begin(place, input, stop));
    open.job = job.id;
  }
  auto chunk = next_chunk(*open.run, stop);
  // Whoever tries again after a failure begins where the store says that it is.
  if (!chunk || chunk->finished) open.run.reset();
  return Json{to_json(TRY(std::move(chunk)))};
}

Result<jobs::Step> told(store::Tx& tx, const jobs::Job& job, const Json& outcome) {
  const Chunk chunk = TRY(from_json<Chunk>(outcome.text));
  if (chunk.finished) {
    const JobInput input = TRY(from_json<JobInput>(job.input.text));
    if (const auto file = find_file(tx, input.file)) drop_file(tx, *file);
  }
  return jobs::Step{.cursor = Json{std::to_string(chunk.import.rows)},
                    .done = chunk.import.bytes,
                    .total = chunk.import.file_size,
                    .message = Message(kRows, std::to_string(chunk.import.rows)),
                    .finished = chunk.finished,
                    .result = chunk.finished ? Json{to_json(chunk.import)} : Json{}};
}

}  // namespace

jobs::Kind import_job(const Workplace& place) {
  const auto open = std::make_shared<Open>();
  return {.name = std::string(kJobKind),
          .step = [](store::Tx& tx, const jobs::Job& job,
                     const Json& outcome) { return told(tx, job, outcome); },
          .outside =
              [place, open](const jobs::Job& job, const std::stop_token& stop) {
                return bring_in(place, job, *open, stop);
              }};
}

}  // namespace sluis::imports
