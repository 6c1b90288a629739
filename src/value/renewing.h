// The models and the worth of all customers, renewed from the company's own sales: what everybody
// did is gathered in the analytical store, the models are fitted on it, and customers are valued
// some at a time. Until all are, the last fit is what others see.
#pragma once

#include "platform/jobs/runner.h"
#include "value/model.h"
#include "value/value.h"

namespace sluis::analytics {
class Store;
class Tx;
}  // namespace sluis::analytics

namespace sluis::value {

inline constexpr std::string_view kFitJob = "value.fit";

enum class ValueRefusal : std::uint8_t { fit_overtaken };
BOOST_DESCRIBE_ENUM(ValueRefusal, fit_overtaken)
const RefusalKind& kind_of(ValueRefusal refusal);

struct Workplace {
  store::Store& store;
  analytics::Store& analytics;
  const Clock& clock;
};

// How far a fit is.
struct Progress {
  bool gathered = false;
  bool fitted = false;
  bool finished = false;
  std::int64_t customers = 0;
  std::int64_t valued = 0;
  CustomerId after;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (gathered, fitted, finished, customers, valued, after))

// The next piece of work. Doing a piece again changes nothing. Refused when another fit began.
Result<Progress> advance(const Workplace& place, JobId fit, Progress progress);
// All of it.
Result<void> renew(const Workplace& place, JobId fit, const std::stop_token& stop);

jobs::Kind fit_job(const Workplace& place);
JobId begin_fit(store::Tx& tx, IdSource& ids, Instant now, std::optional<UserId> creator);
// Once a night, from three o'clock on by the company's clock. Whether it was now.
bool begin_nightly(store::Tx& tx, IdSource& ids, Instant now);

}  // namespace sluis::value
