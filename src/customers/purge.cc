#include "customers/purge.h"

#include "kernel/assert.h"
#include "platform/outbox/outbox.h"
#include "platform/store/log_file.h"

namespace sluis::customers {
namespace {

constexpr std::string_view kPurgeJob = "customers.purge";

// Positions are written as text.
struct Input {
  PersonErased person;
  std::optional<std::string> log;
};
BOOST_DESCRIBE_STRUCT(Input, (), (person, log))

// How far a job is: first the log, then the files.
struct Cursor {
  std::optional<std::string> log;
  bool log_cleared = false;
};
BOOST_DESCRIBE_STRUCT(Cursor, (), (log, log_cleared))

enum class PurgeRefusal : std::uint8_t { in_the_way };
BOOST_DESCRIBE_ENUM(PurgeRefusal, in_the_way)

constexpr RefusalKind kInTheWay{
    "erasure_in_the_way",
    Category::unavailable,
    Retry::may_help,
    {"The person is erased, but older pages of the database are still being read. Try again.",
     "De persoon is gewist, maar oude pagina's van de database worden nog gelezen. Probeer het "
     "opnieuw."}};

const RefusalKind& kind_of(PurgeRefusal refusal) {
  switch (refusal) {
    case PurgeRefusal::in_the_way:
      return kInTheWay;
  }
  assertion_failed("a PurgeRefusal");
}

std::optional<std::string> text_of(const std::optional<outbox::Position>& position) {
  return position ? std::optional(outbox::to_string(*position)) : std::nullopt;
}

// Where the person still stands when the log is cleared.
Result<void> empty_files(const Places& places, const PersonErased& person) {
  const bool shipped = TRY(clear_shipped(places.store, places.analytics, places.above, person));
  if (!shipped || !store::empty_log(places.location)) return refuse(PurgeRefusal::in_the_way);
  return {};
}

Result<Cursor> cursor_of(const jobs::Job& job) {
  if (job.cursor.text != "null") return from_json<Cursor>(job.cursor.text);
  const auto input = TRY(from_json<Input>(job.input.text));
  return Cursor{.log = input.log, .log_cleared = !input.log};
}

Result<jobs::Step> next_piece(store::Tx& tx, const jobs::Job& job) {
  Cursor cursor = TRY(cursor_of(job));
  jobs::Step step{.done = job.done + 1};
  if (cursor.log_cleared) {
    step.finished = true;
    step.total = step.done;
    return step;
  }
  const auto input = TRY(from_json<Input>(job.input.text));
  const auto after = outbox::parse_position(*cursor.log);
  SLUIS_ASSERT(after.has_value());
  cursor.log = text_of(clear_log(tx, input.person, *after));
  cursor.log_cleared = !cursor.log;
  step.cursor = Json{to_json(cursor)};
  return step;
}

}  // namespace

Result<void> purge(const Places& places, const Forgetting& forgetting) {
  auto log = forgetting.log;
  while (log) {
    log = TRY(places.store.unit([&](store::Tx& tx) -> Result<std::optional<outbox::Position>> {
      return clear_log(tx, forgetting.person, *log);
    }));
  }
  return empty_files(places, forgetting.person);
}

jobs::Kind purge_job(const Places& places) {
  return {.name = std::string(kPurgeJob),
          .step = [](store::Tx& tx, const jobs::Job& job, const Json&) -> Result<jobs::Step> {
            return next_piece(tx, job);
          },
          .outside = [places](const jobs::Job& job, const std::stop_token&) -> Result<Json> {
            const Cursor cursor = TRY(cursor_of(job));
            if (!cursor.log_cleared) return Json{};
            const auto input = TRY(from_json<Input>(job.input.text));
            TRY_VOID(empty_files(places, input.person));
            return Json{};
          }};
}

jobs::Order purge_order(const Forgetting& forgetting, UserId creator) {
  return {.kind = std::string(kPurgeJob),
          .input = Json{to_json(Input{forgetting.person, text_of(forgetting.log)})},
          .creator = creator};
}

}  // namespace sluis::customers
