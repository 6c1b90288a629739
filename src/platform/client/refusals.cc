// Why a call to another system did not bring an answer.

#include "kernel/assert.h"
#include "platform/client/outgoing.h"

namespace sluis::client {
namespace {

using enum Category;

constexpr RefusalKind kCertificates{"outgoing_certificates_unreadable",
                                    conflict,
                                    Retry::useless,
                                    {"The certificates in {0} cannot be read: {1}.",
                                     "De certificaten in {0} zijn niet te lezen: {1}."}};
constexpr RefusalKind kUnfitting{
    "outgoing_address",
    conflict,
    Retry::useless,
    {"\"{0}\" cannot be called: an address begins with https:// and has no password in it.",
     "\"{0}\" is niet te bereiken: een adres begint met https:// en heeft geen wachtwoord in "
     "zich."}};
constexpr RefusalKind kPrivate{
    "outgoing_address_private",
    conflict,
    Retry::useless,
    {"{0} is in a private network. Name it in the setting outgoing-private-hosts if it is yours.",
     "{0} staat in een privénetwerk. Noem het in de instelling outgoing-private-hosts als het van "
     "u is."}};
constexpr RefusalKind kHost{
    "outgoing_host_unknown",
    unavailable,
    Retry::may_help,
    {"No address is known of {0}: {1}.", "Van {0} is geen adres bekend: {1}."}};
constexpr RefusalKind kUnreachable{
    "outgoing_unreachable",
    unavailable,
    Retry::may_help,
    {"{0} cannot be reached: {1}.", "{0} is niet te bereiken: {1}."}};
constexpr RefusalKind kCertificate{"outgoing_certificate",
                                   unavailable,
                                   Retry::may_help,
                                   {"The certificate of {0} is not believed: {1}.",
                                    "Het certificaat van {0} wordt niet geloofd: {1}."}};
constexpr RefusalKind kLost{"outgoing_lost",
                            unavailable,
                            Retry::may_help,
                            {"The connection with {0} broke before the answer was there.",
                             "De verbinding met {0} brak af voordat het antwoord er was."}};
constexpr RefusalKind kMalformed{
    "outgoing_malformed",
    unavailable,
    Retry::may_help,
    {"What {0} answered is not HTTP.", "Wat {0} antwoordde, is geen HTTP."}};
constexpr RefusalKind kLarge{
    "outgoing_answer_too_large",
    unavailable,
    Retry::may_help,
    {"The answer of {0} is too large.", "Het antwoord van {0} is te groot."}};
constexpr RefusalKind kSlow{
    "outgoing_too_slow",
    unavailable,
    Retry::may_help,
    {"{0} took too long to answer.", "{0} deed te lang over het antwoord."}};
constexpr RefusalKind kStopped{
    "outgoing_stopped", unavailable, Retry::may_help, {"Sluis is stopping.", "Sluis stopt."}};

}  // namespace

const RefusalKind& kind_of(OutgoingRefusal refusal) {
  switch (refusal) {
    case OutgoingRefusal::certificates_unreadable:
      return kCertificates;
    case OutgoingRefusal::address_unfitting:
      return kUnfitting;
    case OutgoingRefusal::address_private:
      return kPrivate;
    case OutgoingRefusal::host_unknown:
      return kHost;
    case OutgoingRefusal::unreachable:
      return kUnreachable;
    case OutgoingRefusal::certificate_wrong:
      return kCertificate;
    case OutgoingRefusal::connection_lost:
      return kLost;
    case OutgoingRefusal::answer_malformed:
      return kMalformed;
    case OutgoingRefusal::answer_too_large:
      return kLarge;
    case OutgoingRefusal::too_slow:
      return kSlow;
    case OutgoingRefusal::stopped:
      return kStopped;
  }
  assertion_failed("an OutgoingRefusal");
}

}  // namespace sluis::client
