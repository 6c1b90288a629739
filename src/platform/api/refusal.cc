#include "platform/api/refusal.h"

#include "kernel/assert.h"

namespace sluis::api {
namespace {

constexpr RefusalKind kRouteUnknown{
    "route_unknown",
    Category::not_found,
    Retry::useless,
    {"There is nothing at this address.", "Op dit adres is niets te vinden."}};
constexpr RefusalKind kMethodNotAllowed{
    "method_not_allowed",
    Category::not_offered,
    Retry::useless,
    {"This address does not know {0}; it knows {1}.", "Dit adres kent {0} niet; wel {1}."}};
constexpr RefusalKind kUnauthenticated{
    "unauthenticated",
    Category::unauthenticated,
    Retry::useless,
    {"Sign in first, or send a valid key.", "Log eerst in, of stuur een geldige sleutel mee."}};
constexpr RefusalKind kForbidden{
    "forbidden",
    Category::forbidden,
    Retry::useless,
    {"You are not allowed to do this. It takes one of these roles: {0}.",
     "U mag dit niet. Daarvoor is een van deze rollen nodig: {0}."}};
constexpr RefusalKind kOriginNotAllowed{
    "origin_not_allowed",
    Category::forbidden,
    Retry::useless,
    {"A change by cookie is only accepted from this site's own pages.",
     "Een wijziging met een cookie kan alleen vanaf de eigen pagina's van deze site."}};
constexpr RefusalKind kInvalidParameters{
    "invalid_fields",
    Category::invalid,
    Retry::useless,
    {"Some fields are not right; each is named below.",
     "Enkele velden kloppen niet; elk staat hieronder genoemd."}};
constexpr RefusalKind kContentTypeUnsupported{
    "content_type_unsupported",
    Category::unsupported,
    Retry::useless,
    {"The body must come with Content-Type: {0}.", "De inhoud moet komen met Content-Type: {0}."}};
constexpr RefusalKind kIdempotencyKeyInvalid{
    "idempotency_key_invalid",
    Category::invalid,
    Retry::useless,
    {"An Idempotency-Key is 1 to 200 visible characters.",
     "Een Idempotency-Key is 1 tot 200 zichtbare tekens."}};
constexpr RefusalKind kIdempotencyKeyReused{
    "idempotency_key_reused",
    Category::conflict,
    Retry::useless,
    {"This Idempotency-Key was used before, for another request. Take a new key.",
     "Deze Idempotency-Key is al gebruikt, voor een ander verzoek. Neem een nieuwe sleutel."}};
constexpr RefusalKind kVersionRequired{
    "version_required",
    Category::precondition_required,
    Retry::useless,
    {"Send If-Match with the ETag of the version that you changed.",
     "Stuur If-Match mee met de ETag van de versie die u heeft gewijzigd."}};
constexpr RefusalKind kVersionChanged{
    "version_changed",
    Category::precondition_failed,
    Retry::useless,
    {"Somebody else changed this meanwhile. Look at the new version and try again.",
     "Iemand anders heeft dit intussen gewijzigd. Bekijk de nieuwe versie en probeer het "
     "opnieuw."}};
constexpr RefusalKind kBusy{"busy",
                            Category::unavailable,
                            Retry::may_help,
                            {"Too much is waiting at the moment. Try again shortly.",
                             "Er staat nu te veel te wachten. Probeer het zo opnieuw."}};

}  // namespace

const RefusalKind& kind_of(ApiRefusal refusal) {
  switch (refusal) {
    case ApiRefusal::route_unknown:
      return kRouteUnknown;
    case ApiRefusal::method_not_allowed:
      return kMethodNotAllowed;
    case ApiRefusal::unauthenticated:
      return kUnauthenticated;
    case ApiRefusal::forbidden:
      return kForbidden;
    case ApiRefusal::origin_not_allowed:
      return kOriginNotAllowed;
    case ApiRefusal::invalid_parameters:
      return kInvalidParameters;
    case ApiRefusal::content_type_unsupported:
      return kContentTypeUnsupported;
    case ApiRefusal::idempotency_key_invalid:
      return kIdempotencyKeyInvalid;
    case ApiRefusal::idempotency_key_reused:
      return kIdempotencyKeyReused;
    case ApiRefusal::version_required:
      return kVersionRequired;
    case ApiRefusal::version_changed:
      return kVersionChanged;
    case ApiRefusal::busy:
      return kBusy;
  }
  assertion_failed("an ApiRefusal");
}

}  // namespace sluis::api
