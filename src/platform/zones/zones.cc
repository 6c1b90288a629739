#include "platform/zones/zones.h"

#include <memory>
#include <string>

#include <unicode/timezone.h>

namespace sluis::zones {

bool exists(std::string_view name) {
  if (name.empty() || name.size() > 64) return false;
  const auto wanted = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString canonical;
  icu::TimeZone::getCanonicalID(wanted, canonical, error);
  // ICU also takes offsets as it likes; a name of the database has a canonical form without "GMT+".
  return U_SUCCESS(error) && !wanted.startsWith(u"GMT+") && !wanted.startsWith(u"GMT-");
}

}  // namespace sluis::zones
