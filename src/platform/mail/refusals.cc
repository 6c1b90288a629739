// Why a mail is not taken, or does not go.

#include "platform/mail/mail.h"

namespace sluis::mail {
namespace {

using enum Category;

constexpr RefusalKind kOff{
    "mail_off",
    conflict,
    Retry::useless,
    {"Sluis cannot send mail yet. Whoever runs it sets mail-url and mail-from first.",
     "Sluis kan nog geen mail versturen. Wie het beheert, stelt eerst mail-url en mail-from in."}};
constexpr RefusalKind kTooLarge{
    "mail_too_large",
    too_large,
    Retry::useless,
    {"This mail would be more than 10 MB with what is attached to it. Send less of it.",
     "Deze mail zou met haar bijlagen meer dan 10 MB zijn. Verstuur er minder van."}};
constexpr RefusalKind kRefused{
    "mail_refused",
    conflict,
    Retry::useless,
    {"The mail server refuses it for good: {0}.", "De mailserver weigert hem voorgoed: {0}."}};
constexpr RefusalKind kPutOff{
    "mail_put_off",
    unavailable,
    Retry::may_help,
    {"The mail server does not take it yet: {0}.", "De mailserver neemt hem nog niet aan: {0}."}};
constexpr RefusalKind kUnwilling{
    "mail_server_unwilling",
    unavailable,
    Retry::may_help,
    {"The mail server takes no mail from us: {0}.", "De mailserver neemt geen mail aan: {0}."}};
constexpr RefusalKind kLogin{
    "mail_login",
    unavailable,
    Retry::may_help,
    {"The mail server does not let {0} in: {1}. Check mail-user and mail-password.",
     "De mailserver laat {0} niet toe: {1}. Controleer mail-user en mail-password."}};
constexpr RefusalKind kNoEncryption{
    "mail_encryption",
    unavailable,
    Retry::may_help,
    {"{0} offers no encryption (STARTTLS), so nothing is sent to it. Try smtps:// in mail-url.",
     "{0} biedt geen versleuteling (STARTTLS), dus er wordt niets heen gestuurd. Probeer smtps:// "
     "in mail-url."}};
constexpr RefusalKind kAddress{"mail_address",
                               conflict,
                               Retry::useless,
                               {"The mail server cannot take the letters of the address {0}.",
                                "De mailserver kan de letters van het adres {0} niet aan."}};
constexpr RefusalKind kGivenUp{
    "mail_given_up",
    unavailable,
    Retry::useless,
    {"It could not be sent for two days.", "Hij kon twee dagen lang niet verstuurd worden."}};
constexpr RefusalKind kTooLate{
    "mail_too_late",
    conflict,
    Retry::useless,
    {"It was not sent before it lost its sense.", "Hij is niet verstuurd toen hij nog zin had."}};
constexpr RefusalKind kNotAllowed{"mail_not_allowed",
                                  conflict,
                                  Retry::useless,
                                  {"The reader's consent does not allow it any more.",
                                   "De toestemming van de lezer laat hem niet meer toe."}};

}  // namespace

const RefusalKind& kind_of(MailRefusal refusal) {
  switch (refusal) {
    case MailRefusal::off:
      return kOff;
    case MailRefusal::too_large:
      return kTooLarge;
    case MailRefusal::message_refused:
      return kRefused;
    case MailRefusal::message_put_off:
      return kPutOff;
    case MailRefusal::server_unwilling:
      return kUnwilling;
    case MailRefusal::login_refused:
      return kLogin;
    case MailRefusal::no_encryption:
      return kNoEncryption;
    case MailRefusal::address_unsupported:
      return kAddress;
    case MailRefusal::given_up:
      return kGivenUp;
    case MailRefusal::too_late:
      return kTooLate;
    case MailRefusal::not_allowed:
      return kNotAllowed;
  }
  __builtin_unreachable();
}

}  // namespace sluis::mail
