#include "connectors/woocommerce/refusals.h"

#include <boost/describe/class.hpp>

#include "kernel/assert.h"
#include "kernel/json.h"
#include "platform/api/problem.h"

namespace sluis::connectors::woocommerce {
namespace {

using enum Category;
constexpr Retry kUseless = Retry::useless;

constexpr RefusalKind kAuthentication{
    "woocommerce_rest_authentication_error",
    unauthenticated,
    kUseless,
    {"Consumer key, secret or signature does not hold, or the request came before; sign it anew.",
     "Consumer key, secret of handtekening klopt niet, of het verzoek kwam al eens; onderteken het "
     "opnieuw."}};
constexpr RefusalKind kProductId{
    "woocommerce_rest_product_invalid_id",
    not_found,
    kUseless,
    {"Invalid ID: there is no product {0}.", "Ongeldig ID: er is geen product {0}."}};
constexpr RefusalKind kOrderId{
    "woocommerce_rest_shop_order_invalid_id",
    not_found,
    kUseless,
    {"Invalid ID: there is no order {0}.", "Ongeldig ID: er is geen order {0}."}};
constexpr RefusalKind kParameter{"rest_invalid_param",
                                 malformed,
                                 kUseless,
                                 {"Invalid parameter(s): {0}", "Ongeldige parameter(s): {0}"}};
constexpr RefusalKind kBody{"rest_invalid_json",
                            malformed,
                            kUseless,
                            {"The body is no JSON object.", "De inhoud is geen JSON-object."}};
constexpr RefusalKind kNotSettable{
    "field_not_settable",
    malformed,
    kUseless,
    {"{0} cannot be changed here; change it in Sluis, or leave it out.",
     "{0} is hier niet te wijzigen; wijzig het in Sluis, of laat het weg."}};
constexpr RefusalKind kNoLocation{
    "stock_without_location",
    conflict,
    kUseless,
    {"This connection has no location whose stock it could count; give it one.",
     "Deze koppeling heeft geen locatie waarvan ze de voorraad kan tellen; geef haar er een."}};
constexpr RefusalKind kStatus{
    "status_not_possible",
    conflict,
    kUseless,
    {"An order that is {0} cannot become {1}.", "Een order met stand {0} kan niet {1} worden."}};
constexpr RefusalKind kProduct{
    "product_unknown",
    malformed,
    kUseless,
    {"There is no product {0} to order.", "Er is geen product {0} om te bestellen."}};
constexpr RefusalKind kTotal{"total_differs",
                             conflict,
                             kUseless,
                             {"The line of {0} costs {1}, not {2}: prices come from Sluis.",
                              "De regel van {0} kost {1}, niet {2}: prijzen komen uit Sluis."}};

struct ErrorData {
  std::int64_t status = 0;
};
BOOST_DESCRIBE_STRUCT(ErrorData, (), (status))
struct Error {
  std::string code;
  std::string message;
  ErrorData data;
};
BOOST_DESCRIBE_STRUCT(Error, (), (code, message, data))

}  // namespace

const RefusalKind& kind_of(WooRefusal refusal) {
  switch (refusal) {
    case WooRefusal::woocommerce_rest_authentication_error:
      return kAuthentication;
    case WooRefusal::woocommerce_rest_product_invalid_id:
      return kProductId;
    case WooRefusal::woocommerce_rest_shop_order_invalid_id:
      return kOrderId;
    case WooRefusal::rest_invalid_param:
      return kParameter;
    case WooRefusal::body_unreadable:
      return kBody;
    case WooRefusal::field_not_settable:
      return kNotSettable;
    case WooRefusal::stock_without_location:
      return kNoLocation;
    case WooRefusal::status_not_possible:
      return kStatus;
    case WooRefusal::product_unknown:
      return kProduct;
    case WooRefusal::total_differs:
      return kTotal;
  }
  assertion_failed("a WooRefusal");
}

http::Reply refusal_reply(const Refusal& refusal, Language language) {
  const std::string_view name = refusal.kind().name;
  const bool theirs = name.starts_with("woocommerce_") || name.starts_with("rest_");
  const int status = api::status_of(refusal.kind().category);
  return {.status = status,
          .content_type = "application/json",
          .headers = {},
          .body = to_json(Error{.code = (theirs ? "" : "sluis_") + std::string(name),
                                .message = refusal.message().in(language),
                                .data = {status}})};
}

}  // namespace sluis::connectors::woocommerce
