#include "platform/secrets/hmac_sha1.h"

#include <array>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "kernel/assert.h"

namespace sluis::secrets {
namespace {

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string hmac_sha1_base64(std::string_view key, std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
  unsigned int size = 0;
  const auto* made = HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), bytes_of(text),
                          text.size(), hash.data(), &size);
  SLUIS_ASSERT(made != nullptr);
  std::array<unsigned char, 2 * EVP_MAX_MD_SIZE> base64{};
  const int length = EVP_EncodeBlock(base64.data(), hash.data(), static_cast<int>(size));
  return {reinterpret_cast<const char*>(base64.data()), static_cast<std::size_t>(length)};
}

}  // namespace sluis::secrets
