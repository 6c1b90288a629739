#include "connectors/signing.h"

#include "kernel/base64.h"
#include "platform/secrets/secrets.h"

namespace sluis::connectors {

std::string signature_of(std::string_view secret, std::string_view text) {
  const secrets::Hash hash = secrets::keyed_hash(secret, text);
  return encoded_base64({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

bool is_signed(const std::vector<std::string>& secrets, std::string_view text,
               std::string_view signature) {
  bool fits = false;
  for (const std::string& secret : secrets)
    fits = secrets::equal(signature_of(secret, text), signature) || fits;
  return fits;
}

}  // namespace sluis::connectors
