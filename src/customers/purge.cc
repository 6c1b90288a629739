#include "customers/purge.h"

#include "kernel/assert.h"
#include "platform/store/log_file.h"

namespace sluis::customers {
namespace {

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

}  // namespace

Result<void> purge(const Places& places, const PersonErased&) {
  if (!store::empty_log(places.location)) return refuse(PurgeRefusal::in_the_way);
  return {};
}

jobs::Kind purge_job(const Places& places) {
  return {.name = std::string(kPurgeJob),
          .step = [](store::Tx&, const jobs::Job&, const Json&) -> Result<jobs::Step> {
            return jobs::Step{
                .cursor = {}, .done = 1, .total = 1, .message = {}, .finished = true, .result = {}};
          },
          .outside = [places](const jobs::Job& job, const std::stop_token&) -> Result<Json> {
            const auto person = TRY(from_json<PersonErased>(job.input.text));
            TRY_VOID(purge(places, person));
            return Json{};
          }};
}

}  // namespace sluis::customers
