// Why something with a call is refused.

#include "contacts/telephone/telephone.h"
#include "kernel/assert.h"

namespace sluis::contacts {
namespace {

using enum Category;
constexpr Retry kUseless = Retry::useless;

constexpr RefusalKind kLineUnknown{"line_unknown",
                                   not_found,
                                   kUseless,
                                   {"There is no such exchange. Take the path that Sluis gave.",
                                    "Deze centrale bestaat niet. Neem het pad dat Sluis gaf."}};
constexpr RefusalKind kCallEventUnreadable{
    "call_event_unreadable",
    malformed,
    kUseless,
    {"This is no telephone event: it has an event (newCall, answer or hangup) and a callId.",
     "Dit is geen telefoongebeurtenis: die heeft een event (newCall, answer of hangup) en een "
     "callId."}};
constexpr RefusalKind kCodeUnknown{
    "code_unknown",
    not_found,
    kUseless,
    {"These digits do not hold, or not any more. Ask the customer for new ones.",
     "Deze cijfers gelden niet, of niet meer. Vraag de klant om nieuwe."}};
constexpr RefusalKind kNoCodeFree{"no_code_free",
                                  unavailable,
                                  Retry::may_help,
                                  {"No digits are free now. Try again in a moment.",
                                   "Er zijn nu geen cijfers vrij. Probeer het zo nog eens."}};

}  // namespace

const RefusalKind& kind_of(CallRefusal refusal) {
  switch (refusal) {
    case CallRefusal::line_unknown:
      return kLineUnknown;
    case CallRefusal::call_event_unreadable:
      return kCallEventUnreadable;
    case CallRefusal::code_unknown:
      return kCodeUnknown;
    case CallRefusal::no_code_free:
      return kNoCodeFree;
  }
  assertion_failed("a CallRefusal");
}

}  // namespace sluis::contacts
