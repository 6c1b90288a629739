// Why something with who is in a store is refused.

#include "contacts/instore/stays.h"
#include "kernel/assert.h"

namespace sluis::contacts {
namespace {

using enum Category;

constexpr RefusalKind kStoreUnknown{"store_unknown",
                                    not_found,
                                    Retry::useless,
                                    {"There is no store {0} to which customers come.",
                                     "Er is geen winkel {0} waar klanten komen."}};
constexpr RefusalKind kNothingScanned{
    "nothing_scanned",
    not_found,
    Retry::useless,
    {"Nothing is on sale under {0} (any more). Scan the code once more, or ask somebody.",
     "Onder {0} is (nu) niets te koop. Scan de code nog eens of vraag het iemand."}};
constexpr RefusalKind kStayOver{
    "stay_over",
    not_found,
    Retry::useless,
    {"Your time in the store is over, and where you stood is forgotten. Scan a code again.",
     "Uw tijd in de winkel is voorbij en waar u stond, is vergeten. Scan opnieuw een code."}};
constexpr RefusalKind kStoreFull{
    "store_full",
    too_many,
    Retry::may_help,
    {"More people say that they are in {0} than fit in a store. Try again later.",
     "Er zeggen meer mensen dat ze in {0} zijn dan er in een winkel passen. Probeer het later nog "
     "eens."}};

}  // namespace

const RefusalKind& kind_of(StayRefusal refusal) {
  switch (refusal) {
    case StayRefusal::store_unknown:
      return kStoreUnknown;
    case StayRefusal::nothing_scanned:
      return kNothingScanned;
    case StayRefusal::stay_over:
      return kStayOver;
    case StayRefusal::store_full:
      return kStoreFull;
  }
  assertion_failed("a StayRefusal");
}

}  // namespace sluis::contacts
