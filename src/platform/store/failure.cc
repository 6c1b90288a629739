#include "platform/store/failure.h"

#include "kernel/assert.h"

namespace sluis::store {

const RefusalKind& kind_of(Failure failure) {
  using enum Category;
  static constexpr RefusalKind kFullDisk{
      "full_disk",
      unavailable,
      Retry::may_help,
      {"The disk is full; nothing was saved. It works again as soon as there is room.",
       "De schijf is vol; er is niets bewaard. Zodra er ruimte is, werkt het weer."}};
  static constexpr RefusalKind kUnavailable{
      "store_unavailable",
      unavailable,
      Retry::may_help,
      {"The database cannot be reached just now; nothing was saved.",
       "De database is nu niet bereikbaar; er is niets bewaard."}};
  static constexpr RefusalKind kOverloaded{
      "overloaded",
      unavailable,
      Retry::may_help,
      {"Too much work is waiting; nothing was saved. Try again shortly.",
       "Er wacht te veel werk; er is niets bewaard. Probeer het zo weer."}};
  static constexpr RefusalKind kContended{
      "contended",
      unavailable,
      Retry::may_help,
      {"Others kept changing the same data; nothing was saved. Try again.",
       "Anderen wijzigden steeds dezelfde gegevens; er is niets bewaard. Probeer het opnieuw."}};
  static constexpr RefusalKind kOutcomeUnknown{
      "outcome_unknown",
      unavailable,
      Retry::may_help,
      {"The connection to the database was lost while saving: it may be saved or not. Repeat it "
       "with the same Idempotency-Key.",
       "De verbinding met de database viel weg tijdens het bewaren: het kan wel of niet bewaard "
       "zijn. Herhaal het met dezelfde Idempotency-Key."}};
  static constexpr RefusalKind kOverLimit{
      "over_limit",
      unavailable,
      Retry::useless,
      {"This question takes more time or memory than it may. Ask about a shorter period, or for "
       "fewer details.",
       "Deze vraag kost meer tijd of geheugen dan mag. Vraag een kortere periode, of minder "
       "details."}};
  static constexpr RefusalKind kInternal{
      "internal",
      internal,
      Retry::useless,
      {"Something went wrong inside Sluis; nothing was saved. The log says what.",
       "Er ging iets mis binnen Sluis; er is niets bewaard. In het logboek staat wat."}};
  switch (failure) {
    case Failure::full_disk:
      return kFullDisk;
    case Failure::unavailable:
      return kUnavailable;
    case Failure::overloaded:
      return kOverloaded;
    case Failure::contended:
      return kContended;
    case Failure::outcome_unknown:
      return kOutcomeUnknown;
    case Failure::over_limit:
      return kOverLimit;
    case Failure::broken_rule:
    case Failure::internal:
      return kInternal;
  }
  assertion_failed("a known failure");
}

Refusal refusal_of(Failure failure) {
  Refusal refusal(kind_of(failure));
  switch (failure) {
    case Failure::full_disk:
      return std::move(refusal).after(30);
    case Failure::unavailable:
      return std::move(refusal).after(5);
    case Failure::overloaded:
    case Failure::contended:
    case Failure::outcome_unknown:
      return std::move(refusal).after(1);
    case Failure::over_limit:
    case Failure::broken_rule:
    case Failure::internal:
      return refusal;
  }
  assertion_failed("a known failure");
}

}  // namespace sluis::store
