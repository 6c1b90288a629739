// Why a connection, or what is asked of one, is refused.

#include "connectors/connections.h"
#include "kernel/assert.h"

namespace sluis::connectors {
namespace {

using enum Category;
constexpr Retry kUseless = Retry::useless;

constexpr RefusalKind kUnknown{
    "connection_unknown",
    not_found,
    kUseless,
    {"There is no connection with this id.", "Er is geen koppeling met dit id."}};
constexpr RefusalKind kPaused{"connection_paused",
                              conflict,
                              kUseless,
                              {"This connection is paused; resume it first.",
                               "Deze koppeling staat stil; zet haar eerst weer aan."}};
constexpr RefusalKind kSecretMissing{
    "connection_secret_missing",
    conflict,
    kUseless,
    {"This connection has no secret for it yet; give it one.",
     "Deze koppeling heeft daar nog geen geheim voor; geef het op."}};
constexpr RefusalKind kSecretUnfitting{
    "connection_secret_unfitting",
    conflict,
    kUseless,
    {"Such a secret is not used here, or is made by the other side: give the one that they show, "
     "or none where Sluis makes it.",
     "Zo'n geheim wordt hier niet gebruikt, of de andere kant maakt het: geef wat daar getoond "
     "wordt, of niets waar Sluis het maakt."}};
constexpr RefusalKind kAddressUnfitting{"connection_address",
                                        conflict,
                                        kUseless,
                                        {"\"{0}\" is no address: it begins with https://.",
                                         "\"{0}\" is geen adres: dat begint met https://."}};

}  // namespace

const RefusalKind& kind_of(ConnectionRefusal refusal) {
  switch (refusal) {
    case ConnectionRefusal::connection_unknown:
      return kUnknown;
    case ConnectionRefusal::connection_paused:
      return kPaused;
    case ConnectionRefusal::secret_missing:
      return kSecretMissing;
    case ConnectionRefusal::secret_unfitting:
      return kSecretUnfitting;
    case ConnectionRefusal::address_unfitting:
      return kAddressUnfitting;
  }
  assertion_failed("a ConnectionRefusal");
}

}  // namespace sluis::connectors
