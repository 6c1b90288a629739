// Why something was not told to a shop.

#include <algorithm>
#include <charconv>

#include "connectors/outgoing/answer.h"
#include "connectors/outgoing/shop.h"
#include "kernel/assert.h"

namespace sluis::connectors::outgoing {
namespace {

using enum Category;
constexpr int kWaitUsual_s = 10;

constexpr RefusalKind kSku{
    "outgoing_sku_unknown",
    conflict,
    Retry::may_help,
    {"The shop has no product with SKU {0}.", "De winkel heeft geen product met SKU {0}."}};
constexpr RefusalKind kRefused{"outgoing_refused",
                               conflict,
                               Retry::may_help,
                               {"The shop refuses it: {0}", "De winkel weigert het: {0}"}};
constexpr RefusalKind kAccess{
    "outgoing_access",
    conflict,
    Retry::may_help,
    {"The shop does not accept the access that was given: {0}. Give a new secret for access.",
     "De winkel aanvaardt de opgegeven toegang niet: {0}. Geef een nieuw geheim voor toegang."}};
constexpr RefusalKind kWait{"outgoing_told_to_wait",
                            unavailable,
                            Retry::may_help,
                            {"The shop asks to wait.", "De winkel vraagt te wachten."}};
constexpr RefusalKind kTrouble{"outgoing_trouble_there",
                               unavailable,
                               Retry::may_help,
                               {"The shop has trouble: {0}", "De winkel heeft problemen: {0}"}};
constexpr RefusalKind kUnreadable{"outgoing_answer_unreadable",
                                  unavailable,
                                  Retry::may_help,
                                  {"The answer of the shop cannot be understood.",
                                   "Het antwoord van de winkel is niet te begrijpen."}};
constexpr RefusalKind kUnknown{"outgoing_unknown",
                               not_found,
                               Retry::useless,
                               {"Nothing of this variant waits to be told.",
                                "Van deze variant wacht niets om door te geven."}};

// Seconds; a date is answered with the usual wait.
int wait_in(const client::OutgoingAnswer& answer) {
  const std::string_view text = answer.header("Retry-After");
  int seconds = kWaitUsual_s;
  std::from_chars(text.data(), text.data() + text.size(), seconds);
  return std::clamp(seconds, 1, static_cast<int>(kWaitLongest / std::chrono::seconds(1)));
}

}  // namespace

const RefusalKind& kind_of(SendRefusal refusal) {
  switch (refusal) {
    case SendRefusal::sku_unknown_there:
      return kSku;
    case SendRefusal::refused_there:
      return kRefused;
    case SendRefusal::access_refused:
      return kAccess;
    case SendRefusal::told_to_wait:
      return kWait;
    case SendRefusal::trouble_there:
      return kTrouble;
    case SendRefusal::answer_unreadable:
      return kUnreadable;
    case SendRefusal::intent_unknown:
      return kUnknown;
  }
  assertion_failed("a SendRefusal");
}

Result<void> check_status(const client::OutgoingAnswer& answer) {
  constexpr int ok = 200, redirect = 300, unauthorized = 401, forbidden = 403, too_many = 429;
  const std::string status = std::to_string(answer.status);
  if (answer.status == too_many) {
    return std::unexpected(Refusal(kind_of(SendRefusal::told_to_wait)).after(wait_in(answer)));
  }
  if (answer.status == unauthorized || answer.status == forbidden)
    return refuse(SendRefusal::access_refused, status);
  if (answer.status < ok || answer.status >= redirect)
    return refuse(SendRefusal::trouble_there, status);
  return {};
}

}  // namespace sluis::connectors::outgoing
