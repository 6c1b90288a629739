#include "connectors/webhooks/refusals.h"

#include "kernel/assert.h"

namespace sluis::connectors::webhooks {
namespace {

using enum Category;
constexpr Retry kUseless = Retry::useless;

constexpr RefusalKind kSignature{
    "webhook_signature",
    unauthenticated,
    kUseless,
    {"The signature does not fit the body and the secret of this connection.",
     "De handtekening past niet bij de inhoud en het geheim van deze koppeling."}};
constexpr RefusalKind kTopic{"webhook_topic",
                             malformed,
                             kUseless,
                             {"Nothing is done with \"{0}\"; do not send it.",
                              "Met \"{0}\" wordt niets gedaan; verstuur het niet."}};
constexpr RefusalKind kUnreadable{
    "webhook_unreadable",
    malformed,
    kUseless,
    {"{0} is missing or cannot be read.", "{0} ontbreekt of is niet te lezen."}};
constexpr RefusalKind kProduct{"webhook_product_unknown",
                               conflict,
                               kUseless,
                               {"There is no product with SKU \"{0}\"; add it and try again.",
                                "Er is geen product met SKU \"{0}\"; voeg het toe en probeer "
                                "opnieuw."}};
constexpr RefusalKind kOrder{
    "webhook_order_not_here",
    conflict,
    kUseless,
    {"Order {0} has not come in yet; try again when it has.",
     "Order {0} is nog niet binnengekomen; probeer opnieuw als die er is."}};
constexpr RefusalKind kLocation{
    "webhook_location_missing",
    conflict,
    kUseless,
    {"What comes back must lie somewhere: give the connection a location and try again.",
     "Wat terugkomt moet ergens liggen: geef de koppeling een locatie en probeer opnieuw."}};
constexpr RefusalKind kPerson{
    "webhook_for_a_person",
    conflict,
    kUseless,
    {"This is a request about somebody's data: carry it out under Customers, then drop it here.",
     "Dit is een verzoek over iemands gegevens: voer het uit bij Klanten en laat het hier dan "
     "vervallen."}};
constexpr RefusalKind kKept{
    "webhook_kept_unknown",
    not_found,
    kUseless,
    {"There is nothing kept under this id any more.", "Onder dit id wordt niets meer bewaard."}};

}  // namespace

const RefusalKind& kind_of(HookRefusal refusal) {
  switch (refusal) {
    case HookRefusal::signature_wrong:
      return kSignature;
    case HookRefusal::topic_unknown:
      return kTopic;
    case HookRefusal::payload_unreadable:
      return kUnreadable;
    case HookRefusal::product_unknown:
      return kProduct;
    case HookRefusal::order_not_here:
      return kOrder;
    case HookRefusal::location_missing:
      return kLocation;
    case HookRefusal::for_a_person:
      return kPerson;
    case HookRefusal::kept_unknown:
      return kKept;
  }
  assertion_failed("a HookRefusal");
}

}  // namespace sluis::connectors::webhooks
