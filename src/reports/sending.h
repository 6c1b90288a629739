// Sending the report: who is due is marked and gets a job in one unit, so that each moment of a
// schedule is answered once, late where Sluis was down; the job makes the PDF with no transaction
// open, asks once more whether its reader may have it, and queues the mail.
#pragma once

#include "platform/jobs/runner.h"
#include "platform/outbox/driver.h"
#include "reports/reports.h"

namespace sluis::analytics {
class Store;
}

namespace sluis::reports {

struct Workplace {
  store::Store& store;
  analytics::Store& analytics;
  const Clock& clock;
  IdSource& ids;
  std::string origin;  // where browsers find the web app; empty where nobody said so
};

jobs::Kind send_job(const Workplace& place);

// Begins a job for each subscription that is due, where mail is on; how many. A subscription of
// whoever may not read figures any more ends.
std::int64_t begin_due(store::Tx& tx, const access::Actor& actor);
// For a reader who wants it now. Refuses when mail is off.
Result<JobId> begin_now(store::Tx& tx, const access::Actor& actor, UserId reader, Language language,
                        std::optional<Week> week);

// Ends the subscriptions of those who lose the right to read figures, and takes back their mail.
outbox::Consumer following();
void take_back(store::Tx& tx, const Subscription& subscription);

// The PDF of a week, of everything that was acknowledged until now.
struct Made {
  Week week;
  std::string pdf;
};
Result<Made> make(store::Store& store, analytics::Store& analytics, std::optional<Week> week,
                  Language language, Instant now, const std::stop_token& stop);
// With a PDF of the week, for an address of somebody who did not subscribe to it, or did.
struct Cover {
  std::string key;
  Email to;
  std::string name;
  Language language = Language::en;
  bool subscribed = false;
  std::string origin;
};
Result<void> queue(store::Tx& tx, IdSource& ids, const Cover& cover, const Made& made, Instant now);

}  // namespace sluis::reports
